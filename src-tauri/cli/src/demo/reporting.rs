//! The year's monthly information (第二十一条 to 第二十三条): 46 units write every month, most on time, some late, some not
//! at all; the office edits, signs, prints and distributes a bulletin, and once an extra issue.
use chrono::{Datelike, Days, Months, NaiveDate};
use office::Refusal;
use office::kernel::role::Role;
use serde::Deserialize;
use serde_json::{Value, json};

use super::content::{Unit, read};
use super::life::{Deed, Life};
use super::{TODAY, accounts};

/// What happens on a day; months counted from the first of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The month opens.
    Open,
    /// What came between two days of the month is entered (days may lie in the next month).
    Collect { first: NaiveDate, from: u32, to: u32 },
    /// Whoever still owes is phoned.
    Chase(NaiveDate),
    /// One report goes back and comes again.
    Return(NaiveDate),
    /// The month's issue is edited, signed, printed, distributed.
    Bulletin(NaiveDate),
    /// An extra issue.
    Extra(NaiveDate),
    /// The issue of the month that runs is begun.
    Begin(NaiveDate),
}

#[derive(Debug, Clone, Deserialize)]
struct Told {
    title: String,
    text: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Events {
    product: Vec<String>,
    engineering: Vec<String>,
    environment: Vec<String>,
    service: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Texts {
    progress: Vec<String>,
    plan: Vec<String>,
    suggestion: Vec<String>,
    innovation: Vec<Told>,
    event: Events,
}

/// Wording and chance of the reports.
pub struct News {
    texts: Texts,
    seed: u64,
}

impl News {
    /// By this seed.
    pub fn by(seed: u64) -> Result<News, Refusal> {
        Ok(News { texts: read("reports.toml", include_str!("../../../../assets/demo/reports.toml"))?, seed })
    }
    /// A number below `n`, the same for the same unit, month and purpose.
    fn below(&self, at: (NaiveDate, usize), purpose: u64, n: usize) -> usize {
        let day = at.0.num_days_from_ce().unsigned_abs();
        let mut x = self.seed ^ (u64::from(day) << 32) ^ ((at.1 as u64) << 8) ^ purpose;
        // splitmix64, so that neighbours have nothing in common.
        for _ in 0..2 {
            x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
            x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            x ^= x >> 31;
        }
        (x % n.max(1) as u64) as usize
    }
}

/// When a unit's month arrives: day of paper and of the file, counted from the first of the month; none for never.
fn arrival(news: &News, at: (NaiveDate, usize)) -> (Option<u32>, Option<u32>) {
    let careless = at.1 % 7 == 3;
    let chance = news.below(at, 1, 100) + if careless { 16 } else { 0 };
    let early = 17 + news.below(at, 2, 9) as u32;
    match chance {
        0..=79 => (Some(early), Some(early)),
        80..=91 => (Some(early), Some(26 + news.below(at, 3, 3) as u32)),
        92..=99 => (Some(26 + news.below(at, 4, 3) as u32), Some(28)),
        100..=107 => (Some(early), None),
        _ => (None, None),
    }
}

/// Writes the days of a month into the diary.
pub fn plan(life: &mut Life, first: NaiveDate, n: u32) {
    let month = first + Months::new(n);
    let on = |day: u64| month + Days::new(day - 1);
    life.then(month, Deed::Report(Act::Open));
    for (from, to) in [(1, 19), (20, 22), (23, 25), (26, 28)] {
        life.then(on(u64::from(to) + 1), Deed::Report(Act::Collect { first: month, from, to }));
    }
    life.then(on(21), Deed::Report(Act::Return(month)));
    life.then(on(26), Deed::Report(Act::Chase(month)));
    life.then(month + Months::new(1), Deed::Report(Act::Bulletin(month)));
    if n == 6 {
        life.then(on(27), Deed::Report(Act::Extra(month)));
    }
    if month + Months::new(1) > TODAY {
        life.then(life.days.before(TODAY, 1), Deed::Report(Act::Begin(month)));
    }
}

/// Does what the diary says.
pub fn act(life: &Life, act: Act) -> Result<(), Refusal> {
    match act {
        Act::Open => life.walk.tell("reports_round_open", json!({})),
        Act::Collect { first, from, to } => collect(life, first, from, to),
        Act::Chase(first) => chase(life, first),
        Act::Return(first) => send_back(life, first),
        Act::Bulletin(first) => issue(life, first, "monthly", 12),
        Act::Extra(first) => issue(life, first, "extra", 3),
        Act::Begin(first) => edit(life, first, "monthly", 4).map(drop),
    }
}

fn key(first: NaiveDate) -> String {
    first.format("%Y-%m").to_string()
}

/// The reporting units in the order of the register, with their place.
fn units(life: &Life) -> impl Iterator<Item = (usize, &Unit)> {
    life.units.iter().filter(|unit| unit.reports()).enumerate()
}

fn rows(life: &Life, first: NaiveDate) -> Result<Vec<Value>, Refusal> {
    let mut page: Value =
        life.walk.ask("reports_month", json!({"month": key(first), "slice": {"offset": 0, "limit": 500}}))?;
    match page["list"]["rows"].take() {
        Value::Array(rows) => Ok(rows),
        _ => Ok(Vec::new()),
    }
}

fn of<'a>(rows: &'a [Value], unit: &Unit) -> Option<&'a Value> {
    rows.iter().find(|row| row["unit_short"] == unit.short.as_str())
}

fn collect(life: &Life, first: NaiveDate, from: u32, to: u32) -> Result<(), Refusal> {
    let now = rows(life, first)?;
    let mut entries = Vec::new();
    let mut written = Vec::new();
    for (at, unit) in units(life) {
        let (paper, file) = arrival(&life.news, (first, at));
        let came = |day: Option<u32>| day.is_some_and(|day| (from..=to).contains(&day));
        let Some(row) = of(&now, unit).filter(|_| came(paper) || came(file)) else { continue };
        let day =
            [paper, file].into_iter().flatten().filter(|day| (from..=to).contains(day)).max().unwrap_or(to);
        let time = format!("{day} {:02}:{:02}", 9 + at % 8, (at * 7) % 60);
        entries.push(json!({"unit": row["unit"], "version": row["version"], "paper": came(paper), "file": came(file),
            "reviewed": came(paper), "reviewer": "", "at": time, "by_whom": "", "paper_way": "", "file_way": ""}));
        if came(file) {
            written.push((at, unit));
        }
    }
    if entries.is_empty() {
        return Ok(());
    }
    life.walk.tell("reports_arrivals_record", json!({"month": key(first), "entries": entries}))?;
    let now = rows(life, first)?;
    for (at, unit) in written {
        if let Some(row) = of(&now, unit) {
            write(life, first, at, unit, row)?;
        }
    }
    Ok(())
}

/// Types a unit's report in; it is accepted where nothing is missing.
fn write(life: &Life, first: NaiveDate, at: usize, unit: &Unit, row: &Value) -> Result<(), Refusal> {
    let request = json!({"report": row["id"], "version": row["version"], "pieces": pieces(life, first, at, unit),
        "officer": "", "phone": ""});
    let card: Value = life.walk.ask("report_contents_save", request)?;
    if card["allowed"][0]["why_not"].is_null() {
        let step = json!({"report": row["id"], "version": card["report"]["version"], "step": "accept"});
        life.walk.tell("report_take_step", step)?;
    }
    Ok(())
}

fn pieces(life: &Life, first: NaiveDate, at: usize, unit: &Unit) -> Vec<Value> {
    let (news, here) = (&life.news, (first, at));
    let texts = &news.texts;
    let fill = |text: &str, salt: u64| {
        let number =
            |low: usize, span: usize, n: u64| (low + news.below(here, salt * 10 + n, span)).to_string();
        text.replace("{unit}", &unit.short)
            .replace("{trade}", &unit.trade)
            .replace("{month}", &first.month().to_string())
            .replace("{a}", &number(40, 160, 1))
            .replace("{b}", &number(8, 24, 2))
            .replace("{c}", &number(2, 8, 3))
    };
    let start = news.below(here, 20, texts.progress.len());
    let count = 5 + news.below(here, 21, 3);
    let progress: Vec<String> = (0..count)
        .map(|i| fill(&texts.progress[(start + i * 5) % texts.progress.len()], 30 + i as u64))
        .collect();
    let pick = |all: &[String], salt: u64| fill(&all[news.below(here, salt, all.len())], salt + 1);
    let mut pieces = vec![
        json!({"part": "progress", "text": progress.join("\n")}),
        json!({"part": "plan", "text": pick(&texts.plan, 40)}),
    ];
    if news.below(here, 50, 3) > 0 {
        let told = &texts.innovation[news.below(here, 51, texts.innovation.len())];
        pieces.push(
            json!({"part": "innovation", "title": fill(&told.title, 52), "text": fill(&told.text, 53)}),
        );
    }
    let events = [
        ("product", &texts.event.product),
        ("engineering", &texts.event.engineering),
        ("environment", &texts.event.environment),
        ("service", &texts.event.service),
    ];
    for (n, (quality, all)) in events.into_iter().enumerate() {
        if news.below(here, 60 + n as u64, 2) == 0 {
            pieces.push(json!({"part": "event", "quality": quality, "text": pick(all, 70 + n as u64 * 3)}));
        }
    }
    if news.below(here, 90, 2) == 0 {
        pieces.push(json!({"part": "suggestion", "text": pick(&texts.suggestion, 91)}));
    }
    pieces
}

fn chase(life: &Life, first: NaiveDate) -> Result<(), Refusal> {
    let lines: Vec<Value> = life.walk.ask("reports_reminders", json!({"month": key(first)}))?;
    for line in lines {
        let person = line["contacts"][0]["name"].as_str().unwrap_or_default();
        let request = json!({"report": line["report"]["id"], "version": line["report"]["version"], "way": "电话", "person": person});
        life.walk.tell("report_remind", request)?;
    }
    Ok(())
}

/// The first accepted report goes back for its figures and comes again the same day.
fn send_back(life: &Life, first: NaiveDate) -> Result<(), Refusal> {
    let now = rows(life, first)?;
    let Some((at, unit, row)) = units(life)
        .filter_map(|(at, unit)| of(&now, unit).map(|row| (at, unit, row)))
        .find(|(_, _, row)| row["stage"] == "accepted")
    else {
        return Ok(());
    };
    let back = json!({"report": row["id"], "version": row["version"], "step": "return", "reason": "检查家数与附表不一致，请核对后重报。"});
    let card: Value = life.walk.ask("report_take_step", back)?;
    let entry =
        json!({"unit": row["unit"], "version": card["report"]["version"], "paper": true, "file": true});
    life.walk.tell("reports_arrivals_record", json!({"month": key(first), "entries": [entry]}))?;
    let now = rows(life, first)?;
    let Some(row) = of(&now, unit) else { return Ok(()) };
    let mut corrected = pieces(life, first, at, unit);
    if let Some(Value::String(text)) = corrected.first_mut().and_then(|piece| piece.get_mut("text")) {
        text.push_str("\n以上数据已与附表核对一致。");
    }
    let request = json!({"report": row["id"], "version": row["version"], "pieces": corrected, "officer": "", "phone": ""});
    let card: Value = life.walk.ask("report_contents_save", request)?;
    life.walk.tell(
        "report_take_step",
        json!({"report": row["id"], "version": card["report"]["version"], "step": "accept"}),
    )
}

/// An issue with so many items, edited and not yet sent to the director.
fn edit(life: &Life, first: NaiveDate, kind: &str, items: usize) -> Result<Value, Refusal> {
    let material: Vec<Value> =
        life.walk.ask("bulletin_material", json!({"month": key(first), "unused": true}))?;
    let mut card: Value = life.walk.ask("bulletin_start", json!({"month": key(first), "kind": kind}))?;
    let columns = card["columns"].as_array().map_or(0, Vec::len);
    let parts = ["progress", "innovation", "event", "suggestion"];
    for n in 0..items {
        let part = parts[n % parts.len()];
        let fits: Vec<&Value> = material.iter().filter(|piece| piece["part"] == part).collect();
        if fits.is_empty() {
            continue;
        }
        // Another unit every time, two together where things are short.
        let at = (life.news.below((first, n), 200, fits.len()) + n * 11) % fits.len();
        let mut sources = vec![fits[at]["id"].clone()];
        if part == "suggestion" && fits.len() > 1 {
            sources.push(fits[(at + 1) % fits.len()]["id"].clone());
        }
        let column = &card["columns"][(n % parts.len()).min(columns.saturating_sub(1))]["id"];
        let request = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "column": column, "sources": sources});
        // What chance picked twice is left out, as an editor would.
        card = life.walk.ask("bulletin_item_add", request).unwrap_or(card);
    }
    shorten(life, card)
}

/// The first item loses its last paragraph and gains a foreword.
fn shorten(life: &Life, card: Value) -> Result<Value, Refusal> {
    let item = &card["columns"][0]["items"][0];
    let Some(body) = item["body"].as_str() else { return Ok(card) };
    let mut lines: Vec<&str> = body.lines().collect();
    if lines.len() > 2 {
        lines.pop();
    }
    let request = json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "item": item["id"],
        "title": item["title"], "foreword": "这份材料思路清楚、措施具体，现予刊发，供各单位参考。",
        "body": lines.join("\n"), "signature": item["signature"]});
    life.walk.ask("bulletin_item_save", request)
}

fn issue(life: &Life, first: NaiveDate, kind: &str, items: usize) -> Result<(), Refusal> {
    let card = edit(life, first, kind, items)?;
    let step = |card: &Value, step: &str| {
        let request =
            json!({"bulletin": card["bulletin"]["id"], "version": card["bulletin"]["version"], "step": step});
        life.walk.ask::<Value>("bulletin_take_step", request)
    };
    let card = step(&card, "submit")?;
    life.walk.by(&accounts::login(Role::Director));
    let signed = step(&card, "sign");
    life.walk.by(&accounts::login(Role::Clerk));
    let card = step(&signed?, "issue")?;
    let id = &card["bulletin"]["id"];
    life.walk.tell("bulletin_copy_send", json!({"bulletin": id, "way": "机要交换"}))?;
    life.walk.tell("bulletin_copy_receive", json!({"bulletin": id, "by": "各单位收发室"}))
}
