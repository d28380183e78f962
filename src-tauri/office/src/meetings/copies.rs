//! The copies list (抄送, 第十三条): leader, deputies, member units, and whom the decisions concern; more by hand with a
//! reason. Pure; frozen at issue by the store.
//!
//! It deliberately computes no city leader outside the group: the register does not say which of them answers for which
//! unit. Whoever the store gives a reason to think of is proposed, and a click puts them on the list.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::kinds::{CopyBasis, CopyId, InviteRole, Outcome};
use super::record::{MeetingDecision, MeetingInvitee};
use crate::kernel::profile::Profile;
use crate::registry::{PostKind, RosterLine, Unit, UnitId, UnitKind};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingCopy {
    /// Id; none while it is only computed.
    pub id: Option<CopyId>,
    /// Why it is on the list.
    pub basis: CopyBasis,
    /// In Chinese.
    pub basis_label: String,
    /// As printed.
    pub name: String,
    /// Reason of what was added by hand; the decision for what is concerned.
    pub reason: String,
    /// When it went out.
    pub sent_on: Option<NaiveDate>,
    /// How.
    pub way: String,
    /// When it was received.
    pub received_on: Option<NaiveDate>,
    /// By whom.
    pub received_by: String,
}

/// Somebody the office may want to add to the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeetingCopyProposal {
    /// As printed.
    pub name: String,
    /// Why, as the addition will say it.
    pub reason: String,
}

/// Whom the list leaves out though they sat in at the meeting, or got the minutes when the same units answered for
/// decisions (`before`, the newest first).
pub fn proposals(
    list: &[MeetingCopy],
    invited: &[MeetingInvitee],
    before: Vec<MeetingCopyProposal>,
) -> Vec<MeetingCopyProposal> {
    let sat_in = |one: &&MeetingInvitee| one.role == InviteRole::Observe && one.outcome != Outcome::Absent;
    let observers = invited.iter().filter(sat_in).map(|one| MeetingCopyProposal {
        name: if one.unit.is_some() { one.unit_short.clone() } else { format!("{}同志", one.name) },
        reason: "列席这次会议".into(),
    });
    let mut wanted: Vec<MeetingCopyProposal> = Vec::new();
    for one in observers.chain(before) {
        let there = list.iter().any(|line| line.name == one.name);
        if !there && !wanted.iter().any(|other| other.name == one.name) {
            wanted.push(one);
        }
    }
    wanted
}

/// The list as the rules compute it. `units` are all units of the day, in their order.
pub fn computed(
    profile: &Profile,
    roster: &[RosterLine],
    units: &[Unit],
    decisions: &[MeetingDecision],
) -> Vec<MeetingCopy> {
    let mut list = Vec::new();
    for key in &profile.meetings.copies {
        match key.as_str() {
            "leader" => people(&mut list, roster, &[PostKind::Leader], CopyBasis::Leader),
            "deputies" => {
                people(&mut list, roster, &[PostKind::ExecutiveDeputy, PostKind::Deputy], CopyBasis::Deputy)
            }
            "members" => {
                let members = units.iter().filter(|unit| unit.kind == UnitKind::Member);
                members.for_each(|unit| add(&mut list, CopyBasis::Member, &unit.short, ""));
            }
            "decided" => concerned(&mut list, units, decisions),
            _ => {}
        }
    }
    list
}

fn people(list: &mut Vec<MeetingCopy>, roster: &[RosterLine], posts: &[PostKind], basis: CopyBasis) {
    for line in roster.iter().filter(|line| posts.contains(&line.post)) {
        add(list, basis, &format!("{}同志", line.name), &line.post_label);
    }
}

fn concerned(list: &mut Vec<MeetingCopy>, units: &[Unit], decisions: &[MeetingDecision]) {
    let named = |id: UnitId| {
        decisions.iter().position(|d| d.lead.unit == id || d.helpers.iter().any(|h| h.unit == id))
    };
    for unit in units {
        if let Some(at) = named(unit.id) {
            add(list, CopyBasis::Decided, &unit.short, &format!("决定事项{}", at + 1));
        }
    }
}

/// Adds a line unless the name is there.
pub fn add(list: &mut Vec<MeetingCopy>, basis: CopyBasis, name: &str, reason: &str) {
    if !list.iter().any(|line| line.name == name) {
        list.push(MeetingCopy {
            id: None,
            basis,
            basis_label: basis.label().into(),
            name: name.into(),
            reason: reason.into(),
            sent_on: None,
            way: String::new(),
            received_on: None,
            received_by: String::new(),
        });
    }
}

/// As printed in the imprint: people and units that are members are summed up as 各成员单位, the rest by name.
pub fn printed(list: &[MeetingCopy]) -> Vec<String> {
    let of = |basis: CopyBasis| list.iter().filter(move |line| line.basis == basis);
    let mut words: Vec<String> =
        of(CopyBasis::Leader).chain(of(CopyBasis::Deputy)).map(|l| l.name.clone()).collect();
    if of(CopyBasis::Member).next().is_some() {
        words.push("各成员单位".into());
    }
    words.extend(of(CopyBasis::Decided).chain(of(CopyBasis::Added)).map(|line| line.name.clone()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(basis: CopyBasis, name: &str) -> MeetingCopy {
        let mut list = Vec::new();
        add(&mut list, basis, name, "");
        list.remove(0)
    }

    #[test]
    fn nobody_stands_on_the_list_twice() {
        let mut list = vec![line(CopyBasis::Member, "市质监局")];
        add(&mut list, CopyBasis::Decided, "市质监局", "决定事项1");
        add(&mut list, CopyBasis::Decided, "示例县", "决定事项2");
        assert_eq!(list.iter().map(|l| l.name.as_str()).collect::<Vec<_>>(), ["市质监局", "示例县"]);
        assert_eq!(list[1].basis_label, "与决定有关");
    }

    #[test]
    fn the_imprint_sums_the_member_units_up_and_names_the_rest() {
        let list = [
            line(CopyBasis::Leader, "王立新同志"),
            line(CopyBasis::Deputy, "陈明同志"),
            line(CopyBasis::Member, "市质监局"),
            line(CopyBasis::Member, "市发改委"),
            line(CopyBasis::Decided, "示例县"),
            line(CopyBasis::Added, "市人大常委会办公室"),
        ];
        assert_eq!(printed(&list), ["王立新同志", "陈明同志", "各成员单位", "示例县", "市人大常委会办公室"]);
    }
}
