//! Where the figures that bear on a verdict came from: which have no source, which are assumptions,
//! and which are older than the policy allows.

use super::leaves;
use crate::decision::{Date, Decision, Figure};
use crate::policy::{Policy, Threshold};

/// The figures that bear on a verdict, by what is known of where they came from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Figures {
    pub all: usize,
    pub unsourced: Vec<String>,
    pub assumed: Vec<String>,
    pub old: Vec<String>,
}

impl Figures {
    /// Whether more than half of the figures are assumed or have no source: that weighs twice.
    pub fn mostly_unsupported(&self) -> bool {
        2 * (self.unsourced.len() + self.assumed.len()) > self.all
    }

    /// The figures of a decision.
    pub fn of(decision: &Decision, policy: &Policy) -> Figures {
        let months = policy.value(Threshold::SourceAgeMonths);
        let mut found = Figures::default();
        let mut copy = decision.clone();
        leaves::each_figure(&mut copy, &mut |path, _, figure| {
            let Some(figure) = figure else { return };
            let place = path.pointer();
            if bears_on_verdict(&place) {
                found.add(place, figure, decision, months);
            }
        });
        found
    }

    fn add(&mut self, place: String, figure: &Figure, decision: &Decision, months: f64) {
        let alternative = place
            .strip_prefix("/alternatives/")
            .and_then(|rest| rest.split('/').next()?.parse::<usize>().ok())
            .and_then(|at| decision.alternatives.get(at));
        let source = figure
            .source
            .as_deref()
            .or(alternative.and_then(|a| a.source.as_deref()));
        let day = figure.as_of.or(alternative.and_then(|a| a.as_of));
        self.all += 1;
        if day.is_some_and(|day| months_between(day, decision.as_of) > months) {
            self.old.push(place.clone());
        }
        match source.map(str::trim).filter(|source| !source.is_empty()) {
            None => self.unsourced.push(place),
            Some(source) if source.eq_ignore_ascii_case("assumption") => self.assumed.push(place),
            Some(_) => {}
        }
    }
}

/// Whether a figure can move a verdict: what is asked for, spent or argued with cannot.
fn bears_on_verdict(place: &str) -> bool {
    const BEARING: [&str; 6] = [
        "/alternatives/",
        "/build/",
        "/money/",
        "/opportunities/",
        "/organisation/",
        "/maintenance/",
    ];
    BEARING.iter().any(|start| place.starts_with(start))
}

/// Months from one day to another, a part of a month counting as a part.
fn months_between(from: Date, to: Date) -> f64 {
    const DAYS_IN_A_MONTH: f64 = 365.25 / 12.0;
    let whole = (to.year() - from.year()) * 12 + i32::from(u8::from(to.month()))
        - i32::from(u8::from(from.month()));
    f64::from(whole) + f64::from(i32::from(to.day()) - i32::from(from.day())) / DAYS_IN_A_MONTH
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn age_is_counted_in_months() {
        assert_eq!(
            months_between(date!(2025 - 02 - 01), date!(2026 - 02 - 01)),
            12.0
        );
        assert!(months_between(date!(2025 - 01 - 31), date!(2026 - 02 - 01)) > 12.0);
        assert!(months_between(date!(2025 - 02 - 02), date!(2026 - 02 - 01)) < 12.0);
    }
}
