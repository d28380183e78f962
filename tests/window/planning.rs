//! From a plan to a held meeting, in the real window: planned, chaired, its agenda agreed, its notice sent, attendance and
//! leave taken by clicking; and the auditor sees all of it and is offered nothing that would be refused.
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::meeting_world::World;
use crate::minutes::change_over;

/// A group of six on the morning of 17 November.
fn group() -> Day {
    World::over(Day::standing("2016-09-10", "2016-11-17")).day
}

async fn confirm(window: &Window) {
    window.see("question").await;
    window.click_css(".el-message-box__btns .el-button--primary").await;
    window.gone("question").await;
}

async fn plan(window: &Window) {
    window.click("nav-meetings").await;
    window.click_until("meeting-new", "plan-save").await;
    window.fill("plan-title", "推进四季度质量强市创建重点工作").await;
    window.fill("plan-day", "2016-11-17").await;
    window.fill("plan-time", "1500").await;
    window.fill("plan-place", "市政府第二会议室").await;
    window.fill("plan-contact", "李经办").await;
    window.click("plan-save").await;
    window.see("meeting").await;
    window.click_until("chair-open", "chair-leader").await;
    window.click("chair-leader").await;
    window.click("chair-save").await;
    window.gone("chair-save").await;
}

async fn agenda(window: &Window) {
    window.click("tab-agenda").await;
    window.click_until("agenda-new", "agenda-save").await;
    window.fill("agenda-title", "关于四季度重点工作的安排").await;
    window.click("agenda-save").await;
    window.gone("agenda-save").await;
    window.says("待审定").await;
    window.click_until("agenda-decide", "agenda-save").await;
    window.click("agenda-save").await;
    window.gone("agenda-save").await;
    assert!(window.text("agenda-verdict").await.contains("同意"));
    window.picture("agenda").await;
}

async fn leave(window: &Window) {
    // 刘喆 of the planning commission, whose deputy comes instead.
    window.fill("people-words", "刘喆").await;
    window.click_until("mark-leave", "leave-save").await;
    window.fill("leave-reason", "赴省里参加全省质量工作会议").await;
    window.fill("leave-letter", "绵发改函〔2016〕12号").await;
    window.click("leave-save").await;
    window.says("委托").await; // no delegate yet: refused, the form stays
    window.choose("delegate", "delegate-1").await;
    window.picture("leave").await;
    window.click("leave-save").await;
    window.gone("leave-save").await;
    window.says("委托 钱昇").await;
    window.fill("people-words", "").await;
}

#[tokio::test]
async fn a_meeting_is_planned_announced_and_held_by_clicking_and_the_auditor_only_looks() {
    let folder = tempfile::tempdir().unwrap();
    group().hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    plan(&window).await;
    agenda(&window).await;

    window.click_until("step-notify", "step-take").await;
    assert!(window.see("notice-text").await.html(false).await.is_ok());
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("已通知").await;
    window.click("tab-notices").await;
    window.click_until("notice-send-all", "send-save").await;
    window.click("send-save").await;
    window.gone("send-save").await;
    window.click_css("[data-test=\"reply-come\"]").await;
    window.says("参加 1").await;
    window.picture("notices").await;

    window.click("tab-people").await;
    window.click_css("[data-test=\"invitee-1\"] [data-test=\"mark-present\"]").await;
    window.says("到会 1 / 6").await;
    leave(&window).await;
    window.click("attendance-rest").await;
    confirm(&window).await;
    window.says("到会 5 / 6").await;
    window.picture("attendance").await;
    window.click_until("step-hold", "step-take").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("已召开").await;

    change_over(&window, "auditor", PASSWORD).await;
    window.click("nav-meetings").await;
    let planning = window.see("meeting-new").await;
    assert_eq!(planning.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
    assert!(planning.attr("title").await.unwrap().unwrap().contains("审计员不能办理“筹备会议”"));
    window.picture("meetings-auditor").await;
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.see("meeting").await;
    window.click("tab-decisions").await;
    let decision = window.see("decision-new").await;
    assert_eq!(decision.attr("aria-disabled").await.unwrap().as_deref(), Some("true"));
    window.picture("meeting-auditor").await;
    window.close().await;
}
