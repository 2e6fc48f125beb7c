//! What moved since the last quarter: decisions that are new or gone, verdicts and figures that
//! changed and the inputs that changed them, targets met and missed.

mod decide;
mod gather;
mod inputs;

pub use decide::{Changes, Version, changes};
pub use gather::gather;

use super::figures::Key;
use crate::decision::Date;
use crate::evaluate::Verdict;

/// What moved between two runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The date the former run spoke from.
    pub since: Option<Date>,
    /// Decisions that are new, by id.
    pub new: Vec<String>,
    /// Decisions that are gone: id and title.
    pub gone: Vec<(String, String)>,
    /// Verdicts that changed.
    pub verdicts: Vec<VerdictChange>,
    /// Figures that moved by at least the policy's bound, the furthest first within a currency.
    pub figures: Vec<FigureChange>,
    /// Figures that moved by less.
    pub below_bound: usize,
    /// The bound, as a share.
    pub bound: f64,
    /// Figures that cannot be set against each other.
    pub not_comparable: Vec<NotComparable>,
    /// Targets that were reached since.
    pub met: Vec<Target>,
    /// Targets that were missed since, or fell due without a measurement.
    pub missed: Vec<Target>,
    /// Decisions that could not be compared, for a fault of the program, by id.
    pub not_compared: Vec<String>,
}

/// A verdict that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictChange {
    /// The decision.
    pub id: String,
    /// Before and after.
    pub verdicts: [Verdict; 2],
    /// What made the change.
    pub cause: Cause,
}

/// A figure that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChange {
    /// The decision.
    pub id: String,
    /// The figure.
    pub key: Key,
    /// Before, where it was known.
    pub before: Option<f64>,
    /// After, where it is known.
    pub after: Option<f64>,
    /// What made the change.
    pub cause: Cause,
}

impl FigureChange {
    /// How far it moved, where both are known.
    pub fn absolute(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }

    /// The same as a share of what it was; `None` where that was nil.
    pub fn relative(&self) -> Option<f64> {
        let before = self.before.filter(|before| *before != 0.0)?;
        Some(self.absolute()? / before.abs())
    }
}

/// What made a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// One input alone, by its name for people.
    Input(String),
    /// Several inputs together.
    Together(Vec<String>),
    /// The policy, the market catalogue or the program, and no input.
    Basis(String),
    /// The former decision is not there to say.
    NotKept,
}

/// A figure that cannot be set against what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotComparable {
    /// The decision.
    pub id: String,
    /// The figures.
    pub keys: Vec<Key>,
    /// Why, as the end of a sentence: "the currency changed from USD to CHF".
    pub why: String,
}

/// A target of a decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The decision.
    pub id: String,
    /// Its place among the decision's measures.
    pub measure: usize,
}

impl Comparison {
    /// Whether nothing moved.
    pub fn is_still(&self) -> bool {
        self.new.is_empty()
            && self.gone.is_empty()
            && self.verdicts.is_empty()
            && self.figures.is_empty()
            && self.not_comparable.is_empty()
            && self.met.is_empty()
            && self.missed.is_empty()
            && self.not_compared.is_empty()
    }
}
