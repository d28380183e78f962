//! Where the faces for paper lie. Installed faces are found by the press itself.
use std::env;
use std::path::{Path, PathBuf};

/// Folders with faces: `ZHIQIANG_FONTS`, else `fonts` beside the program, else (debug builds) the repository's own.
pub fn folders() -> Vec<PathBuf> {
    let named = env::var_os("ZHIQIANG_FONTS").filter(|value| !value.is_empty());
    if let Some(named) = named {
        return env::split_paths(&named).collect();
    }
    let beside = env::current_exe().ok().and_then(|exe| Some(exe.parent()?.join("fonts")));
    beside.into_iter().chain(repository()).find(|folder| folder.is_dir()).into_iter().collect()
}

#[cfg(debug_assertions)]
fn repository() -> Option<PathBuf> {
    Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts"))
}

#[cfg(not(debug_assertions))]
fn repository() -> Option<PathBuf> {
    // A finished program must not remember the folder it was built in.
    None::<&Path>.map(Path::to_path_buf)
}
