//! The check against a group that is first whole and then loses or gains one.
use super::*;
use crate::kernel::profile;
use crate::registry::person::PersonId;
use crate::registry::post::PostId;

fn rules() -> Profile {
    profile::parse(profile::SHIPPED[0].1).unwrap()
}

fn day() -> NaiveDate {
    "2016-09-01".parse().unwrap()
}

fn unit(n: u128, kind: UnitKind) -> Unit {
    Unit {
        id: UnitId(uuid::Uuid::from_u128(n)),
        name: format!("第{n}局"),
        short: format!("{n}局"),
        kind,
        kind_label: kind.label().into(),
        order: n as i64,
        trade: String::new(),
        address: String::new(),
        phone: String::new(),
        joined_on: day(),
        left_on: None,
        left_reason: String::new(),
        version: 1,
    }
}

fn line(post: PostKind, unit: Option<&Unit>) -> RosterLine {
    RosterLine {
        post,
        post_label: post.label().into(),
        post_id: PostId(uuid::Uuid::nil()),
        post_version: 1,
        person: PersonId(uuid::Uuid::nil()),
        name: "张三".into(),
        title: String::new(),
        unit: unit.map(|unit| unit.id),
        unit_name: String::new(),
        unit_short: String::new(),
        phone: String::new(),
        mobile: String::new(),
        office_phone: String::new(),
        from: day(),
        to: None,
        order: 0,
    }
}

fn whole() -> (Vec<Unit>, Vec<RosterLine>) {
    let mut units: Vec<Unit> = (1..=32).map(|n| unit(n, UnitKind::Member)).collect();
    units.push(unit(40, UnitKind::County));
    units.push(unit(50, UnitKind::Other));
    let mut lines = vec![line(PostKind::Leader, None), line(PostKind::ExecutiveDeputy, None)];
    lines.extend([
        line(PostKind::Deputy, None),
        line(PostKind::Deputy, None),
        line(PostKind::Director, None),
    ]);
    for unit in &units {
        if unit.kind == UnitKind::Member {
            lines.push(line(PostKind::Member, Some(unit)));
        }
        if unit.kind != UnitKind::Other {
            lines.extend(PostKind::CONTACTS.iter().map(|kind| line(*kind, Some(unit))));
        }
    }
    (units, lines)
}

#[test]
fn a_whole_group_has_neither_vacancy_nor_surplus() {
    let (units, lines) = whole();
    assert_eq!(check(&rules(), day(), &lines, &units).findings, Vec::new());
    let filed = completeness(&rules(), day(), &lines, &units);
    assert_eq!((filed.rows.len(), filed.complete_units, filed.missing), (33, 33, 0));
}

#[test]
fn whoever_is_missing_is_found_with_article_and_numbers() {
    let table = [
        (PostKind::Leader, 1, 0, "第一条"),
        (PostKind::Deputy, 3, 2, "第一条"),
        (PostKind::Member, 1, 0, "第四条"),
        (PostKind::Director, 1, 0, "第五条"),
        (PostKind::LeaderInCharge, 1, 0, "第五条"),
        (PostKind::SectionHead, 1, 0, "第五条"),
        (PostKind::Undertaker, 1, 0, "第五条"),
        (PostKind::InformationOfficer, 1, 0, "第二十三条"),
        (PostKind::Archivist, 1, 0, "第二十六条"),
    ];
    for (post, wanted, found, article) in table {
        let (units, mut lines) = whole();
        let gone = lines.iter().position(|line| line.post == post).unwrap();
        lines.remove(gone);
        let check = check(&rules(), day(), &lines, &units);
        let [finding] = check.findings.as_slice() else { panic!("{post:?}: {:?}", check.findings) };
        let said = (finding.kind, finding.post, finding.wanted, finding.found, finding.article.as_str());
        assert_eq!(said, (FindingKind::Vacancy, Some(post), wanted, found, article));
        assert_eq!((check.vacancies, check.surplus), (1, 0));
    }
}

#[test]
fn whoever_is_too_many_is_found_and_a_second_undertaker_is_not() {
    for (post, surplus) in [
        (PostKind::Leader, true),
        (PostKind::Deputy, true),
        (PostKind::LeaderInCharge, true),
        (PostKind::Archivist, true),
        (PostKind::Undertaker, false),
        (PostKind::Member, false),
        (PostKind::OfficeStaff, false),
    ] {
        let (units, mut lines) = whole();
        let place = PostKind::FILED.contains(&post).then(|| units[0].clone());
        lines.push(line(post, place.as_ref()));
        let check = check(&rules(), day(), &lines, &units);
        assert_eq!(check.surplus, u32::from(surplus), "{post:?}: {:?}", check.findings);
        assert_eq!(check.vacancies, 0);
    }
}

#[test]
fn thirty_one_member_units_are_one_too_few() {
    let (mut units, mut lines) = whole();
    let gone = units.remove(0);
    lines.retain(|line| line.unit != Some(gone.id));
    let check = check(&rules(), day(), &lines, &units);
    assert_eq!(check.findings.len(), 1);
    assert_eq!(check.findings[0].message, "成员单位应有 32，现有 31，缺 1。");
    assert_eq!(check.findings[0].article, "第三条");
}

#[test]
fn a_post_is_asked_only_of_the_kinds_that_the_rules_name() {
    let mut rules = rules();
    rules.contacts.posts[0].units = vec!["member".into()];
    let (units, mut lines) = whole();
    let county = units[32].id;
    lines.retain(|line| line.unit != Some(county) || line.post != PostKind::LeaderInCharge);
    let filed = completeness(&rules, day(), &lines, &units);
    assert_eq!(filed.rows[32].cells[0].state, CellState::NotAsked);
    assert!(filed.rows[32].complete);
    assert_eq!(check(&rules, day(), &lines, &units).findings, Vec::new());
}
