//! The rule profile (规则配置): what one city's working rules say, as data. Numbers, names, prefixes and due days live
//! here, each with its article; the code knows only what an obligation means.
//!
//! A profile is kept in the store in versions; the desk carries the one in force today.
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::document_rules::Documents;
use crate::kernel::followup_rules::FollowupRules;
use crate::kernel::ids::CampaignId;
use crate::kernel::matter_rules::{self, LibraryRules, MatterRules, TaskRules};
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::report_rules::{Bulletins, ReportingKind, Reports};

/// A profile.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Profile {
    /// What it is and where it comes from.
    pub profile: Head,
    /// The campaign it was made for.
    pub campaign: CampaignWords,
    /// The leading group (第一条 to 第四条).
    pub group: Group,
    /// Its office (第五条).
    pub office: OfficeWords,
    /// Whom each unit files (第五条).
    pub contacts: Contacts,
    /// Division of tasks (第二条).
    #[serde(default)]
    pub tasks: TaskRules,
    /// The library and guidance (第二条).
    #[serde(default)]
    pub library: LibraryRules,
    /// Matters (第七条).
    #[serde(default)]
    pub matters: MatterRules,
    /// Joint meetings (第六条 to 第十三条).
    pub meetings: Meetings,
    /// Decisions (第十二条).
    pub decisions: Decisions,
    /// Follow-up (第十二条 and custom).
    #[serde(default)]
    pub followup: FollowupRules,
    /// Documents (第十四条 to 第十六条).
    pub documents: Documents,
    /// The kinds of units that report (第二十一条); every kind that can if empty.
    #[serde(default)]
    pub reporting_units: Vec<ReportingKind>,
    /// Monthly information (第二十一条 to 第二十三条).
    pub reports: Reports,
    /// The bulletin (第二十二条).
    #[serde(default)]
    pub bulletin: Bulletins,
    /// Locks and passwords.
    pub security: Security,
    /// The articles themselves.
    pub articles: Vec<Article>,
}

/// Origin of a profile.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Head {
    /// Its id, the file's name.
    pub id: String,
    /// Title of the rules.
    pub title: String,
    /// When they were issued.
    pub issued: NaiveDate,
    /// From when they hold.
    pub effective_from: NaiveDate,
    /// The document they were taken from.
    pub source: String,
}

/// Names of the campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CampaignWords {
    /// In full.
    pub name: String,
    /// Short.
    pub short: String,
    /// The city.
    pub city: String,
}

/// The leading group.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Group {
    /// In full.
    pub name: String,
    /// Short.
    pub short: String,
    /// Article.
    pub article: u8,
    /// How many leaders.
    pub leader: u32,
    /// How many deputies, the executive one among them.
    pub deputies: u32,
    /// How many of the deputies are executive.
    pub executive_deputies: u32,
    /// 组长.
    pub leader_title: String,
    /// 副组长.
    pub deputy_title: String,
    /// 常务副组长.
    pub executive_title: String,
    /// 成员.
    pub member_title: String,
    /// Who the leader must be.
    pub leader_office: String,
    /// How many member units.
    pub member_units: u32,
    /// Article that counts them.
    pub member_units_article: u8,
    /// Article by which the comrade responsible of each member unit is a member.
    pub members_article: u8,
}

/// The group's office.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OfficeWords {
    /// In full.
    pub name: String,
    /// Short.
    pub short: String,
    /// The unit it is seated in.
    pub seat: String,
    /// 主任.
    pub director_title: String,
    /// Article.
    pub article: u8,
}

/// Filed contacts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Contacts {
    /// Article.
    pub article: u8,
    /// Working days within which a change is to be filed.
    pub filing_days: u32,
    /// Pattern of the filing number.
    pub number: String,
    /// The posts every unit files.
    pub posts: Vec<ContactPost>,
}

/// A post to be filed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ContactPost {
    /// Stored key.
    pub key: String,
    /// Chinese name.
    pub label: String,
    /// Exactly so many; several if absent.
    #[serde(default)]
    pub count: Option<u32>,
    /// At least so many.
    #[serde(default)]
    pub at_least: Option<u32>,
    /// Its own article; the section's if absent.
    #[serde(default)]
    pub article: Option<u8>,
    /// Kinds of unit that file it (`member`, `county`, `park`); every reporting unit if empty.
    #[serde(default)]
    pub units: Vec<String>,
}

/// Joint meetings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Meetings {
    /// Article of convening and chair.
    pub article: u8,
    /// How many a month in principle.
    pub per_month: u32,
    /// 联席会议.
    pub name: String,
    /// 专题联席会议.
    pub special_name: String,
    /// Who may chair: post keys.
    pub chair: Vec<String>,
    /// Article of kinds and members.
    pub members_article: u8,
    /// Article of leave.
    pub leave_article: u8,
    /// Article of the agenda.
    pub agenda_article: u8,
    /// Article of decisions.
    pub decisions_article: u8,
    /// Article of minutes.
    pub minutes_article: u8,
    /// Red mark of the minutes.
    pub minutes_mark: String,
    /// Red mark of a special meeting's minutes.
    pub special_minutes_mark: String,
    /// Pattern of the minutes' number.
    pub minutes_number: String,
    /// Pattern of the notice's number.
    pub notice_number: String,
    /// Days within which minutes are to be signed.
    pub sign_due_days: u32,
    /// Default copies: leader, deputies, members, decided.
    pub copies: Vec<String>,
}

/// Decisions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Decisions {
    /// Article.
    pub article: u8,
    /// Pattern of a decision's number.
    pub number: String,
    /// Days until an answer when the meeting named none.
    pub default_due_days: u32,
}

/// Locks and passwords.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Security {
    /// Idle minutes before the screen locks.
    pub idle_minutes: u32,
    /// Wrong passwords in a row before an account is locked.
    pub lock_failures: u32,
    /// Minutes for which it stays locked.
    pub lock_minutes: u32,
    /// Least length of a password, in characters.
    pub password_min: u32,
}

/// One article.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Article {
    /// Number.
    pub n: u8,
    /// Short title.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// The profiles that ship with the program, as (id, text).
pub const SHIPPED: &[(&str, &str)] = &[
    ("mianyang-2016", include_str!("../../../../assets/profiles/mianyang-2016.toml")),
    ("shili-2016", include_str!("../../../../assets/profiles/shili-2016.toml")),
];

/// Reads a profile from its text and checks what a program could trip over.
pub fn parse(text: &str) -> Result<Profile> {
    let mut profile: Profile = toml::from_str(text).map_err(|e| {
        Refusal::damaged(format!("规则配置不能读取：{}", e.message()))
            .hint("请按随附的规则配置文件改正后再导入。")
    })?;
    profile.documents.completed(shipped_documents);
    check(&profile)?;
    Ok(profile)
}

/// The documents' section as it ships, for profiles that were written before kinds and collective names stood in it.
fn shipped_documents() -> Option<Documents> {
    let shipped: Option<Profile> = SHIPPED.first().and_then(|(_, text)| toml::from_str(text).ok());
    shipped.map(|profile| profile.documents)
}

fn check(profile: &Profile) -> Result<()> {
    let wrong =
        |words: &str| Err(Refusal::damaged(format!("规则配置有误：{words}")).hint("请改正后再导入。"));
    if profile.group.executive_deputies > profile.group.deputies {
        return wrong("常务副组长多于副组长。");
    }
    let [matters, guidance] = matter_rules::patterns(&profile.matters, &profile.library);
    let (filings, minutes) = (&profile.contacts.number, &profile.meetings.minutes_number);
    for pattern in [filings, minutes, &profile.decisions.number, matters, guidance] {
        if !pattern.contains("{n}") && !pattern.contains("{n4}") {
            return wrong(&format!("编号式样“{pattern}”里没有序号 {{n}}。"));
        }
    }
    if profile.articles.is_empty() {
        return wrong("没有条文。");
    }
    let faults = [
        profile.documents.fault(),
        profile.followup.fault(),
        matter_rules::fault(&profile.matters, &profile.tasks),
        profile.reports.fault(&profile.bulletin),
    ];
    if let Some(words) = faults.into_iter().flatten().next() {
        return wrong(&words);
    }
    Ok(())
}

impl Profile {
    /// The profile in force on a day; the earliest one before the first takes effect.
    pub fn in_force(tx: &Connection, campaign: CampaignId, day: NaiveDate) -> Result<(i64, String)> {
        let sql = "SELECT id, toml FROM profile_version WHERE campaign = :campaign
                   ORDER BY effective_from <= :day DESC,
                     CASE WHEN effective_from <= :day THEN effective_from END DESC, effective_from LIMIT 1";
        tx.query_row(sql, named_params! {":campaign": campaign, ":day": day}, |row| {
            Ok((row.get("id")?, row.get("toml")?))
        })
        .map_err(|_| Refusal::damaged("数据库里没有规则配置。").hint("请从备份恢复。"))
    }
    /// An article by number.
    pub fn article(&self, n: u8) -> Option<&Article> {
        self.articles.iter().find(|article| article.n == n)
    }
}
