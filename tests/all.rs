//! Every integration test, in one binary: each has Typst linked into it, so one is enough.
//!
//! Expected output stands in files. After a change that is meant to change it, run
//! `UPDATE_EXPECTED=1 cargo test` and read the difference before committing it.

mod batch;
mod check;
mod commands;
mod document;
mod evaluate;
mod reading;
mod reports;
mod style;
mod support;
mod trust;
