//! What is due in the register: vacancies in the group and contacts that units have not filed (第一条, 第五条).
use super::{CellState, check_on, completeness_on};
use crate::kernel::due::Due;
use crate::kernel::{Desk, Result};

/// Vacancies of the group one by one; missing contacts one line a unit.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let check = check_on(desk, desk.today())?;
    let group = check.findings.iter().filter(|finding| finding.unit.is_none()).map(|finding| Due {
        article: Some(finding.article.clone()),
        ..Due::open(finding.message.clone(), desk.profile.office.short.clone())
            .state(finding.kind_label.clone())
            .at("registry", "/registry/roster")
    });
    let completeness = completeness_on(desk, desk.today())?;
    let contacts = completeness.rows.iter().filter_map(|row| {
        let cells =
            row.cells.iter().zip(&completeness.columns).filter(|(cell, _)| cell.state == CellState::Missing);
        let missing: Vec<&str> = cells.map(|(_, column)| column.label.as_str()).collect();
        if missing.is_empty() {
            return None;
        }
        let title = format!("{}尚未报备：{}", row.unit_short, missing.join("、"));
        let due =
            Due::open(title, row.unit_short.clone()).article(desk.profile.contacts.article).state("未报备");
        Some(due.at("registry", "/registry/contacts"))
    });
    Ok(group.chain(contacts).collect())
}
