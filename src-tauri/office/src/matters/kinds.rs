//! The room's vocabulary: levels, stages, steps and outcomes, each with its stored key and its Chinese name.
use crate::kernel::keyed::keyed;

crate::id!(
    /// A matter (事项).
    MatterId
);
crate::id!(
    /// A line of a matter's record.
    MatterMoveId
);
crate::id!(
    /// An entrustment (委托审定书).
    MatterEntrustmentId
);

keyed!(
    /// How weighty a matter is (第七条).
    MatterLevel {
        /// A deputy decides, or the director whom a deputy entrusted.
        Routine = "routine" "一般性日常工作",
        /// A joint meeting deliberates, then the leader decides.
        Major = "major" "重大事项",
    }
);
keyed!(
    /// Stage of a matter.
    MatterStage {
        /// Waits for the meeting, or for whoever decides a routine matter.
        Raised = "raised" "已提出",
        /// A major matter that a joint meeting deliberated on; waits for the leader.
        Deliberated = "deliberated" "已审议",
        /// Decided; is being carried out.
        Decided = "decided" "已审定",
        /// Carried out.
        Closed = "closed" "已办结",
        /// Taken back by whoever raised it.
        Withdrawn = "withdrawn" "已撤回",
    }
);
keyed!(
    /// What can be done with a matter.
    MatterStep {
        /// A joint meeting deliberated on it.
        Deliberate = "deliberate" "登记会议审议",
        /// A joint meeting put it off.
        Defer = "defer" "登记会议缓议",
        /// Whoever decides has decided.
        Decide = "decide" "登记审定",
        /// Whoever decides wants it prepared again.
        SendBack = "send_back" "退回重新准备",
        /// A routine matter turns out to be major.
        Escalate = "escalate" "提升为重大事项",
        /// What was decided is carried out.
        Close = "close" "办结",
        /// Whoever raised it takes it back.
        Withdraw = "withdraw" "撤回",
    }
);
keyed!(
    /// What was said to a matter.
    MatterOutcome {
        /// 同意.
        Agreed = "agreed" "同意",
        /// 不同意.
        Refused = "refused" "不同意",
    }
);
