//! Invitations (第八条): the whole group as of the day for a joint meeting, chosen people for a special one.
use serde::Deserialize;
use ts_rs::TS;

use super::plan::{editable, needed};
use crate::kernel::desk::Desk;
use crate::kernel::people_words::tidy_name;
use crate::kernel::refusal::{Refusal, Result};
use crate::meetings::kinds::{InviteRole, InviteeId, MeetingId, MeetingKind};
use crate::meetings::record::{Meeting, MeetingCard, MeetingInvitee};
use crate::meetings::store::invitees::{self as rows, Guest};
use crate::meetings::{card, store};
use crate::registry::{self, PersonId, RosterLine, UnitId};

/// Which meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingInviteRefresh {
    /// Meeting.
    pub meeting: MeetingId,
}

/// Somebody to invite besides the group.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingInviteAdd {
    /// Meeting.
    pub meeting: MeetingId,
    /// 参会 or 列席.
    pub role: InviteRole,
    /// Person in the register; or else name, title and unit below.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// 职务.
    #[serde(default)]
    pub title: String,
    /// Unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
}

/// An invitation to take back.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingInviteRemove {
    /// Invitee.
    pub invitee: InviteeId,
}

pub(super) fn refresh(desk: &Desk<'_>, q: MeetingInviteRefresh) -> Result<MeetingCard> {
    let meeting = editable(desk, q.meeting)?;
    bring_up_to_date(desk, &meeting)?;
    card::of(desk, meeting.id)
}

/// Invites the whole group of the day to a joint meeting; to a special one at least its chair.
pub(super) fn bring_up_to_date(desk: &Desk<'_>, meeting: &Meeting) -> Result<()> {
    let chair = meeting.chair.as_ref().map(|chair| chair.person);
    let mut lines: Vec<RosterLine> = Vec::new();
    for line in registry::roster_on(desk, meeting.planned_at.date())? {
        // Whoever holds two posts is invited once, in the higher one.
        let wanted = meeting.kind == MeetingKind::Joint || chair == Some(line.person);
        if wanted && !lines.iter().any(|other| other.person == line.person) {
            lines.push(line);
        }
    }
    let invited = rows::all(desk, meeting.id)?;
    let before = |person: PersonId| invited.iter().find(|one| one.person == Some(person));
    for (at, line) in lines.iter().enumerate() {
        let guest = guest_of(line, InviteRole::Attend, at as i64 + 1, false);
        match before(line.person) {
            Some(one) => rows::refresh(desk, one.id, &guest)?,
            None => rows::insert(desk, meeting.id, &guest).map(drop)?,
        }
    }
    let mut gone = invited
        .iter()
        .filter(|one| !one.by_hand && !lines.iter().any(|line| Some(line.person) == one.person));
    gone.try_for_each(|one| rows::remove(desk, one.id))
}

fn guest_of(line: &RosterLine, role: InviteRole, position: i64, by_hand: bool) -> Guest {
    Guest {
        role,
        person: Some(line.person),
        post: line.post.key().into(),
        post_label: line.post_label.clone(),
        name: line.name.clone(),
        title: line.title.clone(),
        unit: line.unit,
        unit_name: line.unit_name.clone(),
        unit_short: line.unit_short.clone(),
        phone: line.phone.clone(),
        by_hand,
        position,
    }
}

pub(super) fn add(desk: &Desk<'_>, q: MeetingInviteAdd) -> Result<MeetingCard> {
    let meeting = editable(desk, q.meeting)?;
    let position = rows::last_position(desk, meeting.id)? + 1;
    let guest = match q.person {
        Some(person) => from_register(desk, &meeting, &q, person, position)?,
        None => by_name(desk, &meeting, &q, position)?,
    };
    let twice = |one: &MeetingInvitee| match guest.person {
        Some(person) => one.person == Some(person),
        None => one.name == guest.name && one.unit == guest.unit,
    };
    if rows::all(desk, meeting.id)?.iter().any(twice) {
        return Err(
            Refusal::refused(format!("{}已经在参会人员中。", guest.name)).hint("同一人不需要重复增加。")
        );
    }
    rows::insert(desk, meeting.id, &guest)?;
    let words = format!("{}{}（{}）", guest.unit_short, guest.name, guest.role.label());
    store::events::note(desk, meeting.id, "增加参会人员", "", &words)?;
    card::of(desk, meeting.id)
}

fn from_register(
    desk: &Desk<'_>,
    meeting: &Meeting,
    q: &MeetingInviteAdd,
    person: PersonId,
    position: i64,
) -> Result<Guest> {
    let day = meeting.planned_at.date();
    let group = registry::roster_on(desk, day)?;
    let at_unit =
        q.unit.map(|unit| registry::people_of_unit_on(desk, unit, day)).transpose()?.unwrap_or_default();
    if let Some(line) = group.iter().chain(&at_unit).find(|line| line.person == person) {
        return Ok(guest_of(line, q.role, position, true));
    }
    let known = registry::person(desk, person)?;
    let named = MeetingInviteAdd {
        meeting: q.meeting,
        role: q.role,
        person: Some(person),
        name: known.name,
        title: if q.title.trim().is_empty() { known.title } else { q.title.clone() },
        unit: q.unit,
        phone: if known.mobile.is_empty() { known.office_phone } else { known.mobile },
    };
    by_name(desk, meeting, &named, position)
}

fn by_name(desk: &Desk<'_>, meeting: &Meeting, q: &MeetingInviteAdd, position: i64) -> Result<Guest> {
    let name = tidy_name(needed(&q.name, "姓名")?);
    let Some(unit) = q.unit else {
        return Err(Refusal::refused(format!("没有填写{name}的单位。"))
            .hint("请选择单位；名册中没有的单位请先在机构名册中登记为其他单位。")
            .article(desk.profile.meetings.members_article));
    };
    let units = registry::units_on(desk, meeting.planned_at.date(), &[])?;
    let unit = units.into_iter().find(|one| one.id == unit).map_or_else(|| registry::unit(desk, unit), Ok)?;
    Ok(Guest {
        role: q.role,
        person: q.person,
        post: String::new(),
        post_label: String::new(),
        name,
        title: q.title.trim().into(),
        unit: Some(unit.id),
        unit_name: unit.name,
        unit_short: unit.short,
        phone: q.phone.trim().into(),
        by_hand: true,
        position,
    })
}

pub(super) fn remove(desk: &Desk<'_>, q: MeetingInviteRemove) -> Result<MeetingCard> {
    let (meeting, one) = rows::get(desk, q.invitee)?;
    let meeting = editable(desk, meeting)?;
    if !one.by_hand {
        let (fact, hint) = match meeting.kind {
            MeetingKind::Joint => {
                ("是领导小组成员，应当参加联席会议", "因故不能参加的，请在通知后登记请假。")
            }
            MeetingKind::Special => ("是这次会议的主持人，应当参加会议", "主持人改变的，请另定主持人。"),
        };
        return Err(Refusal::refused(format!("{}{fact}。", one.name))
            .hint(hint)
            .article(desk.profile.meetings.members_article));
    }
    rows::remove(desk, one.id)?;
    store::events::note(desk, meeting.id, "减少参会人员", "", &format!("{}{}", one.unit_short, one.name))?;
    card::of(desk, meeting.id)
}
