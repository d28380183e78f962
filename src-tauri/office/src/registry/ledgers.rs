//! The register's lists as ledgers (台账), described once for the workbook: units, group, directory, completeness,
//! filings. What is exported is exactly what was asked for.
use chrono::NaiveDate;
use press::ledger::{Column, Kind, Ledger, Value};

use super::check::Completeness;
use super::filing::Filing;
use super::post::RosterLine;
use super::unit::Unit;
use crate::kernel::desk::Desk;

/// The line under a title: office, day, who made it.
fn note(desk: &Desk<'_>, about: &str) -> String {
    format!("{}　{about}　{} {}导出", desk.profile.office.short, desk.today(), desk.who.name)
}

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Empty } else { Value::Text(words.into()) }
}

fn date(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Empty, Value::Date)
}

fn number(n: usize) -> Value {
    Value::Number(n as f64)
}

fn columns(of: &[(&str, Kind, u16)]) -> Vec<Column> {
    of.iter().map(|(title, kind, width)| Column::new(title, *kind, *width)).collect()
}

/// 单位名录.
pub(super) fn units(desk: &Desk<'_>, day: NaiveDate, units: &[Unit]) -> Ledger {
    let row = |(i, unit): (usize, &Unit)| {
        vec![
            number(i + 1),
            text(&unit.name),
            text(&unit.short),
            text(&unit.kind_label),
            text(&unit.trade),
            text(&unit.phone),
            text(&unit.address),
            date(Some(unit.joined_on)),
            date(unit.left_on),
            text(&unit.left_reason),
        ]
    };
    Ledger {
        title: "单位名录".into(),
        note: note(desk, &format!("截至 {day}　共 {} 个单位", units.len())),
        columns: columns(&[
            ("序号", Kind::Number, 6),
            ("单位全称", Kind::Text, 34),
            ("简称", Kind::Text, 16),
            ("类别", Kind::Text, 12),
            ("行业领域", Kind::Text, 18),
            ("电话", Kind::Code, 16),
            ("地址", Kind::Text, 28),
            ("加入日期", Kind::Date, 12),
            ("退出日期", Kind::Date, 12),
            ("退出原因", Kind::Text, 20),
        ]),
        rows: units.iter().enumerate().map(row).collect(),
    }
}

/// People with their posts: the group (领导小组名单) or everybody (通讯录), by the title.
pub(super) fn people(desk: &Desk<'_>, title: &str, day: NaiveDate, lines: &[RosterLine]) -> Ledger {
    let row = |(i, line): (usize, &RosterLine)| {
        vec![
            number(i + 1),
            text(&line.unit_name),
            text(&line.post_label),
            text(&line.name),
            text(&line.title),
            text(&line.office_phone),
            text(&line.mobile),
            date(Some(line.from)),
        ]
    };
    Ledger {
        title: title.into(),
        note: note(desk, &format!("截至 {day}　共 {} 人次", lines.len())),
        columns: columns(&[
            ("序号", Kind::Number, 6),
            ("单位", Kind::Text, 32),
            ("岗位", Kind::Text, 14),
            ("姓名", Kind::Text, 12),
            ("职务", Kind::Text, 24),
            ("办公电话", Kind::Code, 16),
            ("手机", Kind::Code, 14),
            ("任职日期", Kind::Date, 12),
        ]),
        rows: lines.iter().enumerate().map(row).collect(),
    }
}

/// 报备齐全情况: one row a unit, one column a post.
pub(super) fn completeness(desk: &Desk<'_>, filed: &Completeness) -> Ledger {
    let mut heads = columns(&[("序号", Kind::Number, 6), ("单位", Kind::Text, 24), ("类别", Kind::Text, 10)]);
    let posts = filed.columns.iter();
    heads.extend(
        posts.map(|post| Column::new(&format!("{}（{}）", post.label, post.article), Kind::Text, 18)),
    );
    heads.push(Column::new("结论", Kind::Text, 10));
    let rows = filed.rows.iter().enumerate().map(|(i, row)| {
        let mut cells = vec![number(i + 1), text(&row.unit_short), text(&row.unit_kind_label)];
        cells.extend(row.cells.iter().map(|cell| match cell.names.as_slice() {
            [] => text(&cell.state_label),
            names => text(&names.join("、")),
        }));
        cells.push(text(if row.complete { "齐全" } else { "不齐" }));
        cells
    });
    let about = format!(
        "截至 {}　{} 个单位中 {} 个齐全，缺 {} 项",
        filed.day,
        filed.rows.len(),
        filed.complete_units,
        filed.missing
    );
    Ledger {
        title: "联络员报备齐全情况".into(),
        note: note(desk, &about),
        rows: rows.collect(),
        columns: heads,
    }
}

/// 人员变动备案台账.
pub(super) fn filings(desk: &Desk<'_>, about: &str, filings: &[Filing]) -> Ledger {
    let row = |(i, filing): (usize, &Filing)| {
        vec![
            number(i + 1),
            text(&filing.number),
            text(&filing.unit_name),
            text(&filing.changes_label),
            date(Some(filing.changed_on)),
            date(Some(filing.filed_on)),
            date(Some(filing.due_on)),
            text(&filing.late_label),
            text(&filing.note),
            text(&filing.recorded_by),
        ]
    };
    Ledger {
        title: "人员变动备案台账".into(),
        note: note(desk, &format!("{about}　共 {} 件", filings.len())),
        columns: columns(&[
            ("序号", Kind::Number, 6),
            ("备案号", Kind::Text, 24),
            ("单位", Kind::Text, 26),
            ("变动内容", Kind::Text, 36),
            ("变更日期", Kind::Date, 12),
            ("报送日期", Kind::Date, 12),
            ("应报送日期", Kind::Date, 12),
            ("是否按时", Kind::Text, 16),
            ("变更说明", Kind::Text, 24),
            ("登记人", Kind::Text, 10),
        ]),
        rows: filings.iter().enumerate().map(row).collect(),
    }
}
