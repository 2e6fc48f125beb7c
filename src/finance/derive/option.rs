//! An option's own figures: totals over lines, lines over years, amounts over inputs.

use super::given::Absent;
use super::{Derivation, Explainer, How, Measure};
use crate::finance::parts::ramp_share;
use crate::finance::{FlowKind, FlowLine, OptionFlows};

impl Explainer<'_> {
    pub(super) fn option_figure(&self, at: usize, rest: &[&str]) -> Option<Derivation> {
        let option = self.finance.options.get(at)?;
        let year = |text: &str| self.year(text);
        match rest {
            ["costs"] => Some(self.over_years(at, false)),
            ["total_cost"] => Some(self.over_years(at, false).because(option.reason.clone())),
            ["benefits"] => Some(self.over_years(at, true)),
            ["costs", text] => Some(self.amount(at, false, year(text)?)),
            ["benefits", text] => Some(self.amount(at, true, year(text)?)),
            ["pv_costs"] => Some(self.present_value(at, false)),
            ["pv_benefits"] => Some(self.present_value(at, true)),
            ["running_cost"] => Some(self.running_cost(at)),
            ["engineers"] => Some(self.engineers(at)),
            ["lines", line, rest @ ..] => self.line_figure(at, line.parse().ok()?, rest),
            _ => None,
        }
    }

    /// A year within the horizon.
    pub(super) fn year(&self, text: &str) -> Option<usize> {
        let year = text.parse().ok()?;
        (year <= self.calendar.years).then_some(year)
    }

    fn line_figure(&self, at: usize, line: usize, rest: &[&str]) -> Option<Derivation> {
        self.finance.options.get(at)?.lines.get(line)?;
        match rest {
            ["pv"] => Some(self.line_present_value(at, line)),
            ["amounts", text] => Some(self.line_amount(at, line, self.year(text)?)),
            ["amounts"] => {
                let years = (0..=self.calendar.years).map(|year| self.line_amount(at, line, year));
                let label = self.line_name(at, line);
                Some(self.step(label, Measure::Money, How::Sum, years.collect()))
            }
            ["risk"] => {
                let place = self.stated_place(at, line)? + "/risk";
                Some(self.input(&place, Measure::Percent, Absent::Nil))
            }
            _ => None,
        }
    }

    fn of(&self, at: usize) -> &OptionFlows {
        &self.finance.options[at]
    }

    /// The places of an option's lines of cost or of benefit.
    fn lines(&self, at: usize, benefit: bool) -> impl Iterator<Item = usize> {
        let lines = self.of(at).lines.iter().enumerate();
        lines.filter_map(move |(place, line)| (line.benefit == benefit).then_some(place))
    }

    pub(super) fn over_years(&self, at: usize, benefit: bool) -> Derivation {
        let (what, amounts) = side(self.of(at), benefit);
        let years = amounts.map_or(0, Vec::len);
        let operands = (0..years)
            .map(|year| self.amount(at, benefit, year))
            .collect();
        let total = amounts.map(|amounts| amounts.iter().sum());
        let label = format!("{what} of {} over the horizon", self.of(at).name);
        self.node(label, Measure::Money, total, How::Sum, operands)
            .because(self.of(at).reason.clone())
    }

    pub(super) fn amount(&self, at: usize, benefit: bool, year: usize) -> Derivation {
        let (what, amounts) = side(self.of(at), benefit);
        let value = amounts.and_then(|amounts| amounts.get(year).copied());
        let lines = self.lines(at, benefit);
        let operands: Vec<Derivation> = lines
            .filter(|line| self.of(at).lines[*line].amounts[year] != 0.0)
            .map(|line| self.line_amount(at, line, year))
            .collect();
        let label = format!("{what} of {} in year {year}", self.of(at).name);
        let node = self.node(label, Measure::Money, value, How::Sum, operands);
        node.because(self.of(at).reason.clone())
            .named(format!("/finance/options/{at}/{}/{year}", key(benefit)))
    }

    pub(super) fn present_value(&self, at: usize, benefit: bool) -> Derivation {
        let option = self.of(at);
        let (what, _) = side(option, benefit);
        let value = if benefit {
            option.pv_benefits
        } else {
            option.pv_costs
        };
        let lines = self.lines(at, benefit);
        let operands = lines
            .map(|line| self.line_present_value(at, line))
            .collect();
        let label = format!("{what} of {}, present value", option.name);
        self.node(label, Measure::Money, value, How::Sum, operands)
            .because(option.reason.clone())
            .named(format!("/finance/options/{at}/pv_{}", key(benefit)))
    }

    pub(super) fn running_cost(&self, at: usize) -> Derivation {
        let option = self.of(at);
        let runs = |kind| {
            !matches!(
                kind,
                FlowKind::Exit | FlowKind::Overlap | FlowKind::TakingOutOfService
            )
        };
        let operands = self
            .lines(at, false)
            .filter(|line| runs(option.lines[*line].kind) && option.lines[*line].amounts[1] != 0.0)
            .map(|line| self.line_amount(at, line, 1));
        let label = format!("running cost of {} in year 1", option.name);
        let operands = operands.collect();
        self.node(
            label,
            Measure::Money,
            option.running_cost,
            How::Sum,
            operands,
        )
        .because(option.reason.clone())
        .named(format!("/finance/options/{at}/running_cost"))
    }

    pub(super) fn engineers(&self, at: usize) -> Derivation {
        use crate::finance::OptionKind::{Build, Buy, Hybrid, Nothing};
        let option = self.of(at);
        let place = match option.kind {
            Build => "/build/engineers".to_string(),
            Hybrid => format!(
                "/alternatives/{}/engineers",
                option.alternative.unwrap_or(0)
            ),
            Buy | Nothing => String::new(),
        };
        let operands: Vec<Derivation> = self.given(&place).into_iter().collect();
        let label = format!("engineers of {}", option.name);
        let node = self.node(
            label,
            Measure::Engineers,
            option.engineers,
            How::Sum,
            operands,
        );
        let node = match (option.engineers, place.is_empty()) {
            (None, _) => node.because(Some("not given".into())),
            (_, true) => node.by("it takes none"),
            _ => node,
        };
        node.named(format!("/finance/options/{at}/engineers"))
    }

    fn line_name(&self, at: usize, line: usize) -> String {
        let line = &self.of(at).lines[line];
        let what = match line.kind {
            FlowKind::OneOff => "one-off cost",
            FlowKind::People => "people",
            FlowKind::Other => "other running cost",
            FlowKind::Subscription => "subscription",
            FlowKind::Overlap => "what runs before, while it still runs",
            FlowKind::TakingOutOfService => "taking what was built out of service",
            FlowKind::Exit => "leaving it",
            FlowKind::Value => "what is built earns",
            FlowKind::Stated => line.name.as_deref().unwrap_or("stated cash flow"),
        };
        what.to_string()
    }

    fn line_present_value(&self, at: usize, line: usize) -> Derivation {
        let years = (0..=self.calendar.years).map(|year| self.line_amount(at, line, year));
        let mut operands: Vec<Derivation> = years.collect();
        operands.push(self.rate());
        let label = format!("{}, present value", self.line_name(at, line));
        let value = self.of(at).lines[line].pv;
        self.node(
            label,
            Measure::Money,
            Some(value),
            How::PresentValue,
            operands,
        )
        .named(format!("/finance/options/{at}/lines/{line}/pv"))
    }

    fn line_amount(&self, at: usize, line: usize, year: usize) -> Derivation {
        let stated = &self.of(at).lines[line];
        let value = stated.amounts[year];
        let label = format!("{} in year {year}", self.line_name(at, line));
        let operands = if value == 0.0 {
            Vec::new()
        } else {
            self.line_operands(at, line, stated, year)
        };
        let how = if operands.is_empty() {
            How::Sum
        } else {
            How::Product
        };
        self.node(label, Measure::Money, Some(value), how, operands)
            .because(stated.risk_reason.clone().filter(|_| value != 0.0))
            .named(format!("/finance/options/{at}/lines/{line}/amounts/{year}"))
    }

    /// The factors whose product is the amount of a line in a year.
    fn line_operands(&self, at: usize, line: usize, of: &FlowLine, year: usize) -> Vec<Derivation> {
        let alternative = |field: &str| {
            format!(
                "/alternatives/{}/{field}",
                self.of(at).alternative.unwrap_or(0)
            )
        };
        let money = |place: &str| self.input(place, Measure::Money, Absent::Nil);
        let mut operands: Vec<Derivation> = of.from.iter().map(|place| money(place)).collect();
        match of.kind {
            FlowKind::People => operands.extend(self.grown("/money/wage_growth", year)),
            FlowKind::Subscription => {
                operands.extend(self.grown(&alternative("price_escalator"), year));
                if of.from.len() > 1 {
                    operands.extend(self.grown(&alternative("seat_growth"), year));
                }
            }
            FlowKind::Value => operands.extend(self.ramped("/build/ramp", self.build_ramp(), year)),
            FlowKind::Overlap => {
                let runs = self.amount(self.model.baseline, false, 1);
                let twelve = self.number("months of a year", 12.0);
                let share = self.step(
                    "share of year 1 in which it still runs",
                    Measure::Number,
                    How::Quotient,
                    vec![operands.remove(0), twelve],
                );
                operands = vec![runs, share];
            }
            FlowKind::Stated => {
                let Some(place) = self.stated_place(at, line) else {
                    return Vec::new();
                };
                operands = vec![money(&format!("{place}/amounts/{year}"))];
                operands.extend(self.risk(&place, of));
            }
            _ => {}
        }
        operands
    }

    /// The risk adjustment of a stated line as a factor.
    fn risk(&self, place: &str, line: &FlowLine) -> Option<Derivation> {
        let risk = self
            .given(&format!("{place}/risk"))
            .filter(|_| line.risk != 0.0)?;
        let one = self.number("all of it", 1.0);
        let how = if line.benefit {
            How::Difference
        } else {
            How::Sum
        };
        Some(self.step(
            "after risk adjustment",
            Measure::Number,
            how,
            vec![one, risk],
        ))
    }

    /// The growth from year 1 to a year as a factor, where there is any.
    fn grown(&self, place: &str, year: usize) -> Option<Derivation> {
        let growth = self.given(place).filter(|_| year > 1)?;
        let factor = growth.value.map(|rate| (1.0 + rate).powi(year as i32 - 1));
        let label = format!("{} from year 1 to year {year}", growth.label);
        let method = format!("1 + {}, for each of {} years", growth.label, year - 1);
        let node = self.node(label, Measure::Number, factor, How::Method, vec![growth]);
        Some(node.by(method))
    }

    /// The share of a ramp in a year, where it is not all.
    pub(super) fn ramped(&self, place: &str, ramp: &[f64], year: usize) -> Option<Derivation> {
        let last = ramp.len().checked_sub(1)?;
        let entry = (year.max(1) - 1).min(last);
        let share = self.given(&format!("{place}/{entry}"))?;
        let label = format!("share earned in year {year}");
        let value = Some(ramp_share(ramp, year));
        Some(self.node(label, Measure::Percent, value, How::Sum, vec![share]))
    }

    pub(super) fn number(&self, label: &str, value: f64) -> Derivation {
        let node = self.node(
            label,
            Measure::Number,
            Some(value),
            How::Default,
            Vec::new(),
        );
        node.by("always")
    }

    fn build_ramp(&self) -> &[f64] {
        let build = self.decision.build.as_ref();
        build.map_or(&[], |build| build.ramp.as_slice())
    }

    /// Where a stated line stands in the decision.
    fn stated_place(&self, at: usize, line: usize) -> Option<String> {
        self.of(at).lines.get(line)?.from.first().cloned()
    }
}

fn key(benefit: bool) -> &'static str {
    if benefit { "benefits" } else { "costs" }
}

fn side(option: &OptionFlows, benefit: bool) -> (&'static str, Option<&Vec<f64>>) {
    if benefit {
        ("benefits", option.benefits.as_ref())
    } else {
        ("costs", option.costs.as_ref())
    }
}
