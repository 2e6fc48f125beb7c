//! The tornado: what each figure alone moves, all others at their likely values.

use super::contenders::ASSUMED_SPREAD;
use super::input::{Input, InputId};
use super::model::Model;
use super::opportunity::Point;
use super::results::Bar;
use crate::decision::FreedPeople;

/// Bars that are kept, the widest first: more than any page shows.
const MOST_BARS: usize = 40;

/// The bars of an option against the baseline, widest first. A figure that moves nothing has none.
pub(super) fn tornado(model: &Model<f64>, option: usize, reading: FreedPeople) -> Vec<Bar> {
    let mut point = model.likely();
    let mut bars: Vec<Bar> = model
        .inputs_of(option, model.baseline, reading)
        .into_iter()
        .filter_map(|input| bar(model, option, reading, input, &mut point))
        .filter(|bar| bar.swing > 0.0)
        .collect();
    // Equal swings keep the order of the format.
    bars.sort_by(|one, next| next.swing.total_cmp(&one.swing));
    bars.truncate(MOST_BARS);
    bars
}

/// The two ends between which an input is moved: the tenth and ninetieth percentile of an
/// estimate, else a fifth down and up.
fn ends(input: &Input) -> (f64, f64) {
    match input.distribution() {
        Some(distribution) => (distribution.quantile(0.1), distribution.quantile(0.9)),
        None => (
            input.likely * (1.0 - ASSUMED_SPREAD),
            input.likely * (1.0 + ASSUMED_SPREAD),
        ),
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
