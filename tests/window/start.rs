//! First start and the locked door, in the real window.
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

#[tokio::test]
async fn a_first_start_goes_from_nothing_to_the_workbench_and_shows_the_recovery_code_once() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path()).await;
    window.see("first-start").await;
    window.picture("first-start").await;
    window.click("found-office").await;
    window.picture("first-start-1").await;
    window.click("found-next").await;
    window.picture("first-start-2").await;
    window.click("found-next").await;
    window.picture("first-start-3").await;
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

/// A store with a recovery code, and somebody new whose first password the administrator chose.
fn forgotten(to: &std::path::Path) -> String {
    let day = Day::on("2016-09-01");
    day.be("admin");
    let add = json!({"login": "xin", "name": "新人", "role": "clerk", "password": "First2016"});
    day.done("system_account_add", add);
    let code = day.done("system_recovery_renew", json!({}))["recovery_code"].as_str().unwrap().to_owned();
    day.hand_over(to);
    code
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_the_recovery_code_and_a_first_password_must_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    let code = forgotten(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.see("login").await;
    window.click("login-recover").await;
    window.choose("recover-person", "recover-person-clerk").await;
    window.fill("recover-code", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-AAAAA").await;
    window.fill("password-new", "Xinkouling9").await;
    window.fill("password-again", "Xinkouling9").await;
    window.click("recover-do").await;
    window.says("恢复码不对").await;
    window.picture("recover-refused").await;
    window.fill("recover-code", &code.to_lowercase().replace('-', " ")).await;
    window.click("recover-do").await;
    let fresh = window.text("recovery-code").await;
    assert_ne!(fresh.trim(), code);
    window.picture("recover-done").await;
    window.fill("recovery-proof", fresh.trim().rsplit('-').next().unwrap()).await;
    window.click("recovery-done").await;
    window.see("shell").await; // whoever proved the code sits at the desk
    window.click("lock").await;
    window.click("login-leave").await;
    window.gone("login-leave").await;

    window.enter("xin", "First2016").await;
    window.see("change-password").await;
    window.picture("must-change").await;
    window.fill("password-old", "First2016").await;
    window.fill("password-new", "First2016").await;
    window.fill("password-again", "First2016").await;
    window.click("password-change").await;
    window.says("新口令与旧口令相同").await;
    window.picture("must-change-refused").await;
    window.fill("password-new", PASSWORD).await;
    window.fill("password-again", PASSWORD).await;
    window.click("password-change").await;
    window.see("shell").await;
    window.close().await;
}
