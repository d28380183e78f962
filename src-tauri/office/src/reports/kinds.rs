//! The words of this room: ids, the parts of a report, the four kinds of quality, what became of a report.
use crate::kernel::keyed::keyed;

crate::id!(
    /// A month's round of reports (报送轮次).
    ReportRoundId
);
crate::id!(
    /// What a unit reports in a month (单位报送).
    ReportId
);
crate::id!(
    /// An arrival (送达).
    ReportArrivalId
);
crate::id!(
    /// A piece of a report (稿件原文).
    ReportItemId
);
crate::id!(
    /// A line of a report's history.
    ReportStepId
);
crate::id!(
    /// A reminder (催报).
    ReportReminderId
);
crate::id!(
    /// A use by a higher level (被上级采用).
    ReportHigherId
);

keyed!(
    /// What a piece of a report is (第二十一条).
    ReportPart {
        /// 当月进展.
        Progress = "progress" "本月进展",
        /// 下月计划.
        Plan = "plan" "下月计划",
        /// 创新举措.
        Innovation = "innovation" "创新举措",
        /// 重要事件.
        Event = "event" "重要事件",
        /// 意见和建议.
        Suggestion = "suggestion" "建议意见",
    }
);
keyed!(
    /// The four kinds of quality (第二十一条).
    ReportQuality {
        /// 产品质量.
        Product = "product" "产品质量",
        /// 工程质量.
        Engineering = "engineering" "工程质量",
        /// 环境质量.
        Environment = "environment" "环境质量",
        /// 服务质量.
        Service = "service" "服务质量",
    }
);
keyed!(
    /// In which shape a report arrived (第二十二条).
    ReportArrivalKind {
        /// 纸质材料.
        Paper = "paper" "纸质材料",
        /// 电子文档.
        File = "file" "电子文档",
    }
);
keyed!(
    /// What the due day says of a report (第二十二条).
    ReportStatus {
        /// The due day is ahead and something is missing.
        Pending = "pending" "待报送",
        /// Whole by the due day.
        OnTime = "on_time" "按时",
        /// Whole, but later.
        Late = "late" "迟报",
        /// The due day is over and something of it is missing.
        Incomplete = "incomplete" "不齐",
        /// The due day is over and nothing came.
        Missing = "missing" "缺报",
        /// The unit left the group before the due day and owes nothing.
        Released = "released" "免报",
    }
);
