//! What members did and reported (第四条), one record a month, each in words of its unit's own trade.
use office::Refusal;
use serde_json::{Value, json};

use super::life::Life;

const RECORDS: [(&str, &str); 5] = [
    ("research", "到基层调研{trade}质量状况，走访企业和服务窗口12家，形成调研报告报市创建办。"),
    (
        "work_done",
        "主持召开本系统专题会议，部署联席会议交办的{trade}方面的创建任务，逐项明确责任科室和完成时间。",
    ),
    ("experience", "总结本系统{trade}质量提升的做法，在全市创建工作交流会上作发言。"),
    ("problem", "反映基层{trade}工作质量技术人员不足、检验检测手段落后的问题，请市创建办协调解决。"),
    ("suggestion", "建议把{trade}质量满意度列入年度测评，测评结果向社会公开。"),
];

/// A member unit's member is put on record.
pub fn record(life: &Life, n: u32) -> Result<(), Refusal> {
    let members: Vec<_> = life.units.iter().filter(|unit| unit.kind == "member").collect();
    let unit = members[life.draw.below(members.len())];
    let id = life.register.unit(&unit.short)?;
    let card: Value = life.walk.ask("registry_unit_card", json!({"unit": id}))?;
    let lines = card["people"].as_array().cloned().unwrap_or_default();
    let Some(member) = lines.iter().find(|line| line["post"] == "member") else { return Ok(()) };
    let (kind, text) = RECORDS[n as usize % RECORDS.len()];
    let request = json!({
        "person": member["person"], "kind": kind, "day": life.walk.today(), "text": text.replace("{trade}", &unit.trade),
    });
    life.walk.tell("registry_duty_add", request)
}
