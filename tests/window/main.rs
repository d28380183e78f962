//! The real window: what a clerk does, driven through WebDriver.
#![cfg(target_os = "linux")]
mod fonts;
#[allow(dead_code, unreachable_pub)] // the journeys use all of it, the window a part
#[path = "../journeys/meeting_world.rs"]
mod meeting_world;
mod minutes;
mod papers;
mod planning;
mod roster;
mod start;
mod tour;
