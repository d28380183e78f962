//! What is due in the reports (第二十二条): the month to be opened, the due day, units that have not reported.
use super::bulletins;
use super::kinds::ReportStatus;
use super::month::Month;
use super::rounds;
use super::store::{reports, rounds as months};
use crate::kernel::due::Due;
use crate::kernel::{Desk, Result};

const ROOM: &str = "reports";
/// Months back for which a missing report is still chased.
const MONTHS_BACK: u32 = 2;

/// Everything that waits.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    Ok([to_open(desk)?, owing(desk)?, bulletins::due(desk)?].concat())
}

/// The month of today, as long as nobody has opened it.
fn to_open(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let this = rounds::this(desk);
    if months::of(desk, this)?.is_some() || !rounds::anybody(desk, this)? {
        return Ok(Vec::new());
    }
    let line = Due::by(
        format!("{}信息报送待建立", this.label()),
        desk.profile.office.short.clone(),
        rounds::limit(desk, this)?.date(),
        desk.today(),
    );
    Ok(vec![
        line.article(desk.profile.reports.parts_article).state("待建立").at(ROOM, format!("/reports/{this}")),
    ])
}

/// One line a month: how many have not reported whole, by its last day.
fn owing(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let this = rounds::this(desk);
    let from = (0..MONTHS_BACK).fold(this, |month, _| Month::of(month.first() - chrono::Days::new(1)));
    let judged = reports::judged(desk, from, this)?;
    let mut found = Vec::new();
    for opened in months::between(desk, from, this)? {
        let of = |wanted: &[ReportStatus]| {
            judged.iter().filter(|one| one.month == opened.month && wanted.contains(&one.status)).count()
        };
        let (pending, lacking) =
            (of(&[ReportStatus::Pending]), of(&[ReportStatus::Incomplete, ReportStatus::Missing]));
        if pending + lacking == 0 {
            continue;
        }
        let (title, state) = if lacking > 0 {
            (format!("{}信息：{lacking}个单位未报齐，须催报", opened.month.label()), "待催报")
        } else {
            (format!("{}信息：还有{pending}个单位未报齐", opened.month.label()), "报送中")
        };
        found.push(
            Due::by(title, desk.profile.office.short.clone(), opened.limit_at.date(), desk.today())
                .article(desk.profile.reports.article)
                .state(state)
                .at(ROOM, format!("/reports/{}", opened.month)),
        );
    }
    Ok(found)
}
