//! The unit of a table of money.

use super::{Currency, NO_BREAK_SPACE};

/// The unit a table states its money in, once, above the column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Whole units of the currency.
    Units,
    /// Thousands, without decimals.
    Thousands,
    /// Millions, with one decimal.
    Millions,
}

impl Scale {
    /// The scale that keeps the largest of `amounts` to six digits at most, so that a table stays
    /// narrow and no cell claims a precision that an estimate cannot have.
    #[must_use]
    pub fn for_amounts(amounts: &[f64]) -> Self {
        let largest = amounts.iter().filter(|amount| amount.is_finite());
        match largest.fold(0.0_f64, |most, amount| most.max(amount.abs())) {
            most if most < 1e6 => Self::Units,
            most if most < 1e9 => Self::Thousands,
            _ => Self::Millions,
        }
    }

    /// The scale that keeps the marks of an axis of this length to a few digits.
    #[must_use]
    pub fn for_marks(length: f64) -> Self {
        match length {
            length if length < 2e3 => Self::Units,
            length if length < 2e6 => Self::Thousands,
            _ => Self::Millions,
        }
    }

    /// How many units of the currency one unit of the table stands for.
    #[must_use]
    pub fn divisor(self) -> f64 {
        match self {
            Self::Units => 1.0,
            Self::Thousands => 1e3,
            Self::Millions => 1e6,
        }
    }

    /// Decimals shown at this scale.
    #[must_use]
    pub fn decimals(self) -> usize {
        usize::from(self == Self::Millions)
    }

    /// What a column heading says: `$ thousand`, `CHF million`, `€`.
    #[must_use]
    pub fn label(self, currency: Currency) -> String {
        let unit = currency.symbol().unwrap_or(currency.code());
        match self {
            Self::Units => unit.to_owned(),
            Self::Thousands => format!("{unit}{NO_BREAK_SPACE}thousand"),
            Self::Millions => format!("{unit}{NO_BREAK_SPACE}million"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn a_scale_keeps_a_table_narrow_and_names_its_unit() {
        assert_eq!(Scale::for_amounts(&[0.0, -1_500_000.0]), Scale::Thousands);
        assert_eq!(Scale::for_amounts(&[f64::NAN, 99_999.0]), Scale::Units);
        assert_eq!(Scale::for_amounts(&[2e9]), Scale::Millions);
        assert_eq!(Scale::for_marks(1_500.0), Scale::Units);
        assert_eq!(Scale::for_marks(1.5e6), Scale::Thousands);
        assert_eq!(Scale::for_marks(5e6), Scale::Millions);
        assert_eq!(Scale::Thousands.label(currency("USD")), "$\u{a0}thousand");
        assert_eq!(Scale::Millions.label(currency("CHF")), "CHF\u{a0}million");
    }
}
