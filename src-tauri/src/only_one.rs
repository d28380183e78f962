//! One window on one data folder: a lock in the folder, held as long as the window lives and gone with its process.
//!
//! The single-instance plugin brings the window of the usual folder forward, but it needs a session bus and knows no
//! other folder. `zq` works beside the window and takes no such lock: the database keeps the two apart.
use std::fs::{File, TryLockError};
use std::path::Path;

use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// The claim on a folder; dropped, it is given up.
pub struct Claim(#[allow(dead_code)] Option<File>);

/// Claims a folder, or nothing where another window has it. A folder that cannot be locked (a read-only disk) is not
/// refused here: the store itself will say what is wrong with it.
pub fn claim(folder: &Path) -> Option<Claim> {
    let opened = std::fs::create_dir_all(folder).and_then(|()| File::create(folder.join("window.lock")));
    let Ok(file) = opened else { return Some(Claim(None)) };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => None,
        Err(TryLockError::Error(_)) => Some(Claim(None)),
        Ok(()) => Some(Claim(Some(file))),
    }
}

/// Says that the folder is open in another window, and ends this one.
pub fn say_so_and_end(app: &AppHandle) {
    let end = app.clone();
    app.dialog()
        .message("这个数据文件夹已在另一个质强办窗口中打开。请使用已经打开的窗口。")
        .title("质强办")
        .show(move |_| end.exit(0));
}

#[cfg(test)]
mod tests {
    use super::claim;

    #[test]
    fn a_second_window_does_not_get_the_folder_until_the_first_is_closed() {
        let folder = std::env::temp_dir().join(format!("zhiqiang-claim-{}", std::process::id()));
        let first = claim(&folder).expect("nobody has the folder");
        assert!(claim(&folder).is_none());
        drop(first);
        assert!(claim(&folder).is_some());
        std::fs::remove_dir_all(folder).expect("the test made it");
    }
}
