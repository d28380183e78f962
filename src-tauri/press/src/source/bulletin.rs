//! Fields of a head and headings of a body to a bulletin: `# 栏目`, `## 标题`, a line `来源：…`, a line `编者按：…`.
use super::fields::Fields;
use super::{document, picture};
use crate::Bulletin;
use crate::bulletin::{Column, Item};

/// Reads a bulletin; what is wrong is noted in the fields.
pub(super) fn read(fields: &mut Fields<'_>) -> Bulletin {
    let mut pictures = Vec::new();
    picture::of_body(fields, &fields.body, fields.body_line, "", &mut pictures);
    let columns = columns(fields);
    if columns.iter().all(|column| column.items.is_empty()) {
        fields.say(
            fields.body_line,
            "",
            "简报没有稿件。每篇稿件先写一行“## 标题”，下面写正文；栏目写“# 栏目名”。",
        );
    }
    Bulletin {
        name: fields.line("name"),
        kind: fields.line("issue"),
        number: Some(fields.line("number")).filter(|number| !number.is_empty()),
        issuer: fields.line("issuer"),
        date: fields.date("date"),
        foreword: fields.text("foreword"),
        columns,
        pictures,
        report_to: fields.names("report_to"),
        send_to: fields.names("send_to"),
        issue_to: fields.names("issue_to"),
        editors: fields.line("editors"),
        copies: fields.number("copies"),
        watermarks: document::watermarks(fields),
    }
}

fn columns(fields: &Fields<'_>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (at, line) in fields.body.split('\n').enumerate() {
        let line_number = fields.body_line + at;
        if let Some(title) = heading(line, "##") {
            if title.is_empty() {
                fields.say(line_number, "", "“##”后面没有标题。");
            }
            if columns.is_empty() {
                columns.push(Column::default());
            }
            if let Some(column) = columns.last_mut() {
                column.items.push(Item { title: title.to_owned(), ..Item::default() });
            }
        } else if let Some(name) = heading(line, "#") {
            columns.push(Column { name: name.to_owned(), items: Vec::new() });
        } else if !line.trim().is_empty() {
            match columns.last_mut().and_then(|column| column.items.last_mut()) {
                Some(item) => add(item, line),
                None => fields.say(
                    line_number,
                    "",
                    "这段文字不在任何稿件里。请在它上面写一行“## 标题”；整期的编者按写在题头里。",
                ),
            }
        } else if let Some(item) = columns.last_mut().and_then(|column| column.items.last_mut()) {
            // Empty lines keep tables apart.
            item.body.push('\n');
        }
    }
    for item in columns.iter_mut().flat_map(|column| &mut column.items) {
        item.body = item.body.trim_matches('\n').to_owned();
    }
    columns
}

/// The words of a heading of exactly this level; the blank after the mark may be missing.
fn heading<'l>(line: &'l str, mark: &str) -> Option<&'l str> {
    let rest = line.trim_start().strip_prefix(mark)?;
    (!rest.starts_with('#')).then(|| rest.trim())
}

fn labelled<'l>(line: &'l str, labels: &[&str]) -> Option<&'l str> {
    let line = line.trim();
    labels.iter().find_map(|label| line.strip_prefix(label)?.strip_prefix(['：', ':'])).map(str::trim)
}

/// A line of an item: its source, its foreword before any text, or its text.
fn add(item: &mut Item, line: &str) {
    if let Some(source) = labelled(line, &["来源", "供稿", "供稿单位", "来源单位"]) {
        source.clone_into(&mut item.source);
    } else if let Some(foreword) = labelled(line, &["编者按", "按语"]).filter(|_| item.body.trim().is_empty())
    {
        foreword.clone_into(&mut item.foreword);
    } else {
        item.body.push_str(line);
        item.body.push('\n');
    }
}
