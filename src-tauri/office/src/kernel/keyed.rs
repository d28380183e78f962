//! Enums that are stored by key and shown by a Chinese label, declared once: `Variant = "key" "label"`.
//!
//! It deliberately makes the key the same word as serde's, so that store, JSON and window never disagree.

macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal $label:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $key)] $variant,)+
        }
        #[allow(dead_code)] // every keyed enum offers the same four doors
        impl $name {
            /// All of them, in the order of lists.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// As stored.
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }
            /// Chinese name.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)+ }
            }
            /// From its stored key.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.key().into())
            }
        }
        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                Self::from_key(value.as_str()?).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}
pub(crate) use keyed;
