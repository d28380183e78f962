//! The office's own forms (`press::forms`): blank and filled as golden text, measured, filled at random, coded.
mod code;
mod filler;
mod golden;
mod labels;
mod random;

use press::forms::*;
use press::page::Placed;
use press::{Fault, Form};
use serde::Deserialize;
use serde::de::Deserializer;

pub use random::without_marks;

/// The office of the fictional city.
pub fn head() -> Letterhead {
    Letterhead {
        group: "示例市创建“全国质量强市示范城市”工作领导小组".into(),
        group_short: "市质强创领导小组".into(),
        office: "示例市创建“全国质量强市示范城市”工作领导小组办公室".into(),
        office_short: "市创建办".into(),
        printed_on: "2016年9月30日印".into(),
    }
}

macro_rules! fillable {
    ($($key:literal => $form:ty),* $(,)?) => {
        /// The form of a key with words from anywhere.
        pub fn filled<'de, D: Deserializer<'de>>(key: &str, from: D) -> Form where D::Error: std::fmt::Debug {
            match key {
                $($key => <$form>::deserialize(from).expect("the words of a form").form(&head()),)*
                _ => panic!("{key} is in the catalogue but not here"),
            }
        }
    };
}

fillable! {
    "incoming_register" => IncomingRegister, "handling_sheet" => HandlingSheet,
    "circulation_sheet" => CirculationSheet, "outgoing_register" => OutgoingRegister, "draft_sheet" => DraftSheet,
    "filing_register" => FilingRegister, "followup_notice" => FollowupNotice, "followup_reply" => FollowupReply,
    "followup_reminder" => Reminder, "extension_request" => Extension, "results_table" => ResultsTable,
    "task_table" => TaskTable, "report_slip" => ReportSlip, "report_reminder" => ReportReminder,
    "usage_table" => UsageTable, "interview_request" => InterviewRequest, "press_release" => PressRelease,
    "inspection_record" => InspectionRecord, "rectification_notice" => RectificationNotice,
    "sampling_sheet" => SamplingSheet, "talk_notice" => TalkNotice, "talk_record" => TalkRecord,
    "archive_stamps" => ArchiveStamps, "record_catalogue" => RecordCatalogue, "volume_cover" => VolumeCover,
    "volume_contents" => VolumeContents, "volume_note" => VolumeNote, "spine_labels" => SpineLabels,
    "lending_register" => LendingRegister, "score_table" => ScoreTable,
}

/// The sample data of all forms.
fn samples() -> toml::Table {
    include_str!("samples.toml").parse().expect("samples.toml is TOML")
}

fn place(form: &Form) -> Result<Placed, Fault> {
    press::layout::place_form(form, crate::fonts())
}

/// Every form of the catalogue with its name: blank, and filled with sample data.
fn all() -> Vec<(String, Form)> {
    let samples = samples();
    let both = |blank: &BlankForm| {
        let sample = samples.get(blank.key).unwrap_or_else(|| panic!("samples.toml has no [{}]", blank.key));
        [
            (format!("{}_blank", blank.key), (blank.make)(&head())),
            (format!("{}_filled", blank.key), filled(blank.key, sample.clone())),
        ]
    };
    CATALOGUE.iter().flat_map(both).collect()
}
