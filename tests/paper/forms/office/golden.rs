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
fn a_blank_form_fills_its_page_with_room_for_the_pen() {
    for blank in press::forms::CATALOGUE.iter().filter(|blank| blank.key != "archive_stamps") {
        let page = place(&(blank.make)(&super::head())).expect("a blank form can be placed").pages.remove(0);
        let end = page.rules.iter().map(|rule| rule.y + rule.h).fold(0.0, f64::max);
        let bottom = if page.w < page.h { 262.0 } else { 185.0 };
        // A row for the pen and a few lines under the table at most.
        assert!(end > bottom - 24.0, "{}: ends at {end} mm", blank.key);
    }
}

#[test]
fn the_catalogue_says_what_its_forms_are() {
    for blank in press::forms::CATALOGUE {
        let form = (blank.make)(&super::head());
        assert_eq!(form.paper, blank.paper, "{}", blank.key);
        assert!(
            !form.title.is_empty() && !(blank.make)(&press::forms::Letterhead::default()).title.is_empty()
        );
        assert!(blank.key.chars().all(|ch| ch.is_ascii_lowercase() || ch == '_'), "{}", blank.key);
        let same = press::forms::CATALOGUE
            .iter()
            .filter(|other| other.key == blank.key || other.title == blank.title);
        assert_eq!(same.count(), 1, "{}", blank.key);
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
