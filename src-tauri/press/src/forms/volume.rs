//! What a volume wears: 案卷封面 and 备考表 (items of GB/T 9705-2008; sizes and places are office custom).
use serde::{Deserialize, Serialize};

use super::letterhead::Letterhead;
use super::parts::*;
use crate::form::{Align, Block, Cell, Form, Paper, Paragraph, Row};
use crate::page::Face;

/// 案卷封面.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VolumeCover {
    /// 全宗名称; the file's title too.
    pub fonds: String,
    /// 类目名称.
    pub category: String,
    /// 案卷题名.
    pub title: String,
    /// 起 of 起止时间, as words.
    pub from: String,
    /// 止 of 起止时间, as words.
    pub to: String,
    /// 保管期限.
    pub retention: String,
    /// 件数, as a figure.
    pub items: String,
    /// 页数, as a figure.
    pub pages: String,
    /// 归档号.
    pub filing_number: String,
    /// 全宗号.
    pub fonds_number: String,
    /// 目录号.
    pub catalogue_number: String,
    /// 案卷号.
    pub volume_number: String,
    /// 档号.
    pub code: String,
}
impl VolumeCover {
    /// One page: the fonds as its title, the volume's title large in the middle, dates and numbers below.
    pub fn form(&self, head: &Letterhead) -> Form {
        let mut category = vec![Block::Space(4.0)];
        if self.category.trim().is_empty() {
            category
                .push(Block::Signatures {
                    signers: vec![("类目名称".into(), String::new())], size_pt: 16.0
                });
        } else {
            let (face, size_pt, align) = (Face::Kai, 18.0, Align::Centre);
            category.push(Block::Text { text: self.category.clone(), face, size_pt, align, indent: false });
        }
        let span = format!(
            "自　{}　起\n至　{}　止",
            or(&self.from, "　　　　年　　月"),
            or(&self.to, "　　　　年　　月")
        );
        let count = format!("本卷共　{}　件　{}　页", or(&self.items, "　　"), or(&self.pages, "　　　"));
        let words = vec![Paragraph { align: Align::Centre, ..Paragraph::left(&self.title) }];
        let title = Cell { face: Face::BiaoSong, top: false, ..Cell::paragraphs(words) };
        let rows = vec![
            Row::new(96.0, vec![title.sized(26.0).over(4)]).stretching(1.0),
            Row::new(
                18.0,
                vec![Cell::text(span).over(2), Cell::label("保管期限"), Cell::text(&self.retention)],
            ),
            Row::new(
                14.0,
                vec![Cell::text(count).over(2), Cell::label("归档号"), Cell::text(&self.filing_number)],
            ),
        ];
        let numbers = vec![
            labels(10.0, &["全宗号", "目录号", "案卷号"]),
            Row::new(
                13.0,
                vec![
                    Cell::text(&self.fonds_number),
                    Cell::text(&self.catalogue_number),
                    Cell::text(&self.volume_number),
                ],
            ),
        ];
        let mut blocks = category;
        blocks.extend([
            Block::Space(6.0),
            table(&[40.0, 40.0, 28.0, 52.0], 14.0, 0, rows),
            Block::Space(6.0),
            line(said("档号", &self.code)),
            Block::Space(1.0),
            table(&[1.0, 1.0, 1.0], 14.0, 0, numbers),
        ]);
        let title = or(&self.fonds, &head.group);
        let title = if title.is_empty() { "案卷封面" } else { title };
        Form { title: title.into(), foot: String::new(), ..head.form("", Paper::Upright, blocks) }
    }
}

/// 卷内备考表.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct VolumeNote {
    /// 档号.
    pub code: String,
    /// 本卷情况说明: what is missing, damaged, added or moved.
    pub state: String,
    /// 立卷人.
    pub binder: String,
    /// 检查人.
    pub checker: String,
    /// 立卷时间.
    pub bound: String,
}
impl VolumeNote {
    /// One page: room for notes, and who bound and checked the volume.
    pub fn form(&self, head: &Letterhead) -> Form {
        let foot = [
            said("立 卷 人", or(&self.binder, "　　　　　　　　　")),
            said("检 查 人", or(&self.checker, "　　　　　　　　　")),
            said("立卷时间", or(&self.bound, DAY)),
        ];
        let rows = vec![
            Row::new(12.0, vec![Cell::label("本卷情况说明")]),
            Row::new(150.0, vec![text(&self.state).with_foot(foot.join("\n"))]).stretching(1.0),
        ];
        let blocks = vec![line(said("档号", &self.code)), Block::Space(1.0), table(&[1.0], 14.0, 0, rows)];
        Form { title: "卷内备考表".into(), ..head.form("", Paper::Upright, blocks) }
    }
}
