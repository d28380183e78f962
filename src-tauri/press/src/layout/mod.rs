//! Where everything stands: documents, bulletins and forms become placed pages.
//!
//! Promised: a document is set on the grid of GB/T 9704-2012; the same data and faces give the same pages. It deliberately
//! draws nothing (`pdf/`) and breaks no line itself (`text/`).
//!
//! | GB/T 9704-2012 | what | test (tests/paper) |
//! |---|---|---|
//! | 5.2.1 | type area 156 × 225 mm at 28, 37 mm | `minutes_geometry::nothing_of_the_body_leaves_the_type_area`, `official_random` |
//! | 5.2.3 | 22 lines of 28 characters | `minutes_geometry::a_full_page_holds_22_lines_of_28_characters` |
//! | 7.2.1, 7.2.3 | 份号 with six digits, 紧急程度 黑体, upper left corner | `official_geometry::copy_number_and_urgency_stand_in_the_upper_left_corner` |
//! | 7.2.4 | red mark, its ink 35 mm below the type area's top | `official_geometry::a_red_head_stands_where_the_standard_says` |
//! | 7.2.4 | joint mark: host first, equal width, 文件 in the middle | `official_geometry::joint_authorities_have_equal_width_host_first_and_the_word_in_their_middle` |
//! | 7.2.5 | number centred two lines below the mark | `official_geometry::a_red_head_stands_where_the_standard_says` |
//! | 7.2.6 | 签发人 仿宋, names 楷体, two a line, the number beside the last | `official_geometry::several_signers_stand_two_a_line_and_the_number_beside_the_last` |
//! | 7.2.7 | red rule as wide as the type area, 4 mm below the number | `official_geometry::a_red_head_stands_where_the_standard_says` |
//! | 7.3.1 | title 22 pt, two lines below the rule, trapezoid or diamond | `text::shape_tests`, `minutes_geometry::a_long_title_is_broken_between_words` |
//! | 7.3.2 | 主送 flush left, full-width colon | `official_geometry::long_recipients_return_flush_left_and_end_with_a_full_width_colon` |
//! | 7.3.2, 7.4.2 | 主送 without room go to the imprint, the first page shows text | `official_geometry::recipients_without_room_go_to_the_imprint_and_the_first_page_shows_text` |
//! | 7.3.3 | levels 黑体, 楷体, 仿宋; two cells in | `minutes_geometry::levels_are_set_in_their_faces` |
//! | 7.3.4 | 附件说明, returns below the name, no end mark | `official_annexes::the_list_stands_one_line_below_the_text_with_returns_below_the_names` |
//! | 7.3.5.1 | date four cells in, name and date in the lower half of the seal | `official_signature::name_and_date_stand_in_the_lower_half_of_the_seal` |
//! | 7.3.5.1 | joint seals in rows, not touching, the last over the date | `official_signature::joint_seals_stand_in_rows_of_three_and_do_not_touch` |
//! | 7.3.5.2 | without a seal: name two cells in, date two cells right of it | `official_signature::without_a_seal_the_name_stands_two_cells_in_and_the_date_two_cells_right_of_it` |
//! | 7.3.5.3 | stamp four cells in, office two cells left of it | `official_forms::an_order_is_signed_by_office_and_stamp` |
//! | 7.3.5.5 | text goes with the signature | `official_signature::a_signature_never_stands_without_two_lines_of_text` |
//! | 7.3.6 | note in brackets below the date | `official_signature::a_note_stands_in_brackets_below_the_date` |
//! | 7.3.7 | annexes on new pages, title on the third line, before the imprint | `official_annexes::an_annex_begins_a_page_with_its_label_and_its_title_on_the_third_line` |
//! | 7.4 | imprint on the last even page, ends with the type area | `minutes_geometry::the_imprint_ends_with_the_type_area_on_an_even_page` |
//! | 7.5 | page numbers 7 mm below, odd right, even left | `minutes_geometry::page_numbers_stand_7_mm_below_odd_right_even_left` |
//! | 8 | landscape annexes, number in its place | `official_annexes::a_landscape_annex_fills_its_sheet_and_keeps_the_number_in_its_place` |
//! | 10.1 | letter: mark 30 mm down, double lines 170 mm | `official_forms::a_letters_mark_and_double_lines_stand_where_the_standard_says` |
//! | 10.1 | letter: number and 份号 7/8 of a character below the line | `official_forms::a_letters_number_and_marks_hang_below_the_first_line` |
//! | 10.1 | letter: text ends 7/8 above the second line, page 1 without number | `official_forms::a_full_first_page_of_a_letter_ends_seven_eighths_above_the_second_line` |
//! | 10.1 | letter: imprint without rules and issuing line | `official_forms::a_letters_imprint_has_neither_rules_nor_issuing_line` |
//! | 10.2 | order: mark 20 mm down, number and text two lines apart, no rule | `official_forms::an_order_begins_twenty_millimetres_down_and_has_no_rule` |
//! | 10.3 | minutes: mark, 出席 请假 列席 with aligned returns, no seal | `minutes_geometry::sixty_attendees_are_aligned_after_the_colon` |
//!
//! Not of the standard's wording: minutes name their issuer and date above the red rule (custom); seals of one row end
//! where the date ends, so that a note has its line; the mark's size is the one that lets all lines fall on the grid.
//! Tables and pictures in a body and the bulletin have no clause either: `tests/paper/body`, `tests/paper/bulletins`.
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
mod marked;
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
pub use marked::place_marked;

use crate::Fault;
use crate::document::Document;
use crate::fonts::Fonts;
use crate::page::Placed;

/// Places an official document.
pub fn place_document(document: &Document, fonts: &Fonts) -> Result<Placed, Fault> {
    official::place(document, fonts)
}
