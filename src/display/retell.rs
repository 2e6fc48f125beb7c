//! Text written by the default conventions, in those of an organisation.
//!
//! What is evaluated is worded once, by the default conventions, and so is a document made from it.
//! An organisation that writes figures and dates in another way has the finished document told again:
//! every figure and every date in it, and nothing else. A property holds that this gives what the
//! conventions would have written themselves.

use std::borrow::Cow;

use super::{Conventions, DateOrder, Language};

/// The months, as dates are written with them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Conventions {
    /// A text written by the default conventions, in these. Numbers that are part of a word, such as
    /// a version, and what only looks like a number stay as they are.
    #[must_use]
    pub fn retell(self, text: &str) -> Cow<'_, str> {
        if self == Self::default() || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Cow::Borrowed(text);
        }
        let mut told = String::with_capacity(text.len() + 8);
        let mut rest = text;
        let mut before = ' ';
        while let Some(first) = rest.chars().next() {
            let starts_here =
                first.is_ascii_digit() && !before.is_alphanumeric() && !matches!(before, '.' | ',');
            let length = if starts_here {
                self.retell_first(rest, &mut told)
            } else {
                told.push(first);
                first.len_utf8()
            };
            before = rest[..length].chars().next_back().unwrap_or(' ');
            rest = &rest[length..];
        }
        Cow::Owned(told)
    }

    /// Whether a text is a date written by the default conventions, and nothing else.
    #[must_use]
    pub fn is_date(text: &str) -> bool {
        date_at(text).is_some_and(|(.., length)| length == text.len())
    }

    /// Tells the date or the number that a text starts with; gives the bytes it took.
    fn retell_first(self, text: &str, told: &mut String) -> usize {
        if let Some((day, month, year, length)) = date_at(text) {
            match self.date_order {
                DateOrder::DayFirst => told.push_str(&text[..length]),
                DateOrder::MonthFirst => {
                    let space = &text[day.len()..text.len() - text[day.len()..].trim_start().len()];
                    told.push_str(&format!("{month}{space}{day},{space}{year}"));
                }
            }
            return length;
        }
        let run = text
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            .count();
        let number = text[..run].trim_end_matches(['.', ',']);
        if is_number(number) {
            told.extend(number.chars().map(|mark| match mark {
                '.' => self.decimal_mark.decimal(),
                ',' => self.decimal_mark.grouping(),
                digit => digit,
            }));
        } else {
            told.push_str(number);
        }
        number.len() + self.retell_suffix(&text[number.len()..], told)
    }

    /// Tells the suffix of compact money that a text starts with; gives the bytes it took.
    fn retell_suffix(self, text: &str, told: &mut String) -> usize {
        let american = match text.get(..2) {
            Some("bn") => "B",
            Some("tn") => "T",
            _ => return 0,
        };
        let is_whole = !text[2..].starts_with(char::is_alphanumeric);
        if self.language == Language::American && is_whole {
            told.push_str(american);
            2
        } else {
            0
        }
    }
}

/// Whether digits and marks are a number as the default conventions write it: groups of three after
/// commas, then at most one point.
fn is_number(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    digits(fraction)
        && digits(first)
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// The date that a text starts with: day, month, year, and the bytes it takes.
fn date_at(text: &str) -> Option<(&str, &str, &str, usize)> {
    let is_space = |mark: char| matches!(mark, ' ' | super::NO_BREAK_SPACE);
    let (day, rest) = text.split_once(is_space)?;
    let (month, rest) = rest.split_once(is_space)?;
    let year = rest.get(..4)?;
    let day_is_one = (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit());
    let month_is_one = MONTHS
        .iter()
        .any(|name| *name == month || (month.len() == 3 && name.starts_with(month)));
    let year_is_one = year.bytes().all(|byte| byte.is_ascii_digit())
        && !rest[4..].starts_with(|mark: char| mark.is_ascii_digit());
    let length = text.len() - rest.len() + 4;
    (day_is_one && month_is_one && year_is_one).then_some((day, month, year, length))
}

#[cfg(test)]
mod tests {
    use super::super::{Currency, DecimalMark};
    use super::*;
    use proptest::prelude::*;
    use time::macros::date;

    fn comma() -> Conventions {
        Conventions {
            decimal_mark: DecimalMark::Comma,
            ..Conventions::default()
        }
    }

    #[test]
    fn figures_and_dates_are_told_and_nothing_else() {
        let told = |text| comma().retell(text).into_owned();
        assert_eq!(
            told("Costs $1,320,000.50 a year, 12.5% more."),
            "Costs $1.320.000,50 a year, 12,5% more."
        );
        assert_eq!(
            told("(3,282,645) and −$0.5M, 3."),
            "(3.282.645) and −$0,5M, 3."
        );
        assert_eq!(
            told("Release v1.5, 1.2.3 and 10,20 stay."),
            "Release v1.5, 1.2.3 and 10,20 stay."
        );
        let told = |text| Conventions::american().retell(text).into_owned();
        assert_eq!(
            told("By 18 February 2026 it is $1.2bn; 4 bn."),
            "By February 18, 2026 it is $1.2B; 4 bn."
        );
        assert_eq!(told("18 Sep 2026, 18 people"), "Sep 18, 2026, 18 people");
        assert_eq!(told("1 Mayor 2026"), "1 Mayor 2026");
        assert!(matches!(
            Conventions::default().retell("1,5"),
            Cow::Borrowed(_)
        ));
    }

    proptest! {
        /// One figure is never shown in two ways.
        #[test]
        fn telling_again_is_writing_by_the_conventions(
            amount in -1e13_f64..1e13, small in -2_000.0_f64..2_000.0, day in 0_i64..20_000,
        ) {
            let usd = Currency::from_code("USD").expect("USD is in ISO 4217");
            let day = date!(1990 - 01 - 01) + time::Duration::days(day);
            let plain = Conventions::default();
            for house in [comma(), Conventions::american()] {
                let all = |by: Conventions| [
                    by.money(amount, usd), by.money_in_full(amount, usd), by.money_exact(amount, usd),
                    by.money_in_prose(small, usd), by.money_in_table(amount), by.percent(small / 100.0),
                    by.ratio(small), by.months(small), by.years(small), by.engineers(small),
                    by.count(amount), by.number(small, 2), by.number_up_to(small, 3),
                    by.date(day), by.date_short(day), by.month_year(day), by.date_iso(day),
                ];
                for (told, written) in all(plain).iter().zip(all(house)) {
                    let again = house.retell(told);
                    prop_assert_eq!(again.as_ref(), written.as_str());
                }
            }
        }
    }
}
