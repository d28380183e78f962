//! Who receives a printed document: 主送 and 抄送 as printed, collective names (各成员单位) unfolded into the units of the day.
//! Pure.
use super::record::{OutgoingCopy, OutgoingCopyBasis, OutgoingWords};
use crate::kernel::document_rules::Collective;
use crate::registry::{RosterLine, Unit, UnitKind};

/// A recipient proposed from the register.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OutgoingProposal {
    /// As it would be printed.
    pub name: String,
    /// Which group it belongs to, in Chinese.
    pub group: String,
    /// Whom a collective name means; empty for a single one.
    pub members: Vec<String>,
}

/// Everybody that the register proposes: collective names, units, the group's leaders.
pub fn proposals(units: &[Unit], roster: &[RosterLine], collectives: &[Collective]) -> Vec<OutgoingProposal> {
    let mut list = Vec::new();
    for collective in collectives.iter().filter(|collective| collective.proposed) {
        let members = members(collective, units);
        if !members.is_empty() {
            list.push(OutgoingProposal { name: collective.name.clone(), group: "统称".into(), members });
        }
    }
    list.extend(units.iter().map(|unit| OutgoingProposal {
        name: unit.short.clone(),
        group: unit.kind.label().into(),
        members: Vec::new(),
    }));
    let leaders = roster.iter().filter(|line| line.post < crate::registry::PostKind::Member);
    list.extend(leaders.map(|line| OutgoingProposal {
        name: format!("{}同志", line.name),
        group: "领导小组".into(),
        members: Vec::new(),
    }));
    list
}

/// The distribution list of a document; nobody stands on it twice, 主送 goes before 抄送.
pub fn list(words: &OutgoingWords, units: &[Unit], collectives: &[Collective]) -> Vec<OutgoingCopy> {
    let mut list: Vec<OutgoingCopy> = Vec::new();
    let all = [(OutgoingCopyBasis::To, &words.sent_to), (OutgoingCopyBasis::Copy, &words.copies_to)];
    for (basis, name) in
        all.into_iter().flat_map(|(basis, names)| names.iter().map(move |name| (basis, name)))
    {
        for one in unfolded(name, units, collectives) {
            if !list.iter().any(|copy| copy.name == one) {
                list.push(copy(basis, one, ""));
            }
        }
    }
    list
}

fn unfolded(name: &str, units: &[Unit], collectives: &[Collective]) -> Vec<String> {
    let collective = collectives.iter().find(|collective| collective.name == name);
    let members = collective.map(|collective| members(collective, units)).unwrap_or_default();
    if members.is_empty() { vec![name.to_owned()] } else { members }
}

/// The units that a collective name means, in the order of the register.
fn members(collective: &Collective, units: &[Unit]) -> Vec<String> {
    let kind = UnitKind::from_key(&collective.units);
    units.iter().filter(|unit| Some(unit.kind) == kind).map(|unit| unit.short.clone()).collect()
}

/// One line that has not gone out yet.
pub fn copy(basis: OutgoingCopyBasis, name: String, reason: &str) -> OutgoingCopy {
    OutgoingCopy {
        id: None,
        basis,
        basis_label: basis.label().into(),
        name,
        reason: reason.into(),
        copies: 1,
        sent_on: None,
        way: String::new(),
        received_on: None,
        received_by: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};
    use crate::registry::UnitId;

    fn unit(n: u128, short: &str, kind: UnitKind) -> Unit {
        Unit {
            id: UnitId(uuid::Uuid::from_u128(n)),
            name: short.into(),
            short: short.into(),
            kind,
            kind_label: kind.label().into(),
            order: 1,
            trade: String::new(),
            address: String::new(),
            phone: String::new(),
            joined_on: "2016-01-01".parse().unwrap(),
            left_on: None,
            left_reason: String::new(),
            version: 1,
        }
    }

    #[test]
    fn collective_names_are_unfolded_and_nobody_receives_twice() {
        let profile = parse(SHIPPED[1].1).unwrap();
        let units = [
            unit(1, "市质监局", UnitKind::Member),
            unit(2, "市发改委", UnitKind::Member),
            unit(3, "示例县", UnitKind::County),
        ];
        let words = OutgoingWords {
            sent_to: vec!["各成员单位".into(), "各园区".into()],
            copies_to: vec!["市发改委".into(), "程启航同志".into()],
            ..OutgoingWords::default()
        };
        let names: Vec<(String, &str)> = list(&words, &units, &profile.documents.collectives)
            .into_iter()
            .map(|copy| (copy.name, copy.basis.label()))
            .collect();
        let line = |name: &str, basis: &'static str| (name.to_owned(), basis);
        assert_eq!(
            names,
            [
                line("市质监局", "主送"),
                line("市发改委", "主送"),
                // No park is in the register: the name stands for itself.
                line("各园区", "主送"),
                line("程启航同志", "抄送"),
            ]
        );
        let proposed = proposals(&units, &[], &profile.documents.collectives);
        assert_eq!(proposed[0].members, ["市质监局", "市发改委"]);
        assert_eq!(proposed.len(), 5, "two collective names, three units");
    }

    #[test]
    fn every_collective_name_of_every_shipped_profile_means_a_kind_of_unit() {
        for (name, text) in SHIPPED {
            let collectives = parse(text).unwrap().documents.collectives;
            assert!(!collectives.is_empty(), "{name}");
            for collective in collectives {
                assert!(UnitKind::from_key(&collective.units).is_some(), "{name}: {}", collective.name);
            }
        }
    }
}
