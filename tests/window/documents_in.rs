//! A county's filing in the real window: signed for with its scan, registered, checked, proposed, instructed by deputy and
//! leader from paper, closed; its scans lie where they prove something, its sheet shows everything so far.
use std::path::Path;

use zhiqiang_tests::PASSWORD;
use zhiqiang_tests::window::Window;

use crate::documents_world::Desk;
use crate::meeting_world::World;
use crate::minutes::change_over;
use zhiqiang_tests::Day;

/// A one-page scan for the open dialog.
fn scanned(folder: &Path, name: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    let pdf = format!("%PDF-1.4\n% {name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    std::fs::write(&path, pdf).unwrap();
    path
}

async fn sign_for(window: &Window, folder: &Path) {
    window.click("nav-documents").await;
    window.click_until("incoming-new", "incoming-save").await;
    window.click("kind-filing_group").await;
    window.says("第十四条").await; // what the kind means, and by which article
    window.click("incoming-sender").await;
    window.click("incoming-sender-示例县").await;
    window.fill("incoming-title", "关于开展质量强县试点改革的备案报告").await;
    window.fill("incoming-letter", "示县府〔2016〕12号").await;
    window.fill("incoming-dated", "2016-10-28").await;
    window.will_choose(&scanned(folder, "来文.pdf"));
    window.click("incoming-scan").await;
    window.says("来文.pdf").await;
    window.picture("incoming-receive").await;
    window.click("incoming-save").await;
    window.see("incoming").await;
}

async fn step(window: &Window, step: &str, words: &str) {
    window.click_until(&format!("step-{step}"), "step-take").await;
    if !words.is_empty() {
        window.fill("step-words", words).await;
    }
    window.click("step-take").await;
    window.gone("step-take").await;
}

/// An instruction of whoever may give one now; only those are proposed.
async fn instruct(window: &Window, who: &str, words: &str, picture: &str) {
    window.click_until("step-instruct", "step-take").await;
    if window.text("step-person").await.trim() != who {
        window.click("step-person").await;
        window.click(&format!("step-person-{who}")).await;
    }
    window.fill("step-words", words).await;
    window.says("还要填：扫描件或存放处").await;
    window.fill("step-basis", "原件存创建办专柜").await;
    window.picture(picture).await;
    window.click("step-take").await;
    window.gone("step-take").await;
}

#[tokio::test]
async fn a_filing_goes_from_the_county_to_the_leader_and_is_closed_by_clicking() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::over(World::over(Day::standing("2016-09-10", "2016-11-01")));
    desk.world.day.hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    sign_for(&window, folder.path()).await;
    step(&window, "register", "").await;
    window.says("收文 2016-0001").await;
    step(&window, "accept", "").await;
    window.says("示质强创备案〔2016〕1号").await;
    window.click_until("step-propose", "step-take").await;
    window.says("还要填：拟办意见").await;
    window.fill("step-words", "拟同意备案，请副组长、组长批示。").await;
    window.picture("incoming-propose").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    assert_eq!(window.text("incoming-stage").await.trim(), "待副组长批示");
    instruct(&window, "陈明", "请立新同志批示。", "incoming-instruct").await;
    instruct(&window, "王立新", "同意试点，请市质监局指导。", "incoming-instruct-leader").await;
    assert_eq!(window.text("incoming-stage").await.trim(), "待办理");
    window.click("tab-instructions").await;
    window.says("请立新同志批示。").await;
    window.picture("incoming-instructions").await;

    // The signed original turns up later and is put where it proves something.
    window.click("tab-files").await;
    window.choose("proof-place", "proof-place-组长王立新批示").await;
    window.will_choose(&scanned(folder.path(), "组长批示.pdf"));
    window.click("proof-drop").await;
    window.says("组长批示.pdf").await;
    window.picture("incoming-files").await;

    step(&window, "close", "已准予备案，列入试点。").await;
    assert_eq!(window.text("incoming-stage").await.trim(), "已办结");
    window.click("tab-history").await;
    window.says("初审通过").await;
    window.picture("incoming-closed").await;

    change_over(&window, "auditor", PASSWORD).await;
    window.click("nav-documents").await;
    let receiving = window.see("incoming-new").await;
    assert_eq!(receiving.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.see("incoming").await;
    window.click("incoming-more").await;
    window.says("审计员不能办理").await;
    window.picture("incoming-auditor").await;
    window.close().await;
}
