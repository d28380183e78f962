//! Personnel changes of the year (第五条): units file who left and who came, most in time, some late.
use chrono::{Days, NaiveDate};
use office::Refusal;
use serde_json::{Value, json};

use super::life::Life;
use super::people::worded;
use super::register;
use super::scan;

const REASONS: [&str; 4] = ["工作调动", "岗位轮换", "退休", "调离本单位"];

/// When a change happened and when it was filed: every third one late.
pub fn days(life: &Life, month: NaiveDate, n: u32) -> (NaiveDate, NaiveDate) {
    let changed = life.days.from(month + Days::new(4 + life.draw.below(6) as u64));
    let filed = life.days.after(changed, if n % 3 == 2 { 9 } else { 3 });
    (changed, filed)
}

/// A unit files a change.
pub fn file(life: &mut Life, changed_on: NaiveDate, n: u32) -> Result<(), Refusal> {
    let unit = pick_unit(life);
    let id = life.register.unit(&unit.short)?.to_owned();
    let card: Value = life.walk.ask("registry_unit_card", json!({"unit": id}))?;
    let wanted =
        if n % 4 == 3 { "leader_in_charge" } else { ["section_head", "information_officer"][n as usize % 2] };
    let lines = card["people"].as_array().cloned().unwrap_or_default();
    let Some(leaving) = lines.iter().find(|line| line["post"] == wanted) else { return Ok(()) };
    let newcomer = life.draw.person(&unit, wanted);
    let person = register::person(&life.walk, &newcomer)?;
    let reason = REASONS[life.draw.below(REASONS.len())];
    // Whoever held two posts hands over both.
    let held = lines.iter().filter(|line| line["person"] == leaving["person"]);
    let changes: Vec<Value> = held
        .map(|line| {
            json!({
                "kind": line["post"],
                "ends": {"post": line["post_id"], "version": line["post_version"], "reason": reason},
                "begins": {"person": person, "title": worded(life.draw.titles(), wanted, &unit)},
            })
        })
        .collect();
    let words = format!(
        "{}同志因{reason}不再承担创建工作，由{}同志接替。",
        leaving["name"].as_str().unwrap_or("原"),
        newcomer.name
    );
    let title = format!("关于调整创建工作联络人员的函（{}）", unit.short);
    let scan = scan::page(&life.fonts, &title, std::slice::from_ref(&words), &unit.name, life.walk.now())?;
    let filing = json!({
        "unit": id, "changed_on": changed_on, "filed_on": life.walk.today(), "changes": changes, "note": words,
        "scans": [scan],
    });
    life.walk.tell("registry_filing_add", filing)
}

/// A unit files that somebody left; who follows is still to be named, so that the post stands vacant.
pub fn file_vacancy(life: &Life, short: &str, post: &str) -> Result<(), Refusal> {
    let unit = life.register.unit(short)?;
    let card: Value = life.walk.ask("registry_unit_card", json!({"unit": unit}))?;
    let lines = card["people"].as_array().cloned().unwrap_or_default();
    let Some(leaving) = lines.iter().find(|line| line["post"] == post) else { return Ok(()) };
    let ends = json!({"post": leaving["post_id"], "version": leaving["post_version"], "reason": "工作调动"});
    let filing = json!({
        "unit": unit, "changed_on": life.days.before(life.walk.today(), 3), "filed_on": life.walk.today(),
        "changes": [{"kind": post, "ends": ends}], "note": "原任人员调离，接任人选确定后另行报备。",
    });
    life.walk.tell("registry_filing_add", filing)
}

fn pick_unit(life: &Life) -> super::content::Unit {
    let reporting: Vec<_> = life.units.iter().filter(|unit| unit.reports()).collect();
    reporting[life.draw.below(reporting.len())].clone()
}
