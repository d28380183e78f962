//! `cargo xtask demo`: a fictional year (示例) made by the program itself, and the month's papers printed from it.
use std::path::{Path, PathBuf};

use crate::platform;
use crate::setup;
use crate::shell::{Done, cargo, program, root};

/// The folder of demonstration data among the system's application data.
pub const DEMO_FOLDER: &str = "质强办-示例";
/// The list of demonstration accounts; it is written last, so its presence says that the data are whole.
const ACCOUNTS: &str = "示例账号.json";

/// The verb: `demo [FOLDER] [words for zq demo]`.
pub fn verb(words: &[String]) -> Done {
    // Papers need the faces, not the pages.
    setup::everything().faces?;
    cargo(["build", "-p", "zq"]).run()?;
    let (folder, rest) = match words.split_first() {
        Some((first, rest)) if !first.starts_with('-') => (PathBuf::from(first), rest),
        _ => (root().join("demo-out"), words),
    };
    let papers = folder.join("papers");
    let mut rest = rest.to_vec();
    rest.extend(["--papers".into(), papers.to_string_lossy().into_owned()]);
    clear(&folder.join("data"))?;
    make(&folder.join("data"), &rest)?;
    println!("\nthe month's papers: {}", papers.display());
    Ok(())
}

/// Makes the data unless they are there.
pub fn make(data: &Path, words: &[String]) -> Done {
    if data.join(ACCOUNTS).is_file() {
        return Ok(());
    }
    println!("making demonstration data in {}", data.display());
    let zq = platform::built("zq");
    program(&zq.to_string_lossy())
        .args(["--data".as_ref(), data.as_os_str()])
        .args(["demo"])
        .args(words)
        .run()
}

/// Takes away data of an earlier run, and only such: the list of accounts shows that they are a demonstration.
fn clear(data: &Path) -> Done {
    if !data.join(ACCOUNTS).is_file() {
        return Ok(());
    }
    std::fs::remove_dir_all(data).map_err(|error| format!("{}: {error}", data.display()))
}
