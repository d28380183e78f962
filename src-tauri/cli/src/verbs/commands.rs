//! `zq commands`: everything that can be asked, as JSON.
use crate::failure::Failure;
use crate::screen::say_json;

/// Prints the list.
pub fn run() -> Result<(), Failure> {
    say_json(&office::front_desk::listing())
}
