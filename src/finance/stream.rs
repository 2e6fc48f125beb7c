//! Money over the years in two forms: year by year, for tables and rates of return, and as one
//! present value, for everything that is computed thousands of times.
//!
//! The model is written once for both, so a present value is never computed by other rules than
//! the cash flows that stand beside it.

/// Longest horizon of the format, in years.
pub const LONGEST: usize = 10;

/// Years and discounting: year 0 is now and counts in full, later years fall at year end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calendar {
    /// Years after year 0.
    pub years: usize,
    /// Discount rate a year, as a share.
    pub rate: f64,
    factors: [f64; LONGEST + 1],
}

impl Calendar {
    /// A calendar over `years` (1 to 10) at `rate` a year (above −1).
    pub fn new(years: usize, rate: f64) -> Calendar {
        let years = years.clamp(1, LONGEST);
        let mut factors = [0.0; LONGEST + 1];
        let mut factor = 1.0;
        for slot in factors.iter_mut().take(years + 1) {
            *slot = factor;
            factor /= 1.0 + rate;
        }
        Calendar {
            years,
            rate,
            factors,
        }
    }

    /// What one unit of money paid at the end of `year` is worth now; nil beyond the horizon.
    pub fn factor(&self, year: usize) -> f64 {
        self.factors.get(year).copied().unwrap_or(0.0)
    }
}

/// Money over the years, in one of the two forms.
pub trait Stream: Copy {
    /// No money at all.
    const NIL: Self;

    /// The stream that pays `amount(year)` in each year of the calendar.
    fn of(calendar: &Calendar, amount: impl FnMut(usize) -> f64) -> Self;

    /// The stream that pays one unit in one year; nil beyond the horizon.
    fn unit(calendar: &Calendar, year: usize) -> Self;

    /// Both streams together.
    fn plus(self, other: Self) -> Self;

    /// The stream multiplied by a number.
    fn times(self, factor: f64) -> Self;

    /// The stream less another. What is left of two equal sums that were added up in different
    /// orders is no money, and becomes none.
    fn less(self, other: Self) -> Self;
}

/// A difference this small against the sums it is taken from is left over from binary rounding.
const DUST: f64 = 1e-13;

fn difference(from: f64, less: f64) -> f64 {
    let left = from - less;
    if left.abs() <= DUST * (from.abs() + less.abs()) {
        0.0
    } else {
        left
    }
}

/// A present value.
impl Stream for f64 {
    const NIL: f64 = 0.0;

    fn of(calendar: &Calendar, mut amount: impl FnMut(usize) -> f64) -> f64 {
        (0..=calendar.years)
            .map(|year| amount(year) * calendar.factor(year))
            .sum()
    }

    fn unit(calendar: &Calendar, year: usize) -> f64 {
        calendar.factor(year)
    }

    fn plus(self, other: f64) -> f64 {
        self + other
    }

    fn times(self, factor: f64) -> f64 {
        self * factor
    }

    fn less(self, other: f64) -> f64 {
        difference(self, other)
    }
}

/// Amounts year by year, year 0 first; nil beyond the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flows(pub [f64; LONGEST + 1]);

impl Flows {
    /// The amounts of a calendar's years.
    pub fn amounts(&self, calendar: &Calendar) -> Vec<f64> {
        // Adding nil turns a negative nil into a plain one.
        self.0[..=calendar.years].iter().map(|a| a + 0.0).collect()
    }
}

impl Stream for Flows {
    const NIL: Flows = Flows([0.0; LONGEST + 1]);

    fn of(calendar: &Calendar, mut amount: impl FnMut(usize) -> f64) -> Flows {
        let mut flows = Flows::NIL;
        for year in 0..=calendar.years {
            flows.0[year] = amount(year);
        }
        flows
    }

    fn unit(calendar: &Calendar, year: usize) -> Flows {
        let mut flows = Flows::NIL;
        if year <= calendar.years {
            flows.0[year] = 1.0;
        }
        flows
    }

    fn plus(mut self, other: Flows) -> Flows {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
        self
    }

    fn times(mut self, factor: f64) -> Flows {
        for amount in &mut self.0 {
            *amount *= factor;
        }
        self
    }

    fn less(mut self, other: Flows) -> Flows {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine = difference(*mine, theirs);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_the_same_money() {
        let calendar = Calendar::new(3, 0.10);
        let amount = |year: usize| [-1_000.0, 400.0, 500.0, 600.0][year];
        let flows = Flows::of(&calendar, amount);
        let discounted: f64 = flows
            .amounts(&calendar)
            .iter()
            .enumerate()
            .map(|(year, amount)| amount * calendar.factor(year))
            .sum();
        assert!((f64::of(&calendar, amount) - discounted).abs() < 1e-9);
        assert_eq!(Flows::unit(&calendar, 4), Flows::NIL);
        assert_eq!(f64::unit(&calendar, 4), 0.0);
    }

    #[test]
    fn what_binary_rounding_leaves_is_no_money() {
        assert_eq!((0.1 + 0.2).less(0.3), 0.0);
        assert_eq!(1.0.less(0.999), 1.0 - 0.999);
    }
}
