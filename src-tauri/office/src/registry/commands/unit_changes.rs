//! What is done about units: add, correct, rename, retire, reinstate. Nothing deletes one.
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::units::{names, phone, stage_now};
use crate::kernel::Desk;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry::post::Post;
use crate::registry::rules;
use crate::registry::steps::{self, UnitStep};
use crate::registry::store::{posts, units};
use crate::registry::unit::{Unit, UnitId, UnitKind, UnitTerm};

/// A new unit.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitAdd {
    /// Full name.
    pub name: String,
    /// Short name; the full one if empty.
    #[serde(default)]
    pub short: String,
    /// Kind.
    pub kind: UnitKind,
    /// Place in lists of its kind; the last if left out.
    #[serde(default)]
    pub order: Option<i64>,
    /// The trade it leads.
    #[serde(default)]
    pub trade: String,
    /// Address.
    #[serde(default)]
    pub address: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// First day of its membership.
    pub joined_on: NaiveDate,
}

/// Adds a unit.
pub fn add(desk: &Desk<'_>, q: UnitAdd) -> Result<Unit> {
    rules::sensible("加入日期", q.joined_on, desk.today())?;
    let (name, short) = names(&q.name, &q.short)?;
    unborne(desk, &name, &short, q.joined_on, None)?;
    let order = match q.order {
        Some(order) => place(order)?,
        None => units::next_order(desk, q.kind)?,
    };
    let phone = phone(&q.phone)?;
    let facts =
        units::Facts { kind: q.kind, order, trade: q.trade.trim(), address: q.address.trim(), phone: &phone };
    let id: UnitId = desk.new_id();
    units::insert(desk, id, &facts)?;
    units::open_name(desk, id, &name, &short, q.joined_on)?;
    units::open_term(desk, id, q.joined_on)?;
    units::get(desk, id, desk.today())
}

/// A correction of what was typed; the unit was always so. A new name from a day on is a renaming.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitCorrect {
    /// The unit.
    pub unit: UnitId,
    /// The version it was made on.
    pub version: i64,
    /// Full name.
    pub name: String,
    /// Short name; the full one if empty.
    #[serde(default)]
    pub short: String,
    /// Kind.
    pub kind: UnitKind,
    /// Place in lists of its kind.
    pub order: i64,
    /// The trade it leads.
    #[serde(default)]
    pub trade: String,
    /// Address.
    #[serde(default)]
    pub address: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// First day of its first membership; unchanged if left out.
    #[serde(default)]
    pub joined_on: Option<NaiveDate>,
}

/// Corrects a unit.
pub fn correct(desk: &Desk<'_>, q: UnitCorrect) -> Result<Unit> {
    let terms = units::terms(desk, q.unit)?;
    may(desk, &terms, UnitStep::Correct)?;
    let (name, short) = names(&q.name, &q.short)?;
    unborne(desk, &name, &short, desk.today(), Some(q.unit))?;
    let phone = phone(&q.phone)?;
    let (trade, address) = (q.trade.trim(), q.address.trim());
    let facts = units::Facts { kind: q.kind, order: place(q.order)?, trade, address, phone: &phone };
    units::update(desk, q.unit, q.version, &facts)?;
    units::correct_name(desk, q.unit, &name, &short)?;
    if let Some(day) = q.joined_on {
        joined_earlier_than_all(desk, q.unit, &terms, day)?;
        units::correct_joined(desk, q.unit, day)?;
    }
    units::get(desk, q.unit, desk.today())
}

fn joined_earlier_than_all(desk: &Desk<'_>, unit: UnitId, terms: &[UnitTerm], day: NaiveDate) -> Result<()> {
    rules::sensible("加入日期", day, desk.today())?;
    let first_post = posts::history(desk, None, Some(unit))?
        .into_iter()
        .filter(|post| post.void_reason.is_none())
        .min_by_key(|post| post.from);
    if let Some(post) = first_post.filter(|post| post.from < day) {
        let (name, from) = (post.person_name, post.from);
        return Err(Refusal::refused(format!("{name}自 {from} 起已在该单位任职，加入日期不能晚于那天。"))
            .hint("请核对加入日期，或先更正该任职的日期。"));
    }
    let first_end = terms.last().and_then(|term| term.to);
    let second_name = units::names(desk, unit)?.last().and_then(|name| name.to);
    match [first_end, second_name].into_iter().flatten().min() {
        Some(end) if end <= day => {
            Err(Refusal::refused(format!("该单位 {end} 已更名或退出，加入日期不能晚于那天。"))
                .hint("请核对加入日期。"))
        }
        _ => Ok(()),
    }
}

/// A new name from a day on; before it the old one stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitRename {
    /// The unit.
    pub unit: UnitId,
    /// The version it was made on.
    pub version: i64,
    /// New full name.
    pub name: String,
    /// New short name; the full one if empty.
    #[serde(default)]
    pub short: String,
    /// First day of the new name.
    pub from: NaiveDate,
}

/// Renames a unit.
pub fn rename(desk: &Desk<'_>, q: UnitRename) -> Result<Unit> {
    rules::sensible("更名日期", q.from, desk.today())?;
    may(desk, &units::terms(desk, q.unit)?, UnitStep::Rename)?;
    let (name, short) = names(&q.name, &q.short)?;
    let current = units::names(desk, q.unit)?.into_iter().next().ok_or_else(|| Refusal::not_found("单位"))?;
    if (&current.name, &current.short) == (&name, &short) {
        return Err(
            Refusal::refused(format!("新名称与现名“{}”相同。", current.name)).hint("请填写更名后的名称。")
        );
    }
    if q.from <= current.from {
        return Err(Refusal::refused(format!(
            "现名“{}”自 {} 起使用，更名日期应晚于那天。",
            current.name, current.from
        ))
        .hint("若是当初录入有误，请用“更正”。"));
    }
    unborne(desk, &name, &short, q.from, Some(q.unit))?;
    units::touch(desk, q.unit, q.version)?;
    units::close_name(desk, q.unit, q.from)?;
    units::open_name(desk, q.unit, &name, &short, q.from)?;
    units::get(desk, q.unit, desk.today().max(q.from))
}

/// A unit leaves the group from a day on. It and its history stay.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitRetire {
    /// The unit.
    pub unit: UnitId,
    /// The version it was made on.
    pub version: i64,
    /// From this day on it is no longer a unit of the group.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// Confirms that posts still held there end on the same day.
    #[serde(default)]
    pub end_posts: bool,
}

/// Retires a unit.
pub fn retire(desk: &Desk<'_>, q: UnitRetire) -> Result<Unit> {
    rules::sensible("退出日期", q.on, desk.today())?;
    let terms = units::terms(desk, q.unit)?;
    may(desk, &terms, UnitStep::Retire)?;
    let reason = q.reason.trim();
    if reason.is_empty() {
        return Err(Refusal::refused("单位退出必须写明原因。").hint("如：机构改革撤并、调出领导小组。"));
    }
    let joined = terms.first().map(|term| term.from);
    if let Some(joined) = joined.filter(|joined| *joined >= q.on) {
        return Err(Refusal::refused(format!("该单位 {joined} 才加入，退出日期应晚于那天。"))
            .hint("请核对退出日期。"));
    }
    end_posts_of(desk, &q, reason)?;
    units::touch(desk, q.unit, q.version)?;
    units::close_term(desk, q.unit, q.on, reason)?;
    units::get(desk, q.unit, desk.today())
}

fn end_posts_of(desk: &Desk<'_>, q: &UnitRetire, reason: &str) -> Result<()> {
    let open: Vec<Post> = posts::history(desk, None, Some(q.unit))?
        .into_iter()
        .filter(|post| post.void_reason.is_none() && post.to.is_none_or(|to| to > q.on))
        .collect();
    let article = desk.profile.group.member_units_article;
    if let Some(ahead) = open.iter().find(|post| post.from >= q.on) {
        return Err(Refusal::refused(format!(
            "{}的{}任职自 {} 开始，不早于退出日期 {}。",
            ahead.person_name, ahead.kind_label, ahead.from, q.on
        ))
        .hint("请先更正或作废这条任职，再办理退出。")
        .article(article));
    }
    if !open.is_empty() && !q.end_posts {
        let names: Vec<String> =
            open.iter().map(|p| format!("{}（{}）", p.person_name, p.kind_label)).collect();
        return Err(Refusal::refused(format!("该单位还有 {} 人次在任：{}。", open.len(), names.join("、")))
            .hint(format!("请确认这些任职一并于 {} 结束；单位和历史任职都会保留。", q.on))
            .article(article));
    }
    open.iter()
        .try_for_each(|post| posts::end(desk, post.id, post.version, q.on, &format!("单位退出：{reason}")))
}

/// A unit comes back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitReinstate {
    /// The unit.
    pub unit: UnitId,
    /// The version it was made on.
    pub version: i64,
    /// First day of the new membership.
    pub from: NaiveDate,
}

/// Takes a unit back in.
pub fn reinstate(desk: &Desk<'_>, q: UnitReinstate) -> Result<Unit> {
    rules::sensible("恢复日期", q.from, desk.today())?;
    let terms = units::terms(desk, q.unit)?;
    may(desk, &terms, UnitStep::Reinstate)?;
    let left = terms.first().and_then(|term| term.to);
    if let Some(left) = left.filter(|left| *left > q.from) {
        return Err(Refusal::refused(format!("该单位 {left} 才退出，恢复日期不能早于那天。"))
            .hint("请核对恢复日期。"));
    }
    units::touch(desk, q.unit, q.version)?;
    units::open_term(desk, q.unit, q.from)?;
    units::get(desk, q.unit, desk.today().max(q.from))
}

fn may(desk: &Desk<'_>, terms: &[UnitTerm], step: UnitStep) -> Result<()> {
    if terms.is_empty() {
        return Err(Refusal::not_found("单位"));
    }
    steps::unit_may(stage_now(terms), step, desk.profile.group.member_units_article).map(|_| ())
}

fn unborne(desk: &Desk<'_>, name: &str, short: &str, from: NaiveDate, but: Option<UnitId>) -> Result<()> {
    for (what, words) in [("名称", name), ("简称", short)] {
        if let Some((bearer, gone)) = units::bearer(desk, words, from, but)? {
            let hint = if gone {
                "该单位已退出；若它重新加入，请在单位卡片上“恢复”。"
            } else {
                "请核对是否重复录入。"
            };
            return Err(Refusal::refused(format!("{what}“{words}”已被“{bearer}”使用。")).hint(hint));
        }
    }
    Ok(())
}

fn place(order: i64) -> Result<i64> {
    if (1..=9999).contains(&order) {
        Ok(order)
    } else {
        Err(Refusal::refused(format!("排序号 {order} 不在 1 至 9999 之间。")).hint("请填写整数。"))
    }
}
