//! The one place where a number or a date becomes text.
//!
//! Everything that prints a figure asks [`Conventions`] for it, so that a brief, its tables, its
//! exhibits and its Markdown can never show the same figure in two ways, and so that an organisation
//! which writes its decimals or its dates differently changes one value.
//!
//! Three promises hold for every function here, and a property test holds each of them:
//!
//! * **Nothing that is not a number is printed as one.** What is not finite shows as [`NO_FIGURE`],
//!   and a figure that rounds to nothing carries no minus sign.
//! * **No figure breaks over a line.** Where one contains a space, it is a no-break space.
//! * **Rounding is what a person with a pencil would do.** Half goes away from zero, decided on the
//!   decimal digits as written: 1.005 with two decimals is 1.01.
//!
//! ```
//! use boardbrief::display::{Conventions, Currency};
//!
//! let house = Conventions::default();
//! let usd = Currency::from_code("USD").expect("USD is in ISO 4217");
//! assert_eq!(house.money(1_320_000.0, usd), "$1.32M");
//! assert_eq!(house.money_in_full(3_282_644.63, usd), "$3,282,645");
//! assert_eq!(house.money_in_table(-3_282_644.63), "(3,282,645)");
//! assert_eq!(house.ratio(1.703), "170%");
//! assert_eq!(house.engineers(6.0), "6\u{a0}engineers");
//! ```

mod count;
mod currency;
mod date;
mod footing;
mod money;
mod number;
mod retell;
mod scale;
mod share;

pub use currency::{ALL_CURRENCIES, Currency};
pub use footing::{Footed, Footing};
pub use scale::Scale;

/// What stands where a figure does not exist: an evaluator gives a reason instead of such a figure,
/// so a reader meets this only where a caller has none.
pub const NO_FIGURE: &str = "n/a";

/// Keeps the parts of one figure on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// The minus sign, as wide as a figure and never mistaken for a hyphen.
pub const MINUS: char = '\u{2212}';

/// Which English the words around figures are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// British English: `18 February 2026`, `$1.2bn`.
    #[default]
    British,
    /// American English: `February 18, 2026`, `$1.2B`.
    American,
}

impl Language {
    /// The language tag (BCP 47) that a document in this language declares.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::British => "en-GB",
            Self::American => "en-US",
        }
    }
}

/// The mark between whole and fraction. The other of the two groups the thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DecimalMark {
    /// `1,234.5`
    #[default]
    Point,
    /// `1.234,5`
    Comma,
}

impl DecimalMark {
    /// The character between whole and fraction.
    #[must_use]
    pub fn decimal(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The character between groups of three digits.
    #[must_use]
    pub fn grouping(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// The order of day and month in a date. Months are always words, so no order can be misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DateOrder {
    /// `18 February 2026`
    #[default]
    DayFirst,
    /// `February 18, 2026`
    MonthFirst,
}

/// How an organisation writes figures and dates. The default is British English with a decimal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Conventions {
    /// The English of the words around figures.
    pub language: Language,
    /// The decimal mark.
    pub decimal_mark: DecimalMark,
    /// The order of day and month.
    pub date_order: DateOrder,
}

impl Conventions {
    /// What is usual in American English: the month before the day, and `B` for a billion.
    #[must_use]
    pub fn american() -> Self {
        Self {
            language: Language::American,
            decimal_mark: DecimalMark::Point,
            date_order: DateOrder::MonthFirst,
        }
    }
}
