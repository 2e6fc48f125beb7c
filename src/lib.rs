//! boardbrief turns a structured build-vs-buy decision into a brief a board can decide on.

pub mod batch;
pub mod cli;
pub mod decision;
pub mod diagnostics;
pub mod display;
pub mod evaluate;
pub mod finance;
pub mod frame;
pub mod house;
pub mod market;
pub mod phrase;
pub mod pipeline;
pub mod policy;
pub mod render;
pub mod report;
pub mod typeset;
