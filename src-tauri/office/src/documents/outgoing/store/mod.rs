//! Tables of documents that go out, one file a table. A change names version and stage it was made on; stale otherwise.
pub(in crate::documents) mod copies;
pub(in crate::documents) mod cosign;
pub(in crate::documents) mod documents;
pub(in crate::documents) mod moves;
pub(in crate::documents) mod versions;
