//! Letters of delegation (委托签发书, 第十六条): by which the executive deputy may sign in the leader's place, and the check that
//! a signature asks of them. Pure.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::kinds::{DelegationId, OutgoingId};
use super::words::date;
use crate::kernel::keyed::keyed;
use crate::registry::PersonId;

/// Owner kind of the letter's scan.
pub const OWNER: &str = "document_delegation";

keyed!(
    /// What a letter covers.
    DelegationScope {
        /// Every document of the group.
        All = "all" "领导小组名义制发的全部文件",
        /// Some kinds.
        Kinds = "kinds" "指定文种",
        /// One document.
        One = "one" "指定文件",
    }
);

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Delegation {
    /// Id.
    pub id: DelegationId,
    /// Counts changes.
    pub version: i64,
    /// Who delegates.
    pub grantor: PersonId,
    /// Name.
    pub grantor_name: String,
    /// To whom.
    pub grantee: PersonId,
    /// Name.
    pub grantee_name: String,
    /// What it covers.
    pub scope: DelegationScope,
    /// In Chinese, kinds named.
    pub scope_label: String,
    /// The kinds.
    pub kinds: Vec<String>,
    /// The one document.
    pub outgoing: Option<OutgoingId>,
    /// What the letter says.
    pub words: String,
    /// Where it lies, if there is no scan.
    pub basis: String,
    /// Day of the letter.
    pub granted_on: NaiveDate,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Taken back from this day on.
    pub ended_on: Option<NaiveDate>,
    /// Why.
    pub end_reason: String,
    /// It can be taken back: neither over nor taken back yet.
    pub open: bool,
    /// 有效, 未生效, 已到期, 已收回 — seen from today.
    pub state_label: String,
    /// How many documents were signed by it.
    pub used: u32,
}

/// A signature that asks for a letter.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who signed.
    pub signer: PersonId,
    /// When.
    pub on: NaiveDate,
    /// Which document.
    pub outgoing: OutgoingId,
    /// Its kind.
    pub kind: &'a str,
    /// Who is leader on that day.
    pub leader: Option<PersonId>,
}

/// Why a letter does not cover a signature; none if it does.
pub fn why_not(letter: &Delegation, asked: &Asked<'_>) -> Option<String> {
    if letter.grantee != asked.signer {
        return Some(format!("委托书委托的是{}", letter.grantee_name));
    }
    if asked.on < letter.from || asked.on > letter.to {
        return Some(format!("委托书的期限是{}至{}", date(letter.from), date(letter.to)));
    }
    if let Some(ended) = letter.ended_on.filter(|ended| asked.on >= *ended) {
        return Some(format!("委托书已于{}收回", date(ended)));
    }
    if asked.leader != Some(letter.grantor) {
        return Some(format!("委托人{}在{}不任组长", letter.grantor_name, date(asked.on)));
    }
    let covered = match letter.scope {
        DelegationScope::All => true,
        DelegationScope::Kinds => letter.kinds.iter().any(|kind| kind == asked.kind),
        DelegationScope::One => letter.outgoing == Some(asked.outgoing),
    };
    (!covered).then(|| format!("委托书的范围是：{}", letter.scope_label))
}

/// Seen from a day.
pub fn state(from: NaiveDate, to: NaiveDate, ended: Option<NaiveDate>, today: NaiveDate) -> &'static str {
    match ended {
        Some(ended) if today >= ended => "已收回",
        _ if today < from => "未生效",
        _ if today > to => "已到期",
        _ => "有效",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn person(n: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(n))
    }

    fn letter() -> Delegation {
        Delegation {
            id: DelegationId(uuid::Uuid::from_u128(9)),
            version: 1,
            grantor: person(1),
            grantor_name: "程启航".into(),
            grantee: person(2),
            grantee_name: "周怀远".into(),
            scope: DelegationScope::Kinds,
            scope_label: "指定文种：通知".into(),
            kinds: vec!["notice".into()],
            outgoing: None,
            words: "委托签发通知".into(),
            basis: "原件存卷".into(),
            granted_on: day("2016-03-01"),
            from: day("2016-03-02"),
            to: day("2016-03-31"),
            ended_on: Some(day("2016-03-20")),
            end_reason: "组长出差返回".into(),
            open: true,
            state_label: String::new(),
            used: 0,
        }
    }

    #[test]
    fn a_letter_covers_its_grantee_its_days_and_its_scope_while_the_grantor_is_leader() {
        let asked = Asked {
            signer: person(2),
            on: day("2016-03-10"),
            outgoing: OutgoingId(uuid::Uuid::from_u128(5)),
            kind: "notice",
            leader: Some(person(1)),
        };
        let no = |asked: Asked<'_>| why_not(&letter(), &asked).unwrap_or_default();
        assert_eq!(no(asked), "");
        assert_eq!(no(Asked { on: day("2016-03-02"), ..asked }), "");
        assert!(no(Asked { on: day("2016-03-01"), ..asked }).contains("期限"));
        assert!(no(Asked { on: day("2016-03-20"), ..asked }).contains("收回"), "from that day on");
        assert!(no(Asked { on: day("2016-04-01"), ..asked }).contains("期限"));
        assert!(no(Asked { signer: person(3), ..asked }).contains("周怀远"));
        assert!(no(Asked { kind: "decision", ..asked }).contains("范围"));
        assert!(no(Asked { leader: Some(person(7)), ..asked }).contains("不任组长"));
        assert!(no(Asked { leader: None, ..asked }).contains("不任组长"));
        let one = Delegation {
            scope: DelegationScope::One,
            kinds: Vec::new(),
            outgoing: Some(asked.outgoing),
            ..letter()
        };
        assert_eq!(why_not(&one, &Asked { kind: "decision", ..asked }), None);
        let other = Asked { outgoing: OutgoingId(uuid::Uuid::from_u128(6)), ..asked };
        assert!(why_not(&one, &other).is_some());
    }

    #[test]
    fn a_letter_is_not_yet_still_or_no_longer_in_force() {
        let at =
            |today: &str| state(day("2016-03-02"), day("2016-03-31"), Some(day("2016-03-20")), day(today));
        assert_eq!(
            ["2016-03-01", "2016-03-02", "2016-03-19", "2016-03-20", "2016-04-05"].map(at),
            ["未生效", "有效", "有效", "已收回", "已收回"]
        );
        assert_eq!(state(day("2016-03-02"), day("2016-03-31"), None, day("2016-04-01")), "已到期");
    }
}
