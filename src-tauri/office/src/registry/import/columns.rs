//! The columns of the register's import, said once: the template is made from them and the reader looks for them.
use press::template::{Template, TemplateSheet};

use crate::kernel::profile::Profile;
use crate::kernel::sheets::columns::{Column, Holds, column, offered};
use crate::registry::person::Gender;
use crate::registry::post::PostKind;
use crate::registry::unit::UnitKind;

/// Tab of the units.
pub(super) const UNITS: &str = "单位";
/// Tab of people with their posts.
pub(super) const PEOPLE: &str = "人员与任职";

/// The columns of the units' sheet.
pub(super) fn units() -> Vec<Column> {
    let mut columns = vec![
        column("单位全称", true, Holds::Words, 32, "规范全称，不得重复。"),
        column("简称", true, Holds::Words, 16, "规范化简称，不得重复；任职表中可用它指明单位。"),
        column("类别", true, Holds::Words, 12, "从列表中选择。"),
        column("序号", false, Holds::Whole, 8, "同类单位中的排列顺序，整数；不填则按表中顺序。"),
        column("行业领域", false, Holds::Words, 18, "该单位牵头的行业。"),
        column("电话", false, Holds::Phone, 16, "区号-号码，以文本填写。"),
        column("地址", false, Holds::Words, 28, "办公地址。"),
        column("加入日期", true, Holds::Day, 14, "成为成员单位（报送单位）的日期，如 2016-08-24。"),
    ];
    columns[2].choices = UnitKind::ALL.iter().map(|kind| kind.label().to_owned()).collect();
    columns
}

/// The columns of the people's sheet; posts by their names under the rules.
pub(super) fn people(profile: &Profile) -> Vec<Column> {
    let mut columns = vec![
        column("单位", false, Holds::Words, 24, "单位简称或全称；组长、副组长等市领导可不填。"),
        column("姓名", true, Holds::Words, 12, "同一人任几个岗位的，写几行，手机号填写一致。"),
        column("性别", false, Holds::Words, 8, "男或女。"),
        column("岗位", true, Holds::Words, 16, "从列表中选择。"),
        column("职务", false, Holds::Words, 24, "在本单位的职务，如 党组成员、副局长。"),
        column("办公电话", false, Holds::Phone, 16, "区号-号码，以文本填写。"),
        column("手机", false, Holds::Phone, 14, "11 位，以文本填写。"),
        column("任职日期", true, Holds::Day, 14, "开始担任该岗位的日期，如 2016-08-24。"),
        column("免职日期", false, Holds::Day, 14, "当日起不再担任；仍在任的不填。"),
        column("排序", false, Holds::Whole, 8, "同一岗位多人时的先后，整数。"),
    ];
    columns[2].choices = Gender::ALL.iter().map(|one| one.label().to_owned()).collect();
    columns[3].choices = PostKind::ALL.iter().map(|kind| kind.words(profile)).collect();
    columns
}

/// The template to fill in.
pub(super) fn template(profile: &Profile) -> Template {
    let sheet = |name: &str, columns: Vec<Column>, examples: Vec<Vec<&str>>| TemplateSheet {
        name: name.into(),
        columns: columns.iter().map(offered).collect(),
        examples: examples.into_iter().map(|row| row.into_iter().map(str::to_owned).collect()).collect(),
    };
    let unit = vec![
        "示例市发展和改革委员会",
        "市发改委",
        "成员单位",
        "1",
        "综合",
        "0000-0000001",
        "示例路1号",
        "2016-08-24",
    ];
    let person = vec![
        "市发改委",
        "张示例",
        "男",
        "分管领导",
        "党组成员、副主任",
        "0000-0000002",
        "19900000001",
        "2016-08-24",
        "",
        "",
    ];
    Template {
        title: "机构名册导入模板".into(),
        sheets: vec![sheet(UNITS, units(), vec![unit]), sheet(PEOPLE, people(profile), vec![person])],
        notes: vec![
            "可以只填其中一张工作表；另一张留空或删去。".into(),
            "导入前会逐项检查并列出每一处问题；有错误时默认全部不写入。".into(),
            "名册中已有的单位和任职会标为“已存在”，不会重复写入，也不会被改动。".into(),
            "请勿合并单元格，请勿使用公式。".into(),
        ],
    }
}
