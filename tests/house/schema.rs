//! The golden schema: the whole of it in one text, so that no table changes unseen.
use std::collections::BTreeSet;

use zhiqiang_tests::root;

fn statements() -> Vec<String> {
    let folder = root().join("src-tauri/office/src/kernel/migrations");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Names of all tables.
pub fn tables() -> BTreeSet<String> {
    let text = statements().join("\n");
    let names = text.split("CREATE TABLE ").skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()).collect()
}

#[test]
fn every_migration_is_known_to_the_program_in_its_order() {
    let files = statements();
    let known: Vec<&str> = office::kernel::migrations::ALL.iter().map(|(_, sql)| *sql).collect();
    assert_eq!(files.iter().map(String::as_str).collect::<Vec<_>>(), known);
}

#[test]
fn the_schema_is_the_golden_one() {
    insta::assert_snapshot!("schema", statements().join("\n"));
}

#[test]
fn every_business_table_is_strict_and_belongs_to_a_campaign() {
    let free = ["campaign", "setting", "account", "calendar_day", "audit"];
    let text = statements().join("\n");
    for (name, body) in text.split("CREATE TABLE ").skip(1).map(|rest| {
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        (name, rest.split(';').next().unwrap_or_default().to_owned())
    }) {
        assert!(body.trim_end().ends_with("STRICT"), "{name} is not STRICT");
        let child = body.contains("REFERENCES") && !body.contains("campaign");
        assert!(
            free.contains(&name.as_str()) || body.contains("campaign TEXT NOT NULL") || child,
            "{name} belongs to no campaign, neither itself nor through its parent"
        );
    }
}
