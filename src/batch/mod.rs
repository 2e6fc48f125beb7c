//! The quarter: every decision of a company in one run, and what changed since the last.
//!
//! A run is a set of [`Entry`]s, one a decision: what a board would want to know of it, what its
//! documents were made from, and what their bytes are. Everything here is computed from entries
//! alone, so that a decision is read and evaluated once, a rerun need not evaluate it again, and
//! runs of several machines can be put together without their decisions. Nothing here touches a
//! disk; the command line reads and writes.

mod entry;
mod figures;
pub mod identity;
mod manifest;
mod measure;
pub mod names;
mod plan;
pub mod previous;
pub mod register;
pub mod totals;
pub mod word;

pub use entry::{Basis, Entry, Question, Running, Taken};
pub use figures::{Figures, Key};
pub use manifest::{FORM, FileRecord, Manifest, Refused, Request, Unusable};
pub use measure::{Measure, Outcome};
pub use plan::{Asked, Former, Plan, Why, plan};
