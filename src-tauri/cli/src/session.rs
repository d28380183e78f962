//! The office as the command line opens it: over the folder named, with the person from `ZQ_USER`/`ZQ_PASSWORD` or a
//! prompt.
//!
//! It deliberately keeps nobody logged in: every run enters and leaves.
use std::env;
use std::io::{BufRead, IsTerminal, Write, stderr, stdin};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;
use office::kernel::clock::{Clock, MachineClock, SetClock};
use office::{Answer, Office, Options, Silent};
use serde_json::{Value, json};

use crate::args::Cli;
use crate::failure::Failure;
use crate::screen::Bar;

/// The office over `--data`, nobody logged in.
pub fn office(cli: &Cli) -> Result<Office, Failure> {
    let mut options = Options { fonts: zq::fonts::folders(), ..Options::default() };
    if cli.today.is_some() {
        options.clock = Arc::new(SetClock::at(now(cli)));
        options.keep_demo_day = false;
    }
    Ok(Office::new(data(cli)?, options))
}

/// The moment of this run: the machine's, on the day that `--today` names.
pub fn now(cli: &Cli) -> NaiveDateTime {
    let now = MachineClock.now();
    cli.today.map_or(now, |day| day.and_time(now.time()))
}

/// The data folder.
pub fn data(cli: &Cli) -> Result<PathBuf, Failure> {
    cli.data
        .clone()
        .ok_or_else(|| Failure::Usage("请用 --data 写明数据文件夹，例如：zq --data ./示例 demo".into()))
}

/// The office with somebody at the desk.
pub fn entered(cli: &Cli) -> Result<Office, Failure> {
    let office = office(cli)?;
    refuse_empty(&office)?;
    enter(&office)?;
    Ok(office)
}

/// Asks with progress on the terminal.
pub fn ask(office: &Office, name: &str, request: Value) -> Result<Answer, Failure> {
    Ok(office.ask(name, request, &Bar)?)
}

/// Logs in.
pub fn enter(office: &Office) -> Result<(), Failure> {
    let login = match given("ZQ_USER") {
        Some(login) => login,
        None => prompt("登录名：", "ZQ_USER")?,
    };
    let password = match given("ZQ_PASSWORD") {
        Some(password) => password,
        None => secret()?,
    };
    office.ask("door_enter", json!({"login": login, "password": password}), &Silent)?;
    Ok(())
}

// Without this a mistyped folder would ask for a password that nothing can answer.
fn refuse_empty(office: &Office) -> Result<(), Failure> {
    if office.store_folder().exists() {
        return Ok(());
    }
    let place = office.home().display();
    Err(office::Refusal::refused(format!("文件夹“{place}”里没有质强办的数据。"))
        .hint("请检查 --data；要试用示例数据，请运行 zq --data 文件夹 demo。")
        .into())
}

fn given(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

fn prompt(words: &str, variable: &str) -> Result<String, Failure> {
    if !stdin().is_terminal() {
        return Err(nobody(variable));
    }
    let _ = write!(stderr(), "{words}").and_then(|()| stderr().flush());
    let mut line = String::new();
    stdin().lock().read_line(&mut line).map_err(|_| nobody(variable))?;
    Ok(line.trim().to_owned())
}

fn secret() -> Result<String, Failure> {
    // rpassword reads the console itself, so that stdin stays free for a request.
    if !stderr().is_terminal() {
        return Err(nobody("ZQ_PASSWORD"));
    }
    rpassword::prompt_password("口令：").map_err(|_| nobody("ZQ_PASSWORD"))
}

fn nobody(variable: &str) -> Failure {
    Failure::Usage(format!("不知道由谁办理，也没有可以输入的终端。请设置环境变量 {variable}。"))
}
