//! Tables of the bulletin: issues, columns and items with their sources, recipients.
pub(in crate::reports) mod copies;
pub(in crate::reports) mod issues;
pub(in crate::reports) mod items;
