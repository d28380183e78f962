//! The sitting of a meeting (第十条, 第十二条): who asked for leave, who came, who did not, what was decided.
use chrono::Duration;
use office::Refusal;
use serde_json::{Value, json};

use super::gathering::{agenda_row, open, step};
use super::life::Life;
use super::people::Somebody;
use super::{scan, wording};

/// Requests for leave come in, each with a delegate of the same unit (第十条).
pub fn take_leave(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let card = open(life, &life.meeting(n)?)?;
    let chair = card["meeting"]["chair"]["person"].clone();
    let invited = card["invited"].as_array().cloned().unwrap_or_default();
    let mut may: Vec<Value> = invited
        .into_iter()
        .filter(|one| one["role"] == "attend" && one["person"] != chair && one["unit_short"] != "市政府")
        .collect();
    let many = if may.len() > 20 { 2 + life.draw.below(3) } else { 1 };
    for _ in 0..many.min(may.len()) {
        let one = may.swap_remove(life.draw.below(may.len()));
        leave(life, &card, &one)?;
    }
    Ok(())
}

fn leave(life: &mut Life, card: &Value, one: &Value) -> Result<(), Refusal> {
    let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let reason = life.year.leave_reasons[life.draw.below(life.year.leave_reasons.len())].clone();
    let delegate = delegate(life, &text("unit_short"))?;
    let chair = card["meeting"]["chair"]["name"].as_str().unwrap_or_default();
    let lines = [
        format!("{chair}同志："),
        format!(
            "因{reason}，不能参加{}，特请假，并委托{}{}同志代为参加。",
            text_of(card, "name"),
            delegate.title,
            delegate.name
        ),
        "妥否，请批示。".to_owned(),
    ];
    let page = scan::page(
        &life.fonts,
        &format!("请假条（{}）", text("name")),
        &lines,
        &text("unit_name"),
        life.walk.now(),
    )?;
    let request = json!({
        "invitee": one["id"], "version": one["version"], "reason": reason, "scan": page,
        "letter": format!("示例假〔{}〕{}号", life.walk.today().format("%Y"), life.letter()),
        "asked_on": life.walk.today(), "consent_on": life.walk.today(), "consent_words": "同意。",
        "delegate_name": delegate.name, "delegate_title": delegate.title, "delegate_unit": one["unit"],
    });
    life.walk.tell("meeting_leave_record", request)
}

fn text_of(card: &Value, key: &str) -> String {
    card["meeting"][key].as_str().unwrap_or_default().to_owned()
}

/// It is held: who came, who did not, what was decided.
pub fn hold(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let (meeting, data) = (life.meeting(n)?, life.year.meeting[n].clone());
    life.walk.at(data.date, 17, 40);
    let card = open(life, &meeting)?;
    miss(life, &card)?;
    let card: Value = life.walk.ask("meeting_attendance_rest", json!({"meeting": meeting}))?;
    let began = data.date.and_time(data.time);
    let ended = began + Duration::minutes(90 + 10 * life.draw.below(5) as i64);
    let mut card = step(life, &card, json!({"step": "hold", "at": began, "ended_at": ended}))?;
    for item in &data.item {
        for decision in &item.decision {
            let row = agenda_row(&card, &item.title)?;
            let lead = life.register.unit(&decision.lead)?;
            let helpers: Result<Vec<&str>, Refusal> =
                decision.cooperating.iter().map(|u| life.register.unit(u)).collect();
            let request = json!({
                "meeting": meeting, "agenda": row["id"], "text": decision.text, "lead": lead, "helpers": helpers?,
                "due_on": wording::due(decision, &data),
            });
            card = life.walk.ask("meeting_decision_add", request)?;
        }
    }
    Ok(())
}

// Now and then somebody stays away without leave.
fn miss(life: &Life, card: &Value) -> Result<(), Refusal> {
    let invited = card["invited"].as_array().cloned().unwrap_or_default();
    let members: Vec<&Value> =
        invited.iter().filter(|one| one["post"] == "member" && one["outcome"] == "pending").collect();
    if members.len() < 20 || !life.draw.once_in(2) {
        return Ok(());
    }
    let one = members[life.draw.below(members.len())];
    let request = json!({"invitee": one["id"], "version": one["version"], "outcome": "absent"});
    life.walk.tell("meeting_attendance_record", request)
}

/// A delegate: somebody else of the same unit.
fn delegate(life: &mut Life, short: &str) -> Result<Somebody, Refusal> {
    let unit = life.units.iter().find(|unit| unit.short == short).cloned();
    let unit = unit.ok_or_else(|| Refusal::broken(format!("示例数据里没有单位“{short}”。")))?;
    let mut somebody = life.draw.person(&unit, "member");
    let titles = &life.draw.titles().delegate;
    somebody.title = titles[life.draw.below(titles.len())].clone();
    Ok(somebody)
}
