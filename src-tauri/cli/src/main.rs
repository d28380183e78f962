//! `zq`: the front desk without a window. It reads the command line, asks, prints and sets the exit code.
//!
//! Promised: 0 when it is done, 1 when the office says no or a check finds something, 2 when the command line is
//! wrong; answers on stdout, everything else on stderr; words are Chinese. It deliberately holds no rule of the office.
mod args;
mod catalogue;
mod failure;
mod saving;
mod screen;
mod session;
mod usage;
mod verbs;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::args::{Cli, Verb};
use crate::failure::Failure;

fn main() -> ExitCode {
    let cli = match Cli::command().try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return usage::answer(&error),
    };
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(matches!(cli.verb, Verb::Ask(_))),
    }
}

fn run(cli: &Cli) -> Result<(), Failure> {
    match &cli.verb {
        Verb::Demo(args) => verbs::demo::run(cli, args),
        Verb::Commands => verbs::commands::run(),
        Verb::Ask(args) => verbs::ask::run(cli, args),
        Verb::Forms => verbs::forms::run(),
        Verb::Print(args) => verbs::print::run(cli, args),
        Verb::Ledger(args) => verbs::ledger::run(cli, args),
        Verb::Import(args) => verbs::import::run(cli, args),
        Verb::Check => verbs::check::run(cli),
        Verb::Typeset(args) => verbs::typeset::run(cli, args),
        Verb::Blank(args) => verbs::blank::run(cli, args),
    }
}
