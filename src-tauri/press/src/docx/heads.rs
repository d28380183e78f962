//! The head of every kind but a letter (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2, 10.2, 10.3): 份号, 紧急程度, red mark, number,
//! 签发人, red rule, title, 主送机关.
use super::facts::{Facts, Seen};
use super::head::{Head, Place};
use super::joint;
use super::para::run;
use super::props::{Chars, Para};
use super::styles;
use super::units::{CHAR, TIGHTEN, twips};
use super::xml::Element;
use crate::document::{Document, Kind, Urgency};
use crate::page::{Face, Rule};
use crate::text;

/// Width and left edge of the type area, mm.
const WIDTH: f64 = 156.0;
const LEFT: f64 = 28.0;
/// Signers on a line (7.2.6).
const A_LINE: usize = 2;
/// What stands for a number and a date until they are given.
pub(super) const NO_NUMBER: &str = "（未编号）";
pub(super) const NO_DATE: &str = "    年  月  日";

/// Words that are there, or what stands in their place until they are.
pub(super) fn said(words: Option<&str>, blank: &str) -> String {
    words.map(text::clean_line).filter(|words| !words.is_empty()).unwrap_or_else(|| blank.to_owned())
}

/// The head of a document inside the type area.
pub(super) fn head(document: &Document, facts: &Facts) -> Head {
    let mut head = Head::new();
    let mark = facts.mark();
    let (top, foot) = (mark.first().map_or(0.0, |line| line.y), mark.last().map_or(0.0, |line| line.y));
    corner(&mut head, document, &facts.between(0.0, top - mark.first().map_or(0.0, |l| l.size_pt * 0.3)));
    if document.joint.iter().any(|name| !name.trim().is_empty()) {
        joint::mark(&mut head, document, &mark);
    } else {
        head.mark(&mark);
    }
    let title = facts.title(0);
    let rule = facts.rules.first();
    let end = rule.map(|rule| rule.y).or_else(|| title.first().map(|line| line.y - 1.0)).unwrap_or(f64::MAX);
    numbers(&mut head, document, &facts.between(foot, end), rule);
    head.title(&title);
    addressed(&mut head, document, facts, title.last().map_or(end, |line| line.y));
    head
}

/// 份号 and 紧急程度 with their faces, one below the other.
pub(super) fn corner_words(document: &Document) -> Vec<(String, Option<Face>)> {
    let copy = document.copy_number.map(|number| (format!("{number:06}"), None));
    let urgency = document.urgency.map(|urgency| {
        let words = match urgency {
            Urgency::Most => "特急",
            Urgency::More => "加急",
        };
        (words.to_owned(), Some(Face::Hei))
    });
    copy.into_iter().chain(urgency).collect()
}

fn corner(head: &mut Head, document: &Document, seen: &[&Seen]) {
    for ((words, face), seen) in corner_words(document).iter().zip(seen) {
        let runs = [run(Chars { face: *face, ..Chars::default() }, words)];
        head.put(Para::of(styles::HEAD_LINE), runs, Place::grid(seen.y, 1, None));
    }
}

/// The lines from the number to the one above the red rule.
fn numbers(head: &mut Head, document: &Document, seen: &[&Seen], rule: Option<&Rule>) {
    let number = said(document.number.as_deref(), NO_NUMBER);
    // Several stretches of one line have one height.
    let mut heights: Vec<f64> = seen.iter().map(|line| line.y).collect();
    heights.dedup_by(|a, b| (*a - *b).abs() < 0.1);
    // Without a rule and a title below it, the text follows.
    heights.truncate(match document.kind {
        Kind::Minutes => 2,
        Kind::Upward => document.signers.len().div_ceil(A_LINE).max(1),
        _ => 1,
    });
    let last = heights.len().saturating_sub(1);
    for (i, y) in heights.iter().enumerate() {
        let place = Place::grid(*y, 1, rule.filter(|_| i == last));
        let (props, runs) = match document.kind {
            Kind::Upward => upward(document, &number, (i, last), seen),
            Kind::Minutes if i > 0 => ends(&document.issuer, &said(document.date.as_deref(), NO_DATE)),
            _ => (Para::of(styles::NUMBER), vec![run(Chars::default(), &number)]),
        };
        head.put(props, runs, place);
    }
}

/// Words at both ends, one character in; tabulators in place of indents, so that the rule below keeps its width.
pub(super) fn ends(left: &str, right: &str) -> (Para, Vec<Element>) {
    let tabs = vec![("left", CHAR), ("right", twips(WIDTH) - CHAR)];
    let words = format!("\t{}\t{right}", text::clean_line(left));
    (Para { tabs, ..Para::of(styles::HEAD_LINE) }, vec![run(Chars::default(), &words)])
}

/// A line of an upward document: 签发人 and names in columns, the number at the left of the last.
fn upward(
    document: &Document,
    number: &str,
    (i, last): (usize, usize),
    seen: &[&Seen],
) -> (Para, Vec<Element>) {
    let names: Vec<String> = document.signers.iter().map(|name| text::clean_line(name)).collect();
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let kai = Chars { face: Some(Face::Kai), ..Chars::default() };
    let number = if i == last { number } else { "" };
    let mut runs = vec![run(Chars::default(), &format!("\t{number}"))];
    let mut tabs = vec![("left", CHAR)];
    match names.as_slice() {
        [] => {}
        [name] => {
            tabs.push(("right", twips(WIDTH) - CHAR));
            runs.push(run(Chars::default(), "\t签发人："));
            runs.push(run(kai, name));
        }
        _ => {
            let label = seen.iter().flat_map(|line| &line.segments).find(|s| s.words.starts_with("签发人"));
            let at = label.map_or(WIDTH / 2.0, |segment| segment.left - LEFT);
            let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(3).max(3) as i32;
            let first = twips(at) + 4 * CHAR;
            tabs.extend([("left", twips(at)), ("left", first), ("left", first + (width + 1) * CHAR)]);
            let row = names.chunks(A_LINE).nth(i).unwrap_or_default();
            runs.push(run(Chars::default(), if i == 0 { "\t签发人：" } else { "\t" }));
            for (column, name) in row.iter().enumerate() {
                // The first name follows its label at once, in the lines below a tabulator leads to it.
                let before = if i == 0 && column == 0 { "" } else { "\t" };
                runs.push(run(kai, before));
                runs.extend(drawn_out(name, kai));
            }
        }
    }
    (Para { tabs, ..Para::of(styles::HEAD_LINE) }, runs)
}

/// A name of two characters in the room of three: it can still be searched for as one word.
pub(super) fn drawn_out(name: &str, chars: Chars) -> Vec<Element> {
    let letters: Vec<char> = name.chars().collect();
    match letters.as_slice() {
        [one, two] => {
            let wide = Chars { spacing: Some(TIGHTEN + CHAR), ..chars };
            vec![run(wide, &one.to_string()), run(chars, &two.to_string())]
        }
        _ => vec![run(chars, name)],
    }
}

/// 主送机关, unless they had no room on the first page.
pub(super) fn addressed(head: &mut Head, document: &Document, facts: &Facts, below: f64) {
    let Some(list) = list(&document.to) else { return };
    let beginning: String = list.chars().filter(|ch| !ch.is_whitespace()).take(8).collect();
    let begins = |line: &&&Seen| line.words().starts_with(&beginning);
    let seen = facts.between(below, f64::MAX);
    let Some(first) = seen.iter().find(begins).filter(|line| line.size_pt > 15.0) else { return };
    let ends = seen.iter().filter(|line| line.y >= first.y).take_while(|line| !line.words().ends_with('：'));
    let place = Place::grid(first.y, ends.count() + 1, None);
    head.put(Para::of(styles::ADDRESSED), [run(Chars::default(), &format!("{list}："))], place);
}

/// Units in one sentence without its end mark; `None` if there are none.
pub(super) fn list(units: &[String]) -> Option<String> {
    let clean =
        |unit: &String| text::clean_line(unit).trim_end_matches(['。', '，', '；', '：', '、']).to_owned();
    let units: Vec<String> = units.iter().map(clean).filter(|unit| !unit.is_empty()).collect();
    (!units.is_empty()).then(|| units.join("，"))
}
