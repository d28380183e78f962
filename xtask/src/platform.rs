//! What this machine can do: show a window, build one, find a program; and where it keeps application data.
use std::path::PathBuf;

use crate::shell::{program, root};

/// Whether the window can be built here: WebView2 and WKWebView come with their systems, WebKitGTK does not.
pub fn window_builds() -> bool {
    !cfg!(target_os = "linux") || program("pkg-config").args(["--exists", "webkit2gtk-4.1"]).quiet().is_some()
}

/// Whether a window could be shown now.
pub fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Whether a program answers.
pub fn answers(name: &str, flag: &str) -> bool {
    program(name).args([flag]).quiet().is_some()
}

/// Whether a program lies on the search path, for those that answer no harmless question.
pub fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Where this system keeps the data of applications.
pub fn data_home() -> PathBuf {
    let var = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || var("HOME").unwrap_or_else(root);
    if cfg!(windows) {
        var("LOCALAPPDATA").unwrap_or_else(root)
    } else if cfg!(target_os = "macos") {
        home().join("Library").join("Application Support")
    } else {
        var("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local").join("share"))
    }
}

/// A program built by cargo in the dev profile.
pub fn built(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
