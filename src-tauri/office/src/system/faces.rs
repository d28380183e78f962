//! Which face each role of official type got on this machine. Conformity is never claimed for a substituted face.
use press::fonts::Origin;
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
            role: face.role,
            family: face.family,
            path: face.path.display().to_string(),
            kind: origin(face.kind).into(),
            note: face.note,
        })
        .collect())
}

fn origin(kind: Origin) -> &'static str {
    match kind {
        Origin::Installed => "已安装",
        Origin::Shipped => "随附",
        Origin::Substituted => "已替代",
    }
}
