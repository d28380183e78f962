//! Scans (扫描件): what came in on paper, as small real PDFs that say what they stand for and that they are examples.
use base64::Engine;
use chrono::NaiveDateTime;
use office::Refusal;
use press::document::Watermark;
use press::fonts::Fonts;
use press::form::{Align, Block, Form, Paper};
use press::page::Face;
use press::{layout, pdf};
use serde_json::{Value, json};

/// A scanned page as an upload: a title, paragraphs, who signed, when.
pub fn page(
    fonts: &Fonts,
    title: &str,
    lines: &[String],
    signed: &str,
    at: NaiveDateTime,
) -> Result<Value, Refusal> {
    let form = Form {
        title: title.into(),
        paper: Paper::Upright,
        blocks: blocks(lines, signed, at),
        seat_cards: Vec::new(),
        foot: "示例扫描件：内容纯属虚构，仅供演示".into(),
        watermarks: vec![Watermark::Sample],
    };
    let placed = layout::place_form(&form, fonts)?;
    let properties = pdf::Properties {
        title: title.into(),
        subject: "示例扫描件".into(),
        author: "示例".into(),
        created: at,
    };
    let bytes = pdf::write(&placed, fonts, &properties)?.bytes;
    let data = base64::engine::general_purpose::STANDARD.encode(bytes);
    Ok(json!({"name": format!("{title}（示例扫描件）.pdf"), "data": data}))
}

fn blocks(lines: &[String], signed: &str, at: NaiveDateTime) -> Vec<Block> {
    let text = |text: &str, align, indent| Block::Text {
        text: text.into(),
        face: Face::FangSong,
        size_pt: 16.0,
        align,
        indent,
    };
    let mut blocks: Vec<Block> = lines.iter().map(|line| text(line, Align::Left, true)).collect();
    blocks.push(Block::Space(18.0));
    blocks.push(text(signed, Align::Right, false));
    blocks.push(text(&at.format("%Y年%-m月%-d日").to_string(), Align::Right, false));
    blocks
}
