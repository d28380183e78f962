//! Items of the follow-up (督办, 第十二条) on their way: told, signed for, reported on, urged, put off, answered, compiled.
//!
//! Chance decides early what becomes of an item; a step is taken only where the front desk offers it.
use chrono::{Days, NaiveDate};
use office::Refusal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::content::read;
use super::life::{Deed, Life};
use super::paperwork::{by_director, holder, some_unit};
use super::register::id;
use super::{TODAY, issuing, scan, wording};

/// Items that the clerk enters a month.
const A_MONTH: usize = 8;

/// How an item that is entered by hand is worded.
#[derive(Debug, Clone, Deserialize)]
pub struct Wording {
    source: String,
    from: String,
    ground: String,
    text: String,
    lead: String,
    helpers: Vec<String>,
    days: u64,
    rhythm: String,
    progress: Vec<String>,
    result: String,
}

#[derive(Deserialize)]
struct All {
    item: Vec<Wording>,
}

/// The year's wording.
pub fn read_all() -> Result<Vec<Wording>, Refusal> {
    Ok(read::<All>("followup.toml", include_str!("../../../../assets/demo/followup.toml"))?.item)
}

/// What one day brings to an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The clerk enters one: its wording, its number in the year's plan.
    Enter(usize, usize),
    /// The notice goes out.
    Tell,
    /// Units sign for it.
    Sign,
    /// The lead unit reports: which of its reports.
    Report(usize),
    /// A helping unit did its part.
    Part,
    /// The unit asks for more time, so many days.
    Ask(u64),
    /// That is decided.
    Decide(bool),
    /// The office urges.
    Urge,
    /// It is taken higher.
    Higher,
    /// The director puts it off, takes it up again, ends it.
    Direct(&'static str),
    /// The unit answers.
    Reply,
    /// The office accepts, or sends back.
    Judge(bool),
    /// Results are compiled for the chair, or in a circular.
    Compile(&'static str),
}

/// Writes a month's items into the diary.
pub fn plan(life: &mut Life, first: NaiveDate, n: u32) {
    let month = first + chrono::Months::new(n);
    let wordings = life.items.len();
    for at in 0..A_MONTH {
        let day = month + Days::new(2 + (at * 25 / A_MONTH) as u64);
        let number = n as usize * A_MONTH + at;
        // All wordings in turn, so that every source is there in every year.
        life.then(day, Deed::Item(String::new(), Act::Enter((number * 7) % wordings, number)));
    }
    // The last thing that comes in waits for its notice.
    if month + chrono::Months::new(1) > TODAY {
        let day = life.days.before(TODAY, 1);
        life.then(day, Deed::Item(String::new(), Act::Enter(0, (n as usize + 1) * A_MONTH)));
    }
    if n % 3 == 2 {
        life.then(month + Days::new(20), Deed::Item(String::new(), Act::Compile("report")));
        life.then(month + Days::new(22), Deed::Item(String::new(), Act::Compile("circular")));
    }
}

/// Writes into the diary what becomes of an item that was opened today.
pub fn expect(life: &mut Life, item: &str, due: NaiveDate, n: usize, reports: usize) {
    let today = life.walk.today();
    let chance = life.draw.below(20);
    let then = |life: &mut Life, day: NaiveDate, act: Act| {
        life.then(day.max(today), Deed::Item(item.into(), act));
    };
    let told = life.days.after(today, 1);
    then(life, told, Act::Tell);
    then(life, life.days.after(told, 2), Act::Sign);
    let span = (due - told).num_days().max(2) as u64;
    for at in 0..reports {
        // One unit in seven forgets a report.
        if (n + at) % 7 != 3 {
            let day = told + Days::new(span * (at as u64 + 1) / (reports as u64 + 1));
            then(life, day, Act::Report(at));
        }
    }
    then(life, told + Days::new(span / 2), Act::Part);
    let lately = life.days.before(TODAY, 1 + life.draw.below(3));
    if due > TODAY && lately > told + Days::new(3) {
        // Of what runs on the last day some wait for the director, some for the clerk.
        match chance {
            8 => return then(life, lately, Act::Direct("suspend")),
            11..=13 => return then(life, lately, Act::Reply),
            14 => return then(life, lately, Act::Ask(20)),
            _ => {}
        }
    }
    let patience = 2 + life.draw.below(4) as u64;
    let early = Days::new(1 + life.draw.below(5) as u64);
    let end = |life: &mut Life, answered: NaiveDate, good: bool| {
        then(life, answered, Act::Reply);
        then(life, answered + Days::new(patience), Act::Judge(good));
    };
    match chance {
        // Late: urged, and after that either answered or taken higher and higher.
        0..=2 => {
            then(life, due + Days::new(2), Act::Urge);
            if chance == 0 {
                for (days, act) in [(9, Act::Higher), (12, Act::Urge), (17, Act::Higher), (33, Act::Higher)] {
                    then(life, due + Days::new(days), act);
                }
            } else {
                then(life, due + Days::new(6 + patience), Act::Reply);
                then(life, due + Days::new(8 + patience), Act::Judge(true));
            }
        }
        // More time, given or not.
        3..=5 => {
            let more = 15 + life.draw.below(20) as u64;
            then(life, due - early - Days::new(2), Act::Ask(more));
            then(life, due - early, Act::Decide(chance != 5));
            let answered = if chance == 5 { due + Days::new(4) } else { due + Days::new(more) - early };
            then(life, answered, Act::Reply);
            then(life, answered + Days::new(patience), Act::Judge(true));
        }
        // Sent back once.
        6 | 7 => {
            end(life, due - early - Days::new(4), false);
            end(life, due, true);
        }
        8 if n.is_multiple_of(2) => {
            then(life, told + Days::new(span / 3), Act::Direct("suspend"));
            then(life, told + Days::new(span / 3 + 20), Act::Direct("resume"));
            end(life, due + Days::new(15), true);
        }
        8 => then(life, told + Days::new(span / 2), Act::Direct("close")),
        // Urged near its day, and then in time.
        9 | 10 => {
            then(life, due - Days::new(3), Act::Urge);
            end(life, due, true);
        }
        _ => end(life, due - early, true),
    }
}

/// Does it.
pub fn act(life: &mut Life, item: &str, act: Act) -> Result<(), Refusal> {
    match act {
        Act::Enter(wording, n) => enter(life, wording, n),
        Act::Compile(kind) => compile(life, kind),
        act => step(life, item, act),
    }
}

fn enter(life: &mut Life, at: usize, n: usize) -> Result<(), Refusal> {
    let wording = life.items[at].clone();
    let today = life.walk.today();
    let unit = some_unit(life, if n.is_multiple_of(4) { "park" } else { "county" });
    let year = today.format("%Y").to_string();
    let said = |text: &str| super::paperwork::worded(text, Some(&unit), today, n).replace("{year}", &year);
    let lead = life.register.unit(&said(&wording.lead))?.to_owned();
    let mut helpers: Vec<String> = Vec::new();
    for helper in &wording.helpers {
        let helper = life.register.unit(&said(helper))?.to_owned();
        if helper != lead && !helpers.contains(&helper) {
            helpers.push(helper);
        }
    }
    let due = life.days.from(today + Days::new(wording.days));
    let urgency = if n % 11 == 3 {
        "most"
    } else if n % 4 == 1 {
        "more"
    } else {
        "plain"
    };
    let facts = json!({
        "source": wording.source, "source_name": said(&wording.from), "ground": said(&wording.ground),
        "text": said(&wording.text), "lead": lead, "helpers": helpers, "due_on": due, "urgency": urgency,
        "rhythm": wording.rhythm, "supervisor": life.contact.name, "supervisor_phone": life.contact.office_phone,
        "previous": life.demanded.take_if(|_| wording.source == "instruction"),
    });
    let card: Value = life.walk.ask("followup_register", json!({"facts": facts}))?;
    let item = id(&card["item"])?;
    life.wordings.insert(item.clone(), at);
    if n % 29 == 12 {
        let request = taking(&card, "withdraw", json!({"words": "与已立项的事项重复，按原编号办理。"}));
        return by_director(life, "followup_take_step", request).map(drop);
    }
    if n.is_multiple_of(6) {
        life.demanded = Some(item.clone());
    }
    expect(life, &item, due, n, wording.progress.len());
    Ok(())
}

fn taking(card: &Value, step: &str, mut more: Value) -> Value {
    more["item"] = card["item"]["id"].clone();
    more["version"] = card["item"]["version"].clone();
    more["step"] = step.into();
    more
}

/// Whether the front desk offers a step.
fn offered(card: &Value, step: &str) -> bool {
    let all = card["allowed"].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().any(|one| one["step"] == step && one["why_not"].is_null())
}

fn step(life: &mut Life, item: &str, act: Act) -> Result<(), Refusal> {
    let card: Value = life.walk.ask("followup_open", json!({"item": item}))?;
    if let Act::Direct(step) = act {
        let stage = card["item"]["stage"].as_str().unwrap_or_default();
        let fits = if step == "resume" { "suspended" } else { "open" };
        if stage == fits && card["item"]["reply"] == "" {
            let reason = match step {
                "suspend" => "等待省里方案出台后再行实施。",
                "close" => "机构和任务已作调整，不再单独办理。",
                _ => "方案已经下达，恢复办理。",
            };
            by_director(life, "followup_take_step", taking(&card, step, json!({"words": reason})))?;
        }
        return Ok(());
    }
    let name = match &act {
        Act::Tell => "notify",
        Act::Sign => return sign(life, card),
        Act::Report(_) => "report",
        Act::Part => return part(life, card),
        Act::Ask(_) => "ask_extension",
        Act::Decide(_) => "extend",
        Act::Urge => "urge",
        Act::Higher => "escalate",
        Act::Reply => "reply",
        Act::Judge(good) => {
            if *good {
                "accept"
            } else {
                "return"
            }
        }
        Act::Enter(..) | Act::Direct(_) | Act::Compile(_) => return Ok(()),
    };
    if !offered(&card, name) {
        return Ok(());
    }
    let more = told(life, &card, &act)?;
    life.walk.tell("followup_take_step", taking(&card, name, more))
}

/// What a step says.
fn told(life: &mut Life, card: &Value, act: &Act) -> Result<Value, Refusal> {
    let item = &card["item"];
    let word = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
    let lead = item["lead"]["short"].as_str().unwrap_or_default().to_owned();
    let due: NaiveDate = word("due_on").parse().unwrap_or(TODAY);
    let wording = life.wordings.get(&word("id")).map(|at| life.items[*at].clone());
    Ok(match act {
        Act::Tell => json!({"way": if life.draw.once_in(3) { "专人送达" } else { "机要交换" }}),
        Act::Report(at) => {
            let said = wording.and_then(|wording| wording.progress.get(*at).cloned());
            json!({"words": said.unwrap_or_else(|| "正在按计划推进，已完成前期调查。".into())})
        }
        Act::Ask(days) => json!({
            "words": "需要征求的单位较多，意见尚未收齐，按原期限难以保证质量。", "progress": "主体工作已完成七成。",
            "measures": "倒排工期，每周调度。", "due_on": due + Days::new(*days),
            "scan": scan::page(&life.fonts, "督办事项延期申请", &[word("text")], &lead, life.walk.now())?,
        }),
        Act::Decide(yes) => {
            let words =
                if *yes { "同意，不再延期。" } else { "时间紧，须按原期限办结。" };
            let who = if life.draw.once_in(2) { "deputy" } else { "executive_deputy" };
            json!({"granted": yes, "words": words, "person": holder(life, who, 0)?, "basis": "延期审批件存督办卷"})
        }
        Act::Urge => {
            let way = if life.draw.once_in(2) { "电话" } else { "书面" };
            let words = if way == "电话" {
                "承办人答复：正在汇总材料，争取本周内报送。"
            } else {
                ""
            };
            json!({"way": way, "words": words})
        }
        Act::Higher => json!({"words": "已将逾期情况和催办经过书面报告，请示下一步措施。"}),
        Act::Reply => {
            let n = life.draw.below(4);
            let words = match wording {
                Some(wording) => wording.result,
                None => wording::answer(&word("text"), n),
            };
            let title = format!("关于报送督办事项办理结果的函（{lead}）");
            let page = scan::page(&life.fonts, &title, std::slice::from_ref(&words), &lead, life.walk.now())?;
            let number =
                format!("示例函〔{}〕{}号", life.walk.today().format("%Y"), 10 + life.draw.below(80));
            json!({"words": words, "number": number, "scan": page})
        }
        Act::Judge(false) => {
            json!({"words": "只报送了工作安排，没有说明办理结果，请补充完成情况和佐证材料后再报。"})
        }
        _ => json!({}),
    })
}

/// The lead unit signs, of helping units all but now and then one.
fn sign(life: &mut Life, mut card: Value) -> Result<(), Refusal> {
    let notices = card["notices"].as_array().cloned().unwrap_or_default();
    for (at, notice) in notices.iter().enumerate() {
        let forgotten = at > 0 && life.draw.once_in(6);
        if forgotten || !notice["received_on"].is_null() || !offered(&card, "receive") {
            continue;
        }
        let name = format!("{}收发室", notice["short"].as_str().unwrap_or_default());
        let more = json!({"unit": notice["unit"], "name": name});
        card = life.walk.ask("followup_take_step", taking(&card, "receive", more))?;
    }
    Ok(())
}

fn part(life: &Life, card: Value) -> Result<(), Refusal> {
    let helper = card["item"]["helpers"][0]["unit"].clone();
    if helper.is_null() || !offered(&card, "part") {
        return Ok(());
    }
    let more = json!({"unit": helper, "words": "已提供有关数据和资料，派员参加联合检查。"});
    life.walk.tell("followup_take_step", taking(&card, "part", more))
}

/// The last three months go into a document, which passes on as all others do.
fn compile(life: &mut Life, kind: &str) -> Result<(), Refusal> {
    let today = life.walk.today();
    let filter = json!({"from": today - chrono::Months::new(3), "to": today});
    let report = kind == "report";
    let sent_to = if report { "示例市质量强市创建工作领导小组" } else { "各成员单位" };
    let request = json!({
        "compile": {"kind": kind, "filter": filter}, "issuer": "office", "sent_to": [sent_to], "section": "综合科",
        "drafter": life.contact.name, "phone": life.contact.office_phone, "copies": if report { 5 } else { 60 },
    });
    let card: Value = life.walk.ask("outgoing_compile", request)?;
    issuing::begun(life, &card)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_cover_every_source_that_is_entered_by_hand_and_name_units_that_are_there() {
        let all = read_all().unwrap();
        for source in ["group", "instruction", "superior", "public", "plan"] {
            assert!(all.iter().any(|one| one.source == source), "{source}");
        }
        let units = super::super::content::units().unwrap();
        for name in all.iter().flat_map(|one| one.helpers.iter().chain([&one.lead])) {
            assert!(name == "{unit}" || units.iter().any(|unit| unit.short == *name), "{name}");
        }
    }
}
