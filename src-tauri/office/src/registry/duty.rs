//! What a member of the group did and reported (第四条): work carried out, research, experience, problems, suggestions.
//!
//! It deliberately has no flow: a record is entered, corrected and cited.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::PersonId;
use crate::kernel::keyed::keyed;

crate::id!(
    /// A record of a member's duty (履职记录).
    DutyId
);

keyed!(
    /// What kind of record it is (第四条).
    DutyKind {
        /// 第四条第一项.
        WorkDone = "work_done" "完成工作",
        /// 第四条第二项.
        Research = "research" "调研",
        /// 第四条第二项.
        Experience = "experience" "经验",
        /// 第四条第二项.
        Problem = "problem" "问题",
        /// 第四条第二项.
        Suggestion = "suggestion" "建议",
    }
);

/// A record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Duty {
    /// Id.
    pub id: DutyId,
    /// The member.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// Kind.
    pub kind: DutyKind,
    /// In Chinese.
    pub kind_label: String,
    /// Day.
    pub day: NaiveDate,
    /// What was done or said.
    pub text: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// Counts changes.
    pub version: i64,
}
