//! LibreOffice as a second reader of our Word files, where it is installed (`libreoffice-writer-nogui` on Debian).
//!
//! It is given our faces under the names that offices have theirs under, so that both set the same text in the same
//! widths. It deliberately installs nothing.
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Empty pages that a section leaves before an even page count as pages, as they do on paper.
const FILTER: &str = r#"pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}"#;

/// Is it there?
pub fn is_there() -> bool {
    let asked = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Turns Word files into PDFs beside them, in one run; returns the PDFs' paths.
///
/// # Panics
/// If it cannot be run or leaves a file out.
pub fn to_pdf(files: &[PathBuf], folder: &Path) -> Vec<PathBuf> {
    let profile = folder.join("profile");
    let faces = folder.join("fonts.conf");
    std::fs::write(&faces, faces_for(&crate::fonts(), folder)).expect("the folder is writable");
    let pdf = |file: &PathBuf| folder.join(file.file_stem().expect("a name")).with_extension("pdf");
    let pdfs: Vec<PathBuf> = files.iter().map(pdf).collect();
    // What an earlier run left is not what this run made.
    pdfs.iter().for_each(|pdf| drop(std::fs::remove_file(pdf)));
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", FILTER, "--outdir"])
        .arg(folder)
        .args(files)
        .env("FONTCONFIG_FILE", &faces)
        .output()
        .expect("soffice runs");
    for pdf in &pdfs {
        assert!(pdf.exists(), "{} was not made: {}", pdf.display(), String::from_utf8_lossy(&done.stderr));
    }
    pdfs
}

/// Which of our faces stands for which of the office's.
fn faces_for(fonts: &Path, folder: &Path) -> String {
    let alias = |name: &str, ours: &[&str]| {
        let ours: String = ours.iter().map(|family| format!("<family>{family}</family>")).collect();
        format!("<alias binding=\"same\"><family>{name}</family><prefer>{ours}</prefer></alias>")
    };
    let aliases = [
        alias("仿宋_GB2312", &["FandolFang R", "LXGW WenKai"]),
        alias("楷体_GB2312", &["FandolKai", "LXGW WenKai"]),
        alias("黑体", &["FandolHei", "Noto Sans CJK SC"]),
        alias("宋体", &["FandolSong", "Noto Serif CJK SC"]),
    ];
    // 小标宋 is the bold cut of its substitute.
    let bold = "<match target=\"pattern\"><test name=\"family\"><string>方正小标宋简体</string></test>\
        <edit name=\"family\" mode=\"assign\" binding=\"same\"><string>Noto Serif CJK SC</string></edit>\
        <edit name=\"weight\" mode=\"assign\" binding=\"same\"><const>bold</const></edit></match>";
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir>\
         <cachedir>{}</cachedir>{}{bold}</fontconfig>",
        fonts.display(),
        folder.join("cache").display(),
        aliases.concat()
    )
}
