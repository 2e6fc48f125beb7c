//! The money of a decision: what each option costs and earns, and what choosing one instead of
//! the baseline is worth. Pure arithmetic: no text, no input, no output.
//!
//! Amounts are in the decision's currency, pre-tax and nominal. Year 0 is now and is not
//! discounted; years 1 to N fall at year end.

use serde::Serialize;

/// Years over which options are compared where neither decision nor policy says otherwise.
pub const DEFAULT_HORIZON_YEARS: f64 = 3.0;

/// Everything that the money model says about a decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finance {
    /// Years over which the options are compared.
    pub horizon_years: u32,
    /// Discount rate a year, as a share.
    pub discount_rate: f64,
    /// The option that all others are set against.
    pub baseline: String,
    /// How freed people are read in the headline.
    pub headline: crate::decision::FreedPeople,
    /// JSON pointers of amounts that a sum needed, that are not given, and that count as nil.
    pub assumed_nil: Vec<String>,
    /// Every option with its cash flows.
    pub options: Vec<OptionFlows>,
    /// Every option but the baseline, set against the baseline.
    pub cases: Vec<Case>,
}

/// What an option is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OptionKind {
    /// Building, or keeping what was built.
    Build,
    /// An alternative, bought.
    Buy,
    /// An alternative, with our own on top of it.
    Hybrid,
    /// Neither.
    Nothing,
}

/// An option and its cash flows, after risk adjustment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OptionFlows {
    /// The name by which it is called everywhere.
    pub name: String,
    /// What it is.
    pub kind: OptionKind,
    /// The alternative it rests on, as an index into `alternatives`.
    pub alternative: Option<usize>,
    /// Costs, year 0 first; `null` where they cannot be stated.
    pub costs: Option<Vec<f64>>,
    /// Benefits, year 0 first.
    pub benefits: Option<Vec<f64>>,
    /// Present value of the costs.
    pub pv_costs: Option<f64>,
    /// Present value of the benefits.
    pub pv_benefits: Option<f64>,
    /// Why there are no figures, where there are none.
    pub reason: Option<String>,
}

/// An option set against the baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Case {
    /// The option.
    pub option: String,
    /// What it is.
    pub kind: OptionKind,
    /// The alternative it rests on, as an index into `alternatives`.
    pub alternative: Option<usize>,
    /// The baseline.
    pub against: String,
    /// Net present value, freed engineers read as released.
    pub npv: Option<f64>,
    /// Net present value ÷ present value of the option's costs.
    pub roi: Option<f64>,
    /// Why there is no return on investment.
    pub roi_reason: Option<String>,
    /// Simple payback on undiscounted flows, in months.
    pub payback_months: Option<f64>,
    /// Why there is no payback.
    pub payback_reason: Option<String>,
    /// Internal rate of return a year, as a share.
    pub irr: Option<f64>,
    /// Why there is no internal rate of return.
    pub irr_reason: Option<String>,
    /// Running cost of the baseline in year 1 less the option's, overlap aside.
    pub annual_saving: Option<f64>,
    /// Engineers of the baseline less the option's.
    pub engineers_freed: Option<f64>,
    /// What the freed engineers would earn in a full year, before the ramp.
    pub opportunity_annual: Option<f64>,
    /// Whether that rests on revenue or values without margin or likelihood.
    pub opportunity_is_gross: Option<bool>,
    /// Net present value, freed engineers read as redeployed. Never added to `npv`.
    pub npv_redeployed: Option<f64>,
    /// Mean of the simulated net present values, in the headline reading.
    pub mean: Option<f64>,
    /// The value that one outcome in ten falls below.
    pub p10: Option<f64>,
    /// The value that half of the outcomes fall below.
    pub p50: Option<f64>,
    /// The value that nine outcomes in ten fall below.
    pub p90: Option<f64>,
    /// Share of the outcomes in which the option beats the baseline.
    pub chance_better: Option<f64>,
    /// Why there is no simulation.
    pub chance_reason: Option<String>,
}

/// The name of the hybrid option that rests on an alternative.
pub fn hybrid_name(alternative: &str) -> String {
    format!("{alternative} and our own")
}
