//! The head and the body of a source text, told apart; the head as a tree of words with their lines.
use super::{Trouble, keys, toml, yaml};
use crate::text::tidy::{self, Correction, Doubt, Tidied, What};

/// A value of a head. Numbers, dates and the like are words here: what they mean, their key decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A table: (name as written, value), in the order of the text.
    Table(Vec<(String, Node)>),
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Line of the source, from 1.
    pub line: usize,
    /// The value.
    pub value: Value,
}

/// A source text in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The head: (name as written, line of the name, value).
    pub head: Vec<(String, usize, Node)>,
    /// The body.
    pub body: String,
    /// Line of the source on which the body begins, from 1.
    pub body_line: usize,
}

pub(super) fn trouble(line: usize, message: impl Into<String>) -> Trouble {
    Trouble { line, key: String::new(), message: message.into() }
}

/// Where the head lies: the mark, the lines between the marks (from, to, counted from 0).
fn bounds(lines: &[&str]) -> Result<(&'static str, usize, usize), Trouble> {
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
    let mark = match lines.get(first).map(|line| line.trim_end()) {
        Some("---") => "---",
        Some("+++") => "+++",
        _ => {
            return Err(trouble(
                first + 1,
                "没有题头。第一行应为“---”，接着每行写“标题: …”“主送: …”等，再写一行“---”，之后才是正文。",
            ));
        }
    };
    let length = lines[first + 1..].iter().position(|line| line.trim_end() == mark);
    let length = length.ok_or_else(|| {
        trouble(first + 1, format!("题头没有结束。请在题头最后另起一行写“{mark}”，之后才是正文。"))
    })?;
    Ok((mark, first + 1, first + 1 + length))
}

/// Whether a text begins with a head, right or wrong.
pub fn has_head(text: &str) -> bool {
    let first = text.trim_start_matches('\u{FEFF}').lines().find(|line| !line.trim().is_empty());
    matches!(first.map(str::trim_end), Some("---" | "+++"))
}

/// Parts a source text.
///
/// # Errors
/// No head, a head without end, or one that is no TOML or YAML.
pub fn split(text: &str) -> Result<Parts, Trouble> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let (mark, from, to) = bounds(&lines)?;
    let head = lines[from..to].join("\n");
    let head = if mark == "+++" { toml::read(&head, from) } else { yaml::read(&head, from) }?;
    Ok(Parts { head, body: lines[to + 1..].join("\n"), body_line: to + 2 })
}

/// The source with its body tidied, and those words of its head that stand on one line.
pub(super) fn tidy_source(text: &str, parts: &Parts) -> Tidied {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let mut whole = Tidied::default();
    for (name, _, node) in &parts.head {
        // Paths are no words.
        if keys::find(name)
            .is_some_and(|key| !matches!(key.takes, keys::Takes::Picture | keys::Takes::Number))
        {
            each_text(node, &mut |line, words| put(&mut lines, &mut whole, line, words));
        }
    }
    let body_at = parts.body_line - 1;
    let mut body = tidy::tidy(&parts.body);
    for correction in &mut body.corrections {
        correction.paragraph += body_at;
    }
    for doubt in &mut body.doubts {
        doubt.paragraph += body_at;
    }
    lines.truncate(body_at);
    lines.push(body.text);
    whole.text = lines.join("\n");
    whole.corrections.append(&mut body.corrections);
    whole.doubts.append(&mut body.doubts);
    whole.corrections.sort_by_key(|correction| (correction.paragraph, correction.character));
    whole
}

/// Every text of a value with its line, but names of files.
fn each_text(node: &Node, put: &mut dyn FnMut(usize, &str)) {
    match &node.value {
        Value::Text(words) => put(node.line, words),
        Value::List(nodes) => nodes.iter().for_each(|node| each_text(node, put)),
        Value::Table(entries) => {
            let files = ["file", "文件", "seal", "印章", "图片", "landscape", "横排", "横版", "横向"];
            let words = entries.iter().filter(|(name, _)| !files.contains(&keys::plain(name).as_str()));
            words.for_each(|(_, node)| each_text(node, put));
        }
    }
}

/// Lines below a key in which the first words of its text are looked for, and between two of them.
const NEAR: usize = 40;

/// Replaces words where they stand as they are: on their line, or line by line below it. Rows of a table stay rows.
fn put(lines: &mut [String], whole: &mut Tidied, line: usize, words: &str) {
    let done = if words.contains('\n') { tidy::tidy_lines(words) } else { tidy::tidy_line(words) };
    let mut from = line.saturating_sub(1);
    for (i, (before, after)) in words.split('\n').zip(done.text.split('\n')).enumerate() {
        if before.trim().is_empty() {
            continue;
        }
        let near = from..lines.len().min(from + NEAR);
        let Some(at) = near.into_iter().find(|at| lines[*at].contains(before)) else { return };
        let Some(place) = lines[at].rfind(before) else { return };
        let left = lines[at][..place].chars().count();
        lines[at].replace_range(place..place + before.len(), after);
        let of = |c: &&Correction| c.paragraph == i + 1 && c.what != What::Blank;
        let moved =
            |c: &Correction| Correction { paragraph: at + 1, character: c.character + left, ..c.clone() };
        whole.corrections.extend(done.corrections.iter().filter(of).map(moved));
        let doubts = done.doubts.iter().filter(|d| d.paragraph == i + 1);
        whole.doubts.extend(doubts.map(|d| Doubt {
            paragraph: at + 1,
            character: d.character + left,
            ..d.clone()
        }));
        from = at + 1;
    }
}
