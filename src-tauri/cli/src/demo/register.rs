//! The register of the fictional city: units, people and posts entered at the front desk one after another.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use office::Refusal;
use serde_json::{Value, json};

use super::content::Unit;
use super::people::Somebody;
use super::walk::Walk;

/// Ids by the names that the data files use.
#[derive(Debug, Default)]
pub struct Register {
    /// Units by short name.
    pub units: BTreeMap<String, String>,
}

impl Register {
    /// The id of a unit.
    pub fn unit(&self, short: &str) -> Result<&str, Refusal> {
        let found = self.units.get(short).map(String::as_str);
        found.ok_or_else(|| Refusal::damaged(format!("示例数据里没有单位“{short}”。")))
    }
}

/// Enters units and people; everybody's posts begin on `since`.
pub fn enter(
    walk: &Walk,
    units: &[Unit],
    people: &[Somebody],
    since: NaiveDate,
) -> Result<Register, Refusal> {
    let mut register = Register::default();
    for unit in units {
        let request = json!({
            "name": unit.name, "short": unit.short, "kind": unit.kind, "order": unit.order, "trade": unit.trade,
            "address": "示例市", "joined_on": since,
        });
        register.units.insert(unit.short.clone(), id(&walk.ask("registry_unit_add", request)?)?);
    }
    for somebody in people {
        let person = person(walk, somebody)?;
        for post in &somebody.posts {
            walk.tell("registry_post_begin", post_of(&register, somebody, post, &person, since)?)?;
        }
    }
    Ok(register)
}

/// Enters one person; answers the id.
pub fn person(walk: &Walk, somebody: &Somebody) -> Result<String, Refusal> {
    let saved: Value = walk.ask("registry_person_add", facts(somebody))?;
    id(&saved["person"])
}

/// A person's particulars as the register wants them.
pub fn facts(somebody: &Somebody) -> Value {
    json!({
        "name": somebody.name, "gender": somebody.gender, "mobile": somebody.mobile,
        "office_phone": somebody.office_phone, "title": somebody.title, "note": "示例人员",
    })
}

fn post_of(
    register: &Register,
    somebody: &Somebody,
    post: &str,
    person: &str,
    since: NaiveDate,
) -> Result<Value, Refusal> {
    let unit = register.unit(&somebody.unit)?;
    Ok(json!({"person": person, "kind": post, "unit": unit, "title": somebody.title, "from": since}))
}

/// The id in an answer.
pub fn id(answer: &Value) -> Result<String, Refusal> {
    let found = answer["id"].as_str().map(str::to_owned);
    found.ok_or_else(|| Refusal::broken(format!("答复里没有记录编号：{answer}")))
}
