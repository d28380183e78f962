//! The placed page of a text with a table and a picture. A change here is a change on paper: look at the PDF first.
use super::samples::{PARAGRAPH, SPENDING, picture, place, print, tasks};

#[test]
fn a_body_with_table_and_picture_stands_where_it_stood() {
    let body = format!(
        "{PARAGRAPH}\n一、任务安排\n（一）任务分解。各单位按下表落实。\n{}\n二、经费情况\n{SPENDING}\n三、现场检查\n{PARAGRAPH}\n\
         ![领导小组办公室赴示例县检查](现场.png)\n1.整改要求\n{PARAGRAPH}",
        tasks(9)
    );
    let placed = place(&body, vec![picture("现场.png", (900, 500))]);
    print("body_golden", &placed);
    insta::assert_snapshot!("body", press::dump::dump(&placed));
}
