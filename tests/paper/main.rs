//! Every printed paper: golden layouts, geometry of the finished PDF, workbooks read back.
mod archive_copy;
mod archive_rules;
mod body;
mod bulletins;
mod docx_faults;
mod docx_office;
mod docx_order;
mod docx_pages;
mod docx_read;
mod docx_samples;
mod docx_text;
mod endings;
mod faces_report;
mod forms;
mod ledger_rows;
mod ledgers;
mod minutes_geometry;
mod minutes_read;
mod minutes_samples;
mod minutes_text;
mod official_annexes;
mod official_forms;
mod official_geometry;
mod official_golden;
mod official_random;
mod official_refusals;
mod official_ruler;
mod official_samples;
mod official_signature;
mod outline;
mod picture_samples;
mod pictures;
mod turned;

/// The faces that ship with the program: the same paper on every machine.
fn fonts() -> &'static press::fonts::Fonts {
    static FONTS: std::sync::OnceLock<press::fonts::Fonts> = std::sync::OnceLock::new();
    FONTS.get_or_init(|| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let fonts = press::fonts::Fonts::shipped_only(&root.join("assets").join("fonts"));
        assert!(!fonts.is_empty(), "assets/fonts holds no faces: `cargo xtask setup` fetches them");
        fonts
    })
}
