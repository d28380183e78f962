//! What is due (待办): one obligation as every room states it, so that the workbench only has to lay them side by side.
//!
//! It is computed from profile and store each time and kept nowhere.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// An obligation that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Due {
    /// What, in one line.
    pub title: String,
    /// The article it rests on, e.g. `第十二条`.
    pub article: Option<String>,
    /// Who has to act.
    pub unit: String,
    /// Last day, where there is one.
    pub due: Option<NaiveDate>,
    /// Calendar days left; negative when it is over.
    pub days_left: Option<i64>,
    /// State in Chinese.
    pub state: String,
    /// Key of the room, as in the navigation.
    pub room: String,
    /// Page where it is done.
    pub to: String,
}

impl Due {
    /// An obligation with a last day, seen from `today`.
    pub fn by(title: String, unit: String, due: NaiveDate, today: NaiveDate) -> Self {
        Self { due: Some(due), days_left: Some((due - today).num_days()), ..Self::open(title, unit) }
    }
    /// An obligation without one.
    pub fn open(title: String, unit: String) -> Self {
        Self {
            title,
            article: None,
            unit,
            due: None,
            days_left: None,
            state: String::new(),
            room: String::new(),
            to: String::new(),
        }
    }
    /// Where it rests.
    pub fn article(mut self, n: u8) -> Self {
        self.article = Some(crate::kernel::refusal::article_name(n));
        self
    }
    /// State in Chinese.
    pub fn state(mut self, words: impl Into<String>) -> Self {
        self.state = words.into();
        self
    }
    /// Room and page.
    pub fn at(mut self, room: &str, to: impl Into<String>) -> Self {
        self.room = room.into();
        self.to = to.into();
        self
    }
    /// Whether its day is over.
    pub fn overdue(&self) -> bool {
        self.days_left.is_some_and(|days| days < 0)
    }
}
