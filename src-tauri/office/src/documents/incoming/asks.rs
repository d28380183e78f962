//! What each step of a paper that came in asks for (第十四条, 第十五条). Pure.
use super::flow::{self, IncomingKind, IncomingStage, IncomingStep};
use super::record::Incoming;
use crate::documents::step::{CIRCLED, DocumentStep, DocumentStepKey as Key};
use crate::kernel::flow::StepChoice;
use crate::kernel::profile::Profile;

/// The form of a step.
pub fn form(paper: &Incoming, step: IncomingStep, choice: StepChoice, profile: &Profile) -> DocumentStep {
    use IncomingStep as S;
    let new = |says: String| DocumentStep::new(choice, says);
    let form = match step {
        S::Register => new("登记后取得收文编号，一年一序，中间不断号。".into()),
        S::Accept => new(accepted(paper.kind).into()).asking(Key::Words, "初审意见", false),
        S::SendBack => new("退回来文单位，登记留在收文登记簿上。".into())
            .asking(Key::Words, "退回的原因", true)
            .scanned("退文"),
        S::Propose => new(proposed(paper.kind, profile))
            .field(Key::Due, "办理期限", false, "不填按规则配置推算", "")
            .asking(Key::Words, "拟办意见", true),
        S::Instruct => new(instructed(paper.stage, profile))
            .asking(Key::Person, "批示人", true)
            .field(Key::Words, "批示内容", false, "", CIRCLED)
            .proved("批示件", true),
        S::Raise => new(laid_before(profile)).asking(Key::Words, "呈批的原因", true),
        S::Assign => new("定主办、协办单位和期限；已经反馈的单位保留。".into())
            .field(Key::Due, "办理期限", false, "不填按规则配置推算", "")
            .asking(Key::Handlers, "主办、协办", true)
            .asking(Key::Words, "交办要求", false)
            .scanned("交办件"),
        S::Answer => new("登记给来文单位的答复。".into())
            .asking(Key::Letter, "答复文号", false)
            .asking(Key::Words, "答复内容", true)
            .scanned("答复件"),
        S::Close => new("办结后来文不再提醒；有扫描件的，可以归档。".into())
            .asking(Key::Words, "办理结果", true)
            .scanned("办理结果"),
        S::Reopen => new("回到“待办理”。".into()).asking(Key::Words, "重新办理的原因", true),
    };
    DocumentStep { main: usual(paper.stage) == Some(step), danger: step == S::SendBack, ..form }
}

/// The step that usually comes at a stage.
fn usual(stage: IncomingStage) -> Option<IncomingStep> {
    use IncomingStage as At;
    Some(match stage {
        At::Received => IncomingStep::Register,
        At::Registered => IncomingStep::Accept,
        At::Checked => IncomingStep::Propose,
        At::Deputy | At::Leader => IncomingStep::Instruct,
        At::Ready => IncomingStep::Assign,
        At::Handling => IncomingStep::Answer,
        At::Answered => IncomingStep::Close,
        At::Closed | At::Returned => return None,
    })
}

fn accepted(kind: IncomingKind) -> &'static str {
    match kind {
        IncomingKind::FilingOffice | IncomingKind::FilingGroup => {
            "内容属于本办受理、手续完备。通过后编入备案登记簿，取得备案编号。"
        }
        _ => "内容属于本办受理、手续完备。",
    }
}

fn proposed(kind: IncomingKind, profile: &Profile) -> String {
    if flow::goes_up(kind, profile) {
        laid_before(profile)
    } else {
        "提出拟办意见后直接办理，不必呈批。".into()
    }
}

/// Before whom a paper is laid, in words.
pub fn laid_before(profile: &Profile) -> String {
    let titles: Vec<&str> = flow::readers(profile).iter().map(|stage| title(*stage, profile)).collect();
    format!("报{}阅批。", titles.join("、"))
}

fn title(stage: IncomingStage, profile: &Profile) -> &str {
    if stage == IncomingStage::Deputy { &profile.group.deputy_title } else { &profile.group.leader_title }
}

fn instructed(stage: IncomingStage, profile: &Profile) -> String {
    format!("按{}在纸上写的代录；只画圈的不用填，记为“{CIRCLED}”。", title(stage, profile))
}

/// What a kind means for its way, for whoever signs for it.
pub fn meaning(kind: IncomingKind, profile: &Profile) -> String {
    let up = laid_before(profile);
    match kind {
        IncomingKind::FilingOffice => {
            let what = profile.documents.filed_with_office.join("、");
            format!("{what}等，报创建办备案。初审后编入备案登记簿，不必呈批。")
        }
        IncomingKind::FilingGroup => {
            let what = profile.documents.filed_with_group.join("、");
            format!("{what}等，报领导小组备案。初审后编入备案登记簿，{up}")
        }
        IncomingKind::Comprehensive => format!("综合反映创建工作情况的报告。由创建办拟办，{up}"),
        IncomingKind::Single => format!("贯彻落实某项工作部署情况的报告。由创建办拟办，{up}"),
        IncomingKind::Other => "上级文件、函件等。由创建办拟办；需要领导阅批的，拟办后“呈批”。".into(),
    }
}
