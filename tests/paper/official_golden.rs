//! The placed pages of one document of each kind as text. A change here is a change on paper: look at the PDF before
//! accepting it.
use press::document::{Annex, Document, Sealing};

use crate::official_samples::*;

#[test]
fn every_kind_stands_where_it_stood() {
    let annexes = vec![annex("示例名单", 1), Annex { landscape: true, ..annex("示例任务分解表", 1) }];
    let documents = [
        ("red_head", red_head(3)),
        ("upward", upward(&["张示例", "李四", "王示例"])),
        ("letter", letter(5)),
        ("order", order()),
        ("joint", joint(5)),
        ("annexes", Document { annexes, sealing: Sealing::None, note: "此件公开发布".into(), ..red_head(2) }),
        ("minutes", Document { body: body(3), ..crate::minutes_samples::minutes("") }),
    ];
    for (name, document) in documents {
        insta::assert_snapshot!(name, press::dump::dump(&placed(&document)));
    }
}
