//! Where things lie: data, faces, papers opened for reading.
//!
//! `ZHIQIANG_DATA` and `ZHIQIANG_FONTS` stand above everything, for tests, demonstrations and administrators.
use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// Name of the data folder in the system's place for application data.
const DATA_FOLDER: &str = "质强办";

/// The data folder. On Windows it is the local one: a store must not roam between machines while it is open.
pub fn data(app: &AppHandle) -> tauri::Result<PathBuf> {
    match named("ZHIQIANG_DATA") {
        Some(folder) => Ok(folder),
        None => Ok(app.path().local_data_dir()?.join(DATA_FOLDER)),
    }
}

/// Whether no other data folder was named.
pub fn usual_data_folder() -> bool {
    named("ZHIQIANG_DATA").is_none()
}

/// Folders with the faces shipped beside the program; installed faces are found by the press itself.
pub fn fonts(app: &AppHandle) -> Vec<PathBuf> {
    if let Some(folders) = std::env::var_os("ZHIQIANG_FONTS").filter(|value| !value.is_empty()) {
        return std::env::split_paths(&folders).collect();
    }
    let shipped = app.path().resource_dir().ok().map(|folder| folder.join("fonts"));
    [shipped, in_repository()].into_iter().flatten().find(|folder| folder.is_dir()).into_iter().collect()
}

/// The repository's own faces, for builds that are run where they were built.
#[cfg(debug_assertions)]
fn in_repository() -> Option<PathBuf> {
    Some(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join("assets").join("fonts"))
}

#[cfg(not(debug_assertions))]
fn in_repository() -> Option<PathBuf> {
    None
}

/// Where papers lie that were opened in the system's viewer; emptied at start and at exit.
pub fn viewing(app: &AppHandle) -> tauri::Result<PathBuf> {
    // Not the common temporary folder: papers name people, and other accounts of the machine can look in there.
    Ok(app.path().app_cache_dir()?.join("view"))
}

/// Whether an address is the program's own page; the window goes nowhere else.
pub fn is_our_page(scheme: &str, host: Option<&str>) -> bool {
    scheme == "tauri" || (matches!(scheme, "http" | "https") && host == Some("tauri.localhost"))
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::is_our_page;

    #[test]
    fn the_window_goes_to_no_other_address() {
        assert!(is_our_page("tauri", Some("localhost")));
        assert!(is_our_page("http", Some("tauri.localhost")));
        assert!(!is_our_page("https", Some("example.com")));
        assert!(!is_our_page("https", Some("tauri.localhost.example.com")));
        assert!(!is_our_page("file", None));
    }
}
