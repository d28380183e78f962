//! Ledgers sort by the columns that they name, over all pages, and an export is in the order that is shown.
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use office::kernel::answer::Paper;
use serde_json::{Value, json};
use zhiqiang_tests::Day;

use crate::documents_world::{Desk, beside};
use crate::meeting_world::World;
use crate::registry_posts::{person, post, unit};

/// Three units with people of telling names; some have no telephone.
fn an_office() -> Day {
    let day = Day::on("2016-10-20");
    for (name, short, people) in [
        ("示例市质量技术监督局", "市质监局", ["赵一", "白二"]),
        ("示例市安全生产监督管理局", "市安监局", ["李十", "欧阳三"]),
        ("示例市发展和改革委员会", "市发改委", ["卫五", "陈六"]),
    ] {
        let made = unit(&day, name, short);
        for (who, kind) in people.into_iter().zip(["section_head", "undertaker"]) {
            post(&day, &made, &person(&day, who), kind, "2016-08-24");
        }
        let filing = json!({"unit": made["id"], "changed_on": "2016-09-26", "filed_on": if short == "市发改委" { "2016-09-27" } else { "2016-10-12" },
            "note": short, "changes": [{"kind": "archivist", "begins": {"new_person": {"name": format!("{}档", &short[3..6]), "mobile": "19900000009"}}}]});
        day.done("registry_filing_add", filing);
    }
    day
}

fn order(by: &str, desc: bool) -> Value {
    json!({"by": by, "desc": desc})
}

/// One field of every row, page after page of two.
fn column(day: &Day, command: &str, mut request: Value, field: fn(&Value) -> &Value) -> Vec<String> {
    let mut found = Vec::new();
    loop {
        request["slice"] = json!({"offset": found.len(), "limit": 2});
        let page = day.done(command, request.clone());
        let rows = page["rows"].as_array().unwrap();
        found.extend(rows.iter().map(|row| match field(row) {
            Value::String(words) => words.clone(),
            other => other.to_string(),
        }));
        if rows.is_empty() || found.len() as u64 == page["total"].as_u64().unwrap() {
            return found;
        }
    }
}

fn cells(paper: &Paper, column: usize) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(paper.bytes.clone())).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().skip(3).map(|row| row.get(column).map(Data::to_string).unwrap_or_default()).collect()
}

#[test]
fn people_sort_by_the_sound_of_their_names_over_all_pages() {
    let day = an_office();
    let names = |desc| {
        column(&day, "registry_people", json!({"order": order("name", desc)}), |row| &row["person"]["name"])
    };
    let up = names(false);
    let known = ["白二", "陈六", "李十", "欧阳三", "卫五", "赵一"];
    assert_eq!(up.iter().filter(|name| known.contains(&name.as_str())).collect::<Vec<_>>(), known);
    assert_eq!(names(true), up.iter().rev().cloned().collect::<Vec<_>>());
    let phones =
        column(
            &day,
            "registry_people",
            json!({"order": order("mobile", true)}),
            |row| &row["person"]["mobile"],
        );
    assert_eq!(
        phones[..3],
        ["19900000009", "19900000009", "19900000009"],
        "those without a telephone come last: {phones:?}"
    );
}

#[test]
fn the_directory_is_exported_in_the_order_shown_and_printed_unit_by_unit() {
    let day = an_office();
    for (by, desc) in
        [("name", false), ("name", true), ("unit_short", true), ("mobile", false), ("post_label", false)]
    {
        let asked = json!({"order": order(by, desc)});
        let shown = column(&day, "registry_contacts", asked.clone(), |row| &row["name"]);
        assert_eq!(cells(&day.file("registry_export_contacts", asked), 3), shown, "{by} {desc}");
    }
    day.file("registry_print_directory", json!({"order": order("name", true)}));
}

#[test]
fn units_sort_by_what_is_counted_and_are_exported_so() {
    let day = an_office();
    let spare = unit(&day, "示例市体育局", "市体育局");
    let by_people = json!({"order": order("people", false)});
    let shown = column(&day, "registry_units", by_people.clone(), |row| &row["unit"]["short"]);
    assert_eq!(shown[0], spare["short"].as_str().unwrap());
    assert_eq!(cells(&day.file("registry_export_units", by_people), 2), shown);
    let by_name =
        column(&day, "registry_units", json!({"order": order("short", false)}), |row| &row["unit"]["short"]);
    assert_eq!(by_name, ["市安监局", "市发改委", "市体育局", "市质监局"]);
}

#[test]
fn filings_sort_by_lateness_and_are_exported_so() {
    let day = an_office();
    let late = json!({"order": order("late_label", true)});
    let shown = column(&day, "registry_filings", late.clone(), |row| &row["number"]);
    assert_eq!(shown.last().unwrap(), "示质强创备〔2016〕3号", "the one in time");
    assert_eq!(cells(&day.file("registry_export_filings", late), 1), shown);
    let usual = column(&day, "registry_filings", json!({}), |row| &row["number"]);
    assert_eq!(cells(&day.file("registry_export_filings", json!({})), 1), usual);
}

#[test]
fn the_audit_sorts_and_is_exported_so() {
    let day = an_office();
    day.be("admin").be("auditor");
    for by in ["at", "person", "title", "outcome", "changed", "role"] {
        let asked = json!({"order": order(by, false)});
        let shown = column(&day, "system_audit", asked.clone(), |row| &row["seq"]);
        let exported = cells(&day.file("system_audit_export", asked), 0);
        assert_eq!(exported[..shown.len()], shown, "{by}");
    }
    let first = column(&day, "system_audit", json!({"order": order("at", false)}), |row| &row["seq"]);
    assert_eq!(first[..2], ["1", "2"]);
}

#[test]
fn meetings_and_follow_ups_sort_and_are_exported_so() {
    let world = World::new();
    world.held("2016-11-10", "推进重点工作");
    world.plan("2016-11-24", "研究考核迎检工作");
    world.plan("2016-11-17", "部署质量月");
    for (by, desc) in
        [("planned_at", false), ("title", false), ("title", true), ("stage_label", false), ("name", true)]
    {
        let asked = json!({"order": order(by, desc)});
        let shown = column(&world.day, "meeting_list", asked.clone(), |row| &row["title"]);
        let exported = cells(&world.day.file("meeting_ledger", asked), 3);
        assert_eq!(exported[..shown.len()], shown, "{by} {desc}"); // below them stands the sum
    }
    let usual = column(&world.day, "meeting_list", json!({}), |row| &row["title"]);
    assert_eq!(cells(&world.day.file("meeting_ledger", json!({})), 3)[..usual.len()], usual);
    for by in [
        "number",
        "text",
        "lead",
        "source_name",
        "source_label",
        "opened_on",
        "urgency_label",
        "urgings",
        "supervisor",
        "undertaker",
        "closed_on",
        "due_on",
        "days_left",
        "stage_label",
        "reply_on",
        "reply_number",
    ] {
        world.day.done("followup_items", json!({"order": order(by, true)}));
    }
}

#[test]
fn papers_and_documents_sort_and_are_exported_so_and_their_books_begin_with_the_first_number() {
    let desk = Desk::new();
    let kinds = ["other", "filing_office", "single"];
    for (kind, title) in kinds.into_iter().zip(["关于报送总结的函", "备案报告", "质量月工作报告"])
    {
        let card = desk.receive(kind, title, &format!("示县府〔2016〕{}号", title.chars().count()));
        if kind != "single" {
            let card = desk.day.done("incoming_register", beside(&card));
            desk.take(&card, "accept", json!({}));
        }
    }
    for by in [
        "received_on",
        "number",
        "sender_name",
        "letter",
        "title",
        "kind_label",
        "due_on",
        "stage_label",
        "filing_number",
        "urgency_label",
        "closed_on",
        "result",
    ] {
        let asked = json!({"order": order(by, true)});
        let shown = column(&desk.day, "incoming_list", asked.clone(), |row| &row["title"]);
        assert_eq!(cells(&desk.day.file("incoming_ledger", asked), 5)[..shown.len()], shown, "{by}");
    }
    let numbers =
        column(&desk.day, "incoming_list", json!({"order": order("number", true)}), |row| &row["number"]);
    assert_eq!(numbers, ["2016-0002", "2016-0001", "null"], "what has no number comes last either way");
    desk.day.file("incoming_ledger_print", json!({}));
    desk.day.file("incoming_filings_print", json!({"filings": true}));
    desk.signed_by_office("关于报送材料的通知");
    desk.draft("group", "关于表扬先进的通报");
    for by in [
        "created_at",
        "number",
        "title",
        "kind_label",
        "issuer_label",
        "sent_to",
        "signature",
        "stage_label",
        "printed_on",
        "printed_copies",
        "drafter",
        "end_reason",
    ] {
        let asked = json!({"order": order(by, false)});
        let shown = column(&desk.day, "outgoing_list", asked.clone(), |row| &row["words"]["title"]);
        assert_eq!(cells(&desk.day.file("outgoing_ledger", asked), 2)[..shown.len()], shown, "{by}");
    }
    let numbers =
        column(&desk.day, "outgoing_list", json!({"order": order("number", false)}), |row| &row["number"]);
    assert_eq!(numbers[1], "null", "{numbers:?}");
    desk.day.file("outgoing_ledger_print", json!({}));
}

#[test]
fn a_column_that_a_ledger_does_not_know_is_refused() {
    let day = an_office();
    for command in [
        "registry_people",
        "registry_contacts",
        "registry_units",
        "registry_filings",
        "meeting_list",
        "followup_items",
        "incoming_list",
        "outgoing_list",
    ] {
        let no = day.refused(command, json!({"order": order("id; DROP TABLE account", false)}));
        assert!(no.message.contains("不能按"), "{command}: {no}");
    }
}
