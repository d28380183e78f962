//! What the rule profile says of documents (第十四条 to 第十六条): routes, signers, kinds, prefixes, due days.
//!
//! Plain data with one check. What a step means is the documents room's business; only the names of the stations of a
//! route are known here, so that a profile that names another one is refused when it is read.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::keyed::keyed;

keyed!(
    /// In whose name a document is issued (第十六条).
    Issuer {
        /// 创建办.
        Office = "office" "创建办",
        /// 领导小组.
        Group = "group" "领导小组",
    }
);
keyed!(
    /// A station of the way to signature (第十六条).
    Station {
        /// 拟稿人.
        Drafter = "drafter" "拟稿人",
        /// 承办部门.
        Section = "section" "承办部门",
        /// 创建办主任.
        Director = "office_director" "创建办主任",
        /// 副组长.
        Deputy = "deputy" "副组长",
        /// 组长, or the entrusted executive deputy.
        Leader = "leader" "组长",
    }
);
keyed!(
    /// The paper form that a kind takes (GB/T 9704-2012).
    PaperForm {
        /// 下行文、平行文 (7).
        RedHead = "red_head" "文件格式",
        /// 上行文 (7.2.6).
        Upward = "upward" "文件格式（上行文）",
        /// 信函 (10.1).
        Letter = "letter" "信函格式",
        /// 命令（令） (10.2).
        Order = "order" "命令格式",
        /// 纪要 (10.3).
        Minutes = "minutes" "纪要格式",
    }
);
keyed!(
    /// How many 主送 a kind has.
    Recipients {
        /// None is needed (公告, 通告).
        Any = "any" "可不写主送机关",
        /// Exactly one (请示).
        One = "one" "只能有一个主送机关",
        /// At least one.
        Some = "some" "须有主送机关",
    }
);

/// A kind of document (文种): one of the fifteen of 《党政机关公文处理工作条例》, 第八条.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentKind {
    /// Stored key.
    pub key: String,
    /// Chinese name.
    pub label: String,
    /// Its paper form.
    pub form: PaperForm,
    /// In whose name it may be issued; nobody's if empty.
    pub by: Vec<Issuer>,
    /// 主送.
    pub recipients: Recipients,
    /// What its title may end in; the label if empty.
    #[serde(default)]
    pub endings: Vec<String>,
    /// Why it is not issued here, where it is not.
    #[serde(default)]
    pub why_not: String,
}

impl DocumentKind {
    /// Whether a title names this kind at its end.
    pub fn ends(&self, title: &str) -> bool {
        let title = title.trim().trim_end_matches(['）', ')']);
        match self.endings.is_empty() {
            true => title.ends_with(&self.label),
            false => self.endings.iter().any(|ending| title.ends_with(ending.as_str())),
        }
    }
}

/// A prefix of numbers (发文字头), each with a sequence of its own every year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DocumentPrefix")]
pub struct Prefix {
    /// Stored key; names the sequence, so that it stays once it was used.
    pub key: String,
    /// Chinese name.
    pub label: String,
    /// Whose.
    pub of: Issuer,
    /// Pattern of the number.
    pub number: String,
    /// Used for papers in letter form (信函).
    #[serde(default)]
    pub letter: bool,
}

/// A name by which documents address many units at once (各成员单位).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DocumentCollective")]
pub struct Collective {
    /// As printed.
    pub name: String,
    /// Key of the kind of unit that it means.
    pub units: String,
    /// Proposed when recipients are chosen; the others are only understood.
    #[serde(default)]
    pub proposed: bool,
}

/// The section.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(rename = "DocumentRules")]
pub struct Documents {
    /// Article of filings.
    pub filing_article: u8,
    /// What is filed with the office.
    pub filed_with_office: Vec<String>,
    /// What is filed with the group.
    pub filed_with_group: Vec<String>,
    /// Article of reading.
    pub reading_article: u8,
    /// What is laid before the leaders.
    pub reading_kinds: Vec<String>,
    /// Before whom: `office`, `deputy`, `leader`.
    pub reading_route: Vec<String>,
    /// Article of issuing.
    pub issuing_article: u8,
    /// The way of a document of the group.
    pub route: Vec<Station>,
    /// The way of a document of the office.
    pub office_route: Vec<Station>,
    /// Who signs for the office.
    pub office_signers: Vec<String>,
    /// Who signs for the group.
    pub group_signers: Vec<String>,
    /// Pattern of the office's numbers.
    pub office_number: String,
    /// Pattern of the group's numbers.
    pub group_number: String,
    /// Pattern of 收文编号.
    pub incoming_number: String,
    /// Standard short name of the office, as in mark and signature; the office's name if empty.
    #[serde(default)]
    pub office_authority: String,
    /// Standard short name of the group; the group's name if empty.
    #[serde(default)]
    pub group_authority: String,
    /// Pattern of the register of filings with the office.
    #[serde(default = "office_filing")]
    pub office_filing_number: String,
    /// Pattern of the register of filings with the group.
    #[serde(default = "group_filing")]
    pub group_filing_number: String,
    /// Working days within which a step is to be taken.
    #[serde(default = "three")]
    pub step_days: u32,
    /// Working days within which a paper is to be handled when none is named.
    #[serde(default = "ten")]
    pub handling_days: u32,
    /// Working days within which an urging is to be answered.
    #[serde(default = "three")]
    pub urging_days: u32,
    /// Working days for which a reader keeps a paper.
    #[serde(default = "two")]
    pub circulation_days: u32,
    /// Working days within which a signed document is to be printed.
    #[serde(default = "three")]
    pub printing_days: u32,
    /// Working days within which a receipt is to be in.
    #[serde(default = "five")]
    pub receipt_days: u32,
    /// Prefixes; the office's and the group's own if empty.
    #[serde(default)]
    pub prefixes: Vec<Prefix>,
    /// The kinds; those that ship with the program if empty.
    #[serde(default)]
    pub kinds: Vec<DocumentKind>,
    /// Collective names; those that ship with the program if empty.
    #[serde(default)]
    pub collectives: Vec<Collective>,
}

fn office_filing() -> String {
    "办备案〔{year}〕{n}号".into()
}
fn group_filing() -> String {
    "组备案〔{year}〕{n}号".into()
}
fn two() -> u32 {
    2
}
fn three() -> u32 {
    3
}
fn five() -> u32 {
    5
}
fn ten() -> u32 {
    10
}

impl Documents {
    /// Puts in what an older profile did not name, from one that does.
    pub(super) fn completed(&mut self, shipped: impl FnOnce() -> Option<Documents>) {
        let lacks = self.kinds.is_empty() || self.collectives.is_empty();
        if let Some(shipped) = lacks.then(shipped).flatten() {
            if self.kinds.is_empty() {
                self.kinds = shipped.kinds;
            }
            if self.collectives.is_empty() {
                self.collectives = shipped.collectives;
            }
        }
        if self.prefixes.is_empty() {
            let own = |key: &str, of: Issuer, number: &str| Prefix {
                key: key.into(),
                label: number.split('〔').next().unwrap_or_default().into(),
                of,
                number: number.into(),
                letter: false,
            };
            self.prefixes = vec![
                own("office_file", Issuer::Office, &self.office_number),
                own("group_file", Issuer::Group, &self.group_number),
            ];
        }
    }
    /// The way to signature in this name.
    pub fn route_of(&self, issuer: Issuer) -> &[Station] {
        match issuer {
            Issuer::Office => &self.office_route,
            Issuer::Group => &self.route,
        }
    }
    /// A kind by its key.
    pub fn kind(&self, key: &str) -> Option<&DocumentKind> {
        self.kinds.iter().find(|kind| kind.key == key)
    }
    /// A prefix by its key.
    pub fn prefix(&self, key: &str) -> Option<&Prefix> {
        self.prefixes.iter().find(|prefix| prefix.key == key)
    }
    /// What is wrong with the section, in Chinese.
    pub(super) fn fault(&self) -> Option<String> {
        for (name, route) in [("route", &self.route), ("office_route", &self.office_route)] {
            if route.len() < 2 || route[0] != Station::Drafter {
                return Some(format!("documents.{name} 须从拟稿人（drafter）开始，至少两步。"));
            }
            if route.windows(2).any(|two| two[0] >= two[1]) {
                return Some(format!(
                    "documents.{name} 的各步须按拟稿人、承办部门、主任、副组长、组长的先后。"
                ));
            }
        }
        let patterns = [&self.incoming_number, &self.office_filing_number, &self.group_filing_number];
        let patterns = patterns.into_iter().chain(self.prefixes.iter().map(|prefix| &prefix.number));
        for pattern in patterns.clone() {
            if !pattern.contains("{n}") && !pattern.contains("{n4}") {
                return Some(format!("编号式样“{pattern}”里没有序号 {{n}}。"));
            }
        }
        let mut seen: Vec<&str> = patterns.map(String::as_str).collect();
        seen.sort_unstable();
        if let Some(two) = seen.windows(2).find(|two| two[0] == two[1]) {
            return Some(format!("编号式样“{}”用了两次，会出现重号。", two[0]));
        }
        let mut keys: Vec<&str> = self
            .prefixes
            .iter()
            .map(|p| p.key.as_str())
            .chain(self.kinds.iter().map(|k| k.key.as_str()))
            .collect();
        keys.sort_unstable();
        keys.windows(2)
            .find(|two| two[0] == two[1])
            .map(|two| format!("documents 里的代号“{}”用了两次。", two[0]))
    }
}
