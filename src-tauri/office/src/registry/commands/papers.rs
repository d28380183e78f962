//! What the register prints and exports: lists of people, so all of it is audited with the number of its rows.
use chrono::NaiveDate;
use press::Ledger;
use serde::Deserialize;
use ts_rs::TS;

use super::filings::FilingsAsked;
use super::rosters::{ContactsAsked, DayAsked, contact_lines};
use super::units::{UnitsAsked, unit_rows};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::post::PostKind;
use crate::registry::store::filings::Wanted;
use crate::registry::store::{filings, posts, units};
use crate::registry::unit::{Unit, UnitId, UnitKind};
use crate::registry::{completeness_on, forms, ledgers, roster_on, unit};

/// Prints 成员名单.
pub fn roster(desk: &Desk<'_>, q: DayAsked) -> Result<Paper> {
    let day = q.day.unwrap_or(desk.today());
    let lines = roster_on(desk, day)?;
    if lines.is_empty() {
        return Err(Refusal::refused(format!("{day} 的领导小组名单是空的。")).hint("请先录入或导入名册。"));
    }
    Ok(paper::form(desk, forms::roster(desk, day, &lines))?.of_rows(lines.len() as u64))
}

/// Whose 联络员备案表.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ContactsFormAsked {
    /// This unit's; every reporting unit's, one a page, if left out.
    pub unit: Option<UnitId>,
    /// As of which day; today if left out.
    pub day: Option<NaiveDate>,
}

/// Prints 联络员备案表.
pub fn contacts_form(desk: &Desk<'_>, q: ContactsFormAsked) -> Result<Paper> {
    let day = q.day.unwrap_or(desk.today());
    let wanted: Vec<Unit> = match q.unit {
        Some(id) => vec![units::get(desk, id, day)?],
        None => crate::registry::units_on(desk, day, UnitKind::REPORTING)?,
    };
    if wanted.is_empty() {
        return Err(Refusal::refused(format!("{day} 名册中没有报送单位。")).hint("请先录入或导入名册。"));
    }
    let lines = posts::on(desk, day, q.unit)?;
    let (mut pages, mut people) = (Vec::new(), 0);
    for one in &wanted {
        let asked = Wanted { unit: Some(one.id), last: Some(day), ..Wanted::default() };
        let last = filings::list(desk, &asked, crate::kernel::rows::Slice { offset: 0, limit: 1 })?.rows;
        people += lines
            .iter()
            .filter(|line| line.unit == Some(one.id) && PostKind::CONTACTS.contains(&line.post))
            .count() as u64;
        pages.push(forms::contacts_page(desk, day, one, &lines, last.first()));
    }
    Ok(paper::form(desk, forms::contacts_forms(desk, pages))?.of_rows(people))
}

/// Prints 通讯录, unit by unit whatever the order on the screen.
pub fn directory(desk: &Desk<'_>, q: ContactsAsked) -> Result<Paper> {
    let lines = contact_lines(desk, &ContactsAsked { order: None, ..q.clone() })?;
    if lines.is_empty() {
        return Err(
            Refusal::refused("没有符合条件的在任人员，通讯录是空的。").hint("请放宽筛选条件，或先录入名册。")
        );
    }
    let printed = paper::form(desk, forms::directory(desk, q.day.unwrap_or(desk.today()), &lines))?;
    Ok(printed.of_rows(lines.len() as u64))
}

/// 单位名录, as filtered.
pub fn units_ledger(desk: &Desk<'_>, q: UnitsAsked) -> Result<Ledger> {
    let day = q.day.unwrap_or(desk.today());
    let found: Vec<Unit> = unit_rows(desk, &q)?.into_iter().map(|row| row.unit).collect();
    Ok(ledgers::units(desk, day, &found))
}

/// Exports 领导小组名单; on paper it is a form.
pub fn export_roster(desk: &Desk<'_>, q: DayAsked) -> Result<Paper> {
    let day = q.day.unwrap_or(desk.today());
    paper::workbook(desk, ledgers::people(desk, "领导小组成员名单", day, &roster_on(desk, day)?))
}

/// Exports 通讯录, as filtered.
pub fn export_contacts(desk: &Desk<'_>, q: ContactsAsked) -> Result<Paper> {
    let lines = contact_lines(desk, &q)?;
    paper::workbook(desk, ledgers::people(desk, "通讯录", q.day.unwrap_or(desk.today()), &lines))
}

/// 联络员报备齐全情况.
pub fn completeness_ledger(desk: &Desk<'_>, q: DayAsked) -> Result<Ledger> {
    let filed = completeness_on(desk, q.day.unwrap_or(desk.today()))?;
    Ok(ledgers::completeness(desk, &filed))
}

/// 人员变动备案台账, as filtered.
pub fn filings_ledger(desk: &Desk<'_>, q: FilingsAsked) -> Result<Ledger> {
    let mut about = q.year.map_or("各年度".into(), |year| format!("{year} 年"));
    if let Some(id) = q.unit {
        about = format!("{about}　{}", unit(desk, id)?.short);
    }
    if q.late {
        about.push_str("　只列迟报");
    }
    Ok(ledgers::filings(desk, &about, &filings::all(desk, &q.wanted())?))
}
