//! Rows of cells → what a unit reports, or every fault at its place. Pure.
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::labels::{self, ROWS, Row};
use super::{Cell, Line};
use crate::kernel::people_words::tidy_phone;
use crate::kernel::refusal::{Refusal, Result};
use crate::reports::month::Month;
use crate::reports::record::ReportPiece;

/// A fault of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportFileFault {
    /// `第1个表格第3行第2列`, `工作表“信息报送单”B5`.
    pub place: String,
    /// The row's label.
    pub label: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// What stands in a filled form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ReportSlipRead")]
pub struct Slip {
    /// 报送单位 as written.
    pub unit: String,
    /// 信息月份 as written.
    pub month: String,
    /// The same month, where it is one.
    pub of_month: Option<Month>,
    /// Pieces.
    pub pieces: Vec<ReportPiece>,
    /// 审核领导.
    pub reviewer: String,
    /// 审核日期.
    pub reviewed_on: Option<NaiveDate>,
    /// 信息员.
    pub officer: String,
    /// 联系电话.
    pub phone: String,
    /// Everything that is wrong; nothing is written before it is mended.
    pub faults: Vec<ReportFileFault>,
}

/// Reads the rows; those without a known label at the left are passed over.
pub(super) fn of(name: &str, lines: &[Line]) -> Result<Slip> {
    let mut slip = Slip::default();
    let mut seen: Vec<Row> = Vec::new();
    for line in lines {
        let Some((row, label, required)) = line.first().and_then(|cell| labels::row(&cell.text)) else {
            continue;
        };
        let fault = |place: &str, message: String| ReportFileFault {
            place: place.into(),
            label: label.into(),
            message,
        };
        if seen.contains(&row) {
            slip.faults.push(fault(&line[0].place, format!("“{label}”出现了两次，请只保留一行。")));
            continue;
        }
        seen.push(row);
        let Some(cell) = line.get(1) else {
            // The row has lost its right cell: it was merged away or never reached.
            if required {
                slip.faults.push(fault(
                    &line[0].place,
                    format!("“{label}”右边没有填写内容的格子，请不要合并单元格。"),
                ));
            }
            continue;
        };
        if !cell.trouble.is_empty() {
            slip.faults.push(fault(&cell.place, cell.trouble.clone()));
        } else if cell.text.is_empty() {
            if required {
                slip.faults.push(fault(&cell.place, format!("“{label}”必须填写。")));
            }
        } else if let Err(wrong) = take(&mut slip, row, cell) {
            slip.faults.push(fault(&cell.place, wrong));
        }
    }
    if seen.is_empty() {
        return Err(Refusal::damaged(format!("文件“{name}”里没有找到报送单的表格。没有写入任何内容。"))
            .hint("请用“空白报送单”填写，不要改动左边一栏的名称。"));
    }
    for (row, label, required) in ROWS {
        if *required && !seen.contains(row) {
            let message = format!("没有找到“{label}”这一行，请用空白报送单填写，不要删去行。");
            slip.faults
                .push(ReportFileFault { place: "整份文件".into(), label: (*label).into(), message });
        }
    }
    Ok(slip)
}

fn take(slip: &mut Slip, row: Row, cell: &Cell) -> std::result::Result<(), String> {
    let one_line = || cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
    match row {
        Row::Unit => slip.unit = one_line(),
        Row::Month => {
            slip.month = one_line();
            let month = month(&slip.month);
            slip.of_month = Some(month.ok_or(format!("“{}”不是月份，请写成 2016年11月。", slip.month))?);
        }
        Row::Reviewer => slip.reviewer = one_line(),
        Row::Officer => slip.officer = one_line(),
        Row::ReviewedOn => {
            let day = day(&one_line());
            slip.reviewed_on = Some(day.ok_or(format!("“{}”不是日期，请写成 2016年11月24日。", one_line()))?);
        }
        Row::Phone => slip.phone = tidy_phone(&cell.text).map_err(|wrong| format!("{wrong}。"))?,
        Row::Piece(part, quality) => {
            for (title, text) in split(&cell.text)? {
                slip.pieces.push(ReportPiece { part, quality, title, text });
            }
        }
    }
    Ok(())
}

/// One piece, or one for every paragraph that begins with 【标题】.
fn split(text: &str) -> std::result::Result<Vec<(String, String)>, String> {
    let mut pieces: Vec<(String, Vec<&str>)> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        match line.trim_start().strip_prefix('【').and_then(|rest| rest.split_once('】')) {
            Some((title, rest)) => pieces.push((title.trim().to_owned(), vec![rest.trim_start()])),
            None => match pieces.last_mut() {
                Some(last) => last.1.push(line),
                None if line.trim().is_empty() => {}
                None => pieces.push((String::new(), vec![line])),
            },
        }
    }
    let joined =
        pieces.into_iter().map(|(title, lines)| (title, lines.join("\n").trim_matches('\n').to_owned()));
    let joined: Vec<(String, String)> = joined.collect();
    match joined.iter().find(|(_, text)| text.trim().is_empty()) {
        Some((title, _)) => Err(format!("【{title}】下面没有内容，请补写或删去这个标题。")),
        None => Ok(joined),
    }
}

fn digits(words: &str) -> String {
    let half = words.chars().map(|c| match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        other => other,
    });
    half.filter(|c| !c.is_whitespace()).collect()
}

fn month(words: &str) -> Option<Month> {
    let plain = digits(words).replace(['年', '/', '.'], "-").replace('月', "");
    let (year, rest) = plain.split_once('-')?;
    // A cell formatted as a date says the whole first day.
    let month = rest.split('-').next()?;
    Month::new(year.parse().ok().filter(|year| (1900..=2999).contains(year))?, month.parse().ok()?)
}

fn day(words: &str) -> Option<NaiveDate> {
    let plain = digits(words).replace(['年', '月', '/', '.'], "-").replace(['日', '号'], "");
    let parts: Vec<&str> = plain.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    NaiveDate::from_ymd_opt(
        year.parse().ok().filter(|_| year.len() == 4)?,
        month.parse().ok()?,
        day.parse().ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: u32, label: &str, words: &str) -> Line {
        let cell = |column: u32, text: &str| Cell {
            place: format!("{at}/{column}"),
            text: text.into(),
            trouble: String::new(),
        };
        vec![cell(1, label), cell(2, words)]
    }

    fn whole() -> Vec<Line> {
        [
            ("报送单位：", "示例县人民政府"),
            ("信息月份", "２０１６年11月"),
            ("本月进展", "召开推进会。\n检查企业12家。"),
            ("下月计划", "开展回访。"),
            ("重要事件 (产品质量)", "【抽查】合格率上升。\n【标准】发布标准1项。\n另报2项。"),
            ("审核领导", "程启航"),
            ("审核日期", "2016.11.24"),
            ("信息员", "周 可"),
            ("联系电话", "0816-2345678"),
        ]
        .iter()
        .zip(1..)
        .map(|((label, words), at)| line(at, label, words))
        .collect()
    }

    #[test]
    fn a_filled_form_is_read_whole_with_several_pieces_in_a_cell() {
        let slip = of("表", &whole()).unwrap();
        assert_eq!(slip.faults, []);
        assert_eq!(
            (slip.of_month.unwrap().to_string().as_str(), slip.reviewer.as_str()),
            ("2016-11", "程启航")
        );
        assert_eq!(slip.reviewed_on.unwrap().to_string(), "2016-11-24");
        let pieces: Vec<_> = slip.pieces.iter().map(|one| (one.title.as_str(), one.text.as_str())).collect();
        assert_eq!(
            pieces,
            [
                ("", "召开推进会。\n检查企业12家。"),
                ("", "开展回访。"),
                ("抽查", "合格率上升。"),
                ("标准", "发布标准1项。\n另报2项。")
            ]
        );
    }

    #[test]
    fn every_fault_is_named_at_its_place() {
        for (at, words, says) in [
            (1, "十一月份", "不是月份"),
            (2, "", "必须填写"),
            (4, "【抽查】", "没有内容"),
            (6, "2016-02-30", "不是日期"),
            (8, "电话见附件", ""),
        ] {
            let mut lines = whole();
            lines[at][1].text = words.into();
            let slip = of("表", &lines).unwrap();
            assert_eq!(slip.faults.len(), 1, "{words}: {:?}", slip.faults);
            assert_eq!(slip.faults[0].place, format!("{}/2", at + 1));
            assert!(slip.faults[0].message.contains(says), "{:?}", slip.faults);
        }
        let mut lines = whole();
        lines[2][1].trouble = "是公式，请改为文字。".into();
        lines.remove(0);
        lines.push(line(20, "信息员", "又一人"));
        let slip = of("表", &lines).unwrap();
        let said: Vec<&str> = slip.faults.iter().map(|fault| fault.label.as_str()).collect();
        assert_eq!(said, ["本月进展", "信息员", "报送单位"]);
        assert!(of("表", &[line(1, "姓名", "张三")]).unwrap_err().message.contains("没有找到报送单"));
    }
}
