//! Bulletins: measured on the finished PDF, as golden text, with odd input.
mod geometry;
mod golden;
mod odd;
mod samples;
