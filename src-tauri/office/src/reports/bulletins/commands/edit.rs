//! Issues and their columns: looking, beginning, what stands around the items.
use serde::Deserialize;
use ts_rs::TS;

use crate::kernel::attachments::{self, Upload};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::kernel::rows::{Order, Rows, Slice};
use crate::reports::bulletins::flow::{self, BulletinStage};
use crate::reports::bulletins::kinds::{BulletinColumnId, BulletinId, BulletinKind};
use crate::reports::bulletins::record::{Bulletin, BulletinCard, BulletinColumn, OWNER, PICTURE};
use crate::reports::bulletins::store::issues::{self, Facts, Wanted};
use crate::reports::bulletins::{card, store};
use crate::reports::kinds::ReportPart;
use crate::reports::month::Month;
use crate::reports::record::ReportItem;
use crate::reports::rounds;
use crate::reports::store::items as originals;
use crate::reports::words::{names, needed};

/// Which issues are wanted.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct BulletinFilter {
    /// Year of their month.
    pub year: Option<i32>,
    /// Only this kind.
    pub kind: Option<BulletinKind>,
    /// Only this stage.
    pub stage: Option<BulletinStage>,
    /// Words in number, titles, texts.
    pub words: String,
    /// Which part of the list.
    pub slice: Slice,
    /// In which order; the newest first if left out.
    pub order: Option<Order>,
}

/// Which issue.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BulletinAsked {
    /// Its id.
    pub bulletin: BulletinId,
}

/// Which pieces of reports.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinMaterialAsked {
    /// Month.
    pub month: Month,
    /// Only this part.
    #[serde(default)]
    pub part: Option<ReportPart>,
    /// Words in title, text or unit.
    #[serde(default)]
    pub words: String,
    /// Only what stands in no issue.
    #[serde(default)]
    pub unused: bool,
}

/// A new issue.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinStart {
    /// Month.
    pub month: Month,
    /// Kind.
    pub kind: BulletinKind,
}

/// What stands around the items.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinSave {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// 编者按 of the whole issue.
    pub foreword: String,
    /// 报.
    pub report_to: Vec<String>,
    /// 送.
    pub send_to: Vec<String>,
    /// 发.
    pub issue_to: Vec<String>,
    /// 编辑、审核 above the foot.
    pub editors: String,
    /// 共印N份.
    pub copies: u32,
}

/// A new column at the end.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinColumnAdd {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Its name.
    pub name: String,
}

/// A column's name and place.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinColumnEdit {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Column.
    pub column: BulletinColumnId,
    /// Its name; may be empty for items without a column.
    pub name: String,
    /// Its place, from 1; as it is if absent.
    #[serde(default)]
    pub place: Option<u32>,
}

/// Which column.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinColumnRemove {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Column.
    pub column: BulletinColumnId,
}

/// A file that belongs to an issue.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinAttach {
    /// Issue.
    pub bulletin: BulletinId,
    /// What it is; `正文图片` for a picture that a text names.
    pub purpose: String,
    /// The file.
    pub file: Upload,
}

pub(super) fn list(desk: &Desk<'_>, q: BulletinFilter) -> Result<Rows<Bulletin>> {
    issues::list(desk, &wanted(&q), q.slice)
}

pub(super) fn wanted(q: &BulletinFilter) -> Wanted<'_> {
    Wanted {
        year: q.year,
        kind: q.kind,
        stage: q.stage,
        month: None,
        words: &q.words,
        order: q.order.as_ref(),
    }
}

pub(super) fn open(desk: &Desk<'_>, q: BulletinAsked) -> Result<BulletinCard> {
    card::of(desk, q.bulletin)
}

pub(super) fn material(desk: &Desk<'_>, q: BulletinMaterialAsked) -> Result<Vec<ReportItem>> {
    let mut items = originals::of_month(desk, q.month, q.part, &q.words)?;
    items.retain(|item| !q.unused || item.uses.is_empty());
    Ok(items)
}

pub(super) fn start(desk: &Desk<'_>, q: BulletinStart) -> Result<BulletinCard> {
    let rules = &desk.profile.bulletin;
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(rules.article));
    if q.month > rounds::this(desk) {
        return no(format!("{}还没有到。", q.month.label()), "请选择本月或以前的月份。");
    }
    if q.kind == BulletinKind::Monthly {
        let wanted = Wanted { month: Some(q.month), kind: Some(q.kind), ..Wanted::ALL };
        let all = issues::list(desk, &wanted, Slice::default())?.rows;
        if let Some(other) = all.iter().find(|one| one.stage != BulletinStage::Voided) {
            return no(
                format!("{}的简报已有{}（{}）。", q.month.label(), other.issue, other.stage_label),
                "请打开那一期继续编辑；另出一期的，请编增刊。",
            );
        }
    }
    let facts = Facts {
        foreword: String::new(),
        report_to: rules.report_to.clone(),
        send_to: rules.send_to.clone(),
        issue_to: rules.issue_to.clone(),
        editors: format!("编辑：{}", desk.who.name),
        copies: rules.copies,
    };
    let id: BulletinId = desk.new_id();
    issues::insert(desk, id, q.kind, q.month, &facts)?;
    let columns: &[String] = if q.kind == BulletinKind::Monthly { &rules.columns } else { &[String::new()] };
    for name in columns {
        store::items::add_column(desk, id, name)?;
    }
    issues::note(desk, id, "新编", &format!("{}{}", q.month.label(), q.kind.label()))?;
    card::of(desk, id)
}

/// The issue, if it can be edited and is as it was seen.
pub(super) fn editable(desk: &Desk<'_>, id: BulletinId, version: i64) -> Result<Bulletin> {
    let bulletin = issues::get(desk, id)?;
    flow::may_be_edited(bulletin.stage, desk.profile.bulletin.article)?;
    if bulletin.version == version { Ok(bulletin) } else { Err(Refusal::stale()) }
}

pub(super) fn save(desk: &Desk<'_>, q: BulletinSave) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    if !(1..=10_000).contains(&q.copies) {
        return Err(Refusal::refused(format!("印制份数“{}”不合理。", q.copies))
            .hint("请填写 1 至 10000 之间的份数。"));
    }
    let facts = Facts {
        foreword: q.foreword.trim().to_owned(),
        report_to: names(&q.report_to, "报")?,
        send_to: names(&q.send_to, "送")?,
        issue_to: names(&q.issue_to, "发")?,
        editors: q.editors.trim().to_owned(),
        copies: q.copies,
    };
    issues::save(desk, bulletin.id, q.version, &facts)?;
    card::of(desk, bulletin.id)
}

/// The column of this issue.
pub(super) fn column(columns: &[BulletinColumn], id: BulletinColumnId) -> Result<usize> {
    columns.iter().position(|column| column.id == id).ok_or_else(|| Refusal::not_found("栏目"))
}

pub(super) fn column_add(desk: &Desk<'_>, q: BulletinColumnAdd) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let name = needed(&q.name, "栏目名称")?;
    unique(&store::items::columns(desk, bulletin.id)?, name, None)?;
    store::items::add_column(desk, bulletin.id, name)?;
    issues::touch(desk, bulletin.id, q.version)?;
    card::of(desk, bulletin.id)
}

fn unique(columns: &[BulletinColumn], name: &str, but: Option<BulletinColumnId>) -> Result<()> {
    if !name.is_empty() && columns.iter().any(|column| column.name == name && Some(column.id) != but) {
        return Err(Refusal::refused(format!("已有栏目“{name}”。")).hint("请换一个名称。"));
    }
    Ok(())
}

pub(super) fn column_edit(desk: &Desk<'_>, q: BulletinColumnEdit) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = store::items::columns(desk, bulletin.id)?;
    let at = column(&columns, q.column)?;
    let name = q.name.trim();
    unique(&columns, name, Some(q.column))?;
    store::items::name_column(desk, q.column, name)?;
    if let Some(place) = q.place {
        let mut ids: Vec<BulletinColumnId> = columns.iter().map(|column| column.id).collect();
        let id = ids.remove(at);
        ids.insert((place.max(1) as usize - 1).min(ids.len()), id);
        store::items::order_columns(desk, &ids)?;
    }
    issues::touch(desk, bulletin.id, q.version)?;
    card::of(desk, bulletin.id)
}

pub(super) fn column_remove(desk: &Desk<'_>, q: BulletinColumnRemove) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = store::items::columns(desk, bulletin.id)?;
    let one = &columns[column(&columns, q.column)?];
    if !one.items.is_empty() {
        return Err(Refusal::refused(format!(
            "栏目“{}”里还有 {} 条稿件，不能删去。",
            one.name,
            one.items.len()
        ))
        .hint("请先把稿件移到别的栏目或撤下。"));
    }
    if columns.len() == 1 {
        return Err(Refusal::refused("至少要留一个栏目。").hint("可以改名，或把名称留空。"));
    }
    store::items::remove_column(desk, q.column)?;
    issues::touch(desk, bulletin.id, q.version)?;
    card::of(desk, bulletin.id)
}

pub(super) fn attach(desk: &Desk<'_>, q: BulletinAttach) -> Result<BulletinCard> {
    let bulletin = issues::get(desk, q.bulletin)?;
    let purpose = needed(&q.purpose, "附件说明")?;
    if purpose == PICTURE {
        // A picture is part of the text: it is changed as the text is.
        flow::may_be_edited(bulletin.stage, desk.profile.bulletin.article)?;
        press::picture::Picture::read(&q.file.name, q.file.bytes()?)?;
    }
    attachments::add(desk, OWNER, bulletin.id, purpose, &q.file)?;
    card::of(desk, bulletin.id)
}
