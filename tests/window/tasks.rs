//! A year's plan in the real window: begun, an item written, a unit twice refused, issued, reported on, printed.
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::meeting_world::World;

/// A county beside the member units, and a plan that is being written with one item.
fn begun() -> Day {
    let world = World::over(Day::standing("2016-09-10", "2016-11-18"));
    let county =
        json!({"name": "示例县人民政府", "short": "示例县", "kind": "county", "joined_on": "2016-01-01"});
    let county = world.day.done("registry_unit_add", county);
    let card = world
        .day
        .done("task_plan_add", json!({"year": 2016, "goal": "通过国家验收，十个方面考核条目责任到位。"}));
    let words = json!({"aspect": "产品质量", "title": "建设检验检测公共服务平台", "due_on": "2016-12-20",
        "goals": [{"goal": "完成选址和建设方案", "due_on": "2016-11-10"}, {"goal": "首批实验室开工", "due_on": "2016-12-20"}],
        "leads": [world.bureau["id"]], "partners": [world.planning["id"]], "doers": [county["id"]]});
    world.day.done("task_save", json!({"plan": card["plan"]["id"], "version": 1, "words": words}));
    world.day
}

#[tokio::test]
async fn a_plan_is_written_issued_reported_on_and_adjusted() {
    let folder = tempfile::tempdir().unwrap();
    begun().hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.click("nav-tasks").await;
    window.says("建设检验检测公共服务平台").await;
    window.picture("tasks-draft").await;
    window.click_until("task-new", "task-title").await;
    window.fill("task-title", "推行首席质量官制度").await;
    window.fill("task-due", "2016-12-10").await;
    window.fill("goal-0", "规模以上企业覆盖率达到八成").await;
    window.fill("goal-due-0", "2016-12-10").await;
    window.picture("task-new").await;
    window.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    window.go("/tasks").await;
    window.click_until("task-import", "import-template").await;
    window.picture("tasks-import").await;
    window.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    window.gone("import-template").await;

    window.click_until("plan-issue", "plan-letter").await;
    window.fill("plan-on", "2016-11-01").await;
    window.fill("plan-letter", "示质强创办〔2016〕3号").await;
    window.picture("tasks-issue").await;
    window.click("plan-save").await;
    window.gone("plan-save").await;
    window.says("已印发").await;
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.see("task").await;
    window.says("逾期 8 天").await;
    window.picture("task-overdue").await;
    window.click_until("report-0", "report-words").await;
    window.fill("report-percent", "100").await;
    window.fill("report-words", "选址和建设方案已经市政府同意。").await;
    window.picture("task-report").await;
    window.click("report-save").await;
    window.gone("report-save").await;
    window.says("逾期完成").await;
    window.click_until("task-adjust", "task-reason").await;
    // 市质监局 leads the item already; the list of units closes when another field is entered.
    window.choose("task-doers", "task-doers-市质监局").await;
    window.click("task-title").await;
    window.fill("task-reason", "市质监局直接落实").await;
    window.click("task-save").await;
    window.says("既是牵头责任单位又是落实单位").await;
    window.picture("task-unit-twice").await;
    window.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    window.go("/tasks").await;
    window.click("tab-units").await;
    window.says("示例县").await;
    window.picture("tasks-units").await;
    window.click("tab-editions").await;
    window.says("示质强创办〔2016〕3号").await;
    window.picture("tasks-editions").await;
    window.close().await;
}
