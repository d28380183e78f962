//! Placed pages of every blank and filled form as text. A change here is a change on paper: look at the PDF first.
use super::super::geometry::{Drawn, check_page, printed};
use super::{all, place, samples};

#[test]
fn every_office_form_stands_where_it_stood() {
    for (name, form) in all() {
        let placed = place(&form).expect("a sample can be placed");
        insta::assert_snapshot!(name, press::dump::dump(&placed));
    }
}

#[test]
fn every_word_of_a_sample_is_on_its_paper() {
    fn words(value: &toml::Value, out: &mut Vec<String>) {
        match value {
            toml::Value::String(text) => out.push(text.clone()),
            toml::Value::Array(all) => all.iter().for_each(|one| words(one, out)),
            toml::Value::Table(table) => {
                table.iter().filter(|(key, _)| *key != "stock").for_each(|(_, one)| words(one, out));
            }
            _ => {}
        }
    }
    for (key, sample) in samples() {
        let placed = place(&super::filled(&key, sample.clone())).expect("a sample can be placed");
        let shown = super::random::shown(&placed);
        let mut said = Vec::new();
        words(&sample, &mut said);
        for (ch, wanted) in super::random::count(said.iter().map(String::as_str)) {
            let there = shown.get(&ch).copied().unwrap_or(0);
            assert!(there >= wanted, "{key}: {ch} stands {there} times instead of {wanted}");
        }
    }
}

#[test]
fn a_form_that_is_no_list_takes_one_page_blank_and_filled() {
    for (name, form) in all() {
        let placed = place(&form).expect("a sample can be placed");
        let pages = if name == "spine_labels_filled" { 2 } else { 1 };
        assert_eq!(placed.pages.len(), pages, "{name}");
    }
}

#[test]
fn on_the_finished_pdf_words_stay_in_their_cells() {
    for (name, form) in all() {
        let placed = place(&form).expect("a sample can be placed");
        printed(&name, &placed);
        let special = ["archive_stamps", "spine_labels"].iter().any(|key| name.starts_with(key));
        for page in placed.pages.iter().filter(|_| !special) {
            let faults = check_page(&Drawn::from_placed(&super::random::without_marks(page)), form.paper);
            assert!(faults.is_empty(), "{name}: {}", faults.join("\n"));
        }
    }
}
