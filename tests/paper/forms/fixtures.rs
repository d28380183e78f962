//! Typical forms with demonstration data, described as the rooms describe theirs.
use press::document::Watermark;
use press::form::{Align, Block, Cell, Form, Paper, Row, SeatCard, Table};
use press::page::Face;

const CITY: &str = "示例市创建“全国质量强市示范城市”工作领导小组";

fn form(title: &str, paper: Paper, blocks: Vec<Block>) -> Form {
    Form {
        title: title.into(),
        paper,
        blocks,
        seat_cards: Vec::new(),
        foot: "示例市创建办制　示例数据".into(),
        watermarks: Vec::new(),
    }
}

fn ends(left: &str, right: &str) -> Block {
    Block::Ends { left: left.into(), right: right.into(), size_pt: 12.0 }
}

fn line(text: &str, align: Align) -> Block {
    Block::Text { text: text.into(), face: Face::FangSong, size_pt: 14.0, align, indent: false }
}

fn paragraph(text: &str) -> Block {
    Block::Text { text: text.into(), face: Face::FangSong, size_pt: 16.0, align: Align::Left, indent: true }
}

fn table(widths: &[f64], head_rows: usize, rows: Vec<Row>) -> Block {
    Block::Table(Table { widths: widths.into(), size_pt: 12.0, head_rows, rows })
}

fn labels(titles: &[&str]) -> Vec<Cell> {
    titles.iter().map(|title| Cell::label(*title)).collect()
}

pub const UNITS: [&str; 6] = [
    "市质监局",
    "市发展和改革委员会",
    "市经济和信息化委员会",
    "市食品药品监督管理局",
    "示例县人民政府",
    "示例高新技术产业开发区管理委员会",
];
pub const NAMES: [&str; 6] = ["张　三", "李四光", "王　堃", "欧阳喆", "阿卜杜热合曼·买买提", "赵　祎"];
pub const POSTS: [&str; 4] = ["局长", "副主任", "质量管理科科长", "党组成员、副局长（分管质量）"];

/// 签到表: sixty persons over pages.
pub fn sign_in_sheet(persons: usize) -> Form {
    let mut rows = vec![Row::new(10.0, labels(&["序号", "单位", "姓名", "职务", "电话", "签名", "代会"]))];
    rows.extend((0..persons).map(|i| {
        Row::new(
            9.0,
            vec![
                Cell::text((i + 1).to_string()),
                Cell::left(UNITS[i % UNITS.len()]),
                Cell::text(NAMES[i % NAMES.len()]),
                Cell::left(POSTS[i % POSTS.len()]),
                Cell::text(format!("1380000{:04}", i + 1)),
                Cell::text(""),
                Cell::text(""),
            ],
        )
    }));
    let blocks = vec![
        line("会议名称：示例市创建工作领导小组第8次联席会议", Align::Left),
        ends("时间：2016年8月30日（星期二）上午9:00", "地点：市政府第二会议室"),
        Block::Space(2.0),
        table(&[10.0, 40.0, 24.0, 34.0, 27.0, 22.0, 12.0], 1, rows),
        Block::Space(3.0),
        ends("应到60人，实到　　　人", "记录人："),
    ];
    form("会议签到表", Paper::Upright, blocks)
}

/// 请假单.
pub fn leave_slip() -> Form {
    let opinion = |label: &str| {
        Row::new(
            38.0,
            vec![Cell::label(label), Cell { align: Align::Left, ..Cell::text("") }.over(3).at_top()],
        )
    };
    let rows = vec![
        Row::new(
            14.0,
            vec![Cell::label("会议"), Cell::left("示例市创建工作领导小组第8次联席会议（2016年8月30日）").over(3)],
        ),
        Row::new(12.0, vec![Cell::label("单位"), Cell::text(UNITS[5]).over(3)]),
        Row::new(
            12.0,
            vec![Cell::label("姓名"), Cell::text("王　堃"), Cell::label("职务"), Cell::text("副主任")],
        ),
        Row::new(
            34.0,
            vec![
                Cell::label("事由"),
                Cell::left("8月29日至31日赴省质监局参加“质量强省”工作推进会，不能参加本次联席会议，特请假，并委托他人代为参加。")
                    .over(3)
                    .at_top(),
            ],
        ),
        Row::new(
            12.0,
            vec![
                Cell::label("受委托人姓名"),
                Cell::text("阿卜杜热合曼·买买提"),
                Cell::label("受委托人职务"),
                Cell::text("质量管理科科长"),
            ],
        ),
        opinion("单位意见\n（盖章）"),
        opinion("会议主持人意见"),
    ];
    let blocks = vec![
        ends("编号：2016-08-03", "填报日期：2016年8月26日"),
        Block::Space(2.0),
        table(&[30.0, 50.0, 30.0, 50.0], 0, rows),
    ];
    form("示例市创建工作领导小组联席会议请假单", Paper::Upright, blocks)
}

/// 会议通知 with tear-off 回执.
pub fn meeting_notice() -> Form {
    let receipt = vec![
        Row::new(10.0, labels(&["单位", "姓名", "职务", "电话", "是否请假"])),
        Row::new(12.0, vec![Cell::text(""); 5]),
        Row::new(12.0, vec![Cell::text(""); 5]),
    ];
    let blocks = vec![
        Block::Text {
            text: "市质监局、市发展改革委、市经济和信息化委、市食品药品监管局：".into(),
            face: Face::FangSong,
            size_pt: 16.0,
            align: Align::Left,
            indent: false,
        },
        paragraph(
            "经领导小组同意，定于2016年8月30日（星期二）上午9:00召开第8次联席会议。现将有关事项通知如下：",
        ),
        paragraph("一、会议地点：市政府第二会议室。"),
        paragraph(
            "二、会议议题：（一）听取各成员单位7月份工作进展情况；（二）研究抽样检验经费问题；（三）部署下一步“质量月”活动。",
        ),
        paragraph("三、参会人员：各成员单位分管领导、联络员。"),
        paragraph("四、有关要求：请于8月29日17:00前将回执报创建办，不能参会的须履行请假手续。"),
        paragraph("联系人：李四光，电话：0816-2260001。"),
        Block::Space(6.0),
        line("示例市创建办　", Align::Right),
        line("2016年8月24日　", Align::Right),
        Block::Space(4.0),
        Block::TearLine,
        Block::Text {
            text: "会议回执".into(),
            face: Face::BiaoSong,
            size_pt: 18.0,
            align: Align::Centre,
            indent: false,
        },
        Block::Space(2.0),
        table(&[44.0, 26.0, 36.0, 32.0, 22.0], 1, receipt),
    ];
    form(&format!("{CITY}关于召开第8次联席会议的通知"), Paper::Upright, blocks)
}

/// 联络员备案表: spans in both directions.
pub fn contact_filing() -> Form {
    let roles = ["分管领导", "科室负责人", "承办人", "信息员", "档案员"];
    let mut rows = vec![
        Row::new(12.0, vec![Cell::label("单位").over(2), Cell::text(UNITS[1]).over(4)]),
        Row::new(
            10.0,
            vec![
                Cell::label("备案人员").down(6),
                Cell::label("职责"),
                Cell::label("姓名"),
                Cell::label("职务"),
                Cell::label("办公电话"),
                Cell::label("手机"),
            ],
        ),
    ];
    rows.extend(roles.iter().enumerate().map(|(i, role)| {
        Row::new(
            13.0,
            vec![
                Cell::text(*role),
                Cell::text(NAMES[i]),
                Cell::text(POSTS[i % 4]),
                Cell::text("0816-2260001"),
                Cell::text(format!("1380000{:04}", i + 1)),
            ],
        )
    }));
    rows.push(Row::new(
        36.0,
        vec![
            Cell::label("变更说明").over(2),
            Cell::left("原联络员周五因工作变动，自2016年8月1日起由李四光接任；信息员不变。").over(4).at_top(),
        ],
    ));
    rows.push(Row::new(
        30.0,
        vec![
            Cell::label("单位意见").over(2),
            Cell { align: Align::Right, ..Cell::text("（盖章）\n2016年8月5日　") }.over(4),
        ],
    ));
    let blocks = vec![
        ends("备案号：创建备〔2016〕12号", "报送日期：2016年8月5日"),
        Block::Space(2.0),
        table(&[12.0, 24.0, 28.0, 40.0, 28.0, 28.0], 0, rows),
    ];
    form("创建工作联络员备案表", Paper::Upright, blocks)
}

/// 成员名单: one span a group, over pages.
pub fn member_list() -> Form {
    let mut rows = vec![Row::new(10.0, labels(&["职务", "姓名", "单位及职务", "备注"]))];
    let groups = [("组　长", 1), ("副组长", 4), ("成　员", 32)];
    let mut n = 0;
    for (role, count) in groups {
        for i in 0..count {
            let mut cells = Vec::new();
            if i == 0 {
                cells.push(Cell::label(role).down(count));
            }
            cells.push(Cell::text(NAMES[n % NAMES.len()]));
            cells.push(Cell::left(format!("{}{}", UNITS[n % UNITS.len()], POSTS[n % POSTS.len()])));
            cells.push(Cell::text(""));
            rows.push(Row::new(9.0, cells));
            n += 1;
        }
    }
    let blocks = vec![
        table(&[22.0, 34.0, 84.0, 20.0], 1, rows),
        Block::Space(3.0),
        ends("", "示例市创建办　2016年8月30日"),
    ];
    Form {
        watermarks: vec![Watermark::ForReview, Watermark::Sample],
        ..form(&format!("{CITY}成员名单"), Paper::Upright, blocks)
    }
}

/// 通讯录, landscape.
pub fn directory() -> Form {
    let mut rows = vec![
        Row::new(
            9.0,
            vec![
                Cell::label("序号").down(2),
                Cell::label("单位").down(2),
                Cell::label("分管领导").over(3),
                Cell::label("联络员").over(3),
                Cell::label("传真").down(2),
            ],
        ),
        Row::new(9.0, labels(&["姓名", "职务", "手机", "姓名", "职务", "手机"])),
    ];
    rows.extend((0..32).map(|i| {
        Row::new(
            9.0,
            vec![
                Cell::text((i + 1).to_string()),
                Cell::left(UNITS[i % UNITS.len()]),
                Cell::text(NAMES[i % NAMES.len()]),
                Cell::left(POSTS[i % POSTS.len()]),
                Cell::text("13800000001"),
                Cell::text(NAMES[(i + 2) % NAMES.len()]),
                Cell::left(POSTS[(i + 1) % POSTS.len()]),
                Cell::text("13900000002"),
                Cell::text("0816-2260000"),
            ],
        )
    }));
    let blocks = vec![table(&[10.0, 44.0, 24.0, 34.0, 27.0, 24.0, 34.0, 27.0, 28.0], 2, rows)];
    Form { watermarks: vec![Watermark::Sample], ..form("创建工作通讯录", Paper::Landscape, blocks) }
}

/// 席位牌: two, three, four characters, a long name with ·, one in Latin letters.
pub fn seat_cards() -> Form {
    let card = |name: &str, unit: &str| SeatCard { name: name.into(), unit: unit.into() };
    Form {
        seat_cards: vec![
            card("张三", "市质监局"),
            card("李四光", "示例高新技术产业开发区管理委员会"),
            card("欧阳堃喆", ""),
            card("阿卜杜热合曼·买买提依明", "市民族宗教事务局"),
            card("John Smith", "特邀专家"),
        ],
        ..form("席位牌", Paper::Landscape, Vec::new())
    }
}

/// All of them with the names of their golden files.
pub fn all() -> Vec<(&'static str, Form)> {
    vec![
        ("sign_in_sheet", sign_in_sheet(60)),
        ("leave_slip", leave_slip()),
        ("meeting_notice", meeting_notice()),
        ("contact_filing", contact_filing()),
        ("member_list", member_list()),
        ("directory", directory()),
        ("seat_cards", seat_cards()),
    ]
}
