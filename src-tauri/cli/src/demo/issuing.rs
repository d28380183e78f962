//! Documents that go out, each on its own way: drafted, passed from station to station, signed, printed, received — some sent
//! back, some amended, a few void, repealed or still waiting.
use office::Refusal;
use serde_json::{Value, json};

use super::content::Unit;
use super::life::{Deed, Life};
use super::paperwork::{Act, by_director, holder, some_unit, worded};
use super::register::id;
use super::scan;

/// A document on its way.
#[derive(Debug, Clone)]
pub struct Document {
    id: String,
    /// Sent back already, so that it is not sent back for ever.
    returned: bool,
    amended: bool,
}

/// The drafter begins it and sends it on its way.
pub fn draft(life: &mut Life, wording: usize, n: usize) -> Result<(), Refusal> {
    let wording = life.desk.drafts[wording].clone();
    let today = life.walk.today();
    let kind = if wording.kind == "reply" { "county" } else { "member" };
    let unit: Unit = some_unit(life, kind);
    let to: Vec<String> = wording.to.iter().map(|name| worded(name, Some(&unit), today, n)).collect();
    let words = json!({
        "kind": wording.kind, "title": worded(&wording.title, Some(&unit), today, n), "sent_to": to,
        "text": worded(&wording.text, Some(&unit), today, n),
        "note": if wording.issuer == "office" { "此件公开发布" } else { "" },
    });
    let facts = json!({
        "issuer": wording.issuer, "prefix": "", "sealing": "seal", "urgency": if n % 17 == 3 { "more" } else { "plain" },
        "secrecy": "internal", "openness": if n.is_multiple_of(2) { "open" } else { "on_request" }, "copies": 60,
        "section": "质量科", "drafter": life.contact.name, "phone": life.contact.office_phone,
    });
    let card: Value = life.walk.ask("outgoing_start", json!({"words": words, "facts": facts}))?;
    step(life, &card, "submit", json!({}))?;
    life.desk.documents.insert(n, Document { id: id(&card["document"])?, returned: false, amended: false });
    next(life, n, 1);
    Ok(())
}

/// A document that was begun elsewhere goes the way of all others.
pub fn begun(life: &mut Life, card: &Value) -> Result<(), Refusal> {
    step(life, card, "submit", json!({}))?;
    // Their numbers begin above those of the year's plan.
    let n = 1000 + life.desk.documents.range(1000..).count();
    life.desk.documents.insert(n, Document { id: id(&card["document"])?, returned: true, amended: true });
    next(life, n, 1);
    Ok(())
}

/// One station further.
pub fn pass(life: &mut Life, n: usize) -> Result<(), Refusal> {
    let Some(document) = life.desk.documents.get(&n).cloned() else { return Ok(()) };
    let card: Value = life.walk.ask("outgoing_open", json!({"document": document.id}))?;
    let paper = "见发文稿纸";
    match card["document"]["stage"].as_str().unwrap_or_default() {
        "draft" => {
            let card = reworded(life, &card)?;
            step(life, &card, "submit", json!({}))?;
        }
        "section" => {
            let head = json!({"signer_name": "韩松涛", "words": "同意。", "basis": paper});
            step(life, &card, "approve", head)?;
        }
        "office_director" if n % 9 == 4 && !document.returned => {
            let reason = "请把完成时限写具体，并补充联系人。";
            let request = asked(&card, json!({"step": "return", "back": "drafter", "reason": reason}));
            by_director(life, "outgoing_take_step", request)?;
            life.desk.documents.insert(n, Document { returned: true, ..document });
        }
        "office_director" => {
            let last = card["document"]["facts"]["issuer"] == "office";
            let request =
                asked(&card, json!({"step": if last { "sign" } else { "approve" }, "words": "同意。"}));
            by_director(life, "outgoing_take_step", request)?;
        }
        "deputy" => {
            let words = ["同意，报组长。", "", "拟同意。"][n % 3];
            let who = json!({"signer": holder(life, "deputy", n)?, "words": words, "basis": paper});
            step(life, &card, "approve", who)?;
        }
        "leader" => sign(life, &card, n)?,
        "signed" if n % 43 == 20 => {
            let reason = "与上级新发文件不一致，不再印发。";
            let request = asked(&card, json!({"step": "void", "reason": reason}));
            return by_director(life, "outgoing_take_step", request).map(drop);
        }
        "signed" if n % 29 == 11 && !document.amended => {
            let mut words = card["document"]["words"].clone();
            let text = words["text"].as_str().unwrap_or_default();
            words["text"] = format!("{text}\n工作中遇有情况，请及时报告市创建办。").into();
            let reason = "补充报告要求";
            step(life, &card, "amend", json!({"reason": reason, "text": words}))?;
            life.desk.documents.insert(n, Document { amended: true, ..document });
        }
        "signed" => {
            let card = step(life, &card, "proofread", json!({"signer_name": life.contact.name}))?;
            let card = step(life, &card, "print", json!({}))?;
            let document = json!({"document": card["document"]["id"], "way": "机要交换"});
            life.walk.tell("outgoing_copy_send", document)?;
            next(life, n, 3);
            return Ok(());
        }
        "printed" => return received(life, &card, n),
        _ => return Ok(()),
    }
    next(life, n, 1);
    Ok(())
}

fn next(life: &mut Life, n: usize, days: u32) {
    let day = life.days.after(life.walk.today(), days);
    life.then(day, Deed::Document(Act::Pass(n)));
}

fn asked(card: &Value, mut request: Value) -> Value {
    request["document"] = card["document"]["id"].clone();
    request["version"] = card["document"]["version"].clone();
    request
}

fn step(life: &Life, card: &Value, step: &str, mut more: Value) -> Result<Value, Refusal> {
    more["step"] = step.into();
    life.walk.ask("outgoing_take_step", asked(card, more))
}

/// What was sent back is written better.
fn reworded(life: &Life, card: &Value) -> Result<Value, Refusal> {
    let mut words = card["document"]["words"].clone();
    let text = words["text"].as_str().unwrap_or_default();
    words["text"] =
        format!("{text}\n联系人：{}，联系电话：{}。", life.contact.name, life.contact.office_phone).into();
    let request = json!({"words": words, "facts": card["document"]["facts"]});
    life.walk.ask("outgoing_save", asked(card, request))
}

/// The leader signs, or the executive deputy while a letter covers him; every fifth with its scan.
fn sign(life: &Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let signers = card["signers"].as_array().cloned().unwrap_or_default();
    let entrusted = signers.iter().find(|one| !one["delegation"].is_null() && one["why_not"].is_null());
    let who = match entrusted {
        Some(one) => one["person"].as_str().unwrap_or_default().to_owned(),
        None => holder(life, "leader", 0)?,
    };
    let mut request = json!({"signer": who, "words": if n.is_multiple_of(4) { "" } else { "同意印发。" }, "basis": "发文稿纸原件存创建办"});
    if n.is_multiple_of(5) {
        let title = card["document"]["words"]["title"].as_str().unwrap_or_default();
        let lines = [format!("{title}（送审稿）"), "签发意见：同意印发。".to_owned()];
        request["scan"] = scan::page(&life.fonts, "发文稿纸签发页", &lines, "示例签名", life.walk.now())?;
    }
    step(life, card, "sign", request).map(drop)
}

/// Receipts come in, of the far ones some days later, of a few never; two papers a year are repealed later by newer ones.
fn received(life: &mut Life, card: &Value, n: usize) -> Result<(), Refusal> {
    let copies = card["distribution"].as_array().cloned().unwrap_or_default();
    let waiting: Vec<Value> =
        copies.iter().filter(|one| one["received_on"].is_null()).map(|one| one["id"].clone()).collect();
    if waiting.is_empty() {
        let reason = json!({"step": "repeal", "reason": "已由新文件代替", "basis": "新发通知第四条"});
        return by_director(life, "outgoing_take_step", asked(card, reason)).map(drop);
    }
    let near = waiting.len() > 6 && waiting.len() == copies.len();
    let few = if near { 4 } else { waiting.len() };
    let request = json!({"document": card["document"]["id"], "copies": waiting[..few], "by": "收发室"});
    life.walk.tell("outgoing_copy_receive", request)?;
    // Only of the last weeks' documents are receipts still missing.
    let lately = life.walk.today() + chrono::Days::new(70) > super::TODAY;
    if near && !(lately && n % 5 == 1) {
        next(life, n, 4);
    } else if !near && n % 45 == 9 {
        next(life, n, 40);
    }
    Ok(())
}
