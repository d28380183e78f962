//! A text of ten pages as it is typed: tidied, checked, shown again after every key.
use serde_json::{Value, json};
use zhiqiang_tests::Day;

use crate::{line, median, millis};

/// Prints the figures.
pub fn figures() {
    let day = Day::on("2016-09-01");
    let paragraph = "会议要求,各成员单位要对照任务分解表,逐项明确责任领导、责任科室和完成时限,确保2016年12月底以前按期完成.\n";
    let head = "---\n格式: 公文\n标志: 示例市人民政府文件\n标题: 关于开展质量月活动的通知\n署名: 示例市人民政府\n成文日期: 2016-08-30\n---\n";
    let text = json!({"source": format!("{head}{}", paragraph.repeat(105)), "form": Value::Null, "files": [], "tidy": true});
    let check = day.done("papers_typeset_check", text.clone());
    line("typesetting: pages", &check["pages"].to_string(), "10");
    let took = median(7, || drop(day.done("papers_typeset_check", text.clone())));
    line("  tidied and checked", &millis(took), "");
    let took = median(7, || drop(day.file("papers_typeset_preview", text.clone())));
    line("  tidied and shown as PDF", &millis(took), "< 150 ms");
}
