//! The real window: what a clerk does, driven through WebDriver.
#![cfg(target_os = "linux")]
mod start;
