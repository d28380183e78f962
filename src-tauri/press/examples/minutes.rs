//! Writes sample minutes as a PDF: `cargo run -p press --example minutes -- out.pdf`. The data is made up (示例).
use std::path::{Path, PathBuf};

use press::document::{Attendance, Document, Kind, Watermark};
use press::fonts::Fonts;
use press::pdf::{Properties, write};

fn main() {
    let out = std::env::args().nth(1).map_or_else(|| PathBuf::from("minutes.pdf"), PathBuf::from);
    let times: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(1);
    let fonts = Fonts::shipped_only(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts"));
    for line in fonts.report() {
        println!("{}: {} {:?} {}", line.role, line.family, line.kind, line.note);
    }
    for round in 0..2 {
        let begun = std::time::Instant::now();
        let placed = press::layout::place_document(&sample(times), &fonts).expect("the sample can be placed");
        let laid = begun.elapsed();
        let printed = write(&placed, &fonts, &properties()).expect("the sample can be written");
        println!(
            "round {round}: {} pages, {} bytes, layout {laid:?}, all {:?}, missing {:?}",
            printed.pages,
            printed.bytes.len(),
            begun.elapsed(),
            printed.missing
        );
        std::fs::write(&out, &printed.bytes).expect("the file can be written");
    }
}

fn properties() -> Properties {
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|d| d.and_hms_opt(9, 30, 0));
    Properties {
        title: "示例会议纪要".into(),
        subject: "会议纪要".into(),
        author: "示例办公室".into(),
        created: created.expect("a real day"),
    }
}

fn sample(times: usize) -> Document {
    let body = "2016年8月26日，市委副书记、市长、市创建工作领导小组组长张示例在市政府第一会议室主持召开领导小组2016年第3次联席会议，\
        专题研究“全国质量强市示范城市”创建工作。会议听取了市质监局（创建办）关于前一阶段工作进展情况的汇报，审议了《创建工作\
        任务分解表（送审稿）》，并就下一步工作作出安排。现将会议主要内容纪要如下：\n\
        一、充分肯定前一阶段工作\n\
        会议认为，今年以来，各成员单位按照国办发〔2016〕5号文件和市委、市政府统一部署，扎实推进各项工作，取得了阶段性成效：全市通过\
        ISO9001质量管理体系认证的企业达到1286家，比上年同期增长12.5%；产品质量监督抽查合格率达到93.7%——创历史新高……\n\
        二、明确下一步重点任务\n\
        （一）压实工作责任。各成员单位要对照任务分解表，逐项明确责任领导、责任科室和完成时限，于2016年9月10日前将落实方案报创建办备案。\
        逾期未报的，由创建办发出督办通知单；连续两次未报的，按有关规定约谈其分管领导。\n\
        1.市发展改革委牵头，会同市财政局、市经济和信息化委，在9月底以前完成质量发展“十三五”规划中期评估。\n\
        2.市教育局、市住房城乡建设局、市交通运输局分别负责教育、工程、交通领域质量提升行动。\n\
        （1）工程质量：新建工程一次验收合格率保持100%。\n\
        （2）服务质量：顾客满意度达到78分以上。\n\
        （二）加强信息报送。各成员单位每月25日前报送信息不少于2条，联系人堃喆、珺玥、昇旸、婳祎负责汇总。创建办邮箱：\
        office@example.gov.cn。\n\
        三、严格督查考核\n\
        会议要求，市委督查室、市政府督查室要将创建工作纳入重点督查事项，实行“周调度、月通报、季督查、年考核”，对工作推进不力、\
        影响全局的单位和个人，严肃追究责任。会议强调，“质量是企业的生命”，要大力弘扬工匠精神，形成“人人关心质量、人人创造质量、人人享受\
        质量”的良好氛围。\n";
    Document {
        kind: Kind::Minutes,
        mark: "绵阳市创建“全国质量强市示范城市”工作领导小组联席会议纪要".into(),
        number: Some("第3期".into()),
        issuer: "市创建工作领导小组办公室".into(),
        date: Some("2016年8月30日".into()),
        title: "关于研究部署创建全国质量强市示范城市下一阶段重点工作有关问题的会议纪要".into(),
        body: body.repeat(times),
        attendance: vec![
            Attendance {
                label: "出席".into(),
                entries: vec![
                    "市委、市政府：张示例、李示例".into(),
                    "市发展改革委：王示例".into(),
                    "市经济和信息化委：赵示例、钱示例、孙示例、周示例、吴示例、郑示例、冯示例、陈示例".into(),
                ],
            },
            Attendance {
                label: "请假".into(), entries: vec!["市财政局：褚示例（另有会议）".into()]
            },
            Attendance {
                label: "列席".into(),
                entries: ["卫甲", "蒋示例", "沈乙", "韩示例", "杨示例", "朱丙", "秦示例"]
                    .map(String::from)
                    .into(),
            },
        ],
        copies_to: [
            "市委办公室",
            "市人大常委会办公室",
            "市政协办公室",
            "市纪委",
            "市法院",
            "市检察院",
            "绵阳军分区",
        ]
        .map(String::from)
        .into(),
        printed_by: "绵阳市创建工作领导小组办公室".into(),
        printed_on: Some("2016年8月30日".into()),
        copies: None,
        watermarks: vec![Watermark::Sample],
        ..Document::default()
    }
}
