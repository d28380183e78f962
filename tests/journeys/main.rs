//! Journeys: whole stories through real commands, one file a story.
mod door;
