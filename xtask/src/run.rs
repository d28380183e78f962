//! `cargo xtask run`: the window on demonstration data, or without a display the month's papers in a folder.
use std::path::Path;

use crate::demo::{self, DEMO_FOLDER};
use crate::shell::{Done, cargo, program};
use crate::{platform, setup};

/// The verb.
pub fn verb() -> Done {
    let ready = setup::everything();
    if !platform::has_display() {
        println!("there is no display: the demonstration month is run without a window");
        return demo::verb(&[]);
    }
    ready.sound()?;
    if !ready.window {
        println!("the window cannot be built here: the demonstration month is run without it");
        return demo::verb(&[]);
    }
    cargo(["build", "-p", "zq", "-p", "zhiqiang"]).run()?;
    let data = platform::data_home().join(DEMO_FOLDER);
    demo::make(&data, &[])?;
    open(&data)
}

fn open(data: &Path) -> Done {
    println!("demonstration data: {}", data.display());
    println!("the window opens with the demonstration clerk logged in; closing it ends this command");
    let window = platform::built("zhiqiang");
    program(&window.to_string_lossy()).env("ZHIQIANG_DATA", data).env("ZHIQIANG_DEMO", "1").run()
}
