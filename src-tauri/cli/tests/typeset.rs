//! Texts to paper by the real program: every format, every way in and out, and every fault with its sentence.
#![allow(clippy::unwrap_used)] // helpers of tests are no product code

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Said, run, zq};

const GOOD: &str = "---\n格式: 公文\n标志: 示例市人民政府文件\n标题: 关于开展质量月活动的通知\n主送: 各县\n署名: 示例市人民政府\n成文日期: 2016-08-30\n---\n会议指出,质量是企业的生命.\n";

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/samples")
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// Sets a text from a file of its own; the folder, and what was said.
fn set(source: &str, ending: &str, more: &[&str]) -> (tempfile::TempDir, Said) {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("文稿.txt"), folder.path().join(format!("文稿.{ending}")));
    fs::write(&from, source).unwrap();
    let mut args = vec!["typeset".to_owned(), text(&from), "-o".into(), text(&to)];
    args.extend(more.iter().map(|arg| (*arg).to_owned()));
    let said = zq(&args.iter().map(String::as_str).collect::<Vec<_>>());
    (folder, said)
}

fn words_of(path: &Path) -> String {
    let pdf = lopdf::Document::load(path).unwrap();
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    pdf.extract_text(&pages).unwrap().split_whitespace().collect()
}

#[test]
fn every_sample_becomes_a_pdf_an_archive_pdf_and_a_word_file() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, more, magic) in
        [("pdf", "--force", b"%PDF"), ("pdfa", "--pdfa", b"%PDF"), ("docx", "--docx", b"PK\x03\x04")]
    {
        let out = folder.path().join(kind);
        let said = zq(&["typeset", &text(&samples()), "-o", &text(&out), more]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.out.contains("共 6 个文件，排成 6 个"), "{said:?}");
        let files: Vec<_> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(files.len(), 6);
        for file in files {
            assert!(fs::read(&file).unwrap().starts_with(magic), "{}", file.display());
        }
    }
    let words = words_of(&folder.path().join("pdf/简报.pdf"));
    assert!(words.contains("质量强市创建工作简报") && words.contains("示例县创建办"), "{words}");
}

#[test]
fn corrections_are_told_on_stderr_and_can_be_declined() {
    let (folder, said) = set(GOOD, "pdf", &[]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.err.contains("改正 2 处") && said.err.contains("第 9 行第 5 字　半角标点：“,”改为“，”"),
        "{said:?}"
    );
    assert!(words_of(&folder.path().join("文稿.pdf")).contains("会议指出，质量是企业的生命。"));
    let (folder, said) = set(GOOD, "pdf", &["--no-tidy"]);
    assert!(said.code == 0 && !said.err.contains("改正"), "{said:?}");
    assert!(words_of(&folder.path().join("文稿.pdf")).contains("会议指出,质量是企业的生命."));
}

#[test]
fn characters_that_no_face_has_are_named() {
    let (_folder, said) = set(&GOOD.replace("会议指出", "会议\u{1F642}指出"), "pdf", &[]);
    assert!(said.code == 0 && said.err.contains("印成“〓”：\u{1F642}"), "{said:?}");
}

#[test]
fn a_text_comes_from_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let to = text(&folder.path().join("纪要.pdf"));
    let said = run(None, None, &["typeset", "-", "-o", &to], GOOD);
    assert_eq!((said.code, said.out.trim()), (0, to.as_str()), "{said:?}");
}

#[test]
fn gbk_is_read_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let (gbk, _, _) = encoding_rs::GBK.encode(GOOD);
    let (from, to) = (folder.path().join("通知.txt"), folder.path().join("通知.pdf"));
    fs::write(&from, gbk).unwrap();
    let said = zq(&["typeset", &text(&from), "-o", &text(&to)]);
    assert!(said.code == 0 && said.err.contains("GBK"), "{said:?}");
    assert!(words_of(&to).contains("关于开展质量月活动的通知"));
}

#[test]
fn bad_texts_are_refused_with_line_and_key_and_leave_nothing_behind() {
    for (source, said) in [
        ("正文", "第 1 行：没有题头"),
        ("---\n标题: 甲\n", "题头没有结束"),
        ("---\n标题: 甲\n标题: 乙\n---\n", "第 3 行：“标题”写了两次"),
        ("---\n标志: 甲\n---\n", "“标题”：没有写"),
        ("---\n标志: 甲\n标题: 乙\n主送单位: 丙\n---\n", "第 4 行：没有“主送单位”这个键。是不是“主送”？"),
        ("---\n标志: 甲\n标题: 乙\n成文日期: 明天\n---\n", "第 4 行“成文日期”：“明天”不是日期"),
        ("---\n标志: 甲\n标题: 乙\n密级: 秘密\n---\n", "涉密文件不得在本程序中办理"),
        ("---\n标志: 甲\n标题: 乙\n---\n![图](没有.png)\n", "第 5 行：图片“没有.png”找不到"),
        (
            "---\n标志: 甲\n标题: 乙\n附件:\n  - 标题: 丙\n    文件: 没有.txt\n---\n",
            "附件文件“没有.txt”找不到",
        ),
        ("+++\n标志 = 甲\n+++\n", "第 2 行：题头的写法不对"),
    ] {
        let (folder, done) = set(source, "pdf", &[]);
        assert!(done.code == 1 && done.out.is_empty() && done.err.contains(said), "{source}: {done:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "only the text itself is there");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let to = text(&folder.path().join("x.pdf"));
    for (bytes, words) in [(b"PK\x03\x04x".to_vec(), "Word"), (vec![b'x'; 5 * 1024 * 1024 + 1], "超过 5 MB")]
    {
        let from = folder.path().join("x.txt");
        fs::write(&from, bytes).unwrap();
        let said = zq(&["typeset", &text(&from), "-o", &to]);
        assert!(said.code == 1 && said.err.contains(words), "{said:?}");
    }
    let said = zq(&["typeset", &text(&folder.path().join("没有.txt")), "-o", &to]);
    assert!(said.code == 1 && said.err.contains("不存在"), "{said:?}");
}

#[test]
fn a_wrong_ending_is_a_fault_of_the_command_line() {
    for (ending, more, words) in [
        ("odt", "--no-tidy", ".pdf 或 .docx"),
        ("docx", "--pdfa", "--pdfa 只用于 PDF"),
        ("pdf", "--docx", ".docx"),
    ] {
        let (_folder, said) = set(GOOD, ending, &[more]);
        assert!(said.code == 2 && said.err.contains(words), "{said:?}");
    }
}

#[test]
fn a_file_is_not_overwritten_unless_asked() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.txt"), folder.path().join("a.pdf"));
    fs::write(&from, GOOD).unwrap();
    fs::write(&to, "mine").unwrap();
    let said = zq(&["typeset", &text(&from), "-o", &text(&to)]);
    assert!(said.code == 1 && said.err.contains("已经存在"), "{said:?}");
    assert_eq!(fs::read(&to).unwrap(), b"mine");
    assert_eq!(zq(&["typeset", &text(&from), "-o", &text(&to), "--force"]).code, 0);
}

#[test]
fn one_text_of_a_folder_that_fails_does_not_hold_up_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("文稿"), folder.path().join("打印件"));
    fs::create_dir(&from).unwrap();
    for (name, words) in [
        ("a.txt", GOOD),
        ("a.md", GOOD),
        ("b.md", "没有题头"),
        ("c.txt", "---\n标志: 甲\n标题: 乙\n附件:\n  - 标题: 丙\n    文件: 附件.txt\n---\n正文\n"),
        ("附件.txt", "附件的正文\n"),
        ("d.docx", "x"),
    ] {
        fs::write(from.join(name), words).unwrap();
    }
    let said = zq(&["typeset", &text(&from), "-o", &text(&to)]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("共 4 个文件，排成 3 个，没有排成 1 个"), "{said:?}");
    assert!(said.err.contains("b.md") && said.err.contains("没有题头"), "{said:?}");
    let mut made: Vec<_> =
        fs::read_dir(&to).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    made.sort();
    assert_eq!(made, ["a.md.pdf", "a.txt.pdf", "c.pdf"]);
    assert!(words_of(&to.join("c.pdf")).contains("附件的正文"));
}

#[test]
fn blank_forms_are_listed_and_printed_one_or_all() {
    let folder = tempfile::tempdir().unwrap();
    assert!(zq(&["forms"]).out.contains("传阅单"));
    let one = folder.path().join("传阅单.pdf");
    assert_eq!(zq(&["blank", "传阅单", "-o", &text(&one), "--office", "市创建办"]).code, 0);
    assert!(words_of(&one).contains("市创建办"));
    let said = zq(&["blank", "没有的", "-o", "x.pdf"]);
    assert!(said.code == 2 && said.err.contains("没有的"), "{said:?}");
    let all = folder.path().join("全部");
    let said = zq(&["blank", "all", "-o", &text(&all)]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(fs::read_dir(&all).unwrap().count(), press::forms::CATALOGUE.len());
}
