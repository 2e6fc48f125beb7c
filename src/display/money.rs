//! Money: compact for prose, in full for reference, bare for tables.

use super::number::Rounded;
use super::{Conventions, Currency, Language, MINUS, NO_BREAK_SPACE, NO_FIGURE, Scale};

/// Steps of compact money: what they stand for, then the suffix in British and American English.
const STEPS: [(f64, &str, &str); 4] = [
    (1e3, "k", "k"),
    (1e6, "M", "M"),
    (1e9, "bn", "B"),
    (1e12, "tn", "T"),
];

/// An amount that is a multiple of this was chosen, not worked out.
const ROUND: f64 = 500.0;

/// Below this an amount that is not whole shows its minor units: a price per seat, say.
const MINOR_UNITS_BELOW: f64 = 100.0;

impl Conventions {
    /// Money in prose, to three significant digits: `$1.32M`, `£450k`, `CHF 1.2M`, `−$180k`, `$950`.
    #[must_use]
    pub fn money(self, amount: f64, currency: Currency) -> String {
        if !amount.is_finite() {
            return NO_FIGURE.to_owned();
        }
        let size = amount.abs();
        let Some(at) = STEPS.iter().rposition(|(unit, ..)| size >= *unit) else {
            return if size < MINOR_UNITS_BELOW && size.fract() != 0.0 {
                self.money_exact(amount, currency)
            } else {
                self.money_in_full(amount, currency)
            };
        };
        let mut at = at;
        let mut shown = significant(size / STEPS[at].0, self);
        // 999,600 rounds to 1,000 thousand, which is 1 million.
        if shown == significant(1e3, self) && at + 1 < STEPS.len() {
            at += 1;
            shown = significant(1.0, self);
        }
        let (_, british, american) = STEPS[at];
        let suffix = if self.language == Language::American {
            american
        } else {
            british
        };
        with_currency(amount < 0.0, &(shown + suffix), currency)
    }

    /// Money in a sentence or a tile: `$555,000`, `$284,000`, `$1.32M`. Every sentence writes money
    /// this way, so that one figure looks the same everywhere.
    ///
    /// From a million on it is compact. Below, a round amount is shown to the unit, for somebody
    /// chose it; any other is a result, and is rounded to three significant digits, for more would
    /// claim a precision that no such sum has.
    #[must_use]
    pub fn money_in_prose(self, amount: f64, currency: Currency) -> String {
        let size = amount.abs();
        if size >= 999_500.0 {
            self.money(amount, currency)
        } else if size < 1e3 || size % ROUND == 0.0 {
            self.money_in_full(amount, currency)
        } else {
            let step = 10_f64.powi(size.log10().floor() as i32 - 2);
            self.money_in_full((amount / step).round() * step, currency)
        }
    }

    /// Money in full, in whole units of the currency: `$3,282,645`, `−£1,200`.
    #[must_use]
    pub fn money_in_full(self, amount: f64, currency: Currency) -> String {
        self.money_with(amount, 0, currency)
    }

    /// Money with the decimals of the currency: `$22.50`, `¥1,200`, `BHD 1.250`.
    #[must_use]
    pub fn money_exact(self, amount: f64, currency: Currency) -> String {
        self.money_with(amount, currency.minor_digits(), currency)
    }

    /// From one amount to another, compact: `$150k to $220k`; one amount where both show the same.
    #[must_use]
    pub fn money_range(self, low: f64, high: f64, currency: Currency) -> String {
        let (from, to) = (self.money(low, currency), self.money(high, currency));
        if from == to {
            from
        } else {
            format!("{from} to {to}")
        }
    }

    /// Money in a table cell whose column names the currency: `1,500,000`, and negative amounts in
    /// parentheses, `(1,500,000)`, as accounts are written.
    #[must_use]
    pub fn money_in_table(self, amount: f64) -> String {
        self.money_at(amount, Scale::Units)
    }

    /// Money in a table cell at the scale its column names: `1,500` for 1.5 million in thousands.
    #[must_use]
    pub fn money_at(self, amount: f64, scale: Scale) -> String {
        match Rounded::new(amount / scale.divisor(), scale.decimals()) {
            None => NO_FIGURE.to_owned(),
            Some(number) if number.negative => format!("({})", number.unsigned(self)),
            Some(number) => number.unsigned(self),
        }
    }

    fn money_with(self, amount: f64, decimals: usize, currency: Currency) -> String {
        match Rounded::new(amount, decimals) {
            None => NO_FIGURE.to_owned(),
            Some(number) => with_currency(number.negative, &number.unsigned(self), currency),
        }
    }
}

/// Three significant digits of a number of at least one, zeros at the end left off.
fn significant(size: f64, conventions: Conventions) -> String {
    let decimals = match size {
        size if size < 10.0 => 2,
        size if size < 100.0 => 1,
        _ => 0,
    };
    conventions.number_up_to(size, decimals)
}

/// Sign, then symbol (or code and a no-break space), then digits.
fn with_currency(negative: bool, digits: &str, currency: Currency) -> String {
    let sign = if negative {
        MINUS.to_string()
    } else {
        String::new()
    };
    match currency.symbol() {
        Some(symbol) => format!("{sign}{symbol}{digits}"),
        None => format!("{sign}{}{NO_BREAK_SPACE}{digits}", currency.code()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Conventions, Currency, DecimalMark, Scale};
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn compact_money_has_three_significant_digits() {
        let house = Conventions::default();
        let cases = [
            (1_320_000.0, "USD", "$1.32M"),
            (450_000.0, "GBP", "£450k"),
            (1_200_000.0, "CHF", "CHF\u{a0}1.2M"),
            (-180_000.0, "USD", "\u{2212}$180k"),
            (-1_200_000.0, "CHF", "\u{2212}CHF\u{a0}1.2M"),
            (187_500.0, "USD", "$188k"),
            (3_282_644.63, "EUR", "€3.28M"),
            (9_499_774.61, "USD", "$9.5M"),
            (12_345_678.0, "AUD", "A$12.3M"),
            (999_499.0, "USD", "$999k"),
            (999_500.0, "USD", "$1M"),
            (999_999_999.0, "USD", "$1bn"),
            (1e15, "USD", "$1,000tn"),
            (9_996.0, "USD", "$10k"),
            (950.0, "USD", "$950"),
            (999.6, "USD", "$1,000"),
            (22.5, "USD", "$22.50"),
            (22.5, "JPY", "¥23"),
            (-0.001, "USD", "$0.00"),
            (0.0, "USD", "$0"),
            (-0.0, "USD", "$0"),
            (f64::NAN, "USD", "n/a"),
            (f64::NEG_INFINITY, "USD", "n/a"),
        ];
        for (amount, code, shown) in cases {
            assert_eq!(
                house.money(amount, currency(code)),
                shown,
                "{amount} {code}"
            );
        }
        assert_eq!(
            Conventions::american().money(2.5e9, currency("USD")),
            "$2.5B"
        );
        assert_eq!(
            house.money_range(150e3, 220e3, currency("USD")),
            "$150k to $220k"
        );
        assert_eq!(
            house.money_range(150e3, 150_100.0, currency("USD")),
            "$150k"
        );
    }

    #[test]
    fn full_money_follows_the_currency() {
        let house = Conventions::default();
        assert_eq!(
            house.money_in_full(3_282_644.63, currency("USD")),
            "$3,282,645"
        );
        assert_eq!(
            house.money_in_full(-1_200.0, currency("GBP")),
            "\u{2212}£1,200"
        );
        assert_eq!(house.money_exact(1_234.5, currency("USD")), "$1,234.50");
        assert_eq!(house.money_exact(1_234.5, currency("JPY")), "¥1,235");
        assert_eq!(house.money_exact(1.25, currency("BHD")), "BHD\u{a0}1.250");
        let comma = Conventions {
            decimal_mark: DecimalMark::Comma,
            ..house
        };
        assert_eq!(
            comma.money_in_full(1_234_567.0, currency("EUR")),
            "€1.234.567"
        );
        assert_eq!(comma.money(1_320_000.0, currency("EUR")), "€1,32M");
    }

    #[test]
    fn money_in_prose_is_exact_where_it_was_chosen_and_rounded_where_it_was_worked_out() {
        let usd = Currency::from_code("USD").unwrap();
        let shown = |amount| Conventions::default().money_in_prose(amount, usd);
        let cases = [
            555_000.0,
            222_500.0,
            283_501.2,
            999_499.0,
            999_600.0,
            1_320_000.0,
            950.0,
            0.0,
            -283_501.2,
            1_234.0,
        ];
        assert_eq!(
            cases.map(shown),
            [
                "$555,000",
                "$222,500",
                "$284,000",
                "$999,000",
                "$1M",
                "$1.32M",
                "$950",
                "$0",
                "−$284,000",
                "$1,230"
            ]
        );
    }

    #[test]
    fn tables_put_negative_amounts_in_parentheses() {
        let house = Conventions::default();
        assert_eq!(house.money_in_table(-1_500_000.0), "(1,500,000)");
        assert_eq!(house.money_in_table(-0.4), "0");
        assert_eq!(house.money_at(1_500_000.0, Scale::Thousands), "1,500");
        assert_eq!(house.money_at(-2_350_000.0, Scale::Millions), "(2.4)");
        assert_eq!(house.money_at(f64::NAN, Scale::Units), "n/a");
    }

    proptest! {
        /// No amount, however odd, prints what is not a number, a negative nothing or a plain space.
        #[test]
        fn no_amount_embarrasses(bits in any::<u64>(), at in 0..super::super::ALL_CURRENCIES.len()) {
            let amount = f64::from_bits(bits);
            let currency = Currency::from_code(super::super::ALL_CURRENCIES[at].0).unwrap();
            let house = Conventions::default();
            for shown in [
                house.money(amount, currency),
                house.money_in_full(amount, currency),
                house.money_exact(amount, currency),
                house.money_in_table(amount),
            ] {
                prop_assert!(!shown.contains("NaN") && !shown.contains("inf"), "{shown}");
                prop_assert!(!shown.contains(' ') && !shown.contains('-'), "{shown}");
                let is_negative = shown.starts_with(super::MINUS) || shown.starts_with('(');
                let says_something = shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
                prop_assert!(!is_negative || says_something, "{shown}");
            }
        }

        /// Compact money is within half of its third significant digit.
        #[test]
        fn compact_money_is_the_amount(amount in 1e3..1e14_f64) {
            let shown = Conventions::default().money(amount, currency("USD"));
            let (digits, unit) = [("tn", 1e12), ("bn", 1e9), ("M", 1e6), ("k", 1e3)]
                .iter()
                .find_map(|(suffix, unit)| Some((shown.strip_suffix(suffix)?, unit)))
                .unwrap();
            let read: f64 = digits.trim_start_matches('$').replace(',', "").parse().unwrap();
            prop_assert!((read * unit - amount).abs() <= amount * 0.005_000_1, "{shown}");
        }
    }
}
