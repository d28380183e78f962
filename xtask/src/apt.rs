//! System packages: on Debian and its relatives they are installed, elsewhere they are named.
//!
//! It looks before it touches anything: where all is there, only `dpkg-query` runs.
use std::collections::BTreeSet;

use crate::platform;
use crate::setup::Lack;
use crate::shell::{Done, Program, program};

/// What building needs, with or without a window.
const BUILD: &[&str] = &["gcc", "g++", "make", "perl", "pkg-config", "file", "libc6-dev"];
/// What building and opening the window needs.
const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "xdg-utils"];
/// What the window tests and looking at papers need; the face is for the window's own Chinese.
const TESTS: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-wqy-microhei",
    "imagemagick",
    "xdotool",
    "poppler-utils",
    "dbus",
];
/// Programs of others that judge finished files: LibreOffice opens our Word files, PDFBox examines our archive copies.
const JUDGES: &[&str] = &[
    "libreoffice-writer-nogui",
    "default-jdk-headless",
    "libpdfbox2-java",
    "libactivation-java",
    "libjaxb-api-java",
];

/// Whether `apt-get` and `dpkg` are at work here.
pub fn here() -> bool {
    cfg!(target_os = "linux")
        && platform::answers("dpkg-query", "--version")
        && platform::answers("apt-get", "--version")
}

/// Installs what is missing, or says what that is.
pub fn install() -> Vec<Lack> {
    if !here() {
        return elsewhere();
    }
    let missing = missing();
    if missing.is_empty() {
        return Vec::new();
    }
    let names = missing.join(" ");
    println!("system packages missing: {names}");
    let how = format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}");
    if as_root("true").and_then(Program::quiet).is_none() {
        return vec![Lack::new(
            format!("system packages: {names} (no root, no sudo without a password)"),
            how,
        )];
    }
    update();
    // One package that this release does not carry must not keep out the others.
    if apt_get(&["install", "-y", "--no-install-recommends"], &missing).is_err() {
        for one in &missing {
            let _ = apt_get(&["install", "-y", "--no-install-recommends"], std::slice::from_ref(one));
        }
    }
    let still = self::missing();
    if still.is_empty() {
        Vec::new()
    } else {
        vec![Lack::new(format!("system packages: {}", still.join(" ")), how)]
    }
}

/// Fetches the package lists, where that is allowed; without them `apt-get download` finds nothing.
pub fn update() {
    if let Err(words) = apt_get(&["update", "-q"], &[]) {
        eprintln!("the package lists could not be renewed ({words}); going on with those that are there");
    }
}

fn missing() -> Vec<String> {
    let wanted = [BUILD, WINDOW, TESTS, JUDGES].concat();
    let known =
        program("dpkg-query").args(["-W", "-f", "${Package} ${db:Status-Status}\n"]).args(&wanted).words();
    let installed: BTreeSet<&str> =
        known.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    // `pkg-config` is another package's other name in newer releases: what counts is that it answers.
    let there = |name: &str| {
        installed.contains(name) || (name == "pkg-config" && platform::answers(name, "--version"))
    };
    wanted.into_iter().filter(|name| !there(name)).map(str::to_owned).collect()
}

fn apt_get(verb: &[&str], packages: &[String]) -> Done {
    let Some(apt) = as_root("apt-get") else { return Err("no root".into()) };
    apt.args(verb).args(packages).env("DEBIAN_FRONTEND", "noninteractive").run()
}

/// A program as root: as it is for root, through `sudo -n` where that asks for no password.
fn as_root(name: &str) -> Option<Program> {
    if program("id").args(["-u"]).quiet().as_deref() == Some("0") {
        return Some(program(name));
    }
    program("sudo").args(["-n", "true"]).quiet()?;
    Some(program("sudo").args(["-n", "--preserve-env=DEBIAN_FRONTEND", name]))
}

fn elsewhere() -> Vec<Lack> {
    let mut lacks = Vec::new();
    if !platform::answers("perl", "-v") {
        let how = if cfg!(windows) {
            "winget install StrawberryPerl.StrawberryPerl"
        } else {
            "your package manager: perl"
        };
        lacks.push(Lack::new("Perl, which the encrypted store's OpenSSL is built with", how));
    }
    if !cfg!(windows) && !platform::answers("make", "--version") {
        lacks.push(Lack::new(
            "make and a C compiler",
            "macOS: xcode-select --install; Linux: your package manager",
        ));
    }
    if !platform::window_builds() {
        let how =
            "Fedora: dnf install webkit2gtk4.1-devel; Arch: pacman -S webkit2gtk-4.1; then run this again";
        lacks.push(Lack::new(
            "WebKitGTK 4.1 with its headers: without it no window is built; the rest is",
            how,
        ));
    }
    lacks
}
