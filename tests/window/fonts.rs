//! A clerk prints a list of members and then looks which faces this machine prints with, in the real window.
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

#[tokio::test]
async fn the_fonts_page_names_the_paper_and_the_characters_that_were_lent() {
    let folder = tempfile::tempdir().unwrap();
    let day = Day::on("2016-09-01");
    for (name, post) in [("张堃", "leader"), ("李\u{10FFFD}", "deputy")] {
        let made = day.done("registry_person_add", json!({"name": name, "title": "市长"}));
        let begin = json!({"person": made["person"]["id"], "kind": post, "from": "2016-08-24"});
        day.done("registry_post_begin", begin);
    }
    day.hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.click("nav-registry").await;
    window.click_css("a[href$=\"/registry/units\"]").await;
    window.click_until("print-units", "paper-pages").await;
    window.picture("ledger-printed").await;
    window.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    window.gone("paper-pages").await;
    window.click_css("a[href$=\"/registry/roster\"]").await;
    window.click_until("print-roster", "paper-pages").await;
    window.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    window.gone("paper-pages").await;
    window.click("nav-system").await;
    window.click_css("a[href$=\"/system/fonts\"]").await;
    let papers = window.text("fonts-papers").await;
    for words in ["单位名录", "成员名单", "堃", "U+10FFFD"] {
        assert!(papers.contains(words), "{words} in {papers}");
    }
    window.picture("fonts").await;
    window.click_until("print-fonts", "paper-pages").await;
    window.picture("fonts-report").await;
    window.close().await;
}
