//! 质强办, the window: opens the Office and one page on it; nothing else.
//!
//! What it promises: one window on one data folder, no network, no listening port, nothing personal in the log.
//! What it deliberately does not know: the office's business. A page asks by name (`ask.rs`); what only a desktop can
//! do — dialogs, viewer, printing — is in `desktop.rs`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod ask;
mod demo;
mod desktop;
mod frame;
mod log_file;
mod only_one;
mod places;

use std::sync::Arc;

use office::{Office, Options};
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager, WebviewWindowBuilder, Wry};

/// The label of the one window.
const MAIN: &str = "main";

fn main() {
    let app = with_plugins(tauri::Builder::default())
        .invoke_handler(tauri::generate_handler![
            ask::ask,
            ask::stop,
            desktop::desktop_save,
            desktop::desktop_open,
            desktop::desktop_view,
            desktop::desktop_print,
            desktop::desktop_reveal,
            desktop::desktop_zoom
        ])
        .setup(|app| Ok(open(app)?))
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|app, event| {
            if let tauri::RunEvent::Exit = event {
                desktop::clear_view_folder(app);
            }
        }),
        Err(error) => {
            eprintln!("质强办无法打开窗口：{error}");
            std::process::exit(1);
        }
    }
}

fn with_plugins(builder: tauri::Builder<Wry>) -> tauri::Builder<Wry> {
    // It must be the first plugin. Another data folder, such as the demonstration's, may have a window of its own.
    let builder = if places::usual_data_folder() {
        builder.plugin(tauri_plugin_single_instance::init(|app, _, _| come_forward(app)))
    } else {
        builder
    };
    builder
        .plugin(log_file::plugin())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(tauri_plugin_window_state::Builder::new().build())
}

/// Opens the office, then the window on it: the page's first question must find the office there.
fn open(app: &mut App) -> tauri::Result<()> {
    log::info!("version {} starts", app.package_info().version);
    desktop::clear_view_folder(app.handle());
    let folder = places::data(app.handle())?;
    let Some(claim) = only_one::claim(&folder) else {
        only_one::say_so_and_end(app.handle());
        return Ok(());
    };
    app.manage(claim);
    let options = Options { fonts: places::fonts(app.handle()), ..Options::default() };
    let office = Arc::new(Office::new(folder, options));
    demo::enter(&office);
    let warm = office.clone();
    std::thread::spawn(move || warm.warm_up());
    app.manage(ask::Counter::new(office));
    app.manage(desktop::Saved::default());
    let config = app.config().app.windows.iter().find(|window| window.label == MAIN);
    let config = config.ok_or(tauri::Error::WindowNotFound)?.clone();
    WebviewWindowBuilder::from_config(app.handle(), &config)?
        .on_navigation(|url| places::is_our_page(url.scheme(), url.host_str()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

fn come_forward(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window that is already in front refuses; there is nothing to do about it.
        let _ = window.unminimize().and_then(|()| window.set_focus());
    }
}
