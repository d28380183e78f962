//! `cargo xtask bundle`: release build and installers for the system it runs on.
use crate::setup;
use crate::shell::{Done, cargo, node_tool, root};

/// The verb.
pub fn verb() -> Done {
    let ready = setup::everything();
    ready.sound?;
    if !ready.window {
        return Err("the window cannot be built on this machine; the list above says what is missing".into());
    }
    cargo(["build", "--release", "-p", "zq"]).run()?;
    // The faces and `zq` are added only here: a plain build must not copy a hundred megabytes of faces each time.
    let more = root().join("src-tauri").join("bundle.conf.json");
    let build = ["exec", "--", "tauri", "build", "--bundles", kinds(), "--config"];
    node_tool("npm").args(build).args([more.as_os_str()]).run()?;
    println!("installers: {}", root().join("target").join("release").join("bundle").display());
    Ok(())
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
