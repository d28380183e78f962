//! The recovery code (恢复码): a new one for an administrator, and the sheet to be printed once and locked away.
//!
//! The code itself is kept nowhere; only the data key sealed under it is.
use press::form::{Align, Block, Cell, Form, Paper as Sheet, Row, Table};
use press::page::Face;
use serde::Deserialize;
use ts_rs::TS;

use crate::door::RecoveryCode;
use crate::kernel::answer::Paper;
use crate::kernel::written;
use crate::kernel::{Desk, Nothing, Result, paper, secrets};

/// The code as it was shown.
#[derive(Debug, Deserialize, TS)]
pub struct RecoverySheet {
    recovery_code: String,
}

/// Makes a new code; the old one opens nothing from now on.
pub(super) fn renew(desk: &Desk<'_>, _: Nothing) -> Result<RecoveryCode> {
    let recovery_code = secrets::recovery_code(desk.entropy);
    let vault = &desk.vault;
    vault.change(|ring| {
        ring.recovery = secrets::wrap(vault.key, &recovery_code, "recovery", vault.cost, desk.entropy)?;
        Ok(())
    })?;
    Ok(RecoveryCode { recovery_code })
}

pub(super) fn print(desk: &Desk<'_>, q: RecoverySheet) -> Result<Paper> {
    paper::form(desk, sheet(desk, &q.recovery_code))
}

fn sheet(desk: &Desk<'_>, code: &str) -> Form {
    let line = |text: &str| Block::Text {
        text: text.into(),
        face: Face::FangSong,
        size_pt: 16.0,
        align: Align::Left,
        indent: true,
    };
    let row =
        |label: &str, value: String| Row::new(16.0, vec![Cell::label(label), Cell::text(value).over(3)]);
    let table = Table {
        widths: vec![1.0, 1.0, 1.0, 1.0],
        size_pt: 16.0,
        head_rows: 0,
        rows: vec![
            row("单位", desk.profile.office.name.clone()),
            row("恢复码", code.into()),
            row("打印日期", written::date(desk.today())),
            Row::new(
                24.0,
                vec![Cell::label("保管人\n签字"), Cell::text(""), Cell::label("封存日期"), Cell::text("")],
            ),
        ],
    };
    Form {
        title: "质强办恢复码".into(),
        paper: Sheet::Upright,
        blocks: vec![
            line("所有人都忘记口令时，凭此码可以重设口令、打开数据。程序不保存此码，遗失后不能补打。"),
            line("请装入信封密封，与计算机分开，由专人在专柜保管。用过一次后即作废，程序会给出新码。"),
            Block::Space(6.0),
            Block::Table(table),
        ],
        seat_cards: Vec::new(),
        foot: String::new(),
        watermarks: Vec::new(),
    }
}
