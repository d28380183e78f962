//! The flow a second time, for both routes, all kinds, all stages and all steps.
use super::*;
use crate::kernel::document_rules::Issuer;
use crate::kernel::profile::{SHIPPED, parse};

fn profile() -> Profile {
    parse(SHIPPED[1].1).unwrap()
}

/// Of the group; `return` names where it leads back to. What is not named leads nowhere.
const GROUP: &[(&str, &str)] = &[
    ("draft", "submit→section drop→dropped"),
    ("section", "approve→office_director withdraw→draft return:drafter→draft"),
    ("office_director", "approve→deputy withdraw→draft return:drafter→draft return:section→section"),
    (
        "deputy",
        "approve→leader withdraw→draft return:drafter→draft return:section→section
         return:office_director→office_director",
    ),
    (
        "leader",
        "sign→signed withdraw→draft return:drafter→draft return:section→section
         return:office_director→office_director return:deputy→deputy",
    ),
    ("signed", "proofread→proofread amend→leader void→voided"),
    ("proofread", "print→printed amend→leader void→voided"),
    ("printed", "revoke→revoked repeal→repealed"),
    ("revoked", ""),
    ("repealed", ""),
    ("voided", ""),
    ("dropped", ""),
];

/// Of the office: it ends at the director.
const OFFICE: &[(&str, &str)] = &[
    ("draft", "submit→section drop→dropped"),
    ("section", "approve→office_director withdraw→draft return:drafter→draft"),
    ("office_director", "sign→signed withdraw→draft return:drafter→draft return:section→section"),
    ("deputy", ""),
    ("leader", ""),
    ("signed", "proofread→proofread amend→office_director void→voided"),
    ("proofread", "print→printed amend→office_director void→voided"),
    ("printed", "revoke→revoked repeal→repealed"),
    ("revoked", ""),
    ("repealed", ""),
    ("voided", ""),
    ("dropped", ""),
];

fn wanted(steps: &str, step: Step, back: Option<Station>) -> Option<Stage> {
    let name = match back {
        Some(back) if step == Step::Return => format!("{}:{}→", step.key(), back.key()),
        _ => format!("{}→", step.key()),
    };
    steps.split_whitespace().find_map(|word| word.strip_prefix(&name)).and_then(Stage::from_key)
}

#[test]
fn every_step_at_every_stage_of_both_routes_leads_where_the_second_table_says_whatever_the_kind() {
    let profile = profile();
    let mut seen = 0;
    // The kind decides whether a document may be begun at all, never the way it goes: every pair walks the same table.
    let kinds = profile.documents.kinds.iter();
    let ways = kinds.flat_map(|kind| kind.by.iter().map(move |issuer| (kind, *issuer)));
    for (kind, issuer) in ways {
        let again = if issuer == Issuer::Group { GROUP } else { OFFICE };
        let route = profile.documents.route_of(issuer);
        assert_eq!(again.len(), Stage::ALL.len());
        for (stage, steps) in again {
            let stage = Stage::from_key(stage).unwrap();
            for step in Step::ALL {
                let backs: Vec<Option<Station>> =
                    Station::ALL.iter().copied().map(Some).chain([None]).collect();
                for back in backs {
                    let says = next(route, stage, *step, back, &profile);
                    let want = wanted(steps, *step, back);
                    assert_eq!(
                        says.as_ref().ok().copied(),
                        want,
                        "{} {} {} {back:?}",
                        kind.label,
                        stage.key(),
                        step.key()
                    );
                    if let Err(no) = says {
                        assert_eq!(no.article.as_deref(), Some("第十六条"), "{no}");
                        assert!(no.hint.is_some(), "{no}");
                    }
                    seen += 1;
                }
            }
        }
    }
    // 12 kinds are issued in the group's name, 8 of them in the office's as well.
    assert_eq!(seen, (12 + 8) * Stage::ALL.len() * Step::ALL.len() * (Station::ALL.len() + 1));
}

#[test]
fn both_shipped_profiles_know_the_fifteen_kinds_and_both_routes() {
    for (id, text) in SHIPPED {
        let rules = parse(text).unwrap().documents;
        let labels: Vec<&str> = rules.kinds.iter().map(|kind| kind.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "决议",
                "决定",
                "命令（令）",
                "公报",
                "公告",
                "通告",
                "意见",
                "通知",
                "通报",
                "报告",
                "请示",
                "批复",
                "议案",
                "函",
                "纪要"
            ],
            "{id}"
        );
        assert_eq!(rules.route.last(), Some(&Station::Leader), "{id}");
        assert_eq!(rules.office_route.last(), Some(&Station::Director), "{id}");
        let nobody: Vec<&str> =
            rules.kinds.iter().filter(|kind| kind.by.is_empty()).map(|kind| kind.label.as_str()).collect();
        assert_eq!(nobody, ["命令（令）", "议案", "纪要"], "{id}");
        assert!(rules.kinds.iter().filter(|kind| kind.by.is_empty()).all(|kind| !kind.why_not.is_empty()));
        for issuer in Issuer::ALL {
            assert!(rules.prefixes.iter().any(|prefix| prefix.of == *issuer && !prefix.letter), "{id}");
        }
    }
}

#[test]
fn a_profile_from_before_the_documents_still_opens_with_kinds_and_prefixes() {
    let text = SHIPPED[0].1;
    let (before, rest) = text.split_once("# 规范化简称：").unwrap();
    let after = rest.split_once("# 宣传报道：").unwrap().1;
    let old = parse(&format!("{before}\n# 宣传报道：{after}")).unwrap().documents;
    assert_eq!((old.kinds.len(), old.prefixes.len(), old.step_days), (15, 2, 3));
}

#[test]
fn a_route_that_goes_backwards_or_a_number_used_twice_is_refused() {
    let text = SHIPPED[1].1;
    let wrong = text.replace(
        r#"office_route = ["drafter", "section", "office_director"]"#,
        r#"office_route = ["drafter", "office_director", "section"]"#,
    );
    assert!(parse(&wrong).unwrap_err().message.contains("先后"));
    let doubled = text.replace("示质强创办函〔{year}〕{n}号", "示质强创办〔{year}〕{n}号");
    assert!(parse(&doubled).unwrap_err().message.contains("重号"));
}

#[test]
fn words_are_changed_by_the_drafter_alone() {
    for stage in Stage::ALL {
        assert_eq!(may_be_edited(*stage, &profile()).is_ok(), *stage == Stage::Draft, "{}", stage.key());
    }
}
