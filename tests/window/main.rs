//! The real window: what a clerk does, driven through WebDriver.
#![cfg(target_os = "linux")]
mod documents_in;
mod documents_out;
#[allow(dead_code, unreachable_pub)] // as of the meetings' world below
#[path = "../journeys/documents_world.rs"]
mod documents_world;
mod followup;
mod fonts;
mod matters;
#[allow(dead_code, unreachable_pub)] // the journeys use all of it, the window a part
#[path = "../journeys/meeting_world.rs"]
mod meeting_world;
mod minutes;
mod papers;
mod planning;
mod reports;
mod roster;
mod start;
mod tasks;
mod tour;
