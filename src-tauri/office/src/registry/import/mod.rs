//! Import of a roster from Excel: look first, then write exactly what was looked at.
//!
//! ```text
//! bytes ─workbook─▶ cells ─reading─▶ lines ─judge─▶ plan ─▶ preview (reads)   or   written (changes)
//! ```
//!
//! Promised: every fault is named by sheet, row and column; all or nothing, unless the good rows are chosen; the same
//! file again changes nothing. It deliberately never changes or removes what is in the register.
mod columns;
mod judge;
mod judge_posts;
mod judge_units;
mod report;

use crate::kernel::answer::Paper;
use crate::kernel::attachments::Upload;
use crate::kernel::command::Nothing;
use crate::kernel::desk::Desk;
use crate::kernel::progress::go_on;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::sheets::report::{
    FaultSeverity, ImportApply, ImportFault, ImportLook, ImportPreview, RowState, preview,
};
use crate::kernel::sheets::{digest, reading, workbook};
use crate::registry::store::{people, posts, units};
use judge::{Plan, judge};
use report::ImportDone;

/// Most rows of one sheet.
const MOST_ROWS: usize = 5000;

/// The template to fill in.
pub(super) fn template(desk: &Desk<'_>, _: Nothing) -> Result<Paper> {
    let template = columns::template(desk.profile);
    Ok(Paper::xlsx(&template.title, press::xlsx::template(&template)?))
}

/// Looks at a workbook; writes nothing.
pub(super) fn look(desk: &Desk<'_>, q: ImportLook) -> Result<ImportPreview> {
    let bytes = q.upload.bytes()?;
    let plan = plan(desk, &q.upload, &bytes)?;
    Ok(preview(digest(&bytes), &q.upload.name, plan.sheets, plan.faults))
}

/// Writes what was looked at.
pub(super) fn apply(desk: &Desk<'_>, q: ImportApply) -> Result<ImportDone> {
    let bytes = q.upload.bytes()?;
    if digest(&bytes) != q.digest {
        return Err(Refusal::refused(format!("文件“{}”与预览时不是同一份内容。", q.upload.name))
            .hint("请重新预览后再导入；没有写入任何内容。"));
    }
    let plan = plan(desk, &q.upload, &bytes)?;
    refuse_errors(&plan, q.good_only)?;
    write(desk, &plan)?;
    Ok(done(&plan))
}

fn plan(desk: &Desk<'_>, upload: &Upload, bytes: &[u8]) -> Result<Plan> {
    desk.progress.step(0, 1, "读取工作簿");
    let sheets = workbook::read(&upload.name, bytes)?;
    go_on(desk.progress)?;
    let find = |name: &str| sheets.iter().find(|sheet| sheet.name.trim() == name);
    let units = find(columns::UNITS).map(|sheet| reading::read(columns::UNITS, columns::units(), sheet));
    let people = columns::people(desk.profile);
    let people = find(columns::PEOPLE).map(|sheet| reading::read(columns::PEOPLE, people, sheet));
    if let Some(table) = [&units, &people].into_iter().flatten().find(|table| table.lines.len() > MOST_ROWS) {
        let rows = table.lines.len();
        return Err(Refusal::refused(format!(
            "“{}”表有 {rows} 行，一次最多导入 {MOST_ROWS} 行。",
            table.name
        ))
        .hint("请分成几个文件导入。"));
    }
    let found = (units.is_some(), people.is_some());
    let mut plan = judge(desk, units, people)?;
    plan.faults.extend(missing_sheets(found, &sheets));
    Ok(plan)
}

/// A file without either sheet has nothing to import; a file with one of them is as good as with both.
fn missing_sheets(found: (bool, bool), sheets: &[workbook::Sheet]) -> Option<ImportFault> {
    let there: Vec<String> = sheets.iter().map(|sheet| format!("“{}”", sheet.name)).collect();
    let (severity, words) = match found {
        (true, true) => return None,
        (false, false) => (
            FaultSeverity::Error,
            format!(
                "没有找到工作表“{}”或“{}”，文件中有：{}。请使用导入模板，勿改工作表名。",
                columns::UNITS,
                columns::PEOPLE,
                there.join("、")
            ),
        ),
        (true, false) => (FaultSeverity::Warning, format!("没有工作表“{}”，只导入单位。", columns::PEOPLE)),
        (false, true) => {
            (FaultSeverity::Warning, format!("没有工作表“{}”，单位按名册中已有的对应。", columns::UNITS))
        }
    };
    Some(ImportFault {
        sheet: String::new(),
        row: 0,
        column: String::new(),
        title: String::new(),
        cell: String::new(),
        message: words,
        severity,
        severity_label: severity.label().into(),
    })
}

fn refuse_errors(plan: &Plan, good_only: bool) -> Result<()> {
    let errors: Vec<&ImportFault> =
        plan.faults.iter().filter(|fault| fault.severity == FaultSeverity::Error).collect();
    let Some(first) = errors.first() else { return Ok(()) };
    if good_only && !(plan.units.is_empty() && plan.posts.is_empty()) {
        return Ok(());
    }
    let place =
        if first.cell.is_empty() { first.sheet.clone() } else { format!("{}!{}", first.sheet, first.cell) };
    let hint = if good_only {
        "没有可以写入的行。"
    } else {
        "请按清单改正后重新导入，或选择只导入正确的行。没有写入任何内容。"
    };
    Err(Refusal::refused(format!("文件中有 {} 处错误，第一处：{place}　{}", errors.len(), first.message))
        .hint(hint))
}

fn write(desk: &Desk<'_>, plan: &Plan) -> Result<()> {
    let total = (plan.units.len() + plan.people.len() + plan.posts.len()) as u64;
    let mut done = 0;
    let mut tick = || {
        done += 1;
        if done % 50 == 1 {
            go_on(desk.progress)?;
            desk.progress.step(done, total, "写入名册");
        }
        Ok::<(), Refusal>(())
    };
    for unit in &plan.units {
        tick()?;
        write_unit(desk, unit)?;
    }
    for person in &plan.people {
        tick()?;
        people::insert(desk, person)?;
    }
    for post in &plan.posts {
        tick()?;
        posts::insert(desk, &posts::Entry { held: &post.held, title: &post.title, rank: post.rank })?;
    }
    desk.progress.step(total, total, "写入名册");
    Ok(())
}

fn write_unit(desk: &Desk<'_>, unit: &judge::NewUnit) -> Result<()> {
    let order = match unit.order {
        Some(order) => order,
        None => units::next_order(desk, unit.kind)?,
    };
    let (trade, address, phone) = (&unit.trade, &unit.address, &unit.phone);
    units::insert(desk, unit.id, &units::Facts { kind: unit.kind, order, trade, address, phone })?;
    units::open_name(desk, unit.id, &unit.name, &unit.short, unit.joined_on)?;
    units::open_term(desk, unit.id, unit.joined_on)
}

fn done(plan: &Plan) -> ImportDone {
    let count = |state| {
        plan.sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| row.state == state).count() as u32
    };
    let (units, people, posts) = (plan.units.len() as u32, plan.people.len() as u32, plan.posts.len() as u32);
    let (existing, left_out) = (count(RowState::Existing), count(RowState::Bad));
    let mut summary = format!("新增单位 {units} 个、人员 {people} 人、任职 {posts} 条");
    if existing > 0 {
        summary.push_str(&format!("；已存在 {existing} 行，未改动"));
    }
    if left_out > 0 {
        summary.push_str(&format!("；有错误的 {left_out} 行没有导入"));
    }
    ImportDone { units, people, posts, existing, left_out, summary: format!("{summary}。") }
}
