//! A document of the group in the real window: drafted, sent on its way, sent back once, mended, signed with its number,
//! proofread, printed, sent out and received; two versions compared.
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::documents_world::{Desk, TEXT};
use crate::meeting_world::World;

async fn draft(window: &Window) {
    window.click("nav-documents").await;
    window.click("tab-outgoing").await;
    window.click_until("outgoing-new", "start-save").await;
    window.click("issuer-group").await;
    window.says("组长").await; // the way is named before anything is written
    window.fill("start-title", "关于报送创建工作材料的通知").await;
    window.picture("outgoing-start").await;
    window.click("start-save").await;
    window.see("outgoing").await;
    window.fill("outgoing-text", TEXT).await;
    window.click("tab-facts").await;
    window.fill("outgoing-sent_to", "各成员单位").await;
    window.fill("outgoing-section", "综合科").await;
    window.picture("outgoing-facts").await;
    window.click("tab-text").await;
    save(window).await;
    window.picture("outgoing-draft").await;
}

async fn save(window: &Window) {
    let control_s = format!("{}s{}", fantoccini::key::Key::Control, fantoccini::key::Key::Null);
    window.keys(&control_s).await;
    window.says("已保存").await;
}

/// A step recorded from paper: by whom it was signed, where the paper lies.
async fn signed(window: &Window, step: &str, who: &str, picture: &str) {
    window.click_until(&format!("step-{step}"), "step-take").await;
    match who {
        "赵科长" => window.fill("step-signer-name", who).await,
        _ if window.text("step-signer").await.contains(who) => {}
        _ => window.choose("step-signer", &format!("step-signer-{who}")).await,
    }
    window.fill("step-basis", "原件存创建办专柜").await;
    if step == "return" {
        window.says("还要填：退回的原因").await;
        window.fill("step-words", "报送时间提前两天").await;
    }
    window.picture(picture).await;
    window.click("step-take").await;
    window.gone("step-take").await;
}

async fn plainly(window: &Window, step: &str) {
    window.click_until(&format!("step-{step}"), "step-take").await;
    window.click("step-take").await;
    window.gone("step-take").await;
}

async fn to_the_deputy(window: &Window) {
    plainly(window, "submit").await;
    signed(window, "approve", "赵科长", "outgoing-section").await;
    signed(window, "approve", "王主任", "outgoing-director").await;
}

async fn distribute(window: &Window) {
    window.click("tab-copies").await;
    window.says("分发 3 个").await; // the three member units, unfolded
    window.click_until("copies-send", "copy-save").await;
    window.click("copy-save").await;
    window.gone("copy-save").await;
    window.says("已送出 3").await;
    window.click_until("copies-receive", "copy-save").await;
    window.fill("copy-by", "各单位收发室").await;
    window.click("copy-save").await;
    window.gone("copy-save").await;
    window.says("已签收 3").await;
    window.picture("outgoing-copies").await;
}

#[tokio::test]
async fn a_document_of_the_group_is_returned_once_signed_numbered_printed_and_received_by_clicking() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::over(World::over(Day::standing("2016-09-10", "2016-11-01")));
    desk.world.day.hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    draft(&window).await;
    to_the_deputy(&window).await;
    signed(&window, "return", "陈明", "outgoing-return").await;
    assert_eq!(window.text("outgoing-stage").await.trim(), "拟稿");

    window.click("tab-text").await;
    window.fill("outgoing-text", &TEXT.replace("11月25日", "11月23日")).await;
    save(&window).await;
    window.click("tab-versions").await;
    window.says("删").await;
    window.picture("outgoing-compare").await;
    to_the_deputy(&window).await;
    signed(&window, "approve", "陈明", "outgoing-deputy").await;
    window.click_until("step-sign", "step-take").await;
    window.click("step-signer").await;
    window.says("没有覆盖这份文件的委托书").await; // the executive deputy lacks a letter: shown, and why
    window.click("step-signer-王立新").await;
    window.fill("step-basis", "原件存创建办专柜").await;
    window.picture("outgoing-sign").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("示质强创〔2016〕1号").await;
    plainly(&window, "proofread").await;
    plainly(&window, "print").await;
    assert_eq!(window.text("outgoing-stage").await.trim(), "已印发");
    distribute(&window).await;
    window.click("tab-signing").await;
    window.picture("outgoing-signing").await;
    window.choose("outgoing-print", "print-document").await;
    window.click_css(".paper-dialog [data-test=\"paper-save\"]").await;
    window.find(".paper-dialog [data-test=\"paper-saved\"]").await;
    window.picture("outgoing-printed").await;
    let saved = std::fs::read_dir(&window.dialogs).unwrap().filter_map(Result::ok).map(|entry| entry.path());
    let pdf = saved.into_iter().find(|path| path.extension().is_some_and(|end| end == "pdf"));
    let pdf = lopdf::Document::load(pdf.expect("a PDF was saved")).unwrap();
    assert_eq!(pdf.get_pages().len() % 2, 0, "the imprint stands on an even page");
    window.close().await;
}
