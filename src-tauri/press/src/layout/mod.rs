//! Where everything stands: documents, bulletins and forms become placed pages.
//!
//! Promised: a document is set on the grid of GB/T 9704-2012; the same data and faces give the same pages. It deliberately
//! draws nothing (`pdf/`) and breaks no line itself (`text/`).
//!
//! | GB/T 9704-2012 | what | test (tests/paper/minutes_*.rs) |
//! |---|---|---|
//! | 5.2.1 | type area 156 × 225 mm at 28, 37 mm | `nothing_of_the_body_leaves_the_type_area` |
//! | 5.2.3 | 22 lines of 28 characters | `a_full_page_holds_22_lines_of_28_characters` |
//! | 7.2.4, 10.3 | red mark, top edge 35 mm below the type area's top | `the_marks_ink_begins_35_mm_below_the_type_area` |
//! | 7.2.7 | red rule as wide as the type area, 4 mm below the line above it | `the_red_rule_is_as_wide_as_the_type_area` |
//! | 7.3.1 | title 22 pt, two lines below the rule, trapezoid or diamond | `a_long_title_is_broken_between_words` |
//! | 7.3.3 | levels 黑体, 楷体, 仿宋; two cells in | `levels_are_set_in_their_faces` |
//! | 7.4 | imprint on the last even page, ends with the type area | `the_imprint_ends_with_the_type_area_on_an_even_page` |
//! | 7.5 | page numbers 7 mm below, odd right, even left | `page_numbers_stand_7_mm_below_odd_right_even_left` |
//! | 10.3 | 出席 请假 列席 with aligned returns | `sixty_attendees_are_aligned_after_the_colon` |
//!
//! Tables and pictures in a body and the bulletin have no clause: custom, held by `tests/paper/body` and `tests/paper/bulletins`.
mod annexes;
mod area;
mod around;
mod attendance;
mod body;
mod bulletin;
mod cell;
mod code;
mod ending;
mod flow;
mod form;
mod grid;
mod header;
mod imprint;
mod ledger;
mod letter;
mod mark;
mod numbers;
mod official;
pub(crate) mod pasted;
pub(crate) mod pictured;
mod plate;
mod recipients;
mod rules;
mod seals;
mod seat_card;
mod sheet;
mod sign;
mod signature;
mod table;
mod title;
mod upright;
mod words;

pub use bulletin::place_bulletin;
pub use form::place_form;
pub use ledger::place_ledger;

use crate::Fault;
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::Placed;

/// Places an official document.
pub fn place_document(document: &Document, fonts: &Fonts) -> Result<Placed, Fault> {
    official::place(document, fonts)
}
