//! The rules of issuing, tried one by one.
use super::*;
use crate::documents::delegation::DelegationScope;
use crate::documents::kinds::OutgoingId;
use crate::documents::outgoing::record::sample;
use crate::kernel::document_rules::Issuer;
use crate::kernel::profile::{SHIPPED, parse};
use crate::registry::PostId;

fn profile() -> Profile {
    parse(SHIPPED[1].1).unwrap()
}

fn person(n: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(n))
}

fn holder(n: u128, name: &str, post: PostKind) -> RosterLine {
    RosterLine {
        post,
        post_label: post.words(&profile()),
        post_id: PostId(uuid::Uuid::from_u128(n)),
        post_version: 1,
        person: person(n),
        name: name.into(),
        title: String::new(),
        unit: None,
        unit_name: String::new(),
        unit_short: String::new(),
        phone: String::new(),
        mobile: String::new(),
        office_phone: String::new(),
        from: "2016-01-01".parse().unwrap(),
        to: None,
        order: 1,
    }
}

fn everybody() -> Vec<RosterLine> {
    vec![
        holder(1, "程启航", PostKind::Leader),
        holder(2, "周怀远", PostKind::ExecutiveDeputy),
        holder(3, "陈明", PostKind::Deputy),
        holder(4, "张堃", PostKind::Member),
        holder(5, "魏守诚", PostKind::Director),
    ]
}

fn letter(id: OutgoingId) -> Delegation {
    Delegation {
        id: DelegationId(uuid::Uuid::from_u128(7)),
        version: 1,
        grantor: person(1),
        grantor_name: "程启航".into(),
        grantee: person(2),
        grantee_name: "周怀远".into(),
        scope: DelegationScope::One,
        scope_label: "指定文件".into(),
        kinds: Vec::new(),
        outgoing: Some(id),
        words: "委托签发".into(),
        basis: "原件存卷".into(),
        granted_on: "2016-03-01".parse().unwrap(),
        from: "2016-03-01".parse().unwrap(),
        to: "2016-03-31".parse().unwrap(),
        ended_on: None,
        end_reason: String::new(),
        open: true,
        state_label: String::new(),
        used: 0,
    }
}

#[test]
fn each_station_is_signed_by_its_own_post_and_the_last_one_by_whom_the_profile_names() {
    let document = sample(Issuer::Group, "notice");
    let (holders, letters) = (everybody(), [letter(document.id)]);
    let who = |station, last, letters: &[Delegation]| -> Vec<u128> {
        let day = Day { on: "2016-03-10".parse().unwrap(), holders: &holders, letters };
        (1..=6).filter(|n| may_sign(&document, station, last, person(*n), &day, &profile()).is_ok()).collect()
    };
    assert_eq!(who(Station::Director, false, &[]), [5]);
    assert_eq!(who(Station::Director, true, &[]), [5]);
    assert_eq!(who(Station::Deputy, false, &[]), [2, 3]);
    assert_eq!(who(Station::Leader, true, &[]), [1], "the executive deputy needs a letter");
    assert_eq!(who(Station::Leader, true, &letters), [1, 2]);
}

#[test]
fn a_refused_signature_names_who_may_and_why_the_letter_does_not_do() {
    let document = sample(Issuer::Group, "notice");
    let holders = everybody();
    let sign = |n: u128, on: &str, letters: &[Delegation]| {
        let day = Day { on: on.parse().unwrap(), holders: &holders, letters };
        may_sign(&document, Station::Leader, true, person(n), &day, &profile())
    };
    let no = sign(3, "2016-03-10", &[]).unwrap_err();
    assert_eq!(no.article.as_deref(), Some("第十六条"));
    assert!(no.hint.unwrap().contains("程启航"));
    let late = sign(2, "2016-04-01", &[letter(document.id)]).unwrap_err();
    assert!(late.hint.unwrap().contains("2016年3月31日"));
    let other = sign(2, "2016-03-10", &[letter(OutgoingId(uuid::Uuid::from_u128(99)))]).unwrap_err();
    assert!(other.hint.unwrap().contains("范围"));
    let signed = sign(2, "2016-03-10", &[letter(document.id)]).unwrap();
    assert_eq!(signed.post, "常务副组长（受组长委托）");
    assert!(signed.delegation.is_some());
    assert_eq!(sign(1, "2016-04-01", &[]).unwrap().delegation, None);
}

fn words(kind: &str, title: &str, to: &[&str], text: &str) -> OutgoingWords {
    OutgoingWords {
        kind: kind.into(),
        title: title.into(),
        sent_to: to.iter().map(|name| (*name).to_owned()).collect(),
        text: text.into(),
        ..OutgoingWords::default()
    }
}

#[test]
fn a_draft_goes_its_way_only_when_it_is_what_its_kind_must_be() {
    let check = |words: &OutgoingWords| {
        let profile = profile();
        let kind = profile.documents.kind(&words.kind).unwrap().clone();
        ready(&kind, words, &profile).err().map(|no| no.message).unwrap_or_default()
    };
    let notice = words("notice", "关于报送材料的通知", &["各成员单位"], "请于25日前报送。");
    assert_eq!(check(&notice), "");
    assert!(check(&OutgoingWords { text: " ".into(), ..notice.clone() }).contains("正文"));
    assert!(
        check(&OutgoingWords { text: "请于【时间】前报送。".into(), ..notice.clone() }).contains("【时间】")
    );
    assert!(check(&OutgoingWords { title: "关于报送材料的函".into(), ..notice.clone() }).contains("文种"));
    assert!(check(&OutgoingWords { sent_to: vec![], ..notice.clone() }).contains("主送"));
    let both = OutgoingWords { copies_to: vec!["各成员单位".into()], ..notice.clone() };
    assert!(check(&both).contains("既是主送又是抄送"));
    let request = words("request", "关于增加经费的请示", &["市政府", "市财政局"], "妥否，请批示。");
    assert!(check(&request).contains("只能有一个主送机关"));
    assert_eq!(check(&OutgoingWords { sent_to: vec!["市政府".into()], ..request }), "");
    let report = words("report", "关于创建工作的报告", &["市政府"], "……妥否，请批示。");
    assert!(check(&report).contains("不得夹带请示事项"));
    assert_eq!(check(&words("public_notice", "关于创建工作的通告", &[], "现通告如下：")), "");
}

#[test]
fn proofreading_mends_single_characters_and_nothing_of_substance() {
    let old = words("notice", "关于报送材料的通知", &["各成员单位"], "请各单位在25日前报送村料，认真落实。");
    let check = |text: &str| {
        let new = OutgoingWords { text: text.into(), ..old.clone() };
        small_change(&old, &new, &profile()).err().map(|no| no.message).unwrap_or_default()
    };
    assert_eq!(check("请各单位在25日前报送材料，认真落实。"), "");
    assert!(check("请各单位在30日前报送材料，认真落实。").contains("数字"));
    assert!(check("请各单位在25日前不报送材料，认真落实。").contains("不"));
    let long = "请各单位在25日前报送材料，认真落实。同时抓紧开展自查自纠，把问题整改到位，确保取得明显成效。";
    assert!(check(long).contains("个字"));
    let to = OutgoingWords { sent_to: vec!["各县市区".into()], ..old.clone() };
    let no = small_change(&old, &to, &profile()).unwrap_err();
    assert_eq!(no.article.as_deref(), Some("第十六条"));
    assert!(no.message.contains("主送"));
}

#[test]
fn a_placeholder_is_found_and_a_bracket_of_the_text_is_not_taken_for_one() {
    assert_eq!(placeholder("请于【时间】前").as_deref(), Some("【时间】"));
    assert_eq!(placeholder("没有"), None);
    assert_eq!(placeholder(&format!("【{}】", "长".repeat(41))), None);
}
