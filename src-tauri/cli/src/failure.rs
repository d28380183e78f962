//! How a run ends when it does not end well: words for people, JSON for programs, and the exit code.
use std::process::ExitCode;

use office::Refusal;

/// Why a run failed.
#[derive(Debug)]
pub enum Failure {
    /// The command line is wrong (exit 2).
    Usage(String),
    /// The office said no (exit 1).
    Refused(Box<Refusal>),
    /// What is wrong has been printed already (exit 1).
    Found,
}

impl Failure {
    /// Says it on stderr; `json` for programs that read the refusal.
    pub fn tell(&self, json: bool) -> ExitCode {
        match self {
            Failure::Usage(words) => {
                eprintln!("用法有误：{words}\n用 zq --help 查看用法。");
                ExitCode::from(2)
            }
            Failure::Refused(refusal) => {
                let text = serde_json::to_string_pretty(refusal).unwrap_or_else(|_| refusal.to_string());
                if json {
                    eprintln!("{text}")
                } else {
                    eprintln!("未办成：{refusal}")
                }
                ExitCode::from(1)
            }
            Failure::Found => ExitCode::from(1),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused(Box::new(refusal))
    }
}
