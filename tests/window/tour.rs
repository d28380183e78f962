//! Every page, opened by everybody who may open it: none shows a refusal, none is wider than its window, none is empty.
//! `ZHIQIANG_TOUR=folder` takes it through another store (accounts of the demonstration) and `ZHIQIANG_TOUR_SIZE=1920x1080`
//! through a larger window, for the pictures that a person looks at.
use std::path::Path;

use serde_json::json;
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

use crate::documents_world::{Desk, beside};
use crate::meeting_world::World;
use crate::minutes::change_over;

/// Pages that everybody may look at.
const PAGES: [(&str, &str); 27] = [
    ("workbench", "/"),
    ("roster", "/registry/roster"),
    ("contacts", "/registry/contacts"),
    ("directory", "/registry/directory"),
    ("filings", "/registry/filings"),
    ("people", "/registry/people"),
    ("units", "/registry/units"),
    ("meetings", "/meetings"),
    ("incoming", "/documents/incoming"),
    ("outgoing", "/documents/outgoing"),
    ("delegations", "/documents/delegations"),
    ("templates", "/documents/templates"),
    ("followup", "/followup"),
    ("tasks", "/tasks"),
    ("matters", "/matters"),
    ("entrustments", "/matters/entrustments"),
    ("library", "/library"),
    ("guidance", "/guidance"),
    ("reports", "/reports"),
    ("reports-month", "/reports/2016-11"),
    ("reports-reminders", "/reports/2016-11/reminders"),
    ("reports-points", "/reports/points"),
    ("reports-higher", "/reports/higher"),
    ("bulletins", "/bulletins"),
    ("rules", "/system/rules"),
    ("calendar", "/system/calendar"),
    ("about", "/system/about"),
];

struct Tour<'a> {
    window: &'a Window,
    who: &'a str,
}

impl Tour<'_> {
    /// Goes to a page, waits until it is read, and looks at it.
    async fn go(&self, name: &str, route: &str) {
        self.window.go(route).await;
        self.look(name).await;
    }
    async fn look(&self, name: &str) {
        let (page, here) = (self.window.at_rest().await, format!("{name} of {}", self.who));
        self.window.picture(&format!("tour-{}-{name}", self.who)).await;
        assert!(!page.refused, "{here} shows a refusal: {}", self.window.page().await);
        assert!(page.wider_by <= 0.0, "{here} is {} px wider than its window", page.wider_by);
        assert!(page.words > 20, "{here} is empty");
    }
    /// Opens the first row of the ledger in view and looks at it.
    async fn first(&self, name: &str, shows: &str) {
        self.window.click_css("tr[data-test^=\"row-\"] td").await;
        self.window.see(shows).await;
        self.look(name).await;
    }
    async fn everything(&self) {
        for (name, route) in PAGES {
            self.go(name, route).await;
        }
        self.go("people", "/registry/people").await;
        self.first("person", "person-card").await;
        self.go("units", "/registry/units").await;
        self.first("unit", "unit-card").await;
        self.go("meetings", "/meetings").await;
        self.first("meeting", "meeting").await;
        for tab in ["agenda", "people", "notices", "decisions", "minutes", "files", "history"] {
            self.window.click(&format!("tab-{tab}")).await;
            self.look(&format!("meeting-{tab}")).await;
        }
        self.go("incoming", "/documents/incoming").await;
        self.first("incoming-page", "incoming").await;
        for tab in ["instructions", "handlers", "circulation", "files", "history"] {
            self.window.click(&format!("tab-{tab}")).await;
            self.look(&format!("incoming-{tab}")).await;
        }
        self.go("outgoing", "/documents/outgoing").await;
        self.first("outgoing-page", "outgoing").await;
        for tab in ["facts", "annexes", "signing", "copies", "versions", "history"] {
            self.window.click(&format!("tab-{tab}")).await;
            self.look(&format!("outgoing-{tab}")).await;
        }
        self.window.keys(&char::from(fantoccini::key::Key::F1).to_string()).await;
        self.window.see("manual").await;
        self.look("manual").await;
        self.window.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
        self.window.gone("manual").await;
        self.window.go("/").await;
    }
}

/// A held meeting with its decision, and a filing.
fn a_store(to: &Path) -> (String, String) {
    if let Some(other) = std::env::var_os("ZHIQIANG_TOUR") {
        let copied = std::process::Command::new("cp").arg("-r").arg(other).arg(to).status();
        assert!(copied.unwrap().success());
        return ("Shili-jingban1".into(), "jingban".into());
    }
    let desk = Desk::over(World::over(Day::standing("2016-09-10", "2016-11-18")));
    desk.take(
        &desk.day.done(
            "incoming_register",
            beside(&desk.receive("single", "关于质量月工作的报告", "示县府〔2016〕20号")),
        ),
        "accept",
        json!({}),
    );
    desk.signed_by_office("关于报送材料的通知");
    let world = desk.world;
    let filing = json!({"unit": world.bureau["id"], "changed_on": "2016-10-20", "filed_on": "2016-11-01", "note": "",
        "changes": [{"kind": "archivist", "begins": {"new_person": {"name": "阿卜杜热西提·艾力", "mobile": "19900000009"}}}]});
    world.day.done("registry_filing_add", filing);
    let card = world.held("2016-11-17", "推进四季度质量强市创建重点工作");
    let decision = json!({"meeting": card["meeting"]["id"], "text": "补齐第四季度创建资料的17个缺项", "lead": world.bureau["id"]});
    world.day.done("meeting_decision_add", decision);
    world.day.hand_over(to);
    (PASSWORD.into(), "clerk".into())
}

async fn sized(folder: &Path) -> Window {
    let window = Window::open(folder).await;
    if let Some((w, h)) = std::env::var("ZHIQIANG_TOUR_SIZE").ok().and_then(|size| {
        let (w, h) = size.split_once('x')?;
        Some((w.parse().ok()?, h.parse().ok()?))
    }) {
        window.client.set_window_size(w, h).await.unwrap();
    }
    window
}

#[tokio::test]
async fn every_page_opens_for_everybody_who_may_look_and_fits_its_window() {
    let folder = tempfile::tempdir().unwrap();
    let (password, clerk) = a_store(&folder.path().join("data"));
    let window = sized(folder.path()).await;
    window.enter(&clerk, &password).await;
    window.see("shell").await;
    Tour { window: &window, who: "clerk" }.everything().await;

    let demo = clerk != "clerk";
    let (auditor, admin) = if demo { ("shenji", "guanli") } else { ("auditor", "admin") };
    let of = |login: &str| if demo { format!("Shili-{login}1") } else { PASSWORD.to_owned() };
    change_over(&window, auditor, &of(auditor)).await;
    let tour = Tour { window: &window, who: "auditor" };
    tour.everything().await;
    for (name, route) in
        [("accounts", "/system/accounts"), ("audit", "/system/audit"), ("fonts", "/system/fonts")]
    {
        tour.go(name, route).await;
    }
    tour.go("check", "/system/check").await;
    window.click("check-run").await;
    window.says("全部完好").await;
    tour.look("check-done").await;
    tour.go("audit", "/system/audit").await;
    window.click("audit-verify").await;
    window.says("首尾相连").await;
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.says("校验值").await;
    tour.look("audit-row").await;

    window.go("/").await;
    change_over(&window, admin, &of(admin)).await;
    let tour = Tour { window: &window, who: "admin" };
    for (name, route) in [
        ("workbench", "/"),
        ("rules", "/system/rules"),
        ("calendar", "/system/calendar"),
        ("accounts", "/system/accounts"),
    ] {
        tour.go(name, route).await;
    }
    window.click_until("account-new", "account-save").await;
    tour.look("account-new").await;
    window.close().await;
}

/// A unit's dialogs, each opened and looked at, the renaming taken.
#[tokio::test]
async fn a_unit_is_renamed_and_retired_on_its_page() {
    let folder = tempfile::tempdir().unwrap();
    World::over(Day::standing("2016-09-10", "2016-11-18")).day.hand_over(&folder.path().join("data"));
    let window = sized(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.go("/registry/units").await;
    window.click_css("tr[data-test^=\"row-\"] td").await;
    window.see("unit-card").await;
    window.click_until("unit-rename", "rename-name").await;
    window.fill("rename-name", "示例市市场监督管理局").await;
    window.fill("step-day", "2016-11-01").await;
    window.picture("unit-rename").await;
    window.click("step-take").await;
    window.gone("step-take").await;
    window.says("示例市市场监督管理局").await;
    window.says("示例市质量技术监督局").await; // the old name stays among its names
    window.click_until("unit-retire", "retire-reason").await;
    window.fill("retire-reason", "机构改革撤并").await;
    window.fill("step-day", "2016-11-10").await;
    window.picture("unit-retire").await;
    window.click("step-take").await;
    window.says("张堃").await; // somebody still holds a post there: the refusal says who, or the form offers to end it
    window.picture("unit-retire-refused").await;
    window.close().await;
}
