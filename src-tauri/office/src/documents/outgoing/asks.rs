//! What each step of a document that goes out asks for (第十六条). Pure.
use super::flow::{self, OutgoingStep};
use super::record::Outgoing;
use crate::documents::step::{CIRCLED, DocumentStep, DocumentStepKey as Key};
use crate::kernel::document_rules::Station;
use crate::kernel::flow::StepChoice;

/// The form of a step. `himself`: the director sits at the desk and needs neither name nor paper.
pub fn form(document: &Outgoing, step: OutgoingStep, choice: StepChoice, himself: bool) -> DocumentStep {
    use OutgoingStep as S;
    let form = DocumentStep::new(choice, says(step));
    let form =
        match step {
            S::Approve | S::Sign => signed(document, form, step, himself)
                .field(Key::Words, "意见", false, "", CIRCLED)
                .proved("签批件", !himself),
            S::Return => signed(document, form.asking(Key::Back, "退回到", true), step, himself)
                .asking(Key::Words, reason(step), true)
                .proved("签批件", !himself),
            S::Proofread => form
                .asking(Key::SignerName, "校核人", true)
                .asking(Key::Text, "文字", false)
                .field(Key::Words, "订正说明", false, "订正了文字的填写", "校核订正"),
            S::Print => form.asking(Key::Copies, "印制份数", true),
            S::Amend => form.asking(Key::Text, "文字", true).asking(Key::Words, reason(step), true),
            S::Revoke | S::Repeal => DocumentStep { proof: true, ..form }
                .asking(Key::Words, reason(step), true)
                .scanned("依据文件")
                .field(Key::Basis, "依据", false, "有扫描件的可以不填", "如 领导小组第3次会议决定"),
            S::Withdraw | S::Drop | S::Void => form.asking(Key::Words, reason(step), true),
            S::Submit => form,
        };
    DocumentStep {
        main: matches!(step, S::Submit | S::Approve | S::Sign | S::Proofread | S::Print),
        danger: matches!(step, S::Drop | S::Void | S::Revoke | S::Repeal),
        ..form
    }
}

/// What the reason of a step is called.
pub fn reason(step: OutgoingStep) -> String {
    format!("{}的原因", step.label())
}

fn signed(document: &Outgoing, form: DocumentStep, step: OutgoingStep, himself: bool) -> DocumentStep {
    let who = if step == OutgoingStep::Sign { "签发人" } else { "审核人" };
    match flow::station(document.stage) {
        Some(Station::Section) => form.asking(Key::SignerName, "承办部门审核人", true),
        _ if himself => form.field(Key::Signer, who, false, "由您本人办理的，可以不选，也不用扫描件。", ""),
        _ => form.asking(Key::Signer, who, true),
    }
}

fn says(step: OutgoingStep) -> &'static str {
    match step {
        OutgoingStep::Submit => "送审以后文字不能再改；需要修改的，撤回或由审核人退回。",
        OutgoingStep::Approve => "按审核人在发文稿纸上写的登记；只画圈的不用填意见，记为“圈阅”。",
        OutgoingStep::Sign => "按签发人在发文稿纸上写的登记。登记后自动编号，文字固定。",
        OutgoingStep::Return => "退回后文字可以再改，原来的审核意见都留在记录里。",
        OutgoingStep::Withdraw => "撤回给拟稿人修改，改好后重新送审。",
        OutgoingStep::Drop => "停办后这份文稿不再办理；已经编号的，编号作废留在登记簿上。",
        OutgoingStep::Proofread => "对照签发稿校核。个别文字差错可以先订正，存为新的一稿。",
        OutgoingStep::Print => "印发后主送、抄送固定，转入分发签收。",
        OutgoingStep::Amend => "有实质性修改的，报原签批人复审；编号保留。",
        OutgoingStep::Void => "签发后、印发前作废。编号留在登记簿上，不再使用。",
        OutgoingStep::Revoke => "撤销：自始无效。请另行发文告知受文单位。",
        OutgoingStep::Repeal => "废止：自废止之日起失效。请另行发文告知受文单位。",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::outgoing::flow::OutgoingStage;
    use crate::documents::outgoing::record::sample;
    use crate::kernel::document_rules::Issuer;

    fn at(stage: OutgoingStage, step: OutgoingStep, himself: bool) -> DocumentStep {
        let document = Outgoing { stage, ..sample(Issuer::Group, "notice") };
        form(&document, step, StepChoice::of(step.key(), step.label(), Ok(())), himself)
    }

    #[test]
    fn a_signature_asks_for_its_signer_and_its_paper_unless_the_director_signs_himself() {
        let asks =
            |form: &DocumentStep, key| form.fields.iter().find(|field| field.key == key).map(|f| f.needed);
        let section = at(OutgoingStage::Section, OutgoingStep::Approve, false);
        assert_eq!((asks(&section, Key::SignerName), section.proof), (Some(true), true));
        let paper = at(OutgoingStage::Director, OutgoingStep::Approve, false);
        assert_eq!((asks(&paper, Key::Signer), paper.proof), (Some(true), true));
        let himself = at(OutgoingStage::Director, OutgoingStep::Approve, true);
        assert_eq!((asks(&himself, Key::Signer), himself.proof), (Some(false), false));
    }

    #[test]
    fn whatever_needs_a_reason_asks_for_one_exactly_once() {
        for step in OutgoingStep::ALL {
            let form = at(OutgoingStage::Leader, *step, false);
            let words: Vec<bool> =
                form.fields.iter().filter(|f| f.key == Key::Words).map(|f| f.needed).collect();
            assert!(words.len() <= 1, "{}", step.key());
            assert_eq!(words == [true], flow::needs_reason(*step), "{}", step.key());
        }
    }
}
