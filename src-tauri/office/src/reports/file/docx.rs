//! Bytes of a Word file → the rows of its tables, cell by cell. Deleted words of tracked changes are left out.
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Cell, Line, damaged};
use crate::kernel::refusal::{Refusal, Result};

/// Largest size of the text part, in bytes.
const LARGEST: u64 = 50 * 1024 * 1024;

/// The rows of every table, in order.
pub(super) fn lines(name: &str, bytes: &[u8]) -> Result<Vec<Line>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged(name, "压缩目录"))?;
    let part = zip.by_name("word/document.xml").map_err(|_| damaged(name, "正文部分"))?;
    let mut xml = String::new();
    let read = part.take(LARGEST + 1).read_to_string(&mut xml).map_err(|_| damaged(name, "正文部分"))?;
    if read as u64 > LARGEST {
        return Err(Refusal::damaged(format!("文件“{name}”内容过多，不像是报送单。"))
            .hint("请用空白报送单重新填写。"));
    }
    walk(name, &xml)
}

/// Where the reader stands: tables may lie in cells of tables, whose words belong to the outer cell.
#[derive(Default)]
struct Standing {
    depth: u32,
    table: u32,
    row: u32,
    column: u32,
    in_words: bool,
    cell: Option<String>,
    line: Line,
    lines: Vec<Line>,
}

fn walk(name: &str, xml: &str) -> Result<Vec<Line>> {
    let mut reader = Reader::from_str(xml);
    let mut at = Standing::default();
    loop {
        match reader.read_event().map_err(|_| damaged(name, "正文的标记"))? {
            Event::Start(tag) => at.open(tag.local_name().as_ref()),
            Event::End(tag) => at.close(tag.local_name().as_ref()),
            Event::Empty(tag) => at.mark(tag.local_name().as_ref()),
            Event::Text(words) if at.in_words => {
                at.push(words.as_ref());
            }
            Event::GeneralRef(entity) if at.in_words => {
                let written = format!("&{};", entity.as_ref());
                at.push(&quick_xml::escape::unescape(&written).map_err(|_| damaged(name, "正文的文字"))?);
            }
            Event::CData(words) if at.in_words => at.push(words.as_ref()),
            Event::Eof => return Ok(at.lines),
            _ => {}
        }
    }
}

impl Standing {
    fn open(&mut self, tag: &str) {
        match tag {
            "tbl" => {
                self.depth += 1;
                if self.depth == 1 {
                    (self.table, self.row) = (self.table + 1, 0);
                }
            }
            "tr" if self.depth == 1 => (self.row, self.column) = (self.row + 1, 0),
            "tc" if self.depth == 1 => {
                self.column += 1;
                self.cell = Some(String::new());
            }
            "t" => self.in_words = true,
            _ => {}
        }
    }
    fn close(&mut self, tag: &str) {
        match tag {
            "tbl" => self.depth = self.depth.saturating_sub(1),
            "tr" if self.depth == 1 => self.lines.push(std::mem::take(&mut self.line)),
            "tc" if self.depth == 1 => {
                let text = self.cell.take().unwrap_or_default();
                let place = format!("第{}个表格第{}行第{}列", self.table, self.row, self.column);
                self.line.push(Cell { place, text: text.trim().to_owned(), trouble: String::new() });
            }
            "p" => self.push("\n"),
            "t" => self.in_words = false,
            _ => {}
        }
    }
    fn mark(&mut self, tag: &str) {
        match tag {
            "br" | "cr" => self.push("\n"),
            "tab" => self.push(" "),
            // An empty paragraph or cell still takes its place.
            "tc" if self.depth == 1 => {
                self.open("tc");
                self.close("tc");
            }
            _ => {}
        }
    }
    fn push(&mut self, words: &str) {
        if let Some(cell) = &mut self.cell {
            cell.push_str(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_cell_are_read_with_their_paragraphs_and_without_what_was_deleted() {
        let xml = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl><w:tr>
            <w:tc><w:p><w:r><w:t>本月</w:t></w:r><w:r><w:t>进展</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>一&amp;二</w:t><w:tab/><w:t>三</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>
            <w:p><w:r><w:t>四</w:t><w:br/><w:t>五</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>内表</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl></w:body></w:document>";
        let lines = walk("表", xml).unwrap();
        assert_eq!(lines.len(), 1);
        let texts: Vec<&str> = lines[0].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["本月进展", "一&二 三\n四\n五\n内表"]);
        assert_eq!(lines[0][1].place, "第1个表格第1行第2列");
        assert!(walk("表", "<w:tbl><w:tr>&nichts;").is_ok_and(|lines| lines.is_empty()));
        assert!(walk("表", "<a></b>").is_err());
    }
}
