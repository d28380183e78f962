//! A TOML head as a tree of words with their lines.
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Trouble;
use super::head::{Node, Value, trouble};

/// Reads a head that begins after line `before` of the source.
pub(super) fn read(head: &str, before: usize) -> Result<Vec<(String, usize, Node)>, Trouble> {
    let head = &quoted(head);
    let line = |at: usize| {
        before + 1 + head.as_bytes()[..at.min(head.len())].iter().filter(|b| **b == b'\n').count()
    };
    let table = DeTable::parse(head).map_err(|error| {
        let message = error.message();
        let at = error.span().map_or(0, |span| span.start);
        if message.contains("duplicate key") {
            return trouble(line(at), "这个键写了两次，请留下一个。");
        }
        trouble(
            line(at),
            "题头的写法不对。每行应写成“键 = \"内容\"”，中文键也要加引号：\"标题\" = \"关于…的通知\"。",
        )
    })?;
    let mut entries: Vec<(usize, String, usize, Node)> = Vec::new();
    for (name, value) in table.into_inner() {
        let at = name.span().start;
        entries.push((at, name.get_ref().to_string(), line(at), node(&value, &line)));
    }
    entries.sort_by_key(|(at, ..)| *at);
    Ok(entries.into_iter().map(|(_, name, line, node)| (name, line, node)).collect())
}

fn node(value: &Spanned<DeValue<'_>>, line: &dyn Fn(usize) -> usize) -> Node {
    let words = match value.get_ref() {
        DeValue::String(words) => Value::Text(words.to_string()),
        DeValue::Integer(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Text(flag.to_string()),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(values) => Value::List(values.iter().map(|value| node(value, line)).collect()),
        DeValue::Table(table) => {
            let mut entries: Vec<_> =
                table.iter().map(|(name, value)| (name.span().start, name, value)).collect();
            entries.sort_by_key(|(at, ..)| *at);
            Value::Table(
                entries
                    .into_iter()
                    .map(|(_, name, value)| (name.get_ref().to_string(), node(value, line)))
                    .collect(),
            )
        }
    };
    Node { line: line(value.span().start), value: words }
}

/// TOML wants quotation marks around Chinese keys; nobody types them.
fn quoted(head: &str) -> String {
    let mut inside = false;
    let lines = head.split('\n').map(|line| {
        let was_inside = inside;
        inside ^= (line.matches("\"\"\"").count() + line.matches("'''").count()) % 2 == 1;
        match line.split_once('=') {
            Some((name, value)) if !was_inside && is_bare(name.trim()) => {
                format!("\"{}\" ={value}", name.trim())
            }
            _ => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_bare(name: &str) -> bool {
    !name.is_empty() && !name.is_ascii() && name.chars().all(char::is_alphanumeric)
}
