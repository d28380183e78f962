//! The room's vocabulary: kinds and validity, each with its stored key and its Chinese name.
use crate::kernel::keyed::keyed;

crate::id!(
    /// An entry of the library (政策法规).
    LibraryId
);
crate::id!(
    /// A citation (引用).
    CitationId
);
crate::id!(
    /// A line of an entry's history.
    LibraryEventId
);
crate::id!(
    /// A record of guidance (指导记录).
    GuidanceId
);

keyed!(
    /// What kind of text it is (第二条).
    LibraryKind {
        /// 法律.
        Law = "law" "法律",
        /// 行政法规, 地方性法规, 规章.
        Regulation = "regulation" "法规规章",
        /// 方针政策.
        Policy = "policy" "政策文件",
        /// 上级决定、决议.
        Decision = "decision" "上级决定",
        /// 标准、考核办法.
        Standard = "standard" "标准和考核办法",
    }
);
keyed!(
    /// Whether it holds.
    Validity {
        /// 现行有效.
        InForce = "in_force" "现行有效",
        /// 已被修改: holds as amended.
        Amended = "amended" "已被修改",
        /// 已废止.
        Repealed = "repealed" "已废止",
    }
);
keyed!(
    /// What can become of its validity.
    ValidityStep {
        /// Another text amends it.
        Amend = "amend" "登记修改",
        /// Another text repeals it, or it lapses.
        Repeal = "repeal" "登记废止",
        /// The entry before was a mistake.
        Restore = "restore" "更正为现行有效",
    }
);
