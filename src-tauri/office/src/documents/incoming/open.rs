//! What may be done with a paper beside its stages: correct it, circulate it, urge those who handle it, answer it.
use super::flow::{self, IncomingStage};
use super::record::{Incoming, IncomingBeside};
use crate::kernel::desk::Desk;
use crate::kernel::refusal::{Refusal, Result};

/// What may be done beside the stages.
pub fn besides(desk: &Desk<'_>, paper: &Incoming) -> IncomingBeside {
    let why = |says: Result<()>| says.err().map(|no| no.to_string());
    let numbered = match paper.number {
        Some(_) => correctable(desk, paper),
        None => Err(Refusal::refused("来文还没有登记，不能拟复函。").hint("请先登记。")),
    };
    IncomingBeside {
        correct: why(correctable(desk, paper)),
        reply: why(numbered),
        circulate: why(circulating(desk, paper)),
        handle: why(handled(desk, paper)),
        followup: why(followable(desk, paper)),
    }
}

/// Refuses to correct what is over.
pub fn correctable(desk: &Desk<'_>, paper: &Incoming) -> Result<()> {
    still_open(desk, paper, "登记内容不能再改", "确需更正的，请由主任先转为重新办理。")
}

/// Refuses to hand an instruction of what is over to the follow-up.
pub fn followable(desk: &Desk<'_>, paper: &Incoming) -> Result<()> {
    still_open(desk, paper, "不能再交督办", "请由主任先转为重新办理。")
}

fn still_open(desk: &Desk<'_>, paper: &Incoming, no: &str, hint: &str) -> Result<()> {
    if matches!(paper.stage, IncomingStage::Closed | IncomingStage::Returned) {
        return Err(Refusal::refused(format!("来文处于“{}”，{no}。", paper.stage_label))
            .hint(hint)
            .article(flow::article(paper.kind, desk.profile)));
    }
    Ok(())
}

/// Refuses to circulate what has not been checked or is over.
pub fn circulating(desk: &Desk<'_>, paper: &Incoming) -> Result<()> {
    if flow::may_circulate(paper.stage) {
        return Ok(());
    }
    Err(Refusal::refused(format!("来文处于“{}”，不能传阅。", paper.stage_label))
        .hint("初审通过以后、办结以前可以传阅。")
        .article(flow::article(paper.kind, desk.profile)))
}

/// Refuses answers and urgings where nobody handles the paper.
pub fn handled(desk: &Desk<'_>, paper: &Incoming) -> Result<()> {
    if matches!(paper.stage, IncomingStage::Handling | IncomingStage::Answered) {
        return Ok(());
    }
    Err(Refusal::refused(format!("来文处于“{}”，没有承办单位可以登记。", paper.stage_label))
        .hint("请先交办。")
        .article(flow::article(paper.kind, desk.profile)))
}
