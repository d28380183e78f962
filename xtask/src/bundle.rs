//! `cargo xtask bundle`: release build and installers for the system it runs on, with the faces and `zq` inside.
use crate::setup;
use crate::shell::{Done, cargo, node_tool, root};

/// The verb.
pub fn verb() -> Done {
    let ready = setup::everything();
    ready.sound()?;
    if !ready.window {
        return Err("the window cannot be built on this machine; the list above says what is missing".into());
    }
    cargo(["build", "--release", "-p", "zq"]).run()?;
    let build = ["exec", "--", "tauri", "build", "--bundles", kinds(), "--config", &enclosed()];
    // It looks for the project below the folder it is started in, and npm starts it in `ui`.
    let places = [("TAURI_APP_PATH", "src-tauri"), ("TAURI_FRONTEND_PATH", "ui")];
    let tool = places
        .iter()
        .fold(node_tool("npm").args(build), |tool, (key, place)| tool.env(key, root().join(place)));
    tool.run()?;
    println!("installers: {}", root().join("target").join("release").join("bundle").display());
    Ok(())
}

/// What goes in beside the program. It is named only here: a plain build would copy the faces, a hundred megabytes,
/// each time, and would not find `zq`.
fn enclosed() -> String {
    let zq = format!("zq{}", std::env::consts::EXE_SUFFIX);
    format!(
        r#"{{"bundle": {{
            "resources": {{"../assets/fonts/": "fonts/", "../target/release/{zq}": "{zq}"}},
            "linux": {{"deb": {{"files": {{"/usr/bin/zq": "linux/zq"}}}}, "rpm": {{"files": {{"/usr/bin/zq": "linux/zq"}}}}}}
        }}}}"#
    )
}

/// AppImage is left out: making one downloads its runtime.
fn kinds() -> &'static str {
    if cfg!(windows) {
        "nsis"
    } else if cfg!(target_os = "macos") {
        "app,dmg"
    } else {
        "deb,rpm"
    }
}
