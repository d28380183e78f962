//! The library (政策法规库, 第二条): policies, laws and decisions of superiors that are to be carried out, with full text and
//! validity, what rests on them, and the guidance given to districts and parks.
//!
//! ```text
//! 现行有效 ──修改──▶ 已被修改 ──废止──▶ 已废止        引用: a record of another room rests on an entry, by this door
//! ```
//!
//! It promises that a text is found by any two characters in it, that no repealed text is cited anew, and that every
//! version stays readable. It deliberately knows no record that cites: each room says itself what it is called.
mod citing;
mod commands;
mod due;
mod find;
mod flow;
mod guidance;
mod kinds;
mod ledgers;
mod record;
mod store;

use crate::kernel::Command;
use crate::kernel::command::{changes, exports_ledger, prints_ledger, reads};
use crate::kernel::role::Role;

pub use citing::{Citing, citations_of, cite, cited_by, take_back};
pub use due::due;
pub use kinds::{CitationId, GuidanceId, LibraryId, LibraryKind, Validity};
pub use record::{LibraryCitation, LibraryEntry};

/// This room's rows of the front desk's list.
pub fn commands() -> Vec<Command> {
    let (office, readers) = (Role::OFFICE, Role::READERS);
    vec![
        reads("library_list", "政策法规库", readers, commands::list),
        reads("library_open", "打开政策法规", readers, commands::open),
        reads("library_find", "查找政策法规和指导记录", readers, find::find),
        changes("library_add", "录入政策法规", office, commands::add),
        changes("library_edit", "更正政策法规", office, commands::edit),
        changes("library_validity_set", "登记政策法规的效力", office, commands::set_validity),
        changes("library_attach", "添加政策法规附件", office, commands::attach),
        exports_ledger("library_ledger", "政策法规目录", office, commands::ledger),
        prints_ledger("library_ledger_print", "打印政策法规目录", office, commands::ledger),
        reads("guidance_list", "对下指导台账", readers, guidance::list),
        reads("guidance_open", "打开指导记录", readers, guidance::open),
        changes("guidance_add", "登记对下指导", office, guidance::add),
        changes("guidance_edit", "更正指导记录", office, guidance::edit),
        changes("guidance_attach", "添加指导材料", office, guidance::attach),
        exports_ledger("guidance_ledger", "对下指导台账", office, guidance::ledger),
        prints_ledger("guidance_ledger_print", "打印对下指导台账", office, guidance::ledger),
    ]
}
