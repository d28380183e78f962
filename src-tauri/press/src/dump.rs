//! A placed page as text that people can read and compare: the golden files of printed forms.
//!
//! One line a baseline: its height, then each run with its left edge, face, size and words. Level rules follow with
//! their height and ends, upright rules with their place and ends, pictures with their name and edges. Millimetres with one decimal: a shift that no eye sees
//! does not break a golden file, one that a ruler sees does.
use std::fmt::Write;

use crate::page::{Face, Ink, Page, Placed, Rule, Run};

/// All pages as text.
pub fn dump(placed: &Placed) -> String {
    let mut out = format!("《{}》 {} 页\n", placed.title, placed.pages.len());
    for (i, page) in placed.pages.iter().enumerate() {
        let _ = writeln!(out, "\n== 第 {} 页 {} × {} mm ==", i + 1, page.w, page.h);
        runs(&mut out, page);
        rules(&mut out, page);
        images(&mut out, page);
    }
    out
}

fn face(face: Face) -> &'static str {
    match face {
        Face::BiaoSong => "小标宋",
        Face::FangSong => "仿宋",
        Face::Kai => "楷体",
        Face::Hei => "黑体",
        Face::Song => "宋体",
    }
}

fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "",
        Ink::Red => " 红",
        Ink::Grey => " 灰",
    }
}

/// Left edge of a run; runs without glyphs draw nothing.
fn left(run: &Run) -> f64 {
    run.glyphs.first().map_or(0.0, |glyph| glyph.x)
}

fn runs(out: &mut String, page: &Page) {
    let mut runs: Vec<&Run> = page.runs.iter().filter(|run| !run.glyphs.is_empty()).collect();
    let tenth = |mm: f64| (mm * 10.0).round() as i64;
    runs.sort_by_key(|run| (tenth(run.y), tenth(left(run))));
    let mut line: Option<i64> = None;
    let mut before: Option<(&Run, f64)> = None;
    for run in runs {
        let words: String = run.glyphs.iter().map(|glyph| glyph.ch).collect();
        let same_line = line == Some(tenth(run.y));
        if !same_line {
            let _ = write!(out, "{}{:6.1}", if line.is_some() { "\n" } else { "" }, run.y);
            line = Some(tenth(run.y));
            before = None;
        }
        // Half-width figures are runs of their own; close to their neighbour they are read on.
        let reads_on = before.is_some_and(|(b, end)| style(b) == style(run) && (left(run) - end).abs() < 1.5);
        if reads_on {
            out.push_str(&words);
        } else {
            let _ = write!(out, " | {:.1} {}{words}", left(run), style(run));
        }
        let em = run.size_pt * 25.4 / 72.0;
        let last = run.glyphs.last().map_or(0.0, |g| g.x + if g.ch.is_ascii() { em / 2.0 } else { em });
        before = Some((run, last));
    }
    if line.is_some() {
        out.push('\n');
    }
}

/// Pictures by name with their edges.
fn images(out: &mut String, page: &Page) {
    for image in &page.images {
        let (right, bottom) = (image.x + image.w, image.y + image.h);
        let name = &image.picture.name;
        let _ =
            writeln!(out, "{:6.1} ▣ {name} {:.1}→{right:.1} {:.1}→{bottom:.1}", image.y, image.x, image.y);
    }
}

fn style(run: &Run) -> String {
    let turn = if run.turn_deg == 0.0 { String::new() } else { format!(" ↻{:.0}°", run.turn_deg) };
    format!("[{} {}{}{turn}] ", face(run.face), (run.size_pt * 10.0).round() / 10.0, ink(run.ink))
}

fn rules(out: &mut String, page: &Page) {
    let mut rules: Vec<&Rule> = page.rules.iter().collect();
    rules.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap_or(std::cmp::Ordering::Equal));
    let (level, upright): (Vec<&Rule>, Vec<&Rule>) = rules.into_iter().partition(|rule| rule.w >= rule.h);
    let mut y = f64::NAN;
    for rule in level {
        let middle = rule.y + rule.h / 2.0;
        // A dashed line, or a rule with gaps, is one line of the dump.
        if (middle - y).abs() < 0.05 {
            let _ = write!(out, " {:.1}→{:.1}", rule.x, rule.x + rule.w);
            continue;
        }
        let start = if y.is_nan() { "" } else { "\n" };
        y = middle;
        let _ = write!(
            out,
            "{start}{y:6.1} ─ {:.2}{} {:.1}→{:.1}",
            rule.h,
            ink(rule.ink),
            rule.x,
            rule.x + rule.w
        );
    }
    if !y.is_nan() {
        out.push('\n');
    }
    for rule in upright {
        let middle = rule.x + rule.w / 2.0;
        let _ = writeln!(
            out,
            "{middle:6.1} │ {:.2}{} {:.1}→{:.1}",
            rule.w,
            ink(rule.ink),
            rule.y,
            rule.y + rule.h
        );
    }
}
