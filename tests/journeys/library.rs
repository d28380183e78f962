//! The library: entered, found by any words in it, amended, repealed, cited; and guidance to a county with its correction.
use serde_json::{Value, json};

use crate::meeting_world::{World, merged};

fn facts(title: &str, letter: &str) -> Value {
    json!({"kind": "policy", "title": title, "issuer": "示例省人民政府", "letter": letter, "issued_on": "2012-02-06",
        "summary": "本办摘要", "text": "各地要把质量放在首位。县级政府每年研究两次。"})
}

#[test]
fn a_text_is_found_by_words_in_it_and_no_repealed_text_is_cited_anew() {
    let world = World::new();
    let day = &world.day;
    let empty = json!({"facts": merged(facts("空", ""), json!({"text": "", "summary": ""}))});
    assert!(day.refused("library_add", empty).message.contains("都没有"));
    let card = day.done("library_add", json!({"facts": facts("《质量发展意见》", "示府〔2012〕9号")}));
    assert_eq!(card["entry"]["title"], "质量发展意见", "the book marks are not kept");
    let twin = day.refused("library_add", json!({"facts": facts("质量发展意见", "示府〔2012〕9号")}));
    assert!(twin.message.contains("已经在库里"), "{twin}");
    let found = day.done("library_list", json!({"words": "首位"}));
    assert_eq!(found["total"], 1);
    assert!(found["rows"][0]["excerpt"].as_str().unwrap().contains("质量放在首位"));
    let hit = day.done("library_find", json!({"words": "两次"}));
    assert_eq!(hit[0]["kind"], "政策法规");
    let matter = day.done(
        "matter_add",
        json!({"level": "routine", "title": "落实质量发展意见", "text": "请审定。", "unit": world.planning["id"], "raised_on": "2016-11-01"}),
    );
    let cite =
        |note: &str| json!({"matter": matter["matter"]["id"], "entry": card["entry"]["id"], "note": note});
    let cited = day.done("matter_cite", cite("第一条"));
    assert_eq!(cited["citations"][0]["title"], "质量发展意见");
    assert!(day.refused("matter_cite", cite("")).message.contains("已经引用"));
    let newer = day.done("library_add", json!({"facts": facts("质量发展意见（修订）", "示府〔2016〕3号")}));
    let set = |version: &Value, more: Value| {
        merged(json!({"entry": card["entry"]["id"], "version": version, "step": "repeal"}), more)
    };
    let version = &card["entry"]["version"];
    assert!(day.refused("library_validity_set", set(version, json!({"by": "x"}))).message.contains("日期"));
    let own = json!({"on": "2016-10-01", "by_entry": card["entry"]["id"]});
    assert!(day.refused("library_validity_set", set(version, own)).message.contains("它自己"));
    let before = json!({"on": "2011-01-01", "by": "另一份"});
    assert!(day.refused("library_validity_set", set(version, before)).message.contains("不能早于"));
    let gone = day.done(
        "library_validity_set",
        set(version, json!({"on": "2016-10-01", "by_entry": newer["entry"]["id"]})),
    );
    assert_eq!(gone["entry"]["validity_by"], "《质量发展意见（修订）》（示府〔2016〕3号）");
    assert_eq!(gone["citations"][0]["validity_label"], "已废止");
    let stale = day.refused(
        "library_validity_set",
        merged(set(version, json!({"by": "登记有误"})), json!({"step": "restore"})),
    );
    assert_eq!(stale.kind, office::RefusalKind::Stale);
    let other = day.done(
        "matter_add",
        json!({"level": "routine", "title": "另一件", "text": "请审定。", "unit": world.planning["id"], "raised_on": "2016-11-01"}),
    );
    let no =
        day.refused("matter_cite", json!({"matter": other["matter"]["id"], "entry": card["entry"]["id"]}));
    assert!(no.message.contains("已经废止"), "{no}");
    let due = day.done("workbench_today", json!({}));
    assert!(
        due["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["title"].as_str().unwrap().contains("还有1处引用")),
        "{due}"
    );
    let bare = day.done(
        "matter_uncite",
        json!({"matter": matter["matter"]["id"], "citation": cited["citations"][0]["id"]}),
    );
    assert_eq!(bare["citations"], json!([]));
    let restored = day.done(
        "library_validity_set",
        merged(set(&gone["entry"]["version"], json!({"by": "登记错了文件"})), json!({"step": "restore"})),
    );
    assert_eq!(restored["entry"]["validity"], "in_force");
    assert!(restored["events"][0]["words"].as_str().unwrap().contains("登记错了文件"));
}

#[test]
fn a_correction_of_a_text_keeps_the_version_before() {
    let world = World::new();
    let card = world.day.done("library_add", json!({"facts": facts("质量发展意见", "示府〔2012〕9号")}));
    let edit = |reason: &str| {
        json!({"entry": card["entry"]["id"], "version": card["entry"]["version"], "reason": reason,
            "facts": merged(facts("质量发展意见", "示府〔2012〕10号"), json!({}))})
    };
    assert!(world.day.refused("library_edit", edit(" ")).message.contains("原因"));
    let card = world.day.done("library_edit", edit("文号录错"));
    assert_eq!(card["versions"][1]["facts"]["letter"], "示府〔2012〕9号");
    assert_eq!(card["versions"][0]["reason"], "文号录错");
}

#[test]
fn guidance_is_given_to_counties_and_parks_and_corrected_with_a_reason() {
    let world = World::new();
    let county = world.day.done(
        "registry_unit_add",
        json!({"name": "示例县人民政府", "short": "示例县", "kind": "county", "joined_on": "2016-01-01"}),
    );
    let facts = |unit: &Value, people: &[&str]| json!({"unit": unit["id"], "on": "2016-10-20", "people": people, "topic": "质量强县创建方案", "content": "审阅方案并座谈。", "result": "方案完善后印发。"});
    let no = world.day.refused("guidance_add", json!({"facts": facts(&world.planning, &["李经办"])}));
    assert!(no.message.contains("市发改委") && no.article.as_deref() == Some("第二条"), "{no}");
    assert!(
        world.day.refused("guidance_add", json!({"facts": facts(&county, &[])})).message.contains("前往人员")
    );
    let card = world.day.done("guidance_add", json!({"facts": facts(&county, &["李经办", "王主任"])}));
    assert_eq!(card["guidance"]["number"], "示质强创导〔2016〕1号");
    let edit = |facts: Value, reason: &str| json!({"guidance": card["guidance"]["id"], "version": card["guidance"]["version"], "facts": facts, "reason": reason});
    let moved = merged(facts(&county, &["李经办"]), json!({"on": "2015-12-30"}));
    assert!(
        world.day.refused("guidance_edit", edit(moved, "改")).message.contains("示例县"),
        "it had not joined yet"
    );
    let card = world.day.done("guidance_edit", edit(facts(&county, &["李经办"]), "王主任没有去"));
    assert_eq!(card["versions"][0]["facts"]["people"], json!(["李经办", "王主任"]));
    let list = world.day.done("guidance_list", json!({"unit": county["id"], "year": 2016}));
    assert_eq!(list["total"], 1);
    world.day.be("director");
    assert!(world.day.file("guidance_ledger", json!({})).bytes.starts_with(b"PK"));
    assert!(world.day.file("library_ledger_print", json!({})).bytes.starts_with(b"%PDF"));
}
