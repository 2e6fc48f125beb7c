//! Counts with their noun: people, months, years and anything else that is counted.

use super::number::Rounded;
use super::{Conventions, NO_BREAK_SPACE, NO_FIGURE};

/// From this many months upwards a fraction of a month says nothing: a year.
const WHOLE_MONTHS_FROM: f64 = 12.0;

/// Small whole numbers are written as words, as in any report.
const WORDS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

impl Conventions {
    /// A count as it stands in a sentence: `two`, `24`, `2.5`.
    #[must_use]
    pub fn in_words(self, count: f64) -> String {
        match WORDS.iter().enumerate().find(|(n, _)| *n as f64 == count) {
            Some((_, word)) => (*word).to_owned(),
            None => self.count(count),
        }
    }

    /// A count: `1,200`, or `2.5` where it is not whole.
    #[must_use]
    pub fn count(self, count: f64) -> String {
        self.number_up_to(count, 1)
    }

    /// A count with at most `decimals` places and its noun, kept together: `6 engineers`. The
    /// singular stands only where the shown number is exactly one.
    #[must_use]
    pub fn counted(self, count: f64, decimals: usize, one: &str, many: &str) -> String {
        let Some(rounded) = Rounded::new(count, decimals).map(Rounded::trimmed) else {
            return NO_FIGURE.to_owned();
        };
        let shown = self.signed(Some(rounded));
        let noun = if shown == "1" { one } else { many };
        format!("{shown}{NO_BREAK_SPACE}{}", noun.replace(' ', "\u{a0}"))
    }

    /// People by what they are called: `6 people`, `1 person`, `2.5 people`.
    #[must_use]
    pub fn people(self, count: f64) -> String {
        self.counted(count, 1, "person", "people")
    }

    /// Engineers: `6 engineers`, `1 engineer`, `2.5 engineers`.
    #[must_use]
    pub fn engineers(self, count: f64) -> String {
        self.counted(count, 1, "engineer", "engineers")
    }

    /// Months: whole from a year upwards, with at most one decimal below: `0.7 months`, `18 months`.
    #[must_use]
    pub fn months(self, months: f64) -> String {
        let decimals = usize::from(months.abs() < WHOLE_MONTHS_FROM);
        self.counted(months, decimals, "month", "months")
    }

    /// Years with at most one decimal: `3 years`, `1 year`, `2.5 years`.
    #[must_use]
    pub fn years(self, years: f64) -> String {
        self.counted(years, 1, "year", "years")
    }
}

#[cfg(test)]
mod tests {
    use super::super::Conventions;

    #[test]
    fn a_noun_agrees_with_the_number_shown() {
        let house = Conventions::default();
        assert_eq!(house.engineers(6.0), "6\u{a0}engineers");
        assert_eq!(house.engineers(1.0), "1\u{a0}engineer");
        assert_eq!(house.engineers(2.5), "2.5\u{a0}engineers");
        assert_eq!(house.engineers(0.0), "0\u{a0}engineers");
        assert_eq!(house.engineers(1.04), "1\u{a0}engineer");
        assert_eq!(house.people(1.0), "1\u{a0}person");
        assert_eq!(house.people(1_200.0), "1,200\u{a0}people");
        assert_eq!(house.engineers(f64::NAN), "n/a");
        assert_eq!(house.count(40.0), "40");
    }

    #[test]
    fn periods_show_what_matters_at_their_length() {
        let house = Conventions::default();
        assert_eq!(house.months(0.68), "0.7\u{a0}months");
        assert_eq!(house.months(1.0), "1\u{a0}month");
        assert_eq!(house.months(17.6), "18\u{a0}months");
        assert_eq!(house.years(3.0), "3\u{a0}years");
        assert_eq!(house.years(1.0), "1\u{a0}year");
        assert_eq!(
            house.counted(2.0, 0, "working day", "working days"),
            "2\u{a0}working\u{a0}days"
        );
    }
}
