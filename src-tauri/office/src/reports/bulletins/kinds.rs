//! Ids and words of the bulletin.
use crate::kernel::keyed::keyed;
use crate::reports::month::Month;

crate::id!(
    /// An issue (一期简报).
    BulletinId
);
crate::id!(
    /// A column (栏目).
    BulletinColumnId
);
crate::id!(
    /// An edited item (稿件).
    BulletinItemId
);
crate::id!(
    /// A recipient (分发对象).
    BulletinCopyId
);
crate::id!(
    /// A line of an issue's history.
    BulletinStepId
);

keyed!(
    /// What kind of issue.
    BulletinKind {
        /// The month's issue.
        Monthly = "monthly" "月刊",
        /// An extra issue, counted by itself.
        Extra = "extra" "增刊",
    }
);
keyed!(
    /// Why somebody receives an issue.
    BulletinCopyBasis {
        /// 报: units above.
        Report = "report" "报",
        /// 送: units beside.
        Send = "send" "送",
        /// 发: units below.
        Issue = "issue" "发",
        /// Added by hand.
        Added = "added" "增发",
    }
);

/// What an issue is called: by its number, or by its month while it has none.
pub(in crate::reports) fn issue_name(
    kind: BulletinKind,
    month: Month,
    number: Option<&str>,
    running: Option<&str>,
) -> String {
    match (kind, number, running) {
        (BulletinKind::Monthly, Some(number), Some(running)) => format!("{number}（{running}）"),
        (BulletinKind::Monthly, Some(number), None) => number.to_owned(),
        (BulletinKind::Extra, Some(number), _) => format!("增刊{number}"),
        (BulletinKind::Monthly, None, _) => format!("{}月刊", month.label()),
        (BulletinKind::Extra, None, _) => format!("{}增刊", month.label()),
    }
}
