//! The flow of a document that goes out (第十六条), made from the profile's route. Pure: no SQL, no clock.
//!
//! ```text
//! 领导小组: 拟稿 ─送审─▶ 承办部门 ─▶ 主任 ─▶ 副组长 ─▶ 组长 ─签发(编号)─▶ 已签发 ─校核─▶ 已校核 ─印发─▶ 已印发 ─▶ 已撤销 / 已废止
//! 创建办:   拟稿 ─送审─▶ 承办部门 ─▶ 主任 ─签发(编号)─▶ …
//!           退回 to any earlier station · 撤回 to the draft · 停办 of a draft · 作废 between signature and printing
//! ```
//!
//! A substantial change after signature (实质性修改) leads back to the last station: 条例 wants the signer's word again.
//! **The number is kept** then: it was given to this document and has not left the office, so that voiding it would only
//! tear a hole. It is voided, and the next one given, only where the new signature falls into another year, since the
//! year in the number is the year of signature; and it is voided where the document is given up.
use crate::kernel::document_rules::Station;
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::keyed::keyed;
use crate::kernel::profile::Profile;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Stage of a document that goes out.
    OutgoingStage {
        /// With the drafter.
        Draft = "draft" "拟稿",
        /// With the undertaking section.
        Section = "section" "承办部门审核",
        /// With the office's director.
        Director = "office_director" "创建办主任审核",
        /// With a deputy leader.
        Deputy = "deputy" "副组长审核",
        /// With the leader.
        Leader = "leader" "组长签发",
        /// Signed and numbered.
        Signed = "signed" "已签发",
        /// Proofread.
        Proofread = "proofread" "已校核",
        /// Printed; distributed from here on.
        Printed = "printed" "已印发",
        /// 撤销: void from the start.
        Revoked = "revoked" "已撤销",
        /// 废止: void from then on.
        Repealed = "repealed" "已废止",
        /// Signed, but made void before printing; the number stays visible.
        Voided = "voided" "已作废",
        /// Given up before signature.
        Dropped = "dropped" "已停办",
    }
);
keyed!(
    /// What can be done with it.
    OutgoingStep {
        /// The drafter sends it on its way.
        Submit = "submit" "送审",
        /// The station agrees.
        Approve = "approve" "审核同意",
        /// The last station signs; the number is given.
        Sign = "sign" "签发",
        /// The station sends it back.
        Return = "return" "退回",
        /// The drafter takes it back.
        Withdraw = "withdraw" "撤回",
        /// The draft is given up.
        Drop = "drop" "停办",
        /// Checked against the signed draft.
        Proofread = "proofread" "校核",
        /// Printed.
        Print = "print" "印发",
        /// Changed in substance after signature: back to the signer.
        Amend = "amend" "实质性修改",
        /// Made void before printing.
        Void = "void" "作废",
        /// 撤销.
        Revoke = "revoke" "撤销",
        /// 废止.
        Repeal = "repeal" "废止",
    }
);

use OutgoingStage as Stage;
use OutgoingStep as Step;

/// A step with the station it leads back to (`Return` only).
pub type Move = (Step, Option<Station>);

/// After signature every route is the same: (stage, step, next stage, whether only the director may).
pub const AFTER: &[flow::Row<Stage, Step, bool>] = &[
    (Stage::Signed, Step::Proofread, Stage::Proofread, false),
    (Stage::Proofread, Step::Print, Stage::Printed, false),
    (Stage::Signed, Step::Void, Stage::Voided, true),
    (Stage::Proofread, Step::Void, Stage::Voided, true),
    (Stage::Printed, Step::Revoke, Stage::Revoked, true),
    (Stage::Printed, Step::Repeal, Stage::Repealed, true),
];

/// The stage at which a document lies with a station.
pub fn at(station: Station) -> Stage {
    match station {
        Station::Drafter => Stage::Draft,
        Station::Section => Stage::Section,
        Station::Director => Stage::Director,
        Station::Deputy => Stage::Deputy,
        Station::Leader => Stage::Leader,
    }
}

/// The station at which a document lies, before signature.
pub fn station(stage: Stage) -> Option<Station> {
    Station::ALL.iter().copied().find(|station| at(*station) == stage)
}

/// The whole flow of a route as a printed table: (stage, step, next stage, whether only the director may).
pub fn table(route: &[Station]) -> Vec<flow::Row<Stage, Move, bool>> {
    let mut rows = vec![(Stage::Draft, (Step::Drop, None), Stage::Dropped, false)];
    for (place, two) in route.windows(2).enumerate() {
        let step = if place == 0 { Step::Submit } else { Step::Approve };
        rows.push((at(two[0]), (step, None), at(two[1]), false));
    }
    if let Some(last) = route.last() {
        rows.push((at(*last), (Step::Sign, None), Stage::Signed, false));
    }
    for (place, from) in route.iter().enumerate().skip(1) {
        rows.push((at(*from), (Step::Withdraw, None), Stage::Draft, false));
        rows.extend(
            route[..place].iter().map(|back| (at(*from), (Step::Return, Some(*back)), at(*back), false)),
        );
    }
    rows.extend(AFTER.iter().map(|(from, step, to, director)| (*from, (*step, None), *to, *director)));
    for from in [Stage::Signed, Stage::Proofread] {
        rows.extend(route.last().map(|last| (from, (Step::Amend, None), at(*last), false)));
    }
    rows
}

/// The stage after the step, or why not.
pub fn next(
    route: &[Station],
    stage: Stage,
    step: Step,
    back: Option<Station>,
    profile: &Profile,
) -> Result<Stage> {
    let back = if step == Step::Return { back } else { None };
    let rows = table(route);
    if let Some((_, _, to, _)) = flow::next(&rows, &stage, &(step, back)) {
        return Ok(*to);
    }
    Err(no(route, stage, step, back, profile).article(profile.documents.issuing_article))
}

fn no(route: &[Station], stage: Stage, step: Step, back: Option<Station>, profile: &Profile) -> Refusal {
    let here = stage_label(stage, route, profile);
    let way: Vec<String> = route.iter().map(|station| station_label(*station, profile)).collect();
    let way = format!("办理程序为：{}，不能越过任何一步。", way.join("→"));
    let later = matches!(step, Step::Approve | Step::Sign | Step::Proofread | Step::Print);
    match (step, back) {
        (Step::Return, None) if station(stage).is_some_and(|s| s != Station::Drafter) => {
            Refusal::refused("没有选择退回到哪一步。").hint("请选择退回给拟稿人，或此前的某一步。")
        }
        (Step::Return, Some(to)) => {
            Refusal::refused(format!("文件处于“{here}”，不能退回到{}。", station_label(to, profile)))
                .hint("只能退回到此前的各步。")
        }
        _ if later => Refusal::refused(format!("文件处于“{here}”，不能{}。", step.label())).hint(way),
        (Step::Void, _) if stage == Stage::Printed => Refusal::refused("文件已经印发，不能作废。")
            .hint("自始无效的请办理撤销，此后不再执行的请办理废止。"),
        (Step::Amend, _) if stage == Stage::Printed => {
            Refusal::refused("文件已经印发，文字不能再改。").hint("请另发文件，并对原文件办理撤销或废止。")
        }
        _ => Refusal::refused(format!("文件处于“{here}”，不能{}。", step.label()))
            .hint("请先看清文件现在到了哪一步。"),
    }
}

/// Whether only the director may take the step at this stage.
pub fn for_director(stage: Stage, step: Step) -> bool {
    AFTER.iter().any(|(from, by, _, director)| *from == stage && *by == step && *director)
}

/// What a stage is called on this route: the last station signs.
pub fn stage_label(stage: Stage, route: &[Station], profile: &Profile) -> String {
    match station(stage) {
        Some(Station::Drafter) | None => stage.label().into(),
        Some(station) if route.last() == Some(&station) => {
            format!("待{}签发", station_label(station, profile))
        }
        Some(station) => format!("待{}审核", station_label(station, profile)),
    }
}

/// What a station is called under these rules.
pub fn station_label(station: Station, profile: &Profile) -> String {
    match station {
        Station::Drafter | Station::Section => station.label().into(),
        Station::Director => format!("{}{}", profile.office.short, profile.office.director_title),
        Station::Deputy => profile.group.deputy_title.clone(),
        Station::Leader => profile.group.leader_title.clone(),
    }
}

/// Whether words, recipients and annexes may still be changed: with the drafter freely, at no other stage.
pub fn may_be_edited(stage: Stage, profile: &Profile) -> Result<()> {
    let no = |words: &str, hint: &str| {
        Err(Refusal::refused(words).hint(hint).article(profile.documents.issuing_article))
    };
    match stage {
        Stage::Draft => Ok(()),
        Stage::Signed | Stage::Proofread => no(
            "文件已经签发，文字不能更改。",
            "有实质性修改的，请办理“实质性修改”，报原签批人复审；个别文字差错在校核时订正。",
        ),
        Stage::Printed | Stage::Revoked | Stage::Repealed => {
            no("文件已经印发，文字不能更改。", "请另发文件，并对原文件办理撤销或废止。")
        }
        Stage::Voided | Stage::Dropped => no("文件已经作废或停办，不能更改。", "请另行拟稿。"),
        _ => no("文件正在审核，文字不能更改。", "需要修改的，请先撤回，或由审核人退回拟稿人。"),
    }
}

/// Steps that are refused without a reason in words.
pub fn needs_reason(step: Step) -> bool {
    use Step::{Amend, Drop, Repeal, Return, Revoke, Void, Withdraw};
    matches!(step, Return | Withdraw | Drop | Amend | Void | Revoke | Repeal)
}

/// The steps that this stage knows, each once; `says` adds what the guards say.
pub fn choices(route: &[Station], stage: Stage, says: impl Fn(Step) -> Result<()>) -> Vec<StepChoice> {
    let rows = table(route);
    let known =
        Step::ALL.iter().filter(|step| rows.iter().any(|(from, (by, _), ..)| *from == stage && by == *step));
    known.map(|step| StepChoice::of(step.key(), step.label(), says(*step))).collect()
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
