//! Archive copies (PDF/A-2b): real papers against the clauses of ISO 19005-2, and against PDFBox where it is installed.
//!
//! PDFBox knows PDF/A-1b. What 1b forbids and 2b allows is transparency and the number 2 in the file's mark; so it is given
//! papers without seals, with the number changed.
use std::path::{Path, PathBuf};
use std::process::Command;

use press::document::{Document, Watermark};
use press::form::{Align, Block, Cell, Form, Paper, Row, Table};
use press::ledger::{Column, Kind, Ledger, Value};
use press::page::{Bookmark, Face, Placed};

use crate::archive_rules::{broken_clauses, xmp};
use crate::minutes_samples::{body_of, minutes};
use crate::picture_samples::{
    deep, four_inks, grey_jpeg, grey_png, palette, paper, photo, print, properties, seal,
};

fn table() -> Form {
    let row = |a: &str, b: &str| Row::new(8.0, vec![Cell::label(a), Cell::left(b)]);
    let rows = vec![row("姓名", "郑晓堃 陈珺 冯喆 李玥"), row("电话", "0816-2260001"), row("签字", "")];
    let text = |face| Block::Text {
        text: "本表一式两份 ABC abc 123 —— “示例”……".into(),
        face,
        size_pt: 14.0,
        align: Align::Left,
        indent: true,
    };
    Form {
        title: "登记表".into(),
        paper: Paper::Landscape,
        blocks: vec![
            text(Face::Song),
            text(Face::Kai),
            text(Face::Hei),
            Block::Table(Table { widths: vec![1.0, 3.0], size_pt: 12.0, head_rows: 0, rows }),
        ],
        seat_cards: Vec::new(),
        foot: "示例市创建办".into(),
        watermarks: vec![Watermark::Sample],
    }
}

fn ledger() -> Ledger {
    Ledger {
        title: "台账".into(),
        note: "说明".into(),
        columns: vec![Column::new("序号", Kind::Number, 6).summed(), Column::new("单位", Kind::Text, 30)],
        rows: (0..90).map(|n| vec![Value::Number(f64::from(n)), Value::Text("示例单位".into())]).collect(),
    }
}

/// Papers without transparency, of every kind.
fn plain() -> Vec<(&'static str, Placed)> {
    let fonts = crate::fonts();
    let signed = Document { watermarks: vec![Watermark::ForReview], ..minutes(&body_of(2)) };
    let mut placed = press::layout::place_document(&signed, fonts).expect("minutes");
    placed.bookmarks = vec![
        Bookmark { title: "纪要".into(), depth: 0, page: 0, y: 90.0 },
        Bookmark { title: "一、会议".into(), depth: 1, page: 1, y: 40.0 },
    ];
    let pictures = [photo(), grey_jpeg(), grey_png(), palette(), four_inks()];
    let hung: Vec<_> = pictures
        .into_iter()
        .zip(0..)
        .map(|(p, n)| (p, [28.0, 20.0 + 18.0 * f64::from(n), 30.0, 15.0]))
        .collect();
    vec![
        ("archive_minutes", placed),
        ("archive_form", press::layout::place_form(&table(), fonts).expect("a form")),
        ("archive_ledger", press::layout::place_ledger(&ledger(), fonts).expect("a ledger")),
        ("archive_pictures", paper(&hung)),
    ]
}

fn sealed() -> Placed {
    paper(&[
        (seal(), [70.0, 98.0, 42.0, 42.0]),
        (deep(), [20.0, 20.0, 30.0, 20.0]),
        (seal(), [120.0, 98.0, 42.0, 42.0]),
    ])
}

#[test]
fn every_kind_of_paper_keeps_every_clause_of_pdf_a_2b() {
    let mut papers = plain();
    papers.push(("archive_sealed", sealed()));
    for (name, placed) in papers {
        let bytes = print(name, &placed, true).bytes;
        assert_eq!(broken_clauses(&bytes), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_everyday_file_is_no_archive_copy_and_does_not_say_so() {
    let bytes = print("no_archive", &sealed(), false).bytes;
    let broken = broken_clauses(&bytes);
    for clause in ["6.2.3", "6.6.4"] {
        assert!(broken.iter().any(|said| said.starts_with(clause)), "{clause} in {broken:?}");
    }
    assert!(!String::from_utf8_lossy(&bytes).contains("pdfaid"));
}

#[test]
fn the_metadata_says_word_for_word_what_the_properties_say() {
    let xmp = xmp(&print("archive_words", &paper(&[]), true).bytes).expect("a packet");
    for said in [
        "关于“质量强市”的&lt;通知&gt; &amp; 附件",
        "<rdf:li>示例市创建办</rdf:li>",
        "<xmp:CreateDate>2016-08-30T09:30:00+08:00</xmp:CreateDate>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
    ] {
        assert!(xmp.contains(said), "{said} in {xmp}");
    }
    let odd = press::pdf::Properties { title: "两\n行\u{7}".into(), author: String::new(), ..properties() };
    let options = press::pdf::Options { archive: true };
    let bytes = press::pdf::write_with(&paper(&[]), crate::fonts(), &odd, options).expect("paper").bytes;
    assert_eq!(broken_clauses(&bytes), Vec::<String>::new(), "a title with control characters, no author");
}

/// The jars of PDFBox 2: Debian's folder, or the one that `PREFLIGHT_JARS` names.
fn jars() -> Option<Vec<PathBuf>> {
    let folder =
        std::env::var_os("PREFLIGHT_JARS").map_or_else(|| PathBuf::from("/usr/share/java"), PathBuf::from);
    let names =
        ["preflight", "xmpbox", "pdfbox2", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"];
    let jars: Vec<PathBuf> = names.iter().map(|name| folder.join(format!("{name}.jar"))).collect();
    let java = Command::new("java").arg("-version").output().is_ok_and(|ran| ran.status.success());
    (java && jars.iter().all(|jar| jar.exists())).then_some(jars)
}

#[test]
fn pdfbox_finds_nothing_to_complain_of() {
    let Some(jars) = jars() else {
        println!(
            "not judged: java, libpdfbox2-java, libactivation-java or libjaxb-api-java is not installed"
        );
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> = plain()
        .into_iter()
        .map(|(name, placed)| {
            let bytes = print(name, &placed, true).bytes;
            let file = folder.path().join(format!("{name}.pdf"));
            std::fs::write(&file, as_1b(bytes)).expect("a file");
            file
        })
        .collect();
    let broken = folder.path().join("everyday.pdf");
    std::fs::write(&broken, print("everyday", &paper(&[]), false).bytes).expect("a file");
    let said = judge(&jars, files.iter().chain([&broken]));
    for file in &files {
        let of = |line: &&str| line.starts_with(&*file.to_string_lossy());
        let lines: Vec<&str> = said.lines().filter(of).collect();
        assert!(lines.len() == 1 && lines[0].ends_with("\tread"), "{}", lines.join("\n"));
    }
    assert!(
        said.lines().filter(|line| line.contains("everyday.pdf")).count() > 2,
        "it does find faults: {said}"
    );
}

/// The same file with the number of the older standard, which has the same length.
fn as_1b(mut bytes: Vec<u8>) -> Vec<u8> {
    let mark = b"<pdfaid:part>";
    let at = bytes.windows(mark.len()).position(|window| window == mark).expect("the mark in plain sight");
    bytes[at + mark.len()] = b'1';
    bytes
}

fn judge<'a>(jars: &[PathBuf], files: impl Iterator<Item = &'a PathBuf>) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("paper").join("Preflight.java");
    let path = std::env::join_paths(jars).expect("a class path");
    let ran = Command::new("java").arg("-cp").arg(path).arg(source).args(files).output().expect("java runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8_lossy(&ran.stdout).into_owned()
}
