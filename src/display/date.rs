//! Dates in words, so that no order of day and month can be misread.

use time::{Date, Month};

use super::{Conventions, DateOrder, NO_BREAK_SPACE};

impl Conventions {
    /// A date in full: `18 February 2026`, or `February 18, 2026` with the month first. It stays on
    /// one line.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        self.day_month_year(date, month_name(date.month()))
    }

    /// A date for narrow places such as table cells: `18 Feb 2026`, or `Feb 18, 2026`.
    #[must_use]
    pub fn date_short(self, date: Date) -> String {
        let name = month_name(date.month());
        self.day_month_year(date, &name[..3])
    }

    /// Month and year: `February 2026`.
    #[must_use]
    pub fn month_year(self, date: Date) -> String {
        format!(
            "{}{NO_BREAK_SPACE}{}",
            month_name(date.month()),
            date.year()
        )
    }

    /// The date as data is written, for file names, tables of records and machine-readable places.
    #[must_use]
    pub fn date_iso(self, date: Date) -> String {
        format!(
            "{:04}-{:02}-{:02}",
            date.year(),
            u8::from(date.month()),
            date.day()
        )
    }

    fn day_month_year(self, date: Date, month: &str) -> String {
        let (day, year) = (date.day(), date.year());
        match self.date_order {
            DateOrder::DayFirst => format!("{day}{NO_BREAK_SPACE}{month}{NO_BREAK_SPACE}{year}"),
            DateOrder::MonthFirst => format!("{month}{NO_BREAK_SPACE}{day},{NO_BREAK_SPACE}{year}"),
        }
    }
}

/// The English name of a month.
fn month_name(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::super::Conventions;
    use time::macros::date;

    #[test]
    fn dates_follow_the_language() {
        let day = date!(2026 - 02 - 18);
        let british = Conventions::default();
        assert_eq!(british.date(day), "18\u{a0}February\u{a0}2026");
        assert_eq!(british.date_short(day), "18\u{a0}Feb\u{a0}2026");
        assert_eq!(british.month_year(day), "February\u{a0}2026");
        assert_eq!(british.date_iso(date!(0987 - 01 - 02)), "0987-01-02");
        let american = Conventions::american();
        assert_eq!(american.date(day), "February\u{a0}18,\u{a0}2026");
        assert_eq!(american.date_short(day), "Feb\u{a0}18,\u{a0}2026");
    }
}
