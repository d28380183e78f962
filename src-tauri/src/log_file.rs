//! The log: a small file for the administrator, with versions, kinds of refusals and places of faults.
//!
//! It deliberately holds no names, no numbers and no text of records; so a panic is logged by its place, not its words.
use tauri::Wry;
use tauri::plugin::TauriPlugin;
use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind};

/// Largest size of one log file, in bytes.
const LARGEST: u128 = 1_000_000;

/// The plugin, writing to a file in the system's place for logs.
pub fn plugin() -> TauriPlugin<Wry> {
    log_panics_by_place();
    Builder::new()
        .clear_targets()
        .target(Target::new(TargetKind::LogDir { file_name: Some("zhiqiang".into()) }))
        .level(log::LevelFilter::Warn)
        .level_for("zhiqiang", log::LevelFilter::Info)
        .max_file_size(LARGEST)
        .rotation_strategy(RotationStrategy::KeepSome(3))
        .build()
}

fn log_panics_by_place() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if let Some(place) = panic.location() {
            log::error!("fault at {}:{}", place.file(), place.line());
        }
        if cfg!(debug_assertions) {
            before(panic);
        }
    }));
}
