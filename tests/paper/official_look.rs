//! scratch
use crate::official_samples::*;
use press::document::*;
fn look(name: &str, d: &Document) {
    let mut p = placed(d);
    for page in &mut p.pages {
        for im in page.images.clone() {
            for i in 0..72 {
                let a = f64::from(i) * 5f64.to_radians();
                page.rules.push(press::page::Rule {
                    x: im.x + im.w / 2.0 * (1.0 + a.cos()) - 0.4,
                    y: im.y + im.h / 2.0 * (1.0 + a.sin()) - 0.4,
                    w: 0.8,
                    h: 0.8,
                    ink: press::page::Ink::Red,
                });
            }
        }
        page.images.clear();
    }
    let created = chrono::NaiveDate::from_ymd_opt(2016, 8, 30).and_then(|d| d.and_hms_opt(9, 30, 0)).unwrap();
    let r = press::pdf::write(
        &p,
        crate::fonts(),
        &press::pdf::Properties { title: "x".into(), subject: "x".into(), author: "x".into(), created },
    )
    .unwrap();
    std::fs::create_dir_all("/tmp/off").unwrap();
    std::fs::write(format!("/tmp/off/{name}.pdf"), r.bytes).unwrap();
    println!("{name} {} {:?}", p.pages.len(), p.bookmarks);
}
#[test]
fn look_all() {
    for n in [1, 2, 3, 4, 5, 6, 8, 12] {
        look(&format!("red{n}"), &red_head(n));
    }
    look("up1", &upward(&["张三"]));
    look("up3", &upward(&["张示例", "李四", "王示例"]));
    for n in [1, 5, 6, 9] {
        look(&format!("letter{n}"), &letter(n));
    }
    look("order", &order());
    for n in [2, 3, 4, 5, 12] {
        look(&format!("joint{n}"), &joint(n));
    }
    let mut d = red_head(3);
    d.sealing = Sealing::None;
    d.note = "此件公开发布".into();
    d.annexes = vec![
        annex("示例市创建全国质量强市示范城市重点任务分解表", 4),
        Annex {
            landscape: true,
            ..annex("关于成员单位责任分工以及年度考核细则和评分标准的有关说明事项与联系方式汇总表", 12)
        },
    ];
    look("annex", &d);
    let mut d = crate::minutes_samples::minutes(&body(3));
    d.attendance = vec![crate::minutes_samples::group("出席", &["市发展改革委：张三、李四"])];
    d.title = "关于研究部署创建全国质量强市示范城市下一阶段重点工作有关问题的会议纪要".into();
    look("minutes", &d);
}
