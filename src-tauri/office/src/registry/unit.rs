//! Units (单位): member units, counties, parks and the other authorities that people belong to.
//!
//! A unit keeps its identity; its name and its membership are dated, so that a roster of any day shows the name of
//! that day. It deliberately has no contacts: those are posts.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::keyed::keyed;

crate::id!(
    /// A unit (单位).
    UnitId
);
crate::id!(
    /// A dated name of a unit (名称沿革).
    UnitNameId
);
crate::id!(
    /// A span of a unit's membership (加入与退出).
    UnitTermId
);

keyed!(
    /// What kind of unit it is (第三条; 第二十一条 for counties and parks).
    UnitKind {
        /// One of the leading group's member units.
        Member = "member" "成员单位",
        /// A district, county or county-level city.
        County = "county" "县市区",
        /// A park's administration.
        Park = "park" "园区",
        /// Another authority, such as 市人民政府, that people belong to.
        Other = "other" "其他单位",
    }
);

impl UnitKind {
    /// The kinds that report every month and file contacts (第二十一条, 第二十三条).
    pub const REPORTING: &'static [UnitKind] = &[UnitKind::Member, UnitKind::County, UnitKind::Park];
}

/// A unit as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unit {
    /// Id.
    pub id: UnitId,
    /// Full name on that day.
    pub name: String,
    /// Short name on that day.
    pub short: String,
    /// Kind.
    pub kind: UnitKind,
    /// Chinese name of the kind.
    pub kind_label: String,
    /// Place in lists of its kind, from 1.
    pub order: i64,
    /// The trade it leads (行业领域); may be empty.
    pub trade: String,
    /// Address; may be empty.
    pub address: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// First day of its membership (its latest one, if it came back).
    pub joined_on: NaiveDate,
    /// From this day on it is no longer a unit of the group.
    pub left_on: Option<NaiveDate>,
    /// Why it left; empty while it is one.
    pub left_reason: String,
    /// Counts changes; a change names the version it was made on.
    pub version: i64,
}

/// A name a unit bore, from a day up to (not including) another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitName {
    /// Full name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// First day.
    pub from: NaiveDate,
    /// First day on which it no longer bore it.
    pub to: Option<NaiveDate>,
}

/// A span of membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitTerm {
    /// First day.
    pub from: NaiveDate,
    /// First day on which it was no longer a unit of the group.
    pub to: Option<NaiveDate>,
    /// Why it left.
    pub reason: String,
}
