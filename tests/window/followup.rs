//! One item's life in the real window: entered, told, put off, answered, sent back, accepted, compiled for the chair.
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::meeting_world::World;

fn a_store() -> Day {
    let world = World::over(Day::standing("2016-09-10", "2016-11-18"));
    world.day.at("2016-11-18 09:00");
    let director = world.day.done("registry_person_add", json!({"name": "王主任"}))["person"].clone();
    world.day.done(
        "registry_post_begin",
        json!({"person": director["id"], "kind": "director", "title": "创建办主任", "from": "2016-01-01",
            "unit": world.bureau["id"]}),
    );
    world.day
}

/// Takes a step that needs words and nothing else.
async fn step(window: &Window, step: &str, words: &str) {
    window.click_until(&format!("step-{step}"), "step-take").await;
    if !words.is_empty() {
        window.fill("step-words", words).await;
    }
    window.click("step-take").await;
    window.gone("step-take").await;
}

#[tokio::test]
async fn an_item_is_entered_told_put_off_answered_accepted_and_compiled() {
    let folder = tempfile::tempdir().unwrap();
    a_store().hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.click("nav-followup").await;
    window.click_until("followup-new", "register-text").await;
    window.fill("register-source-name", "省质量强省办督办函").await;
    window.fill("register-ground", "川质强办函〔2016〕8号").await;
    window.fill("register-text", "报送质量强市示范城市创建自查情况").await;
    window.fill("register-lead", "市质监局").await;
    window.find(".el-select-dropdown__item.is-hovering").await;
    window.keys(&char::from(fantoccini::key::Key::Enter).to_string()).await;
    window.fill("register-due", "2016-12-09").await;
    window.picture("followup-register").await;
    window.click("register-save").await;
    window.see("followup-item").await;
    window.says("示质强创督办〔2016〕1号").await;
    assert_eq!(window.text("followup-stage").await.trim(), "待下发");
    step(&window, "notify", "").await;
    assert_eq!(window.text("followup-stage").await.trim(), "办理中");
    window.picture("followup-open").await;
    step(&window, "report", "已布置各成员单位填报").await;

    window.click_until("step-ask_extension", "step-take").await;
    window.fill("step-words", "部分单位数据需上级核定").await;
    window.fill("step-due", "2016-12-20").await;
    window.picture("followup-extension").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.click("tab-time").await;
    window.says("待审批").await;
    window.click_until("step-extend", "step-take").await;
    window.choose("step-person", "decider-陈明").await;
    window.click("step-granted").await;
    window.fill("step-basis", "原件存督办卷").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("2016-12-20").await;
    window.picture("followup-extended").await;

    step(&window, "reply", "自查报告已报送").await;
    assert_eq!(window.text("followup-stage").await.trim(), "已回复待审");
    step(&window, "return", "没有附整改清单").await;
    step(&window, "reply", "自查报告和整改清单已报送").await;
    step(&window, "accept", "").await;
    assert_eq!(window.text("followup-stage").await.trim(), "已办结");
    window.click("tab-reply").await;
    window.says("第 2 稿").await;
    window.says("没有附整改清单").await;
    window.picture("followup-accepted").await;

    window.click("nav-followup").await;
    window.click("view-all").await;
    window.click_until("followup-compile", "compile-start").await;
    window.says("关于督办事项办理情况的报告").await;
    window.says("已办结1项（均按期办结）").await;
    window.picture("followup-compile").await;
    window.click("compile-start").await;
    window.says("关于督办事项办理情况的报告").await;
    window.picture("followup-report").await;
    window.close().await;
}
