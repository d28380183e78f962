//! Tables of papers that came in, one file a concern. A change names version and stage it was made on; stale otherwise.
pub(in crate::documents) mod beside;
pub(in crate::documents) mod handlers;
pub(in crate::documents) mod papers;
pub(in crate::documents) mod readers;
