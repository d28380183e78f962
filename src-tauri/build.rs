//! Prepares the window: reads `tauri.conf.json`, makes a permission of each command below, embeds the icon on Windows.
//!
//! It deliberately does not build the pages: `cargo xtask` does, into `ui/dist`.

/// Every command that the page can be given; `capabilities/main.json` gives them.
const COMMANDS: &[&str] = &[
    "ask",
    "stop",
    "desktop_save",
    "desktop_open",
    "desktop_view",
    "desktop_print",
    "desktop_reveal",
    "desktop_zoom",
];

fn main() {
    // The pages are embedded at compile time, which cargo cannot see by itself.
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("tauri.conf.json and capabilities/ describe the window");
}
