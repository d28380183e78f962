//! What the rules say of matters, division of tasks and guidance (第二条, 第六条, 第七条), as data of the profile.
//!
//! A profile that was written before these sections existed is completed with what the rules of 2016 say.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Matters (第七条).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MatterRules {
    /// Article of who decides.
    pub article: u8,
    /// Article of the system as a whole (第六条).
    pub system_article: u8,
    /// Who decides routine matters: post keys; `deputy` is any deputy.
    pub routine: Vec<String>,
    /// Who decides them by entrustment: post keys; `office_director` is the office's director.
    pub routine_entrusted: Vec<String>,
    /// What a major matter goes through, in order: `joint_meeting`, then the post that decides.
    pub major: Vec<String>,
    /// Kinds of meeting that deliberate on major matters.
    pub major_meetings: Vec<String>,
    /// Pattern of the number.
    pub number: String,
    /// Working days within which a matter that waits for somebody's decision is to be decided.
    pub decide_days: u32,
}

impl Default for MatterRules {
    fn default() -> Self {
        let words = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
        Self {
            article: 7,
            system_article: 6,
            routine: words(&["deputy"]),
            routine_entrusted: words(&["office_director"]),
            major: words(&["joint_meeting", "leader"]),
            major_meetings: words(&["joint"]),
            number: "事项〔{year}〕{n}号".into(),
            decide_days: 10,
        }
    }
}

/// Division of tasks (第二条).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TaskRules {
    /// Article.
    pub article: u8,
    /// What the three roles are called: lead, partner, doer.
    pub roles: Vec<String>,
    /// A unit has one role in an item.
    pub one_role_per_item: bool,
    /// Most units that lead an item.
    pub leads_at_most: u32,
    /// Calendar days before a stage's day on which it is reminded of.
    pub remind_days: u32,
}

impl Default for TaskRules {
    fn default() -> Self {
        let roles = ["牵头责任单位", "配合单位", "落实单位"].map(str::to_owned).to_vec();
        Self { article: 2, roles, one_role_per_item: true, leads_at_most: 1, remind_days: 15 }
    }
}

/// The library and guidance (第二条).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LibraryRules {
    /// Article.
    pub article: u8,
    /// Kinds of unit that are guided.
    pub guided: Vec<String>,
    /// Pattern of the number of a record of guidance.
    pub guidance_number: String,
}

impl Default for LibraryRules {
    fn default() -> Self {
        let guided = ["county", "park"].map(str::to_owned).to_vec();
        Self { article: 2, guided, guidance_number: "指导〔{year}〕{n}号".into() }
    }
}

/// Numbers that are given by these rules.
pub fn patterns<'a>(matters: &'a MatterRules, library: &'a LibraryRules) -> [&'a String; 2] {
    [&matters.number, &library.guidance_number]
}

/// What a program could trip over; none if nothing.
pub fn fault(matters: &MatterRules, tasks: &TaskRules) -> Option<String> {
    let deciders = |list: &[String]| list.iter().any(|post| !post.ends_with("_meeting"));
    if matters.routine.is_empty() {
        return Some("没有写明一般性事项由谁审定（matters.routine）。".into());
    }
    if !matters.major.iter().any(|one| one == "joint_meeting") || !deciders(&matters.major) {
        return Some("重大事项须写明联席会议审议和审定人（matters.major）。".into());
    }
    if tasks.roles.len() != 3 {
        return Some("任务分解的角色应为三种（tasks.roles）。".into());
    }
    (tasks.leads_at_most == 0).then(|| "每项任务至少要有一个牵头单位（tasks.leads_at_most）。".into())
}
