//! The room's vocabulary: what stands on both ways, each with its stored key and its Chinese name.
use crate::kernel::keyed::keyed;
use crate::kernel::refusal::{self, Refusal};

crate::id!(
    /// A paper that came in (收文).
    IncomingId
);
crate::id!(
    /// An instruction of a leader (批示).
    InstructionId
);
crate::id!(
    /// Who handles a paper (承办).
    HandlerId
);
crate::id!(
    /// A reader of a paper in circulation (阅件人).
    ReaderId
);
crate::id!(
    /// A document that goes out (发文).
    OutgoingId
);
crate::id!(
    /// A recipient of a printed document (分发对象).
    OutgoingCopyId
);
crate::id!(
    /// A letter of delegation (委托签发书).
    DelegationId
);
crate::id!(
    /// A template (公文范本).
    TemplateId
);
crate::id!(
    /// A line that is never asked for by itself.
    LineId
);

keyed!(
    /// How pressing a paper is (GB/T 9704-2012, 7.2.3).
    Urgency {
        /// Not marked.
        Plain = "plain" "平件",
        /// 加急.
        More = "more" "加急",
        /// 特急.
        Most = "most" "特急",
    }
);
keyed!(
    /// Secrecy. The program keeps the first two only; the others are known in order to be refused by name.
    Secrecy {
        /// 公开.
        Public = "public" "公开",
        /// 内部.
        Internal = "internal" "内部",
        /// 秘密: refused.
        Secret = "secret" "秘密",
        /// 机密: refused.
        Confidential = "confidential" "机密",
        /// 绝密: refused.
        Top = "top" "绝密",
    }
);
keyed!(
    /// What became of asking to publish it (政府信息公开).
    Openness {
        /// 主动公开.
        Open = "open" "主动公开",
        /// 依申请公开.
        OnRequest = "on_request" "依申请公开",
        /// 不予公开.
        Closed = "closed" "不予公开",
    }
);

impl Secrecy {
    /// What this program may hold.
    pub const KEPT: &'static [Secrecy] = &[Secrecy::Public, Secrecy::Internal];
    /// Refuses what this program may not hold. `words` are looked through for marks of secrecy such as `机密★1年`.
    pub fn check(self, words: &[&str]) -> refusal::Result<Secrecy> {
        let marked = |level: &&Secrecy| {
            words.iter().any(|text| {
                let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                ["★", "*", "☆"].iter().any(|star| text.contains(&format!("{}{star}", level.label())))
            })
        };
        const KEPT_AWAY: [Secrecy; 3] = [Secrecy::Top, Secrecy::Confidential, Secrecy::Secret];
        match KEPT_AWAY.iter().find(|level| **level == self || marked(level)) {
            None => Ok(self),
            Some(level) => Err(Refusal::refused(format!(
                "这是{}文件，本程序只办理公开和内部文件，不能登记涉密文件。",
                level.label()
            ))
            .hint("请按保密规定在涉密载体上另行登记、传递和保管，不要录入或扫描到这台电脑。")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_with_a_level_of_secrecy_are_refused_by_name_or_by_their_mark() {
        for level in Secrecy::ALL {
            let kept = matches!(level, Secrecy::Public | Secrecy::Internal);
            assert_eq!(level.check(&["关于质量工作的报告"]).is_ok(), kept, "{}", level.label());
        }
        for marked in ["机密★1年\n关于……的报告", "绝 密 ★", "秘密*"] {
            let no = Secrecy::Internal.check(&["", marked]).unwrap_err();
            assert!(no.message.contains("涉密") && no.hint.is_some(), "{no}");
        }
        assert!(Secrecy::Internal.check(&["保守商业秘密的通知"]).is_ok(), "the word alone is no mark");
    }
}
