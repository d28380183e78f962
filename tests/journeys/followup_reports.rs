//! Compiled results go to the chair and into a circular, as documents that are signed like any other (第十二条).
use serde_json::{Value, json};

use crate::documents_world::Desk;
use crate::followup_world::{decided, followed, notified, registered};
use crate::meeting_world::{merged, written};

fn compile(desk: &Desk, kind: &str, filter: Value, sent_to: Value) -> Value {
    let request = json!({"compile": {"kind": kind, "filter": filter}, "issuer": "office", "sent_to": sent_to,
        "section": "综合科"});
    desk.day.done("outgoing_compile", request)
}

#[test]
fn results_of_a_meeting_are_compiled_for_the_chair_and_a_circular_is_signed() {
    let desk = Desk::new();
    let (meeting, card) = decided(&desk, "2016-11-17", "2016-11-25");
    let id = meeting["meeting"]["id"].clone();
    desk.day.at("2016-11-24 09:00");
    let card = followed(&desk.day, &card, "reply", json!({"words": "17个缺项已全部补齐\n并通过复核"}));
    let card = followed(&desk.day, &card, "accept", json!({}));
    let asked = json!({"kind": "report", "filter": {"meeting": id}});
    let preview = desk.day.done("followup_compile_preview", asked);
    assert_eq!(preview["title"], "关于2016年第1次联席会议决定事项办理情况的报告");
    assert_eq!(preview["summary"], "共1项：已办结1项（均按期办结）。");
    assert_eq!((preview["items"].as_u64(), preview["article"].as_str()), (Some(1), Some("第十二条")));
    let report = compile(&desk, "report", json!({"meeting": id}), preview["sent_to"].clone());
    let words = &report["document"]["words"];
    assert!(words["text"].as_str().unwrap().contains("按期办结的牵头单位有：市质监局。"), "{words}");
    let table = words["annexes"][0]["body"].as_str().unwrap();
    assert_eq!(table.lines().count(), 2, "a line feed in a reply breaks no row: {table}");
    // Linked both ways.
    assert_eq!(report["followups"][0]["number"], card["item"]["number"]);
    let seen = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    assert_eq!(seen["compiled"][0]["document"], report["document"]["id"]);
    assert_eq!(seen["events"][0]["what"], "列入汇总报告");
    assert_eq!(seen["item"], card["item"], "to be compiled changes no item");
    // The circular goes the way of every document, and is printed with its annex.
    let circular = compile(&desk, "circular", json!({"meeting": id}), json!(["各成员单位"]));
    let circular = desk.step(&circular, "submit", json!({}));
    let circular = desk.directed(&desk.section(&circular), "sign");
    let circular = desk.printed(&circular);
    assert_eq!(circular["document"]["stage_label"], "已印发");
    let pdf = desk.day.file("outgoing_print", json!({"document": circular["document"]["id"]}));
    let words = written(&pdf.bytes);
    for wanted in ["办理情况的通报", "2016年第1次联席会议决定事项办理情况汇总表", "按期办结", "市质监局"]
    {
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
    let seen = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    let kinds: Vec<&str> =
        seen["compiled"].as_array().unwrap().iter().map(|one| one["kind_label"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["汇总报告", "通报"]);
}

#[test]
fn a_circular_of_a_span_of_time_names_what_is_late_and_leaves_out_what_was_withdrawn() {
    let desk = Desk::new();
    let late = notified(&desk, "报送质量工作总结。", "2016-11-10");
    let open = notified(&desk, "推进示范项目", "2016-12-20");
    let wrong = registered(&desk, "登记错的事项", "2016-12-20");
    desk.day.be("director");
    followed(&desk.day, &wrong, "withdraw", json!({"words": "重复"}));
    desk.day.at("2016-11-20 09:00").be("clerk");
    let late = desk.day.done("followup_open", json!({"item": late["item"]["id"]}));
    followed(&desk.day, &late, "urge", json!({"way": "电话"}));
    let asked = json!({"kind": "circular", "filter": {"from": "2016-11-01", "to": "2016-11-30"}});
    let preview = desk.day.done("followup_compile_preview", asked);
    assert_eq!(preview["title"], "关于2016年11月1日至2016年11月30日督办事项办理情况的通报");
    assert_eq!(preview["summary"], "共2项：期限内办理中1项，逾期未办1项。");
    let text = preview["text"].as_str().unwrap();
    let line = "1.报送质量工作总结（示质强创督办〔2016〕1号，市质监局）。应于2016年11月10日前办结，逾期10天，已催办1次。";
    assert!(text.contains(line), "{text}");
    assert!(
        text.contains("须先申请延期") && text.contains(open["item"]["number"].as_str().unwrap()),
        "{text}"
    );
    assert!(!text.contains("登记错的事项"), "{text}");
    let sheet = desk.day.file("followup_summary_print", json!({"from": "2016-11-01"}));
    let words = written(&sheet.bytes);
    assert!(words.contains("逾期未办") && words.contains("推进示范项目"), "{words}");
    let none = json!({"kind": "report", "filter": {"source": "public"}});
    let no = desk.day.refused("followup_compile_preview", none.clone());
    assert!(no.message.contains("没有可以汇总的"), "{no}");
    let start = json!({"compile": none, "issuer": "office", "sent_to": ["市创建办"]});
    assert_eq!(desk.day.refused("outgoing_compile", start).article, no.article);
    assert_eq!(desk.day.done("outgoing_list", json!({}))["total"], 0, "nothing was started");
}

#[test]
fn a_report_started_twice_is_two_documents_and_an_item_may_stand_in_both() {
    let desk = Desk::new();
    let card = notified(&desk, "推进示范项目", "2016-12-20");
    for _ in 0..2 {
        compile(&desk, "report", json!({}), json!(["市创建领导小组"]));
    }
    let seen = desk.day.done("followup_open", json!({"item": card["item"]["id"]}));
    assert_eq!(seen["compiled"].as_array().unwrap().len(), 2);
    let again = merged(json!({"item": card["item"]["id"]}), json!({}));
    assert_eq!(desk.day.done("followup_open", again)["item"], card["item"]);
}
