//! Figures that rest on runs of the model: simulation, tornado, break-even.

use super::given::Absent;
use super::{Derivation, Explainer, How, Measure};
use crate::decision::FreedPeople;
use crate::finance::BreakEven;

impl Explainer<'_> {
    pub(super) fn uncertain_figure(&self, at: usize, rest: &[&str]) -> Option<Derivation> {
        match rest {
            [key @ ("mean" | "p10" | "p50" | "p90" | "chance_better")] => {
                Some(self.simulated(at, key))
            }
            ["histogram", bin, key] => self.bin(at, bin.parse().ok()?, key),
            ["tornado", bar, key] => self.bar(at, bar.parse().ok()?, key),
            ["break_even", key] => self.break_even(at, self.case(at).break_even.as_ref()?, key),
            ["break_even_redeployed", key] => {
                self.break_even(at, self.case(at).break_even_redeployed.as_ref()?, key)
            }
            _ => None,
        }
    }

    /// What a case is worth in the reading that is simulated.
    fn worth(&self, at: usize, reading: FreedPeople) -> Derivation {
        match reading {
            FreedPeople::Released => self.npv(at),
            FreedPeople::Redeployed => self.npv_redeployed(at),
        }
    }

    fn simulated(&self, at: usize, key: &str) -> Derivation {
        let case = self.case(at);
        let (what, value, measure) = match key {
            "mean" => ("mean", case.mean, Measure::Money),
            "p10" => ("tenth percentile", case.p10, Measure::Money),
            "p50" => ("median", case.p50, Measure::Money),
            "p90" => ("ninetieth percentile", case.p90, Measure::Money),
            _ => (
                "chance to be worth more than the baseline",
                case.chance_better,
                Measure::Percent,
            ),
        };
        let mut operands = vec![self.worth(at, case.reading)];
        operands.extend(self.estimates(at));
        let label = format!("{what} of {} against {}", case.option, case.against);
        self.node(label, measure, value, How::Method, operands)
            .by(self.draws())
            .because(case.chance_reason.clone())
            .named(format!("/finance/cases/{at}/{key}"))
    }

    fn draws(&self) -> String {
        match &self.finance.simulation {
            Some(simulation) => format!(
                "{} draws of every estimate from its triangular distribution, seed {}",
                self.house.count(simulation.draws as f64),
                simulation.seed
            ),
            None => "no draws".into(),
        }
    }

    /// The estimates that a case rests on.
    fn estimates(&self, at: usize) -> Vec<Derivation> {
        let option = at + usize::from(at >= self.model.baseline);
        let inputs = self
            .model
            .inputs_of(option, self.model.baseline, self.case(at).reading);
        let inputs = inputs.into_iter().map(|input| self.model.inputs[input]);
        let estimates = inputs.filter(|input| input.range.is_some());
        estimates
            .filter_map(|input| self.given(&input.place.pointer()))
            .collect()
    }

    fn bin(&self, at: usize, bin: usize, key: &str) -> Option<Derivation> {
        let found = self.case(at).histogram.get(bin)?;
        let (label, value, measure) = match key {
            "low" => ("lower bound of a bin", found.low, Measure::Money),
            "high" => ("upper bound of a bin", found.high, Measure::Money),
            "count" => ("outcomes in a bin", found.count as f64, Measure::Number),
            _ => return None,
        };
        let operands = self.estimates(at);
        let node = self.node(label, measure, Some(value), How::Method, operands);
        Some(node.by(self.draws()))
    }

    fn bar(&self, at: usize, place: usize, key: &str) -> Option<Derivation> {
        let case = self.case(at);
        let bar = case.tornado.get(place)?;
        let input = if bar.is_factor {
            self.number("all amounts of the line", 1.0)
        } else {
            self.input(&bar.field, Measure::Money, Absent::Nil)
        };
        let ends = if bar.assumed_range {
            "a fifth less and a fifth more than its value, for it has no range"
        } else {
            "the tenth and the ninetieth percentile of its range"
        };
        let name = input.label.clone();
        let own = if bar.is_factor {
            Measure::Number
        } else {
            input.measure
        };
        let (label, value, measure, words) = match key {
            "now" => (name, bar.now, own, String::new()),
            "low" => (format!("low value of {name}"), bar.low, own, ends.into()),
            "high" => (format!("high value of {name}"), bar.high, own, ends.into()),
            "at_low" => self.at_end(case, &name, bar.at_low, bar.low, own),
            "at_high" => self.at_end(case, &name, bar.at_high, bar.high, own),
            "swing" => {
                let words = format!("between both ends: {ends}");
                (
                    format!("swing of {}", case.option),
                    bar.swing,
                    Measure::Money,
                    words,
                )
            }
            _ => return None,
        };
        let operands = vec![self.worth(at, case.reading), input];
        let node = self.node(label, measure, Some(value), How::Method, operands);
        Some(node.by(words))
    }

    fn at_end(
        &self,
        case: &crate::finance::Case,
        name: &str,
        worth: f64,
        end: f64,
        measure: Measure,
    ) -> (String, f64, Measure, String) {
        let label = format!("net present value of {} with another {name}", case.option);
        let end = self.shown(measure, Some(end));
        let words = format!("the model run with {name} at {end}, all else at its likely value");
        (label, worth, Measure::Money, words)
    }

    fn break_even(&self, at: usize, found: &BreakEven, key: &str) -> Option<Derivation> {
        let case = self.case(at);
        let alternative = case.alternative.unwrap_or(0);
        let (what, value, reason, place) = match key {
            "price" => (
                "break-even price",
                found.price,
                &found.price_reason,
                found.price_field.clone().unwrap_or_default(),
            ),
            "seats" => (
                "break-even seats",
                found.seats,
                &found.seats_reason,
                format!("/alternatives/{alternative}/seats"),
            ),
            "build_value" => (
                "value a year that building would need",
                found.build_value,
                &found.build_value_reason,
                "/build/annual_value".to_string(),
            ),
            _ => return None,
        };
        let measure = if key == "seats" {
            Measure::Number
        } else {
            Measure::Money
        };
        let mut operands = vec![self.worth(at, found.reading)];
        operands.extend(self.given(&place));
        let label = format!("{what}, {} against {}", case.option, case.against);
        let node = self.node(label, measure, value, How::Method, operands);
        let words = "where the net present value comes to nil, all else at its likely value";
        Some(node.by(words).because(reason.clone()))
    }
}
