//! What a step asks of whoever takes it: the window builds its form from this and repeats no rule. Pure.
//!
//! A room's `asks.rs` fills it in; the command that takes the step checks the words by the same form.
use serde::Serialize;
use ts_rs::TS;

use super::words::needed;
use crate::kernel::flow::StepChoice;
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::Result;

keyed!(
    /// What can be asked for; the field of the request of the same name takes it.
    DocumentStepKey {
        /// Day on the paper.
        On = "on" "日期",
        /// Who gave an instruction.
        Person = "person" "批示人",
        /// Who signed, by the post he holds.
        Signer = "signer" "签批人",
        /// Who signed or proofread, by name.
        SignerName = "signer_name" "姓名",
        /// The station to go back to.
        Back = "back" "退回到",
        /// Last day of handling.
        Due = "due_on" "办理期限",
        /// Number of a letter.
        Letter = "letter" "答复文号",
        /// Hosts and helpers.
        Handlers = "handlers" "主办、协办",
        /// How many were printed.
        Copies = "copies" "印制份数",
        /// Reason, opinion, proposal, answer or result.
        Words = "words" "意见",
        /// Words of the document, changed on its page.
        Text = "text" "文字",
        /// Scan.
        Scan = "scan" "扫描件",
        /// Where the paper lies, if there is no scan.
        Basis = "basis" "原件存放处",
    }
);
use DocumentStepKey as Key;

/// What an opinion or instruction is where only a circle was drawn: consent.
pub const CIRCLED: &str = "圈阅";

/// One thing that a step asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentStepField {
    /// Which field of the request.
    pub key: DocumentStepKey,
    /// What it is called here.
    pub label: String,
    /// The step is refused without it.
    pub needed: bool,
    /// What to know when filling it in; may be empty.
    pub hint: String,
    /// What stands in it while it is empty: what is written down then (圈阅), or an example; may be empty.
    pub empty: String,
}

/// A step as offered, with what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentStep {
    /// Its key, as the command wants it.
    pub step: String,
    /// Chinese name.
    pub label: String,
    /// Why not now; none if it may be taken.
    pub why_not: Option<String>,
    /// The article the reason rests on.
    pub article: Option<String>,
    /// What happens when it is taken, in a sentence.
    pub says: String,
    /// What it asks for, in the order of the form.
    pub fields: Vec<DocumentStepField>,
    /// Scan or place of the paper: one of the two must be there.
    pub proof: bool,
    /// The step that usually comes now.
    pub main: bool,
    /// It ends or throws back; asked for with care.
    pub danger: bool,
}

impl DocumentStep {
    /// A step that asks for its day only.
    pub fn new(choice: StepChoice, says: impl Into<String>) -> Self {
        let StepChoice { step, label, why_not, article } = choice;
        let step = Self {
            step,
            label,
            why_not,
            article,
            says: says.into(),
            fields: Vec::new(),
            proof: false,
            main: false,
            danger: false,
        };
        step.asking(Key::On, Key::On.label(), true)
    }
    /// Asks for one thing more.
    pub fn asking(self, key: Key, label: impl Into<String>, needed: bool) -> Self {
        self.field(key, label, needed, "", "")
    }
    /// Asks for one thing more, with what to know about it and what stands in it while it is empty.
    pub fn field(
        mut self,
        key: Key,
        label: impl Into<String>,
        needed: bool,
        hint: &str,
        empty: &str,
    ) -> Self {
        let (label, hint, empty) = (label.into(), hint.into(), empty.into());
        self.fields.push(DocumentStepField { key, label, needed, hint, empty });
        self
    }
    /// Asks for the scan of a paper; `what` names it.
    pub fn scanned(self, what: &str) -> Self {
        self.asking(Key::Scan, format!("{what}扫描件"), false)
    }
    /// Asks for the scan of a paper or the place where it lies.
    pub fn proved(mut self, what: &str, proof: bool) -> Self {
        self.proof = proof;
        let label = format!("没有扫描件的，{what}文号或存放处");
        self.scanned(what).field(Key::Basis, label, false, "", "如 原件存创建办专柜")
    }
    /// Refuses words that are missing, by the name that the form gives them.
    ///
    /// # Errors
    /// Says what is missing.
    pub fn check_words(&self, words: &str) -> Result<()> {
        match self.fields.iter().find(|field| field.key == Key::Words && field.needed) {
            Some(field) => needed(words, &field.label).map(drop),
            None => Ok(()),
        }
    }
}

/// A key with its Chinese name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentWord {
    /// As stored and sent.
    pub key: String,
    /// As shown.
    pub label: String,
}

impl DocumentWord {
    /// From a key and its name.
    pub fn of(key: &str, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into() }
    }
}

/// Somebody whom the register proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentPerson {
    /// Who.
    pub person: crate::registry::PersonId,
    /// Name.
    pub name: String,
    /// As what.
    pub post: String,
}

impl From<&crate::registry::RosterLine> for DocumentPerson {
    fn from(line: &crate::registry::RosterLine) -> Self {
        Self { person: line.person, name: line.name.clone(), post: line.post_label.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_refuses_what_it_marks_as_needed_and_nothing_else() {
        let choice = StepChoice::of("close", "办结", Ok(()));
        let form = DocumentStep::new(choice, "").asking(Key::Words, "办理结果", true).proved("签批件", true);
        assert!(form.check_words(" ").unwrap_err().message.contains("没有填写办理结果"));
        assert!(form.check_words("已办").is_ok());
        let keys: Vec<Key> = form.fields.iter().map(|field| field.key).collect();
        assert_eq!(keys, [Key::On, Key::Words, Key::Scan, Key::Basis]);
        assert!(form.proof);
        let free = DocumentStep::new(StepChoice::of("accept", "初审通过", Ok(())), "").field(
            Key::Words,
            "意见",
            false,
            "",
            "圈阅",
        );
        assert!(free.check_words("").is_ok());
    }
}
