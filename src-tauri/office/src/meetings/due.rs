//! What is due in the meetings: months without one (第九条), meetings ahead (第十条), minutes on their way (第十三条).
use chrono::{Datelike, Days, NaiveDate};

use super::card;
use super::commands::MeetingFilter;
use super::kinds::{MeetingStage, MinutesStage, MonthState};
use super::record::Meeting;
use super::store;
use crate::kernel::due::Due;
use crate::kernel::rows::Slice;
use crate::kernel::{Desk, Result};

const ROOM: &str = "meetings";

/// Everything that waits, in the order of the articles.
pub fn due(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let mut found = months(desk)?;
    for stage in [MeetingStage::Planned, MeetingStage::Postponed, MeetingStage::Notified] {
        found.extend(at(desk, stage)?.iter().map(|meeting| ahead(desk, meeting)));
    }
    for meeting in at(desk, MeetingStage::Held)? {
        found.extend(minutes(desk, &meeting)?);
    }
    Ok(found)
}

fn at(desk: &Desk<'_>, stage: MeetingStage) -> Result<Vec<Meeting>> {
    let filter = MeetingFilter { stage: Some(stage), ..MeetingFilter::default() };
    Ok(store::meetings::list(desk, &filter, Slice { offset: 0, limit: 200 })?.0)
}

/// Months of this year that owe a meeting, and December of the last one if it still does in January.
fn months(desk: &Desk<'_>) -> Result<Vec<Due>> {
    let year = desk.today().year();
    let before = card::months(desk, year - 1)?.into_iter().filter(|month| month.month == 12);
    let owed = before.chain(card::months(desk, year)?);
    let owed = owed.filter(|month| matches!(month.state, MonthState::Missing | MonthState::Due));
    Ok(owed
        .map(|month| {
            let title = format!("{}年{}月尚未召开{}", month.year, month.month, desk.profile.meetings.name);
            Due::by(title, desk.profile.office.short.clone(), last_day(month.year, month.month), desk.today())
                .article(desk.profile.meetings.article)
                .state(month.state_label)
                .at(ROOM, "/meetings")
        })
        .collect())
}

fn last_day(year: i32, month: u32) -> NaiveDate {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1).map_or(NaiveDate::MAX, |first| first - Days::new(1))
}

fn ahead(desk: &Desk<'_>, meeting: &Meeting) -> Due {
    let what = match meeting.stage {
        MeetingStage::Notified if meeting.day() < desk.today() => "登记召开情况",
        MeetingStage::Notified => "按期召开",
        _ => "发出会议通知",
    };
    let title = format!("{}：{what}", meeting.name);
    Due::by(title, desk.profile.office.short.clone(), meeting.day(), desk.today())
        .article(desk.profile.meetings.leave_article)
        .state(meeting.stage_label.clone())
        .at(ROOM, format!("/meetings/{}", meeting.id))
}

fn minutes(desk: &Desk<'_>, meeting: &Meeting) -> Result<Option<Due>> {
    let drawn_up =
        store::minutes::of(desk, meeting.id)?.into_iter().find(|one| one.stage != MinutesStage::Voided);
    let office = desk.profile.office.short.clone();
    let chair = meeting.chair.as_ref().map_or_else(|| office.clone(), |chair| chair.name.clone());
    let (what, who, state) = match drawn_up.as_ref().map(|one| (one.stage, one.stage_label.as_str())) {
        None => ("起草会议纪要", office, "未起草"),
        Some((MinutesStage::Submitted, label)) => ("会议纪要待主持人签发", chair, label),
        Some((MinutesStage::Signed, label)) => ("印发会议纪要", office, label),
        Some((MinutesStage::Issued | MinutesStage::Voided, _)) => return Ok(None),
        Some((_, label)) => ("会议纪要送签", office, label),
    };
    let by = meeting.day() + Days::new(u64::from(desk.profile.meetings.sign_due_days));
    let due = Due::by(format!("{}：{what}", meeting.name), who, by, desk.today())
        .article(desk.profile.meetings.minutes_article)
        .state(state)
        .at(ROOM, format!("/meetings/{}/minutes", meeting.id));
    Ok(Some(due))
}

#[cfg(test)]
mod tests {
    use super::last_day;

    #[test]
    fn the_last_day_of_a_month_knows_leap_years_and_december() {
        for (year, month, day) in [(2016, 2, "2016-02-29"), (2015, 2, "2015-02-28"), (2016, 12, "2016-12-31")]
        {
            assert_eq!(last_day(year, month).to_string(), day);
        }
    }
}
