//! How the validity of a text changes, as a printed table (第二条). Pure: no SQL, no clock.
//!
//! ```text
//! 现行有效 ──修改──▶ 已被修改 (again and again) ──废止──▶ 已废止      更正 leads back, with its reason
//! ```
use super::kinds::{Validity, ValidityStep};
use crate::kernel::flow::{self, StepChoice};
use crate::kernel::refusal::{Refusal, Result};

use Validity as State;
use ValidityStep as Step;

/// The flow: (state, step, next state, who). Everybody of the office may take every step.
pub const FLOW: &[flow::Row<State, Step, ()>] = &[
    (State::InForce, Step::Amend, State::Amended, ()),
    (State::InForce, Step::Repeal, State::Repealed, ()),
    (State::Amended, Step::Amend, State::Amended, ()),
    (State::Amended, Step::Repeal, State::Repealed, ()),
    (State::Amended, Step::Restore, State::InForce, ()),
    (State::Repealed, Step::Restore, State::InForce, ()),
];

/// The state after the step, or why not.
pub fn next(state: State, step: Step, article: u8) -> Result<State> {
    flow::next(FLOW, &state, &step).map(|(_, _, to, ())| *to).ok_or_else(|| {
        Refusal::refused(format!("这份文件“{}”，不能{}。", state.label(), step.label()))
            .hint("请核对后再登记；登记有误的先办理“更正为现行有效”。")
            .article(article)
    })
}

/// The steps of a state.
pub fn choices(state: State, article: u8) -> Vec<StepChoice> {
    let known = FLOW.iter().filter(|(from, _, _, ())| *from == state);
    known
        .map(|(_, step, _, ())| {
            StepChoice::of(step.key(), step.label(), next(state, *step, article).map(drop))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGAIN: &str = "
        in_force  amend→amended repeal→repealed restore→-
        amended   amend→amended repeal→repealed restore→in_force
        repealed  amend→-       repeal→-        restore→in_force";

    #[test]
    fn every_step_in_every_state_leads_where_the_second_table_says() {
        let mut seen = 0;
        for line in AGAIN.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let state = State::from_key(words.next().unwrap()).unwrap();
            for word in words {
                let (step, to) = word.split_once('→').unwrap();
                let says = next(state, Step::from_key(step).unwrap(), 2).ok();
                assert_eq!(says, State::from_key(to), "{line} {word}");
                seen += 1;
            }
        }
        assert_eq!(seen, State::ALL.len() * Step::ALL.len());
    }
}
