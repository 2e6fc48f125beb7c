//! The tornado: what each figure alone moves, all others at their likely values.

use super::contenders::if_moved;
use super::input::{Input, InputId};
use super::model::Model;
use super::opportunity::{Opportunity, Point};
use super::results::Bar;
use crate::decision::FreedPeople;

/// Bars that are kept, the widest first: more than any page shows.
const MOST_BARS: usize = 40;

/// A model with the opportunities that are within reach, and those that come within reach if they
/// are worth more.
pub(super) struct Reach {
    near: Model<f64>,
    far: Vec<Opportunity<f64>>,
}

impl Reach {
    /// What can be reached in a model while one input moves at a time.
    pub fn of(model: &Model<f64>) -> Reach {
        let mut near = model.clone();
        let mut far = near.keep_contenders(fixed, true);
        let within = near.opportunities.ranked.iter();
        let weakest = within.map(|one| near.density_within(one, fixed, false));
        let weakest = weakest.fold(f64::INFINITY, f64::min);
        far.retain(|one| near.density_within(one, if_moved, true) >= weakest);
        Reach { near, far }
    }

    /// Every opportunity within reach, which is slow and cannot be wrong.
    #[cfg(test)]
    pub fn of_all(model: &Model<f64>) -> Reach {
        Reach {
            near: model.clone(),
            far: Vec::new(),
        }
    }

    /// The bars of an option against the baseline, widest first. A figure that moves nothing has
    /// none.
    pub fn tornado(&mut self, option: usize, reading: FreedPeople) -> Vec<Bar> {
        let mut point = self.near.likely();
        let inputs = self.near.inputs_of(option, self.near.baseline, reading);
        let near = inputs.into_iter();
        let mut bars: Vec<Bar> = near
            .filter_map(|input| bar(&self.near, option, reading, input, &mut point))
            .collect();
        if reading == FreedPeople::Redeployed {
            for one in &self.far {
                self.near.opportunities.ranked.push(*one);
                bars.extend(bar(&self.near, option, reading, one.value, &mut point));
                self.near.opportunities.ranked.pop();
            }
        }
        bars.retain(|bar| bar.swing > 0.0);
        // Equal swings keep the order of the format.
        bars.sort_by(|one, next| next.swing.total_cmp(&one.swing));
        bars.truncate(MOST_BARS);
        bars
    }
}

fn fixed(input: &Input) -> (f64, f64) {
    (input.likely, input.likely)
}

/// The two ends between which an input is moved: the tenth and ninetieth percentile of an
/// estimate, else a fifth down and up.
fn ends(input: &Input) -> (f64, f64) {
    match input.distribution() {
        Some(distribution) => (distribution.quantile(0.1), distribution.quantile(0.9)),
        None => if_moved(input),
    }
}

fn bar(
    model: &Model<f64>,
    option: usize,
    reading: FreedPeople,
    id: InputId,
    point: &mut Point,
) -> Option<Bar> {
    let input = model.inputs[id];
    let (low, high) = ends(&input);
    let at_low = worth(model, option, reading, id, low, point)?;
    let at_high = worth(model, option, reading, id, high, point)?;
    worth(model, option, reading, id, input.likely, point)?;
    Some(Bar {
        field: input.place.pointer(),
        is_factor: input.place.is_line(),
        now: input.likely,
        low,
        high,
        at_low: at_low + 0.0,
        at_high: at_high + 0.0,
        swing: (at_high - at_low).abs(),
        assumed_range: input.range.is_none(),
        crosses_zero: (at_low < 0.0) != (at_high < 0.0),
    })
}

/// What the option is worth with one input at another value.
pub(super) fn worth(
    model: &Model<f64>,
    option: usize,
    reading: FreedPeople,
    input: InputId,
    value: f64,
    point: &mut Point,
) -> Option<f64> {
    point.values[input] = value;
    point.rank(&model.opportunities);
    let base = model.totals(model.baseline, &point.values);
    let run = model.case(option, model.baseline, &base, point)?;
    Some(run.worth(reading))
}
