//! A year's plan: written, imported, issued, reported on, adjusted, copied into the next year.
#![allow(clippy::unwrap_used)] // helpers of tests; a failed one fails its test
use base64::Engine;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use zhiqiang_tests::scan;

use crate::meeting_world::{World, merged, written};

struct Plan {
    world: World,
    county: Value,
    card: Value,
}

impl Plan {
    fn new() -> Plan {
        let world = World::new();
        let county = world.day.done(
            "registry_unit_add",
            json!({"name": "示例县人民政府", "short": "示例县", "kind": "county", "joined_on": "2016-01-01"}),
        );
        let card = world.day.done("task_plan_add", json!({"year": 2016, "goal": "通过国家验收"}));
        Plan { world, county, card }
    }
    fn id(&self) -> Value {
        self.card["plan"]["id"].clone()
    }
    /// The plan as it is now.
    fn now(&self) -> Value {
        self.world.day.done("task_plan_open", json!({"plan": self.id()}))
    }
    fn words(&self, title: &str) -> Value {
        json!({"aspect": "产品质量", "title": title, "due_on": "2016-12-20",
            "goals": [{"goal": "建成", "due_on": "2016-12-20"}, {"goal": "完成方案", "due_on": "2016-11-15"}],
            "leads": [self.world.bureau["id"]], "partners": [self.world.planning["id"]], "doers": [self.county["id"]]})
    }
    fn saving(&self, words: Value) -> Value {
        json!({"plan": self.id(), "version": self.now()["plan"]["version"], "words": words})
    }
    fn save(&self, title: &str) -> Value {
        self.world.day.done("task_save", self.saving(self.words(title)))
    }
    fn issue(&self) -> Value {
        let version = self.now()["plan"]["version"].clone();
        let request = json!({"plan": self.id(), "version": version, "on": "2016-11-01", "letter": "示质强创办〔2016〕3号", "scan": scan("印发件")});
        self.world.day.done("task_plan_issue", request)
    }
    fn report(&self, task: &Value, stage: usize, on: &str, percent: u32) -> Value {
        json!({"task": task["item"]["id"], "stage": task["item"]["stages"][stage]["id"], "on": on, "percent": percent, "words": "按计划推进"})
    }
}

#[test]
fn a_unit_has_one_role_in_an_item_and_stages_stand_by_their_days() {
    let plan = Plan::new();
    let twice =
        merged(plan.words("建设检测平台"), json!({"doers": [plan.county["id"], plan.world.bureau["id"]]}));
    let no = plan.world.day.refused("task_save", plan.saving(twice));
    assert!(no.message.contains("市质监局既是牵头责任单位又是落实单位"), "{no}");
    assert_eq!(no.article.as_deref(), Some("第二条"));
    let late = merged(plan.words("建设检测平台"), json!({"due_on": "2016-12-01"}));
    assert!(plan.world.day.refused("task_save", plan.saving(late)).message.contains("晚于完成时限"));
    let task = plan.save("建设检测平台");
    let goals: Vec<&str> =
        task["item"]["stages"].as_array().unwrap().iter().map(|s| s["goal"].as_str().unwrap()).collect();
    assert_eq!(goals, ["完成方案", "建成"]);
    plan.world.day.at("2016-11-20 09:00");
    let written = plan.world.day.done("task_open", json!({"task": task["item"]["id"]}));
    assert_eq!(written["item"]["state"], "not_started", "a plan that is written owes nothing yet");
    let units =
        plan.world.day.done("task_units", json!({"plan": plan.id(), "order": {"by": "leads", "desc": true}}));
    assert_eq!(
        (units["rows"][0]["short"].as_str(), units["rows"][0]["leads"].as_u64()),
        (Some("市质监局"), Some(1))
    );
    let county = units["rows"].as_array().unwrap().iter().find(|u| u["short"] == "示例县").unwrap().clone();
    assert_eq!(
        (county["kind_label"].as_str(), county["doers"].as_u64()),
        (Some("县市区"), Some(1)),
        "districts stand beside members"
    );
    let stale = json!({"plan": plan.id(), "version": 1, "words": plan.words("另一项")});
    assert_eq!(plan.world.day.refused("task_save", stale).kind, office::RefusalKind::Stale);
}

#[test]
fn progress_is_reported_by_units_of_the_item_and_the_state_is_computed() {
    let plan = Plan::new();
    let task = plan.save("建设检测平台");
    let day = &plan.world.day;
    let no = day.refused("task_report", plan.report(&task, 0, "2016-11-01", 10));
    assert!(no.message.contains("还没有印发"), "{no}");
    plan.issue();
    let stranger =
        merged(plan.report(&task, 0, "2016-11-01", 10), json!({"unit": plan.world.industry["id"]}));
    assert!(day.refused("task_report", stranger).message.contains("不承担"));
    let early = day.refused("task_report", plan.report(&task, 0, "2016-10-31", 10));
    assert!(early.message.contains("早于计划印发"), "{early}");
    assert!(day.refused("task_report", plan.report(&task, 0, "2016-11-01", 101)).message.contains("100%"));
    let task = day.done("task_report", plan.report(&task, 0, "2016-11-01", 40));
    assert_eq!(
        (task["item"]["state"].as_str(), task["item"]["percent"].as_u64()),
        (Some("under_way"), Some(20))
    );
    day.at("2016-11-16 09:00");
    let overdue = day.done("task_open", json!({"task": task["item"]["id"]}));
    assert_eq!(
        (overdue["item"]["stages"][0]["state"].as_str(), overdue["item"]["days_left"].as_i64()),
        (Some("overdue"), Some(-1))
    );
    let due = day.done("workbench_today", json!({}));
    let line = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["to"].as_str().unwrap().starts_with("/tasks/"))
        .unwrap()
        .clone();
    assert_eq!((line["unit"].as_str(), line["article"].as_str()), (Some("市质监局"), Some("第二条")));
    assert_eq!(day.done("workbench_counts", json!({}))["tasks"], 1);
    let late = day.done("task_report", plan.report(&task, 0, "2016-11-16", 100));
    assert_eq!(late["item"]["stages"][0]["state"], "late");
    let done = day.done("task_report", plan.report(&late, 1, "2016-11-16", 100));
    assert_eq!(
        (done["item"]["state_label"].as_str(), done["item"]["percent"].as_u64()),
        (Some("逾期完成"), Some(100))
    );
    assert_eq!(done["progress"].as_array().unwrap().len(), 3, "every report stays");
    let none = day.done("task_list", json!({"plan": plan.id(), "state": "overdue"}));
    assert_eq!(none["total"], 0);
}

#[test]
fn a_plan_that_went_out_changes_only_by_adjustment_and_the_old_edition_can_be_printed() {
    let plan = Plan::new();
    let day = &plan.world.day;
    let task = plan.save("建设检测平台");
    plan.save("编制标准体系");
    plan.issue();
    let no = day.refused("task_save", plan.saving(plan.words("第三项")));
    assert!(no.message.contains("已经印发") && no.hint.as_deref().unwrap().contains("调整"), "{no}");
    let again = json!({"plan": plan.id(), "version": plan.now()["plan"]["version"], "on": "2016-11-01"});
    assert!(day.refused("task_plan_issue", again).message.contains("已经印发"));
    let task = day.done("task_report", plan.report(&task, 0, "2016-11-01", 30));
    let words = merged(
        plan.words("建设检测平台（二期）"),
        json!({"goals": [{"id": task["item"]["stages"][1]["id"], "goal": "建成一期", "due_on": "2016-12-20"}]}),
    );
    let adjusting = |reason: &str, changes: Value| json!({"plan": plan.id(), "version": plan.now()["plan"]["version"], "on": "2016-11-01", "reason": reason, "basis": "示质强创纪要1号", "changes": changes});
    let one = json!([{"task": task["item"]["id"], "words": words}]);
    assert!(day.refused("task_adjust", adjusting(" ", one.clone())).message.contains("原因"));
    let before = plan.now();
    let card = day.done("task_adjust", adjusting("资金调整", one));
    assert_eq!(card["plan"]["edition"], 2);
    assert_eq!(card["editions"][0]["changes"][0]["before"]["title"], "建设检测平台");
    assert_eq!(card["editions"][0]["changes"][0]["after"]["title"], "建设检测平台（二期）");
    let stale = json!({"plan": plan.id(), "version": before["plan"]["version"], "on": "2016-11-01", "reason": "再调", "changes": [{"words": plan.words("第三项")}]});
    assert_eq!(day.refused("task_adjust", stale).kind, office::RefusalKind::Stale);
    let second = day.done("task_list", json!({"plan": plan.id(), "words": "标准体系"}))["rows"][0].clone();
    let both = json!([{"task": second["id"]}, {"words": plan.words("第三项")}]);
    day.done("task_adjust", adjusting("并入其他任务", both));
    let now = day.done("task_list", json!({"plan": plan.id()}));
    assert_eq!(now["total"], 2, "one struck out, one added");
    assert_eq!(
        day.done("task_list", json!({"plan": plan.id(), "dropped": true}))["total"],
        3,
        "and still there to be seen"
    );
    let no = day
        .refused("task_adjust", adjusting("再改", json!([{"task": second["id"], "words": plan.words("x")}])));
    assert!(no.message.contains("已经在第3版中取消"), "{no}");
    let paper = |edition: Value| {
        written(&day.file("task_table_print", json!({"plan": plan.id(), "edition": edition})).bytes)
    };
    let (old, new) = (paper(json!(1)), paper(Value::Null));
    assert!(old.contains("编制标准体系") && !old.contains("（二期）"), "{old}");
    assert!(new.contains("（二期）") && new.contains("第三项") && !new.contains("编制标准体系"), "{new}");
    assert!(new.contains("第2次调整"), "{new}");
    assert!(
        day.refused("task_table_print", json!({"plan": plan.id(), "edition": 9}))
            .message
            .contains("没有第9版")
    );
    let card = day.done("task_open", json!({"task": task["item"]["id"]}));
    assert_eq!(card["replaced"][0]["goal"], "完成方案", "what was reported on stays visible");
    assert_eq!(card["editions"].as_array().unwrap().len(), 2);
}

#[test]
fn last_years_plan_is_copied_a_year_later_without_units_that_left() {
    let plan = Plan::new();
    plan.save("建设检测平台");
    let day = &plan.world.day;
    assert!(day.refused("task_plan_add", json!({"year": 2016})).message.contains("已经有了"));
    assert!(day.refused("task_plan_add", json!({"year": 2046})).message.contains("不合理"));
    day.at("2017-01-05 09:00");
    day.done(
        "registry_unit_retire",
        json!({"unit": plan.county["id"], "version": 1, "on": "2017-01-01", "reason": "并入"}),
    );
    let copied = day.done("task_plan_copy", json!({"year": 2017}));
    assert!(copied["notes"][0].as_str().unwrap().contains("示例县已退出"), "{}", copied["notes"]);
    let items = day.done("task_list", json!({"plan": copied["card"]["plan"]["id"]}));
    assert_eq!(items["rows"][0]["words"]["due_on"], "2017-12-20");
    assert_eq!(items["rows"][0]["stages"][0]["due_on"], "2017-11-15");
    assert_eq!(items["rows"][0]["words"]["doers"], json!([]));
}

const HEAD: [&str; 10] = [
    "序号",
    "方面",
    "工作任务",
    "阶段目标",
    "阶段时限",
    "牵头单位",
    "配合单位",
    "落实单位",
    "完成时限",
    "备注",
];

fn book(rows: &[[&str; 10]]) -> Value {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("任务分解").unwrap();
    for (r, row) in [HEAD].iter().chain(rows).enumerate() {
        for (c, words) in row.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            sheet.write_string(r as u32, c as u16, *words).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    json!({"name": "任务.xlsx", "data": base64::engine::general_purpose::STANDARD.encode(bytes)})
}

#[test]
fn a_good_workbook_comes_in_whole_and_the_same_again_changes_nothing() {
    let plan = Plan::new();
    let day = &plan.world.day;
    let good = book(&[
        [
            "1",
            "产品质量",
            "建设检测平台",
            "完成方案",
            "2016-11-15",
            "市质监局",
            "市发改委",
            "示例县",
            "2016-12-20",
            "",
        ],
        ["1", "", "", "建成", "2016-12-20", "", "", "", "", ""],
        [
            "2",
            "",
            "编制标准体系",
            "发布",
            "2016年12月1日",
            "示例市发展和改革委员会",
            "",
            "",
            "2016/12/1",
            "备注",
        ],
    ]);
    let seen = day.done("task_import_preview", json!({"plan": plan.id(), "upload": good}));
    assert_eq!((seen["errors"].as_u64(), seen["good"].as_u64()), (Some(0), Some(3)), "{seen}");
    let apply = |version: &Value| json!({"plan": plan.id(), "version": version, "upload": good, "digest": seen["digest"]});
    let done = day.done("task_import_apply", apply(&plan.now()["plan"]["version"]));
    assert_eq!(done["added"], 2);
    let rows = day.done("task_list", json!({"plan": plan.id()}));
    assert_eq!(rows["rows"][0]["stages"].as_array().unwrap().len(), 2);
    assert_eq!(rows["rows"][1]["lead_label"], "市发改委");
    let again = day.done("task_import_apply", apply(&plan.now()["plan"]["version"]));
    assert_eq!(again["added"], 0);
    assert_eq!(day.done("task_list", json!({"plan": plan.id()}))["total"], 2);
    let other = json!({"plan": plan.id(), "version": plan.now()["plan"]["version"], "upload": book(&[]), "digest": seen["digest"]});
    assert!(day.refused("task_import_apply", other).message.contains("不是同一份"));
}

#[test]
fn every_fault_of_a_workbook_is_told_at_its_cell_and_nothing_is_written() {
    let plan = Plan::new();
    let day = &plan.world.day;
    let bad = book(&[
        [
            "1",
            "",
            "建设检测平台",
            "完成方案",
            "2016-12-31",
            "市质监局",
            "市发改委、市质监局",
            "",
            "2016-12-20",
            "",
        ],
        ["2", "", "", "发布", "2016-12-01", "市统计局", "", "", "", ""],
        ["3", "", "任务三", "做完", "去年", "市经信委", "", "", "2016-12-20", ""],
        ["4", "", "任务四", "做完", "2016-12-01", "市经信委", "", "", "2016-12-20", ""],
        ["4", "", "任务五", "再做", "2016-12-10", "", "", "", "", ""],
    ]);
    let seen = day.done("task_import_preview", json!({"plan": plan.id(), "upload": bad}));
    let faults: Vec<(String, String)> = seen["faults"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|fault| fault["severity"] == "error")
        .map(|fault| (fault["cell"].as_str().unwrap().into(), fault["message"].as_str().unwrap().into()))
        .collect();
    let at = |cell: &str, words: &str| {
        assert!(faults.iter().any(|(c, w)| c == cell && w.contains(words)), "{cell} {words}: {faults:?}")
    };
    at("E2", "晚于完成时限");
    at("G2", "既是牵头责任单位又是配合单位");
    at("C3", "必须填写“工作任务”");
    at("F3", "名册里没有“市统计局”");
    at("I3", "必须填写“完成时限”");
    at("E4", "不是有效的日期");
    at("C6", "序号相同");
    let apply = json!({"plan": plan.id(), "version": plan.now()["plan"]["version"], "upload": bad, "digest": seen["digest"]});
    let no = day.refused("task_import_apply", apply);
    assert!(
        no.message.contains("处错误") && no.hint.as_deref().unwrap().contains("没有写入任何内容"),
        "{no}"
    );
    assert_eq!(day.done("task_list", json!({"plan": plan.id()}))["total"], 0);
    let template = day.file("task_import_template", json!({}));
    let filled = json!({"name": "模板.xlsx", "data": base64::engine::general_purpose::STANDARD.encode(&template.bytes)});
    let empty = day.done("task_import_preview", json!({"plan": plan.id(), "upload": filled}));
    assert_eq!(
        (empty["rows_total"].as_u64(), empty["errors"].as_u64()),
        (Some(0), Some(0)),
        "the template itself holds nothing"
    );
    plan.save("建设检测平台");
    plan.issue();
    let closed = day.refused("task_import_preview", json!({"plan": plan.id(), "upload": bad}));
    assert!(closed.message.contains("已经印发"), "{closed}");
}
