//! `zq forms`: what can be printed and exported, and which blank forms there are.
use crate::catalogue::{FORMS, LEDGERS};
use crate::failure::Failure;
use crate::screen::{say, say_table};

/// Prints both lists.
pub fn run() -> Result<(), Failure> {
    say("表单（zq print）：")?;
    let forms: Vec<Vec<String>> = FORMS
        .iter()
        .map(|form| vec![form.command.into(), form.title.into(), form.asks.words().into()])
        .collect();
    say_table(&forms)?;
    say("\n台账（zq ledger）：")?;
    let ledgers: Vec<Vec<String>> =
        LEDGERS.iter().map(|ledger| vec![ledger.command.into(), ledger.title.into()]).collect();
    say_table(&ledgers)?;
    say("\n空白表格（zq blank）：")?;
    let blanks: Vec<Vec<String>> = press::forms::CATALOGUE
        .iter()
        .map(|form| vec![form.key.into(), form.title.into(), form.family.label().into()])
        .collect();
    say_table(&blanks)
}
