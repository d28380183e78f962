//! Writing a file whole or not at all: beside its place first, then moved there.
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use office::Refusal;

/// Writes a file; a file already there is replaced only once the new one is safely on the disk.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let folder = super::folder_of(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let part = folder.join(format!(".{name}.{}.part", std::process::id()));
    let written = write_synced(&part, bytes).and_then(|()| fs::rename(&part, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        refusal(&name, &error)
    })
}

/// The path, or the first of `name (2).pdf`, `name (3).pdf` … that is free.
pub fn unused(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let numbered = (2u32..).map(|n| path.with_file_name(format!("{stem} ({n}){ending}")));
    std::iter::once(path.to_path_buf())
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| path.to_path_buf())
}

fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn refusal(name: &str, error: &std::io::Error) -> Refusal {
    // On Windows a workbook that is open in Excel cannot be replaced.
    if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ResourceBusy) {
        return Refusal::broken(format!("“{name}”没有保存：文件正被其他程序打开，或文件夹不可写。"))
            .hint("请先关闭正在使用它的程序（如 WPS、Excel），或换一个文件夹再保存。");
    }
    let kind = std::io::Error::from(error.kind());
    Refusal::from(kind)
}

#[cfg(test)]
mod tests {
    use super::{unused, whole};

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("zhiqiang-write-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = folder("whole");
        let path = folder.join("下级").join("纪要.pdf");
        whole(&path, b"old, and longer").unwrap();
        whole(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_place_that_cannot_be_written_is_refused_and_nothing_is_left() {
        let folder = folder("refused");
        let path = folder.join("纪要.pdf");
        std::fs::create_dir_all(path.join("a folder of that name")).unwrap();
        assert!(whole(&path, b"new").is_err());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_free_name_is_found_beside_a_taken_one() {
        let folder = folder("unused");
        let path = folder.join("纪要.pdf");
        assert_eq!(unused(&path), path);
        whole(&path, b"1").unwrap();
        assert_eq!(unused(&path), folder.join("纪要 (2).pdf"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
