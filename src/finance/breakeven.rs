//! Where a case comes to nil: the price at which the option is worth as much as the baseline, the
//! seats at its price, and what building would have to earn a year.
//!
//! What a case is worth is a straight line in each of these, so two runs of the model give the
//! point exactly.

use super::input::{InputId, ONE};
use super::model::{Model, Part};
use super::opportunity::Point;
use super::results::{BreakEven, OptionKind};
use super::tornado::worth;
use crate::decision::FreedPeople;

/// The break-even points of an option that has figures.
pub(super) fn break_even(model: &Model<f64>, option: usize, reading: FreedPeople) -> BreakEven {
    let mut line = Line {
        model,
        option,
        reading,
        point: model.likely(),
    };
    let subscription = factors(model, option, Part::Subscription);
    let price = match subscription {
        Some([price, _]) => line.price(price),
        None => Err("it has no subscription price"),
    };
    let seats = match subscription {
        Some([_, seats]) if seats != ONE => line.price(seats),
        Some(_) => Err("it is not priced by the seat"),
        None => Err("it has no subscription price"),
    };
    let building = model
        .build
        .and_then(|build| factors(model, build, Part::Value));
    let build_value = match building {
        Some([value, _]) => line.value(value),
        None => Err("building is not described"),
    };
    let (price, price_reason) = reasoned(price);
    let (seats, seats_reason) = reasoned(seats);
    let (build_value, build_value_reason) = reasoned(build_value);
    BreakEven {
        reading,
        price,
        price_field: subscription.map(|[price, _]| model.inputs[price].place.pointer()),
        price_reason,
        seats,
        seats_reason,
        build_value,
        build_value_reason,
    }
}

fn reasoned(found: Result<f64, &str>) -> (Option<f64>, Option<String>) {
    match found {
        Ok(found) => (Some(found + 0.0), None),
        Err(reason) => (None, Some(reason.to_string())),
    }
}

/// The inputs of an option's first item of a kind.
fn factors(model: &Model<f64>, option: usize, part: Part) -> Option<[InputId; 2]> {
    let items = &model.items[model.options[option].items.clone()];
    let item = items.iter().find(|item| item.part == part)?;
    Some(item.factors)
}

/// What a case is worth as one input moves and all others stay.
struct Line<'m> {
    model: &'m Model<f64>,
    option: usize,
    reading: FreedPeople,
    point: Point,
}

impl Line<'_> {
    /// Worth at nil and what each unit adds; `None` where the input moves nothing.
    fn slope(&mut self, input: InputId) -> Option<(f64, f64)> {
        let now = self.model.inputs[input].likely;
        let step = if now > 0.0 { now } else { 1.0 };
        let mut at = |value| {
            let point = &mut self.point;
            worth(self.model, self.option, self.reading, input, value, point)
        };
        let (none, some) = (at(0.0)?, at(step)?);
        at(now)?;
        let moved = some - none;
        (moved.abs() > 1e-12 * none.abs().max(some.abs())).then_some((none, moved / step))
    }

    fn price(&mut self, input: InputId) -> Result<f64, &'static str> {
        match self.slope(input) {
            None => Err("the baseline pays the same price"),
            Some((free, slope)) if -free / slope < 0.0 => Err(if slope < 0.0 {
                "it is worth less than the baseline even free of charge"
            } else {
                "it is worth more than the baseline at any price"
            }),
            Some((free, slope)) => Ok(-free / slope),
        }
    }

    fn value(&mut self, input: InputId) -> Result<f64, &'static str> {
        let builds = self.model.options[self.option].kind == OptionKind::Build;
        match self.slope(input) {
            None => Err("what building earns counts on both sides alike"),
            Some((none, slope)) if -none / slope < 0.0 => Err(if builds {
                "building is worth more than the baseline even if it earns nothing"
            } else {
                "building is worth more than this even if it earns nothing"
            }),
            Some((none, slope)) => Ok(-none / slope),
        }
    }
}
