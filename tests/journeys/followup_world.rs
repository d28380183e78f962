//! What the follow-up journeys stand on: an item entered by hand, a decision of a meeting, and the request of a step.
use serde_json::{Value, json};
use zhiqiang_tests::Day;

use crate::documents_world::Desk;
use crate::meeting_world::merged;

/// The request of a step.
pub(crate) fn stepping(card: &Value, step: &str) -> Value {
    json!({"item": card["item"]["id"], "version": card["item"]["version"], "step": step})
}

/// A step that goes well.
#[track_caller]
pub(crate) fn followed(day: &Day, card: &Value, step: &str, more: Value) -> Value {
    day.done("followup_take_step", merged(stepping(card, step), more))
}

/// A step that is refused.
#[track_caller]
pub(crate) fn refused(day: &Day, card: &Value, step: &str, more: Value) -> office::Refusal {
    day.refused("followup_take_step", merged(stepping(card, step), more))
}

/// What is entered by hand: the bureau leads, the planning commission helps.
pub(crate) fn entered(desk: &Desk, text: &str, due_on: &str) -> Value {
    json!({"source": "superior", "source_name": "省质量强省办督办函", "ground": "川质强办〔2016〕8号", "text": text,
        "lead": desk.bureau["id"], "helpers": [desk.planning["id"]], "due_on": due_on, "rhythm": "half_month",
        "supervisor_phone": "0816-2345678"})
}

/// An item entered by hand.
#[track_caller]
pub(crate) fn registered(desk: &Desk, text: &str, due_on: &str) -> Value {
    desk.day.done("followup_register", json!({"facts": entered(desk, text, due_on)}))
}

/// An item whose notice went out today.
pub(crate) fn notified(desk: &Desk, text: &str, due_on: &str) -> Value {
    followed(&desk.day, &registered(desk, text, due_on), "notify", json!({"way": "机要交换"}))
}

/// The first item of a meeting whose minutes the leader signed today: the bureau leads, the others help.
pub(crate) fn decided(desk: &Desk, held_on: &str, due_on: &str) -> (Value, Value) {
    let meeting = desk.held(held_on, "推进四季度重点工作");
    let decision = json!({"meeting": meeting["meeting"]["id"], "text": "补齐第四季度创建资料的17个缺项",
        "lead": desk.bureau["id"], "helpers": [desk.planning["id"], desk.industry["id"]], "due_on": due_on});
    desk.day.done("meeting_decision_add", decision);
    desk.minutes_step(&desk.submitted(&meeting), "sign", desk.signature(&desk.leader));
    let items = desk.day.done("followup_items", json!({"meeting": meeting["meeting"]["id"]}));
    let card = desk.day.done("followup_open", json!({"item": items["rows"][0]["id"]}));
    (meeting, card)
}

/// The offered steps as `key` or `key: why not`.
pub(crate) fn offered(card: &Value) -> Vec<String> {
    let all = card["allowed"].as_array().unwrap().iter();
    all.map(|one| match one["why_not"].as_str() {
        None => one["step"].as_str().unwrap().to_owned(),
        Some(why) => format!("{}: {why}", one["step"].as_str().unwrap()),
    })
    .collect()
}
