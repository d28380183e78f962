//! `zq import roster`
use crate::args::{Cli, ImportArgs};
use crate::failure::Failure;

/// Imports.
pub fn run(_cli: &Cli, _args: &ImportArgs) -> Result<(), Failure> {
    Ok(())
}
