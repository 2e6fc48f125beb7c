//! The numbers that a verdict rests on, and nothing else: what the flip search computes
//! thousands of times.

use super::OptionKind;
use super::model::Model;
use super::opportunity::Point;
use super::run::Totals;
use super::terms::{BaselineRef, Terms};
use crate::decision::Decision;

/// What each option is worth, at likely values.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// The option that `cases` are set against.
    pub baseline: BaselineRef,
    /// Whether building is described and its cost is known.
    pub build_costed: bool,
    /// Every option but the baseline, set against the baseline.
    pub cases: Vec<CaseValue>,
    /// Every option but building, set against building whatever the baseline is; empty where the
    /// cost of building is not known.
    pub against_build: Vec<CaseValue>,
}

/// What an option is worth against another, at likely values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CaseValue {
    /// What the option is.
    pub kind: OptionKind,
    /// The alternative it rests on, as an index into `alternatives`.
    pub alternative: Option<usize>,
    /// Net present value, freed people read as released; `None` where an option has no figures.
    pub npv: Option<f64>,
    /// Net present value, freed people read as redeployed; `None` where nobody is freed or there
    /// are no opportunities.
    pub npv_redeployed: Option<f64>,
}

impl CaseValue {
    /// Whether the option is known to lose money in both readings. Where only one reading exists,
    /// it speaks for both; where none does, nothing is known.
    pub fn loses_in_every_reading(&self) -> bool {
        let loses = |value: f64| value < 0.0;
        self.npv.is_some_and(loses) && self.npv_redeployed.is_none_or(loses)
    }

    /// Whether the option is known to be worth more than what it is set against, in either reading.
    pub fn gains_in_a_reading(&self) -> bool {
        let gains = |value: f64| value > 0.0;
        self.npv.is_some_and(gains) || self.npv_redeployed.is_some_and(gains)
    }
}

/// What a verdict needs to know of a decision's money.
pub fn outlook(decision: &Decision, terms: &Terms) -> Outlook {
    let model = Model::<f64>::new(decision, terms);
    let point = model.likely();
    let build_costed = model
        .build
        .is_some_and(|build| model.options[build].unknown.is_none());
    let cases = case_values(&model, model.baseline, &point);
    let against_build = match model.build {
        Some(build) if build_costed && build == model.baseline => cases.clone(),
        Some(build) if build_costed => case_values(&model, build, &point),
        _ => Vec::new(),
    };
    Outlook {
        baseline: BaselineRef::of(decision),
        build_costed,
        cases,
        against_build,
    }
}

fn case_values(model: &Model<f64>, against: usize, point: &Point) -> Vec<CaseValue> {
    let base: Totals<f64> = model.totals(against, &point.values);
    let mut cases = Vec::with_capacity(model.options.len() - 1);
    for (at, option) in model.options.iter().enumerate() {
        if at != against {
            let run = model.case(at, against, &base, point);
            cases.push(CaseValue {
                kind: option.kind,
                alternative: option.alternative,
                npv: run.map(|run| run.released),
                npv_redeployed: run.and_then(|run| run.redeployed),
            });
        }
    }
    cases
}
