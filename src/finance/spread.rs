//! What is not certain about a case: simulated outcomes, tornado and break-even points, all in
//! runs of the one model.

use super::assess::Sheet;
use super::breakeven::break_even;
use super::contenders::in_range;
use super::model::Model;
use super::results::{Case, Simulation};
use super::simulate::{Subject, simulate, stated};
use super::tornado::Reach;
use crate::decision::FreedPeople;

impl Sheet<'_> {
    /// Completes the cases; says how they were simulated where any was.
    pub fn spread(&self, cases: &mut [Case]) -> Option<Simulation> {
        let mut model = self.present.clone();
        model.keep_contenders(in_range, false);
        let mut reach = Reach::of(&self.present);
        let options = (0..model.options.len()).filter(|at| *at != model.baseline);
        let mut drawn: Vec<(usize, Subject)> = Vec::new();
        for (place, option) in options.enumerate() {
            let case = &mut cases[place];
            if case.npv.is_none() {
                case.chance_reason = case.npv_reason.clone();
                continue;
            }
            let subject = Subject {
                option,
                reading: case.reading,
            };
            case.tornado = reach.tornado(option, case.reading);
            case.break_even = Some(break_even(&model, option, FreedPeople::Released));
            case.break_even_redeployed = case
                .npv_redeployed
                .map(|_| break_even(&model, option, FreedPeople::Redeployed));
            match certain(&model, subject) {
                Some(reason) => case.chance_reason = Some(reason.to_string()),
                None => drawn.push((place, subject)),
            }
        }
        self.simulated(&model, &drawn, cases)
    }

    fn simulated(
        &self,
        model: &Model<f64>,
        drawn: &[(usize, Subject)],
        cases: &mut [Case],
    ) -> Option<Simulation> {
        if drawn.is_empty() {
            return None;
        }
        let subjects: Vec<Subject> = drawn.iter().map(|(_, subject)| *subject).collect();
        for ((place, _), spread) in drawn.iter().zip(simulate(self.decision, model, &subjects)) {
            let case = &mut cases[*place];
            case.mean = Some(spread.mean);
            case.p10 = Some(spread.p10);
            case.p50 = Some(spread.p50);
            case.p90 = Some(spread.p90);
            case.chance_better = Some(spread.chance_better);
            case.histogram = spread.histogram;
        }
        Some(stated(self.decision, model))
    }
}

/// Why there is nothing to draw for a case; `None` where a figure that it rests on has a range.
fn certain(model: &Model<f64>, subject: Subject) -> Option<&'static str> {
    if model.inputs.iter().all(|input| input.range.is_none()) {
        return Some("no figure has a range");
    }
    let rests_on = model.inputs_of(subject.option, model.baseline, subject.reading);
    rests_on
        .into_iter()
        .all(|input| model.inputs[input].range.is_none())
        .then_some("no figure that it rests on has a range")
}
