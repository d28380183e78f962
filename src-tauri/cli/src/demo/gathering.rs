//! A meeting from its planning to its notice (第八条, 第九条, 第十一条), as the clerk records it; the sitting itself is
//! `sitting.rs`.
use chrono::{NaiveDate, NaiveDateTime};
use office::Refusal;
use serde_json::{Value, json};

use super::agenda::{Item, Meeting};
use super::life::Life;
use super::register::id;
use super::{scan, wording};

/// Plans it: arrangements, agenda with filed material, guests.
pub fn plan(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let meeting = life.year.meeting[n].clone();
    let contact = life.contact.clone();
    let request = json!({
        "kind": meeting.kind, "title": wording::theme(&meeting), "place": meeting.place,
        "planned_at": first_at(&meeting), "contact": contact.name, "contact_phone": contact.office_phone,
        "demands": demands(life),
    });
    let card: Value = life.walk.ask("meeting_plan", request)?;
    let meeting_id = id(&card["meeting"])?;
    life.meetings.insert(n, meeting_id.clone());
    for item in &meeting.item {
        propose(life, &meeting_id, item, meeting.upcoming)?;
    }
    invite_units(life, &meeting_id, &meeting)
}

fn first_at(meeting: &Meeting) -> NaiveDateTime {
    meeting.first_planned.unwrap_or(meeting.date).and_time(meeting.time)
}

fn demands(life: &Life) -> String {
    let numbered = life.year.notice_demands.iter().enumerate().map(|(n, text)| format!("{}.{text}", n + 1));
    numbered.collect::<Vec<_>>().join("\n")
}

fn propose(life: &mut Life, meeting: &str, item: &Item, upcoming: bool) -> Result<(), Refusal> {
    let unit = item.unit.as_deref().map(|short| life.register.unit(short).map(str::to_owned)).transpose()?;
    let proposer_name = match item.proposer.as_str() {
        "leader" => life.leader("leader"),
        "deputy" => life.leader("deputy"),
        _ => String::new(),
    };
    let reporter = item.unit.clone().unwrap_or_else(|| "市创建办".into());
    let request = json!({
        "meeting": meeting, "title": item.title, "proposer": item.proposer, "proposer_name": proposer_name,
        "unit": unit, "reporter": reporter, "summary": format!("审议{}。", item.material),
    });
    let card: Value = life.walk.ask("meeting_agenda_add", request)?;
    // What is still being prepared waits for the unit's material: the clerk has to ask for it.
    if !(upcoming && item.unit.is_some()) {
        file_material(life, &card, item, &reporter)?;
    }
    Ok(())
}

fn file_material(life: &mut Life, card: &Value, item: &Item, by: &str) -> Result<(), Refusal> {
    let row = agenda_row(card, &item.title)?;
    let lines = [format!("{by}提请联席会议审议{}，会议资料随文报送。", item.material)];
    let page = scan::page(
        &life.fonts,
        &format!("关于报送会议资料的函（{}）", item.title),
        &lines,
        by,
        life.walk.now(),
    )?;
    let number = format!("示例资〔{}〕{}号", life.walk.today().format("%Y"), life.letter());
    let request = json!({
        "item": row["id"], "version": row["version"], "number": number, "on": life.walk.today(), "file": page,
    });
    life.walk.tell("meeting_agenda_file", request)
}

/// An agenda item of a meeting by its title.
pub fn agenda_row(card: &Value, title: &str) -> Result<Value, Refusal> {
    let rows = card["agenda"].as_array().cloned().unwrap_or_default();
    let found = rows.into_iter().find(|row| row["title"] == title);
    found.ok_or_else(|| Refusal::broken(format!("会议里没有议题“{title}”。")))
}

/// Whom a special meeting takes in; to a joint one two districts are asked to listen.
fn invite_units(life: &mut Life, meeting: &str, data: &Meeting) -> Result<(), Refusal> {
    let (units, role) = if data.kind == "special" {
        (data.invited.clone(), "attend")
    } else {
        let others: Vec<String> = life
            .units
            .iter()
            .filter(|u| u.kind == "county" || u.kind == "park")
            .map(|u| u.short.clone())
            .collect();
        let first = life.draw.below(others.len());
        (vec![others[first].clone(), others[(first + 1) % others.len()].clone()], "observe")
    };
    for short in units {
        let unit = life.register.unit(&short)?.to_owned();
        let card: Value = life
            .walk
            .ask("registry_unit_card", json!({"unit": unit, "day": data.date.min(life.walk.today())}))?;
        let lines = card["people"].as_array().cloned().unwrap_or_default();
        let line = lines.iter().find(|line| line["post"] == "leader_in_charge");
        let line = line.ok_or_else(|| Refusal::broken(format!("{short}没有分管领导。")))?;
        let request = json!({"meeting": meeting, "role": role, "person": line["person"], "unit": unit});
        life.walk.tell("meeting_invite_add", request)?;
    }
    Ok(())
}

/// The chair is set and decides the agenda; the notice goes out and is answered.
pub fn notify(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let (meeting, data) = (life.meeting(n)?, life.year.meeting[n].clone());
    let mut card = open(life, &meeting)?;
    if card["meeting"]["stage"] == "planned" {
        card = set_chair(life, &card, &data)?;
        for item in &data.item {
            card = decide(life, &card, item)?;
        }
    }
    let card = step(life, &card, json!({"step": "notify"}))?;
    send(life, &card)
}

/// Names the chair; the executive deputy with the leader's entrustment (第九条).
pub fn set_chair(life: &Life, card: &Value, data: &Meeting) -> Result<Value, Refusal> {
    let choices: Vec<Value> = life.walk.ask("meeting_chair_choices", json!({"on": data.date}))?;
    let entrusted = data.chair == "executive_deputy";
    let chair = choices.into_iter().find(|one| one["needs_entrustment"] == entrusted);
    let chair = chair.ok_or_else(|| Refusal::broken("名册里没有可以主持的人。"))?;
    let meeting = &card["meeting"];
    let mut request =
        json!({"meeting": meeting["id"], "version": meeting["version"], "person": chair["person"]});
    if entrusted {
        let lines = [format!("{}。", data.entrusted)];
        let leader = life.leader("leader");
        request["entrusted_on"] = json!(entrusted_on(data));
        request["entrusted_by"] = json!(data.entrusted);
        request["scan"] =
            scan::page(&life.fonts, "关于委托主持联席会议的批示", &lines, &leader, life.walk.now())?;
    }
    life.walk.ask("meeting_chair_set", request)
}

/// The day of the entrustment, as its words begin: `组长2016年1月11日批示`.
pub fn entrusted_on(data: &Meeting) -> Option<NaiveDate> {
    let words = data.entrusted.strip_prefix("组长")?;
    NaiveDate::parse_and_remainder(words, "%Y年%m月%d日").ok().map(|(day, _)| day)
}

fn decide(life: &Life, card: &Value, item: &Item) -> Result<Value, Refusal> {
    let row = agenda_row(card, &item.title)?;
    let (decision, words) = match item.verdict.as_str() {
        "defer" => ("deferred", "缓议，请再作研究。"),
        "reject" => ("refused", "不列入本次会议。"),
        _ => ("agreed", "同意上会。"),
    };
    let request = json!({
        "item": row["id"], "version": row["version"], "decision": decision, "on": life.walk.today(), "words": words,
    });
    life.walk.ask("meeting_agenda_decide", request)
}

fn send(life: &Life, card: &Value) -> Result<(), Refusal> {
    let notice = &card["notices"][0];
    let way = if notice["kind"] == "first" { "机要交换" } else { "电话通知并传真" };
    life.walk.tell("meeting_notice_send", json!({"notice": notice["id"], "way": way}))?;
    if notice["kind"] == "cancelled" {
        return Ok(());
    }
    for one in notice["sent"].as_array().cloned().unwrap_or_default() {
        // A few never answer a notice.
        if !life.draw.once_in(9) {
            let reply = json!({"notice": notice["id"], "invitee": one["invitee"], "reply": "come", "words": "按时参加"});
            life.walk.tell("meeting_notice_reply", reply)?;
        }
    }
    Ok(())
}

/// Moves it to its real day, with the reason.
pub fn postpone(life: &Life, n: usize) -> Result<(), Refusal> {
    let data = &life.year.meeting[n];
    let card = open(life, &life.meeting(n)?)?;
    let reason = data.postpone_reason.clone().unwrap_or_default();
    step(life, &card, json!({"step": "postpone", "reason": reason, "at": data.date.and_time(data.time)}))
        .map(drop)
}

/// Gives it up, with the reason; everybody is told.
pub fn cancel(life: &Life, n: usize) -> Result<(), Refusal> {
    let card = open(life, &life.meeting(n)?)?;
    let reason = life.year.meeting[n].cancel_reason.clone().unwrap_or_default();
    let card = step(life, &card, json!({"step": "cancel", "reason": reason}))?;
    send(life, &card)
}

/// The meeting as it stands.
pub fn open(life: &Life, meeting: &str) -> Result<Value, Refusal> {
    life.walk.ask("meeting_open", json!({"meeting": meeting}))
}

/// Takes a step with the meeting.
pub fn step(life: &Life, card: &Value, mut request: Value) -> Result<Value, Refusal> {
    request["meeting"] = card["meeting"]["id"].clone();
    request["version"] = card["meeting"]["version"].clone();
    life.walk.ask("meeting_take_step", request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::agenda;

    #[test]
    fn every_entrustment_of_the_year_is_dated_and_not_later_than_its_meeting() {
        let year = agenda::year().unwrap();
        for meeting in year.meeting.iter().filter(|m| m.chair == "executive_deputy") {
            let on =
                entrusted_on(meeting).unwrap_or_else(|| panic!("{}: {}", meeting.date, meeting.entrusted));
            assert!(on <= meeting.date, "{}", meeting.date);
        }
    }
}
