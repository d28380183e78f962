//! Runs the real program and hands back what it said.
#![allow(dead_code)] // every test file uses a part of it

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// What a run said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// It went well, and answered JSON.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }
    /// It was refused, and said why as JSON.
    pub fn refusal(&self) -> Value {
        assert_eq!(self.code, 1, "{self:?}");
        assert_eq!(self.out, "", "a refusal leaves stdout empty");
        serde_json::from_str(&self.err).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }
}

/// A run over no folder, as nobody.
pub fn zq(args: &[&str]) -> Said {
    run(None, None, args, "")
}

/// A run over a folder, as somebody.
pub fn zq_as(data: &Path, (user, password): (&str, &str), args: &[&str]) -> Said {
    run(Some(data), Some((user, password)), args, "")
}

/// A run with everything named.
pub fn run(data: Option<&Path>, who: Option<(&str, &str)>, args: &[&str], stdin: &str) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zq"));
    command.env_remove("ZQ_USER").env_remove("ZQ_PASSWORD").env_remove("ZHIQIANG_FONTS");
    if let Some((user, password)) = who {
        command.env("ZQ_USER", user).env("ZQ_PASSWORD", password);
    }
    if let Some(data) = data {
        command.arg("--data").arg(data);
    }
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program was built for this test");
    // A run that does not read its input may have closed it already.
    let _ = child.stdin.take().expect("it was asked for").write_all(stdin.as_bytes());
    let output = child.wait_with_output().unwrap();
    Said {
        code: output.status.code().expect("it ended by itself"),
        out: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        err: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

/// The demonstration's clerk, director, administrator and auditor.
pub const CLERK: (&str, &str) = ("jingban", "Shili-jingban1");
pub const DIRECTOR: (&str, &str) = ("zhuren", "Shili-zhuren1");
pub const ADMIN: (&str, &str) = ("guanli", "Shili-guanli1");
pub const AUDITOR: (&str, &str) = ("shenji", "Shili-shenji1");

/// A demonstration of the last two months, made once for all tests of a file; each test gets a copy.
pub fn demonstration() -> tempfile::TempDir {
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let said = run(Some(folder.path()), None, &["demo", "--months", "2"], "");
        assert_eq!(said.code, 0, "{said:?}");
        folder
    });
    let copy = tempfile::tempdir().unwrap();
    copy_folder(made.path(), copy.path());
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}
