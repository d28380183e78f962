//! A text of ten pages as it is typed: tidied, checked, shown again after every key; and a table with merged cells at its end.
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use zhiqiang_tests::Day;

use crate::{line, median, millis};

/// Prints the figures.
pub fn figures() {
    let day = Day::on("2016-09-01");
    let paragraph = "会议要求,各成员单位要对照任务分解表,逐项明确责任领导、责任科室和完成时限,确保2016年12月底以前按期完成.\n";
    let head = "---\n格式: 公文\n标志: 示例市人民政府文件\n标题: 关于开展质量月活动的通知\n署名: 示例市人民政府\n成文日期: 2016-08-30\n---\n";
    let text = json!({"source": format!("{head}{}", paragraph.repeat(105)), "form": Value::Null, "files": [], "tidy": true});
    let begun = Instant::now();
    let check = day.done("papers_typeset_check", text.clone());
    line("typing: first answer, faces and dictionary cold", &millis(begun.elapsed()), "");
    line("  pages", &check["pages"].to_string(), "10");
    line(
        "  answer with its paper",
        &format!("{} KB", check["paper"].as_str().map_or(0, str::len) / 1000),
        "",
    );
    line("  one key to findings and paper", &millis(lag(&day, &text)), "< 150 ms");
    line("  the slowest of fifteen keys", &millis(slowest(&day, &text)), "");
    let source = text["source"].as_str().unwrap_or_default();
    let plain = json!({"source": source.replace(',', "，").replace(".\n", "。\n"), "form": Value::Null, "files": [], "tidy": true});
    line("  the same where nothing is to be put right", &millis(lag(&day, &plain)), "< 150 ms");
    let rows: String = (1..=60).map(|n| format!("{n}\t监督抽查\t示例局\t35\n")).collect();
    let table = format!("{source}序号\t任务\t单位\t数量\n{rows}");
    let table = json!({"source": table, "form": Value::Null, "files": [], "tidy": true});
    line("  with a table of sixty rows at the end", &millis(lag(&day, &table)), "< 150 ms");
    line("  saved as Word", &millis(median(5, || drop(day.file("papers_typeset_docx", text.clone())))), "");
}

/// From a key in the middle of the text to what was found and the paper: what the window asks for, in one question.
fn lag(day: &Day, text: &Value) -> Duration {
    let mut typed = typed(text);
    median(15, || drop(day.done("papers_typeset_check", typed.next().unwrap_or_default())))
}

fn slowest(day: &Day, text: &Value) -> Duration {
    let asked = typed(text).take(15).map(|text| {
        let begun = Instant::now();
        day.done("papers_typeset_check", text);
        begun.elapsed()
    });
    asked.max().unwrap_or_default()
}

/// The text with one character more after every key, so that no answer can be one of before.
fn typed(text: &Value) -> impl Iterator<Item = Value> {
    let text = text.clone();
    (1..).map(move |keys| {
        let source = text["source"].as_str().unwrap_or_default();
        let lines: Vec<usize> = source.match_indices('\n').map(|(at, _)| at + 1).collect();
        let middle = lines[lines.len() / 2];
        let mut text = text.clone();
        text["source"] = json!(format!("{}{}{}", &source[..middle], "质".repeat(keys), &source[middle..]));
        text
    })
}
