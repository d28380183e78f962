//! The papers of the latest meetings, the rosters and the ledgers, as a clerk would print and export them.
use std::path::{Path, PathBuf};

use office::kernel::answer::{Paper, safe_name};
use office::{Answer, Office, Options, Progress, Refusal, Silent};
use serde_json::{Value, json};

use super::Made;

/// What is printed of a meeting.
const OF_A_MEETING: [&str; 3] = ["meeting_notice_print", "meeting_sign_in_print", "meeting_seat_cards_print"];
/// What is printed and exported of the office.
const OF_THE_OFFICE: [&str; 13] = [
    "registry_print_roster",
    "registry_print_contacts_form",
    "registry_print_directory",
    "registry_export_units",
    "registry_export_roster",
    "registry_export_contacts",
    "registry_export_completeness",
    "registry_export_filings",
    "meeting_ledger",
    "incoming_ledger",
    "incoming_filings_ledger",
    "outgoing_ledger",
    "followup_ledger",
];

/// A paper with its place in the folder of papers.
pub struct Placed {
    /// Path within the folder.
    pub path: PathBuf,
    /// The paper.
    pub paper: Paper,
}

/// Prints the last two meetings that have minutes — one waits for its signature, one is signed — and the office's lists.
pub fn print(
    home: &Path,
    made: &Made,
    fonts: Vec<PathBuf>,
    progress: &dyn Progress,
) -> Result<Vec<Placed>, Refusal> {
    let office = Office::new(home.to_owned(), Options { fonts, ..Options::default() });
    let clerk = made.accounts.first().ok_or_else(|| Refusal::damaged("示例账号文件里没有账号。"))?;
    office.ask("door_enter", json!({"login": clerk.login, "password": clerk.password}), &Silent)?;
    let wanted = wanted(&office)?;
    let total = wanted.len() as u64;
    let mut papers = Vec::new();
    for (folder, command, request) in wanted {
        progress.step(papers.len() as u64, total, "打印");
        papers.push(one(&office, command, request, &folder)?);
    }
    progress.step(total, total, "打印");
    Ok(papers)
}

type Wanted = (PathBuf, &'static str, Value);

fn wanted(office: &Office) -> Result<Vec<Wanted>, Refusal> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for meeting in with_minutes(office, 2)? {
        let id = &meeting["meeting"]["id"];
        let folder = PathBuf::from(safe_name(meeting["meeting"]["name"].as_str().unwrap_or_default()));
        wanted.extend(OF_A_MEETING.map(|command| (folder.clone(), command, json!({"meeting": id}))));
        let minutes = json!({"minutes": meeting["minutes"]["id"]});
        wanted.push((folder.clone(), "meeting_minutes_print", minutes));
        let invited = meeting["invited"].as_array().cloned().unwrap_or_default();
        for one in invited.iter().filter(|one| one["outcome"] == "leave") {
            let slip = json!({"meeting": id, "invitee": one["id"]});
            wanted.push((folder.join(safe_name(&leave_folder(one))), "meeting_leave_print", slip));
        }
    }
    wanted.extend(OF_THE_OFFICE.map(|command| (PathBuf::from("名册和台账"), command, json!({}))));
    Ok(wanted)
}

// The slips of one meeting bear one title; each lies in a folder of its person.
fn leave_folder(one: &Value) -> String {
    format!(
        "请假-{}{}",
        one["unit_short"].as_str().unwrap_or_default(),
        one["name"].as_str().unwrap_or_default()
    )
}

fn one(office: &Office, command: &str, request: Value, folder: &Path) -> Result<Placed, Refusal> {
    match office.ask(command, request, &Silent)? {
        Answer::File(paper) => Ok(Placed { path: folder.join(&paper.name), paper }),
        Answer::Json(_) => Err(Refusal::broken(format!("“{command}”没有给出打印件。"))),
    }
}

/// The latest meetings with minutes, newest first, with all that belongs to them.
fn with_minutes(office: &Office, wanted: usize) -> Result<Vec<Value>, Refusal> {
    let list = data(office, "meeting_list", json!({"slice": {"limit": 500}}))?;
    let mut meetings = list["rows"].as_array().cloned().unwrap_or_default();
    meetings.sort_by_key(|meeting| meeting["planned_at"].as_str().unwrap_or_default().to_owned());
    let mut found = Vec::new();
    for meeting in meetings.iter().rev() {
        if found.len() == wanted {
            break;
        }
        let card = data(office, "meeting_open", json!({"meeting": meeting["id"]}))?;
        if !card["minutes"].is_null() {
            found.push(card);
        }
    }
    Ok(found)
}

fn data(office: &Office, name: &str, request: Value) -> Result<Value, Refusal> {
    match office.ask(name, request, &Silent)? {
        Answer::Json(value) => Ok(value),
        Answer::File(_) => Err(Refusal::broken(format!("“{name}”没有给出数据。"))),
    }
}
