//! What the walk through the year carries along, and the diary of what is to be done on which day.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use office::Refusal;
use press::fonts::Fonts;

use super::agenda::{self, Year};
use super::content::{self, Unit};
use super::days::WorkingDays;
use super::followups::{self, Wording};
use super::paperwork::{self, Act};
use super::people::{Draw, Somebody};
use super::register::Register;
use super::reporting::{self, News};
use super::walk::Walk;
use super::{raising, reference, tasking};

/// One thing to be done on its day; meetings by their place in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A unit files a change of its people.
    File { changed_on: NaiveDate, n: u32 },
    /// A unit files that somebody left, and names no successor yet.
    FileVacancy { unit: &'static str, post: &'static str },
    /// A member's work is put on record.
    Record(u32),
    /// A month is closed without a meeting.
    CloseMonth(usize),
    /// A meeting is planned, its agenda proposed and put before the chair.
    Plan(usize),
    /// The notice goes out.
    Notify(usize),
    /// The day is moved.
    Postpone(usize),
    /// The meeting is given up.
    Cancel(usize),
    /// Requests for leave come in.
    TakeLeave(usize),
    /// The meeting is held.
    Hold(usize),
    /// Minutes are drafted and go to the director.
    Draft(usize),
    /// The director approves, and they go to the chair.
    Submit(usize),
    /// The chair has signed.
    Sign(usize),
    /// They are issued and distributed.
    Issue(usize),
    /// Receipts are in; the meeting is closed.
    Close(usize),
    /// Something happens to an item of the follow-up; empty where there is none yet.
    Item(String, followups::Act),
    /// Something happens to a document.
    Document(Act),
    /// Something happens to the year's plan.
    Task(tasking::Act),
    /// Something happens to a matter.
    Matter(raising::Act),
    /// Something happens in the library, or a visit.
    Reference(reference::Act),
    /// Something happens to the monthly information.
    Report(reporting::Act),
}

/// What is carried along.
pub struct Life {
    /// The office.
    pub walk: Walk,
    /// Chance, by the seed.
    pub draw: Draw,
    /// The calendar.
    pub days: WorkingDays,
    /// Faces for scans.
    pub fonts: Fonts,
    /// The units.
    pub units: Vec<Unit>,
    /// The register.
    pub register: Register,
    /// Whom to call about a meeting.
    pub contact: Somebody,
    /// The meetings.
    pub year: Year,
    /// Documents on their way.
    pub desk: paperwork::Desk,
    /// Wording of items that are entered by hand.
    pub items: Vec<Wording>,
    /// Which wording an item has.
    pub wordings: BTreeMap<String, usize>,
    /// An item from which a later instruction goes on.
    pub demanded: Option<String>,
    /// The year's plan.
    pub work: tasking::Work,
    /// Matters on their way.
    pub matters: raising::Matters,
    /// Texts and visits.
    pub shelf: reference::Shelf,
    /// Wording of the monthly information.
    pub news: News,
    /// Ids of the meetings that are planned, by their place in the year.
    pub meetings: BTreeMap<usize, String>,
    diary: BTreeMap<(NaiveDate, u32), Deed>,
    written: u32,
    letters: u32,
}

impl Life {
    /// With an empty diary.
    pub fn new(walk: Walk, draw: Draw, fonts: Fonts, seed: u64) -> Result<Life, Refusal> {
        let (units, year) = (content::units()?, agenda::year()?);
        let (days, register, contact) = (WorkingDays::shipped()?, Register::default(), Somebody::default());
        let (meetings, diary) = (BTreeMap::new(), BTreeMap::new());
        Ok(Life {
            desk: paperwork::Desk::new()?,
            items: followups::read_all()?,
            wordings: BTreeMap::new(),
            demanded: None,
            work: tasking::Work::new()?,
            matters: raising::Matters::new()?,
            shelf: reference::Shelf::new()?,
            news: News::by(seed)?,
            walk,
            draw,
            days,
            fonts,
            units,
            register,
            contact,
            year,
            meetings,
            diary,
            written: 0,
            letters: 0,
        })
    }
    /// The name of whoever holds a post of the group.
    pub fn leader(&self, post: &str) -> String {
        self.draw
            .fixed()
            .iter()
            .find(|fixed| fixed.post == post)
            .map(|fixed| fixed.name.clone())
            .unwrap_or_default()
    }
    /// The next number of a letter that comes in.
    pub fn letter(&mut self) -> u32 {
        self.letters += 1;
        self.letters
    }
    /// Writes a deed into the diary, on the first working day from this day on.
    pub fn then(&mut self, day: NaiveDate, deed: Deed) {
        self.written += 1;
        self.diary.insert((self.days.from(day), self.written), deed);
    }
    /// The next deed of the diary.
    pub fn next(&mut self) -> Option<(NaiveDate, Deed)> {
        self.diary.pop_first().map(|((day, _), deed)| (day, deed))
    }
    /// The id of a meeting that is planned.
    pub fn meeting(&self, n: usize) -> Result<String, Refusal> {
        let found = self.meetings.get(&n).cloned();
        found.ok_or_else(|| Refusal::broken(format!("示例会议第 {} 次还没有登记。", n + 1)))
    }
}
