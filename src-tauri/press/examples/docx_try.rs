//! Scratch.
use press::document::*;
use press::fonts::Fonts;
use press::pdf::{Properties, write};
use std::path::Path;
fn main() {
    let out = std::env::args().nth(1).expect("dir");
    let fonts = Fonts::shipped_only(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts"));
    let p = Properties {
        title: "示例会议纪要".into(),
        subject: "会议纪要".into(),
        author: "示例办公室".into(),
        created: chrono::NaiveDate::from_ymd_opt(2016, 8, 30).unwrap().and_hms_opt(9, 30, 0).unwrap(),
    };
    let base = "2016年8月26日，市委副书记、市长、市创建工作领导小组组长张示例在市政府第一会议室主持召开领导小组2016年第3次联席会议，\
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
        质量”的良好氛围。";
    let paras: Vec<&str> = base.split('\n').collect();
    for n in [1usize, 3, 5, 8, 9, 10, 12, 13, 16, 20, 24, 30, 40, 60, 90] {
        let body: Vec<&str> = paras.iter().cycle().take(n).copied().collect();
        let d = Document {
            kind: Kind::Minutes,
            mark: "绵阳市创建“全国质量强市示范城市”工作领导小组联席会议纪要".into(),
            number: Some("第3期".into()),
            issuer: "市创建工作领导小组办公室".into(),
            date: Some("2016年8月30日".into()),
            title: "关于研究部署创建全国质量强市示范城市下一阶段重点工作有关问题的会议纪要".into(),
            body: body.join("\n"),
            attendance: vec![
                Attendance {
                    label: "出席".into(),
                    entries: vec![
                        "市委、市政府：张示例、李示例".into(),
                        "市发展改革委：王示例".into(),
                        "市经济和信息化委：赵示例、钱示例、孙示例、周示例、吴示例、郑示例、冯示例、陈示例"
                            .into(),
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
            copies: if n % 2 == 0 { Some(60) } else { None },
            watermarks: if n == 3 { vec![Watermark::ForReview, Watermark::Sample] } else { vec![] },
            ..Document::default()
        };
        let placed = press::layout::place_document(&d, &fonts).unwrap();
        std::fs::write(format!("{out}/m{n:02}.our.pdf"), write(&placed, &fonts, &p).unwrap().bytes).unwrap();
        std::fs::write(format!("{out}/m{n:02}.docx"), press::docx::write_document(&d, &fonts, &p).unwrap())
            .unwrap();
    }
    use press::bulletin::*;
    let pic = press::picture::Picture::read("图1.png", std::fs::read("/tmp/fig.png").unwrap()).unwrap();
    let table = "各地工作进展如下。\n2016年8月信息报送情况表\n单位：条\n序号\t单位\t报送\t采用\n1\t市发展改革委\t12\t8\n2\t市经济和信息化委\t9\t5\n3\t市质量技术监督局（创建工作领导小组办公室）\t31\t22\n下一步将继续通报。";
    for n in [1usize, 2, 4, 6] {
        let item = |i: usize| Item {
            title: if i % 2 == 0 {
                format!("市质监局组织开展第{i}期质量提升培训")
            } else {
                "市住房城乡建设局多措并举狠抓工程质量安全管理推动全国质量强市示范城市创建工作".into()
            },
            foreword: if i == 1 {
                "工程质量是百年大计，现将做法刊发，供各单位学习借鉴。".into()
            } else {
                String::new()
            },
            body: if i == 2 {
                format!("{table}\n![培训现场](图1.png)\n{}", paras[2])
            } else {
                paras.iter().cycle().skip(i).take(4).copied().collect::<Vec<_>>().join("\n")
            },
            source: "市质监局".into(),
        };
        let b = Bulletin {
            name: "质量强市创建工作简报".into(),
            kind: if n == 2 { "增刊".into() } else { String::new() },
            number: Some("第8期（总第20期）".into()),
            issuer: "绵阳市创建办".into(),
            date: Some("2016年8月30日".into()),
            foreword: String::new(),
            columns: vec![
                Column { name: "工作动态".into(), items: (0..n).map(item).collect() },
                Column { name: "经验交流".into(), items: (n..n + n / 2).map(item).collect() },
            ],
            pictures: vec![pic.clone()],
            report_to: vec!["市委、市政府领导".into()],
            send_to: vec!["市委办公室".into(), "市政府办公室".into()],
            issue_to: vec!["各成员单位".into(), "各县（市、区）创建办".into()],
            editors: "编辑：张示例　审核：李示例".into(),
            copies: Some(120),
            watermarks: vec![],
        };
        let placed = press::layout::place_bulletin(&b, &fonts).unwrap();
        std::fs::write(format!("{out}/b{n:02}.our.pdf"), write(&placed, &fonts, &p).unwrap().bytes).unwrap();
        std::fs::write(format!("{out}/b{n:02}.docx"), press::docx::write_bulletin(&b, &fonts, &p).unwrap())
            .unwrap();
    }
}
