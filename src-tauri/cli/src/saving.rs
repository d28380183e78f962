//! Files that the command line leaves behind: whole or not at all, and never over another without `--force`.
use std::io::Write;
use std::path::Path;

use office::Refusal;
use tempfile::NamedTempFile;

use crate::failure::Failure;

/// Writes a file: to a neighbour first, synced, then renamed.
pub fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    if path.is_dir() {
        return Err(Failure::Usage(format!("“{}”是文件夹，请写明文件名。", path.display())));
    }
    if path.exists() && !force {
        return Err(taken(path).into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut neighbour = NamedTempFile::new_in(folder).map_err(|error| unwritable(path, &error))?;
    let written = neighbour.write_all(bytes).and_then(|()| neighbour.as_file().sync_all());
    written.map_err(|error| unwritable(path, &error))?;
    let kept = if force { neighbour.persist(path) } else { neighbour.persist_noclobber(path) };
    kept.map(drop).map_err(|error| unwritable(path, &error.error).into())
}

fn taken(path: &Path) -> Refusal {
    Refusal::refused(format!("文件“{}”已经存在，没有覆盖。", path.display()))
        .hint("请换一个文件名，或加 --force 覆盖。")
}

fn unwritable(path: &Path, error: &std::io::Error) -> Refusal {
    if error.kind() == std::io::ErrorKind::AlreadyExists {
        return taken(path);
    }
    let mut refusal = Refusal::from(std::io::Error::from(error.kind()));
    refusal.message = format!("文件“{}”没有写成：{}", path.display(), refusal.message);
    refusal.hint("请检查文件夹是否存在、能否写入。")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_overwritten_unless_asked_and_nothing_half_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("纪要.pdf");
        save(&path, b"one", false).unwrap();
        assert!(matches!(save(&path, b"two", false), Err(Failure::Refused(_))));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        save(&path, b"two", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no neighbour is left behind");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let Err(Failure::Refused(refusal)) = save(&folder.path().join("没有/纪要.pdf"), b"x", false)
        else {
            panic!("it cannot be written")
        };
        assert!(refusal.message.contains("没有"), "{refusal}");
    }
}
