//! What a preview says: every fault by sheet, row and column, what is new, what is there already.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::attachments::Upload;
use crate::kernel::keyed::keyed;

keyed!(
    /// How bad a fault is.
    FaultSeverity {
        /// The row cannot be imported.
        Error = "error" "错误",
        /// The row can be imported; somebody should look.
        Warning = "warning" "提醒",
    }
);

keyed!(
    /// What becomes of a row.
    RowState {
        /// Will be written.
        New = "new" "新增",
        /// Is there already; nothing is written.
        Existing = "existing" "已存在",
        /// Has an error.
        Bad = "bad" "有错误",
    }
);

/// One fault, at the place where Excel shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportFault {
    /// Tab of the sheet; empty when it concerns the whole file.
    pub sheet: String,
    /// Row as Excel counts, from 1; 0 when it concerns the whole sheet.
    pub row: u32,
    /// Column letter; empty when it concerns a whole row or sheet.
    pub column: String,
    /// Head of the column; empty without one.
    pub title: String,
    /// `C5`; empty when it concerns a whole row or sheet.
    pub cell: String,
    /// What is wrong and what to do.
    pub message: String,
    /// Error or warning.
    pub severity: FaultSeverity,
    /// In Chinese.
    pub severity_label: String,
}

/// A row as read, for the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRow {
    /// Row as Excel counts.
    pub row: u32,
    /// What becomes of it.
    pub state: RowState,
    /// In Chinese.
    pub state_label: String,
    /// Its cells in the order of the columns, as words.
    pub cells: Vec<String>,
}

/// One sheet of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportSheet {
    /// Its tab.
    pub name: String,
    /// Whether the file has it.
    pub found: bool,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// Rows with content.
    pub rows: u32,
    /// Rows that would be written.
    pub good: u32,
    /// Rows that are there already.
    pub existing: u32,
    /// Rows with an error.
    pub bad: u32,
    /// The first rows, those with errors first.
    pub sample: Vec<ImportRow>,
}

/// The whole preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// SHA-256 of the file in hex; the import asks for it back, so that what was looked at is what is written.
    pub digest: String,
    /// The file's name.
    pub file: String,
    /// Its sheets.
    pub sheets: Vec<ImportSheet>,
    /// Rows with content.
    pub rows_total: u32,
    /// Rows that would be written.
    pub good: u32,
    /// Rows that are there already.
    pub existing: u32,
    /// Rows with an error.
    pub bad: u32,
    /// Every fault, by sheet, row and column; at most 2000.
    pub faults: Vec<ImportFault>,
    /// How many faults are errors.
    pub errors: u32,
    /// How many are warnings.
    pub warnings: u32,
    /// What it comes to, in one sentence.
    pub summary: String,
    /// Whether everything can be written.
    pub can_import_all: bool,
    /// Whether the good rows can be written.
    pub can_import_good: bool,
}

/// A workbook to look at.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportLook {
    /// The file.
    pub upload: Upload,
}

/// A workbook to write.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportApply {
    /// The same file.
    pub upload: Upload,
    /// The digest of the preview.
    pub digest: String,
    /// Writes the good rows and leaves out those with errors; otherwise all or nothing.
    #[serde(default)]
    pub good_only: bool,
}

/// Most faults that are listed.
const LISTED: usize = 2000;
/// Rows shown of each sheet.
const SAMPLE: usize = 20;

/// Puts faults and rows into the order in which people look at them.
pub fn preview(
    digest: String,
    file: &str,
    sheets: Vec<Judged>,
    mut faults: Vec<ImportFault>,
) -> ImportPreview {
    let place = |fault: &ImportFault| sheets.iter().position(|sheet| sheet.name == fault.sheet);
    faults.sort_by_cached_key(|fault| (place(fault), fault.row, fault.column.len(), fault.column.clone()));
    let count = |severity| faults.iter().filter(|fault| fault.severity == severity).count() as u32;
    let (errors, warnings) = (count(FaultSeverity::Error), count(FaultSeverity::Warning));
    let sheets: Vec<ImportSheet> = sheets.into_iter().map(sheet).collect();
    let sum = |of: fn(&ImportSheet) -> u32| sheets.iter().map(of).sum::<u32>();
    let (rows_total, good) = (sum(|s| s.rows), sum(|s| s.good));
    let (existing, bad) = (sum(|s| s.existing), sum(|s| s.bad));
    let summary = match (rows_total, errors) {
        (0, _) => "没有读到可以导入的内容。".into(),
        (_, 0) => format!("共 {rows_total} 行，可新增 {good} 行，已存在 {existing} 行，没有错误。"),
        _ => format!(
            "共 {rows_total} 行，可新增 {good} 行，已存在 {existing} 行，有错误 {bad} 行（{errors} 处）。"
        ),
    };
    faults.truncate(LISTED);
    ImportPreview {
        digest,
        file: file.into(),
        can_import_all: errors == 0 && rows_total > 0,
        can_import_good: good > 0,
        sheets,
        rows_total,
        good,
        existing,
        bad,
        faults,
        errors,
        warnings,
        summary,
    }
}

/// A sheet after every row was judged.
pub struct Judged {
    /// Its tab.
    pub name: String,
    /// Whether the file has it.
    pub found: bool,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// Every row.
    pub rows: Vec<ImportRow>,
}

fn sheet(judged: Judged) -> ImportSheet {
    let count = |state| judged.rows.iter().filter(|row| row.state == state).count() as u32;
    let (good, existing, bad) = (count(RowState::New), count(RowState::Existing), count(RowState::Bad));
    let rows = judged.rows.len() as u32;
    let mut sample = judged.rows;
    sample.sort_by_key(|row| (row.state != RowState::Bad, row.row));
    sample.truncate(SAMPLE);
    ImportSheet {
        name: judged.name,
        found: judged.found,
        columns: judged.columns,
        rows,
        good,
        existing,
        bad,
        sample,
    }
}
