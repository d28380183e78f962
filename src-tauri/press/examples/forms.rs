//! Writes every blank form as a PDF: `cargo run -p press --example forms -- FOLDER`, and says how long that took.
use std::path::{Path, PathBuf};
use std::time::Instant;

use press::fonts::Fonts;
use press::forms::{CATALOGUE, Letterhead};
use press::pdf::{Properties, write};

fn main() {
    let out = std::env::args().nth(1).map_or_else(|| PathBuf::from("forms"), PathBuf::from);
    std::fs::create_dir_all(&out).expect("the folder can be made");
    let fonts = Fonts::shipped_only(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts"));
    let head = Letterhead {
        group: "示例市创建“全国质量强市示范城市”工作领导小组".into(),
        office_short: "示例市创建办".into(),
        ..Letterhead::default()
    };
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|d| d.and_hms_opt(9, 30, 0));
    for round in 0..2 {
        let begun = Instant::now();
        let mut pages = 0;
        for blank in CATALOGUE {
            let placed =
                press::layout::place_form(&(blank.make)(&head), &fonts).expect("a blank form can be placed");
            let properties = Properties {
                title: placed.title.clone(),
                subject: blank.family.label().into(),
                author: head.office_short.clone(),
                created: created.expect("a real day"),
            };
            let printed = write(&placed, &fonts, &properties).expect("a blank form can be written");
            pages += printed.pages;
            let name = format!("{} {}.pdf", blank.family.label(), blank.title);
            std::fs::write(out.join(name), printed.bytes).expect("the file can be written");
        }
        println!("round {round}: {} forms, {pages} pages, {:?}", CATALOGUE.len(), begun.elapsed());
    }
}
