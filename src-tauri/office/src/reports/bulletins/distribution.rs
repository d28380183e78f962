//! Who receives an issue: the lines 报, 送, 发 as they stand, with `各成员单位` and `各县市区（园区）` written out. Pure but for
//! ids.
use super::kinds::BulletinCopyBasis;
use super::record::{Bulletin, BulletinCopy};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::Result;
use crate::registry::{self, UnitKind};

/// The kinds of units that a collective name stands for; none for a name of its own.
pub(super) fn kinds(name: &str) -> Vec<UnitKind> {
    if !name.starts_with('各') {
        return Vec::new();
    }
    let mut kinds = Vec::new();
    if name.contains("成员单位") {
        kinds.push(UnitKind::Member);
    }
    if name.contains('县') || name.contains("市区") || name.contains("区市") {
        kinds.push(UnitKind::County);
    }
    if name.contains("园区") {
        kinds.push(UnitKind::Park);
    }
    kinds
}

/// Everybody, one copy each; a name that stands in several lines receives once, in the first of them.
pub(super) fn recipients(desk: &Desk<'_>, bulletin: &Bulletin) -> Result<Vec<BulletinCopy>> {
    let lines = [
        (BulletinCopyBasis::Report, &bulletin.report_to),
        (BulletinCopyBasis::Send, &bulletin.send_to),
        (BulletinCopyBasis::Issue, &bulletin.issue_to),
    ];
    let mut copies: Vec<BulletinCopy> = Vec::new();
    for (basis, names) in lines {
        for name in names {
            let kinds = kinds(name);
            let each = match kinds.is_empty() {
                true => vec![name.clone()],
                false => registry::units_on(desk, desk.today(), &kinds)?
                    .into_iter()
                    .map(|unit| unit.short)
                    .collect(),
            };
            for name in each {
                if !copies.iter().any(|copy| copy.name == name) {
                    copies.push(copy(desk, basis, name, 1, ""));
                }
            }
        }
    }
    Ok(copies)
}

/// A recipient to whom nothing has gone out yet.
pub(super) fn copy(
    desk: &Desk<'_>,
    basis: BulletinCopyBasis,
    name: String,
    copies: u32,
    reason: &str,
) -> BulletinCopy {
    BulletinCopy {
        id: desk.new_id(),
        basis,
        basis_label: basis.label().into(),
        name,
        copies,
        reason: reason.to_owned(),
        sent_on: None,
        way: String::new(),
        received_on: None,
        received_by: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collective_names_stand_for_their_units_and_others_for_themselves() {
        use UnitKind::{County, Member, Park};
        for (name, wanted) in [
            ("各成员单位", vec![Member]),
            ("各县市区（园区）", vec![County, Park]),
            ("各县（市、区）", vec![County]),
            ("各园区", vec![Park]),
            ("组长、副组长", vec![]),
            ("示例县", vec![]),
            ("市委办公室", vec![]),
        ] {
            assert_eq!(kinds(name), wanted, "{name}");
        }
    }
}
