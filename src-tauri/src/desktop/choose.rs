//! Asking a person for a place: the system's dialogs.
//!
//! Native dialogs answer to no WebDriver. So where `TAURI_WEBVIEW_AUTOMATION=true` says that a test drives the window,
//! the folder in `ZHIQIANG_TEST_DIALOG` answers: what is saved lands in it, and `open.txt` in it names the file opened.
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tauri::WebviewWindow;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use super::{plain_name, write};

/// What kind of file is asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A workbook.
    Xlsx,
    /// A PDF.
    Pdf,
    /// A scanned or photographed page.
    Image,
    /// A plain text.
    Text,
    /// Anything.
    Any,
}

impl Kind {
    fn filter(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Kind::Xlsx => Some(("Excel 工作簿", &["xlsx", "xls"])),
            Kind::Pdf => Some(("PDF 文件", &["pdf"])),
            Kind::Image => Some(("图片", &["png", "jpg", "jpeg", "tif", "tiff"])),
            Kind::Text => Some(("文本文件", &["txt", "md"])),
            Kind::Any => None,
        }
    }
}

/// The folder that answers in place of a person, in window tests only.
pub fn test_answers() -> Option<PathBuf> {
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true");
    let folder = std::env::var_os("ZHIQIANG_TEST_DIALOG").filter(|folder| !folder.is_empty());
    folder.filter(|_| driven).map(PathBuf::from)
}

/// Asks for places, over one window.
pub struct Chooser<'a> {
    window: &'a WebviewWindow,
}

impl<'a> Chooser<'a> {
    /// A chooser over a window.
    pub fn of(window: &'a WebviewWindow) -> Self {
        Self { window }
    }
    /// Where to save; must not be called on the main thread, which draws the dialog.
    pub fn save(&self, name: &str) -> Option<PathBuf> {
        let name = plain_name(name);
        if let Some(folder) = test_answers() {
            return Some(folder.join(name));
        }
        let ending = Path::new(&name).extension().map(|ending| ending.to_string_lossy().into_owned());
        let mut dialog = self.dialog().set_title("保存到").set_file_name(&name);
        if let Some(ending) = &ending {
            dialog = dialog.add_filter(format!("{} 文件", ending.to_uppercase()), &[ending]);
        }
        let path = dialog.blocking_save_file()?.into_path().ok()?;
        Some(with_ending(path, ending.as_deref()))
    }
    /// Which file to open; must not be called on the main thread.
    pub fn open(&self, kind: Kind) -> Option<PathBuf> {
        if let Some(folder) = test_answers() {
            let named = std::fs::read_to_string(folder.join("open.txt")).ok()?;
            return Some(PathBuf::from(named.trim()));
        }
        let mut dialog = self.dialog().set_title("打开");
        if let Some((words, endings)) = kind.filter() {
            dialog = dialog.add_filter(words, endings);
        }
        dialog.blocking_pick_file()?.into_path().ok()
    }
    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        self.window.dialog().file().set_parent(self.window)
    }
}

/// GTK's dialog adds no ending. The person was not asked about a file of the completed name, so it is not replaced.
fn with_ending(path: PathBuf, ending: Option<&str>) -> PathBuf {
    match ending {
        Some(ending) if path.extension().is_none() => write::unused(&path.with_extension(ending)),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::with_ending;
    use std::path::PathBuf;

    #[test]
    fn a_missing_ending_is_added_and_a_given_one_is_kept() {
        assert_eq!(with_ending(PathBuf::from("/none/纪要"), Some("pdf")), PathBuf::from("/none/纪要.pdf"));
        assert_eq!(
            with_ending(PathBuf::from("/none/纪要.PDF"), Some("pdf")),
            PathBuf::from("/none/纪要.PDF")
        );
        assert_eq!(with_ending(PathBuf::from("/none/纪要"), None), PathBuf::from("/none/纪要"));
    }
}
