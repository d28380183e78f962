//! A head and a body back to a source text: YAML with Chinese keys, as a clerk would write it.
use super::Node;
use super::head::Value;
use super::keys;

/// Writes a source text that [`super::split`] reads as this head and body. Empty values are left out.
pub fn compose(head: &[(String, Value)], body: &str) -> String {
    let mut out = String::from("---\n");
    for (name, value) in head.iter().filter(|(_, value)| !is_empty(value)) {
        let label = keys::find(name).map_or(name.as_str(), |key| key.label);
        out.push_str(label);
        out.push(':');
        write(&mut out, value, 0);
    }
    out.push_str("---\n");
    out.push_str(body);
    out
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(words) => words.trim().is_empty(),
        Value::List(nodes) => nodes.iter().all(|node| is_empty(&node.value)),
        Value::Table(entries) => entries.iter().all(|(_, node)| is_empty(&node.value)),
    }
}

/// A value after its colon, its own lines below it.
fn write(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Text(words) => {
            out.push(' ');
            text(out, words, indent);
        }
        Value::List(nodes) => {
            out.push('\n');
            for Node { value, .. } in nodes.iter().filter(|node| !is_empty(&node.value)) {
                out.push_str(&" ".repeat(indent + 2));
                out.push('-');
                match value {
                    Value::Table(entries) => table(out, entries, indent + 4, true),
                    _ => write(out, value, indent + 2),
                }
            }
        }
        Value::Table(entries) => {
            out.push('\n');
            table(out, entries, indent + 2, false);
        }
    }
}

fn table(out: &mut String, entries: &[(String, Node)], indent: usize, after_dash: bool) {
    let filled = entries.iter().filter(|(_, node)| !is_empty(&node.value));
    for (i, (name, node)) in filled.enumerate() {
        out.push_str(&if after_dash && i == 0 { " ".to_owned() } else { " ".repeat(indent) });
        out.push_str(name);
        out.push(':');
        write(out, &node.value, indent);
    }
}

fn text(out: &mut String, words: &str, indent: usize) {
    if is_block(words) {
        out.push_str(if words.ends_with('\n') { "|\n" } else { "|-\n" });
        for line in words.lines() {
            if !line.is_empty() {
                out.push_str(&" ".repeat(indent + 2));
                out.push_str(line);
            }
            out.push('\n');
        }
    } else {
        out.push_str(&if plain(words) { words.to_owned() } else { quoted(words) });
        out.push('\n');
    }
}

/// Several lines that can stand as they are, each below the other; blanks at their ends are safest in quotation marks.
fn is_block(words: &str) -> bool {
    let apart = |line: &str| {
        line.trim_matches([' ', '\u{3000}']) == line && (line.is_empty() || !line.trim().is_empty())
    };
    words.trim_end_matches('\n').contains('\n')
        && !words.starts_with(['\n', '\t'])
        && !words.ends_with("\n\n")
        && words.lines().all(apart)
        && words.chars().all(|ch| matches!(ch, '\n' | '\t') || plain_char(ch))
}

fn plain_char(ch: char) -> bool {
    !ch.is_control()
        && !matches!(ch, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Words that stand for themselves without quotation marks.
fn plain(words: &str) -> bool {
    let first = words.chars().next().unwrap_or('"');
    let risky = [": ", " #", "：", "\\"].iter().any(|part| words.contains(part));
    let opens = "-?:,[]{}#&*!|>'\"%@`~=.+".contains(first);
    let ends = words.ends_with(':') || words.trim() != words;
    let special = matches!(words.to_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no");
    !risky && !opens && !ends && !special && words.chars().all(plain_char)
}

/// In double quotation marks, escaped as both JSON and YAML read it.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for ch in words.chars() {
        match ch {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ if plain_char(ch) => out.push(ch),
            _ if (ch as u32) < 0x1_0000 => out.push_str(&format!("\\u{:04x}", ch as u32)),
            _ => out.push(ch),
        }
    }
    out.push('"');
    out
}
