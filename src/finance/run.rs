//! Running the model: what an option costs and earns by itself, what moving to it costs, and what
//! it is worth set against another, in both readings of freed people.

use super::OptionKind;
use super::model::{Model, Part};
use super::opportunity::Point;
use super::stream::Stream;
use crate::decision::FreedPeople;

/// What an option costs and earns by itself.
#[derive(Debug, Clone, Copy)]
pub struct Totals<S> {
    /// All costs.
    pub costs: S,
    /// All benefits.
    pub benefits: S,
    /// The part of the costs that is people.
    pub people: S,
    /// Costs of year 1.
    pub first: f64,
    /// Running costs of year 1: all but leaving.
    pub running: f64,
    /// People's cost in year 1.
    pub people_first: f64,
}

/// What moving from a baseline to an option costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Switching {
    /// Baseline's costs while it still runs, in year 1.
    pub overlap: f64,
    /// Share of year 1 in which it does.
    pub overlap_share: f64,
    /// Taking the built baseline out of service, in year 0.
    pub leaving: f64,
}

/// An option set against another.
#[derive(Debug, Clone, Copy)]
pub struct CaseRun<S> {
    /// The option's costs, moving to it and releasing people included.
    pub costs: S,
    /// Its benefits, the baseline's costs avoided, less the baseline's benefits forgone.
    pub benefits: S,
    /// What it is worth, freed people read as released.
    pub released: S,
    /// What it is worth, freed people read as redeployed.
    pub redeployed: Option<S>,
    /// What releasing people costs.
    pub release: f64,
}

impl<S: Stream> CaseRun<S> {
    /// What the option is worth in a reading; where nobody can be redeployed, there is one.
    pub fn worth(&self, reading: FreedPeople) -> S {
        match (reading, self.redeployed) {
            (FreedPeople::Redeployed, Some(redeployed)) => redeployed,
            _ => self.released,
        }
    }
}

impl<S: Stream> Model<S> {
    /// What an option costs and earns by itself.
    pub fn totals(&self, option: usize, values: &[f64]) -> Totals<S> {
        let mut totals = Totals {
            costs: S::NIL,
            benefits: S::NIL,
            people: S::NIL,
            first: 0.0,
            running: 0.0,
            people_first: 0.0,
        };
        for item in &self.items[self.options[option].items.clone()] {
            let size = values[item.factors[0]] * values[item.factors[1]];
            let stream = item.shape.times(size);
            let first = item.first * size;
            if item.part.is_benefit() {
                totals.benefits = totals.benefits.plus(stream);
                continue;
            }
            totals.costs = totals.costs.plus(stream);
            totals.first += first;
            if item.part != Part::Exit {
                totals.running += first;
            }
            if item.part == Part::People {
                totals.people = totals.people.plus(stream);
                totals.people_first += first;
            }
        }
        totals
    }

    /// What moving to `option` costs where `against` runs, whose own totals are `base`.
    pub fn switching(
        &self,
        option: usize,
        against: usize,
        base: &Totals<S>,
        values: &[f64],
    ) -> Switching {
        let (to, from) = (&self.options[option], &self.options[against]);
        // A product does not run beside itself.
        let same = to.alternative.is_some() && to.alternative == from.alternative;
        let overlap_share = if same || option == against {
            0.0
        } else {
            to.overlap
        };
        let leaves = from.kind == OptionKind::Build && option != against;
        Switching {
            overlap: base.first * overlap_share,
            overlap_share,
            leaving: match self.leaving {
                Some(input) if leaves => values[input],
                _ => 0.0,
            },
        }
    }

    /// An option's own costs and what moving to it costs.
    pub fn costs(&self, own: &Totals<S>, switching: &Switching) -> S {
        own.costs
            .plus(self.units[1].times(switching.overlap))
            .plus(self.units[0].times(switching.leaving))
    }

    /// `option` set against another option, whose own totals are `base`; `None` where one of the
    /// two has no figures.
    pub fn case(
        &self,
        option: usize,
        against: usize,
        base: &Totals<S>,
        point: &Point,
    ) -> Option<CaseRun<S>> {
        let values = &point.values;
        if self.options[option].unknown.is_some() || self.options[against].unknown.is_some() {
            return None;
        }
        let own = self.totals(option, values);
        let switching = self.switching(option, against, base, values);
        let freed = self.freed(option, against, values);
        let frees = freed.map_or(base.people_first > own.people_first, |freed| freed > 0.0);
        let release = match self.release {
            Some(input) if frees => values[input],
            _ => 0.0,
        };
        let moving = self.costs(&own, &switching);
        let costs = moving.plus(self.units[0].times(release));
        let gains = own.benefits.plus(base.costs);
        Some(CaseRun {
            costs,
            benefits: gains.less(base.benefits),
            released: gains.less(base.benefits.plus(costs)),
            redeployed: freed.and_then(|freed| {
                let (more, less) = self.redeployment(freed, against, base, &switching, point)?;
                Some(gains.plus(more).less(base.benefits.plus(moving).plus(less)))
            }),
            release,
        })
    }

    /// What redeploying freed engineers adds and what it takes away, beside what releasing them
    /// would: they earn, and their cost goes on. While old and new overlap they are not yet free,
    /// and their part of the overlap is paid already.
    fn redeployment(
        &self,
        freed: f64,
        against: usize,
        base: &Totals<S>,
        switching: &Switching,
        point: &Point,
    ) -> Option<(S, S)> {
        if freed <= 0.0 || !self.pays_people(against) {
            return None;
        }
        let share = freed / self.options[against].engineers.count(&point.values)?;
        let earned = self.opportunities.fill(freed, point)?;
        let year_1 = |amount: f64| self.units[1].times(amount * switching.overlap_share);
        let kept = base.people.times(share);
        Some((
            earned.full.plus(year_1(base.people_first * share)),
            kept.plus(year_1(earned.first)),
        ))
    }
}
