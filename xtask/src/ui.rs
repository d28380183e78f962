//! The pages: node modules from the lock file and `ui/dist`, each made anew only when its sources changed.
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::setup::Lack;
use crate::shell::{Done, node_tool, program, root, stamps};

/// The oldest Node that the build tools run on.
const NODE: (u32, u32) = (20, 19);

/// Makes sure of Node and of the modules in the lock file.
pub fn modules(lacks: &mut Vec<Lack>) -> bool {
    if let Err(found) = node() {
        let how = format!("https://nodejs.org, version {}.{} or newer, with npm", NODE.0, NODE.1);
        lacks.push(Lack::new(format!("Node ({found}): without it no pages and no window"), how));
        return false;
    }
    let ui = root().join("ui");
    let state = digest(&[ui.join("package.json"), ui.join("package-lock.json")].map(Into::into));
    if ui.join("node_modules").is_dir() && stamped("modules", &state) {
        return true;
    }
    println!("installing node modules");
    match node_tool("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).run() {
        Ok(()) => {
            stamp("modules", &state);
            true
        }
        Err(words) => {
            lacks.push(Lack::new(
                format!("node modules: {words}"),
                "cd ui && npm ci, with a way to the npm registry",
            ));
            false
        }
    }
}

/// Builds `ui/dist` if a source changed since. Types are checked by `cargo xtask test`, not here.
pub fn pages() -> Done {
    let ui = root().join("ui");
    let one = |name: &str| ui.join(name).into_boxed_path();
    let state = digest(&[
        one("src"),
        one("public"),
        one("index.html"),
        one("vite.config.ts"),
        one("tsconfig.json"),
        one("package-lock.json"),
        root().join("assets").join("manual").into_boxed_path(),
    ]);
    if built() && stamped("pages", &state) {
        return Ok(());
    }
    println!("building the pages");
    node_tool("npm").args(["exec", "--", "vite", "build", "--logLevel", "warn"]).run()?;
    stamp("pages", &state);
    Ok(())
}

/// Whether there are pages to build a window with.
pub fn built() -> bool {
    root().join("ui").join("dist").join("index.html").is_file()
}

fn node() -> Result<(), String> {
    let words = program("node").args(["--version"]).quiet().ok_or("not found")?;
    let mut parts = words.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < NODE { Err(format!("{words} is too old")) } else { Ok(()) }
}

/// One digest over the names and contents of files and folders: times change with every checkout, contents do not.
fn digest(places: &[Box<Path>]) -> String {
    let mut sum = Sha256::new();
    for place in places {
        add(place, &mut sum);
    }
    hex::encode(sum.finalize())
}

fn add(place: &Path, sum: &mut Sha256) {
    if let Ok(entries) = fs::read_dir(place) {
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        paths.iter().for_each(|path| add(path, sum));
    } else if let Ok(bytes) = fs::read(place) {
        sum.update(place.to_string_lossy().as_bytes());
        sum.update((bytes.len() as u64).to_le_bytes());
        sum.update(bytes);
    }
}

fn stamped(name: &str, state: &str) -> bool {
    fs::read_to_string(stamps().join(name)).is_ok_and(|words| words == state)
}

fn stamp(name: &str, state: &str) {
    let written = fs::create_dir_all(stamps()).and_then(|()| fs::write(stamps().join(name), state));
    if let Err(error) = written {
        eprintln!(
            "the stamp of the {name} could not be written ({error}): they will be made again next time"
        );
    }
}
