//! The rules written down a second time, by hand and by counting day for day.
use proptest::prelude::*;

use super::*;
use crate::kernel::profile;

fn rules() -> Profile {
    profile::parse(profile::SHIPPED[0].1).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn first() -> NaiveDate {
    day("2016-01-01")
}

fn uuid(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

fn held(n: u128, kind: PostKind, unit: u128, from: u64, to: Option<u64>) -> Held {
    Held {
        post: Some(PostId(uuid(n))),
        person: PersonId(uuid(n)),
        name: format!("张{n}"),
        kind,
        unit: (unit > 0).then(|| UnitId(uuid(unit))),
        span: Span { from: first() + Days::new(from), to: to.map(|to| first() + Days::new(to)) },
    }
}

/// How many may hold a post at a time: the rules of 第一条, 第五条, 第二十三条 and 第二十六条 by heart.
fn cap(kind: PostKind) -> (usize, bool) {
    match kind {
        PostKind::Leader => (1, false),
        PostKind::ExecutiveDeputy => (1, false),
        PostKind::Deputy => (3, false),
        PostKind::Member => (usize::MAX, false),
        PostKind::LeaderInCharge => (1, true),
        PostKind::SectionHead => (1, true),
        PostKind::Undertaker => (usize::MAX, true),
        PostKind::InformationOfficer => (1, true),
        PostKind::Archivist => (1, true),
        PostKind::Director => (1, false),
        PostKind::OfficeStaff => (usize::MAX, false),
    }
}

#[test]
fn as_many_hold_a_post_as_the_articles_say_and_no_more() {
    let rules = rules();
    for kind in PostKind::ALL.iter().copied() {
        for there in 0..5 {
            for same_unit in [true, false] {
                let others: Vec<Held> =
                    (1..=there).map(|n| held(n, kind, if same_unit { 1 } else { n + 10 }, 0, None)).collect();
                let (most, per_unit) = cap(kind);
                let counted = if per_unit && !same_unit { 0 } else { there as usize };
                let judged = may_hold(&rules, &held(99, kind, 1, 10, None), &others);
                assert_eq!(judged.is_ok(), counted < most, "{kind:?}, {there} there, same unit {same_unit}");
            }
        }
    }
}

#[test]
fn the_executive_deputy_counts_among_the_three_deputies() {
    let rules = rules();
    for executives in 0..=1 {
        for deputies in 0..=3u128 {
            let mut others: Vec<Held> =
                (0..executives).map(|n| held(50 + n, PostKind::ExecutiveDeputy, 0, 0, None)).collect();
            others.extend((0..deputies).map(|n| held(n + 1, PostKind::Deputy, 0, 0, None)));
            let another = |kind| may_hold(&rules, &held(99, kind, 0, 1, None), &others).is_ok();
            assert_eq!(another(PostKind::Deputy), executives + deputies < 3);
            assert_eq!(another(PostKind::ExecutiveDeputy), executives == 0 && deputies < 3);
        }
    }
}

#[test]
fn a_successor_may_begin_on_the_day_on_which_the_old_one_ends() {
    let rules = rules();
    let old = [held(1, PostKind::LeaderInCharge, 1, 0, Some(30))];
    assert!(may_hold(&rules, &held(2, PostKind::LeaderInCharge, 1, 30, None), &old).is_ok());
    let refusal = may_hold(&rules, &held(2, PostKind::LeaderInCharge, 1, 29, None), &old).unwrap_err();
    assert_eq!(refusal.article.as_deref(), Some("第五条"));
    assert!(refusal.message.contains("张1"), "{}", refusal.message);
}

#[test]
fn nobody_holds_the_same_post_twice_at_once_but_may_hold_two_different_ones() {
    let rules = rules();
    let there = [held(1, PostKind::Undertaker, 1, 0, Some(30))];
    let again = |kind, unit, from| Held { post: None, ..held(1, kind, unit, from, None) };
    assert!(may_hold(&rules, &again(PostKind::Undertaker, 1, 10), &there).is_err());
    assert!(may_hold(&rules, &again(PostKind::Undertaker, 1, 30), &there).is_ok());
    assert!(may_hold(&rules, &again(PostKind::Undertaker, 2, 10), &there).is_ok());
    assert!(may_hold(&rules, &again(PostKind::InformationOfficer, 1, 10), &there).is_ok());
    // A correction of the very post is not in its own way.
    assert!(may_hold(&rules, &held(1, PostKind::Undertaker, 1, 5, None), &there).is_ok());
}

#[test]
fn days_that_cannot_be_meant_are_refused() {
    let today = day("2016-09-01");
    for (text, good) in [
        ("1949-09-30", false),
        ("1949-10-01", true),
        ("2016-09-01", true),
        ("2017-09-02", true),
        ("2017-09-03", false),
        ("0216-09-01", false),
    ] {
        assert_eq!(sensible("任职日期", day(text), today).is_ok(), good, "{text}");
    }
}

#[test]
fn a_post_lasts_at_least_a_day_and_no_longer_than_its_unit() {
    let span = |from: &str, to: Option<&str>| Span { from: day(from), to: to.map(day) };
    assert!(lasting(span("2016-01-01", Some("2016-01-02"))).is_ok());
    assert!(lasting(span("2016-01-01", Some("2016-01-01"))).is_err());
    let terms = [
        UnitTerm { from: day("2018-01-01"), to: None, reason: String::new() },
        UnitTerm { from: day("2016-01-01"), to: Some(day("2017-01-01")), reason: "撤并".into() },
    ];
    for (from, to, good) in [
        ("2015-12-31", None, false),
        ("2016-01-01", Some("2017-01-01"), true),
        ("2016-01-01", Some("2017-01-02"), false),
        ("2016-01-01", None, false),
        ("2017-06-01", Some("2017-07-01"), false),
        ("2018-01-01", None, true),
    ] {
        assert_eq!(at_a_standing_unit("市甲局", &terms, span(from, to)).is_ok(), good, "{from} {to:?}");
    }
}

fn a_span() -> impl Strategy<Value = (u64, Option<u64>)> {
    (0u64..40, proptest::option::of(1u64..15)).prop_map(|(from, days)| (from, days.map(|days| from + days)))
}

proptest! {
    #[test]
    fn what_may_be_held_is_what_counting_day_for_day_says(
        others in proptest::collection::vec((0usize..4, 1u128..3, a_span()), 0..7),
        new in (0usize..4, 1u128..3, a_span()),
    ) {
        const KINDS: [PostKind; 4] =
            [PostKind::LeaderInCharge, PostKind::Undertaker, PostKind::Deputy, PostKind::ExecutiveDeputy];
        let rules = rules();
        let others: Vec<Held> = others
            .into_iter()
            .zip(1..)
            .map(|((kind, unit, (from, to)), n)| held(n, KINDS[kind], unit, from, to))
            .collect();
        let new = held(99, KINDS[new.0], new.1, new.2.0, new.2.1);
        let fits = (0..60).map(|n| first() + Days::new(n)).filter(|day| new.span.covers(*day)).all(|day| {
            let count = |kinds: &[PostKind], here: bool| {
                others
                    .iter()
                    .filter(|one| kinds.contains(&one.kind) && one.span.covers(day) && (!here || one.unit == new.unit))
                    .count()
            };
            match new.kind {
                PostKind::LeaderInCharge => count(&[PostKind::LeaderInCharge], true) < 1,
                PostKind::Undertaker => true,
                PostKind::Deputy => count(&[PostKind::Deputy, PostKind::ExecutiveDeputy], false) < 3,
                _ => {
                    count(&[PostKind::ExecutiveDeputy], false) < 1
                        && count(&[PostKind::Deputy, PostKind::ExecutiveDeputy], false) < 3
                }
            }
        });
        prop_assert_eq!(may_hold(&rules, &new, &others).is_ok(), fits);
    }

    #[test]
    fn spans_meet_exactly_when_they_share_a_day(a in a_span(), b in a_span()) {
        let span = |(from, to): (u64, Option<u64>)| held(1, PostKind::Leader, 0, from, to).span;
        let shared = (0..60).map(|n| first() + Days::new(n)).any(|day| span(a).covers(day) && span(b).covers(day));
        prop_assert_eq!(span(a).meets(span(b)), shared);
    }
}
