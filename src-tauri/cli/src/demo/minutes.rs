//! Minutes on their way (第十三条): drafted, approved by the director, signed by the chair, issued, received.
use office::Refusal;
use office::kernel::role::Role;
use serde_json::{Value, json};

use super::life::Life;
use super::{accounts, followups, gathering, scan, wording};

/// The clerk drafts them and sends them to the director.
pub fn draft(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let meeting = life.meeting(n)?;
    let data = &life.year.meeting[n];
    let card: Value = life.walk.ask("meeting_minutes_start", json!({"meeting": meeting}))?;
    let chair = &card["meeting"]["chair"];
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let called =
        format!("领导小组{}、{}{}", word(&chair["post_label"]), word(&chair["title"]), word(&chair["name"]));
    let text = wording::minutes(data, &called, &word(&card["meeting"]["name"]));
    let request = json!({
        "minutes": card["minutes"]["id"], "version": card["minutes"]["version"], "title": data.minutes_title,
        "text": text,
    });
    let card: Value = life.walk.ask("meeting_minutes_save", request)?;
    step(life, &card, json!({"step": "send_review"})).map(drop)
}

/// The director approves them; the clerk takes them to the chair.
pub fn submit(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let card = of(life, n)?;
    life.walk.by(&accounts::login(Role::Director));
    let approved = step(life, &card, json!({"step": "approve"}));
    life.walk.by(&accounts::login(Role::Clerk));
    step(life, &approved?, json!({"step": "submit"})).map(drop)
}

/// The chair has signed on paper; the decisions go to their units.
pub fn sign(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let card = of(life, n)?;
    let chair = card["meeting"]["chair"].clone();
    let name = chair["name"].as_str().unwrap_or_default().to_owned();
    let title = card["minutes"]["title"].as_str().unwrap_or_default();
    let lines = [format!("{title}（送审稿）"), "签发意见：同意印发。".to_owned()];
    let page = scan::page(&life.fonts, "会议纪要签发件", &lines, &name, life.walk.now())?;
    let signed = life.walk.today();
    let request =
        json!({"step": "sign", "on": signed, "signer": chair["person"], "words": "同意印发。", "scan": page});
    let card = step(life, &card, request)?;
    for (at, decision) in card["decisions"].as_array().cloned().unwrap_or_default().iter().enumerate() {
        let (item, due) =
            (decision["followup"].as_str(), decision["due_on"].as_str().and_then(|day| day.parse().ok()));
        if let (Some(item), Some(due)) = (item, due) {
            followups::expect(life, item, due, n + at, 1);
        }
    }
    Ok(())
}

/// They are printed and go out.
pub fn issue(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let card = step(life, &of(life, n)?, json!({"step": "issue", "copies": 60}))?;
    let request = json!({"minutes": card["minutes"]["id"], "way": "机要交换"});
    let card: Value = life.walk.ask("meeting_copy_send", request)?;
    // The near ones sign for them on the same day.
    receive(life, &card, 6)
}

/// Everybody has signed for them; the meeting is closed.
pub fn close(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let card = of(life, n)?;
    receive(life, &card, usize::MAX)?;
    let card = gathering::open(life, &life.meeting(n)?)?;
    gathering::step(life, &card, json!({"step": "close"})).map(drop)
}

fn receive(life: &Life, card: &Value, at_most: usize) -> Result<(), Refusal> {
    let copies = card["copies"].as_array().cloned().unwrap_or_default();
    for copy in copies.iter().filter(|copy| copy["received_on"].is_null()).take(at_most) {
        let name = copy["name"].as_str().unwrap_or_default();
        let by = if name.ends_with("同志") {
            "市政府办公室收发室".into()
        } else {
            format!("{name}收发室")
        };
        let request = json!({"minutes": card["minutes"]["id"], "copy": copy["id"], "by": by});
        life.walk.tell("meeting_copy_receive", request)?;
    }
    Ok(())
}

/// The minutes of a meeting of the year.
fn of(life: &Life, n: usize) -> Result<Value, Refusal> {
    let card = gathering::open(life, &life.meeting(n)?)?;
    life.walk.ask("meeting_minutes_open", json!({"minutes": card["minutes"]["id"]}))
}

fn step(life: &Life, card: &Value, mut request: Value) -> Result<Value, Refusal> {
    request["minutes"] = card["minutes"]["id"].clone();
    request["version"] = card["minutes"]["version"].clone();
    life.walk.ask("meeting_minutes_take_step", request)
}
