//! Bulletins to be measured. The data is made up (示例).
use press::bulletin::{Bulletin, Column, Item};
use press::page::Placed;

use crate::body::samples::{SPENDING, picture, tasks};

/// Paragraphs as units send them in.
const WORDS: [&str; 3] = [
    "今年以来，示例县以创建“全国质量强市示范城市”为抓手，坚持问题导向，突出重点领域，扎实推进质量提升行动，取得了阶段性成效。",
    "县委、县政府把质量工作纳入年度目标考核，与经济社会发展同部署、同落实、同考核；建立“周调度、月通报、季督查”机制，先后召开专题会议6次，协调解决具体问题23个。",
    "截至2016年8月底，全县通过ISO9001质量管理体系认证的企业达到128家，比上年同期增长12.5%；产品质量监督抽查合格率达到93.7%，群众满意度明显提升。",
];

pub fn item(title: &str, source: &str, paragraphs: usize) -> Item {
    let body: Vec<&str> = (0..paragraphs).map(|i| WORDS[i % 3]).collect();
    Item { title: title.into(), body: body.join("\n"), source: source.into(), ..Item::default() }
}

fn units(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

pub fn bulletin(columns: Vec<Column>) -> Bulletin {
    Bulletin {
        name: "质量强市创建工作简报".into(),
        number: Some("第8期（总第20期）".into()),
        issuer: "示例市创建工作领导小组办公室".into(),
        date: Some("2016年8月30日".into()),
        columns,
        report_to: units(&["市委书记、副书记", "市长、副市长", "省质量强省工作领导小组办公室"]),
        send_to: units(&[
            "市委办公室",
            "市人大常委会办公室",
            "市政府办公室",
            "市政协办公室",
            "市纪委办公室",
            "各民主党派市委",
        ]),
        issue_to: units(&["各县（市、区）人民政府", "各园区管委会", "市创建工作领导小组各成员单位"]),
        editors: "编辑：张示例　审核：李示例　签发：王示例".into(),
        copies: Some(120),
        ..Bulletin::default()
    }
}

fn column(name: &str, items: Vec<Item>) -> Column {
    Column { name: name.into(), items }
}

/// Four items in two columns, a foreword for the issue.
pub fn four() -> Bulletin {
    let columns = vec![
        column(
            "工作动态",
            vec![
                item("市委副书记张示例专题调研“全国质量强市示范城市”创建工作并主持召开座谈会", "市创建办", 3),
                item("示例县三举措推进质量提升", "示例县人民政府", 2),
            ],
        ),
        column(
            "经验交流",
            vec![
                Item {
                    foreword: "示例区在小微企业中推行首席质量官制度，做法值得借鉴。现予刊发，供参考。".into(),
                    ..item("推行首席质量官制度  夯实企业质量主体责任", "示例区人民政府", 3)
                },
                item("标准化助力农产品品牌建设", "市农业局", 1),
            ],
        ),
    ];
    Bulletin {
        foreword:
            "编者按：今年是创建工作的攻坚之年。本期集中刊发各地各单位推进创建工作的做法和成效，供学习借鉴。"
                .into(),
        ..bulletin(columns)
    }
}

/// Twelve items over many pages, with levels, a table and a picture.
pub fn twelve() -> Bulletin {
    let mut columns: Vec<Column> = ["领导讲话", "工作动态", "经验交流", "督查通报"]
        .iter()
        .enumerate()
        .map(|(c, name)| {
            let items = (1..=3).map(|i| {
                let title = format!(
                    "示例市第{}号成员单位{}扎实推进质量强市创建各项重点工作",
                    c * 3 + i,
                    ["", "聚焦薄弱环节", "压实主体责任、"][i % 3]
                );
                item(&title, &format!("市第{}局", c * 3 + i), 2 + (c + i) % 4)
            });
            column(name, items.collect())
        })
        .collect();
    columns[1].items[0].body = format!(
        "一、总体情况\n{}\n（一）经费。支出如下。\n{SPENDING}\n二、现场\n![示例县质量月活动现场](现场.png)\n{}",
        WORDS[0], WORDS[1]
    );
    columns[3].items[2].body = format!("{}\n{}\n{}", WORDS[2], tasks(6), WORDS[1]);
    Bulletin {
        kind: "（增刊）".into(),
        pictures: vec![picture("现场.png", (1200, 700))],
        ..bulletin(columns)
    }
}

pub fn place(bulletin: &Bulletin) -> Placed {
    press::layout::place_bulletin(bulletin, crate::fonts()).expect("a bulletin can be placed")
}
