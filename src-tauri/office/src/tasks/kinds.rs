//! The room's vocabulary: stages of a plan, roles, states and changes, each with its stored key and its Chinese name.
use crate::kernel::keyed::keyed;

crate::id!(
    /// A year's plan (年度工作目标).
    TaskPlanId
);
crate::id!(
    /// An item of a plan (工作任务).
    TaskId
);
crate::id!(
    /// A stage of an item (阶段目标).
    TaskStageId
);
crate::id!(
    /// A report on a stage (进展).
    TaskProgressId
);

keyed!(
    /// Stage of a plan.
    TaskPlanStage {
        /// Is being written.
        Draft = "draft" "编制中",
        /// Went out; changes only by adjustment.
        Issued = "issued" "已印发",
    }
);
keyed!(
    /// What can be done with a plan.
    TaskPlanStep {
        /// Items are written, changed, imported.
        Edit = "edit" "编制",
        /// It goes out.
        Issue = "issue" "印发",
        /// Items are changed, added or struck out, as its next edition.
        Adjust = "adjust" "调整",
        /// A unit reports on a stage.
        Report = "report" "登记进展",
    }
);
keyed!(
    /// What a unit does in an item (第二条).
    TaskRole {
        /// 牵头.
        Lead = "lead" "牵头单位",
        /// 配合.
        Partner = "partner" "配合单位",
        /// 落实.
        Doer = "doer" "落实单位",
    }
);
keyed!(
    /// Where a stage or an item stands, seen from a day. Computed, never typed in.
    TaskState {
        /// No report yet, and its day is not over.
        NotStarted = "not_started" "未启动",
        /// Reported on, and its day is not over.
        UnderWay = "under_way" "进行中",
        /// Done by its day.
        InTime = "in_time" "按期完成",
        /// Done after its day.
        Late = "late" "逾期完成",
        /// Its day is over, and it is not done.
        Overdue = "overdue" "逾期",
    }
);
keyed!(
    /// What an edition did to an item.
    TaskChange {
        /// It went out with the plan.
        Issued = "issued" "印发",
        /// It was added.
        Added = "added" "增加",
        /// It was changed.
        Changed = "changed" "调整",
        /// It was struck out.
        Dropped = "dropped" "取消",
    }
);
