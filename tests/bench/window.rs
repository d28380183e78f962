//! The release window: size of the program, start to a usable page, memory of all its processes when idle.
//!
//! Needs the release build and a display; says so where one of them is missing.
use std::path::Path;

/// Prints the figures of the window.
pub fn figures() {
    let program = zhiqiang_tests::root().join("target/release").join(if cfg!(windows) {
        "zhiqiang.exe"
    } else {
        "zhiqiang"
    });
    let Ok(size) = std::fs::metadata(&program) else {
        println!("window: not measured, `cargo build --release -p zhiqiang` has not been run");
        return;
    };
    crate::line("size of the program", &format!("{:.1} MB", size.len() as f64 / 1e6), "");
    if std::env::var_os("DISPLAY").is_none() {
        println!("window: start and memory not measured, there is no display");
        return;
    }
    start(&program);
}

#[cfg(target_os = "linux")]
fn start(program: &Path) {
    use std::time::Instant;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a small runtime");
    let folder = tempfile::tempdir().expect("a temporary folder");
    runtime.block_on(async {
        let begun = Instant::now();
        let window = zhiqiang_tests::window::Window::open_program(program, folder.path()).await;
        window.see("first-start").await;
        crate::line(
            "start to a usable window, with driver",
            &format!("{:.2} s", begun.elapsed().as_secs_f64()),
            "",
        );
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        crate::line(
            "memory when idle, all processes (PSS)",
            &format!("{} MB", memory(folder.path()) / 1000),
            "",
        );
        window.close().await;
    });
}

/// PSS in kB of every process that works on this data folder. This is a bench on Linux, not the product.
#[cfg(target_os = "linux")]
fn memory(folder: &Path) -> u64 {
    let ours = folder.to_string_lossy().into_owned();
    let processes =
        std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let on_folder = processes.filter(|process| {
        let environment = std::fs::read(process.join("environ")).unwrap_or_default();
        let driver =
            std::fs::read_to_string(process.join("comm")).unwrap_or_default().starts_with("WebKitWebDriver");
        !driver && String::from_utf8_lossy(&environment).contains(&ours)
    });
    let pss = |process: std::path::PathBuf| {
        let rollup = std::fs::read_to_string(process.join("smaps_rollup")).unwrap_or_default();
        let line = rollup.lines().find(|line| line.starts_with("Pss:")).unwrap_or_default().to_owned();
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0)
    };
    on_folder.map(pss).sum()
}

#[cfg(not(target_os = "linux"))]
fn start(_: &Path) {
    println!("window: start and memory are measured on Linux only, where a driver is at hand");
}
