//! What an official document says (GB/T 9704-2012), as plain data.
//!
//! It deliberately does not say where anything stands: `layout/` decides that for paper, `docx/` for Word.
use crate::picture::Picture;

/// Which of the standard's formats is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 下行文、平行文 under a red head (7).
    #[default]
    RedHead,
    /// 上行文 under a red head, with 签发人 (7.2.6).
    Upward,
    /// 信函 (10.1).
    Letter,
    /// 命令（令） (10.2).
    Order,
    /// 纪要 (10.3).
    Minutes,
}

/// 紧急程度 (7.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// 特急.
    Most,
    /// 加急.
    More,
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

/// How a document is signed at its end (7.3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sealing {
    /// 加盖印章: date four characters from the right, the seal over name and date (7.3.5.1).
    #[default]
    Seal,
    /// 不加盖印章: name two characters from the right, date below it (7.3.5.2).
    None,
    /// 加盖签发人签名章: the signer's office at the left of the stamp (7.3.5.3).
    Stamp,
}

/// One authority that issues and signs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Authority {
    /// 发文机关署名; with a stamp the signer's office (`市长`).
    pub name: String,
    /// The seal or signature stamp as a picture with a transparent ground; `None` leaves its place empty for the real one.
    pub seal: Option<Picture>,
    /// The signer's name, for a stamp that is not there as a picture.
    pub person: String,
}

/// One annex (附件).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annex {
    /// Its name as listed after 附件： and as its title.
    pub title: String,
    /// Its text, written as a body; empty when it is bound separately and only listed.
    pub body: String,
    /// Set on landscape A4 (wide tables), the page number in the same place as on upright pages.
    pub landscape: bool,
}

/// An official document. `Document { kind, title, …, ..Document::default() }` names only what there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its format.
    pub kind: Kind,
    /// 份号 (7.2.1), printed with six digits.
    pub copy_number: Option<u32>,
    /// 紧急程度 (7.2.3).
    pub urgency: Option<Urgency>,
    /// 发文机关标志 in full, e.g. `绵阳市人民政府文件`, `绵阳市质量强市工作领导小组联席会议纪要`. Of a joint document only the
    /// word that all share: `文件`.
    pub mark: String,
    /// The authorities of a joint document in the mark, the host first (7.2.4); empty for one authority.
    pub joint: Vec<String>,
    /// The number as printed, e.g. `第8期`, `绵质强创办〔2016〕8号`, `第3号`; `None` until signature.
    pub number: Option<String>,
    /// 签发人 of an upward document (7.2.6), the host's first.
    pub signers: Vec<String>,
    /// Issuing office of minutes, left above the red rule.
    pub issuer: String,
    /// Date as printed, e.g. `2016年8月30日`; `None` until signature (printed with blanks). 成文日期 (7.3.5.4), of minutes the
    /// date above the red rule.
    pub date: Option<String>,
    /// Title, broken at word meaning when it needs several lines (7.3.1).
    pub title: String,
    /// 主送机关 (7.3.2); those that the first page cannot hold go to the imprint.
    pub to: Vec<String>,
    /// Body as plain text: paragraphs by line feed, levels 一、（一）1.（1） recognised; lines with tabs are rows of a table
    /// (a line before it that ends in 表 or begins with 表 is its caption), `![caption](name)` on a line of its own a picture
    /// of `pictures`.
    pub body: String,
    /// Pictures that body and annexes name.
    pub pictures: Vec<Picture>,
    /// 附件 (7.3.4, 7.3.7).
    pub annexes: Vec<Annex>,
    /// How it is signed.
    pub sealing: Sealing,
    /// Who signs, the host first; empty for none (minutes).
    pub authorities: Vec<Authority>,
    /// 附注 without brackets (7.3.6), e.g. `此件公开发布`.
    pub note: String,
    /// Attendance lines after the body of minutes.
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
