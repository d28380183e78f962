//! Puts right what typing and copy-paste do wrong in official Chinese text, and says what it did.
//!
//! Promised: every change stands in the list with its place; tidied text stays as it is when it is tidied again; no Han
//! character, letter or digit is lost (but zeros before the number of a document). Numbers, times, ratios, addresses of
//! pages and mails, and Latin sentences keep their marks. It deliberately judges no wording: what it cannot decide — a
//! quotation mark without its partner, a stroke that may be a span or half a dash — becomes a doubt, not a change.
mod characters;
mod context;
mod date;
mod levels;
mod line;
mod number;
mod pairs;
mod points;
mod quotes;
mod rows;
mod spaces;
mod strokes;
#[cfg(test)]
mod tests;

pub use date::printed_date;

use line::Line;
use rows::Kind;

/// A text goes through the rules until none finds anything; more rounds than this were never needed.
const ROUNDS: usize = 12;

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Half-width marks in Chinese text.
    HalfWidth,
    /// Brackets of the wrong width.
    Brackets,
    /// Blanks between Han characters and around marks.
    Space,
    /// Blanks at the ends of a paragraph.
    Ends,
    /// Full-width digits and letters.
    FullWidth,
    /// Document numbers not written 〔2016〕5号.
    Number,
    /// Levels not written 一、（一）1.（1）.
    Level,
    /// Straight quotation marks, or ones that look the wrong way.
    Quote,
    /// Dots in place of ……
    Ellipsis,
    /// Hyphens in place of ——
    Dash,
    /// The same mark twice.
    Repeated,
    /// Radicals that only look like characters.
    Radical,
    /// Characters without ink or width.
    Invisible,
    /// Empty paragraphs.
    Blank,
    /// A date not written 2016年8月30日.
    Date,
}

impl What {
    /// In Chinese.
    pub fn label(self) -> &'static str {
        match self {
            What::HalfWidth => "半角标点",
            What::Brackets => "括号",
            What::Space => "多余空格",
            What::Ends => "段首段尾空白",
            What::FullWidth => "全角数字字母",
            What::Number => "发文字号",
            What::Level => "层次序号",
            What::Quote => "引号",
            What::Ellipsis => "省略号",
            What::Dash => "破折号",
            What::Repeated => "重复标点",
            What::Radical => "部首字",
            What::Invisible => "不可见字符",
            What::Blank => "空段",
            What::Date => "日期写法",
        }
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What was wrong.
    pub what: What,
    /// Paragraph of the text as it came, from 1.
    pub paragraph: usize,
    /// Character of that paragraph, from 1.
    pub character: usize,
    /// What stood there; empty if something was put in.
    pub before: String,
    /// What stands there now; empty if it was taken out.
    pub after: String,
    /// A few characters around the place, as they came.
    pub near: String,
}

impl std::fmt::Display for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { what, paragraph, character, before, after, near } = self;
        write!(f, "第{paragraph}段第{character}字　{}：", what.label())?;
        match (before.as_str(), after.as_str()) {
            (before, "") if before.trim().is_empty() => f.write_str("删去"),
            (before, "") => write!(f, "删去“{before}”"),
            (before, after) => write!(f, "“{before}”改为“{after}”"),
        }?;
        if near.is_empty() { Ok(()) } else { write!(f, "（{near}）") }
    }
}

/// Something that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Paragraph, from 1.
    pub paragraph: usize,
    /// Character, from 1.
    pub character: usize,
    /// What is doubtful, in Chinese.
    pub message: String,
}

/// A tidied text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tidied {
    /// The text.
    pub text: String,
    /// What was changed, in the order of the text.
    pub corrections: Vec<Correction>,
    /// What should be looked at.
    pub doubts: Vec<Doubt>,
}

/// Tidies a text of paragraphs, parted by line feeds; empty paragraphs are taken out.
pub fn tidy(text: &str) -> Tidied {
    whole(text, false)
}

/// As [`tidy`], but empty paragraphs stay, so that every line keeps its number.
pub fn tidy_lines(text: &str) -> Tidied {
    whole(text, true)
}

fn whole(text: &str, keep_blanks: bool) -> Tidied {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let kinds = rows::kinds(&lines);
    let (mut out, mut corrections, mut doubts) = (Vec::new(), Vec::new(), Vec::new());
    let mut blanks: Option<(usize, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let mut done = match kinds[at] {
            // The last one is only the line feed at the end of the file.
            Kind::Blank if at + 1 == lines.len() || rows::parts_tables(&kinds, at) => paragraph(line),
            Kind::Blank => {
                blanks = Some(blanks.map_or((at + 1, 1), |(first, count)| (first, count + 1)));
                if !keep_blanks {
                    continue;
                }
                Tidied::default()
            }
            Kind::Quoted => Tidied { text: (*line).to_owned(), ..Tidied::default() },
            Kind::Row => rows::tidy_row(line),
            Kind::Words => paragraph(line),
        };
        corrections.extend(done.corrections.drain(..).map(|c| Correction { paragraph: at + 1, ..c }));
        doubts.extend(done.doubts.drain(..).map(|d| Doubt { paragraph: at + 1, ..d }));
        out.push(done.text);
    }
    corrections.extend(blanks.map(|(first, count)| Correction {
        what: What::Blank,
        paragraph: first,
        character: 1,
        before: String::new(),
        after: String::new(),
        near: format!("共 {count} 处"),
    }));
    doubts.extend(rows::doubts(&lines, &kinds));
    doubts.sort_by_key(|d| (d.paragraph, d.character));
    corrections.sort_by_key(|c| (c.paragraph, c.character));
    Tidied { text: out.join("\n"), corrections, doubts }
}

/// Tidies words that stand on one line (a title, a unit).
pub fn tidy_line(text: &str) -> Tidied {
    paragraph(&text.replace(['\r', '\n', '\t'], " "))
}

/// One paragraph through all rules until none finds anything.
fn paragraph(text: &str) -> Tidied {
    let mut line = Line::new(text);
    for _ in 0..ROUNDS {
        let rules: [fn(&Line) -> Vec<line::Edit>; 11] = [
            characters::right,
            spaces::ends,
            number::right,
            levels::right,
            pairs::right,
            points::right,
            strokes::ellipsis,
            strokes::dashes,
            quotes::right,
            points::once,
            spaces::between,
        ];
        let mut still = true;
        for rule in rules {
            let edits = rule(&line);
            still &= edits.is_empty();
            line.apply(edits);
        }
        if still {
            break;
        }
    }
    let mut doubts = pairs::doubts(&line);
    doubts.extend(strokes::doubts(&line));
    doubts.sort_by_key(|doubt| doubt.character);
    let (text, corrections) = line.finish();
    Tidied { text, corrections, doubts }
}
