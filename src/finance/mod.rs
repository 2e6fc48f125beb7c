//! The money of a decision: what each option costs and earns, and what choosing one instead of
//! the baseline is worth. Pure arithmetic: no input, no output, no clock, no chance.
//!
//! Amounts are in the decision's currency, pre-tax and nominal. Year 0 is now and is not
//! discounted; years 1 to N fall at year end.
//!
//! A [`Model`](model::Model) is made from a decision once; it is data, a list of products of
//! inputs. Everything runs it: the point estimate ([`assess`]), the numbers a verdict rests on
//! ([`outlook`]), the simulation, the tornado and the break-even points. They differ in nothing
//! but the values that they give its inputs.

mod assess;
mod breakeven;
mod case;
mod compile;
mod contenders;
pub mod derive;
mod input;
mod irr;
mod model;
mod nil;
mod opportunity;
mod options;
mod outlook;
mod parts;
mod people;
#[cfg(test)]
mod published;
mod results;
mod returns;
mod run;
mod runway;
mod seed;
mod simulate;
mod spread;
#[cfg(test)]
mod spread_tests;
mod stream;
mod terms;
mod tornado;
mod triangular;
mod unknown;
#[cfg(test)]
mod vectors;
#[cfg(test)]
mod wild;

pub use assess::assess;
pub use derive::{Derivation, derive, figures};
pub use irr::{Irr, irr};
pub use outlook::{CaseValue, Outlook, outlook};
pub use results::*;
pub use returns::{discounted_payback_months, npv, payback_months};
pub use simulate::DRAWS;
pub use terms::{BaselineRef, Terms};
pub use triangular::Triangular;

/// Years over which options are compared where neither decision nor policy says otherwise.
pub const DEFAULT_HORIZON_YEARS: f64 = 3.0;

/// Discount rate a year where neither decision nor policy says otherwise.
pub const DEFAULT_DISCOUNT_RATE: f64 = 0.10;

/// The name of the option to build, or to keep what was built.
pub const BUILD_NAME: &str = "Build";

/// The name of the option to do nothing.
pub const NOTHING_NAME: &str = "Nothing";

/// The name of the hybrid option that rests on an alternative.
pub fn hybrid_name(alternative: &str) -> String {
    format!("{alternative} and our own")
}
