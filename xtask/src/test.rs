//! `cargo xtask test`: every check that a change must pass, in order, with one table at the end.
//!
//! One failing part does not hide the others. The workspace is built once: building packages one by one would give
//! shared libraries other features each time and build them again.
use std::time::{Duration, Instant};

use crate::shell::{Done, Program, cargo, node_tool, program};
use crate::{platform, setup};

/// The test binary that needs a window.
const WINDOW: &str = "window";
/// The test binaries that need none, for machines without nextest.
const WITHOUT_WINDOW: &[&str] = &["house", "journeys", "paper"];

struct Part {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

enum Outcome {
    Passed,
    Failed(String),
    LeftOut(&'static str),
}

/// The parts done so far.
#[derive(Default)]
struct Round(Vec<Part>);

/// The verb.
pub fn verb(words: &[String]) -> Done {
    let quick = match words {
        [] => false,
        [one] if one == "--quick" => true,
        _ => return Err("test takes only --quick".into()),
    };
    let mut round = Round::default();
    let mut ready = None;
    round.part("set-up", || ready.insert(setup::everything()).sound());
    let ready = ready.expect("set by the part above");
    round.part("format", || cargo(["fmt", "--all", "--check"]).run());
    let packages: &[&str] =
        if ready.window { &["--workspace"] } else { &["--workspace", "--exclude", "zhiqiang"] };
    round.part("lints", || {
        cargo(["clippy", "--all-targets"]).args(packages).args(["--", "-D", "warnings"]).run()
    });
    if ready.node {
        round.part("page types", || node_tool("npm").args(["run", "--silent", "check"]).run());
        round.part("page tests", || node_tool("npm").args(["run", "--silent", "test"]).run());
    } else {
        round.left_out("pages", "Node is missing");
    }
    round.part("build", || cargo(["build", "--bins", "--tests"]).args(packages).run());
    round.part("tests", || without_window(packages));
    match window_tests_stand_back(quick, ready.window) {
        Some(why) => round.left_out("window tests", why),
        None => round.part("window tests", || with_window(packages)),
    }
    round.table()
}

/// Writes `ui/src/api` anew from the Rust types.
pub fn write_api() -> Done {
    cargo(["test", "-p", "zhiqiang-tests", "--test", "house", "api"]).env("UPDATE_API", "1").run()
}

fn nextest() -> bool {
    cargo(["nextest", "--version"]).quiet().is_some()
}

fn without_window(packages: &[&str]) -> Done {
    if nextest() {
        let all_but = format!("not binary(={WINDOW})");
        return cargo(["nextest", "run", "--no-fail-fast"]).args(packages).args(["-E", &all_but]).run();
    }
    let named = WITHOUT_WINDOW.iter().flat_map(|name| ["--test", name]);
    cargo(["test", "--no-fail-fast", "--lib", "--bins"]).args(packages).args(named).run()
}

fn window_tests_stand_back(quick: bool, window: bool) -> Option<&'static str> {
    if quick {
        Some("--quick")
    } else if !cfg!(target_os = "linux") {
        Some("they drive WebKitGTK, which is Linux's")
    } else if !window {
        Some("the window cannot be built here")
    } else if !platform::on_path("WebKitWebDriver") {
        Some("WebKitWebDriver is missing (package webkit2gtk-driver)")
    } else {
        None
    }
}

fn with_window(packages: &[&str]) -> Done {
    let tests: Vec<&str> = if nextest() {
        vec!["nextest", "run", "--no-fail-fast", "-E", "binary(=window)"]
    } else {
        vec!["test", "--no-fail-fast", "--test", WINDOW]
    };
    cargo_on_a_display().args(tests).args(packages).env("ZHIQIANG_WINDOW", platform::built("zhiqiang")).run()
}

/// Cargo under a display of its own, so that no window of the person at work is in the way.
fn cargo_on_a_display() -> Program {
    if !platform::on_path("xvfb-run") {
        return cargo([]);
    }
    program("xvfb-run").args(["-a", "-s", "-screen 0 1920x1080x24", "cargo"])
}

impl Round {
    fn part(&mut self, name: &'static str, work: impl FnOnce() -> Done) {
        println!("\n━━ {name} ━━");
        let start = Instant::now();
        let outcome = match work() {
            Ok(()) => Outcome::Passed,
            Err(words) => {
                eprintln!("{name}: {words}");
                Outcome::Failed(words)
            }
        };
        self.0.push(Part { name, outcome, took: start.elapsed() });
    }
    fn left_out(&mut self, name: &'static str, why: &'static str) {
        self.0.push(Part { name, outcome: Outcome::LeftOut(why), took: Duration::ZERO });
    }
    fn table(&self) -> Done {
        println!("\n━━ summary ━━");
        for Part { name, outcome, took } in &self.0 {
            let (mark, words) = match outcome {
                Outcome::Passed => ("passed", ""),
                Outcome::Failed(words) => ("FAILED", words.lines().next().unwrap_or("")),
                Outcome::LeftOut(why) => ("left out", *why),
            };
            println!("{name:<14}{mark:<10}{:>5}:{:02}  {words}", took.as_secs() / 60, took.as_secs() % 60);
        }
        let failed = self.0.iter().filter(|part| matches!(part.outcome, Outcome::Failed(_))).count();
        if failed == 0 { Ok(()) } else { Err(format!("{failed} part(s) failed")) }
    }
}
