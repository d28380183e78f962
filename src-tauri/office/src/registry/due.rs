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
        let cells = row.cells.iter().zip(&completeness.columns);
        let missing: Vec<_> =
            cells.filter(|(cell, _)| cell.state == CellState::Missing).map(|(_, c)| c).collect();
        if missing.is_empty() {
            return None;
        }
        let labels: Vec<&str> = missing.iter().map(|column| column.label.as_str()).collect();
        let mut articles: Vec<&str> = missing.iter().map(|column| column.article.as_str()).collect();
        articles.dedup();
        let title = format!("{}尚未报备：{}", row.unit_short, labels.join("、"));
        let due =
            Due::open(title, row.unit_short.clone()).state("未报备").at("registry", "/registry/contacts");
        Some(Due { article: Some(articles.join("、")), ..due })
    });
    Ok(group.chain(contacts).collect())
}
