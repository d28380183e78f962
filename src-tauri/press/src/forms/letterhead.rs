//! Whose form it is, and what leaders and units said on it.
use serde::{Deserialize, Serialize};

use crate::form::{Block, Form, Paper};

/// The office that hands a form out, as words. Empty words are left out of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Letterhead {
    /// The leading group in full (领导小组全称).
    pub group: String,
    /// Its short name.
    pub group_short: String,
    /// Its office in full (办公室全称).
    pub office: String,
    /// Its short name, set before a form's title (市创建办).
    pub office_short: String,
    /// Day of printing as words, at the foot; may be empty.
    pub printed_on: String,
}

/// One opinion or instruction: who wrote what and when (意见、批示、签发、会签、核稿).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Opinion {
    /// Name, with the office held where that is customary.
    pub who: String,
    /// Date as words.
    pub when: String,
    /// The words; a circle (圈阅) is `已阅`.
    pub words: String,
}

impl Letterhead {
    /// A form of this office: its short name before the title, its name and the day of printing at the foot.
    pub fn form(&self, title: &str, paper: Paper, blocks: Vec<Block>) -> Form {
        let foot = [self.office_short.as_str(), self.printed_on.as_str()];
        Form {
            title: format!("{}{title}", self.office_short),
            paper,
            blocks,
            seat_cards: Vec::new(),
            foot: foot.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("　"),
            watermarks: Vec::new(),
        }
    }
}
