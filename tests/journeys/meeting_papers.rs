//! What goes out around a meeting: notices whose receipt stays with them, and who is proposed for the copies of its minutes.
use office::kernel::answer::Paper;
use serde_json::{Value, json};

use crate::meeting_world::World;

fn pages(paper: &Paper) -> usize {
    lopdf::Document::load_mem(&paper.bytes).unwrap().get_pages().len()
}

/// The notice of a meeting that asks so many things.
fn notice(world: &World, on: &str, demands: usize) -> Paper {
    let lines: Vec<String> = (1..=demands)
        .map(|n| {
            format!("{n}.请各成员单位对照职责认真准备，于会前将书面材料报送市创建办汇总，逾期不再受理。")
        })
        .collect();
    let card = world.plan(on, "推进四季度质量强市创建重点工作");
    let edit = json!({"meeting": card["meeting"]["id"], "version": card["meeting"]["version"], "title": card["meeting"]["title"],
        "planned_at": card["meeting"]["planned_at"], "place": "市政府第二会议室", "demands": lines.join("\n")});
    world.day.done("meeting_edit", edit);
    world.day.file("meeting_notice_print", json!({"meeting": card["meeting"]["id"]}))
}

#[test]
fn a_notice_of_many_lines_is_set_closer_and_keeps_its_receipt_on_the_page() {
    let world = World::new();
    let counts: Vec<usize> = [0, 2, 4, 5, 9, 14]
        .iter()
        .enumerate()
        .map(|(n, lines)| pages(&notice(&world, &format!("2016-11-{}", n + 10), *lines)))
        .collect();
    assert_eq!(counts[..4], [1, 1, 1, 1], "{counts:?}");
    assert_eq!(
        counts[5], 2,
        "beyond what is still read at arm's length the receipt has a page of its own: {counts:?}"
    );
}

fn names(card: &Value, list: &str) -> Vec<String> {
    card[list].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

/// A held meeting with one decision of the bureau, and its minutes as drafted.
fn minutes(world: &World, on: &str, guest: Option<&Value>) -> Value {
    let card = world.ready(on, "推进重点工作");
    if let Some(guest) = guest {
        let invite = json!({"meeting": card["meeting"]["id"], "name": "郑国栋", "title": "副县长", "unit": guest["id"], "role": "observe"});
        world.day.done("meeting_invite_add", invite);
    }
    let card = world.step(&card, "notify", json!({}));
    world.day.at(&format!("{on} 18:00"));
    world.day.done("meeting_attendance_rest", json!({"meeting": card["meeting"]["id"]}));
    let card = world.day.done("meeting_open", json!({"meeting": card["meeting"]["id"]}));
    let card = world.step(&card, "hold", json!({}));
    let decision = json!({"meeting": card["meeting"]["id"], "text": "补齐资料", "lead": world.bureau["id"]});
    world.day.done("meeting_decision_add", decision);
    world.submitted(&card)
}

fn accepted(world: &World, card: &Value, at: usize) -> Value {
    let one = &card["copy_proposals"][at];
    let add = json!({"minutes": card["minutes"]["id"], "name": one["name"], "reason": one["reason"]});
    world.day.done("meeting_copy_add", add)
}

#[test]
fn whoever_sat_in_or_got_minutes_about_the_same_unit_is_proposed_for_the_copies() {
    let world = World::new();
    let guest = world.day.done(
        "registry_unit_add",
        json!({"name": "示例县人民政府", "short": "示例县", "kind": "county", "joined_on": "2016-01-01"}),
    );
    let card = minutes(&world, "2016-11-10", Some(&guest));
    assert_eq!(names(&card, "copy_proposals"), ["示例县"]);
    assert_eq!(card["copy_proposals"][0]["reason"], "列席这次会议");
    let card = accepted(&world, &card, 0);
    assert_eq!(names(&card, "copy_proposals"), Vec::<String>::new());
    assert_eq!(names(&card, "copies").last().unwrap(), "示例县");
    let office =
        json!({"minutes": card["minutes"]["id"], "name": "市人大常委会办公室", "reason": "便于监督"});
    let card = world.day.done("meeting_copy_add", office);
    let card = world.minutes_step(&card, "sign", world.signature(&world.leader));
    let card = world.minutes_step(&card, "issue", json!({}));
    assert_eq!(names(&card, "copy_proposals"), Vec::<String>::new(), "frozen");

    let card = minutes(&world, "2016-11-17", None);
    assert_eq!(names(&card, "copy_proposals"), ["示例县", "市人大常委会办公室"]);
    let reason = card["copy_proposals"][1]["reason"].as_str().unwrap();
    assert!(reason.contains("〔2016〕第1期") && reason.contains("市质监局"), "{reason}");
}
