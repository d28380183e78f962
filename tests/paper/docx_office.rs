//! LibreOffice opens our Word files and gives them as many pages as our own paper has.
use std::path::PathBuf;

use zhiqiang_tests::libreoffice::{is_there, to_pdf};

use crate::docx_samples::{bulletins, documents, files, properties};

fn pages(pdf: &PathBuf) -> usize {
    lopdf::Document::load(pdf).expect("a PDF").get_pages().len()
}

#[test]
fn libreoffice_sees_as_many_pages_as_paper_has() {
    if !is_there() {
        println!(
            "not run: no soffice here (Debian: apt-get install --no-install-recommends libreoffice-writer-nogui)"
        );
        return;
    }
    // Kept beside the build for looking at: Word file, its pages in LibreOffice, ours.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("docx");
    std::fs::create_dir_all(&folder).expect("the build folder is writable");
    let put = |(name, file): &(String, Vec<u8>)| {
        let path = folder.join(name).with_extension("docx");
        std::fs::write(&path, file).expect("the folder is writable");
        path
    };
    let paths: Vec<PathBuf> = files().iter().map(put).collect();
    let seen: Vec<usize> = to_pdf(&paths, &folder).iter().map(pages).collect();
    let fonts = crate::fonts();
    let documents =
        documents().into_iter().map(|(_, document)| press::layout::place_document(&document, fonts));
    let bulletins =
        bulletins().into_iter().map(|(_, bulletin)| press::layout::place_bulletin(&bulletin, fonts));
    let ours = documents.chain(bulletins).zip(&paths).map(|(placed, path)| {
        let placed = placed.expect("a sample can be placed");
        let printed =
            press::pdf::write(&placed, fonts, &properties("示例")).expect("a sample can be printed");
        std::fs::write(path.with_extension("ours.pdf"), printed.bytes).expect("the folder is writable");
        printed.pages
    });
    let different: Vec<String> = files()
        .iter()
        .zip(seen.iter().zip(ours))
        .filter(|(_, (seen, ours))| **seen != *ours)
        .map(|((name, _), (seen, ours))| format!("{name}: {ours} pages on paper, {seen} in LibreOffice"))
        .collect();
    assert!(different.is_empty(), "{}", different.join("\n"));
}
