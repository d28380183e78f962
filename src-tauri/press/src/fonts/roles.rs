//! Which faces may stand for which role: office names first, then what ships, then kindred designs.
use std::path::PathBuf;

use super::source::Source;
use super::{FaceReport, Origin};
use crate::page::Face;

/// A role with the family names that fill it.
#[derive(Debug)]
pub(super) struct Role {
    pub face: Face,
    pub name: &'static str,
    /// Families that are the role, best first; Chinese and English names.
    own: &'static [&'static str],
    /// Installed families of a kindred design, used only when nothing ships.
    kindred: &'static [&'static str],
    /// PostScript names of shipped faces, best first; the rest lend characters.
    shipped: &'static [&'static str],
    /// The first shipped face is of another design than the role.
    substituted: bool,
}

pub(super) const ROLES: [Role; 5] = [
    Role {
        face: Face::BiaoSong,
        name: "小标宋",
        own: &[
            "方正小标宋简体",
            "方正小标宋_GBK",
            "方正小标宋_GB18030",
            "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05",
            "小标宋体",
            "小标宋",
            "汉仪小标宋简",
            "文鼎小标宋简",
        ],
        kindred: &["华文中宋", "STZhongsong", "宋体", "SimSun"],
        shipped: &["NotoSerifCJKsc-Bold", "FandolSong-Bold", "NotoSerifCJKsc-Regular"],
        substituted: true,
    },
    Role {
        face: Face::FangSong,
        name: "仿宋",
        own: &[
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "华文仿宋",
            "STFangsong",
            "方正仿宋_GBK",
            "方正仿宋简体",
        ],
        kindred: &["宋体", "SimSun", "Songti SC"],
        shipped: &[
            "FandolFang-Regular",
            "LXGWWenKai-Regular",
            "NotoSerifCJKsc-Regular",
            "NotoSansCJKsc-Regular",
        ],
        substituted: false,
    },
    Role {
        face: Face::Kai,
        name: "楷体",
        own: &[
            "楷体_GB2312",
            "KaiTi_GB2312",
            "楷体",
            "KaiTi",
            "华文楷体",
            "STKaiti",
            "方正楷体_GBK",
            "方正楷体简体",
        ],
        kindred: &["Kaiti SC", "宋体", "SimSun"],
        shipped: &[
            "FandolKai-Regular",
            "LXGWWenKai-Regular",
            "NotoSerifCJKsc-Regular",
            "NotoSansCJKsc-Regular",
        ],
        substituted: false,
    },
    Role {
        face: Face::Hei,
        name: "黑体",
        own: &["黑体", "SimHei", "华文黑体", "STHeiti", "方正黑体_GBK", "方正黑体简体"],
        kindred: &["Heiti SC", "微软雅黑", "Microsoft YaHei"],
        shipped: &["FandolHei-Regular", "NotoSansCJKsc-Regular", "LXGWWenKai-Regular"],
        substituted: false,
    },
    Role {
        face: Face::Song,
        name: "宋体",
        own: &["宋体", "SimSun", "华文宋体", "STSong", "Songti SC", "方正书宋_GBK", "方正书宋简体"],
        kindred: &["新宋体", "NSimSun"],
        shipped: &["FandolSong-Regular", "NotoSerifCJKsc-Regular", "LXGWWenKai-Regular"],
        substituted: false,
    },
];

/// Index of a face's role in [`ROLES`].
pub(super) fn position(face: Face) -> usize {
    ROLES.iter().position(|role| role.face == face).unwrap_or(0)
}

/// The faces found for a role, best first.
#[derive(Debug)]
pub(super) struct Pick {
    pub sources: Vec<Source>,
    kind: Origin,
    note: String,
}

impl Role {
    pub fn pick(&self, installed: &fontdb::Database, shipped: &fontdb::Database) -> Pick {
        let mut notes = Vec::new();
        let own = by_family(installed, self.own, &mut notes);
        let ours: Vec<Source> = self.shipped.iter().filter_map(|name| by_name(shipped, name)).collect();
        let kindred = by_family(installed, self.kindred, &mut Vec::new());
        let kind = match (own.is_empty(), ours.is_empty()) {
            (false, _) => Origin::Installed,
            (true, false) if !self.substituted => Origin::Shipped,
            _ => Origin::Substituted,
        };
        let sources: Vec<Source> = own.into_iter().chain(ours).chain(kindred).collect();
        if kind == Origin::Substituted {
            notes.push(match sources.first() {
                Some(face) => {
                    format!("未安装{}，以{}代替；正式印制前请安装{}", self.name, face.family(), self.own[0])
                }
                None => {
                    format!("没有可用的{}字体，请安装{}，或者运行 cargo xtask setup", self.name, self.own[0])
                }
            });
        }
        Pick { sources, kind, note: notes.join("；") }
    }
}

impl Pick {
    pub fn report(&self, role: &Role) -> FaceReport {
        let first = self.sources.first();
        FaceReport {
            role: role.name.to_owned(),
            family: first.map(|s| s.family().to_owned()).unwrap_or_default(),
            path: first.map(|s| s.path().to_path_buf()).unwrap_or_default(),
            kind: self.kind,
            note: self.note.clone(),
        }
    }
}

/// Upright faces of these families in the order of the names; a face that may not be embedded is left out and noted.
fn by_family(db: &fontdb::Database, names: &[&str], notes: &mut Vec<String>) -> Vec<Source> {
    let mut found = Vec::new();
    for name in names {
        let mut faces: Vec<_> = db
            .faces()
            .filter(|info| info.families.iter().any(|(family, _)| family.eq_ignore_ascii_case(name)))
            .filter(|info| info.style == fontdb::Style::Normal)
            .collect();
        faces.sort_by_key(|info| info.weight.0.abs_diff(400));
        let Some(source) = faces.first().and_then(|info| source(info)) else { continue };
        if found.iter().any(|known: &Source| known.same(&source)) {
            continue;
        }
        if source.may_be_embedded() {
            found.push(source);
        } else {
            notes.push(format!("{name}不许可嵌入，未采用"));
        }
    }
    found
}

fn by_name(db: &fontdb::Database, name: &str) -> Option<Source> {
    db.faces().find(|info| info.post_script_name == name).and_then(source)
}

fn source(info: &fontdb::FaceInfo) -> Option<Source> {
    let path: PathBuf = match &info.source {
        fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path.clone(),
        fontdb::Source::Binary(_) => return None,
    };
    Some(Source::new(path, info))
}
