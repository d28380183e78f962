//! Which face each role of official type got on this machine. Conformity is never claimed for a substituted face.
use serde::Serialize;
use ts_rs::TS;

use crate::kernel::{Desk, Nothing, Result};

/// The face of a role.
#[derive(Debug, Serialize, TS)]
pub struct FaceLine {
    /// 小标宋 仿宋 楷体 黑体 宋体.
    role: String,
    family: String,
    path: String,
    /// 已安装 随附 已替代.
    kind: String,
    note: String,
}

pub(super) fn report(desk: &Desk<'_>, _: Nothing) -> Result<Vec<FaceLine>> {
    let lines = desk.fonts().report().into_iter();
    Ok(lines
        .map(|face| FaceLine {
            role: face.role.to_string(),
            family: face.family.to_string(),
            path: face.path.to_string(),
            kind: face.kind.label().into(),
            note: face.note.to_string(),
        })
        .collect())
}
