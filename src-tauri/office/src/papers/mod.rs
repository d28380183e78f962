//! 排版: any official text set as paper, Word or archive PDF without a record, and blank forms for the pen.
//!
//! ```text
//! source text ─┐
//!              ├→ press::source (head, body, corrections) → press::typeset → paper on screen · PDF · PDF/A · DOCX
//! small form ──┘
//! catalogue → office's letterhead → blank form
//! ```
//!
//! The room keeps no record: what is typed is the person's own file. It deliberately gives no number and signs nothing —
//! papers of a record come from their own rooms. Everybody may look; what leaves the program is audited.
mod blank;
mod form;
mod kinds;
mod typeset;

use crate::kernel::{Command, Role, exports, prints, reads};

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let all = Role::EVERYONE;
    vec![
        reads("papers_typeset_kinds", "公文排版的格式", all, kinds::list),
        reads("papers_typeset_check", "检查待排版的文本，排出纸样", all, typeset::check),
        reads("papers_typeset_turn", "文本与表单互换", all, typeset::turn),
        reads("papers_typeset_open", "打开待排版的文本", all, typeset::open),
        prints("papers_typeset_preview", "公文排版纸样", all, typeset::preview),
        exports("papers_typeset_pdf", "公文排版存为 PDF", all, typeset::pdf),
        exports("papers_typeset_docx", "公文排版存为 Word", all, typeset::docx),
        reads("papers_blank_forms", "空白表格目录", all, blank::list),
        prints("papers_blank_print", "打印空白表格", all, blank::print),
    ]
}
