//! The scale of a drawing: its ends and the round values marked on it.

use serde::Serialize;

use crate::display::{Conventions, Currency, Scale};

/// A scale with its marks. Marks are no figures of the decision and need no derivation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// What is measured: "Cumulative cost".
    pub title: String,
    /// What values are counted in where they are written without it.
    pub unit: AxisUnit,
    /// The value at the start.
    pub from: f64,
    /// The value at the end; above `from`.
    pub to: f64,
    /// The marks, in order.
    pub ticks: Vec<Tick>,
}

/// What the values of a scale are counted in: thousands of a currency, say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AxisUnit {
    /// What a scale says it counts in: `$ thousand`, `%`; empty for plain numbers.
    pub label: String,
    /// How much one of it is; above 0.
    pub size: f64,
}

/// A mark on a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// Where it stands.
    pub at: f64,
    /// What is written there.
    pub shown: String,
}

/// How many steps a scale has at most: more than five marks are not read.
const MOST_STEPS: f64 = 5.0;

/// How many steps the scale of a range takes at most: its marks are long and stand side by side.
const MOST_STEPS_AROUND: f64 = 3.0;

impl Axis {
    /// A scale over `values`, from nothing or below to the next round value, with `show` writing its
    /// marks. Values that are not finite are passed over.
    #[must_use]
    pub fn over(
        title: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
        show: impl Fn(f64) -> String,
    ) -> Self {
        let (low, high) = ends(values.into_iter().chain([0.0])).unwrap_or((0.0, 0.0));
        Self::between(title.into(), (low, high), MOST_STEPS, show)
    }

    /// A scale of `values` alone, for what has a range and no length. It starts from nothing where
    /// that is no further off than the values are from each other, for then it is part of the picture.
    fn around(
        title: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
        show: impl Fn(f64) -> String,
    ) -> Self {
        let (low, high) = ends(values.into_iter()).unwrap_or((0.0, 0.0));
        let (low, high) = if low > high - low || -high > high - low {
            (low, high)
        } else {
            (low.min(0.0), high.max(0.0))
        };
        Self::between(title.into(), (low, high), MOST_STEPS_AROUND, show)
    }

    fn between(
        title: String,
        (low, high): (f64, f64),
        steps: f64,
        show: impl Fn(f64) -> String,
    ) -> Self {
        let high = if low < high { high } else { low + 1.0 };
        let step = round_step((high - low) / steps);
        let (first, last) = ((low / step).floor(), (high / step).ceil());
        let ticks = std::iter::successors(Some(first), |at| Some(at + 1.0))
            .take_while(|at| *at <= last)
            .map(|at| at * step);
        let ticks: Vec<Tick> = ticks
            .map(|at| Tick {
                at,
                shown: show(at),
            })
            .collect();
        let unit = AxisUnit {
            label: String::new(),
            size: 1.0,
        };
        Self {
            title,
            unit,
            from: first * step,
            to: last * step,
            ticks,
        }
    }

    /// A scale of money, marked in compact form.
    #[must_use]
    pub fn money(
        title: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
        conventions: Conventions,
        currency: Currency,
    ) -> Self {
        let axis = Self::over(title, values, |at| conventions.money(at, currency));
        axis.counting(currency)
    }

    /// A scale of money for results that have a range and no length.
    #[must_use]
    pub fn money_around(
        title: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
        conventions: Conventions,
        currency: Currency,
    ) -> Self {
        let axis = Self::around(title, values, |at| conventions.money(at, currency));
        axis.counting(currency)
    }

    fn counting(self, currency: Currency) -> Self {
        // Marks far from nothing have as many digits as their size, not as their distance.
        let scale = Scale::for_marks(self.to.max(0.0) - self.from.min(0.0));
        let unit = AxisUnit {
            label: scale.label(currency),
            size: scale.divisor(),
        };
        Self { unit, ..self }
    }

    /// A scale of shares, marked in percent.
    #[must_use]
    pub fn share(
        title: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
        conventions: Conventions,
    ) -> Self {
        let axis = Self::over(title, values, |at| conventions.percent(at));
        let unit = AxisUnit {
            label: "%".to_owned(),
            size: 0.01,
        };
        Self { unit, ..axis }
    }
}

/// The lowest and the highest of some values that are finite.
fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let finite = values.filter(|value| value.is_finite());
    finite.fold(None, |ends, value| {
        let (low, high) = ends.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let factors = [1.0, 2.0, 2.5, 5.0, 10.0];
    let step = factors.iter().map(|factor| factor * power);
    // The last factor always suffices; the tolerance keeps 0.2 ÷ 0.1 from counting as more than 2.
    step.into_iter()
        .find(|step| *step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marks(values: &[f64]) -> Vec<String> {
        let axis = Axis::over("", values.iter().copied(), |at| {
            Conventions::default().number_up_to(at, 3)
        });
        axis.ticks.into_iter().map(|tick| tick.shown).collect()
    }

    #[test]
    fn marks_are_round_and_few() {
        assert_eq!(
            marks(&[0.0, 4_500_000.0]),
            [
                "0",
                "1,000,000",
                "2,000,000",
                "3,000,000",
                "4,000,000",
                "5,000,000"
            ]
        );
        assert_eq!(marks(&[0.22, 0.6]), ["0", "0.2", "0.4", "0.6"]);
        assert_eq!(
            marks(&[-30.0, 70.0]),
            ["−40", "−20", "0", "20", "40", "60", "80"]
        );
        assert_eq!(marks(&[]), ["0", "0.2", "0.4", "0.6", "0.8", "1"]);
        assert_eq!(marks(&[f64::NAN, 1.0]), marks(&[1.0]));
    }

    #[test]
    fn a_range_far_from_nothing_has_a_scale_of_its_own() {
        let usd = Currency::from_code("USD").unwrap();
        let marks = |values: [f64; 2]| {
            let axis = Axis::money_around("", values, Conventions::default(), usd);
            let shown = axis.ticks.into_iter().map(|tick| tick.shown);
            (shown.collect::<Vec<_>>().join(" "), axis.unit.label)
        };
        let far = ("$5M $6M $7M $8M $9M", "$\u{a0}million");
        let (shown, unit) = marks([5.52e6, 8.51e6]);
        assert_eq!((shown.as_str(), unit.as_str()), far);
        assert_eq!(marks([1.5e6, 3.7e6]).0, "$0 $2M $4M");
        assert_eq!(marks([-77e3, 183e3]).0, "−$100k $0 $100k $200k");
        assert_eq!(
            marks([-9.3e6, -8.7e6]).0,
            "−$9.4M −$9.2M −$9M −$8.8M −$8.6M"
        );
    }

    proptest! {
        /// Every value lies on the scale, and the marks stay readable.
        #[test]
        fn a_scale_holds_its_values(values in prop::collection::vec(-1e12..1e12_f64, 1..20)) {
            let axis = Axis::over("", values.iter().copied(), |at| at.to_string());
            prop_assert!(axis.from < axis.to && axis.ticks.len() <= 8);
            for value in values {
                let slack = (axis.to - axis.from) * 1e-9;
                prop_assert!(axis.from - slack <= value && value <= axis.to + slack);
            }
        }
    }
}
