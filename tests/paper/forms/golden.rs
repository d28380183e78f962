//! The placed pages of typical forms as text. A change here is a change on paper: look at the PDF before accepting it.
use super::fixtures;
use crate::ledgers::address_book;

#[test]
fn every_form_stands_where_it_stood() {
    for (name, form) in fixtures::all() {
        let placed = press::layout::place_form(&form, crate::fonts()).expect("a fixture can be placed");
        insta::assert_snapshot!(name, press::dump::dump(&placed));
    }
}

#[test]
fn a_printed_ledger_stands_where_it_stood() {
    let placed =
        press::layout::place_ledger(&address_book(40), crate::fonts()).expect("a fixture can be placed");
    insta::assert_snapshot!("ledger_address_book", press::dump::dump(&placed));
}
