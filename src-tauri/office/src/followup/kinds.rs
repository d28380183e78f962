//! The room's vocabulary: sources, urgency, rhythm and states, each with its stored key and its Chinese name.
use crate::kernel::keyed::keyed;

crate::id!(
    /// An item (督办事项).
    FollowupId
);
crate::id!(
    /// A line of an item's history.
    FollowupEventId
);
crate::id!(
    /// A progress report of a unit (进展).
    FollowupProgressId
);
crate::id!(
    /// A helping unit's part (配合单位反馈).
    FollowupPartId
);
crate::id!(
    /// An urging (催办单).
    FollowupUrgingId
);
crate::id!(
    /// A request for more time (延期申请).
    FollowupExtensionId
);
crate::id!(
    /// A compiled report or circular.
    FollowupCompilationId
);

keyed!(
    /// Where an item comes from.
    FollowupSource {
        /// 领导小组决定 by a document.
        Group = "group" "领导小组决定",
        /// 会议决定: handed over when minutes are signed (第十二条).
        Meeting = "meeting" "会议决定",
        /// 领导批示 on a paper that came in (第十五条).
        Instruction = "instruction" "领导批示",
        /// 上级交办.
        Superior = "superior" "上级交办",
        /// 群众反映.
        Public = "public" "群众反映",
        /// 工作计划.
        Plan = "plan" "工作计划",
    }
);
keyed!(
    /// How pressing an item is.
    FollowupUrgency {
        /// Not marked.
        Plain = "plain" "一般",
        /// 加急.
        More = "more" "加急",
        /// 特急.
        Most = "most" "特急",
    }
);
keyed!(
    /// How often the unit reports before its reply.
    FollowupRhythm {
        /// Only the reply.
        Once = "once" "办结时反馈",
        /// Every seventh day.
        Weekly = "weekly" "每周",
        /// On the fifteenth and the last day of a month.
        HalfMonth = "half_month" "每半月",
        /// On the last day of a month.
        Monthly = "monthly" "每月",
        /// On the last day of a quarter.
        Quarterly = "quarterly" "每季度",
    }
);
keyed!(
    /// How an item stands to its last day.
    FollowupTiming {
        /// Its day is not near.
        Ahead = "ahead" "期限内",
        /// Its day is near.
        Near = "near" "临近期限",
        /// Not answered, and its day is over.
        Overdue = "overdue" "逾期未办",
        /// Answered in time, or done in time.
        InTime = "in_time" "按期",
        /// Answered or done after its day.
        Late = "late" "逾期办结",
        /// 暂缓.
        Paused = "paused" "暂缓",
        /// 已终止 or 已撤销: no day counts any more.
        Ended = "ended" "不计期限",
    }
);
keyed!(
    /// What became of a period in which a unit was to report.
    FollowupPeriodState {
        /// Reported by its day.
        Reported = "reported" "已报",
        /// Reported after it.
        Late = "late" "迟报",
        /// Not reported, and its day is over.
        Missing = "missing" "未报",
        /// Its day is to come.
        Coming = "coming" "未到期",
        /// Its day fell into a pause.
        Paused = "paused" "暂缓免报",
    }
);
keyed!(
    /// What became of a reply.
    FollowupReplyState {
        /// To be looked at.
        Waiting = "waiting" "待审核",
        /// Sent back.
        Returned = "returned" "已退回",
        /// Accepted.
        Accepted = "accepted" "已认可",
        /// Accepted, and later replaced by a corrected version.
        Corrected = "corrected" "已更正",
    }
);
keyed!(
    /// What became of a request for more time.
    FollowupExtensionState {
        /// To be decided.
        Waiting = "waiting" "待审批",
        /// A new last day was given.
        Approved = "approved" "已批准",
        /// The old day counts.
        Refused = "refused" "不同意",
        /// The item was answered or ended meanwhile.
        Lapsed = "lapsed" "已作罢",
    }
);
keyed!(
    /// What a compiled document is (第十二条).
    FollowupCompilationKind {
        /// To the chair or leader: 汇总报告.
        Report = "report" "汇总报告",
        /// To a chosen audience: 通报.
        Circular = "circular" "通报",
    }
);
