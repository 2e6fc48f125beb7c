//! Horizon, discount rate, baseline and headline: on which terms a decision's money is reckoned.

use super::stream::{Calendar, LONGEST};
use super::{DEFAULT_DISCOUNT_RATE, DEFAULT_HORIZON_YEARS};
use crate::decision::{Decision, FreedPeople};

/// What the policy says where the decision is silent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms {
    /// Years over which options are compared, 1 to 10.
    pub horizon_years: u32,
    /// Discount rate a year, as a share.
    pub discount_rate: f64,
}

impl Default for Terms {
    fn default() -> Terms {
        Terms {
            horizon_years: DEFAULT_HORIZON_YEARS as u32,
            discount_rate: DEFAULT_DISCOUNT_RATE,
        }
    }
}

impl Terms {
    /// The calendar of a decision: its own horizon and rate, else the policy's. Lines stated year
    /// by year were checked against the format's horizon, so they keep it whatever the policy says.
    pub fn calendar(&self, decision: &Decision) -> Calendar {
        let years = match decision.money.horizon_years {
            Some(years) => years,
            None if has_lines(decision) => DEFAULT_HORIZON_YEARS,
            None => f64::from(self.horizon_years),
        };
        let rate = decision.money.discount_rate.unwrap_or(self.discount_rate);
        Calendar::new(years.clamp(1.0, LONGEST as f64) as usize, rate)
    }
}

fn has_lines(decision: &Decision) -> bool {
    let built = decision.build.iter().map(|build| &build.lines);
    let bought = decision.alternatives.iter().map(|bought| &bought.lines);
    built.chain(bought).any(|lines| !lines.is_empty())
}

/// The option that all others are set against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineRef {
    /// Building, or keeping what was built.
    Build,
    /// Doing nothing.
    Nothing,
    /// An alternative, as an index into `alternatives`.
    Alternative(usize),
}

impl BaselineRef {
    /// The baseline that a decision names; else building where it is described, else nothing.
    pub fn of(decision: &Decision) -> BaselineRef {
        match decision.money.baseline.as_deref() {
            Some("nothing") => BaselineRef::Nothing,
            Some(name) if name != "build" => {
                let named = |alternative: &crate::decision::Alternative| alternative.name == name;
                let at = decision.alternatives.iter().position(named);
                at.map_or(BaselineRef::Nothing, BaselineRef::Alternative)
            }
            _ if decision.build.is_some() => BaselineRef::Build,
            _ => BaselineRef::Nothing,
        }
    }
}

/// The reading of freed people in the headline.
pub fn headline(decision: &Decision) -> FreedPeople {
    match decision.money.freed_people {
        Some(reading) => reading,
        None if decision.opportunities.is_empty() => FreedPeople::Released,
        None => FreedPeople::Redeployed,
    }
}
