//! Papers that come in, each on its own way: registered, checked, proposed, instructed, handled, circulated, answered, closed.
use chrono::{Days, NaiveDate};
use office::Refusal;
use serde_json::{Value, json};

use super::content::Unit;
use super::life::{Deed, Life};
use super::paperwork::{Act, Arrival, holder, some_unit, worded};
use super::register::id;
use super::scan;

/// A paper on its way.
#[derive(Debug, Clone)]
pub struct Paper {
    id: String,
    wording: Arrival,
    unit: Option<Unit>,
}

/// It is signed for and registered; every eighth with its scan.
pub fn arrive(life: &mut Life, wording: usize, n: usize) -> Result<(), Refusal> {
    let wording = life.desk.arrivals[wording].clone();
    let today = life.walk.today();
    let unit = (!wording.from.is_empty()).then(|| some_unit(life, &wording.from));
    let sender = match &unit {
        Some(unit) => Some(life.register.unit(&unit.short)?.to_owned()),
        None => None,
    };
    let title = worded(&wording.title, unit.as_ref(), today, n);
    let prefix = if wording.letter.is_empty() { "示例报" } else { &wording.letter };
    let letter = format!("{prefix}〔{}〕{}号", today.format("%Y"), life.letter());
    let from = unit.as_ref().map_or_else(|| wording.name.clone(), |unit| unit.short.clone());
    let urgency = if life.draw.once_in(9) { "more" } else { "plain" };
    let facts = json!({
        "kind": wording.kind, "sender": sender, "sender_name": from, "letter": letter,
        "dated_on": life.days.before(today, 2), "title": title, "summary": wording.summary,
        "copies": 1 + life.draw.below(2), "secrecy": if life.draw.once_in(3) { "public" } else { "internal" },
        "urgency": urgency, "way": if life.draw.once_in(4) { "专人送达" } else { "机要交换" },
    });
    let scan = match n % 8 {
        0 => Some(scan::page(
            &life.fonts,
            &title,
            std::slice::from_ref(&wording.summary),
            &from,
            life.walk.now(),
        )?),
        _ => None,
    };
    let card: Value = life.walk.ask("incoming_receive", json!({"facts": facts, "scan": scan}))?;
    let paper = id(&card["paper"])?;
    if life.walk.today() < life.days.before(super::TODAY, 1) || !n.is_multiple_of(3) {
        step(life, &card, "register", json!({}))?;
    }
    life.desk.papers.insert(n, Paper { id: paper, wording, unit });
    next(life, n, 1);
    Ok(())
}

/// One step further; when the next one falls is written into the diary.
pub fn onward(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let Some(paper) = life.desk.papers.get(&n).cloned() else { return Ok(()) };
    let card: Value = life.walk.ask("incoming_open", json!({"paper": paper.id}))?;
    let words = |text: &str, life: &Life| worded(text, paper.unit.as_ref(), life.walk.today(), n);
    match card["paper"]["stage"].as_str().unwrap_or_default() {
        "registered" if n % 41 == 7 => {
            let reason = "缺少附件，正文与附件数据不一致，请补齐后重新报送。";
            return step(life, &card, "send_back", json!({"words": reason})).map(drop);
        }
        "registered" => {
            let card = step(life, &card, "accept", json!({}))?;
            let proposal = words(&paper.wording.propose, life);
            step(life, &card, "propose", json!({"words": proposal}))?;
            next(life, n, 2);
        }
        "ready"
            if !paper.wording.raise.is_empty()
                && card["instructions"].as_array().is_none_or(Vec::is_empty) =>
        {
            step(life, &card, "raise", json!({"words": paper.wording.raise}))?;
            next(life, n, 1);
        }
        "deputy" => {
            instruct(life, &card, holder(life, "deputy", n)?, &words(&paper.wording.deputy, life))?;
            next(life, n, 2);
        }
        "leader" => {
            let card =
                instruct(life, &card, holder(life, "leader", 0)?, &words(&paper.wording.leader, life))?;
            if !paper.wording.task.is_empty() && n.is_multiple_of(2) {
                follow_up(life, &card, &words(&paper.wording.task, life), n)?;
            }
            next(life, n, 1);
        }
        "ready" => handle(life, &card, &paper, n)?,
        "handling" => report(life, &card, n)?,
        "answered" => close(life, &card, &words(&paper.wording.result, life), n)?,
        _ => {}
    }
    Ok(())
}

fn next(life: &mut Life, n: usize, days: u32) {
    let day = life.days.after(life.walk.today(), days);
    life.then(day, Deed::Document(Act::Onward(n)));
}

fn step(life: &Life, card: &Value, step: &str, more: Value) -> Result<Value, Refusal> {
    ask(life, "incoming_take_step", card, json!({"step": step}), more)
}

fn ask(life: &Life, name: &str, card: &Value, mut request: Value, more: Value) -> Result<Value, Refusal> {
    request["paper"] = card["paper"]["id"].clone();
    request["version"] = card["paper"]["version"].clone();
    for (key, value) in more.as_object().into_iter().flatten() {
        request[key] = value.clone();
    }
    life.walk.ask(name, request)
}

fn instruct(life: &Life, card: &Value, person: String, words: &str) -> Result<Value, Refusal> {
    let basis = "收文处理笺原件存创建办";
    step(life, card, "instruct", json!({"person": person, "words": words, "basis": basis}))
}

fn follow_up(life: &mut Life, card: &Value, text: &str, n: usize) -> Result<(), Refusal> {
    let instruction = card["instructions"].as_array().and_then(|all| all.last()).cloned().unwrap_or_default();
    let lead = life.register.unit("市质监局")?.to_owned();
    let due = life.walk.today() + Days::new(25 + (n % 20) as u64);
    let request = json!({"instruction": instruction["id"], "text": text, "lead": lead, "due_on": due});
    let card = ask(life, "incoming_followup_open", card, request, json!({}))?;
    let items = card["items"].as_array().cloned().unwrap_or_default();
    if let Some(item) = items.last().and_then(|item| item["item"].as_str()) {
        super::followups::expect(life, item, due, n, 1);
    }
    Ok(())
}

/// Laid on a unit, circulated, or done with.
fn handle(life: &mut Life, card: &Value, paper: &Paper, n: usize) -> Result<(), Refusal> {
    let host = match (paper.wording.host.as_str(), n % 4) {
        ("", 1) => Some(some_unit(life, "member").short),
        ("", _) => None,
        (host, _) => Some(host.to_owned()),
    };
    if let Some(host) = host {
        let unit = life.register.unit(&host)?.to_owned();
        step(life, card, "assign", json!({"handlers": [{"unit": unit}], "words": "请按要求办理并反馈。"}))?;
        // Some answer late: they are urged first.
        next(life, n, if n.is_multiple_of(5) { 13 } else { 6 });
        return Ok(());
    }
    if n.is_multiple_of(3) && card["readers"].as_array().is_none_or(Vec::is_empty) {
        return circulate(life, card, n);
    }
    if card["readers"].as_array().is_some_and(|all| all.iter().any(|one| one["returned_on"].is_null())) {
        return pass_on(life, card, n);
    }
    if !paper.wording.answer.is_empty() {
        let letter = format!("示质强创办函〔{}〕（见发文）", life.walk.today().format("%Y"));
        step(life, card, "answer", json!({"words": paper.wording.answer, "letter": letter}))?;
        next(life, n, 1);
        return Ok(());
    }
    let result = worded(&paper.wording.result, paper.unit.as_ref(), life.walk.today(), n);
    close(life, card, &result, n)
}

fn circulate(life: &mut Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let readers: Vec<Value> = ["executive_deputy", "deputy"]
        .into_iter()
        .map(|post| Ok(json!({"person": holder(life, post, n)?})))
        .collect::<Result<_, Refusal>>()?;
    let card = ask(life, "incoming_circulate", card, json!({"readers": readers}), json!({}))?;
    send(life, &card, 0)?;
    next(life, n, 2);
    Ok(())
}

fn send(life: &Life, card: &Value, at: usize) -> Result<Value, Refusal> {
    let reader = card["readers"][at]["id"].clone();
    ask(life, "incoming_circulate_send", card, json!({"reader": reader}), json!({}))
}

/// Whoever has it gives it back; it goes to the next.
fn pass_on(life: &mut Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let readers = card["readers"].as_array().cloned().unwrap_or_default();
    let mut card = card.clone();
    if let Some(out) = readers.iter().find(|one| !one["sent_on"].is_null() && one["returned_on"].is_null()) {
        let words = ["已阅。", "", "请抓好落实。"][n % 3];
        card = ask(
            life,
            "incoming_circulate_return",
            &card,
            json!({"reader": out["id"], "words": words}),
            json!({}),
        )?;
    }
    if let Some(at) = readers.iter().position(|one| one["sent_on"].is_null()) {
        send(life, &card, at)?;
    }
    next(life, n, 2);
    Ok(())
}

/// The unit answers, or is urged first.
fn report(life: &mut Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let waiting = card["handlers"].as_array().cloned().unwrap_or_default();
    let Some(one) = waiting.iter().find(|one| one["answered_on"].is_null()).cloned() else {
        return finish(life, card, n);
    };
    let due: Option<NaiveDate> = one["due_on"].as_str().and_then(|day| day.parse().ok());
    if due.is_some_and(|due| due < life.walk.today()) && one["urged"] == 0 {
        let request = json!({"handler": one["id"], "way": "电话催办"});
        ask(life, "incoming_urge", card, request, json!({}))?;
        // Now and then even that brings nothing for a while.
        next(life, n, if n.is_multiple_of(20) { 30 } else { 2 });
        return Ok(());
    }
    let words = "已按要求办理完毕，有关情况已书面报创建办。";
    let card =
        ask(life, "incoming_handler_answer", card, json!({"handler": one["id"], "words": words}), json!({}))?;
    finish(life, &card, n)
}

fn finish(life: &mut Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let Some(paper) = life.desk.papers.get(&n).cloned() else { return Ok(()) };
    if !paper.wording.answer.is_empty() {
        step(life, card, "answer", json!({"words": paper.wording.answer}))?;
        next(life, n, 1);
        return Ok(());
    }
    let result = worded(&paper.wording.result, paper.unit.as_ref(), life.walk.today(), n);
    close(life, card, &result, n)
}

/// Done with, unless a follow-up item is still open: then it waits for it.
fn close(life: &mut Life, card: &Value, result: &str, n: usize) -> Result<(), Refusal> {
    let open = card["items"].as_array().is_some_and(|all| all.iter().any(|one| one["closed"] == false));
    if open {
        next(life, n, 10);
        return Ok(());
    }
    step(life, card, "close", json!({"words": result})).map(drop)
}
