//! A money model in the making: inputs, and the items that are made of them.

use super::input::{Input, InputId, ONE, Place};
use super::model::{Item, Part};
use super::stream::{Calendar, Stream};
use super::unknown::Unknown;
use crate::decision::{Figure, Line, LineKind};

/// A growth a year as a factor; none where it is not given.
pub(super) fn growth(rate: Option<f64>) -> f64 {
    1.0 + rate.unwrap_or(0.0)
}

/// The share of a ramp in a year from 1 on: the last one holds, and no ramp is all of it.
pub(super) fn ramp_share(ramp: &[f64], year: usize) -> f64 {
    let at = year.min(ramp.len());
    if at == 0 { 1.0 } else { ramp[at - 1] }
}

/// A model in the making.
pub(super) struct Parts<S> {
    pub calendar: Calendar,
    /// Growth of people's cost a year, as a factor.
    pub wages: f64,
    pub inputs: Vec<Input>,
    pub items: Vec<Item<S>>,
    /// The cost of an engineer a year, where it is known.
    pub cost_per_engineer: Option<InputId>,
}

impl<S: Stream> Parts<S> {
    /// A new input.
    pub fn input(&mut self, input: Input) -> InputId {
        self.inputs.push(input);
        self.inputs.len() - 1
    }

    /// A new input, where the figure is given.
    pub fn figure(&mut self, place: Place, figure: &Option<Figure>) -> Option<InputId> {
        figure
            .as_ref()
            .map(|figure| self.input(Input::of(place, figure)))
    }

    /// The same for a field of `money`.
    pub fn money(&mut self, field: &'static str, figure: &Option<Figure>) -> Option<InputId> {
        self.figure(Place::Money(field), figure)
    }

    /// A new item: a product of inputs, with what one unit of it pays in each year.
    pub fn item(
        &mut self,
        part: Part,
        factors: [InputId; 2],
        amount: impl FnMut(usize) -> f64 + Copy,
    ) {
        let mut year = amount;
        self.items.push(Item {
            part,
            factors,
            shape: S::of(&self.calendar, amount),
            first: year(1),
        });
    }

    /// Paid once, in the given year.
    pub fn once(&mut self, part: Part, input: Option<InputId>, when: usize) {
        if let Some(input) = input {
            self.item(part, [input, ONE], move |year| {
                f64::from(u8::from(year == when))
            });
        }
    }

    /// Paid in every year from 1 on, growing by a factor from year 2.
    pub fn yearly(&mut self, part: Part, factors: [InputId; 2], growth: f64) {
        if growth == 1.0 {
            self.item(part, factors, |year| f64::from(u8::from(year > 0)));
        } else {
            self.item(part, factors, move |year| match year {
                0 => 0.0,
                year => growth.powi(year as i32 - 1),
            });
        }
    }

    /// Lines stated year by year, after risk adjustment, each with a factor of its own.
    pub fn lines(&mut self, lines: &[Line], place: impl Fn(usize) -> Place) {
        for (at, line) in lines.iter().enumerate() {
            let factor = self.input(Input::exactly(place(at), 1.0));
            let (part, adjusted) = match line.kind {
                LineKind::Cost => (Part::CostLine, 1.0 + line.risk),
                LineKind::Benefit => (Part::BenefitLine, 1.0 - line.risk),
            };
            self.item(part, [factor, ONE], |year| {
                adjusted * line.amounts.get(year).copied().unwrap_or(0.0)
            });
        }
    }

    /// The cost of people as two factors, where it is known; nobody costs nothing.
    pub fn people(&self, engineers: Option<InputId>) -> Result<[InputId; 2], Unknown> {
        let Some(engineers) = engineers else {
            return Err(Unknown::People);
        };
        match self.cost_per_engineer {
            Some(cost) => Ok([engineers, cost]),
            None if is_nobody(&self.inputs[engineers]) => Ok([engineers, ONE]),
            None => Err(Unknown::CostPerEngineer),
        }
    }
}

/// Whether an input is known to be nil.
fn is_nobody(engineers: &Input) -> bool {
    engineers.likely == 0.0 && engineers.range.is_none()
}
