//! Figures that hold for all options: horizon, rate, sunk cost, write-off, runway.

use super::given::Absent;
use super::{Derivation, Explainer, How, Measure};
use crate::finance::{DEFAULT_DISCOUNT_RATE, DEFAULT_HORIZON_YEARS};

impl Explainer<'_> {
    pub(super) fn whole_figure(&self, rest: &[&str]) -> Option<Derivation> {
        match rest {
            ["horizon_years"] => Some(self.horizon()),
            ["discount_rate"] => Some(self.rate()),
            ["sunk"] => self.aside("/situation/spent", "spent so far: shown, never counted"),
            ["write_off"] => self.aside(
                "/situation/carrying_amount",
                "written off by a change: shown, not cash, never counted",
            ),
            ["simulation", "draws"] => {
                let draws = self.finance.simulation.as_ref()?.draws as f64;
                Some(self.number("draws", draws))
            }
            ["runway", rest @ ..] => self.runway_figure(rest),
            _ => None,
        }
    }

    fn horizon(&self) -> Derivation {
        let years = f64::from(self.finance.horizon_years);
        let absent = Absent::Is(years);
        let node = self.input("/money/horizon_years", Measure::Years, absent);
        policy(node, years == DEFAULT_HORIZON_YEARS).named("/finance/horizon_years")
    }

    /// The discount rate.
    pub(super) fn rate(&self) -> Derivation {
        let rate = self.finance.discount_rate;
        let node = self.input("/money/discount_rate", Measure::Percent, Absent::Is(rate));
        policy(node, rate == DEFAULT_DISCOUNT_RATE).named("/finance/discount_rate")
    }

    fn aside(&self, place: &str, label: &str) -> Option<Derivation> {
        let given = self.given(place)?;
        Some(self.step(label, Measure::Money, How::Sum, vec![given]))
    }

    fn runway_figure(&self, rest: &[&str]) -> Option<Derivation> {
        let runway = self.finance.runway.as_ref()?;
        match rest {
            ["months"] => self.given("/organisation/runway_months"),
            ["monthly_cost"] => {
                let months = self.number("months of a year", 12.0);
                let year = self.yearly_cost();
                let operands = vec![year, months];
                let label = "cost of all engineers a month";
                let value = runway.monthly_cost;
                let node = self.node(label, Measure::Money, value, How::Quotient, operands);
                Some(node.because(runway.monthly_cost_reason.clone()))
            }
            ["options", at, key] => self.option_runway(at.parse().ok()?, key),
            _ => None,
        }
    }

    fn yearly_cost(&self) -> Derivation {
        let places = ["/organisation/engineers", "/money/cost_per_engineer"];
        let factors = places.iter().filter_map(|place| self.given(place));
        let label = "cost of all engineers a year";
        self.step(label, Measure::Money, How::Product, factors.collect())
    }

    fn option_runway(&self, at: usize, key: &str) -> Option<Derivation> {
        let found = self.finance.runway.as_ref()?.options.get(at)?;
        let months = self.given("/organisation/runway_months")?;
        let flows = self.case_figure(at, &["flows"]);
        let mut operands = vec![months];
        operands.extend(flows);
        let spent = self.runway_figure(&["monthly_cost"]);
        let (label, value, measure, words) = match key {
            "months" => {
                operands.extend(spent);
                (
                    format!("runway with {}", found.option),
                    found.months,
                    Measure::Months,
                    "months that the money lasts, spent evenly within each year",
                )
            }
            "change" => {
                operands.extend(spent);
                (
                    format!("runway gained or lost with {}", found.option),
                    found.change,
                    Measure::Months,
                    "months that the money lasts less the months stated",
                )
            }
            "money" => (
                format!("money from {} within the runway", found.option),
                found.money,
                Measure::Money,
                "net cash flow against the baseline within the months stated",
            ),
            _ => return None,
        };
        let node = self.node(label, measure, value, How::Method, operands);
        Some(node.by(words).because(found.reason.clone()))
    }
}

/// Says where a value comes from that the decision does not give.
fn policy(node: Derivation, is_default: bool) -> Derivation {
    match node.how {
        How::Default if is_default => node.because(Some("the default".into())),
        How::Default => node.because(Some("from the policy".into())),
        _ => node,
    }
}
