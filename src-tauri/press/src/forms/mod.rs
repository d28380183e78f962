//! The office's printed forms as data: one page of declarative code a form, no form draws itself.
//!
//! Promised: every form is a plain struct of words whose default is the blank form to be filled by pen; lists take any number
//! of rows; [`CATALOGUE`] names all of them. It deliberately knows no rule and no date: what is not known is room
//! for the pen, and nothing is called official that is office custom.
mod catalogue;
mod incoming;
mod letterhead;
mod parts;

pub use catalogue::{BlankForm, CATALOGUE, Family, blank};
pub use incoming::{CirculationSheet, Reader};
pub use letterhead::{Letterhead, Opinion};
