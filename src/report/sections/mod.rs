//! The sections of the documents, one file each. A section is written from the [`Subject`] and
//! returns its blocks; where there is nothing to say it returns none, and no heading stands alone.
//!
//! [`Subject`]: super::words::Subject

pub mod ai;
pub mod alternatives;
pub mod answer;
pub mod arguments;
pub mod assumptions;
pub mod author;
pub mod components;
pub mod directors;
pub mod exceptions;
pub mod exhibits;
pub mod findings;
pub mod front;
pub mod left_out;
pub mod measures;
pub mod money;
pub mod opposite;
pub mod others;
pub mod questions;
pub mod resolution;
pub mod risks;
pub mod sensitivity;
pub mod standard;
pub mod unknowns;
