//! Items of an issue: taken from reports, edited beside what the units wrote, moved, merged, split.
use serde::Deserialize;
use ts_rs::TS;

use super::edit::{column, editable};
use crate::kernel::desk::Desk;
use crate::kernel::diff;
use crate::kernel::refusal::{Refusal, Result};
use crate::reports::bulletins::card;
use crate::reports::bulletins::kinds::{BulletinColumnId, BulletinId, BulletinItemId};
use crate::reports::bulletins::record::{BulletinCard, BulletinColumn, BulletinComparison, BulletinItem};
use crate::reports::bulletins::store::issues;
use crate::reports::bulletins::store::items::{self, Words};
use crate::reports::kinds::ReportItemId;
use crate::reports::record::ReportItem;
use crate::reports::store::items as originals;
use crate::reports::words::needed;

/// Longest first clause that serves as a title, in characters.
const LONGEST_CLAUSE: usize = 26;

/// Pieces of reports that become one item; the office's own if none.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinItemAdd {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Column.
    pub column: BulletinColumnId,
    /// Pieces, in order.
    #[serde(default)]
    pub sources: Vec<ReportItemId>,
    /// Its place in the column, from 1; the last if absent.
    #[serde(default)]
    pub place: Option<u32>,
}

/// New words of an item.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinItemSave {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Item.
    pub item: BulletinItemId,
    /// Title.
    pub title: String,
    /// 编者按; may be empty.
    pub foreword: String,
    /// Text.
    pub body: String,
    /// Units in brackets at the end; may be empty.
    pub signature: String,
}

/// Where an item goes.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinItemMove {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Item.
    pub item: BulletinItemId,
    /// Column.
    pub column: BulletinColumnId,
    /// Its place there, from 1.
    pub place: u32,
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinItemAsked {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Item.
    pub item: BulletinItemId,
}

/// Items that become one, where the first stands.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinItemsMerge {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Items, in order.
    pub items: Vec<BulletinItemId>,
}

/// An item that becomes two.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinItemSplit {
    /// Issue.
    pub bulletin: BulletinId,
    /// Version it was seen in.
    pub version: i64,
    /// Item.
    pub item: BulletinItemId,
    /// The second one begins after so many paragraphs.
    pub after: u32,
}

/// An item to be laid beside what the units wrote; with words that are not saved yet, those.
#[derive(Debug, Deserialize, TS)]
pub struct BulletinCompareAsked {
    /// Issue.
    pub bulletin: BulletinId,
    /// Item.
    pub item: BulletinItemId,
    /// Text as typed.
    #[serde(default)]
    pub body: Option<String>,
}

pub(super) fn add(desk: &Desk<'_>, q: BulletinItemAdd) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = items::columns(desk, bulletin.id)?;
    let at = column(&columns, q.column)?;
    let sources = q.sources.iter().map(|id| fresh(desk, &columns, *id)).collect::<Result<Vec<_>>>()?;
    let id = new_item(desk, bulletin.id, q.column, &sources)?;
    place(desk, &columns[at], q.column, id, q.place)?;
    issues::touch(desk, bulletin.id, q.version)?;
    let from: Vec<&str> = sources.iter().map(|one| one.unit_short.as_str()).collect();
    issues::note(desk, bulletin.id, "编入稿件", &from.join("、"))?;
    card::of(desk, bulletin.id)
}

/// A piece that is in force and not in this issue yet.
fn fresh(desk: &Desk<'_>, columns: &[BulletinColumn], id: ReportItemId) -> Result<ReportItem> {
    let piece = originals::get(desk, id)?;
    let used = columns
        .iter()
        .flat_map(|column| &column.items)
        .find(|item| item.sources.iter().any(|one| one.report_item == id));
    let no = |words: String, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(desk.profile.bulletin.article))
    };
    if let Some(item) = used {
        return no(format!("{}的这条稿件已编入本期“{}”。", piece.unit_short, item.title), "不需要重复编入。");
    }
    if piece.replaced_at.is_some() {
        return no(
            format!("{}的这条稿件已由单位更正。", piece.unit_short),
            "请刷新左边的稿件，编用更正后的内容。",
        );
    }
    Ok(piece)
}

fn new_item(
    desk: &Desk<'_>,
    bulletin: BulletinId,
    column: BulletinColumnId,
    sources: &[ReportItem],
) -> Result<BulletinItemId> {
    let mut units: Vec<&str> = Vec::new();
    for source in sources.iter().map(|one| one.unit_short.as_str()) {
        if !units.contains(&source) {
            units.push(source);
        }
    }
    let body = sources.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n");
    let title = sources.first().map_or(String::new(), title_of);
    let signature = units.join("、");
    let id = items::add(
        desk,
        bulletin,
        column,
        &Words { title: &title, foreword: "", body: &body, signature: &signature },
    )?;
    for source in sources {
        items::add_source(desk, bulletin, id, (source.id, source.unit))?;
    }
    Ok(id)
}

/// A piece's title; without one its first clause where that is short, else unit and part.
fn title_of(piece: &ReportItem) -> String {
    if !piece.title.is_empty() {
        return piece.title.clone();
    }
    let clause = piece.text.split(['。', '，', '；', '：', '\n']).next().unwrap_or_default().trim();
    match clause.chars().count() {
        6..=LONGEST_CLAUSE => clause.to_owned(),
        _ => format!("{}{}", piece.unit_short, piece.part_label),
    }
}

/// Puts an item at its place in a column.
fn place(
    desk: &Desk<'_>,
    column: &BulletinColumn,
    id: BulletinColumnId,
    item: BulletinItemId,
    place: Option<u32>,
) -> Result<()> {
    let mut ids: Vec<BulletinItemId> =
        column.items.iter().map(|one| one.id).filter(|one| *one != item).collect();
    let at = place.map_or(ids.len(), |place| (place.max(1) as usize - 1).min(ids.len()));
    ids.insert(at, item);
    items::order(desk, id, &ids)
}

/// The item of this issue, and the column it stands in.
fn find(columns: &[BulletinColumn], id: BulletinItemId) -> Result<(&BulletinColumn, &BulletinItem)> {
    let all = columns.iter().flat_map(|column| column.items.iter().map(move |item| (column, item)));
    all.into_iter().find(|(_, item)| item.id == id).ok_or_else(|| Refusal::not_found("稿件"))
}

pub(super) fn save(desk: &Desk<'_>, q: BulletinItemSave) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = items::columns(desk, bulletin.id)?;
    let (_, item) = find(&columns, q.item)?;
    let title = needed(&q.title, "稿件标题")?.split_whitespace().collect::<Vec<_>>().join(" ");
    let body = q.body.replace("\r\n", "\n");
    let body = needed(body.trim_end(), "稿件内容").map(|_| body.trim_end().trim_start_matches('\n'))?;
    let words = Words { title: &title, foreword: q.foreword.trim(), body, signature: q.signature.trim() };
    items::save(desk, item.id, &words)?;
    issues::touch(desk, bulletin.id, q.version)?;
    card::of(desk, bulletin.id)
}

pub(super) fn moved(desk: &Desk<'_>, q: BulletinItemMove) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = items::columns(desk, bulletin.id)?;
    let (_, item) = find(&columns, q.item)?;
    let at = column(&columns, q.column)?;
    place(desk, &columns[at], q.column, item.id, Some(q.place))?;
    issues::touch(desk, bulletin.id, q.version)?;
    card::of(desk, bulletin.id)
}

pub(super) fn remove(desk: &Desk<'_>, q: BulletinItemAsked) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = items::columns(desk, bulletin.id)?;
    let (_, item) = find(&columns, q.item)?;
    items::remove(desk, item.id)?;
    issues::touch(desk, bulletin.id, q.version)?;
    issues::note(desk, bulletin.id, "撤下稿件", &item.title)?;
    card::of(desk, bulletin.id)
}

pub(super) fn merge(desk: &Desk<'_>, q: BulletinItemsMerge) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = items::columns(desk, bulletin.id)?;
    let mut ids = q.items.clone();
    ids.dedup();
    if ids.len() < 2 {
        return Err(Refusal::refused("合并至少要选两条稿件。").hint("请再选一条。"));
    }
    let found = ids.iter().map(|id| find(&columns, *id).map(|(_, item)| item)).collect::<Result<Vec<_>>>()?;
    let (first, rest) = (found[0], &found[1..]);
    let body = found.iter().map(|item| item.body.as_str()).collect::<Vec<_>>().join("\n");
    let forewords = found.iter().flat_map(|item| item.foreword.lines());
    let (foreword, units) =
        (each_once(forewords, "\n"), found.iter().flat_map(|item| item.signature.split('、')));
    let signature = each_once(units, "、");
    for other in rest {
        for source in items::units_of(desk, other.id)? {
            items::add_source(desk, bulletin.id, first.id, source)?;
        }
        items::remove(desk, other.id)?;
    }
    let words = Words { title: &first.title, foreword: &foreword, body: &body, signature: &signature };
    items::save(desk, first.id, &words)?;
    issues::touch(desk, bulletin.id, q.version)?;
    issues::note(desk, bulletin.id, "合并稿件", &format!("{}等{}条", first.title, found.len()))?;
    card::of(desk, bulletin.id)
}

/// Words in their order, each once.
fn each_once<'a>(words: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut all: Vec<&str> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all.join(between)
}

pub(super) fn split(desk: &Desk<'_>, q: BulletinItemSplit) -> Result<BulletinCard> {
    let bulletin = editable(desk, q.bulletin, q.version)?;
    let columns = items::columns(desk, bulletin.id)?;
    let (home, item) = find(&columns, q.item)?;
    let paragraphs: Vec<&str> = item.body.lines().collect();
    let after = q.after as usize;
    if after == 0 || after >= paragraphs.len() {
        return Err(Refusal::refused(format!(
            "这条稿件有 {} 段，不能在第 {after} 段之后拆分。",
            paragraphs.len()
        ))
        .hint("请把光标放在要拆出去的那一段开头。"));
    }
    let (kept, gone) = (paragraphs[..after].join("\n"), paragraphs[after..].join("\n"));
    let title = format!("{}（续）", item.title);
    let words = |title, body| Words { title, foreword: "", body, signature: &item.signature };
    items::save(desk, item.id, &Words { foreword: &item.foreword, ..words(&item.title, &kept) })?;
    let second = items::add(desk, bulletin.id, home.id, &words(&title, &gone))?;
    for source in items::units_of(desk, item.id)? {
        items::add_source(desk, bulletin.id, second, source)?;
    }
    let place_of = home.items.iter().position(|one| one.id == item.id).unwrap_or(0) as u32;
    place(desk, home, home.id, second, Some(place_of + 2))?;
    issues::touch(desk, bulletin.id, q.version)?;
    issues::note(desk, bulletin.id, "拆分稿件", &item.title)?;
    card::of(desk, bulletin.id)
}

pub(super) fn compare(desk: &Desk<'_>, q: BulletinCompareAsked) -> Result<BulletinComparison> {
    let columns = items::columns(desk, q.bulletin)?;
    let (_, item) = find(&columns, q.item)?;
    let pieces = diff::compare(&item.original(), q.body.as_deref().unwrap_or(&item.body));
    let (struck, added) = diff::extent(&pieces);
    Ok(BulletinComparison { pieces, struck: struck as u32, added: added as u32 })
}
