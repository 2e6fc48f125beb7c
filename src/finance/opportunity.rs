//! What freed engineers could earn: opportunities filled by value per engineer until the freed
//! engineers are used up. One given fewer engineers than it needs earns in proportion.

use super::input::InputId;
use super::stream::Stream;

/// An opportunity.
#[derive(Debug, Clone, Copy)]
pub struct Opportunity<S> {
    /// Its place in `opportunities`.
    pub index: usize,
    /// What it is worth a year.
    pub value: InputId,
    /// Engineers it needs.
    pub need: Need,
    /// Share of that value which is earned: margin × likelihood.
    pub worth: f64,
    /// What one unit of value earns over the years.
    pub full: S,
    /// What one unit of value earns in year 1.
    pub first: f64,
}

/// How many engineers an opportunity needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Need {
    /// So many.
    Stated(f64),
    /// As many as build, which an input says.
    AsBuild(InputId),
}

impl<S> Opportunity<S> {
    /// Engineers it needs.
    pub fn need(&self, values: &[f64]) -> f64 {
        match self.need {
            Need::Stated(need) => need,
            Need::AsBuild(input) => values[input],
        }
    }

    /// What it earns a year for each engineer it needs; nil where it needs nobody, for then it is
    /// not engineers who are missing.
    pub fn density(&self, values: &[f64]) -> f64 {
        let need = self.need(values);
        if need > 0.0 {
            values[self.value] * self.worth / need
        } else {
            0.0
        }
    }
}

/// The opportunities of a decision.
#[derive(Debug, Clone, Default)]
pub struct Opportunities<S> {
    /// Those that could be filled, best first at likely values.
    pub ranked: Vec<Opportunity<S>>,
}

/// What freed engineers earn.
#[derive(Debug, Clone, Copy)]
pub struct Earned<S> {
    /// In a full year, before the ramp.
    pub annual: f64,
    /// Over the years.
    pub full: S,
    /// In year 1.
    pub first: f64,
}

/// An opportunity that is filled, whole or in part.
#[derive(Debug, Clone, Copy)]
pub struct Filled<'o, S> {
    /// The opportunity.
    pub opportunity: &'o Opportunity<S>,
    /// Engineers it is given.
    pub engineers: f64,
    /// Share of its value that they earn.
    pub share: f64,
}

impl<S: Stream> Opportunities<S> {
    /// What `freed` engineers earn; `None` where there is nothing to earn.
    pub fn fill(&self, freed: f64, point: &Point) -> Option<Earned<S>> {
        if self.ranked.is_empty() {
            return None;
        }
        let mut earned = Earned {
            annual: 0.0,
            full: S::NIL,
            first: 0.0,
        };
        for filled in self.filled(freed, point) {
            let value = point.values[filled.opportunity.value] * filled.share;
            earned.annual += value * filled.opportunity.worth;
            earned.full = earned.full.plus(filled.opportunity.full.times(value));
            earned.first += filled.opportunity.first * value;
        }
        Some(earned)
    }

    /// Every opportunity that `freed` engineers fill, best first.
    pub fn filled<'o>(
        &'o self,
        freed: f64,
        point: &'o Point,
    ) -> impl Iterator<Item = Filled<'o, S>> {
        let mut left = freed;
        (0..self.ranked.len()).map_while(move |rank| {
            if left <= 0.0 {
                return None;
            }
            let place = point.ranking.get(rank).map_or(rank, |place| *place);
            let opportunity = &self.ranked[place];
            let need = opportunity.need(&point.values);
            let engineers = left.min(need);
            left -= engineers;
            Some(Filled {
                opportunity,
                engineers,
                share: if need > 0.0 { engineers / need } else { 0.0 },
            })
        })
    }

    /// Puts the best first at the given values.
    pub fn rank(&mut self, values: &[f64]) {
        self.ranked
            .sort_by(|one, next| next.density(values).total_cmp(&one.density(values)));
    }
}

/// Values of a model's inputs, and which opportunity comes first at them.
#[derive(Debug, Clone, Default)]
pub struct Point {
    /// One value for each input.
    pub values: Vec<f64>,
    /// Places in the model's opportunities, best first; empty where their own order holds.
    ranking: Vec<usize>,
}

impl Point {
    /// The point at which a model's opportunities stand in their own order.
    pub fn at(values: Vec<f64>) -> Point {
        Point {
            values,
            ranking: Vec::new(),
        }
    }

    /// Finds the order of the opportunities anew after values have changed.
    pub fn rank<S>(&mut self, opportunities: &Opportunities<S>) {
        let all = &opportunities.ranked;
        if all.len() < 2 {
            return;
        }
        if self.ranking.len() != all.len() {
            self.ranking = (0..all.len()).collect();
        }
        let values = &self.values;
        let density = |place: usize| all[place].density(values);
        self.ranking
            .sort_by(|one, next| density(*next).total_cmp(&density(*one)));
    }
}
