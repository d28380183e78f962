//! Pictures that a source text names: read once each, refused by their names.
use super::fields::Fields;
use crate::picture::Picture;
use crate::text::blocks::{Block, blocks};

/// The picture of a name in a head, e.g. a seal; `None` if it cannot be had (said as a trouble).
pub(super) fn named(fields: &Fields<'_>, line: usize, label: &str, name: &str) -> Option<Picture> {
    if name.trim().is_empty() {
        return None;
    }
    let bytes = match fields.files.read(name) {
        Ok(bytes) => bytes,
        Err(why) => {
            fields.say(line, label, format!("图片“{name}”{why}。图片文件应与本文件放在一起。"));
            return None;
        }
    };
    let read = Picture::read(name, bytes);
    read.map_err(|fault| fields.say(line, label, format!("{}。", fault.message.trim_end_matches('。')))).ok()
}

/// The pictures that a body names, each once. `line` is where the body begins; 0 if it came from another file.
pub(super) fn of_body(
    fields: &Fields<'_>,
    body: &str,
    line: usize,
    label: &str,
    pictures: &mut Vec<Picture>,
) {
    for (at, words) in body.split('\n').enumerate().filter(|(_, words)| words.contains("![")) {
        let [Block::Picture { name, .. }] = &blocks(words)[..] else { continue };
        if pictures.iter().all(|picture| picture.name != *name) {
            let line = if line == 0 { 0 } else { line + at };
            pictures.extend(named(fields, line, label, name));
        }
    }
}
