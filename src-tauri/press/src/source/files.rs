//! Where the files come from that a source text names: pictures, annexes.
use std::path::PathBuf;

/// Largest file read, in bytes.
const LARGEST: u64 = 50 * 1024 * 1024;

/// Gives files by the name under which a source text names them.
pub trait Files {
    /// The content.
    ///
    /// # Errors
    /// Why not, in Chinese, as the end of a sentence: `找不到`.
    fn read(&self, name: &str) -> Result<Vec<u8>, String>;
}

/// Files in the folder of the source text, or below and beside it.
#[derive(Debug, Clone)]
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        let path = self.0.join(name.replace('\\', "/"));
        let about = std::fs::metadata(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied => "没有权限读取".to_owned(),
            _ => format!("找不到（在“{}”里找过）", path.parent().unwrap_or(&self.0).display()),
        })?;
        if !about.is_file() {
            return Err("不是文件".into());
        }
        if about.len() > LARGEST {
            return Err("超过 50 MB".into());
        }
        std::fs::read(&path).map_err(|error| format!("读不出来（{error}）"))
    }
}

/// Files that came along with the text, by name; folders in a name do not count.
#[derive(Debug, Clone, Default)]
pub struct Given(pub Vec<(String, Vec<u8>)>);

impl Files for Given {
    fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        let last = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let found = self.0.iter().find(|(given, _)| last(given) == last(name));
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| "还没有添加".to_owned())
    }
}
