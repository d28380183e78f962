//! What is said: answers on stdout, progress on stderr when somebody is looking. A closed pipe is no fault.
use std::io::{IsTerminal, Write, stderr, stdout};

use office::{Progress, Refusal};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::failure::Failure;

/// Says a line on stdout.
pub fn say(text: &str) -> Result<(), Failure> {
    let mut out = stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Refusal::from(error).into()),
        _ => Ok(()),
    }
}

/// Says data as JSON on stdout.
pub fn say_json(value: &impl Serialize) -> Result<(), Failure> {
    say(&serde_json::to_string_pretty(value).map_err(Refusal::from)?)
}

/// Says a table, its columns aligned; a Chinese character takes two places.
pub fn say_table(rows: &[Vec<String>]) -> Result<(), Failure> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    rows.iter().try_for_each(|row| say(line(row, &widths).trim_end()))
}

fn line(row: &[String], widths: &[usize]) -> String {
    let padded = row.iter().zip(widths).map(|(cell, width)| {
        let gap = width.saturating_sub(cell.width());
        format!("{cell}{}", " ".repeat(gap))
    });
    padded.collect::<Vec<_>>().join("  ")
}

/// Progress on one line of the terminal.
pub struct Bar;

impl Progress for Bar {
    fn step(&self, done: u64, total: u64, words: &str) {
        if stderr().is_terminal() {
            let end = if done >= total { "\n" } else { "" };
            // The screen may be gone; the work goes on.
            let _ = write!(stderr(), "\r{words}（{done}/{total}）          {end}");
        }
    }
    fn cancelled(&self) -> bool {
        false // Ctrl-C ends the program; the open transaction is rolled back.
    }
}
