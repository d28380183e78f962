//! Characters that are not what they look like: radicals, full-width digits and letters, invisible ones.
use super::What;
use super::context;
use super::line::{Edit, Line};
use crate::text::clean::{is_void, unified};

/// Finds them.
pub(super) fn right(line: &Line) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, &ch) in line.chars.iter().enumerate() {
        let edit = |after: &str, what| Some(Edit::new(at..at + 1, after, what));
        let found = match ch {
            // `spaces` judges blanks of every kind.
            _ if context::blank(ch) => None,
            _ if is_void(ch) => edit("", What::Invisible),
            _ if unified(ch) != ch => edit(&unified(ch).to_string(), What::Radical),
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => edit(&half(ch).to_string(), What::FullWidth),
            '．' if digit(line.at(at.wrapping_sub(1))) && digit(line.at(at + 1)) => {
                edit(".", What::FullWidth)
            }
            '\u{FF61}' => edit("。", What::HalfWidth),
            '\u{FF64}' => edit("、", What::HalfWidth),
            '\u{FF62}' => edit("「", What::HalfWidth),
            '\u{FF63}' => edit("」", What::HalfWidth),
            '﹐' => edit("，", What::HalfWidth),
            '﹑' => edit("、", What::HalfWidth),
            '﹔' => edit("；", What::HalfWidth),
            '﹕' => edit("：", What::HalfWidth),
            '﹖' => edit("？", What::HalfWidth),
            '﹗' => edit("！", What::HalfWidth),
            _ => None,
        };
        edits.extend(found);
    }
    edits
}

fn digit(ch: Option<char>) -> bool {
    ch.is_some_and(|ch| ch.is_ascii_digit() || ('０'..='９').contains(&ch))
}

/// The half-width form of a full-width digit or letter.
fn half(ch: char) -> char {
    char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch)
}
