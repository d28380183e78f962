//! From a held meeting to printed minutes, in the real window: written, reviewed, signed, numbered, issued, saved as PDF;
//! and the decision waits in the follow-up.
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::meeting_world::World;

/// A store in which a meeting with one decision was held on 17 November, standing on the day after.
fn held_meeting() -> Day {
    let world = World::over(Day::standing("2016-09-10", "2016-11-18"));
    let card = world.held("2016-11-17", "推进四季度质量强市创建重点工作");
    let decision = json!({"meeting": card["meeting"]["id"], "agenda": card["agenda"][0]["id"],
        "text": "补齐第四季度创建资料的17个缺项", "lead": world.bureau["id"], "helpers": []});
    world.day.done("meeting_decision_add", decision);
    world.day
}

/// Another person sits down in the window.
pub(crate) async fn change_over(window: &Window, login: &str, password: &str) {
    window.click("lock").await;
    window.click("login-leave").await;
    window.gone("login-leave").await;
    window.enter(login, password).await;
    window.see("shell").await;
}

async fn open_meeting(window: &Window) {
    window.click("nav-meetings").await;
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.click("tab-minutes").await;
}

async fn step(window: &Window, step: &str) {
    window.click_until(&format!("minutes-{step}"), "minutes-step-take").await;
    window.click("minutes-step-take").await;
    window.gone("minutes-step-take").await;
}

#[tokio::test]
async fn a_held_meeting_becomes_signed_numbered_and_printed_minutes_and_its_decision_waits() {
    let folder = tempfile::tempdir().unwrap();
    held_meeting().hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.picture("workbench").await;
    open_meeting(&window).await;
    window.click("minutes-start").await;
    window.fill("minutes-title", "关于推进四季度重点工作的会议纪要").await;
    let control_s = format!("{}s{}", fantoccini::key::Key::Control, fantoccini::key::Key::Null);
    window.keys(&control_s).await;
    window.says("已保存").await;
    assert!(window.text("paper-pages").await.contains('页'), "the paper stands beside the text");
    window.picture("minutes-draft").await;
    step(&window, "send_review").await;

    change_over(&window, "director", PASSWORD).await;
    open_meeting(&window).await;
    window.click("minutes-open").await;
    step(&window, "approve").await;

    change_over(&window, "clerk", PASSWORD).await;
    open_meeting(&window).await;
    window.click("minutes-open").await;
    step(&window, "submit").await;
    window.click_until("minutes-sign", "minutes-step-take").await;
    window.click("minutes-step-take").await;
    window.says("第十三条").await; // neither scan nor place of the signed sheet: refused, with the article
    window.fill("sign-basis", "原件存创建办专柜").await;
    window.click("minutes-step-take").await;
    window.gone("minutes-step-take").await;
    assert_eq!(window.text("minutes-number").await.trim(), "〔2016〕第1期");
    step(&window, "issue").await;
    window.says("已印发").await;
    window.click_until("paper-save", "paper-saved").await;
    window.picture("minutes-issued").await;
    let saved = std::fs::read_dir(&window.dialogs).unwrap().filter_map(Result::ok).map(|entry| entry.path());
    let pdf = saved
        .into_iter()
        .find(|path| path.extension().is_some_and(|end| end == "pdf"))
        .expect("a PDF was saved");
    let pdf = lopdf::Document::load(pdf).unwrap();
    assert_eq!(pdf.get_pages().len() % 2, 0, "the imprint stands on an even page");

    window.click("nav-followup").await;
    window.says("补齐第四季度创建资料的17个缺项").await;
    window.says("市质监局").await;
    window.picture("followup").await;
    window.close().await;
}
