//! The money model as data: what an option costs and earns is a list of items, each the product
//! of at most two inputs and a shape over the years. Point estimate, simulation, tornado,
//! break-even and flip search all run this one model; they only differ in the values they give
//! the inputs.

use super::OptionKind;
use super::input::{Input, InputId, ONE};
use super::opportunity::{Opportunities, Point};
use super::stream::{Calendar, Stream};
use super::unknown::Unknown;
use crate::decision::FreedPeople;
use std::ops::Range;

/// A decision's money, ready to be run; `S` is the form its results take.
#[derive(Debug, Clone)]
pub struct Model<S> {
    /// Years and discounting.
    pub calendar: Calendar,
    /// Every input; the first is the number one.
    pub inputs: Vec<Input>,
    /// The items of all options, one option after another.
    pub items: Vec<Item<S>>,
    /// The options: build, alternatives bought, hybrids, nothing.
    pub options: Vec<OptionModel>,
    /// What freed engineers could earn.
    pub opportunities: Opportunities<S>,
    /// The option that all others are set against.
    pub baseline: usize,
    /// Building, where it is an option.
    pub build: Option<usize>,
    /// What releasing people costs.
    pub release: Option<InputId>,
    /// What taking the built thing out of service costs.
    pub leaving: Option<InputId>,
    /// The reading of freed people in the headline.
    pub headline: FreedPeople,
    /// One unit of money now, and one at the end of year 1.
    pub units: [S; 2],
}

/// What an item stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Paid once, in year 0.
    OneOff,
    /// People, every year.
    People,
    /// Other running cost, every year.
    Other,
    /// The price of a subscription, every year.
    Subscription,
    /// What leaving costs, in the last year.
    Exit,
    /// What the built thing earns.
    Value,
    /// A stated line of cost.
    CostLine,
    /// A stated line of benefit.
    BenefitLine,
}

impl Part {
    /// Whether it is earned, not paid.
    pub fn is_benefit(self) -> bool {
        matches!(self, Part::Value | Part::BenefitLine)
    }
}

/// A product of two inputs and a shape over the years.
#[derive(Debug, Clone, Copy)]
pub struct Item<S> {
    /// What it stands for.
    pub part: Part,
    /// The inputs that are multiplied.
    pub factors: [InputId; 2],
    /// What one unit of that product pays over the years.
    pub shape: S,
    /// What one unit of that product pays in year 1.
    pub first: f64,
}

/// An option: its items, its people, and how it is moved to.
#[derive(Debug, Clone)]
pub struct OptionModel {
    /// What it is.
    pub kind: OptionKind,
    /// The alternative it rests on.
    pub alternative: Option<usize>,
    /// Its items in the model.
    pub items: Range<usize>,
    /// Who works on it.
    pub engineers: Head,
    /// Share of year 1 in which the baseline still runs.
    pub overlap: f64,
    /// What is not known, where that leaves it without figures.
    pub unknown: Option<Unknown>,
}

/// How many engineers an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// None.
    Nobody,
    /// As many as an input says.
    Of(InputId),
    /// Not known.
    Unknown,
}

impl Head {
    /// The number, where it is known.
    pub fn count(self, values: &[f64]) -> Option<f64> {
        match self {
            Head::Nobody => Some(0.0),
            Head::Of(input) => Some(values[input]),
            Head::Unknown => None,
        }
    }
}

impl<S: Stream> Model<S> {
    /// The likely value of every input.
    pub fn likely(&self) -> Point {
        Point::at(self.inputs.iter().map(|input| input.likely).collect())
    }

    /// Engineers of `against` less those of `option`.
    pub fn freed(&self, option: usize, against: usize, values: &[f64]) -> Option<f64> {
        let before = self.options[against].engineers.count(values)?;
        let after = self.options[option].engineers.count(values)?;
        Some(before - after)
    }

    /// Whether what an option's people cost is known apart from its other costs.
    pub fn pays_people(&self, option: usize) -> bool {
        self.items[self.options[option].items.clone()]
            .iter()
            .any(|item| item.part == Part::People)
    }

    /// The inputs that bear on an option set against another, in a reading; each once, in order.
    pub fn inputs_of(&self, option: usize, against: usize, reading: FreedPeople) -> Vec<InputId> {
        let mut all: Vec<InputId> = Vec::new();
        for side in [option, against] {
            let items = &self.items[self.options[side].items.clone()];
            all.extend(items.iter().flat_map(|item| item.factors));
            if let Head::Of(engineers) = self.options[side].engineers {
                all.push(engineers);
            }
        }
        if self.options[against].kind == OptionKind::Build {
            all.extend(self.leaving);
        }
        match reading {
            FreedPeople::Released => all.extend(self.release),
            FreedPeople::Redeployed => {
                all.extend(self.opportunities.ranked.iter().map(|one| one.value));
            }
        }
        all.retain(|input| *input != ONE);
        all.sort_unstable();
        all.dedup();
        all
    }
}
