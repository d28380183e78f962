//! The room's vocabulary: kinds, stages, steps and outcomes, each with its stored key and its Chinese name.
use crate::kernel::keyed::keyed;

crate::id!(
    /// A meeting (联席会议).
    MeetingId
);
crate::id!(
    /// An agenda item (议题).
    AgendaId
);
crate::id!(
    /// Somebody invited to a meeting (参会人员).
    InviteeId
);
crate::id!(
    /// A notice (会议通知).
    NoticeId
);
crate::id!(
    /// A decision (决定事项).
    DecisionId
);
crate::id!(
    /// Minutes (会议纪要).
    MinutesId
);
crate::id!(
    /// A line of the copies list (抄送).
    CopyId
);
crate::id!(
    /// A line of a record that is never asked for by itself.
    LineId
);

keyed!(
    /// Kind of meeting (第八条).
    MeetingKind {
        /// The whole group.
        Joint = "joint" "联席会议",
        /// Chosen members and other people responsible.
        Special = "special" "专题联席会议",
    }
);
keyed!(
    /// Stage of a meeting.
    MeetingStage {
        /// 筹备.
        Planned = "planned" "筹备",
        /// 已通知.
        Notified = "notified" "已通知",
        /// 已延期: the new day is set, the new notice is not out yet.
        Postponed = "postponed" "已延期",
        /// 已召开.
        Held = "held" "已召开",
        /// 办结.
        Closed = "closed" "办结",
        /// 已取消.
        Cancelled = "cancelled" "已取消",
    }
);
keyed!(
    /// What can be done with a meeting.
    MeetingStep {
        /// Sends the notice out.
        Notify = "notify" "发出通知",
        /// Moves the day after the notice went out.
        Postpone = "postpone" "延期",
        /// Gives it up.
        Cancel = "cancel" "取消会议",
        /// Says that it was held; the sign-in closes.
        Hold = "hold" "登记召开",
        /// Ends the office's work on it.
        Close = "close" "办结",
        /// Takes it up again, to put something right.
        Reopen = "reopen" "重新办理",
    }
);
keyed!(
    /// Who proposed an agenda item (第十一条).
    Proposer {
        /// 组长.
        Leader = "leader" "组长",
        /// 副组长.
        Deputy = "deputy" "副组长",
        /// The office.
        Office = "office" "创建办",
        /// A unit, which prepares the material and files it.
        Unit = "unit" "成员单位",
    }
);
keyed!(
    /// What the chair said to an agenda item (第十一条).
    AgendaDecision {
        /// Not decided yet.
        Pending = "pending" "待审定",
        /// 同意.
        Agreed = "agreed" "同意",
        /// 不同意.
        Refused = "refused" "不同意",
        /// 缓议.
        Deferred = "deferred" "缓议",
    }
);
keyed!(
    /// How somebody takes part (第八条).
    InviteRole {
        /// 出席.
        Attend = "attend" "参会",
        /// 列席.
        Observe = "observe" "列席",
    }
);
keyed!(
    /// What became of an invitation (第十条).
    Outcome {
        /// Not recorded yet.
        Pending = "pending" "未登记",
        /// 到会.
        Present = "present" "到会",
        /// 请假并委托.
        Leave = "leave" "请假",
        /// 缺席 without leave.
        Absent = "absent" "缺席",
    }
);
keyed!(
    /// Kind of notice.
    NoticeKind {
        /// The first.
        First = "first" "会议通知",
        /// After the day was moved.
        Again = "again" "延期通知",
        /// That the meeting is given up.
        Cancelled = "cancelled" "取消通知",
    }
);
keyed!(
    /// What somebody answered to a notice.
    Reply {
        /// Nothing yet.
        Silent = "none" "未回执",
        /// Will come.
        Come = "come" "参加",
        /// Asks for leave; the leave itself is recorded apart (第十条).
        Leave = "leave" "请假",
    }
);
keyed!(
    /// Stage of minutes (第十三条).
    MinutesStage {
        /// 拟稿.
        Draft = "draft" "拟稿",
        /// 待主任审核.
        Reviewing = "reviewing" "待主任审核",
        /// 主任已审核.
        Reviewed = "reviewed" "主任已审核",
        /// 待主持人签发.
        Submitted = "submitted" "待主持人签发",
        /// 已签发; numbered.
        Signed = "signed" "已签发",
        /// 已印发; the copies list is frozen.
        Issued = "issued" "已印发",
        /// 已作废; the number stays visible.
        Voided = "voided" "已作废",
    }
);
keyed!(
    /// What can be done with minutes.
    MinutesStep {
        /// To the director.
        SendReview = "send_review" "送主任审核",
        /// The director finds them good.
        Approve = "approve" "审核通过",
        /// The director sends them back.
        ReturnDraft = "return_draft" "退回修改",
        /// To the chair.
        Submit = "submit" "报主持人签发",
        /// The chair sent them back.
        SendBack = "send_back" "登记主持人退回",
        /// The chair signed on paper.
        Sign = "sign" "登记主持人签发",
        /// Printed and issued.
        Issue = "issue" "印发",
        /// Made void.
        Void = "void" "作废",
    }
);
keyed!(
    /// Why somebody is on the copies list (第十三条).
    CopyBasis {
        /// 组长.
        Leader = "leader" "组长",
        /// 副组长.
        Deputy = "deputy" "副组长",
        /// 成员单位.
        Member = "member" "成员单位",
        /// A decision concerns them.
        Decided = "decided" "与决定有关",
        /// By hand, with a reason.
        Added = "added" "增加",
    }
);
keyed!(
    /// How a month stands against the monthly duty (第九条).
    MonthState {
        /// A joint meeting was held.
        Held = "held" "已召开",
        /// One is planned.
        Planned = "planned" "已安排",
        /// None, with a reason on record.
        Closed = "closed" "已说明不召开",
        /// This month has none yet.
        Due = "due" "本月尚未安排",
        /// The month is over without one and without a reason.
        Missing = "missing" "未召开，未说明",
        /// Not begun yet.
        Ahead = "ahead" "未到",
        /// Before this program kept the record: it knows nothing of it.
        Before = "before" "启用前",
    }
);
