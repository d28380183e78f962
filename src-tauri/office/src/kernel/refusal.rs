//! The one error type: a sentence that a clerk reads. Fact first, then what to do, then the article it rests on.
//!
//! The window looks at [`Kind`], never at words. It deliberately carries no backtrace and no English.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What answers when a command does not succeed.
pub type Result<T> = std::result::Result<T, Refusal>;

/// What kind of "no" this is; the only part a program may act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RefusalKind")]
pub enum Kind {
    /// A rule or a check says no; the message says which.
    Refused,
    /// This person may not do this, or nobody is logged in.
    NotAllowed,
    /// The thing asked for is not there.
    NotFound,
    /// Somebody else changed it meanwhile; look again.
    Stale,
    /// A file, package or store cannot be read as what it should be.
    Damaged,
    /// The program or the machine failed; nothing was changed.
    Broken,
}

/// A refusal in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Refusal {
    /// What kind.
    pub kind: Kind,
    /// The fact, in Chinese.
    pub message: String,
    /// What to do about it, in Chinese.
    pub hint: Option<String>,
    /// The article it rests on, e.g. `第十三条`.
    pub article: Option<String>,
}

impl Refusal {
    fn of(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None, article: None }
    }
    /// A rule says no.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::of(Kind::Refused, message)
    }
    /// This person may not.
    pub fn not_allowed(message: impl Into<String>) -> Self {
        Self::of(Kind::NotAllowed, message)
    }
    /// Not there; `what` names the kind of thing.
    pub fn not_found(what: &str) -> Self {
        Self::of(Kind::NotFound, format!("找不到这条{what}。"))
            .hint("它可能已被他人更改，请返回列表后重新打开。")
    }
    /// Changed meanwhile.
    pub fn stale() -> Self {
        Self::of(Kind::Stale, "这条记录刚刚被更改过，您看到的不是最新状态。")
            .hint("请重新打开后再办理；您的改动没有写入。")
    }
    /// Cannot be read.
    pub fn damaged(message: impl Into<String>) -> Self {
        Self::of(Kind::Damaged, message)
    }
    /// Failed.
    pub fn broken(message: impl Into<String>) -> Self {
        Self::of(Kind::Broken, message)
    }
    /// Adds what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
    /// Adds the article by number (1–30), written as the rules write it.
    pub fn article(mut self, n: u8) -> Self {
        self.article = Some(article_name(n));
        self
    }
}

/// `第二十二条` for 22. Numbers of articles stay below one hundred.
pub fn article_name(n: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(n / 10), usize::from(n % 10));
    let tens = match tens {
        0 => String::new(),
        1 => "十".into(),
        t => format!("{}十", DIGITS[t.min(9)]),
    };
    format!("第{tens}{}条", DIGITS[ones])
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "{hint}")?;
        }
        if let Some(article) = &self.article {
            write!(f, "（依据：{article}）")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => Self::damaged("数据库文件已损坏，无法读取。")
                .hint("请不要继续录入，联系系统管理员从备份恢复。"),
            Some(Code::DiskFull) => {
                Self::broken("磁盘已满，刚才的改动没有写入。").hint("请腾出空间后再试一次。")
            }
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
                Self::broken("数据库正被另一个程序占用，刚才的改动没有写入。").hint("请稍后再试。")
            }
            Some(Code::ReadOnly) => Self::broken("数据文件夹不可写。").hint("请检查文件夹的写入权限。"),
            _ => {
                Self::broken(format!("数据库出错：{error}")).hint("改动没有写入；请把这句话告诉系统管理员。")
            }
        }
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let message = match error.kind() {
            K::StorageFull => "磁盘已满，文件没有写入。".into(),
            K::PermissionDenied => "没有读写这个文件夹的权限。".into(),
            K::NotFound => "要读的文件不存在。".into(),
            _ => format!("读写文件时出错：{error}"),
        };
        Self::broken(message).hint("请检查磁盘和文件夹后再试。")
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        Self::refused(format!("请求的内容不合要求：{error}"))
    }
}

impl From<press::Fault> for Refusal {
    fn from(fault: press::Fault) -> Self {
        Self::refused(fault.message)
    }
}

#[cfg(test)]
mod tests {
    use super::article_name;

    #[test]
    fn articles_are_named_as_the_rules_name_them() {
        for (n, name) in [(1, "第一条"), (10, "第十条"), (13, "第十三条"), (20, "第二十条"), (30, "第三十条")]
        {
            assert_eq!(article_name(n), name);
        }
    }
}
