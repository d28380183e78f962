//! What the rule profile says of the follow-up (第十二条 and the office's customs): numbers, days, sources, escalation.
//!
//! Plain data with one check. A profile written before this section stood in it gets the customary figures and numbers
//! its items as it numbered decisions.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where items come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FollowupSourceRule")]
pub struct SourceRule {
    /// Stored key: `group`, `meeting`, `instruction`, `superior`, `public`, `plan`.
    pub key: String,
    /// Chinese name under these rules.
    pub label: String,
    /// The article that its items rest on.
    pub article: u8,
    /// The unit is told by the notice and not before; false where the source itself reaches it (会议纪要).
    pub notice_first: bool,
}

/// A step of escalation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FollowupEscalationRule")]
pub struct EscalationRule {
    /// Stored key.
    pub key: String,
    /// Chinese name.
    pub label: String,
    /// Calendar days overdue from which on it is proposed.
    pub after_days: u32,
    /// Its article, where the rules themselves know it.
    #[serde(default)]
    pub article: Option<u8>,
}

/// The section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FollowupRules {
    /// Article.
    pub article: u8,
    /// Pattern of an item's number; that of decisions if empty.
    pub number: String,
    /// Pattern of an urging's number.
    pub urging_number: String,
    /// Calendar days before the last day from which on an item is near its day and may be urged.
    pub near_days: u32,
    /// Working days within which the notice is to be issued.
    pub notice_days: u32,
    /// Working days within which a receipt is to be in.
    pub receipt_days: u32,
    /// Working days within which a reply is to be looked at.
    pub review_days: u32,
    /// Working days within which an urging is to be answered.
    pub urging_days: u32,
    /// Working days within which an extension is to be decided.
    pub extension_days: u32,
    /// How many times the last day of one item may be put off.
    pub extensions: u32,
    /// Who decides extensions: post keys.
    pub deciders: Vec<String>,
    /// The six sources.
    pub sources: Vec<SourceRule>,
    /// Escalation in its order.
    pub escalation: Vec<EscalationRule>,
}

impl Default for FollowupRules {
    fn default() -> Self {
        let source = |key: &str, label: &str, notice_first| SourceRule {
            key: key.into(),
            label: label.into(),
            article: 12,
            notice_first,
        };
        Self {
            article: 12,
            number: String::new(),
            urging_number: "催办〔{year}〕{n}号".into(),
            near_days: 5,
            notice_days: 2,
            receipt_days: 3,
            review_days: 3,
            urging_days: 3,
            extension_days: 3,
            extensions: 2,
            deciders: ["leader", "executive_deputy", "deputy", "director"].map(Into::into).into(),
            sources: vec![
                source("group", "领导小组决定", true),
                source("meeting", "会议决定", false),
                source("instruction", "领导批示", true),
                source("superior", "上级交办", true),
                source("public", "群众反映", true),
                source("plan", "工作计划", true),
            ],
            escalation: Vec::new(),
        }
    }
}

impl FollowupRules {
    /// The rule of a source.
    pub fn source(&self, key: &str) -> Option<&SourceRule> {
        self.sources.iter().find(|source| source.key == key)
    }
    /// What is wrong with the section, if anything.
    pub(super) fn fault(&self) -> Option<String> {
        let numbered = |pattern: &str| pattern.contains("{n}") || pattern.contains("{n4}");
        if !self.number.is_empty() && !numbered(&self.number) {
            return Some(format!("督办编号式样“{}”里没有序号 {{n}}。", self.number));
        }
        if !numbered(&self.urging_number) {
            return Some(format!("催办编号式样“{}”里没有序号 {{n}}。", self.urging_number));
        }
        if self.deciders.is_empty() {
            return Some("没有写明谁审批督办延期。".into());
        }
        let rising = self.escalation.is_sorted_by_key(|step| step.after_days);
        (!rising).then(|| "升级督办的各步须按逾期天数从少到多排列。".into())
    }
}
