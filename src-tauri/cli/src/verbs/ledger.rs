//! `zq ledger`: one ledger as a workbook.
use office::Answer;

use crate::args::{Cli, LedgerArgs};
use crate::catalogue;
use crate::failure::Failure;
use crate::saving::save;
use crate::screen::say;
use crate::session;
use crate::verbs::ask::request;

/// Exports.
pub fn run(cli: &Cli, args: &LedgerArgs) -> Result<(), Failure> {
    let ledger = catalogue::find_ledger(&args.name)?;
    let filter = request(&args.filter)?;
    let office = session::entered(cli)?;
    match session::ask(&office, ledger.command, filter)? {
        Answer::File(paper) => {
            save(&args.output, &paper.bytes, args.force)?;
            say(&args.output.display().to_string())
        }
        Answer::Json(_) => Err(catalogue::no_file(ledger.title)),
    }
}
