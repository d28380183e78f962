//! People (人员): whoever holds a post. Two people may bear the same name.
//!
//! It deliberately keeps no posts: those are dated rows of their own.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::kernel::keyed::keyed;

crate::id!(
    /// A person (人员).
    PersonId
);

keyed!(
    /// Gender, where it is recorded.
    Gender {
        /// Male.
        Male = "male" "男",
        /// Female.
        Female = "female" "女",
    }
);

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "RegistryPerson")]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Gender, if recorded.
    pub gender: Option<Gender>,
    /// Mobile; may be empty.
    pub mobile: String,
    /// Office telephone; may be empty.
    pub office_phone: String,
    /// Office held at home (职务), as now; a post keeps its own wording.
    pub title: String,
    /// Remark.
    pub note: String,
    /// Counts changes.
    pub version: i64,
}
