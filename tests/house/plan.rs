//! PLAN: which room may enter which. Anything that is not in the table fails; so does a room without a row.
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;
use zhiqiang_tests::root;

/// Room → rooms it may enter (kernel and itself always, but for the kernel's own).
const PLAN: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("system", &["door"]),
    ("registry", &[]),
    ("followup", &["registry"]),
    ("meetings", &["registry", "followup"]),
    ("papers", &[]),
    ("library", &["registry"]),
    ("matters", &["registry", "meetings", "library"]),
    ("tasks", &["registry", "library"]),
    ("reports", &["registry"]),
    ("documents", &["registry", "followup", "reports"]),
    (
        "workbench",
        &["registry", "meetings", "documents", "followup", "tasks", "matters", "library", "reports"],
    ),
    ("open_store", &[]),
    ("door", &["front_desk", "open_store"]),
    (
        "front_desk",
        &[
            "door",
            "open_store",
            "system",
            "registry",
            "meetings",
            "documents",
            "followup",
            "tasks",
            "matters",
            "library",
            "reports",
            "workbench",
            "papers",
        ],
    ),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let all = WalkDir::new(folder).into_iter().filter_map(Result::ok).map(|entry| entry.into_path());
    all.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

/// First name after `crate::` in every path of a file.
fn asks(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code {
        for part in line.split("crate::").skip(1) {
            // `use crate::{a, b::c}` names several rooms at once.
            let names: Vec<&str> = match part.strip_prefix('{') {
                Some(list) => list.split(',').collect(),
                None => vec![part],
            };
            for name in names {
                let name: String =
                    name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn rooms_enter_only_the_rooms_of_the_plan() {
    let office = root().join("src-tauri/office/src");
    let plan: BTreeMap<&str, &[&str]> = PLAN.iter().copied().collect();
    let mut wrong = Vec::new();
    for path in sources(&office) {
        let inside = path.strip_prefix(&office).unwrap();
        let room = inside.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_string();
        if room == "lib" {
            continue;
        }
        let Some(may) = plan.get(room.as_str()) else {
            wrong.push(format!("{room} has no row in the plan"));
            continue;
        };
        for asked in asks(&fs::read_to_string(&path).unwrap()) {
            let own = asked == room || asked == "id" || asked.chars().next().is_some_and(char::is_uppercase);
            let known = plan.contains_key(asked.as_str());
            if known && !own && asked != "kernel" && !may.contains(&asked.as_str()) {
                wrong.push(format!("{} asks {asked}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "not in the plan:\n{}", wrong.join("\n"));
}

#[test]
fn the_press_knows_no_office_and_the_office_no_window() {
    for (folder, forbidden) in [
        ("src-tauri/press/src", &["office::", "rusqlite", "tauri"][..]),
        ("src-tauri/office/src", &["tauri::"][..]),
    ] {
        for path in sources(&root().join(folder)) {
            let text = fs::read_to_string(&path).unwrap();
            let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
            for word in forbidden {
                assert!(!code.contains(word), "{} names {word}", path.display());
            }
        }
    }
}

#[test]
fn the_sql_of_a_room_names_only_its_own_tables() {
    let owners: &[(&str, &[&str])] = &[
        ("registry", &["registry"]),
        ("meetings", &["meeting", "agenda", "minutes"]),
        ("documents", &["incoming", "outgoing", "document"]),
        ("followup", &["followup"]),
        ("matters", &["matter"]),
        ("tasks", &["task"]),
        ("library", &["library"]),
        ("reports", &["report", "bulletin"]),
    ];
    let mut wrong = Vec::new();
    let schema = crate::schema::tables();
    for (room, _) in owners {
        let folder = root().join("src-tauri/office/src").join(room);
        for path in WalkDir::new(&folder).into_iter().filter_map(Result::ok).map(|e| e.into_path()) {
            if !path.extension().is_some_and(|end| end == "rs" || end == "sql") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for table in named(&text) {
                let owner = owner_of(&table, owners);
                if schema.contains(&table) && owner.is_some_and(|owner| owner != *room) {
                    wrong.push(format!("{} names {table} of {}", path.display(), owner.unwrap_or("?")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "SQL across rooms:\n{}", wrong.join("\n"));
}

fn owner_of<'a>(table: &str, owners: &'a [(&'a str, &'a [&'a str])]) -> Option<&'a str> {
    let fits = |prefix: &&str| table == *prefix || table.starts_with(&format!("{prefix}_"));
    owners.iter().find(|(_, prefixes)| prefixes.iter().any(fits)).map(|(room, _)| *room)
}

fn named(text: &str) -> Vec<String> {
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
    let before = ["FROM", "JOIN", "INTO", "UPDATE", "TABLE"];
    words.windows(2).filter(|pair| before.contains(&pair[0])).map(|pair| pair[1].to_owned()).collect()
}
