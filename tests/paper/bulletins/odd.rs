//! Odd bulletins: right paper or a clear sentence, never a panic.
use press::bulletin::{Bulletin, Column, Item};

use super::samples::{bulletin, four, item, place};
use crate::body::samples::{print, words};

fn refused(bulletin: &Bulletin) -> String {
    press::layout::place_bulletin(bulletin, crate::fonts()).expect_err("refused").message
}

#[test]
fn a_bulletin_of_nothing_and_one_of_far_too_much_are_paper() {
    assert_eq!(place(&Bulletin::default()).pages.len(), 1);
    let name = "质量强市创建工作简报".repeat(20);
    let long =
        Item { title: name.repeat(5), foreword: name.repeat(9), source: name.clone(), body: String::new() };
    let odd = Bulletin {
        name: name.clone(),
        kind: name.clone(),
        number: Some(name.clone()),
        issuer: name.clone(),
        date: Some(name.clone()),
        foreword: name.repeat(30),
        editors: name.repeat(3),
        columns: vec![Column { name, items: vec![long; 5] }, Column::default()],
        ..bulletin(Vec::new())
    };
    let placed = place(&odd);
    print("bulletin_odd", &placed);
    assert!(placed.pages.len() > 5);
}

#[test]
fn a_picture_that_is_missing_is_named_with_its_item() {
    let mut odd = four();
    odd.columns[1].items[0].body = "![现场](现场.png)".into();
    let message = refused(&odd);
    assert!(message.contains("推行首席质量官制度") && message.contains("“现场.png”"), "{message}");
}

#[test]
fn more_receivers_than_a_page_holds_are_refused_with_their_number() {
    let odd = Bulletin { issue_to: vec!["示例市某某单位办公室".repeat(20); 120], ..four() };
    assert!(refused(&odd).contains("共129个"), "{}", refused(&odd));
    let many = Bulletin { issue_to: vec!["示例市某某单位办公室".into(); 120], ..four() };
    assert!(place(&many).pages.len() > 3);
}

#[test]
fn two_hundred_items_are_listed_over_several_pages() {
    let items = (0..200).map(|i| item(&format!("示例单位报送第{i}号信息"), "示例局", 1)).collect();
    let placed = place(&bulletin(vec![Column { name: "信息快报".into(), items }]));
    let text: String = placed.pages.iter().map(words).collect();
    assert_eq!(text.matches("示例单位报送第").count(), 400, "each title in the guide and over its text");
}
