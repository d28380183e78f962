//! Journeys: whole stories through real commands, one file a story.
mod door;
mod keyring_crash;
mod ledger_order;
mod meeting_months;
mod meeting_papers;
mod meeting_refusals;
mod meeting_to_minutes;
mod meeting_world;
mod one_question;
mod papers;
mod registry_filings;
mod registry_import;
mod registry_papers;
mod registry_posts;
