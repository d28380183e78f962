//! A routine matter by a deputy and a major one by meeting and leader, in the real window; the refusal says what is missing.
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::meeting_world::World;

/// A major matter was raised on the first of November, a joint meeting was held on the seventeenth; the day after.
fn waiting() -> Day {
    let world = World::over(Day::standing("2016-09-10", "2016-11-18"));
    let major = json!({"level": "major", "title": "出台质量奖管理办法", "text": "办法对名额、程序和奖励作出规定，提请联席会议审议。",
        "unit": world.bureau["id"], "raised_on": "2016-11-01"});
    world.day.done("matter_add", major);
    world.held("2016-11-17", "研究质量奖管理办法");
    world.day
}

async fn step(window: &Window, step: &str) {
    window.click_until(&format!("step-{step}"), "step-take").await;
}

#[tokio::test]
async fn a_major_matter_waits_for_meeting_and_leader_and_a_routine_one_for_a_deputy() {
    let folder = tempfile::tempdir().unwrap();
    waiting().hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.click("nav-tasks").await;
    window.click("tab-matters").await;
    window.says("出台质量奖管理办法").await;
    window.picture("matters").await;
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.see("matter").await;
    let close = window.see("step-close").await.attr("aria-label").await.unwrap().unwrap();
    assert!(close.contains("没有经联席会议审议") && close.contains("第七条"), "{close}");
    window.picture("matter-major").await;

    step(&window, "deliberate").await;
    window.choose("step-meeting", "meeting-0").await;
    window.fill("step-words", "原则同意，修改后报组长审定。").await;
    window.picture("matter-deliberate").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("待组长审定").await;
    step(&window, "decide").await;
    window.choose("step-who", "who-leader").await;
    window.fill("step-words", "同意。").await;
    window.fill("step-basis", "事项审定单原件存创建办专柜").await;
    window.picture("matter-decide").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    step(&window, "close").await;
    window.fill("step-words", "办法已印发。").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("已办结").await;
    window.picture("matter-closed").await;

    window.go("/matters").await;
    window.click_until("matter-new", "matter-title").await;
    window.fill("matter-by", "市创建办").await;
    window.fill("matter-title", "采购档案盒").await;
    window.fill("matter-text", "归档需要档案盒二百个，请予审定。").await;
    window.picture("matter-raise").await;
    window.click("matter-save").await;
    window.see("matter").await;
    step(&window, "decide").await;
    window.choose("step-who", "who-deputy").await;
    window.click("step-take").await; // no scan and no place of the paper: the button stays off
    window.fill("step-basis", "原件存创建办专柜").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("已审定待办结").await;
    window.click("tab-record").await;
    window.says("副组长陈明").await;
    window.picture("matter-record").await;
    window.go("/matters/entrustments").await;
    window.see("matter-entrustments").await;
    window.click_until("entrust-new", "entrust-save").await;
    window.picture("matter-entrust").await;
    window.close().await;
}
