//! What may be done with a unit and with a post at which stage, as printed tables (pure).
//!
//! ```text
//! unit:  在册 ──退出──▶ 已退出 ──恢复──▶ 在册        更正 at both, 更名 while 在册
//! post:  在任 ──免职──▶ 已免职                        更正、作废 at both; 已作废 is final
//! ```
use chrono::NaiveDate;

use crate::kernel::flow::{self, Row, StepChoice};
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::{Refusal, Result};

keyed!(
    /// Where a unit stands.
    UnitStage {
        /// One of the group's units, also with a day of leaving ahead of it.
        Standing = "standing" "在册",
        /// Left.
        Left = "left" "已退出",
    }
);

keyed!(
    /// What is done with a unit.
    UnitStep {
        /// Corrects what was typed.
        Correct = "correct" "更正",
        /// Gives it a new name from a day on.
        Rename = "rename" "更名",
        /// Takes it out of the group from a day on.
        Retire = "retire" "退出",
        /// Takes it back in.
        Reinstate = "reinstate" "恢复",
    }
);

keyed!(
    /// Where a post stands.
    PostStage {
        /// Begins later than the day looked at.
        Ahead = "ahead" "未到任",
        /// Held.
        Held = "held" "在任",
        /// Over.
        Over = "over" "已免职",
        /// Voided.
        Void = "void" "已作废",
    }
);

keyed!(
    /// What is done with a post.
    PostStep {
        /// Ends it from a day on.
        End = "end" "免职",
        /// Corrects what was typed.
        Correct = "correct" "更正",
        /// Declares it entered by mistake.
        Void = "void" "作废",
    }
);

/// The flow of a unit.
pub const UNIT_FLOW: &[Row<UnitStage, UnitStep, ()>] = &[
    (UnitStage::Standing, UnitStep::Correct, UnitStage::Standing, ()),
    (UnitStage::Standing, UnitStep::Rename, UnitStage::Standing, ()),
    (UnitStage::Standing, UnitStep::Retire, UnitStage::Left, ()),
    (UnitStage::Left, UnitStep::Correct, UnitStage::Left, ()),
    (UnitStage::Left, UnitStep::Reinstate, UnitStage::Standing, ()),
];

/// The flow of a post.
pub const POST_FLOW: &[Row<PostStage, PostStep, ()>] = &[
    (PostStage::Ahead, PostStep::End, PostStage::Over, ()),
    (PostStage::Ahead, PostStep::Correct, PostStage::Ahead, ()),
    (PostStage::Ahead, PostStep::Void, PostStage::Void, ()),
    (PostStage::Held, PostStep::End, PostStage::Over, ()),
    (PostStage::Held, PostStep::Correct, PostStage::Held, ()),
    (PostStage::Held, PostStep::Void, PostStage::Void, ()),
    (PostStage::Over, PostStep::Correct, PostStage::Over, ()),
    (PostStage::Over, PostStep::Void, PostStage::Void, ()),
];

/// Where a unit stands, by the end of its latest membership.
pub fn unit_stage(left_on: Option<NaiveDate>) -> UnitStage {
    if left_on.is_some() { UnitStage::Left } else { UnitStage::Standing }
}

/// Where a post stands on a day.
pub fn post_stage(from: NaiveDate, to: Option<NaiveDate>, voided: bool, day: NaiveDate) -> PostStage {
    match to {
        _ if voided => PostStage::Void,
        Some(to) if to <= day => PostStage::Over,
        _ if from > day => PostStage::Ahead,
        _ => PostStage::Held,
    }
}

/// Decides whether a unit may take a step; every change of a unit passes here. `article` counts the units (第三条).
pub fn unit_may(stage: UnitStage, step: UnitStep, article: u8) -> Result<UnitStage> {
    let row = flow::next(UNIT_FLOW, &stage, &step);
    row.map(|(_, _, next, ())| *next).ok_or_else(|| {
        let refusal = Refusal::refused(format!("单位“{}”，不能{}。", stage.label(), step.label()));
        let hint = if stage == UnitStage::Left {
            "需要时请先恢复该单位。"
        } else {
            "该单位没有退出，不需要恢复。"
        };
        refusal.hint(hint).article(article)
    })
}

/// Decides whether a post may take a step; every change of a post passes here.
pub fn post_may(stage: PostStage, step: PostStep, article: u8) -> Result<PostStage> {
    let row = flow::next(POST_FLOW, &stage, &step);
    row.map(|(_, _, next, ())| *next).ok_or_else(|| {
        let refusal = Refusal::refused(format!("任职“{}”，不能{}。", stage.label(), step.label()));
        let hint = if stage == PostStage::Void {
            "作废的任职只供查阅。"
        } else {
            "日期有误时请用“更正”。"
        };
        refusal.hint(hint).article(article)
    })
}

/// Every step of a unit with what speaks against it.
pub fn unit_choices(stage: UnitStage, article: u8) -> Vec<StepChoice> {
    let choice = |step: &UnitStep| {
        StepChoice::of(step.key(), step.label(), unit_may(stage, *step, article).map(|_| ()))
    };
    UnitStep::ALL.iter().map(choice).collect()
}

/// Every step of a post with what speaks against it.
pub fn post_choices(stage: PostStage, article: u8) -> Vec<StepChoice> {
    let choice = |step: &PostStep| {
        StepChoice::of(step.key(), step.label(), post_may(stage, *step, article).map(|_| ()))
    };
    PostStep::ALL.iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flow_of_a_unit_is_the_one_written_down_a_second_time() {
        use UnitStage::{Left, Standing};
        let wanted = |stage, step| match (stage, step) {
            (Standing, UnitStep::Correct | UnitStep::Rename) => Some(Standing),
            (Standing, UnitStep::Retire) => Some(Left),
            (Left, UnitStep::Correct) => Some(Left),
            (Left, UnitStep::Reinstate) => Some(Standing),
            (Standing, UnitStep::Reinstate) | (Left, UnitStep::Rename | UnitStep::Retire) => None,
        };
        for stage in UnitStage::ALL {
            for step in UnitStep::ALL {
                assert_eq!(unit_may(*stage, *step, 3).ok(), wanted(*stage, *step), "{stage:?} {step:?}");
            }
        }
    }

    #[test]
    fn the_flow_of_a_post_is_the_one_written_down_a_second_time() {
        use PostStage::{Ahead, Held, Over, Void};
        let wanted = |stage, step| match (step, stage) {
            (PostStep::End, Ahead | Held) => Some(Over),
            (PostStep::Void, Ahead | Held | Over) => Some(Void),
            (PostStep::Correct, Ahead | Held | Over) => Some(stage),
            (PostStep::End, Over | Void) | (PostStep::Void | PostStep::Correct, Void) => None,
        };
        for stage in PostStage::ALL {
            for step in PostStep::ALL {
                assert_eq!(post_may(*stage, *step, 5).ok(), wanted(*stage, *step), "{stage:?} {step:?}");
            }
        }
    }

    #[test]
    fn a_post_is_over_on_the_very_day_on_which_it_ends() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let stage = |on| post_stage(day("2016-01-01"), Some(day("2016-09-01")), false, day(on));
        assert_eq!(stage("2015-12-31"), PostStage::Ahead);
        assert_eq!(stage("2016-01-01"), PostStage::Held);
        assert_eq!(stage("2016-08-31"), PostStage::Held);
        assert_eq!(stage("2016-09-01"), PostStage::Over);
    }
}
