//! Who may do what: every command × role in Chinese, as golden text, and each "no" tried for real.
use office::front_desk::{commands, listing};
use office::kernel::Role;
use office::{RefusalKind, front_desk};
use serde_json::json;
use zhiqiang_tests::Day;

#[test]
fn the_matrix_of_commands_and_roles_is_the_golden_one() {
    let mut text = String::from("命令 | 名称 | 系统管理员 | 经办人 | 办公室主任 | 审计员\n");
    for listed in listing() {
        let mark = |role: Role| {
            if listed.mode == "door" || listed.roles.contains(&role.label()) { "✓" } else { "—" }
        };
        let marks: Vec<&str> = Role::ALL.into_iter().map(mark).collect();
        text += &format!("{} | {} | {}\n", listed.name, listed.title, marks.join(" | "));
    }
    insta::assert_snapshot!("rights", text);
}

#[test]
fn whoever_may_not_is_turned_away_before_the_request_is_even_read() {
    let day = Day::on("2016-09-01");
    for (role, login) in [
        (Role::Admin, "admin"),
        (Role::Clerk, "clerk"),
        (Role::Director, "director"),
        (Role::Auditor, "auditor"),
    ] {
        day.be(login);
        for command in commands().iter().filter(|command| !command.who.contains(&role)) {
            let refusal = day.refused(command.name, json!({"nonsense": true}));
            assert_eq!(refusal.kind, RefusalKind::NotAllowed, "{} as {login}", command.name);
            assert!(refusal.hint.is_some_and(|hint| hint.contains("请由")), "{}", command.name);
        }
    }
}

#[test]
fn nobody_asks_anything_before_logging_in() {
    let day = Day::on("2016-09-01");
    day.done("door_leave", json!({}));
    for command in commands() {
        assert_eq!(day.refused(command.name, json!({})).kind, RefusalKind::NotAllowed, "{}", command.name);
    }
}

#[test]
fn every_command_has_a_name_of_its_room_and_a_chinese_title() {
    let mut seen = std::collections::BTreeSet::new();
    for listed in front_desk::listing() {
        assert!(seen.insert(listed.name), "{} is there twice", listed.name);
        assert!(listed.name.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{}", listed.name);
        assert!(listed.title.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", listed.name);
    }
}

#[test]
fn the_auditor_changes_nothing() {
    use office::kernel::command::Mode;
    let changing =
        commands().into_iter().filter(|c| c.mode == Mode::Changes && c.who.contains(&Role::Auditor));
    assert_eq!(changing.map(|c| c.name).collect::<Vec<_>>(), Vec::<&str>::new());
}
