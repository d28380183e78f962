//! `zq ask`: one question by name; the answer as JSON, or a file to save.
use std::io::Read;

use office::{Answer, Office, Refusal};
use serde_json::{Value, json};

use crate::args::{AskArgs, Cli};
use crate::failure::Failure;
use crate::saving::save;
use crate::screen::{say, say_json};
use crate::session;

/// Asks and answers.
pub fn run(cli: &Cli, args: &AskArgs) -> Result<(), Failure> {
    let request = request(&args.request)?;
    let office = office_for(cli, &args.name)?;
    let answer = session::ask(&office, &args.name, request)?;
    match (answer, &args.output) {
        (Answer::Json(value), None) => say_json(&value),
        (Answer::Json(value), Some(path)) => {
            let text = serde_json::to_vec_pretty(&value).map_err(Refusal::from)?;
            save(path, &text, args.force)
        }
        (Answer::File(paper), Some(path)) => {
            save(path, &paper.bytes, args.force)?;
            say(&format!("{}", path.display()))
        }
        (Answer::File(paper), None) => {
            say_json(&json!({"name": paper.name, "mime": paper.mime, "bytes": paper.bytes.len()}))
        }
    }
}

/// A request as JSON, from the command line or from stdin.
pub fn request(text: &str) -> Result<Value, Failure> {
    let text = if text == "-" { from_stdin()? } else { text.to_owned() };
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        Failure::Usage(format!("请求不是有效的 JSON：第 {} 行第 {} 列。", error.line(), error.column()))
    })?;
    if value.is_object() {
        Ok(value)
    } else {
        Err(Failure::Usage("请求应为 JSON 对象，例如 {}。".into()))
    }
}

fn from_stdin() -> Result<String, Failure> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|_| Failure::Usage("标准输入不是 UTF-8 文本。".into()))?;
    Ok(text)
}

// At the door nobody is logged in yet, except for the one way that needs the person at the desk.
fn office_for(cli: &Cli, name: &str) -> Result<Office, Failure> {
    if name.starts_with("door_") && name != "door_change_password" {
        session::office(cli)
    } else {
        session::entered(cli)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_object_is_a_request() {
        assert_eq!(request("\u{feff}{\"a\":1}").unwrap(), json!({"a": 1}));
        for wrong in ["", "{", "[]", "1", "{}{}"] {
            assert!(matches!(request(wrong), Err(Failure::Usage(_))), "{wrong}");
        }
    }
}
