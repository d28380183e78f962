//! Which face each role of official type got on this machine, and what the last papers had to borrow. Conformity is never
//! claimed: of a face that is not the role's own it is said that it was substituted.
use press::fonts::Origin;
use serde::Serialize;
use ts_rs::TS;

use super::faces_report;
use crate::kernel::answer::Paper;
use crate::kernel::paper_faces::PaperFaces;
use crate::kernel::{Desk, Nothing, Result, paper};

/// What is said of a face of another design.
pub(super) const SUBSTITUTED: &str = "已替代";

/// The face of a role.
#[derive(Debug, Serialize, TS)]
pub struct FaceLine {
    /// 小标宋 仿宋 楷体 黑体 宋体.
    pub role: String,
    /// Family name; empty if there is none.
    pub family: String,
    /// Its file.
    pub path: String,
    /// 已安装 随附 已替代.
    pub kind: String,
    /// A sentence for whoever sets the machine up; may be empty.
    pub note: String,
}

pub(super) fn report(desk: &Desk<'_>, _: Nothing) -> Result<Vec<FaceLine>> {
    let lines = desk.fonts().report().into_iter();
    Ok(lines
        .map(|face| FaceLine {
            role: face.role,
            family: face.family,
            path: face.path.display().to_string(),
            kind: origin(face.kind).into(),
            note: face.note,
        })
        .collect())
}

/// The last papers, newest first.
pub(super) fn papers(desk: &Desk<'_>, _: Nothing) -> Result<Vec<PaperFaces>> {
    Ok(desk.shelf.last_papers.all())
}

/// 字体使用报告.
pub(super) fn print(desk: &Desk<'_>, q: Nothing) -> Result<Paper> {
    let form = faces_report::form(desk, &report(desk, q)?, &desk.shelf.last_papers.all());
    paper::form(desk, form)
}

fn origin(kind: Origin) -> &'static str {
    match kind {
        Origin::Installed => "已安装",
        Origin::Shipped => "随附",
        Origin::Substituted => SUBSTITUTED,
    }
}
