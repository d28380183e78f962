//! Journeys: whole stories through real commands, one file a story.
mod door;
mod registry_filings;
mod registry_import;
mod registry_papers;
mod registry_posts;
