//! The flow of a paper that came in (第十四条, 第十五条), by its kind. Pure: no SQL, no clock.
//!
//! ```text
//! 已签收 ─登记(收文编号)─▶ 待初审 ─初审通过─▶ 待拟办 ─拟办─▶ 待副组长批示 ─▶ 待组长批示 ─▶ 待办理 ─┬─办结──────────▶ 已办结
//!                          └─退回来文单位─▶ 已退回    │ 报创建办备案、其他                 ▲  │ └─交办─▶ 承办中 ─┬─▶
//!                                                  └────────────────────────────────┘ 呈批 (back up)      └─答复─▶ 已答复 ─办结─▶
//! ```
//!
//! Reports and filings with the group go up to deputy and leader — to those of the two that the profile's reading route
//! names, in its order; the last one's word is final. What is filed with the office ends there, and may be laid before the
//! leaders (呈批). 传阅 and 催办 run beside the stages and only stand against 办结.
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::keyed::keyed;
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Kind of paper.
    IncomingKind {
        /// Filed with the office (第十四条).
        FilingOffice = "filing_office" "报创建办备案",
        /// Filed with the leading group (第十四条).
        FilingGroup = "filing_group" "报领导小组备案",
        /// 综合报告 (第十五条).
        Comprehensive = "comprehensive" "综合报告",
        /// 单项报告 (第十五条).
        Single = "single" "单项报告",
        /// Everything else.
        Other = "other" "其他来文",
    }
);
keyed!(
    /// Stage of a paper.
    IncomingStage {
        /// 签收.
        Received = "received" "已签收待登记",
        /// 登记.
        Registered = "registered" "已登记待初审",
        /// 初审通过.
        Checked = "checked" "待拟办",
        /// With a deputy.
        Deputy = "deputy" "待副组长批示",
        /// With the leader.
        Leader = "leader" "待组长批示",
        /// Proposal and instructions are there.
        Ready = "ready" "待办理",
        /// With those who handle it.
        Handling = "handling" "承办中",
        /// Its sender has the answer.
        Answered = "answered" "已答复",
        /// 办结; offered for filing.
        Closed = "closed" "已办结",
        /// Sent back to its sender.
        Returned = "returned" "已退回",
    }
);
keyed!(
    /// What can be done with a paper.
    IncomingStep {
        /// Gives it its number.
        Register = "register" "登记",
        /// The first check finds it fit.
        Accept = "accept" "初审通过",
        /// The first check sends it back.
        SendBack = "send_back" "退回来文单位",
        /// The office's proposal.
        Propose = "propose" "拟办",
        /// An instruction, recorded from paper.
        Instruct = "instruct" "登记批示",
        /// Laid before the leaders although its kind does not ask for it.
        Raise = "raise" "呈批",
        /// Laid on those who handle it.
        Assign = "assign" "交办",
        /// The sender is answered.
        Answer = "answer" "答复",
        /// 办结.
        Close = "close" "办结",
        /// Taken up again.
        Reopen = "reopen" "重新办理",
    }
);

use IncomingKind as Kind;
use IncomingStage as Stage;
use IncomingStep as Step;

/// The flow but for the way to the leaders, which the profile draws: (stage, step, next stage, whether only the director may).
pub const FLOW: &[flow::Row<Stage, Step, bool>] = &[
    (Stage::Received, Step::Register, Stage::Registered, false),
    (Stage::Registered, Step::Accept, Stage::Checked, false),
    (Stage::Registered, Step::SendBack, Stage::Returned, false),
    (Stage::Ready, Step::Assign, Stage::Handling, false),
    (Stage::Ready, Step::Answer, Stage::Answered, false),
    (Stage::Ready, Step::Close, Stage::Closed, false),
    (Stage::Handling, Step::Assign, Stage::Handling, false),
    (Stage::Handling, Step::Answer, Stage::Answered, false),
    (Stage::Handling, Step::Close, Stage::Closed, false),
    (Stage::Answered, Step::Close, Stage::Closed, false),
    (Stage::Closed, Step::Reopen, Stage::Ready, true),
];

/// The leaders before whom a paper is laid, in their order (第十五条).
pub fn readers(profile: &Profile) -> Vec<Stage> {
    let named = |station: &String| [Stage::Deputy, Stage::Leader].into_iter().find(|at| at.key() == station);
    profile.documents.reading_route.iter().filter_map(named).collect()
}

/// Whether the kind goes up to the leaders by the rules.
pub fn goes_up(kind: Kind, profile: &Profile) -> bool {
    !readers(profile).is_empty() && matches!(kind, Kind::FilingGroup | Kind::Comprehensive | Kind::Single)
}

/// Where the proposal, an instruction or 呈批 leads; none where the stage knows no such step.
fn up(kind: Kind, stage: Stage, step: Step, profile: &Profile) -> Option<Stage> {
    let readers = readers(profile);
    match (stage, step) {
        (Stage::Checked, Step::Propose) if !goes_up(kind, profile) => Some(Stage::Ready),
        (Stage::Checked, Step::Propose) | (Stage::Ready, Step::Raise) => readers.first().copied(),
        // A paper that lies where the route of today does not lead any more has still to be got away from there.
        (Stage::Deputy | Stage::Leader, Step::Instruct) => {
            let after = readers.iter().skip_while(|at| **at != stage).nth(1);
            Some(after.copied().unwrap_or(Stage::Ready))
        }
        _ => None,
    }
}

/// The article a kind rests on.
pub fn article(kind: Kind, profile: &Profile) -> u8 {
    match kind {
        Kind::FilingOffice | Kind::FilingGroup => profile.documents.filing_article,
        Kind::Comprehensive | Kind::Single | Kind::Other => profile.documents.reading_article,
    }
}

/// What the guards look at.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Papers in a reader's hands, with the names.
    pub reading: Vec<String>,
    /// Readers to whom it has not gone yet.
    pub unread: usize,
    /// Who has not answered yet, by name.
    pub unanswered: Vec<String>,
    /// Follow-up items that are not closed.
    pub open_items: usize,
}

/// The stage after the step, or why not.
pub fn next(kind: Kind, stage: Stage, step: Step, facts: &Facts, profile: &Profile) -> Result<Stage> {
    let to =
        up(kind, stage, step, profile).or_else(|| flow::next(FLOW, &stage, &step).map(|(_, _, to, _)| *to));
    let Some(to) = to else {
        return Err(Refusal::refused(format!("来文处于“{}”，不能{}。", stage.label(), step.label()))
            .hint(way(kind, profile))
            .article(article(kind, profile)));
    };
    guard(kind, step, facts, profile).map(|()| to)
}

/// The way of a kind in words.
pub fn way(kind: Kind, profile: &Profile) -> String {
    let mut way = String::from("办理程序为：签收→登记→初审→拟办");
    for reader in readers(profile).iter().filter(|_| goes_up(kind, profile)) {
        let title = match reader {
            Stage::Deputy => &profile.group.deputy_title,
            _ => &profile.group.leader_title,
        };
        way.push_str(&format!("→{title}批示"));
    }
    way.push_str("→承办→答复→办结。");
    way
}

fn guard(kind: Kind, step: Step, facts: &Facts, profile: &Profile) -> Result<()> {
    let no =
        |words: String, hint: &str| Err(Refusal::refused(words).hint(hint).article(article(kind, profile)));
    match step {
        Step::Close if !facts.reading.is_empty() => {
            no(format!("文件还在{}处传阅，不能办结。", facts.reading.join("、")), "请先登记阅退。")
        }
        Step::Close if facts.unread > 0 => {
            no(format!("还有{}人没有传阅，不能办结。", facts.unread), "请送阅，或从传阅单上减去。")
        }
        Step::Close if !facts.unanswered.is_empty() => no(
            format!("{}还没有反馈办理情况，不能办结。", facts.unanswered.join("、")),
            "请登记承办单位的办理情况，或先催办。",
        ),
        Step::Close if facts.open_items > 0 => no(
            format!("批示交办的{}项督办事项还没有办结，来文不能办结。", facts.open_items),
            "请先在“督办”里办结这些事项。",
        ),
        _ => Ok(()),
    }
}

/// Whether only the director may take the step.
pub fn for_director(step: Step) -> bool {
    FLOW.iter().any(|(_, by, _, director)| *by == step && *director)
}

/// Every step of this stage with what the flow says to it.
pub fn choices(kind: Kind, stage: Stage, facts: &Facts, profile: &Profile) -> Vec<StepChoice> {
    let known = Step::ALL.iter().filter(|step| {
        flow::next(FLOW, &stage, step).is_some() || up(kind, stage, **step, profile).is_some()
    });
    known
        .map(|step| {
            StepChoice::of(step.key(), step.label(), next(kind, stage, *step, facts, profile).map(drop))
        })
        .collect()
}

/// Whether a paper in this stage may be circulated.
pub fn may_circulate(stage: Stage) -> bool {
    use Stage::{Answered, Checked, Deputy, Handling, Leader, Ready};
    matches!(stage, Checked | Deputy | Leader | Ready | Handling | Answered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::profile::{SHIPPED, parse};

    fn profile() -> Profile {
        parse(SHIPPED[1].1).unwrap()
    }

    /// The flow a second time. `propose` leads to the leaders (^) or past them (=), as the kind wants.
    const AGAIN: &[(&str, &str)] = &[
        ("received", "register→registered"),
        ("registered", "accept→checked send_back→returned"),
        ("checked", "propose→^deputy propose→=ready"),
        ("deputy", "instruct→leader"),
        ("leader", "instruct→ready"),
        ("ready", "raise→deputy assign→handling answer→answered close→closed"),
        ("handling", "assign→handling answer→answered close→closed"),
        ("answered", "close→closed"),
        ("closed", "reopen→ready"),
        ("returned", ""),
    ];

    #[test]
    fn every_step_at_every_stage_of_every_kind_leads_where_the_second_table_says() {
        let up = [Kind::FilingGroup, Kind::Comprehensive, Kind::Single];
        let mut seen = 0;
        for kind in Kind::ALL {
            for (stage, steps) in AGAIN {
                let stage = Stage::from_key(stage).unwrap();
                for step in Step::ALL {
                    let sign = if up.contains(kind) { '^' } else { '=' };
                    let wanted = steps.split_whitespace().find_map(|word| {
                        let to = word.strip_prefix(&format!("{}→", step.key()))?;
                        let to = if to.starts_with(['^', '=']) { to.strip_prefix(sign)? } else { to };
                        Stage::from_key(to)
                    });
                    let says = next(*kind, stage, *step, &Facts::default(), &profile());
                    assert_eq!(
                        says.as_ref().ok().copied(),
                        wanted,
                        "{} {} {}",
                        kind.key(),
                        stage.key(),
                        step.key()
                    );
                    if let Err(no) = says {
                        let article =
                            if kind.key().starts_with("filing") { "第十四条" } else { "第十五条" };
                        assert_eq!(no.article.as_deref(), Some(article));
                    }
                    seen += 1;
                }
            }
        }
        assert_eq!(seen, Kind::ALL.len() * Stage::ALL.len() * Step::ALL.len());
    }

    #[test]
    fn a_paper_is_not_closed_while_it_is_read_handled_or_followed_up() {
        let busy = [
            Facts { reading: vec!["陈明".into()], ..Facts::default() },
            Facts { unread: 2, ..Facts::default() },
            Facts { unanswered: vec!["市质监局".into()], ..Facts::default() },
            Facts { open_items: 1, ..Facts::default() },
        ];
        for facts in &busy {
            let no = next(Kind::Single, Stage::Handling, Step::Close, facts, &profile()).unwrap_err();
            assert!(no.hint.is_some() && no.article.is_some(), "{no}");
        }
        assert!(next(Kind::Single, Stage::Handling, Step::Close, &Facts::default(), &profile()).is_ok());
    }

    #[test]
    fn the_last_of_the_reading_route_has_the_final_word() {
        let over = |route: &[&str], stage, step| {
            let mut rules = profile();
            rules.documents.reading_route = route.iter().map(|station| (*station).to_owned()).collect();
            next(Kind::Single, stage, step, &Facts::default(), &rules).ok()
        };
        let deputies = ["office", "deputy"];
        assert_eq!(over(&deputies, Stage::Checked, Step::Propose), Some(Stage::Deputy));
        assert_eq!(over(&deputies, Stage::Deputy, Step::Instruct), Some(Stage::Ready));
        let leader = ["office", "leader"];
        assert_eq!(over(&leader, Stage::Checked, Step::Propose), Some(Stage::Leader));
        assert_eq!(over(&leader, Stage::Ready, Step::Raise), Some(Stage::Leader));
        assert_eq!(over(&leader, Stage::Deputy, Step::Instruct), Some(Stage::Ready), "where it still lay");
        assert_eq!(over(&["office"], Stage::Checked, Step::Propose), Some(Stage::Ready));
        assert_eq!(over(&["office"], Stage::Ready, Step::Raise), None);
    }

    #[test]
    fn the_window_is_offered_the_steps_of_the_stage() {
        let offered = choices(Kind::Single, Stage::Checked, &Facts::default(), &profile());
        assert_eq!(offered.iter().map(|c| c.step.as_str()).collect::<Vec<_>>(), ["propose"]);
    }
}
