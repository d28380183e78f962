//! A YAML head as a tree of words with their lines. A full-width colon after a key counts as a colon.
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::head::{Node, Value, trouble};
use super::{Trouble, keys};

/// Deeper than this no head goes.
const DEEPEST: usize = 4;

type Entries = Vec<(String, usize, Node)>;

/// Reads a head that begins after line `before` of the source.
pub(super) fn read(head: &str, before: usize) -> Result<Entries, Trouble> {
    let head = colons(head);
    let mut tree = Tree { parser: Parser::new_from_str(&head), before };
    loop {
        match tree.next()? {
            (Event::MappingStart(..), _) => return tree.table(0),
            (Event::StreamEnd, _) => return Ok(Vec::new()),
            (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
            (Event::Scalar(words, ..), _) if words.is_empty() => {}
            (_, span) => {
                return Err(trouble(
                    before + span.start.line(),
                    "题头每行应写成“键: 内容”，例如“标题: 关于…的通知”。",
                ));
            }
        }
    }
}

struct Tree<'a> {
    parser: Parser<'a, StrInput<'a>>,
    before: usize,
}

impl<'a> Tree<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Trouble> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(self.fault(&error)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }
    fn fault(&self, error: &ScanError) -> Trouble {
        trouble(
            self.before + error.marker().line().max(1),
            "题头的写法不对（看这一行和上一行）。每行应写成“键: 内容”；内容里有“: ”“#”或引号时，用双引号把内容括起来。",
        )
    }
    fn line(&self, span: &Span) -> usize {
        self.before + span.start.line()
    }
    /// Entries up to the end of a mapping whose beginning was read.
    fn table(&mut self, depth: usize) -> Result<Entries, Trouble> {
        let mut entries: Entries = Vec::new();
        loop {
            let (name, line) = match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (Event::Scalar(name, ..), span) => (name.into_owned(), self.line(&span)),
                (_, span) => return Err(trouble(self.line(&span), "这一行的键不是文字。")),
            };
            if entries.iter().any(|(other, ..)| *other == name) {
                return Err(trouble(line, format!("“{name}”写了两次，请留下一个。")));
            }
            let value = self.next()?;
            let mut node = self.node(value, depth + 1)?;
            // An empty value has no place of its own.
            node.line = node.line.max(line);
            entries.push((name, line, node));
        }
    }
    fn node(&mut self, (event, span): (Event<'a>, Span), depth: usize) -> Result<Node, Trouble> {
        let line = self.line(&span);
        if depth > DEEPEST {
            return Err(trouble(line, "题头的层次太多。"));
        }
        let value = match event {
            Event::Scalar(words, ScalarStyle::Plain, ..) if words == "~" || words == "null" => {
                Value::Text(String::new())
            }
            Event::Scalar(words, ..) => Value::Text(words.into_owned()),
            Event::SequenceStart(..) => Value::List(self.list(depth)?),
            Event::MappingStart(..) => {
                let entries = self.table(depth)?.into_iter();
                Value::Table(entries.map(|(name, _, node)| (name, node)).collect())
            }
            _ => return Err(trouble(line, "这里不能用“*”引用，请直接写出内容。")),
        };
        Ok(Node { line, value })
    }
    fn list(&mut self, depth: usize) -> Result<Vec<Node>, Trouble> {
        let mut nodes = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(nodes),
                event => nodes.push(self.node(event, depth + 1)?),
            }
        }
    }
}

/// Full-width colons after a key become colons; texts in block form are left alone.
fn colons(head: &str) -> String {
    let mut block: Option<usize> = None;
    let lines = head.split('\n').map(|line| {
        let indent = line.len() - line.trim_start_matches([' ', '-']).len();
        let blank = line.len() - line.trim_start().len();
        if block.is_some_and(|of| blank > of || line.trim().is_empty()) {
            return line.to_owned();
        }
        let line = colon(line, indent);
        let ends = line.trim_end();
        block = (ends.ends_with(": |")
            || ends.ends_with(": |-")
            || ends.ends_with(": >")
            || ends.ends_with(": >-"))
        .then_some(blank);
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn colon(line: &str, indent: usize) -> String {
    let rest = &line[indent..];
    let Some(at) = rest.find(['：', ':']) else { return line.to_owned() };
    let (name, value) = rest.split_at(at);
    let known = keys::find(name).is_some()
        || keys::find_in(keys::ANNEX, name).is_some()
        || keys::find_in(keys::AUTHORITY, name).is_some();
    // 标题：… and 标题:… as people type them; an unknown key is only one if nothing else on the line can be.
    let full = value.starts_with('：') && (known || indent == 0 && !rest.contains(": "));
    let tight = known && value.len() > 1 && value.starts_with(':') && !value.starts_with(": ");
    if !full && !tight {
        return line.to_owned();
    }
    let value = value.trim_start_matches(['：', ':']).trim_start();
    format!("{}{name}: {value}", &line[..indent])
}
