//! How files look: module docs, length, no marks of unfinished work, nothing that names a foreign folder.
use std::fs;
use std::path::PathBuf;

use walkdir::WalkDir;
use zhiqiang_tests::root;

fn sources() -> Vec<PathBuf> {
    let skip = ["target", "node_modules", "dist", ".git", "fonts"];
    let walk = WalkDir::new(root())
        .into_iter()
        .filter_entry(move |e| !skip.contains(&&*e.file_name().to_string_lossy()));
    let ends = ["rs", "ts", "vue", "sql", "toml", "md"];
    walk.filter_map(Result::ok)
        .map(|entry| entry.into_path())
        .filter(|path| path.extension().is_some_and(|end| ends.contains(&&*end.to_string_lossy())))
        .collect()
}

fn is_rust(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|end| end == "rs")
}

#[test]
fn every_module_says_what_it_is() {
    for path in sources().into_iter().filter(|path| is_rust(path)) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} has no module doc", path.display());
    }
}

#[test]
fn no_source_file_is_longer_than_500_lines() {
    // The generated list of commands is read by nobody from top to bottom.
    let generated = root().join("ui/src/api");
    for path in sources().into_iter().filter(|path| !path.starts_with(&generated)) {
        let code =
            path.extension().is_some_and(|end| ["rs", "ts", "vue", "sql"].contains(&&*end.to_string_lossy()));
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(!code || lines <= 500, "{} has {lines} lines: a wall is missing", path.display());
    }
}

#[test]
fn nothing_is_marked_as_unfinished() {
    let marks = [
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
        "unimple".to_owned() + "mented!",
        "to".to_owned() + "do!(",
    ];
    for path in sources()
        .into_iter()
        .filter(|path| is_rust(path) || path.extension().is_some_and(|e| e == "vue" || e == "ts"))
    {
        let text = fs::read_to_string(&path).unwrap();
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{} holds {mark}", path.display());
        }
    }
}

#[test]
fn only_the_door_and_the_front_desk_append_to_the_audit() {
    let office = root().join("src-tauri/office/src");
    for path in sources().into_iter().filter(|path| is_rust(path) && path.starts_with(&office)) {
        let inside = path.strip_prefix(&office).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        let allowed = inside.starts_with("door")
            || inside.starts_with("kernel/")
            || inside == "front_desk.rs"
            || inside == "open_store.rs";
        assert!(allowed || !text.contains("audit::append"), "{inside} appends to the audit");
        let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
        assert!(!shipped.contains("DROP TRIGGER"), "{inside} drops a trigger");
    }
}

#[test]
fn the_program_opens_no_port_and_asks_no_network() {
    for path in
        sources().into_iter().filter(|path| is_rust(path) && path.starts_with(root().join("src-tauri")))
    {
        let text = fs::read_to_string(&path).unwrap();
        for word in ["TcpListener", "TcpStream", "UdpSocket", "reqwest", "hyper::"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}
