//! Footing: a column of money whose lines add up to its total *as displayed*.
//!
//! Rounding each line and the total apart can leave a visible difference of a unit or more. Nobody
//! who adds up a column should have to wonder, and no line is bent to hide the difference: where the
//! shown lines do not add up, the table carries a rounding note.

use super::number::Rounded;
use super::{Conventions, Scale};

/// Whether the shown lines add up to the shown total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footing {
    /// They add up to the digit.
    AddsUp,
    /// They differ by no more than rounding explains: the table needs a rounding note.
    NeedsRoundingNote,
    /// They differ by more than rounding explains: the total is not the total of these lines.
    DoesNotAddUp,
}

/// A column as displayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footed {
    /// The lines, in the order given.
    pub lines: Vec<String>,
    /// The total.
    pub total: String,
    /// Whether the lines add up to it.
    pub footing: Footing,
}

impl Conventions {
    /// Displays a column of money and its total at one scale, and says whether it foots. A line that
    /// is no figure adds nothing; a total that is no figure foots with nothing.
    #[must_use]
    pub fn foot(self, lines: &[f64], total: f64, scale: Scale) -> Footed {
        Footed {
            lines: lines
                .iter()
                .map(|line| self.money_at(*line, scale))
                .collect(),
            total: self.money_at(total, scale),
            footing: footing(lines, total, scale),
        }
    }
}

/// Compares the sum of the rounded lines with the rounded total, in last places shown.
fn footing(lines: &[f64], total: f64, scale: Scale) -> Footing {
    let finite: Vec<f64> = lines
        .iter()
        .copied()
        .filter(|line| line.is_finite())
        .collect();
    let Some(shown_total) = last_places(total, scale) else {
        return Footing::DoesNotAddUp;
    };
    let shown_sum = finite
        .iter()
        .filter_map(|line| last_places(*line, scale))
        .fold(0_i128, i128::saturating_add);
    let difference = shown_total.saturating_sub(shown_sum).unsigned_abs();
    // Each line and the total are off by at most half a last place.
    let explained = (finite.len() as u128).div_ceil(2).max(1);
    match difference {
        0 => Footing::AddsUp,
        difference if difference <= explained => Footing::NeedsRoundingNote,
        _ => Footing::DoesNotAddUp,
    }
}

/// An amount as shown, as a whole number of last places; `None` where it is no figure or beyond
/// what 38 digits hold.
fn last_places(amount: f64, scale: Scale) -> Option<i128> {
    let rounded = Rounded::new(amount / scale.divisor(), scale.decimals())?;
    let digits: i128 = format!("{}{}", rounded.whole, rounded.fraction)
        .parse()
        .ok()?;
    Some(if rounded.negative { -digits } else { digits })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_column_that_adds_up_says_so() {
        let footed = Conventions::default().foot(
            &[0.0, 1_500_000.0, -180_000.0],
            1_320_000.0,
            Scale::Thousands,
        );
        assert_eq!(footed.lines, ["0", "1,500", "(180)"]);
        assert_eq!(footed.total, "1,320");
        assert_eq!(footed.footing, Footing::AddsUp);
    }

    #[test]
    fn rounding_is_owned_up_to_and_an_error_is_not_called_rounding() {
        let house = Conventions::default();
        let thirds = [333.4, 333.4, 333.4];
        assert_eq!(
            house.foot(&thirds, 1_000.2, Scale::Units).footing,
            Footing::NeedsRoundingNote
        );
        assert_eq!(
            house.foot(&thirds, 1_004.0, Scale::Units).footing,
            Footing::DoesNotAddUp
        );
        assert_eq!(
            house.foot(&thirds, f64::NAN, Scale::Units).footing,
            Footing::DoesNotAddUp
        );
        assert_eq!(house.foot(&[], 0.0, Scale::Units).footing, Footing::AddsUp);
    }

    proptest! {
        /// A true total is never called wrong, and `AddsUp` means that the printed text adds up.
        #[test]
        fn a_true_total_foots_or_is_explained(lines in prop::collection::vec(-1e9..1e9_f64, 0..12)) {
            let house = Conventions::default();
            let footed = house.foot(&lines, lines.iter().sum(), Scale::Thousands);
            prop_assert_ne!(footed.footing, Footing::DoesNotAddUp);
            let read = |shown: &str| -> i64 {
                let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
                let size: i64 = digits.parse().unwrap();
                if shown.starts_with('(') { -size } else { size }
            };
            let sum: i64 = footed.lines.iter().map(|line| read(line)).sum();
            prop_assert_eq!(sum == read(&footed.total), footed.footing == Footing::AddsUp);
        }
    }
}
