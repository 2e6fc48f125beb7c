//! Which opportunities can be taken up at all while inputs vary. Of a hundred thousand only those
//! few that freed engineers could reach have to be ranked at every draw; leaving out the others
//! changes no result.

use super::input::Input;
use super::model::{Head, Model};
use super::opportunity::{Need, Opportunity};
use super::stream::Stream;

/// Lowest and highest value that each input takes.
pub(super) type Bounds = fn(&Input) -> (f64, f64);

/// In a simulation: an estimate takes any value of its range, all else is fixed.
pub(super) fn in_range(input: &Input) -> (f64, f64) {
    input.range.unwrap_or((input.likely, input.likely))
}

/// In a tornado: one input takes any value that it might, while others are at their likely ones.
pub(super) fn if_moved(input: &Input) -> (f64, f64) {
    let spread = input.likely * ASSUMED_SPREAD;
    input
        .range
        .unwrap_or((input.likely - spread, input.likely + spread))
}

/// How far a figure without a range is moved to see what follows, as a share of its value.
pub(super) const ASSUMED_SPREAD: f64 = 0.2;

impl<S: Stream> Model<S> {
    /// Keeps the opportunities that could be filled while every input stays within its bounds, and
    /// hands back the others.
    ///
    /// An opportunity is out of reach where others that are better at their worst than it is at
    /// its best take up all the engineers that could be freed. One that needs the whole building
    /// team takes up whatever part of it is freed. With `spare`, those others still do so without
    /// any one of them.
    pub(super) fn keep_contenders(&mut self, bounds: Bounds, spare: bool) -> Vec<Opportunity<S>> {
        let Some(Head::Of(engineers)) = self.build.map(|build| self.options[build].engineers)
        else {
            return Vec::new();
        };
        // The most that could be freed, whoever moves.
        let most = if_moved(&self.inputs[engineers]).1;
        let Some(threshold) = self.threshold(most, bounds, spare) else {
            return Vec::new();
        };
        let all = std::mem::take(&mut self.opportunities.ranked);
        let (kept, others) = all
            .into_iter()
            .partition(|one| self.density_within(one, bounds, true) >= threshold);
        self.opportunities.ranked = kept;
        others
    }

    /// What the last opportunity earns for each engineer, at its worst, with which those before
    /// it take up all engineers; `None` where all together do not.
    fn threshold(&self, most: f64, bounds: Bounds, spare: bool) -> Option<f64> {
        let ranked = self.opportunities.ranked.iter();
        let mut at_worst: Vec<(f64, f64)> = ranked
            .map(|one| (self.density_within(one, bounds, false), least_taken(one)))
            .collect();
        at_worst.sort_by(|one, next| next.0.total_cmp(&one.0));
        let (mut largest, mut others) = (0.0_f64, 0.0);
        at_worst.into_iter().find_map(|(density, takes)| {
            others += takes.min(largest);
            largest = largest.max(takes);
            let taken = if spare { others } else { others + largest };
            (taken >= most).then_some(density)
        })
    }

    /// What an opportunity earns for each engineer, at its best or at its worst.
    pub(super) fn density_within(&self, one: &Opportunity<S>, bounds: Bounds, best: bool) -> f64 {
        let pick = |(low, high): (f64, f64), up: bool| if up { high } else { low };
        let value = pick(bounds(&self.inputs[one.value]), best) * one.worth;
        match one.need {
            Need::Stated(need) if need > 0.0 => value / need,
            Need::Stated(_) => 0.0,
            // The team itself may move although nothing else does.
            Need::AsBuild(team) => match pick(if_moved(&self.inputs[team]), !best) {
                need if need > 0.0 => value / need,
                _ if best => f64::INFINITY,
                _ => 0.0,
            },
        }
    }
}

/// The fewest engineers that an opportunity takes before any is left for the next.
fn least_taken<S>(one: &Opportunity<S>) -> f64 {
    match one.need {
        Need::Stated(need) => need,
        Need::AsBuild(_) => f64::INFINITY,
    }
}
