//! What the money model says, in the keys of `evaluate --json`. `None` with a reason beside it
//! stands wherever a figure does not exist.

use crate::decision::FreedPeople;
use serde::Serialize;

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
    pub headline: FreedPeople,
    /// JSON pointers of amounts that a sum needed, that are not given, and that count as nil.
    pub assumed_nil: Vec<String>,
    /// JSON pointers of growth rates and overlaps that a sum needed, that are not given, and that
    /// count as none.
    pub assumed_none: Vec<String>,
    /// Money spent so far: shown, never counted.
    pub sunk: Option<f64>,
    /// Book value that a change would write off: shown, not cash, never counted.
    pub write_off: Option<f64>,
    /// How estimates were simulated; `null` where no figure has a range.
    pub simulation: Option<Simulation>,
    /// The runway and what each option does to it; `null` where none is stated.
    pub runway: Option<Runway>,
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

/// An option and its cash flows, after risk adjustment, moving to it from the baseline included.
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
    /// Present value of the costs: the discounted total cost of ownership.
    pub pv_costs: Option<f64>,
    /// Present value of the benefits.
    pub pv_benefits: Option<f64>,
    /// Total cost of ownership over the horizon, not discounted.
    pub total_cost: Option<f64>,
    /// Running cost in year 1, overlap and leaving aside.
    pub running_cost: Option<f64>,
    /// Engineers it takes; `null` where that is not known.
    pub engineers: Option<f64>,
    /// What the costs and benefits consist of.
    pub lines: Vec<FlowLine>,
    /// Why there are no figures, where there are none.
    pub reason: Option<String>,
}

/// A line of an option's cash flows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlowLine {
    /// What it is.
    pub kind: FlowKind,
    /// Its name, where the author of the decision gave it one.
    pub name: Option<String>,
    /// Whether it is earned, not paid.
    pub benefit: bool,
    /// Amounts, year 0 first, all counted as positive, after risk adjustment.
    pub amounts: Vec<f64>,
    /// Their present value.
    pub pv: f64,
    /// Risk adjustment, as a share: a benefit is worth this share less, a cost this share more.
    pub risk: f64,
    /// Why.
    pub risk_reason: Option<String>,
    /// JSON pointers of the inputs it rests on.
    pub from: Vec<String>,
}

/// What a line of cash flows stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowKind {
    /// Paid once, at the start.
    OneOff,
    /// People.
    People,
    /// Other running cost.
    Other,
    /// Subscription.
    Subscription,
    /// The baseline's costs while it still runs beside the option.
    Overlap,
    /// Taking the built baseline out of service.
    TakingOutOfService,
    /// Leaving the option at the end.
    Exit,
    /// What the built thing earns.
    Value,
    /// A line that the author of the decision stated.
    Stated,
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
    /// Why there is none.
    pub npv_reason: Option<String>,
    /// Net present value ÷ present value of the option's costs.
    pub roi: Option<f64>,
    /// Why there is no return on investment.
    pub roi_reason: Option<String>,
    /// Simple payback on undiscounted flows, in months; nil where nothing is paid in advance.
    pub payback_months: Option<f64>,
    /// Why there is no payback.
    pub payback_reason: Option<String>,
    /// Payback on discounted flows, in months.
    pub discounted_payback_months: Option<f64>,
    /// Why there is none.
    pub discounted_payback_reason: Option<String>,
    /// Internal rate of return a year, as a share.
    pub irr: Option<f64>,
    /// Why there is no internal rate of return.
    pub irr_reason: Option<String>,
    /// Running cost of the baseline in year 1 less the option's, overlap aside.
    pub annual_saving: Option<f64>,
    /// Why there is none.
    pub annual_saving_reason: Option<String>,
    /// Engineers of the baseline less the option's.
    pub engineers_freed: Option<f64>,
    /// Why that is not known.
    pub engineers_freed_reason: Option<String>,
    /// What the freed engineers would earn in a full year, before the ramp.
    pub opportunity_annual: Option<f64>,
    /// Why there is nothing that they would earn.
    pub opportunity_reason: Option<String>,
    /// Whether that rests on revenue or values without margin or likelihood.
    pub opportunity_is_gross: Option<bool>,
    /// What the freed engineers would do, best first.
    pub opportunities: Vec<FilledOpportunity>,
    /// Net present value, freed engineers read as redeployed. Never added to `npv`.
    pub npv_redeployed: Option<f64>,
    /// Why there is none.
    pub npv_redeployed_reason: Option<String>,
    /// The reading in which this case is simulated: the headline's, or released where the case
    /// has no other.
    pub reading: FreedPeople,
    /// Present value of the option's costs, releasing people included.
    pub pv_costs: Option<f64>,
    /// Present value of its benefits and of the baseline's costs avoided, less the baseline's
    /// benefits forgone.
    pub pv_benefits: Option<f64>,
    /// One-off cost of releasing people that the released reading pays in year 0.
    pub release_cost: Option<f64>,
    /// Net cash flow against the baseline, year 0 first, released reading.
    pub flows: Option<Vec<f64>>,
    /// The same, redeployed reading.
    pub flows_redeployed: Option<Vec<f64>>,
    /// Mean of the simulated net present values, in this case's reading.
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
    /// How the simulated outcomes are spread; empty where there is no simulation.
    pub histogram: Vec<Bin>,
    /// What each figure alone moves in this case's reading, widest first.
    pub tornado: Vec<Bar>,
    /// Where the case comes to nil, people released.
    pub break_even: Option<BreakEven>,
    /// The same, people redeployed.
    pub break_even_redeployed: Option<BreakEven>,
}

/// An opportunity that freed engineers take up, whole or in part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FilledOpportunity {
    /// Its place in `opportunities`.
    pub index: usize,
    /// Engineers it is given.
    pub engineers: f64,
    /// Share of its value that they earn.
    pub share: f64,
    /// What they earn in a full year, before the ramp.
    pub annual: f64,
}

/// How estimates were simulated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Simulation {
    /// Draws of every case.
    pub draws: usize,
    /// The seed of the draws, in hexadecimal; it follows from the decision's content.
    pub seed: String,
}

/// Simulated outcomes from one value to below another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bin {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
    /// Outcomes between them.
    pub count: usize,
}

/// What one figure alone moves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// JSON pointer of the figure in the decision.
    pub field: String,
    /// Whether the values are factors on all amounts of a stated line.
    pub is_factor: bool,
    /// Its likely value.
    pub now: f64,
    /// The tenth percentile of an estimate; else a fifth less than now.
    pub low: f64,
    /// The ninetieth percentile of an estimate; else a fifth more than now.
    pub high: f64,
    /// What the case is worth at the low value.
    pub at_low: f64,
    /// What the case is worth at the high value.
    pub at_high: f64,
    /// The distance between the two.
    pub swing: f64,
    /// Whether the figure has no range and a fifth up and down was assumed.
    pub assumed_range: bool,
    /// Whether the case gains at one end and loses at the other.
    pub crosses_zero: bool,
}

/// Where a case comes to nil, all else at its likely value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BreakEven {
    /// How freed people are read.
    pub reading: FreedPeople,
    /// The price a year, or of a seat a year, up to which the option is worth as much as the
    /// baseline.
    pub price: Option<f64>,
    /// JSON pointer of that price.
    pub price_field: Option<String>,
    /// Why there is none.
    pub price_reason: Option<String>,
    /// The number of seats, at the price of one.
    pub seats: Option<f64>,
    /// Why there is none.
    pub seats_reason: Option<String>,
    /// What building would have to earn in a full year.
    pub build_value: Option<f64>,
    /// Why there is no such value.
    pub build_value_reason: Option<String>,
}

/// The months until the money runs out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Runway {
    /// As stated, with the baseline going on.
    pub months: f64,
    /// What is taken to be spent a month: the cost of all engineers.
    pub monthly_cost: Option<f64>,
    /// Why that is not known.
    pub monthly_cost_reason: Option<String>,
    /// What every option but the baseline does to it, freed people released.
    pub options: Vec<OptionRunway>,
}

/// What an option does to the runway.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OptionRunway {
    /// The option.
    pub option: String,
    /// Money that it brings in, or costs, within the stated months, against the baseline.
    pub money: Option<f64>,
    /// Months that the money lasts with it.
    pub months: Option<f64>,
    /// Those months less the stated ones.
    pub change: Option<f64>,
    /// Why they are not known.
    pub reason: Option<String>,
}
