//! Typesetting in the real window: an example becomes paper, what is typed is followed, corrections are applied, files are
//! saved; and a blank form is shown.
use zhiqiang_tests::window::Window;
use zhiqiang_tests::{Day, PASSWORD};

#[tokio::test]
async fn a_text_is_typed_followed_by_its_paper_corrected_and_saved() {
    let folder = tempfile::tempdir().unwrap();
    Day::standing("2016-09-10", "2016-11-18").hand_over(&folder.path().join("data"));
    let window = Window::open(folder.path()).await;
    window.enter("clerk", PASSWORD).await;
    window.see("shell").await;
    window.click("nav-papers").await;
    window.see("papers-head").await;
    window.picture("papers-empty").await;
    window.says("没有写").await;
    window.click("papers-example").await;
    window.see("paper-pages").await;
    window.says("没有改动").await;
    window.picture("papers-head").await;
    window.click("tab-body").await;
    let typed = format!("会议指出,各单位要落实责任.{}1、加强领导", fantoccini::key::Key::Enter);
    window.fill("papers-body", &typed).await;
    window.says("自动改正 3 处").await;
    window.picture("papers-body").await;
    window.click("tab-check").await;
    window.picture("papers-check").await;
    window.click("papers-apply").await;
    window.click("tab-body").await;
    window.says("会议指出，各单位要落实责任。").await;
    let lag = window
        .client
        .execute("return document.querySelector('[data-lag]')?.dataset.lag", Vec::new())
        .await
        .unwrap();
    println!("from the last key to the paper: {lag} ms");
    window.click("tab-annexes").await;
    window.picture("papers-annexes").await;
    window.click("papers-raw").await;
    window.says("发文机关标志: 示例市人民政府文件").await;
    window.picture("papers-raw").await;
    window.click("papers-save").await;
    window.says("文本已存到").await;
    for button in ["papers-pdfa", "papers-docx"] {
        window.click(button).await;
        window.see("export-saved").await;
        window.click_css(".el-dialog__footer .el-button--primary").await;
        window.gone("export-saved").await;
    }
    let mut saved: Vec<_> = std::fs::read_dir(&window.dialogs)
        .unwrap()
        .map(|entry| entry.unwrap().path().extension().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    saved.sort();
    assert_eq!(saved, ["docx", "pdf", "txt"]);
    window.click("nav-blanks").await;
    window.see("paper-pages").await;
    window.picture("blanks").await;
    window.keys(&fantoccini::key::Key::F1.to_string()).await;
    window.says("每种格式的例子").await;
    window.picture("papers-manual").await;
    window.close().await;
}
