//! The placed pages of two bulletins. A change here is a change on paper: look at the PDF before accepting it.
use super::samples::{four, place, twelve};
use crate::body::samples::print;

#[test]
fn bulletins_stand_where_they_stood() {
    for (name, bulletin) in [("bulletin_four", four()), ("bulletin_twelve", twelve())] {
        let placed = place(&bulletin);
        print(name, &placed);
        insta::assert_snapshot!(name, press::dump::dump(&placed));
    }
}
