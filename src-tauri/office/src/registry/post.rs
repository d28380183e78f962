//! Posts (任职): who held what, where, from which day up to (not including) which day.
//!
//! History is never overwritten: a post is ended, and one entered by mistake is voided with its reason.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::person::PersonId;
use super::unit::UnitId;
use crate::kernel::keyed::keyed;
use crate::kernel::profile::Profile;

crate::id!(
    /// A post held by a person (任职).
    PostId
);

keyed!(
    /// What is held, in protocol order.
    PostKind {
        /// 组长 (第一条).
        Leader = "leader" "组长",
        /// 常务副组长 (第九条).
        ExecutiveDeputy = "executive_deputy" "常务副组长",
        /// 副组长 (第一条).
        Deputy = "deputy" "副组长",
        /// 成员 (第四条).
        Member = "member" "成员",
        /// 分管领导 (第五条).
        LeaderInCharge = "leader_in_charge" "分管领导",
        /// 科室负责人 (第五条).
        SectionHead = "section_head" "科室负责人",
        /// 承办人 (第五条).
        Undertaker = "undertaker" "承办人",
        /// 信息员 (第二十三条).
        InformationOfficer = "information_officer" "信息员",
        /// 档案员 (第二十六条).
        Archivist = "archivist" "档案员",
        /// 创建办主任 (第五条).
        Director = "director" "创建办主任",
        /// 创建办工作人员 (第五条).
        OfficeStaff = "office_staff" "创建办工作人员",
    }
);

impl PostKind {
    /// Posts in the leading group itself.
    pub const GROUP: &'static [PostKind] =
        &[PostKind::Leader, PostKind::ExecutiveDeputy, PostKind::Deputy, PostKind::Member];
    /// Posts that a unit files with the office (第五条).
    pub const CONTACTS: &'static [PostKind] = &[
        PostKind::LeaderInCharge,
        PostKind::SectionHead,
        PostKind::Undertaker,
        PostKind::InformationOfficer,
        PostKind::Archivist,
    ];
    /// Posts that a unit's filing may end or begin.
    pub const FILED: &'static [PostKind] = &[
        PostKind::Member,
        PostKind::LeaderInCharge,
        PostKind::SectionHead,
        PostKind::Undertaker,
        PostKind::InformationOfficer,
        PostKind::Archivist,
    ];

    /// Whether it can only be held at a unit.
    pub fn needs_unit(self) -> bool {
        Self::FILED.contains(&self)
    }
    /// What it is called under these rules.
    pub fn words(self, profile: &Profile) -> String {
        let group = &profile.group;
        let words = match self {
            PostKind::Leader => &group.leader_title,
            PostKind::ExecutiveDeputy => &group.executive_title,
            PostKind::Deputy => &group.deputy_title,
            PostKind::Member => &group.member_title,
            PostKind::Director => {
                return format!("{}{}", profile.office.short, profile.office.director_title);
            }
            PostKind::OfficeStaff => return format!("{}工作人员", profile.office.short),
            _ => match profile.contacts.posts.iter().find(|post| post.key == self.key()) {
                Some(post) => &post.label,
                None => return self.label().into(),
            },
        };
        if words.is_empty() { self.label().into() } else { words.clone() }
    }
}

/// A post as it lies in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RegistryPost")]
pub struct Post {
    /// Id.
    pub id: PostId,
    /// Who holds it.
    pub person: PersonId,
    /// Their name.
    pub person_name: String,
    /// What it is.
    pub kind: PostKind,
    /// Its Chinese name.
    pub kind_label: String,
    /// Where.
    pub unit: Option<UnitId>,
    /// Name of the unit on the day the post began; empty without one.
    pub unit_name: String,
    /// Short name of the unit on that day.
    pub unit_short: String,
    /// 职务 as printed.
    pub title: String,
    /// Protocol order among posts of one kind; lower comes first.
    pub rank: i64,
    /// First day.
    pub from: NaiveDate,
    /// First day on which it is no longer held.
    pub to: Option<NaiveDate>,
    /// Why it ended; may be empty.
    pub end_reason: String,
    /// Why it was voided, if it was.
    pub void_reason: Option<String>,
    /// Counts changes.
    pub version: i64,
}

/// One line of a roster as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterLine {
    /// What is held.
    pub post: PostKind,
    /// Its Chinese name under the rules.
    pub post_label: String,
    /// The post in the register.
    pub post_id: PostId,
    /// Version of the post, for the step that ends or corrects it.
    pub post_version: i64,
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// 职务 as printed.
    pub title: String,
    /// Where; none for a leader without a unit in the register.
    pub unit: Option<UnitId>,
    /// Full name of the unit on that day; empty without one.
    pub unit_name: String,
    /// Short name of the unit on that day.
    pub unit_short: String,
    /// Mobile, or the office telephone where there is none.
    pub phone: String,
    /// Mobile.
    pub mobile: String,
    /// Office telephone.
    pub office_phone: String,
    /// First day of the post.
    pub from: NaiveDate,
    /// First day on which it is no longer held.
    pub to: Option<NaiveDate>,
    /// Place in this list, from 1.
    pub order: i64,
}
