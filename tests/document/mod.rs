//! The document machinery as a whole: one report in both formats.

pub mod sample;
