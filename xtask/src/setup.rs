//! `cargo xtask setup`: system packages, faces, node modules, pages — each looked for first, each named where it is missing.
use crate::shell::Done;
use crate::{apt, fonts, platform, ui};

/// Something that is missing here and could not be helped.
pub struct Lack {
    what: String,
    how: String,
}

impl Lack {
    /// What is missing, and how a person gets it.
    pub fn new(what: impl Into<String>, how: impl Into<String>) -> Self {
        Self { what: what.into(), how: how.into() }
    }
}

/// What the other verbs can count on.
pub struct Ready {
    /// The window can be built: its libraries and its pages are there.
    pub window: bool,
    /// Node is there, with the modules of the lock file.
    pub node: bool,
    /// The faces: a machine that cannot fetch them is no failure, a face that is not the pinned one is.
    pub faces: Done,
    /// The pages, where Node is there to build them.
    pub pages: Done,
}

impl Ready {
    /// Whether nothing failed that could be expected to work.
    pub fn sound(&self) -> Done {
        self.faces.clone().and(self.pages.clone())
    }
}

/// Sets everything up and tells in one list what could not be.
pub fn everything() -> Ready {
    let mut lacks = apt::install();
    let faces = fonts::fetch(&mut lacks);
    let node = ui::modules(&mut lacks);
    let pages = if node { ui::pages() } else { Ok(()) };
    let ready = Ready { window: platform::window_builds() && ui::built(), node, faces, pages };
    tell(&lacks);
    ready
}

fn tell(lacks: &[Lack]) {
    if lacks.is_empty() {
        return;
    }
    eprintln!("\nMissing on this machine:");
    for lack in lacks {
        eprintln!("  - {}\n      get it: {}", lack.what, lack.how);
    }
    eprintln!("What does not need them goes on.\n");
}

/// The verb.
pub fn verb() -> Done {
    let ready = everything();
    let window = if ready.window { "can be built" } else { "cannot be built" };
    println!("set-up done; the window {window} here");
    ready.sound()
}
