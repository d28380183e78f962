//! 字体使用报告: which faces this machine prints with, and what the last papers had to borrow. Pure: report → form.
use press::form::{Align, Block, Cell, Form, Paper as Sheet, Row, Table};
use press::page::Face;

use super::faces::{FaceLine, SUBSTITUTED};
use crate::kernel::Desk;
use crate::kernel::paper_faces::{LentCharacter, PaperFaces};
use crate::kernel::written;

/// The report.
pub(super) fn form(desk: &Desk<'_>, faces: &[FaceLine], papers: &[PaperFaces]) -> Form {
    let mut blocks = vec![
        Block::Ends {
            left: format!("单位：{}", desk.profile.office.short),
            right: format!("日期：{}", written::date(desk.today())),
            size_pt: 12.0,
        },
        Block::Space(2.0),
        heading("一、本机公文字体"),
        Block::Space(1.5),
        Block::Table(roles(faces)),
        Block::Space(2.0),
        line(&conclusion(faces)),
        Block::Space(4.0),
        heading("二、最近印制的文件"),
        Block::Space(1.5),
    ];
    if papers.is_empty() {
        blocks.push(line("本次启动程序以来尚未印制文件。"));
    } else {
        blocks.push(Block::Table(table(papers)));
        blocks.push(Block::Space(2.0));
        blocks.push(line(
            "“借用”指该用途的字体缺此字，改用他种字体的字形；“缺字”指各字体均无此字，印件上以〓代替。",
        ));
    }
    blocks.push(Block::Space(4.0));
    blocks.push(line("本报告只记录字体来源，不作印件符合公文格式的结论。"));
    Form {
        title: "字体使用报告".into(),
        paper: Sheet::Upright,
        blocks,
        seat_cards: Vec::new(),
        foot: desk.profile.office.name.clone(),
        watermarks: Vec::new(),
    }
}

fn text(words: &str, face: Face, indent: bool) -> Block {
    Block::Text { text: words.into(), face, size_pt: 12.0, align: Align::Left, indent }
}

fn heading(words: &str) -> Block {
    text(words, Face::Hei, false)
}

fn line(words: &str) -> Block {
    text(words, Face::FangSong, true)
}

fn conclusion(faces: &[FaceLine]) -> String {
    let of = |wanted: bool| -> Vec<&str> {
        faces
            .iter()
            .filter(|face| (face.kind == SUBSTITUTED) == wanted)
            .map(|face| face.role.as_str())
            .collect()
    };
    match of(true).as_slice() {
        [] => "各用途均取得本类字体，没有替代。".into(),
        roles => format!(
            "字体已替代：{}。用到上述字体的印件与公文格式规定的字体不一致，正式印制前请安装相应字体。",
            roles.join("、")
        ),
    }
}

fn roles(faces: &[FaceLine]) -> Table {
    let mut rows = vec![Row::new(8.0, ["用途", "采用的字体", "来源", "说明"].map(Cell::label).to_vec())];
    rows.extend(faces.iter().map(|face| {
        let family = if face.family.is_empty() { "（没有）" } else { &face.family };
        let kind =
            if face.kind == SUBSTITUTED { Cell::label("字体已替代") } else { Cell::text(&face.kind) };
        Row::new(8.0, vec![Cell::text(&face.role), Cell::left(family), kind, Cell::left(&face.note)])
    }));
    Table { widths: vec![1.6, 4.0, 2.4, 6.0], size_pt: 10.5, head_rows: 1, rows }
}

fn table(papers: &[PaperFaces]) -> Table {
    let head = ["印制时间", "文件", "字体已替代", "借用和缺字"].map(Cell::label).to_vec();
    let mut rows = vec![Row::new(8.0, head)];
    rows.extend(papers.iter().map(|paper| {
        let substituted = match paper.substituted.as_slice() {
            [] => Cell::text("无"),
            roles => Cell::label(roles.join("、")),
        };
        Row::new(
            8.0,
            vec![
                Cell::text(paper.at.format("%Y-%m-%d %H:%M").to_string()),
                Cell::left(format!("{}（{}页）", paper.paper, paper.pages)),
                substituted,
                Cell::left(characters(&paper.characters)),
            ],
        )
    }));
    Table { widths: vec![2.6, 4.4, 2.2, 4.8], size_pt: 10.5, head_rows: 1, rows }
}

/// `仿宋借用霞鹜文楷：堃、喆；缺字：…`, character by character.
fn characters(all: &[LentCharacter]) -> String {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for one in all {
        let (label, words) = if one.family.is_empty() {
            ("缺字".to_owned(), one.code.clone())
        } else {
            (format!("{}借用{}", one.role, one.family), one.character.clone())
        };
        match groups.iter_mut().find(|(known, _)| *known == label) {
            Some((_, list)) => list.push(words),
            None => groups.push((label, vec![words])),
        }
    }
    let said: Vec<String> =
        groups.iter().map(|(label, list)| format!("{label}：{}", list.join("、"))).collect();
    if said.is_empty() { "无".into() } else { said.join("；") }
}
