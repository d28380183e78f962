//! What is due in the bulletin (第二十二条): months without an issue, issues on their way, receipts.
use super::flow::BulletinStage;
use super::kinds::BulletinKind;
use super::store::issues::Wanted;
use super::store::{copies, issues};
use crate::kernel::due::Due;
use crate::kernel::rows::Slice;
use crate::kernel::{Desk, Result};
use crate::reports::month::Month;
use crate::reports::rounds;
use crate::reports::store::rounds as months;

const ROOM: &str = "bulletins";

/// Everything that waits.
pub(in crate::reports) fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let rules = &desk.profile.bulletin;
    let office = desk.profile.office.short.clone();
    let this = rounds::this(desk);
    let from = Month::new(this.year() - 1, this.month()).unwrap_or(this);
    let all = issues::list(desk, &Wanted::ALL, Slice { offset: 0, limit: 500 })?.rows;
    let mut found = Vec::new();
    for opened in months::between(desk, from, this)? {
        let own = all.iter().find(|one| {
            one.month == opened.month
                && one.kind == BulletinKind::Monthly
                && one.stage != BulletinStage::Voided
        });
        if own.is_none() && desk.now > opened.limit_at {
            let by = desk.calendar()?.working_days_after(opened.limit_at.date(), rules.issue_days);
            found.push(
                Due::by(
                    format!("{}工作简报尚未编印", opened.month.label()),
                    office.clone(),
                    by,
                    desk.today(),
                )
                .article(rules.article)
                .state("未编印")
                .at(ROOM, format!("/bulletins?start={}", opened.month)),
            );
        }
    }
    for one in &all {
        let (what, who) = match one.stage {
            BulletinStage::Draft => ("编辑送签", office.clone()),
            BulletinStage::Submitted => ("待主任签发", desk.profile.office.director_title.clone()),
            BulletinStage::Signed => ("印发", office.clone()),
            BulletinStage::Issued | BulletinStage::Voided => continue,
        };
        let from = rounds::limit(desk, one.month)?.date().max(one.since.date().min(desk.today()));
        let by = desk.calendar()?.working_days_after(from, rules.issue_days);
        found.push(
            Due::by(format!("工作简报{}：{what}", one.issue), who, by, desk.today())
                .article(rules.article)
                .state(one.stage_label.clone())
                .at(ROOM, format!("/bulletins/{}", one.id)),
        );
    }
    for one in all.iter().filter(|one| one.stage == BulletinStage::Issued) {
        found.extend(receipts(desk, one)?);
    }
    Ok(found)
}

fn receipts(desk: &Desk<'_>, one: &super::record::Bulletin) -> Result<Option<Due>> {
    let rules = &desk.profile.bulletin;
    let copies = copies::all(desk, one.id)?;
    let (unsent, out): (Vec<_>, Vec<_>) =
        copies.iter().filter(|copy| copy.received_on.is_none()).partition(|copy| copy.sent_on.is_none());
    let issued = one.issued_on.unwrap_or(desk.today());
    let (what, from, days, state) = match (unsent.len(), out.iter().filter_map(|copy| copy.sent_on).min()) {
        (0, None) => return Ok(None),
        (0, Some(first)) => (format!("还有{}个对象没有签收", out.len()), first, rules.receipt_days, "待签收"),
        (n, _) => (format!("还有{n}个对象没有分发"), issued, 1, "待分发"),
    };
    let by = desk.calendar()?.working_days_after(from, days);
    Ok(Some(
        Due::by(
            format!("工作简报{}：{what}", one.issue),
            desk.profile.office.short.clone(),
            by,
            desk.today(),
        )
        .article(rules.article)
        .state(state)
        .at(ROOM, format!("/bulletins/{}", one.id)),
    ))
}
