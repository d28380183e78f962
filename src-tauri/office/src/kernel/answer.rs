//! What a command answers: data, or a finished file (a printed paper, a workbook).

/// An answer of the front desk.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Data as JSON.
    Json(serde_json::Value),
    /// A file.
    File(Paper),
}

/// A finished file, not yet saved anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// File name to suggest, with its ending.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// Rows of a list in it: the audit says how many leave the program. `None` for papers that are no list.
    pub rows: Option<u64>,
}

impl Paper {
    /// A PDF.
    pub fn pdf(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: format!("{}.pdf", safe_name(&name.into())),
            mime: "application/pdf".into(),
            bytes,
            rows: None,
        }
    }
    /// A Word document.
    pub fn docx(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        let mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        Self { name: format!("{}.docx", safe_name(&name.into())), mime: mime.into(), bytes, rows: None }
    }
    /// An Excel workbook.
    pub fn xlsx(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        let mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Self { name: format!("{}.xlsx", safe_name(&name.into())), mime: mime.into(), bytes, rows: None }
    }
    /// The same as a list of so many rows.
    pub fn of_rows(self, rows: u64) -> Self {
        Self { rows: Some(rows), ..self }
    }
}

/// A title as a file name: marks that Windows forbids become full-width, and it is never too long for a folder.
pub fn safe_name(title: &str) -> String {
    let kept = title.chars().filter(|c| !c.is_control()).map(|c| match c {
        '/' => '／',
        '\\' => '＼',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '"' => '”',
        '<' => '＜',
        '>' => '＞',
        '|' => '｜',
        other => other,
    });
    let name: String = kept.take(60).collect();
    let name = name.trim().trim_end_matches('.').to_owned();
    if name.is_empty() { "未命名".into() } else { name }
}
