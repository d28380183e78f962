//! Tables and pictures inside the text of official papers: measured on the finished PDF, as golden text, with random and
//! odd input.
mod geometry;
mod golden;
mod odd;
mod random;
pub mod samples;
