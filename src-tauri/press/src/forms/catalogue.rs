//! All blank forms of the office in the order of its work, to be listed and printed.
use super::incoming::CirculationSheet;
use super::letterhead::Letterhead;
use crate::form::{Form, Paper};

/// To which of the office's work a form belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// 收文发文.
    Documents,
    /// 报送备案.
    Filings,
    /// 督办.
    Followup,
    /// 任务分解.
    Tasks,
    /// 信息报送.
    Information,
    /// 宣传报道.
    Publicity,
    /// 督查约谈.
    Inspection,
    /// 档案.
    Archive,
    /// 考核.
    Assessment,
}

impl Family {
    /// Its Chinese name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Documents => "收文发文",
            Self::Filings => "报送备案",
            Self::Followup => "督办",
            Self::Tasks => "任务分解",
            Self::Information => "信息报送",
            Self::Publicity => "宣传报道",
            Self::Inspection => "督查约谈",
            Self::Archive => "档案",
            Self::Assessment => "考核",
        }
    }
}

/// A form that can be printed blank.
#[derive(Debug, Clone, Copy)]
pub struct BlankForm {
    /// Stable key in English, letters and underscores.
    pub key: &'static str,
    /// Chinese title without the office's name.
    pub title: &'static str,
    /// To which work it belongs.
    pub family: Family,
    /// Paper.
    pub paper: Paper,
    /// Makes the blank form of an office.
    pub make: fn(&Letterhead) -> Form,
}

const fn entry(
    key: &'static str,
    title: &'static str,
    family: Family,
    paper: Paper,
    make: fn(&Letterhead) -> Form,
) -> BlankForm {
    BlankForm { key, title, family, paper, make }
}

/// Every blank form, ordered by family and by the order of work inside it.
pub const CATALOGUE: &[BlankForm] = &[
    entry("circulation_sheet", "传阅单", Family::Documents, Paper::Upright, |head| {
        CirculationSheet::default().form(head)
    }),
];

/// The blank form of a key.
pub fn blank(key: &str) -> Option<&'static BlankForm> {
    CATALOGUE.iter().find(|form| form.key == key)
}
