//! `cargo xtask <verb>`: everything that is done to this repository, by one name each.
//!
//! What it promises: every verb sets up what it needs first, a second run costs next to nothing, and what cannot be
//! set up on this machine is said in one list. What it deliberately does not do: hold anything of the product.
mod apt;
mod bundle;
mod demo;
mod fonts;
mod platform;
mod run;
mod setup;
mod shell;
mod test;
mod ui;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <verb>

  setup             install and fetch what the other verbs need (system packages, faces, node modules, pages)
  run               open the window on demonstration data; without a display, print a month's papers into a folder
  test [--quick]    everything that a change must pass; --quick leaves out the window tests
  demo [FOLDER] …   make demonstration data and papers in FOLDER (demo-out); further words go to `zq demo`
  bundle            release build and installers for this system
  bench             benchmarks on large data
  api               write the generated types of ui/src/api anew
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match words.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("help", words.as_slice()),
    };
    let done = match verb {
        "setup" => setup::verb(),
        "run" => run::verb(),
        "test" => test::verb(rest),
        "demo" => demo::verb(rest),
        "bundle" => bundle::verb(),
        "bench" => shell::cargo(["bench", "-p", "zhiqiang-tests"]).args(rest).run(),
        "api" => test::write_api(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no verb `{other}`\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("xtask {verb}: {words}");
            ExitCode::FAILURE
        }
    }
}
