//! What became of the decisions (第十二条): most answered in time, some late, some sent back, some not answered at all.
use chrono::{Days, NaiveDate};
use office::Refusal;
use serde_json::{Value, json};

use super::life::{Deed, Life};
use super::{TODAY, scan, wording};

/// Writes into the diary what a unit will do about a decision that is due on a day.
pub fn expect(life: &mut Life, item: &str, due: NaiveDate, signed: NaiveDate) {
    let n = life.draw.below(10);
    let lately = life.days.before(TODAY, 1 + life.draw.below(3));
    if due > TODAY && lately > signed && n < 4 {
        // Answered these days; whether the answer will do is for the clerk to say.
        return life.then(lately, Deed::Reply { item: item.into(), n });
    }
    let early = Days::new(2 + life.draw.below(6) as u64);
    // Nobody answers on the day on which the minutes were signed.
    let in_time = (due - early).max(signed + Days::new(1));
    let patience = Days::new(3 + life.draw.below(6) as u64);
    let answered = match n {
        0 if due + Days::new(120) > TODAY => return, // never answered
        0 | 1 => due + Days::new(6 + 14 * (1 - n as u64)),
        2 => {
            life.then(in_time, Deed::Reply { item: item.into(), n });
            life.then(in_time + Days::new(2), Deed::SendBack(item.into()));
            due + Days::new(5)
        }
        _ => in_time,
    };
    life.then(answered, Deed::Reply { item: item.into(), n: n + 1 });
    life.then(answered + patience, Deed::Accept(item.into()));
}

/// The unit's letter comes in.
pub fn reply(life: &Life, item: &str, n: usize) -> Result<(), Refusal> {
    let seen = look(life, item)?;
    let text = seen["text"].as_str().unwrap_or_default();
    let lead = seen["lead"]["short"].as_str().unwrap_or_default();
    let words = wording::answer(text, n);
    let title = format!("关于报送会议决定事项办理结果的函（{lead}）");
    let page = scan::page(&life.fonts, &title, std::slice::from_ref(&words), lead, life.walk.now())?;
    let request = json!({
        "item": item, "version": seen["version"], "on": life.walk.today(), "reply": words,
        "number": format!("示例函〔{}〕{}号", life.walk.today().format("%Y"), 10 + life.draw.below(80)), "scan": page,
    });
    life.walk.tell("followup_reply_record", request)
}

/// The office accepts the answer.
pub fn accept(life: &Life, item: &str) -> Result<(), Refusal> {
    let seen = look(life, item)?;
    life.walk.tell("followup_accept", json!({"item": item, "version": seen["version"]}))
}

/// The office sends the answer back.
pub fn send_back(life: &Life, item: &str) -> Result<(), Refusal> {
    let seen = look(life, item)?;
    let reason = "只报送了工作安排，没有说明办理结果，请补充完成情况和佐证材料后再报。";
    life.walk.tell("followup_return", json!({"item": item, "version": seen["version"], "reason": reason}))
}

fn look(life: &Life, item: &str) -> Result<Value, Refusal> {
    let mut card: Value = life.walk.ask("followup_open", json!({"item": item}))?;
    Ok(card["item"].take())
}
