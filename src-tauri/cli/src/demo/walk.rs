//! A walk through the year: a clock that only goes forward, somebody at the desk, one question after another.
use std::cell::{Cell, RefCell};
use std::sync::Arc;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use office::kernel::clock::{Clock, SetClock};
use office::{Answer, Office, Refusal, Silent};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Password of every account while the year is made; nobody can enter with it afterwards.
pub const WHILE_MAKING: &str = "Shili-zanshi-2016";

/// The walk.
pub struct Walk {
    /// The office.
    pub office: Office,
    clock: Arc<SetClock>,
    /// Who is at the desk, and since when nobody has asked anything.
    desk: RefCell<(String, NaiveDateTime)>,
    wanted: RefCell<String>,
    asked: Cell<u32>,
}

impl Walk {
    /// At the beginning, the founder at the desk.
    pub fn begin(office: Office, clock: Arc<SetClock>, login: &str) -> Walk {
        let now = clock.now();
        let desk = RefCell::new((login.to_owned(), now));
        Walk { office, clock, desk, wanted: RefCell::new(login.into()), asked: Cell::new(0) }
    }
    /// Goes on to a day, at nine in the morning; a day that has come already stays as late as it is.
    pub fn on(&self, day: NaiveDate) {
        self.at(day, 9, 0);
    }
    /// Goes on to a time of a day; never back.
    pub fn at(&self, day: NaiveDate, hour: u32, minute: u32) {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let then = day.and_time(time);
        if then > self.clock.now() {
            self.clock.set(then);
        }
    }
    /// Whoever asks from now on.
    pub fn by(&self, login: &str) {
        *self.wanted.borrow_mut() = login.into();
    }
    /// Asks, and reads the answer as data.
    pub fn ask<A: DeserializeOwned>(&self, name: &str, request: Value) -> Result<A, Refusal> {
        match self.answer(name, request)? {
            Answer::Json(value) => serde_json::from_value(value).map_err(Refusal::from),
            Answer::File(paper) => Err(Refusal::broken(format!("“{name}”给出了文件“{}”。", paper.name))),
        }
    }
    /// Asks, and needs no answer.
    pub fn tell(&self, name: &str, request: Value) -> Result<(), Refusal> {
        self.answer(name, request).map(drop)
    }
    /// Asks.
    pub fn answer(&self, name: &str, request: Value) -> Result<Answer, Refusal> {
        self.sit_down()?;
        // Nobody does two things in one minute's same second; ids and the audit stay in order.
        let now = self.clock.now() + Duration::seconds(20);
        self.clock.set(now);
        self.desk.borrow_mut().1 = now;
        self.asked.set(self.asked.get() + 1);
        let place = |refusal: Refusal| Refusal {
            message: format!("示例数据在 {} 办理“{name}”时未办成：{}", now.date(), refusal.message),
            ..refusal
        };
        self.office.ask(name, request, &Silent).map_err(place)
    }
    /// Somebody else has been at the desk; the next question enters anew.
    pub fn forget(&self) {
        self.desk.borrow_mut().0.clear();
    }
    /// How many questions were asked.
    pub fn asked(&self) -> u32 {
        self.asked.get()
    }
    /// Now.
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }
    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().date()
    }
    // The screen locks while the walk skips days; the person comes back as anybody would.
    fn sit_down(&self) -> Result<(), Refusal> {
        let wanted = self.wanted.borrow().clone();
        let (login, since) = self.desk.borrow().clone();
        if login != wanted || self.clock.now() - since > Duration::minutes(5) {
            let enter = json!({"login": wanted, "password": WHILE_MAKING});
            self.office.ask("door_enter", enter, &Silent)?;
            *self.desk.borrow_mut() = (wanted, self.clock.now());
        }
        Ok(())
    }
}
