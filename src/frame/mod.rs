//! Technical arguments, said for a board, with receipts.
//!
//! ```text
//! argument ─ classify ─▶ intent, side ─ rule book ─▶ wording ─ ledger ─▶ statement ─ guard ─▶ Framed
//! ```
//!
//! An argument's words are kept as they are. Beside them stands a statement with this decision's
//! own names and figures, the rule that led to it, and the place each figure came from. Where the
//! intent is not clear, nothing is said; where a figure is missing, it is asked for.

mod book;
mod classify;
mod framing;
mod glossary;
pub mod guard;
pub mod language;
mod ledger;
mod say;
mod slot;
mod stance;

pub use book::{BookFault, Piece, Rule, RuleBook, Template};
pub use classify::{Candidate, Classification};
pub use framing::{Framed, Framing, RedFlag, ShownFigure};
pub use glossary::{Glossary, Jargon, Pass, Term};
pub use ledger::{Fill, Ledger, in_sentence};
pub use say::frame;
pub use slot::{Condition, Slot};
pub use stance::{Audience, Course, Stance};

#[cfg(test)]
mod tests;
