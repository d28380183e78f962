//! What is wrong with a command line, in Chinese. Help and version are answers and go to stdout.
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

use crate::failure::Failure;
use crate::screen::say;

/// Prints help or the fault, and says how the run ends.
pub fn answer(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match say(page(error).trim_end()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => failure.tell(false),
        },
        _ => Failure::Usage(words(error)).tell(false),
    }
}

// clap ends its headings with a half-width colon.
fn page(error: &Error) -> String {
    ["命令", "参数", "选项"].iter().fold(error.to_string(), |page, heading| {
        page.replace(&format!("\n{heading}:\n"), &format!("\n{heading}：\n"))
    })
}

fn words(error: &Error) -> String {
    let part = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let arg = part(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "没有“{}”这个命令。{}",
                part(ContextKind::InvalidSubcommand),
                maybe(&part(ContextKind::SuggestedSubcommand))
            )
        }
        ErrorKind::UnknownArgument => {
            format!("没有“{arg}”这个选项。{}", maybe(&part(ContextKind::SuggestedArg)))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少：{}。", arg.replace('\n', "、")),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "没有写明要做什么。".into()
        }
        ErrorKind::InvalidValue if part(ContextKind::InvalidValue).is_empty() => {
            format!("“{arg}”后面缺少内容。")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("“{}”不能用作 {arg}。{}", part(ContextKind::InvalidValue), allowed(error))
        }
        ErrorKind::ArgumentConflict if part(ContextKind::PriorArg) == arg => format!("“{arg}”只能写一次。"),
        ErrorKind::ArgumentConflict => format!("“{arg}”不能与“{}”同时使用。", part(ContextKind::PriorArg)),
        ErrorKind::TooManyValues => format!("“{arg}”后面的内容多了：{}。", part(ContextKind::InvalidValue)),
        ErrorKind::InvalidUtf8 => "命令行里有无法识别的字符。".into(),
        _ => "命令行写法不对。".into(),
    }
}

fn maybe(suggestion: &str) -> String {
    if suggestion.is_empty() { String::new() } else { format!("是不是“{suggestion}”？") }
}

fn allowed(error: &Error) -> String {
    let listed = error.get(ContextKind::ValidValue).map(ToString::to_string).unwrap_or_default();
    let source = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    match (listed.is_empty(), !source.is_ascii()) {
        (false, _) => format!("可以是：{listed}。"),
        (true, true) => source, // our own parsers speak Chinese
        (true, false) => String::new(),
    }
}
