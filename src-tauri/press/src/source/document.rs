//! Fields of a head to a document.
use super::fields::Fields;
use super::head::{Node, Parts, Value};
use super::keys::{self, Format};
use super::{decode, picture};
use crate::document::{Annex, Attendance, Authority, Document, Kind, Sealing, Urgency, Watermark};
use crate::picture::Picture;

/// Reads a document; what is wrong is noted in the fields.
pub(super) fn read(fields: &mut Fields<'_>, format: Format) -> Document {
    let watermarks = watermarks(fields);
    let mut pictures = Vec::new();
    picture::of_body(fields, &fields.body, fields.body_line, "", &mut pictures);
    let signers = fields.single_names("signers");
    if format == Format::Upward && signers.is_empty() && !watermarks.contains(&Watermark::ForReview) {
        fields.say(
            0,
            "签发人",
            "没有写。上行文要标注签发人（GB/T 9704—2012，7.2.6）；还没有签发的，水印写“送审稿”。",
        );
    }
    Document {
        kind: kind(format),
        copy_number: fields.number("copy_number"),
        urgency: match fields.choices("urgency").first() {
            Some(&"most") => Some(Urgency::Most),
            Some(&"more") => Some(Urgency::More),
            _ => None,
        },
        mark: fields.line("mark"),
        joint: fields.single_names("joint"),
        number: Some(fields.line("number")).filter(|number| !number.is_empty()),
        signers,
        issuer: fields.line("issuer"),
        date: fields.date("date"),
        title: fields.line("title"),
        to: fields.names("to"),
        annexes: annexes(fields, &mut pictures),
        body: fields.body.clone(),
        pictures,
        sealing: match fields.choices("sealing").first() {
            Some(&"none") => Sealing::None,
            Some(&"stamp") => Sealing::Stamp,
            _ => Sealing::Seal,
        },
        authorities: authorities(fields),
        note: bare_note(&fields.line("note")),
        attendance: attendance(fields),
        copies_to: fields.names("copies_to"),
        printed_by: fields.line("printed_by"),
        printed_on: fields.date("printed_on"),
        copies: fields.number("copies"),
        watermarks,
    }
}

fn kind(format: Format) -> Kind {
    match format {
        Format::Document | Format::Bulletin => Kind::RedHead,
        Format::Upward => Kind::Upward,
        Format::Letter => Kind::Letter,
        Format::Minutes => Kind::Minutes,
        Format::Order => Kind::Order,
    }
}

/// Watermarks by name.
pub(super) fn watermarks(fields: &Fields<'_>) -> Vec<Watermark> {
    let of = |key: &'static str| match key {
        "void" => Watermark::Void,
        "sample" => Watermark::Sample,
        _ => Watermark::ForReview,
    };
    fields.choices("watermark").into_iter().map(of).collect()
}

/// The brackets around a note are the press's.
fn bare_note(note: &str) -> String {
    let bare = note.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    bare.unwrap_or(note).to_owned()
}

fn attendance(fields: &Fields<'_>) -> Vec<Attendance> {
    let lines = ["attend", "leave", "observe", "absent", "recorder"]
        .map(|name| (keys::label_of(name), fields.names(name)));
    let lines = lines.into_iter().filter(|(_, entries)| !entries.is_empty());
    lines.map(|(label, entries)| Attendance { label: label.into(), entries }).collect()
}

/// Authorities: words, a list of words, or tables; one seal for a single authority may stand by itself.
fn authorities(fields: &Fields<'_>) -> Vec<Authority> {
    let mut out: Vec<Authority> = Vec::new();
    if let Some((label, line, node)) = fields.get("issuers") {
        match &node.value {
            Value::Text(_) => {
                let words = fields.one_line(label, node.line, node);
                let names = words.split(['、', '，', ',']).map(str::trim).filter(|name| !name.is_empty());
                out.extend(names.map(named));
            }
            Value::Table(entries) => out.extend(authority(fields, label, line, entries)),
            Value::List(nodes) => {
                for node in nodes {
                    match &node.value {
                        Value::Table(entries) => out.extend(authority(fields, label, node.line, entries)),
                        _ => out.push(named(&fields.one_line(label, node.line, node))),
                    }
                }
            }
        }
    }
    if let Some((label, line, node)) = fields.get("seal") {
        let name = fields.one_line(label, line, node);
        match out.as_mut_slice() {
            [one] => one.seal = picture::named(fields, line, label, &name),
            _ if name.is_empty() => {}
            [] => fields.say(line, label, "写了印章，没有写“发文机关署名”。"),
            _ => fields.say(line, label, "几个机关署名时，印章要分别写在各机关的“印章”里。"),
        }
    }
    out
}

fn named(name: &str) -> Authority {
    Authority { name: name.to_owned(), ..Authority::default() }
}

/// The entries of a table by the names of their keys; unknown ones are said.
fn entries_of<'n>(
    fields: &Fields<'_>,
    label: &str,
    table: &'static [(&'static str, &'static [&'static str])],
    entries: &'n [(String, Node)],
) -> Vec<(&'static str, &'n Node)> {
    let mut out = Vec::new();
    for (name, node) in entries {
        match keys::find_in(table, name) {
            Some(key) => out.push((key, node)),
            None => {
                let may: Vec<&str> = table.iter().map(|(_, also)| also[0]).collect();
                fields.say(
                    node.line,
                    label,
                    format!("没有“{name}”这个键，这里能写的有：{}。", may.join("、")),
                );
            }
        }
    }
    out
}

fn authority(fields: &Fields<'_>, label: &str, line: usize, entries: &[(String, Node)]) -> Option<Authority> {
    let mut authority = Authority::default();
    for (key, node) in entries_of(fields, label, keys::AUTHORITY, entries) {
        let words = fields.one_line(label, node.line, node);
        match key {
            "name" => authority.name = words,
            "seal" => authority.seal = picture::named(fields, node.line, label, &words),
            _ => authority.person = words,
        }
    }
    if authority.name.is_empty() {
        fields.say(line, label, "这一项没有写“名称”。");
        return None;
    }
    Some(authority)
}

fn annexes(fields: &Fields<'_>, pictures: &mut Vec<Picture>) -> Vec<Annex> {
    let Some((label, _, node)) = fields.get("annexes") else { return Vec::new() };
    let nodes: Vec<Node> = match &node.value {
        Value::Text(words) => words
            .lines()
            .map(|words| Node { line: node.line, value: Value::Text(words.to_owned()) })
            .collect(),
        Value::List(nodes) => nodes.clone(),
        Value::Table(_) => vec![node.clone()],
    };
    let found = nodes.iter().filter_map(|node| match &node.value {
        Value::Table(entries) => annex(fields, label, node.line, entries, pictures),
        _ => {
            let title = bare_title(&fields.one_line(label, node.line, node));
            (!title.is_empty()).then(|| Annex { title, ..Annex::default() })
        }
    });
    found.collect()
}

/// The press numbers annexes and sets no mark after their names (7.3.4).
fn bare_title(title: &str) -> String {
    let number = title.chars().take_while(char::is_ascii_digit).count();
    let rest = &title[number..];
    let bare = if number > 0 && number < 3 {
        rest.strip_prefix(['.', '、', '．']).unwrap_or(title)
    } else {
        title
    };
    bare.trim().trim_end_matches(['。', '；', '，', ';']).to_owned()
}

fn annex(
    fields: &Fields<'_>,
    label: &str,
    line: usize,
    entries: &[(String, Node)],
    pictures: &mut Vec<Picture>,
) -> Option<Annex> {
    let mut annex = Annex::default();
    for (key, node) in entries_of(fields, label, keys::ANNEX, entries) {
        match key {
            "title" => annex.title = bare_title(&fields.one_line(label, node.line, node)),
            "landscape" => annex.landscape = fields.flag(label, node),
            "file" => {
                if let Value::Text(name) = &node.value {
                    annex.body = body_of_file(fields, label, node.line, name.trim()).unwrap_or_default();
                    picture::of_body(fields, &annex.body, 0, label, pictures);
                }
            }
            _ => {
                if let Value::Text(text) = &node.value {
                    annex.body = fields.lines(node.line, text);
                    picture::of_body(fields, &annex.body, 0, label, pictures);
                }
            }
        }
    }
    if annex.title.is_empty() {
        fields.say(line, label, "这个附件没有写“标题”。");
        return None;
    }
    Some(annex)
}

fn body_of_file(fields: &Fields<'_>, label: &str, line: usize, name: &str) -> Option<String> {
    if name.is_empty() {
        return None;
    }
    let read = fields.files.read(name).map_err(|why| format!("附件文件“{name}”{why}。"));
    let text = read.and_then(|bytes| decode(&bytes).map_err(|fault| format!("附件文件“{name}”：{fault}")));
    match text {
        Ok(decoded) => Some(fields.lines(line, &decoded.text)),
        Err(why) => {
            fields.say(line, label, why);
            None
        }
    }
}

/// Names of annex files in a head, read or not.
pub(super) fn annex_files(parts: &Parts) -> Vec<String> {
    let annexes =
        parts.head.iter().filter(|(name, ..)| keys::find(name).is_some_and(|key| key.name == "annexes"));
    let nodes = annexes.flat_map(|(.., node)| match &node.value {
        Value::List(nodes) => nodes.iter().collect(),
        _ => vec![node],
    });
    let files = nodes.filter_map(|node| match &node.value {
        Value::Table(entries) => {
            entries.iter().find_map(|(name, node)| match (keys::find_in(keys::ANNEX, name), &node.value) {
                (Some("file"), Value::Text(file)) => Some(file.trim().to_owned()),
                _ => None,
            })
        }
        _ => None,
    });
    files.collect()
}
