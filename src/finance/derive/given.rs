//! Inputs: numbers that stand in the decision, with where they came from.

use super::{Derivation, Explainer, How, Measure, Origin};
use crate::decision::read::{Choose, Path, Read, Visit};
use crate::decision::{Decision, Figure, Unit};
use std::collections::HashMap;

/// Every number of a decision by its place, and the places of its figures in order.
#[derive(Default)]
pub(super) struct Inputs {
    all: HashMap<String, (Unit, Figure)>,
    /// The places of the figures, in the order of the format.
    pub figures: Vec<String>,
}

impl Inputs {
    /// The numbers of a decision.
    pub fn of(decision: &Decision) -> Inputs {
        let mut inputs = Inputs::default();
        let mut decision = decision.clone();
        decision.walk(Unit::Plain, &mut Path::default(), &mut inputs);
        inputs
    }
}

impl Visit for Inputs {
    fn yes_no(&mut self, _: &Path, _: &mut Option<bool>) {}
    fn flag(&mut self, _: &Path, _: &mut bool) {}
    fn choice(&mut self, _: &Path, _: &mut dyn Choose) {}

    fn figure(&mut self, path: &Path, unit: Unit, slot: &mut Option<Figure>) {
        if let Some(figure) = slot {
            self.figures.push(path.pointer());
            self.all.insert(path.pointer(), (unit, figure.clone()));
        }
    }

    fn number(&mut self, path: &Path, unit: Unit, slot: &mut Option<f64>) {
        if let Some(value) = *slot {
            self.all
                .insert(path.pointer(), (unit, Figure::exactly(value)));
        }
    }
}

impl Explainer<'_> {
    /// A number that stands in the decision.
    pub(super) fn given(&self, place: &str) -> Option<Derivation> {
        let (unit, figure) = self.inputs.all.get(place)?;
        let node = self.node(
            label(place),
            measure(*unit),
            Some(figure.likely),
            How::Given,
            Vec::new(),
        );
        Some(Derivation {
            origin: Some(self.origin(place, figure)),
            ..node.named(place)
        })
    }

    /// An input, or what stands for it where it is not given.
    pub(super) fn input(&self, place: &str, measure: Measure, absent: Absent) -> Derivation {
        let (how, value) = match absent {
            Absent::Nil => (How::Nil, 0.0),
            Absent::Is(value) => (How::Default, value),
        };
        self.given(place).unwrap_or_else(|| {
            let node = self.node(label(place), measure, Some(value), how, Vec::new());
            node.named(place)
        })
    }

    /// Where a figure came from; what an alternative says of itself as a whole counts for its
    /// figures that say nothing of their own.
    fn origin(&self, place: &str, figure: &Figure) -> Origin {
        let whole = place
            .strip_prefix("/alternatives/")
            .and_then(|rest| rest.split('/').next()?.parse::<usize>().ok())
            .and_then(|at| self.decision.alternatives.get(at))
            .filter(|_| figure.source.is_none() && figure.as_of.is_none());
        let source = figure.source.clone();
        let as_of = figure.as_of.or(whole.and_then(|whole| whole.as_of));
        Origin {
            place: place.to_string(),
            source: source.or_else(|| whole.and_then(|whole| whole.source.clone())),
            as_of: as_of.map(|day| self.house.date_iso(day)),
            owner: figure.owner.clone(),
            range: figure.range,
        }
    }
}

/// What stands for an input that is not given.
#[derive(Debug, Clone, Copy)]
pub(super) enum Absent {
    /// Nil.
    Nil,
    /// What policy or format say.
    Is(f64),
}

fn measure(unit: Unit) -> Measure {
    match unit {
        Unit::Money => Measure::Money,
        Unit::Share | Unit::Growth => Measure::Percent,
        Unit::Months | Unit::MonthsOfYear => Measure::Months,
        Unit::Horizon => Measure::Years,
        _ => Measure::Number,
    }
}

/// The name of an input: the last word of its place.
fn label(place: &str) -> String {
    let words: Vec<&str> = place.split('/').skip(1).collect();
    match words[..] {
        [.., "amounts", year] => format!("stated amount of year {year}"),
        [.., "ramp", year] => match year.parse::<usize>() {
            Ok(year) => format!("share earned in year {}", year + 1),
            Err(_) => "ramp".into(),
        },
        _ => {
            let named = words
                .iter()
                .rev()
                .find(|word| word.parse::<usize>().is_err());
            named.map_or(String::new(), |word| word.replace('_', " "))
        }
    }
}
