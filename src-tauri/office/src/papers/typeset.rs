//! A text on the page: checked and shown as paper in one go, made into a file.
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use press::document::Watermark;
use press::source::{self, Given, Read, Said, Trouble};
use press::text::tidy::{Correction, Doubt};
use press::typeset::{self as setter, Made, Output};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::form::{self, PapersForm};
use crate::kernel::answer::Paper;
use crate::kernel::attachments::Upload;
use crate::kernel::progress::go_on;
use crate::kernel::{Desk, Refusal, Result};

/// A text to be set.
#[derive(Debug, Deserialize, TS)]
pub struct PapersText {
    /// A whole source text; absent where the form is filled in instead.
    #[serde(default)]
    source: Option<String>,
    /// The form.
    #[serde(default)]
    form: Option<PapersForm>,
    /// Pictures and annex files, by the names under which the text has them.
    #[serde(default)]
    files: Vec<Upload>,
    /// Marks, blanks and levels are put right.
    tidy: bool,
}

/// A text to be made into a PDF.
#[derive(Debug, Deserialize, TS)]
pub struct PapersPdf {
    /// The text.
    text: PapersText,
    /// As PDF/A, to be kept for decades.
    archive: bool,
}

/// Something wrong in a text.
#[derive(Debug, Serialize, TS)]
pub struct PapersTrouble {
    /// Line of the source text, from 1; 0 if something is missing.
    line: u32,
    /// The key in Chinese; may be empty.
    key: String,
    /// What is wrong and what to do.
    message: String,
}

/// Something that was put right, or that a person should look at.
#[derive(Debug, Serialize, TS)]
pub struct PapersCorrection {
    /// Line of the source text, from 1.
    line: u32,
    /// Line of the body, from 1; 0 in the head.
    body_line: u32,
    /// Character of the line, from 1.
    character: u32,
    /// What kind of thing, in Chinese.
    what: String,
    /// What stood there.
    before: String,
    /// What stands there now.
    after: String,
    /// A few characters around it.
    near: String,
}

/// What a check found, and the paper.
#[derive(Debug, Serialize, TS)]
pub struct PapersCheck {
    /// Title of the paper; empty if it could not be read.
    title: String,
    /// The format in Chinese; empty if it could not be read.
    kind: String,
    /// What is wrong; nothing is set before it is mended.
    troubles: Vec<PapersTrouble>,
    /// What tidying changes.
    corrections: Vec<PapersCorrection>,
    /// What should be looked at.
    doubts: Vec<PapersCorrection>,
    /// Pages of the paper; 0 if it could not be set.
    pages: u32,
    /// Faces in place of those that the standard wants, in words.
    substituted: Vec<String>,
    /// Characters that no face has.
    missing: Vec<String>,
    /// What could not be set as the standard wants it, and what to do.
    notes: Vec<String>,
    /// The paper as a PDF in base64; absent if it could not be set.
    paper: Option<String>,
}

/// A file that a person opened.
#[derive(Debug, Deserialize, TS)]
pub struct PapersOpen {
    /// The file.
    file: Upload,
}

/// What was in it.
#[derive(Debug, Serialize, TS)]
pub struct PapersOpened {
    /// The source text; a file without a head gets an empty one.
    source: String,
    /// The form; absent if the head cannot be read.
    form: Option<PapersForm>,
    /// How it was stored, if that must be said; may be empty.
    note: String,
}

/// A text in both of its shapes.
#[derive(Debug, Serialize, TS)]
pub struct PapersSides {
    /// The source text.
    source: String,
    /// The form; absent if the head cannot be read.
    form: Option<PapersForm>,
}

impl PapersText {
    fn source(&self) -> Result<String> {
        let text = match (&self.source, &self.form) {
            (Some(source), _) => source.clone(),
            (None, Some(form)) => form::source_of(form),
            (None, None) => return Err(Refusal::refused("没有要排版的文字。").hint("请填写题头和正文。")),
        };
        Ok(source::decode(text.as_bytes())?.text)
    }
    fn files(&self) -> Result<Given> {
        let files: Result<Vec<_>> =
            self.files.iter().map(|file| Ok((file.name.clone(), file.bytes()?))).collect();
        Ok(Given(files?))
    }
    fn read(&self, desk: &Desk<'_>) -> Result<std::result::Result<Read, Vec<Trouble>>> {
        let (source, files) = (self.source()?, self.files()?);
        Ok(source::read(&source, &files, self.tidy).map(|mut read| {
            if desk.demo {
                mark(&mut read.said);
            }
            read
        }))
    }
}

/// Demonstration data says so on whatever is printed while it is open.
fn mark(said: &mut Said) {
    let watermarks = match said {
        Said::Document(document) => &mut document.watermarks,
        Said::Bulletin(bulletin) => &mut bulletin.watermarks,
    };
    if !watermarks.contains(&Watermark::Sample) {
        watermarks.push(Watermark::Sample);
    }
}

/// Reads a text and sets it, once: what is wrong with it, what was put right, and the paper that follows the typing.
pub(super) fn check(desk: &Desk<'_>, q: PapersText) -> Result<PapersCheck> {
    let body_line = source::split(&q.source()?).map_or(1, |parts| parts.body_line);
    let mut check = PapersCheck {
        title: String::new(),
        kind: String::new(),
        troubles: Vec::new(),
        corrections: Vec::new(),
        doubts: Vec::new(),
        pages: 0,
        substituted: Vec::new(),
        missing: Vec::new(),
        notes: Vec::new(),
        paper: None,
    };
    let read = match q.read(desk)? {
        Ok(read) => read,
        Err(troubles) => {
            check.troubles = troubles.into_iter().map(trouble).collect();
            return Ok(check);
        }
    };
    go_on(desk.progress)?;
    check.title = read.said.title().to_owned();
    check.kind = read.format.label().into();
    check.corrections = read.corrections.into_iter().map(|c| correction(c, body_line)).collect();
    check.doubts = read.doubts.into_iter().map(|d| doubt(d, body_line)).collect();
    match setter::make(&read.said, desk.fonts(), &properties(desk, &read.said), Output::Pdf) {
        Ok(made) => {
            check.pages = made.pages as u32;
            check.substituted =
                made.substituted.iter().map(|face| format!("{}（{}）", face.role, face.family)).collect();
            check.missing = made.missing.iter().map(char::to_string).collect();
            check.notes = made.notes;
            check.paper = Some(STANDARD.encode(made.bytes));
        }
        Err(fault) => {
            check.troubles.push(PapersTrouble { line: 0, key: String::new(), message: fault.message })
        }
    }
    go_on(desk.progress)?;
    Ok(check)
}

fn properties(desk: &Desk<'_>, said: &Said) -> press::pdf::Properties {
    press::pdf::Properties {
        title: said.title().to_owned(),
        subject: String::new(),
        author: setter::author(said).to_owned(),
        created: desk.now,
    }
}

fn trouble(trouble: Trouble) -> PapersTrouble {
    PapersTrouble { line: trouble.line as u32, key: trouble.key, message: trouble.message }
}

fn correction(c: Correction, body_line: usize) -> PapersCorrection {
    PapersCorrection {
        line: c.paragraph as u32,
        body_line: (c.paragraph + 1).saturating_sub(body_line) as u32,
        character: c.character as u32,
        what: c.what.label().into(),
        before: c.before,
        after: c.after,
        near: c.near,
    }
}

fn doubt(d: Doubt, body_line: usize) -> PapersCorrection {
    PapersCorrection {
        line: d.paragraph as u32,
        body_line: (d.paragraph + 1).saturating_sub(body_line) as u32,
        character: d.character as u32,
        what: d.message,
        before: String::new(),
        after: String::new(),
        near: String::new(),
    }
}

pub(super) fn turn(_: &Desk<'_>, q: PapersText) -> Result<PapersSides> {
    let source = q.source()?;
    let source = if q.tidy { source::tidy_source(&source).text } else { source };
    let form = source::split(&source).ok().map(|parts| form::form_of(&parts));
    Ok(PapersSides { source, form })
}

pub(super) fn open(_: &Desk<'_>, q: PapersOpen) -> Result<PapersOpened> {
    let decoded = source::decode(&q.file.bytes()?)?;
    let source = if source::has_head(&decoded.text) {
        decoded.text
    } else {
        form::source_of(&PapersForm { kind: "document".into(), body: decoded.text, ..PapersForm::default() })
    };
    let form = source::split(&source).ok().map(|parts| form::form_of(&parts));
    Ok(PapersOpened { source, form, note: decoded.note })
}

fn made(desk: &Desk<'_>, q: &PapersText, output: Output) -> Result<(String, Made)> {
    let read = q.read(desk)?.map_err(|troubles| refusal(&troubles))?;
    go_on(desk.progress)?;
    let properties = properties(desk, &read.said);
    let made = setter::make(&read.said, desk.fonts(), &properties, output)?;
    go_on(desk.progress)?;
    Ok((properties.title, made))
}

fn refusal(troubles: &[Trouble]) -> Refusal {
    let first = troubles.first().map(ToString::to_string).unwrap_or_default();
    let more = if troubles.len() > 1 {
        format!("另有 {} 处，见“要改的地方”。", troubles.len() - 1)
    } else {
        String::new()
    };
    Refusal::refused(first).hint(format!("改好后纸样自动出来。{more}"))
}

pub(super) fn preview(desk: &Desk<'_>, q: PapersText) -> Result<Paper> {
    let (title, made) = made(desk, &q, Output::Pdf)?;
    Ok(Paper::pdf(title, made.bytes))
}

pub(super) fn pdf(desk: &Desk<'_>, q: PapersPdf) -> Result<Paper> {
    let output = if q.archive { Output::Archive } else { Output::Pdf };
    let (title, made) = made(desk, &q.text, output)?;
    Ok(Paper::pdf(title, made.bytes))
}

pub(super) fn docx(desk: &Desk<'_>, q: PapersText) -> Result<Paper> {
    let (title, made) = made(desk, &q, Output::Docx)?;
    Ok(Paper::docx(title, made.bytes))
}
