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

impl Axis {
    /// A scale over `values`, from nothing or below to the next round value, with `show` writing its
    /// marks. Values that are not finite are passed over.
    #[must_use]
    pub fn over(
        title: impl Into<String>,
        values: impl IntoIterator<Item = f64>,
        show: impl Fn(f64) -> String,
    ) -> Self {
        let finite = values.into_iter().filter(|value| value.is_finite());
        let (low, high) = finite.fold((0.0_f64, 0.0_f64), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let high = if low < high { high } else { low + 1.0 };
        let step = round_step((high - low) / MOST_STEPS);
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
            title: title.into(),
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
        let scale = Scale::for_marks(axis.to - axis.from);
        let unit = AxisUnit {
            label: scale.label(currency),
            size: scale.divisor(),
        };
        Self { unit, ..axis }
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
