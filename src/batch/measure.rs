//! Measures of success, and how each stands on a day.

use super::word::{self, recorded};
use crate::decision::{Date, Metric};
use serde::{Deserialize, Serialize};

/// A measure of success.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: Option<String>,
    /// What is to be reached.
    pub target: Option<f64>,
    /// Whether the target is a least value, not a most.
    pub at_least: bool,
    /// Whether missing it decides.
    pub decisive: bool,
    /// By when.
    #[serde(with = "word::some_day")]
    pub due: Option<Date>,
    /// What was measured.
    pub actual: Option<f64>,
}

/// How a measure stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Measured, and the target is reached.
    Met,
    /// Measured short of the target, and the day has passed.
    Missed,
    /// Not measured, and the day has passed.
    Overdue,
    /// Anything else.
    Open,
}

impl Measure {
    /// What is kept of a metric.
    pub fn of(metric: &Metric) -> Measure {
        Measure {
            name: metric.name.clone(),
            unit: metric.unit.clone(),
            target: metric.target.and_then(recorded),
            at_least: metric.at_least,
            decisive: metric.decisive,
            due: metric.due,
            actual: metric.actual.and_then(recorded),
        }
    }

    /// How it stands on a day. On the due date itself the deadline has not passed.
    pub fn outcome(&self, on: Date) -> Outcome {
        let past = self.due.is_some_and(|due| due < on);
        match (self.actual, self.target) {
            (Some(actual), Some(target)) => {
                let reached = if self.at_least {
                    actual >= target
                } else {
                    actual <= target
                };
                match (reached, past) {
                    (true, _) => Outcome::Met,
                    (false, true) => Outcome::Missed,
                    (false, false) => Outcome::Open,
                }
            }
            _ if past => Outcome::Overdue,
            _ => Outcome::Open,
        }
    }
}
