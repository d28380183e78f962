//! The office's printed forms as data: one page of declarative code a form, no form draws itself.
//!
//! Promised: every form is a plain struct of words whose default is the blank form to be filled by pen; lists take any number
//! of rows; [`CATALOGUE`] names all of them. It deliberately knows no rule and no date: what is not known is room
//! for the pen, and nothing is called official that is office custom.
mod archive;
mod assessment;
mod catalogue;
mod filings;
mod followup;
mod incoming;
mod information;
mod inspection;
mod letterhead;
mod lists;
mod outgoing;
mod parts;
mod publicity;
mod reminder;
mod spine;
mod stamp;
mod talk;
mod volume;

pub use archive::{LendingRegister, Loan, Record, RecordCatalogue, VolumeContents, VolumePart};
pub use assessment::{Indicator, ScoreTable, UnitScore};
pub use catalogue::{BlankForm, CATALOGUE, Family, blank};
pub use filings::{Filed, FilingRegister};
pub use followup::{FollowupNotice, FollowupReply};
pub use incoming::{CirculationSheet, HandlingSheet, Incoming, IncomingRegister, Reader};
pub use information::{ReportReminder, ReportSlip, Usage, UsageTable};
pub use inspection::{InspectionRecord, RectificationNotice, Sample, SamplingSheet};
pub use letterhead::{Letterhead, Opinion};
pub use lists::{Outcome, ResultsTable, Task, TaskGroup, TaskTable};
pub use outgoing::{DraftSheet, Outgoing, OutgoingRegister};
pub use publicity::{InterviewRequest, PressRelease};
pub use reminder::{Extension, Reminder};
pub use spine::{SPINE_HEIGHT, SPINE_WIDTHS, Spine, SpineLabels};
pub use stamp::{ArchiveStamp, ArchiveStamps, STAMP_SIZE};
pub use talk::{TalkNotice, TalkRecord};
pub use volume::{VolumeCover, VolumeNote};
