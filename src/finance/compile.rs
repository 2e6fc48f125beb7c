//! From a decision to its money model: each field of the format that bears on money becomes an
//! item, an input or a rate here, and nowhere else.

use super::OptionKind;
use super::input::{Input, InputId, ONE, Place};
use super::model::{Head, Model, OptionModel, Part};
use super::opportunity::{Need, Opportunities, Opportunity};
use super::parts::{Parts, growth, ramp_share};
use super::stream::Stream;
use super::terms::{BaselineRef, Terms, headline};
use super::unknown::Unknown;
use crate::decision::{Alternative, Build, Decision};
use std::ops::Range;

impl<S: Stream> Model<S> {
    /// The money model of a decision.
    pub fn new(decision: &Decision, terms: &Terms) -> Model<S> {
        let calendar = terms.calendar(decision);
        let mut parts = Parts {
            wages: growth(decision.money.wage_growth),
            calendar,
            inputs: Vec::with_capacity(
                8 + 5 * decision.alternatives.len() + decision.opportunities.len(),
            ),
            items: Vec::with_capacity(8 + 8 * decision.alternatives.len()),
            cost_per_engineer: None,
        };
        parts.inputs.push(Input::exactly(Place::One, 1.0));
        parts.cost_per_engineer =
            parts.money("cost_per_engineer", &decision.money.cost_per_engineer);
        let release = parts.money("release_cost", &decision.money.release_cost);

        let mut options = Vec::with_capacity(2 + 2 * decision.alternatives.len());
        let built = decision.build.as_ref().map(|build| parts.build(build));
        options.extend(built.as_ref().map(|built| built.option.clone()));
        let first_bought = options.len();
        for (at, alternative) in decision.alternatives.iter().enumerate() {
            let bought = parts.bought(at, alternative);
            options.push(bought);
        }
        if decision.components.iter().any(sets_apart) {
            for (at, alternative) in decision.alternatives.iter().enumerate() {
                let bought = options[first_bought + at].clone();
                let earns = built.as_ref().map(|built| built.option.items.clone());
                options.push(parts.hybrid(&bought, alternative, earns));
            }
        }
        let nothing = options.len();
        options.push(OptionModel {
            kind: OptionKind::Nothing,
            alternative: None,
            items: 0..0,
            engineers: Head::Nobody,
            overlap: 0.0,
            unknown: None,
        });
        let opportunities =
            parts.opportunities(decision, built.as_ref().map(|b| b.option.engineers));
        Model {
            calendar,
            opportunities,
            baseline: match BaselineRef::of(decision) {
                BaselineRef::Build => 0,
                BaselineRef::Nothing => nothing,
                BaselineRef::Alternative(at) => first_bought + at,
            },
            build: built.as_ref().map(|_| 0),
            release,
            leaving: built.and_then(|built| built.leaving),
            headline: headline(decision),
            units: [S::unit(&calendar, 0), S::unit(&calendar, 1)],
            inputs: parts.inputs,
            items: parts.items,
            options,
        }
    }
}

/// Whether a component is known to set the firm apart.
fn sets_apart(component: &crate::decision::Component) -> bool {
    component.hard_to_replicate == Some(true) && component.matters_to_customers == Some(true)
}

struct Built {
    option: OptionModel,
    leaving: Option<InputId>,
}

impl<S: Stream> Parts<S> {
    fn build(&mut self, build: &Build) -> Built {
        let start = self.items.len();
        let [engineers, paid, one_off, other, value, leaving] = [
            ("engineers", &build.engineers),
            ("annual_people_cost", &build.annual_people_cost),
            ("one_off", &build.one_off),
            ("annual_other", &build.annual_other),
            ("annual_value", &build.annual_value),
            ("exit_cost", &build.exit_cost),
        ]
        .map(|(field, figure)| self.figure(Place::Build(field), figure));
        self.once(Part::OneOff, one_off, 0);
        let people = match paid {
            Some(paid) => Ok([paid, ONE]),
            None => self.people(engineers),
        };
        if let Ok(factors) = people {
            self.yearly(Part::People, factors, self.wages);
        }
        if let Some(other) = other {
            self.yearly(Part::Other, [other, ONE], 1.0);
        }
        // Counted as nil where it is not given, so that the value it would need can be looked for.
        let nil = Input::exactly(Place::Build("annual_value"), 0.0);
        let value = value.unwrap_or_else(|| self.input(nil));
        let ramp = &build.ramp[..];
        self.item(Part::Value, [value, ONE], |year| match year {
            0 => 0.0,
            year => ramp_share(ramp, year),
        });
        self.lines(&build.lines, Place::BuildLine);
        let option = OptionModel {
            kind: OptionKind::Build,
            alternative: None,
            items: start..self.items.len(),
            engineers: engineers.map_or(Head::Unknown, Head::Of),
            overlap: 0.0,
            unknown: people.err().filter(|_| build.lines.is_empty()),
        };
        Built { option, leaving }
    }

    fn bought(&mut self, at: usize, alternative: &Alternative) -> OptionModel {
        let start = self.items.len();
        let [one_off, a_year, per_seat, seats, exit] = [
            ("one_off", &alternative.one_off),
            ("annual_cost", &alternative.annual_cost),
            ("per_seat", &alternative.per_seat),
            ("seats", &alternative.seats),
            ("exit_cost", &alternative.exit_cost),
        ]
        .map(|(field, figure)| self.figure(Place::Alternative(at, field), figure));
        self.once(Part::OneOff, one_off, 0);
        let escalator = growth(alternative.price_escalator);
        let price = match (a_year, per_seat, seats) {
            (Some(a_year), ..) => Some(([a_year, ONE], escalator)),
            (None, Some(price), Some(seats)) => {
                Some(([price, seats], escalator * growth(alternative.seat_growth)))
            }
            _ => None,
        };
        if let Some((factors, growth)) = price {
            self.yearly(Part::Subscription, factors, growth);
        }
        self.once(Part::Exit, exit, self.calendar.years);
        self.lines(&alternative.lines, |line| Place::AlternativeLine(at, line));
        let known = price.is_some() || !alternative.lines.is_empty();
        OptionModel {
            kind: OptionKind::Buy,
            alternative: Some(at),
            items: start..self.items.len(),
            engineers: Head::Nobody,
            overlap: alternative.overlap_months.unwrap_or(0.0) / 12.0,
            unknown: (!known).then_some(Unknown::Price),
        }
    }

    /// What is bought, with our own people on top, who keep what building earns.
    fn hybrid(
        &mut self,
        bought: &OptionModel,
        alternative: &Alternative,
        building: Option<Range<usize>>,
    ) -> OptionModel {
        let at = bought.alternative.unwrap_or_default();
        let start = self.items.len();
        self.items.extend_from_within(bought.items.clone());
        let engineers = self.figure(Place::Alternative(at, "engineers"), &alternative.engineers);
        let people = self.people(engineers).map_err(|unknown| match unknown {
            Unknown::People => Unknown::Keepers,
            other => other,
        });
        if let Ok(factors) = people {
            self.yearly(Part::People, factors, self.wages);
        }
        for item in building.into_iter().flatten() {
            let item = self.items[item];
            if item.part.is_benefit() {
                self.items.push(item);
            }
        }
        OptionModel {
            kind: OptionKind::Hybrid,
            items: start..self.items.len(),
            engineers: engineers.map_or(Head::Unknown, Head::Of),
            unknown: bought.unknown.or(people.err()),
            ..bought.clone()
        }
    }

    fn opportunities(&mut self, decision: &Decision, building: Option<Head>) -> Opportunities<S> {
        let mut ranked = Vec::with_capacity(decision.opportunities.len());
        for (index, opportunity) in decision.opportunities.iter().enumerate() {
            let need = match (opportunity.engineers, building) {
                (Some(need), _) => Need::Stated(need),
                (None, Some(Head::Of(input))) => Need::AsBuild(input),
                _ => continue,
            };
            let Some(value) = self.figure(Place::Opportunity(index), &opportunity.annual_value)
            else {
                continue;
            };
            let worth = opportunity.margin.unwrap_or(1.0) * opportunity.likelihood.unwrap_or(1.0);
            let ramp = &opportunity.ramp[..];
            ranked.push(Opportunity {
                index,
                value,
                need,
                worth,
                full: S::of(&self.calendar, |year| match year {
                    0 => 0.0,
                    year => worth * ramp_share(ramp, year),
                }),
                first: worth * ramp_share(ramp, 1),
            });
        }
        let mut opportunities = Opportunities { ranked };
        if opportunities.ranked.len() > 1 {
            let values: Vec<f64> = self.inputs.iter().map(|input| input.likely).collect();
            opportunities.rank(&values);
        }
        opportunities
    }
}
