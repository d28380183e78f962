//! The blank slip as a Word or an Excel file, with unit, month and officer already in it where they are known.
use std::io::{Cursor, Write};

use press::ledger::{Column, Kind, Ledger, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::labels::{HEADS, NOTE, ROWS, Row, TITLE};
use crate::kernel::answer::Paper;
use crate::kernel::desk::Desk;
use crate::kernel::paper;
use crate::kernel::refusal::{Refusal, Result};

/// As which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportBlankFormat {
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
}

/// What is known before the unit fills it in; empty words stay blank.
#[derive(Debug, Clone, Default)]
pub(in crate::reports) struct Filled {
    pub unit: String,
    pub month: String,
    pub officer: String,
    pub phone: String,
}

impl Filled {
    fn of(&self, row: Row) -> &str {
        match row {
            Row::Unit => &self.unit,
            Row::Month => &self.month,
            Row::Officer => &self.officer,
            Row::Phone => &self.phone,
            Row::Piece(..) | Row::Reviewer | Row::ReviewedOn => "",
        }
    }
    fn name(&self) -> String {
        [TITLE, self.month.as_str(), self.unit.as_str()]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("-")
    }
}

/// The form.
pub(in crate::reports) fn make(desk: &Desk<'_>, filled: &Filled, format: ReportBlankFormat) -> Result<Paper> {
    match format {
        ReportBlankFormat::Docx => Ok(Paper::docx(filled.name(), docx(&desk.profile.office.short, filled)?)),
        ReportBlankFormat::Xlsx => {
            let sheet = paper::workbook(desk, workbook(filled))?;
            Ok(Paper::xlsx(filled.name(), sheet.bytes))
        }
    }
}

fn workbook(filled: &Filled) -> Ledger {
    let row = |(row, label, _): &(Row, &str, bool)| {
        let words = filled.of(*row);
        vec![
            Value::Text((*label).into()),
            if words.is_empty() { Value::Empty } else { Value::Text(words.into()) },
        ]
    };
    Ledger {
        title: TITLE.into(),
        note: NOTE.into(),
        columns: vec![Column::new(HEADS[0], Kind::Text, 24), Column::new(HEADS[1], Kind::Text, 90)],
        rows: ROWS.iter().map(row).collect(),
    }
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const OPENING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

/// Widths of the two columns in twips: 156 mm together, as the type area of official paper.
const WIDTHS: [u32; 2] = [2100, 6744];
/// Heights of a row for a text and of one for a few words, twips.
const HEIGHTS: [u32; 2] = [1500, 560];

fn docx(office: &str, filled: &Filled) -> Result<Vec<u8>> {
    let mut body = String::from(OPENING);
    body += &paragraph(&format!("{office}{TITLE}"), "center", "方正小标宋简体", 44);
    body += &table(filled);
    body += &paragraph(NOTE, "left", "楷体", 21);
    // A4 with the margins of official paper, 37 28 35 26 mm.
    body += r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (part, words) in
        [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", body.as_str())]
    {
        let failed = |error: String| Refusal::broken(format!("空白报送单没有生成：{error}"));
        zip.start_file(part, SimpleFileOptions::default()).map_err(|error| failed(error.to_string()))?;
        zip.write_all(words.as_bytes())?;
    }
    let done = zip.finish().map_err(|error| Refusal::broken(format!("空白报送单没有生成：{error}")))?;
    Ok(done.into_inner())
}

fn table(filled: &Filled) -> String {
    let rule = |side: &str| format!(r#"<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>"#);
    let rules: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(rule).concat();
    let grid: String = WIDTHS.map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).concat();
    let head = row(HEADS[0], HEADS[1], HEIGHTS[1], true);
    let rows: String = ROWS
        .iter()
        .map(|(meaning, label, _)| {
            let height = HEIGHTS[usize::from(!matches!(meaning, Row::Piece(..)))];
            row(label, filled.of(*meaning), height, false)
        })
        .collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"#,
        WIDTHS.iter().sum::<u32>()
    )
}

fn row(label: &str, words: &str, height: u32, head: bool) -> String {
    let cell = |width: u32, words: &str, align: &str, face: &str| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{}</w:tc>"#,
            paragraph(words, align, face, 28)
        )
    };
    let (align, face) = if head { ("center", "黑体") } else { ("left", "仿宋_GB2312") };
    format!(
        r#"<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{}{}</w:tr>"#,
        cell(WIDTHS[0], label, "center", "黑体"),
        cell(WIDTHS[1], words, align, face)
    )
}

/// A paragraph; the size is in half points.
fn paragraph(words: &str, align: &str, face: &str, size: u32) -> String {
    let words = quick_xml::escape::escape(words);
    let chars = format!(
        r#"<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#
    );
    format!(
        r#"<w:p><w:pPr><w:jc w:val="{align}"/>{chars}</w:pPr><w:r>{chars}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>"#
    )
}

#[cfg(test)]
mod tests {
    use super::super::{docx as reading, labels, slip};
    use super::*;

    #[test]
    fn a_blank_form_reads_back_as_its_own_labels_and_says_what_is_not_filled_in() {
        let filled =
            Filled {
                unit: "示例县<人民>政府".into(), month: "2016年11月".into(), ..Filled::default()
            };
        let lines = reading::lines("表", &docx("示创办", &filled).unwrap()).unwrap();
        let found: Vec<_> =
            lines.iter().filter_map(|line| labels::row(&line[0].text)).map(|(row, _, _)| row).collect();
        assert_eq!(found, labels::ROWS.iter().map(|(row, _, _)| *row).collect::<Vec<_>>());
        let slip = slip::of("表", &lines).unwrap();
        assert_eq!((slip.unit.as_str(), slip.month.as_str()), ("示例县<人民>政府", "2016年11月"));
        assert!(slip.pieces.is_empty());
        let missing: Vec<&str> = slip.faults.iter().map(|fault| fault.label.as_str()).collect();
        assert_eq!(missing, ["本月进展", "下月计划", "审核领导", "审核日期", "信息员"]);
        assert_eq!(slip.faults[0].place, "第1个表格第4行第2列");
    }
}
