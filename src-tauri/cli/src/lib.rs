//! What the command line shares with other tools: the demonstration office ([`demo`]) and where faces lie ([`fonts`]).
//!
//! It deliberately leaves the command line itself to the program.
pub mod demo;
pub mod fonts;
