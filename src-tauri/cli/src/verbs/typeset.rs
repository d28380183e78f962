//! `zq typeset`: a text with a head to a paper, without any store; what was put right is said on stderr.
//!
//! It deliberately knows nothing of heads and layouts: the press does. A folder is set file by file, and one that fails does
//! not hold up the others.
use std::io::Read;
use std::path::{Path, PathBuf};

use office::Refusal;
use press::fonts::Fonts;
use press::source::{self, Folder, Trouble};
use press::typeset::{self, Made, Output};

use crate::args::{Cli, TypesetArgs};
use crate::failure::Failure;
use crate::saving::save;
use crate::screen::say;

/// Sets one text, or every text of a folder.
pub fn run(cli: &Cli, args: &TypesetArgs) -> Result<(), Failure> {
    if args.file.is_dir() {
        return folder(cli, args);
    }
    let press = Press::of(cli, args);
    let (bytes, name, base) = if args.file.as_os_str() == "-" {
        (from_stdin()?, "标准输入".to_owned(), PathBuf::from("."))
    } else {
        let base = args.file.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf);
        (read(&args.file)?, args.file.display().to_string(), base)
    };
    let output = output_of(args)?;
    press.set(&bytes, &name, &base, output, &args.output)?;
    say(&args.output.display().to_string())
}

/// What the ending of the output asks for.
fn output_of(args: &TypesetArgs) -> Result<Output, Failure> {
    let ending = args.output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("pdf") if args.docx => Err(Failure::Usage("写了 --docx，输出的结尾应是 .docx。".into())),
        Some("pdf") if args.pdfa => Ok(Output::Archive),
        Some("pdf") => Ok(Output::Pdf),
        Some("docx") if args.pdfa => Err(Failure::Usage("--pdfa 只用于 PDF，输出的结尾应是 .pdf。".into())),
        Some("docx") => Ok(Output::Docx),
        _ => Err(Failure::Usage(format!("“{}”的结尾应是 .pdf 或 .docx。", args.output.display()))),
    }
}

fn folder(cli: &Cli, args: &TypesetArgs) -> Result<(), Failure> {
    if args.output.is_file() {
        return Err(Failure::Usage(format!(
            "“{}”是文件；排一个文件夹时，输出也应是文件夹。",
            args.output.display()
        )));
    }
    let texts = texts(&args.file)?;
    if texts.is_empty() {
        return Err(Refusal::refused(format!("文件夹“{}”里没有 .txt 或 .md 文件。", args.file.display()))
            .hint("请检查文件夹。")
            .into());
    }
    let output = match (args.docx, args.pdfa) {
        (true, _) => Output::Docx,
        (_, true) => Output::Archive,
        _ => Output::Pdf,
    };
    std::fs::create_dir_all(&args.output).map_err(Refusal::from)?;
    let press = Press::of(cli, args);
    let mut failed = 0;
    for path in &texts {
        let target = args.output.join(target_name(path, &texts, output));
        let done = read(path)
            .and_then(|bytes| press.set(&bytes, &path.display().to_string(), &args.file, output, &target));
        match done {
            Ok(()) => say(&target.display().to_string())?,
            Err(failure) => {
                failed += 1;
                let _ = failure.tell(false);
            }
        }
    }
    say(&format!("共 {} 个文件，排成 {} 个，没有排成 {failed} 个。", texts.len(), texts.len() - failed))?;
    if failed == 0 { Ok(()) } else { Err(Failure::Found) }
}

/// The texts of a folder in the order of their names, without those that are annexes of others.
fn texts(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(Refusal::from)?;
    let ends = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        path.is_file() && matches!(ending.as_deref(), Some("txt" | "md"))
    };
    let mut all: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(ends).collect();
    all.sort();
    let annexes: Vec<PathBuf> = all
        .iter()
        .filter_map(|path| source::decode(&std::fs::read(path).ok()?).ok())
        .flat_map(|decoded| source::annex_files(&decoded.text))
        .map(|name| folder.join(name))
        .collect();
    Ok(all.into_iter().filter(|path| !annexes.contains(path)).collect())
}

/// `通知.pdf` of `通知.txt`; `通知.md.pdf` where both stand in the folder.
fn target_name(path: &Path, all: &[PathBuf], output: Output) -> String {
    let stem =
        |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let twice = all.iter().filter(|other| stem(other) == stem(path)).count() > 1;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    format!("{}.{}", if twice { name } else { stem(path) }, output.ending())
}

/// What is the same for every text of a run.
struct Press<'a> {
    fonts: Fonts,
    args: &'a TypesetArgs,
    now: chrono::NaiveDateTime,
}

impl<'a> Press<'a> {
    fn of(cli: &Cli, args: &'a TypesetArgs) -> Self {
        let now = crate::session::now(cli);
        Self { fonts: Fonts::load(&zq::fonts::folders()), args, now }
    }
    fn set(
        &self,
        bytes: &[u8],
        name: &str,
        base: &Path,
        output: Output,
        target: &Path,
    ) -> Result<(), Failure> {
        let decoded = source::decode(bytes).map_err(|fault| refused(name, &fault.message))?;
        if !decoded.note.is_empty() {
            eprintln!("{name}：{}。", decoded.note);
        }
        let read = source::read(&decoded.text, &Folder(base.to_path_buf()), !self.args.no_tidy)
            .map_err(|troubles| refused_all(name, &troubles))?;
        let properties = press::pdf::Properties {
            title: read.said.title().to_owned(),
            subject: String::new(),
            author: typeset::author(&read.said).to_owned(),
            created: self.now,
        };
        let made = typeset::make(&read.said, &self.fonts, &properties, output)
            .map_err(|fault| refused(name, &fault.message))?;
        tell(name, &read, &made);
        save(target, &made.bytes, self.args.force)
    }
}

/// What was put right, and what a person should know of faces.
fn tell(name: &str, read: &source::Read, made: &Made) {
    let place = |line, character| format!("第 {line} 行第 {character} 字");
    if !read.corrections.is_empty() {
        eprintln!("{name}：改正 {} 处（不要改正，加 --no-tidy）", read.corrections.len());
    }
    for c in &read.corrections {
        let change = if c.after.is_empty() {
            "删去".to_owned()
        } else {
            format!("“{}”改为“{}”", c.before, c.after)
        };
        let near = if c.near.is_empty() { String::new() } else { format!("（{}）", c.near) };
        eprintln!("  {}　{}：{change}{near}", place(c.paragraph, c.character), c.what.label());
    }
    for doubt in &read.doubts {
        eprintln!("  {}　{}。", place(doubt.paragraph, doubt.character), doubt.message);
    }
    for note in &made.notes {
        eprintln!("{name}：{note}");
    }
    for face in &made.substituted {
        eprintln!("{name}：字体已替代：{}用了“{}”。", face.role, face.family);
    }
    if !made.missing.is_empty() {
        let missing: Vec<String> = made.missing.iter().map(char::to_string).collect();
        eprintln!("{name}：所有字体都没有这些字，印成“〓”：{}", missing.join(" "));
    }
}

fn refused(name: &str, why: &str) -> Failure {
    Refusal::refused(format!("“{name}”没有排成：{}", why.trim_end_matches('。')) + "。").into()
}

fn refused_all(name: &str, troubles: &[Trouble]) -> Failure {
    let lines: Vec<String> = troubles.iter().map(|trouble| format!("\n  {trouble}")).collect();
    Refusal::refused(format!("“{name}”没有排成，有 {} 处要改：{}", troubles.len(), lines.concat())).into()
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        let refusal = Refusal::from(error);
        Refusal {
            message: format!("文件“{}”不能读取：{}", path.display(), refusal.message), ..refusal
        }
        .into()
    })
}

fn from_stdin() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // One byte more than may come says that it is too much.
    let most = source::LARGEST as u64 + 1;
    std::io::stdin()
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::from(Refusal::from(error)))?;
    Ok(bytes)
}
