//! A month of 46 units in the real window: arrivals entered by keyboard, a report typed, an issue edited, signed, printed.
use fantoccini::key::Key;
use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

/// 46 units, each with its leader in charge, and the office's director; standing on the 24th of November.
fn city() -> Day {
    let day = Day::standing("2016-11-01", "2016-11-24");
    day.at("2016-11-24 09:00");
    let person = |name: String, title: &str| {
        day.done("registry_person_add", json!({"name": name, "title": title}))["person"]["id"].clone()
    };
    for n in 1..=46 {
        let kind = if n <= 32 { "member" } else { "county" };
        let unit = day.done(
            "registry_unit_add",
            json!({"name": format!("示例市第{n}单位"), "short": format!("第{n}单位"), "kind": kind, "joined_on": "2016-01-01"}),
        );
        let leader = person(format!("领导{n}"), "副职");
        day.done(
            "registry_post_begin",
            json!({"person": leader, "kind": "leader_in_charge", "title": "副职", "from": "2016-01-01", "unit": unit["id"]}),
        );
        if n == 1 {
            let director = person("王主任".into(), "创建办主任");
            day.done(
                "registry_post_begin",
                json!({"person": director, "kind": "director", "title": "创建办主任", "from": "2016-01-01", "unit": unit["id"]}),
            );
        }
    }
    day
}

async fn control_s(window: &Window) {
    window.keys(&format!("{}s{}", Key::Control, Key::Null)).await;
}

async fn step(window: &Window, step: &str) {
    window.click_until(&format!("step-{step}"), "step-take").await;
    if step == "sign" {
        window.fill("sign-basis", "签字原件存创建办专柜").await;
    }
    window.click("step-take").await;
    window.gone("step-take").await;
}

#[tokio::test]
async fn forty_six_arrivals_take_one_key_each_and_become_a_printed_bulletin() {
    let folder = tempfile::tempdir().unwrap();
    city().hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.go("/reports/2016-11").await;
    window.see("unit-第46单位").await;
    window.picture("reports-opened").await; // the month opened by itself
    window.click_css("[data-test=\"unit-第1单位\"] td:nth-child(3) span").await;
    for _ in 0..46 {
        window.keys(&char::from(Key::Enter).to_string()).await;
    }
    window.says("保存登记（46）").await;
    window.picture("reports-grid").await;
    control_s(&window).await;
    window.says("已登记纸质 46 份、电子 46 份、领导审核 46 份").await;
    window.picture("reports-month").await;

    window.click_css("[data-test=\"unit-第46单位\"] a").await;
    window.see("report").await;
    window.click("add-progress").await;
    window.fill("text-progress", "召开质量强市推进会，走访企业二十家，帮助解决质量问题三十余个。").await;
    control_s(&window).await;
    window.says("已保存").await;
    window.picture("report").await;
    window.click("step-accept").await;
    window.says("已核收").await;

    window.go("/bulletins").await;
    window.click_until("bulletin-new", "start-save").await;
    window.picture("bulletin-start").await;
    window.click("start-save").await;
    window.see("material").await;
    window.click("put-第46单位-progress").await;
    window.says("已编入").await;
    window.click_css("[data-test=\"item-0\"] button").await;
    window.fill("item-title", "第46单位召开质量强市推进会").await;
    window.fill("item-body", "召开质量强市推进会，走访企业二十家。").await;
    window.click("item-save").await;
    window.says("删").await;
    window.picture("bulletin-item").await;
    window.click("item-back").await;
    window.picture("bulletin-desk").await;
    step(&window, "submit").await;
    step(&window, "sign").await;
    window.says("第1期（总第1期）").await;
    step(&window, "issue").await;
    window.says("已印发").await;
    window.click("tab-copies").await;
    window.see("copies-send").await;
    window.picture("bulletin-issued").await;
    window.click_until("paper-save", "paper-saved").await;
    let saved = std::fs::read_dir(&window.dialogs).unwrap().filter_map(Result::ok).map(|entry| entry.path());
    let pdf = saved
        .into_iter()
        .find(|path| path.extension().is_some_and(|end| end == "pdf"))
        .expect("a PDF was saved");
    assert!(!lopdf::Document::load(pdf).unwrap().get_pages().is_empty());
    window.go("/reports").await;
    window.see("heat-map").await;
    window.picture("reports-year").await;
    window.go("/reports/points").await;
    window.says("零采用").await;
    window.picture("reports-points").await;
    window.close().await;
}
