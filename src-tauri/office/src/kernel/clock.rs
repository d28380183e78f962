//! The clock: the only place that asks the machine what time it is. Rules get `now` from the desk.
use chrono::NaiveDateTime;

/// Says what time it is, local time, to the second.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> NaiveDateTime;
}

/// The machine's clock.
pub struct MachineClock;

impl Clock for MachineClock {
    #[allow(clippy::disallowed_methods)] // the one place where the machine is asked
    fn now(&self) -> NaiveDateTime {
        use chrono::Timelike;
        let now = chrono::Local::now().naive_local();
        now.with_nanosecond(0).unwrap_or(now)
    }
}

/// A clock that stands where it was set: demonstration data, tests, `zq --today`.
pub struct SetClock(std::sync::Mutex<NaiveDateTime>);

impl SetClock {
    /// Standing at `now`.
    pub fn at(now: NaiveDateTime) -> Self {
        Self(std::sync::Mutex::new(now))
    }
    /// Moves it.
    pub fn set(&self, now: NaiveDateTime) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
    }
}

impl Clock for SetClock {
    fn now(&self) -> NaiveDateTime {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
