//! What an official document says (GB/T 9704-2012), as plain data.
//!
//! It deliberately does not say where anything stands: `layout/` decides that.

/// Which of the standard's formats is used. More kinds join in `layout/` as they are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 纪要 (GB/T 9704-2012, 10.3).
    Minutes,
}

/// Words across every page: a paper that is not in force says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watermark {
    /// 送审稿: not signed yet.
    ForReview,
    /// 作废: void.
    Void,
    /// 示例: demonstration data.
    Sample,
}

/// One attendance line of minutes: 出席, 请假, 列席, 缺席, 记录.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Label without the colon, set in 黑体.
    pub label: String,
    /// Entries, each a unit with its names: `市发展改革委：张三、李四`. Set in 仿宋, aligned after the colon.
    pub entries: Vec<String>,
}

/// An official document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its format.
    pub kind: Kind,
    /// 发文机关标志 in full, e.g. `绵阳市创建“全国质量强市示范城市”工作领导小组联席会议纪要`.
    pub mark: String,
    /// The number as printed, e.g. `第8期` or `〔2016〕8号`; `None` until signature (printed `（未编号）`).
    pub number: Option<String>,
    /// Issuing office, left above the red rule.
    pub issuer: String,
    /// Date as printed, e.g. `2016年8月30日`; `None` until signature (printed with blanks).
    pub date: Option<String>,
    /// Title, broken at word meaning when it needs several lines.
    pub title: String,
    /// Body as plain text: paragraphs by line feed, levels 一、（一）1.（1） recognised.
    pub body: String,
    /// Attendance lines after the body.
    pub attendance: Vec<Attendance>,
    /// 抄送: in the imprint; empty for none.
    pub copies_to: Vec<String>,
    /// 印发机关.
    pub printed_by: String,
    /// 印发日期 as printed.
    pub printed_on: Option<String>,
    /// Number of copies printed (共印N份), if stated.
    pub copies: Option<u32>,
    /// Watermarks, set one above the other when there are two.
    pub watermarks: Vec<Watermark>,
}
