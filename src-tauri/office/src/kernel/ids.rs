//! Identifiers: one UUIDv7 newtype a record, so that two machines can make records offline and ids sort by time.
//!
//! [`id!`] makes one; a new value comes from the desk (`desk.new_id()`), never from the machine's clock.

/// An identifier that the desk can make.
pub trait Id: Sized {
    /// Wraps a UUID.
    fn from_uuid(uuid: uuid::Uuid) -> Self;
}

/// Declares an identifier newtype: stored as text, a string in TypeScript.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub uuid::Uuid);

        impl $crate::kernel::ids::Id for $name {
            fn from_uuid(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::kernel::Refusal;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::parse_str(text)
                    .map(Self)
                    .map_err(|_| $crate::kernel::Refusal::refused(format!("“{text}”不是有效的记录编号。")))
            }
        }
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.0.to_string().into())
            }
        }
        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let text = value.as_str()?;
                uuid::Uuid::parse_str(text).map(Self).map_err(|e| rusqlite::types::FromSqlError::Other(Box::new(e)))
            }
        }
    };
}

id!(
    /// A campaign (创建活动): what every record belongs to.
    CampaignId
);
id!(
    /// An account of a person who uses the program.
    AccountId
);
id!(
    /// An attachment (附件): a named file that belongs to a record.
    AttachmentId
);
id!(
    /// A number that was given (文号 期号 备案号).
    NumberId
);
