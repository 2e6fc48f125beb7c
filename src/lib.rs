//! boardbrief turns a structured build-vs-buy decision into a brief a board can decide on.

pub mod display;
pub mod report;
