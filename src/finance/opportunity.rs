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
    /// Whether margin or likelihood is not given.
    pub is_gross: bool,
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
    /// Whether values may differ from the likely ones, so that the order must be found anew.
    pub reorder: bool,
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
    pub fn fill(&self, freed: f64, values: &[f64]) -> Option<Earned<S>> {
        if self.ranked.is_empty() {
            return None;
        }
        let mut earned = Earned {
            annual: 0.0,
            full: S::NIL,
            first: 0.0,
        };
        self.each_filled(freed, values, |filled| {
            let value = values[filled.opportunity.value] * filled.share;
            earned.annual += value * filled.opportunity.worth;
            earned.full = earned.full.plus(filled.opportunity.full.times(value));
            earned.first += filled.opportunity.first * value;
        });
        Some(earned)
    }

    /// Shows every opportunity that `freed` engineers fill, best first.
    pub fn each_filled<'o>(
        &'o self,
        freed: f64,
        values: &[f64],
        mut show: impl FnMut(Filled<'o, S>),
    ) {
        if self.reorder {
            let mut order: Vec<(f64, &Opportunity<S>)> = self
                .ranked
                .iter()
                .map(|one| (one.density(values), one))
                .collect();
            order.sort_by(|one, next| next.0.total_cmp(&one.0));
            take(
                freed,
                values,
                order.into_iter().map(|(_, one)| one),
                &mut show,
            );
        } else {
            take(freed, values, self.ranked.iter(), &mut show);
        }
    }

    /// Puts the best first at the given values.
    pub fn rank(&mut self, values: &[f64]) {
        self.ranked
            .sort_by(|one, next| next.density(values).total_cmp(&one.density(values)));
    }
}

fn take<'o, S: 'o>(
    freed: f64,
    values: &[f64],
    order: impl Iterator<Item = &'o Opportunity<S>>,
    show: &mut impl FnMut(Filled<'o, S>),
) {
    let mut left = freed;
    for opportunity in order {
        let need = opportunity.need(values);
        if left <= 0.0 {
            break;
        }
        if need > 0.0 {
            let engineers = left.min(need);
            left -= engineers;
            show(Filled {
                opportunity,
                engineers,
                share: engineers / need,
            });
        }
    }
}
