//! A plain number as grouped decimal digits: the base every other figure is written on.
//!
//! Rounding works on the shortest decimal text that names the number, not on its binary value, so
//! 2.5 becomes 3, 1.005 becomes 1.01 and 0.285 becomes 0.29, as a reader who checks the sum expects.

use super::{Conventions, MINUS, NO_FIGURE};

/// A number rounded to a fixed count of decimals, sign and digits apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rounded {
    /// Whether a minus sign belongs before it; never where all digits are 0.
    pub negative: bool,
    /// Digits before the decimal mark, at least one, without leading zeros.
    pub whole: String,
    /// Digits after the decimal mark, as many as were asked for.
    pub fraction: String,
}

impl Rounded {
    /// Rounds `value` to `decimals` places, half away from zero; `None` where it is not finite.
    pub(super) fn new(value: f64, decimals: usize) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = value.abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut digits: Vec<u8> = whole.bytes().map(|digit| digit - b'0').collect();
        let kept = fraction
            .bytes()
            .chain(std::iter::repeat(b'0'))
            .take(decimals);
        digits.extend(kept.map(|digit| digit - b'0'));
        if fraction
            .as_bytes()
            .get(decimals)
            .is_some_and(|digit| *digit >= b'5')
        {
            add_one(&mut digits);
        }
        let negative = value < 0.0 && digits.iter().any(|digit| *digit != 0);
        let mut text: String = digits
            .iter()
            .map(|digit| char::from(b'0' + digit))
            .collect();
        let fraction = text.split_off(text.len() - decimals);
        Some(Self {
            negative,
            whole: text,
            fraction,
        })
    }

    /// The same number without zeros at the end of its fraction.
    pub(super) fn trimmed(mut self) -> Self {
        self.fraction
            .truncate(self.fraction.trim_end_matches('0').len());
        self
    }

    /// The digits with thousands grouped, without the sign.
    pub(super) fn unsigned(&self, conventions: Conventions) -> String {
        let mark = conventions.decimal_mark;
        let mut text = String::with_capacity(self.whole.len() * 2 + self.fraction.len());
        for (at, digit) in self.whole.chars().enumerate() {
            if at > 0 && (self.whole.len() - at).is_multiple_of(3) {
                text.push(mark.grouping());
            }
            text.push(digit);
        }
        if !self.fraction.is_empty() {
            text.push(mark.decimal());
            text.push_str(&self.fraction);
        }
        text
    }

    /// The sign as text: a minus sign or nothing.
    pub(super) fn sign(&self) -> String {
        if self.negative {
            MINUS.to_string()
        } else {
            String::new()
        }
    }
}

/// Adds one to the last digit and carries; a number of nines grows by a digit.
fn add_one(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
}

impl Conventions {
    /// A number with exactly `decimals` places: `1,234.50`.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        self.signed(Rounded::new(value, decimals))
    }

    /// A number with at most `decimals` places, zeros at the end left off: `1,234.5`.
    #[must_use]
    pub fn number_up_to(self, value: f64, decimals: usize) -> String {
        self.signed(Rounded::new(value, decimals).map(Rounded::trimmed))
    }

    /// Sign and digits together, or [`NO_FIGURE`].
    pub(super) fn signed(self, rounded: Option<Rounded>) -> String {
        rounded.map_or_else(
            || NO_FIGURE.to_owned(),
            |number| number.sign() + &number.unsigned(self),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Conventions, DecimalMark};
    use proptest::prelude::*;

    #[test]
    fn rounds_half_away_from_zero_on_the_decimal_digits() {
        let house = Conventions::default();
        let cases = [
            (1.005, 2, "1.01"),
            (0.285, 2, "0.29"),
            (2.5, 0, "3"),
            (-2.5, 0, "\u{2212}3"),
            (0.5, 0, "1"),
            (999.95, 1, "1,000.0"),
            (1_234_567.891, 2, "1,234,567.89"),
            (0.0, 2, "0.00"),
            (-0.0, 0, "0"),
            (-0.004, 2, "0.00"),
            (1e21, 0, "1,000,000,000,000,000,000,000"),
        ];
        for (value, decimals, shown) in cases {
            assert_eq!(
                house.number(value, decimals),
                shown,
                "{value} with {decimals}"
            );
        }
    }

    #[test]
    fn a_decimal_comma_swaps_both_marks() {
        let comma = Conventions {
            decimal_mark: DecimalMark::Comma,
            ..Conventions::default()
        };
        assert_eq!(comma.number(1_234_567.5, 2), "1.234.567,50");
        assert_eq!(comma.number_up_to(1_234_567.5, 2), "1.234.567,5");
    }

    #[test]
    fn what_is_no_number_is_not_printed_as_one() {
        let house = Conventions::default();
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(house.number(value, 2), "n/a");
            assert_eq!(house.number_up_to(value, 0), "n/a");
        }
    }

    proptest! {
        /// What is shown, read back, is within half a unit of the last place shown.
        #[test]
        fn the_shown_number_is_the_number(value in -1e12..1e12_f64, decimals in 0..4_usize) {
            let shown = Conventions::default().number(value, decimals);
            let plain: String =
                shown.replace(super::MINUS, "-").chars().filter(|c| *c != ',').collect();
            let read: f64 = plain.parse().unwrap();
            let half = 0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap());
            prop_assert!((read - value).abs() <= half * (1.0 + 1e-9) + value.abs() * 1e-15);
            prop_assert!(!plain.starts_with("-0") || plain.bytes().any(|b| (b'1'..=b'9').contains(&b)));
        }
    }
}
