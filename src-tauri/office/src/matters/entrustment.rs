//! Entrustments (委托审定书, 第七条): by which a deputy lets the director decide routine matters, and the check that a decision
//! asks of them. Pure.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::kinds::{MatterEntrustmentId, MatterId};
use crate::kernel::written::date;
use crate::registry::PersonId;

/// Owner kind of the scan.
pub const OWNER: &str = "matter_entrustment";

/// An entrustment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MatterEntrustment")]
pub struct Entrustment {
    /// Id.
    pub id: MatterEntrustmentId,
    /// Counts changes.
    pub version: i64,
    /// The deputy.
    pub grantor: PersonId,
    /// Name.
    pub grantor_name: String,
    /// The director.
    pub grantee: PersonId,
    /// Name.
    pub grantee_name: String,
    /// The one matter; every routine matter if none.
    pub matter: Option<MatterId>,
    /// In Chinese.
    pub scope_label: String,
    /// What it says.
    pub words: String,
    /// Where the paper lies, if there is no scan.
    pub basis: String,
    /// Day of the paper.
    pub granted_on: NaiveDate,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Taken back from this day on.
    pub ended_on: Option<NaiveDate>,
    /// Why.
    pub end_reason: String,
    /// 有效, 未生效, 已到期, 已收回 — seen from today.
    pub state_label: String,
    /// How many matters were decided by it.
    pub used: u32,
}

/// A decision that asks for an entrustment.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who decides.
    pub person: PersonId,
    /// When.
    pub on: NaiveDate,
    /// On which matter.
    pub matter: MatterId,
    /// Who are deputies on that day.
    pub deputies: &'a [PersonId],
}

/// Why an entrustment does not cover a decision; none if it does.
pub fn why_not(one: &Entrustment, asked: &Asked<'_>) -> Option<String> {
    if one.grantee != asked.person {
        return Some(format!("委托书委托的是{}", one.grantee_name));
    }
    if asked.on < one.from || asked.on > one.to {
        return Some(format!("委托书的期限是{}至{}", date(one.from), date(one.to)));
    }
    if let Some(ended) = one.ended_on.filter(|ended| asked.on >= *ended) {
        return Some(format!("委托书已于{}收回", date(ended)));
    }
    if !asked.deputies.contains(&one.grantor) {
        return Some(format!("委托人{}在{}不任副组长", one.grantor_name, date(asked.on)));
    }
    let covered = one.matter.is_none_or(|matter| matter == asked.matter);
    (!covered).then(|| "委托书只委托审定另一件事项".into())
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

    #[test]
    fn an_entrustment_covers_its_grantee_its_days_and_its_matter_while_the_grantor_is_deputy() {
        let matter = MatterId(uuid::Uuid::from_u128(5));
        let one = Entrustment {
            id: MatterEntrustmentId(uuid::Uuid::from_u128(9)),
            version: 1,
            grantor: person(1),
            grantor_name: "陈明".into(),
            grantee: person(2),
            grantee_name: "周敏".into(),
            matter: None,
            scope_label: String::new(),
            words: "委托审定日常事项".into(),
            basis: "原件存卷".into(),
            granted_on: day("2016-03-01"),
            from: day("2016-03-02"),
            to: day("2016-03-31"),
            ended_on: Some(day("2016-03-20")),
            end_reason: "返回".into(),
            state_label: String::new(),
            used: 0,
        };
        let deputies = [person(1), person(4)];
        let asked = Asked { person: person(2), on: day("2016-03-10"), matter, deputies: &deputies };
        let no = |asked: Asked<'_>| why_not(&one, &asked).unwrap_or_default();
        assert_eq!(no(asked), "");
        assert_eq!(no(Asked { on: day("2016-03-02"), ..asked }), "");
        assert!(no(Asked { on: day("2016-03-01"), ..asked }).contains("期限"));
        assert!(no(Asked { on: day("2016-03-20"), ..asked }).contains("收回"));
        assert!(no(Asked { on: day("2016-04-01"), ..asked }).contains("期限"));
        assert!(no(Asked { person: person(3), ..asked }).contains("周敏"));
        assert!(no(Asked { deputies: &[person(4)], ..asked }).contains("不任副组长"));
        let other = MatterId(uuid::Uuid::from_u128(6));
        let single = Entrustment { matter: Some(matter), ..one.clone() };
        assert_eq!(why_not(&single, &asked), None);
        assert!(why_not(&single, &Asked { matter: other, ..asked }).is_some());
    }

    #[test]
    fn an_entrustment_is_not_yet_still_or_no_longer_in_force() {
        let at =
            |today: &str| state(day("2016-03-02"), day("2016-03-31"), Some(day("2016-03-20")), day(today));
        assert_eq!(
            ["2016-03-01", "2016-03-02", "2016-03-20", "2016-04-05"].map(at),
            ["未生效", "有效", "已收回", "已收回"]
        );
        assert_eq!(state(day("2016-03-02"), day("2016-03-31"), None, day("2016-04-01")), "已到期");
    }
}
