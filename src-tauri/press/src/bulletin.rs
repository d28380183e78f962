//! What a bulletin (工作简报) says, as plain data. Its form is custom, no standard's.
//!
//! It deliberately knows no reports and no editing: items arrive as they shall be printed.
use crate::document::Watermark;
use crate::picture::Picture;

/// One item (稿件).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// 编者按 before its text, 楷体; empty for none.
    pub foreword: String,
    /// Its text, as a document's body (levels, tables, pictures).
    pub body: String,
    /// The unit it came from, set in brackets at the end; empty for none.
    pub source: String,
}

/// A column (栏目) with its items.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its name; empty for items outside any column.
    pub name: String,
    /// Its items in order.
    pub items: Vec<Item>,
}

/// A bulletin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bulletin {
    /// Name in red, e.g. `质量强市创建工作简报`.
    pub name: String,
    /// Words under the name that tell an extra issue (`增刊`); empty for none.
    pub kind: String,
    /// Number of the issue as printed, e.g. `第8期（总第20期）`; `None` until signature.
    pub number: Option<String>,
    /// Issuer at the left above the red rule.
    pub issuer: String,
    /// Date of signature at the right, as printed.
    pub date: Option<String>,
    /// 编者按 of the whole issue; empty for none.
    pub foreword: String,
    /// Columns in order. More than three items together get 本期导读.
    pub columns: Vec<Column>,
    /// Pictures that bodies name.
    pub pictures: Vec<Picture>,
    /// 报：… units above.
    pub report_to: Vec<String>,
    /// 送：… units beside.
    pub send_to: Vec<String>,
    /// 发：… units below.
    pub issue_to: Vec<String>,
    /// 编辑、审核 and the like, one line above the foot; empty for none.
    pub editors: String,
    /// 共印N份.
    pub copies: Option<u32>,
    /// Watermarks.
    pub watermarks: Vec<Watermark>,
}
