//! Tables of this room: rounds, reports with their arrivals, pieces and reminders, uses by a higher level.
pub(in crate::reports) mod arrivals;
pub(in crate::reports) mod higher;
pub(in crate::reports) mod items;
pub(in crate::reports) mod reminders;
pub(in crate::reports) mod reports;
pub(in crate::reports) mod rounds;
