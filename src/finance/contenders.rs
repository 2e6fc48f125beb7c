//! Which opportunities can be taken up at all while inputs vary. Of a hundred thousand only those
//! few that freed engineers could reach have to be ranked at every draw; leaving out the others
//! changes no result.

use super::input::Input;
use super::model::{Head, Model};
use super::opportunity::{Need, Opportunity};
use super::stream::Stream;

/// How far a figure without a range is varied to see what it moves, as a share of its value.
pub(super) const ASSUMED_SPREAD: f64 = 0.2;

/// Lowest and highest value that an input takes anywhere: in a simulation or in a tornado.
pub(super) fn bounds(input: &Input) -> (f64, f64) {
    input.range.unwrap_or((
        input.likely * (1.0 - ASSUMED_SPREAD),
        input.likely * (1.0 + ASSUMED_SPREAD),
    ))
}

impl<S: Stream> Model<S> {
    /// The same model with only those opportunities that could be filled within the bounds.
    ///
    /// An opportunity is out of reach where others that are better at their worst than it is at
    /// its best take up all the engineers that could be freed. One that needs the whole building
    /// team takes up whatever part of it is freed.
    pub(super) fn with_contenders(mut self) -> Model<S> {
        let most = match self.build.map(|build| self.options[build].engineers) {
            Some(Head::Of(engineers)) => bounds(&self.inputs[engineers]).1,
            _ => return self,
        };
        let mut at_worst: Vec<(f64, f64)> = self
            .opportunities
            .ranked
            .iter()
            .map(|one| (self.density(one, false), self.least_taken(one)))
            .collect();
        at_worst.sort_by(|one, next| next.0.total_cmp(&one.0));
        let mut taken = 0.0;
        let threshold = at_worst.iter().find_map(|(density, takes)| {
            taken += takes;
            (taken >= most).then_some(*density)
        });
        if let Some(threshold) = threshold {
            let mut kept = std::mem::take(&mut self.opportunities.ranked);
            kept.retain(|one| self.density(one, true) >= threshold);
            self.opportunities.ranked = kept;
        }
        self
    }

    /// What an opportunity earns for each engineer, at its best or at its worst.
    fn density(&self, one: &Opportunity<S>, best: bool) -> f64 {
        let pick = |(low, high): (f64, f64), up: bool| if up { high } else { low };
        let need = match one.need {
            Need::Stated(need) => need,
            Need::AsBuild(engineers) => pick(bounds(&self.inputs[engineers]), !best),
        };
        if need > 0.0 {
            pick(bounds(&self.inputs[one.value]), best) * one.worth / need
        } else if matches!(one.need, Need::AsBuild(_)) && best {
            f64::INFINITY
        } else {
            0.0
        }
    }

    /// The fewest engineers that an opportunity leaves to none after it, where so many are free.
    fn least_taken(&self, one: &Opportunity<S>) -> f64 {
        match one.need {
            Need::Stated(need) => need,
            Need::AsBuild(_) => f64::INFINITY,
        }
    }
}
