//! What a number measures: its unit, and with it the range in which it makes sense.

/// The unit of a number in a decision file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A number or text of no unit of its own.
    Plain,
    /// Text in Markdown: paragraphs, lists and tables of the author's.
    Markdown,
    /// Text that must not be blank: a name, or a sentence that stands alone.
    Name,
    /// Text that names files: small letters, digits and hyphens.
    Id,
    /// An ISO 4217 code.
    Currency,
    /// An amount in the decision's currency.
    Money,
    /// A share of a whole, 0 to 1.
    Share,
    /// A growth a year, as a share: −0.5 (halves) to 1 (doubles).
    Growth,
    /// Engineers or other people, in full-time equivalents.
    People,
    /// Months.
    Months,
    /// Months of one year, 0 to 12.
    MonthsOfYear,
    /// Whole years of a horizon, 1 to 10.
    Horizon,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Things counted: seats, incidents, customers, tools.
    Count,
    /// A relative weight, above 0.
    Weight,
}

impl Unit {
    /// Smallest and largest value accepted. Amounts stop at 1e15, where whole cents can still be
    /// told apart in a 64-bit float.
    pub fn range(self) -> (f64, f64) {
        match self {
            Unit::Plain | Unit::Markdown | Unit::Name | Unit::Id | Unit::Currency => (-1e15, 1e15),
            Unit::Money => (0.0, 1e15),
            Unit::Share => (0.0, 1.0),
            Unit::Growth => (-0.5, 1.0),
            Unit::People => (0.0, 1e6),
            Unit::Months => (0.0, 600.0),
            Unit::MonthsOfYear => (0.0, 12.0),
            Unit::Horizon => (1.0, 10.0),
            Unit::Hours | Unit::Minutes | Unit::Days | Unit::Weeks => (0.0, 1e6),
            Unit::Count => (0.0, 1e9),
            Unit::Weight => (1e-6, 1e6),
        }
    }

    /// The longest text of this unit, in characters. A name stands in a table or a heading; a plain
    /// text is a few sentences; Markdown is what an author adds at the end.
    pub fn longest_text(self) -> usize {
        match self {
            Unit::Id => 80,
            Unit::Currency => 3,
            Unit::Name => 1_000,
            Unit::Markdown => 20_000,
            _ => 4_000,
        }
    }

    /// Whether only whole numbers make sense.
    pub fn is_whole(self) -> bool {
        self == Unit::Horizon
    }

    /// The unit in words, for messages and the schema.
    pub fn words(self) -> &'static str {
        match self {
            Unit::Plain | Unit::Markdown | Unit::Name | Unit::Id | Unit::Currency => "a number",
            Unit::Money => "an amount of money in `currency`, as a plain number",
            Unit::Share => "a share from 0 to 1",
            Unit::Growth => "a growth a year as a share, such as 0.03 for 3 %",
            Unit::People => "a number of people",
            Unit::Months => "a number of months",
            Unit::MonthsOfYear => "months of one year, 0 to 12",
            Unit::Horizon => "whole years, 1 to 10",
            Unit::Hours => "a number of hours",
            Unit::Minutes => "a number of minutes",
            Unit::Days => "a number of days",
            Unit::Weeks => "a number of weeks",
            Unit::Count => "a count",
            Unit::Weight => "a weight above 0",
        }
    }

    /// What to write for a value of this unit, with the range where its words do not say it.
    pub fn wanted(self) -> String {
        match self {
            Unit::Share | Unit::MonthsOfYear | Unit::Horizon | Unit::Weight => {
                format!("write {}", self.words())
            }
            _ => {
                let (low, high) = self.range();
                format!("write {}, between {low} and {high}", self.words())
            }
        }
    }

    /// A value that a schema can show as an example.
    pub fn example(self) -> f64 {
        match self {
            Unit::Money => 180_000.0,
            Unit::Share => 0.85,
            Unit::Growth => 0.03,
            Unit::People => 8.0,
            Unit::Months | Unit::MonthsOfYear | Unit::Horizon => 3.0,
            Unit::Weight => 1.0,
            _ => 10.0,
        }
    }
}
