//! `zq print`: one form of one record as PDF.
use office::Answer;

use crate::args::{Cli, PrintArgs};
use crate::catalogue;
use crate::failure::Failure;
use crate::saving::save;
use crate::screen::say;
use crate::session;

/// Prints.
pub fn run(cli: &Cli, args: &PrintArgs) -> Result<(), Failure> {
    let form = catalogue::find_form(&args.form)?;
    let request = form.request(&args.id)?;
    let office = session::entered(cli)?;
    match session::ask(&office, form.command, request)? {
        Answer::File(paper) => {
            save(&args.output, &paper.bytes, args.force)?;
            say(&args.output.display().to_string())
        }
        Answer::Json(_) => Err(catalogue::no_file(form.title)),
    }
}
