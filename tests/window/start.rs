//! First start and the locked door, in the real window.
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

#[tokio::test]
async fn a_first_start_goes_from_nothing_to_the_workbench_and_shows_the_recovery_code_once() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path()).await;
    window.see("first-start").await;
    window.picture("first-start").await;
    window.click("found-office").await;
    window.click("found-next").await;
    window.click("found-next").await;
    window.fill("found-name", "张管理").await;
    window.fill("found-login", "admin").await;
    window.fill("password-new", PASSWORD).await;
    window.fill("password-again", PASSWORD).await;
    window.click("found-next").await;
    let code = window.text("recovery-code").await;
    window.picture("recovery-code").await;
    let groups: Vec<&str> = code.trim().split('-').collect();
    assert_eq!(groups.len(), 6, "{code}");
    window.fill("recovery-proof", groups[5]).await;
    window.click("recovery-done").await;
    window.see("shell").await;
    window.picture("empty-office").await;
    window.close().await;
    assert!(folder.path().join("data/store/office.db").exists());
}

#[tokio::test]
async fn five_wrong_passwords_lock_the_account_and_the_page_says_until_when() {
    let folder = tempfile::tempdir().unwrap();
    Day::on("2016-09-01").hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    for _ in 0..5 {
        window.enter("clerk", "wrong-one").await;
        window.says("登录名或口令不对").await;
    }
    window.enter("clerk", PASSWORD).await;
    window.says("已锁定").await;
    window.picture("locked-out").await;
    window.enter("director", PASSWORD).await;
    window.see("shell").await;
    window.close().await;
}
