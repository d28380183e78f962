//! `zq check`: looks the whole store over; what is found decides the exit code.
use office::Answer;
use serde_json::json;

use crate::args::Cli;
use crate::failure::Failure;
use crate::screen::say_json;
use crate::session;

/// Checks.
pub fn run(cli: &Cli) -> Result<(), Failure> {
    let office = session::entered(cli)?;
    let Answer::Json(report) = session::ask(&office, "system_check", json!({}))? else {
        return Err(office::Refusal::broken("检查没有给出结果。").into());
    };
    say_json(&report)?;
    if report["good"] == json!(true) { Ok(()) } else { Err(Failure::Found) }
}
