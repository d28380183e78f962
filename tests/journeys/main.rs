//! Journeys: whole stories through real commands, one file a story.
mod documents_filing;
mod documents_issuing;
mod documents_numbers;
mod documents_together;
mod documents_world;
mod door;
mod meeting_months;
mod meeting_refusals;
mod meeting_to_minutes;
mod meeting_world;
mod papers;
mod registry_filings;
mod registry_import;
mod registry_papers;
mod registry_posts;
