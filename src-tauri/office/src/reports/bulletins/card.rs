//! An issue with all that belongs to it, and what can be done with it now.
use super::distribution;
use super::flow::{self, BulletinStage, BulletinStep};
use super::kinds::BulletinId;
use super::record::{BulletinCard, BulletinColumn, OWNER};
use super::store::{copies, issues, items};
use crate::kernel::attachments;
use crate::kernel::desk::Desk;
use crate::kernel::flow::StepChoice;
use crate::kernel::refusal::{Refusal, Result};
use crate::registry;

/// The card.
pub(super) fn of(desk: &Desk<'_>, id: BulletinId) -> Result<BulletinCard> {
    let bulletin = issues::get(desk, id)?;
    let columns = items::columns(desk, id)?;
    let copies = match bulletin.stage {
        BulletinStage::Issued => copies::all(desk, id)?,
        _ => distribution::recipients(desk, &bulletin)?,
    };
    let article = desk.profile.bulletin.article;
    let allowed = BulletinStep::ALL.iter().filter(|step| flow::next(bulletin.stage, **step, article).is_ok());
    let allowed = allowed.map(|step| StepChoice::of(step.key(), step.label(), guard(desk, &columns, *step)));
    Ok(BulletinCard {
        name: name(desk),
        copies,
        events: issues::events(desk, id)?,
        attachments: attachments::of(desk, OWNER, id)?,
        allowed: allowed.collect(),
        edit_why_not: flow::may_be_edited(bulletin.stage, article)
            .err()
            .map(|no| format!("{}{}", no.message, no.hint.unwrap_or_default())),
        columns,
        bulletin,
    })
}

/// Name in red.
pub(super) fn name(desk: &Desk<'_>) -> String {
    match desk.profile.bulletin.name.as_str() {
        "" => format!("{}工作简报", desk.profile.group.short),
        name => name.to_owned(),
    }
}

/// What a step asks for beyond its stage.
pub(super) fn guard(desk: &Desk<'_>, columns: &[BulletinColumn], step: BulletinStep) -> Result<()> {
    let article = desk.profile.bulletin.article;
    let no = |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(article));
    if matches!(step, BulletinStep::Submit | BulletinStep::Sign | BulletinStep::Issue) {
        let items: Vec<_> = columns.iter().flat_map(|column| &column.items).collect();
        if items.is_empty() {
            return no("简报还没有稿件。".into(), "请从左边选择稿件编入栏目。");
        }
        if let Some(item) = items.iter().find(|item| item.title.is_empty() || item.body.trim().is_empty()) {
            let named = if item.title.is_empty() { "有一条稿件没有标题" } else { &item.title };
            return no(format!("{named}，或没有内容。"), "请补全稿件的标题和内容。");
        }
    }
    if step == BulletinStep::Sign && registry::director_on(desk, desk.today())?.is_none() {
        return Err(Refusal::refused("机构名册里没有在任的办公室主任，不能签发。")
            .hint("请先在机构名册登记主任任职。")
            .article(desk.profile.office.article));
    }
    Ok(())
}
