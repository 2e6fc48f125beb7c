//! A case's figures: the option against the baseline, down to the figures of both.

use super::given::Absent;
use super::{Derivation, Explainer, How, Measure};
use crate::finance::Case;

/// The figures of a case that stand in a list of all figures.
pub(super) const FIELDS: [&str; 19] = [
    "npv",
    "npv_redeployed",
    "roi",
    "payback_months",
    "discounted_payback_months",
    "irr",
    "annual_saving",
    "engineers_freed",
    "opportunity_annual",
    "pv_costs",
    "pv_benefits",
    "release_cost",
    "mean",
    "p10",
    "p50",
    "p90",
    "chance_better",
    "break_even/price",
    "break_even/build_value",
];

impl Explainer<'_> {
    pub(super) fn case_figure(&self, at: usize, rest: &[&str]) -> Option<Derivation> {
        let case = self.finance.cases.get(at)?;
        let found = match rest {
            ["npv"] => self.npv(at),
            ["roi"] => self.roi(at),
            ["payback_months"] => self.payback(at, false),
            ["discounted_payback_months"] => self.payback(at, true),
            ["irr"] => self.irr(at),
            ["annual_saving"] => self.annual_saving(at),
            ["engineers_freed"] => self.engineers_freed(at),
            ["opportunity_annual"] => self.opportunity_annual(at),
            ["opportunities", place, rest @ ..] => {
                return self.opportunity_figure(at, place.parse().ok()?, rest);
            }
            ["npv_redeployed"] => self.npv_redeployed(at),
            ["pv_costs"] => self.case_costs(at),
            ["pv_benefits"] => self.case_benefits(at),
            ["release_cost"] => self.release_cost(at),
            ["flows"] => self.net(case, false)?,
            ["flows_redeployed"] => self.net(case, true)?,
            ["flows", year] => self.flow(at, self.year(year)?),
            ["flows_redeployed", year] => self.flow_redeployed(at, self.year(year)?)?,
            _ => return self.uncertain_figure(at, rest),
        };
        Some(found)
    }

    pub(super) fn case(&self, at: usize) -> &Case {
        &self.finance.cases[at]
    }

    /// The place in `options` of a case's option: cases leave out the baseline.
    fn option_of(&self, at: usize) -> usize {
        at + usize::from(at >= self.model.baseline)
    }

    fn label(&self, at: usize, what: &str) -> String {
        let case = self.case(at);
        format!("{what}, {} against {}", case.option, case.against)
    }

    pub(super) fn npv(&self, at: usize) -> Derivation {
        let label = self.label(at, "net present value, people released");
        let operands = vec![self.case_benefits(at), self.case_costs(at)];
        let case = self.case(at);
        self.node(label, Measure::Money, case.npv, How::Difference, operands)
            .because(case.npv_reason.clone())
            .named(format!("/finance/cases/{at}/npv"))
    }

    fn case_costs(&self, at: usize) -> Derivation {
        let option = self.present_value(self.option_of(at), false);
        let mut operands = vec![option];
        if self.case(at).release_cost.is_some_and(|cost| cost > 0.0) {
            operands.push(self.release_cost(at));
        }
        let label = self.label(at, "costs, present value");
        self.node(
            label,
            Measure::Money,
            self.case(at).pv_costs,
            How::Sum,
            operands,
        )
        .because(self.case(at).npv_reason.clone())
        .named(format!("/finance/cases/{at}/pv_costs"))
    }

    fn release_cost(&self, at: usize) -> Derivation {
        let paid = self.case(at).release_cost;
        let operands = match paid {
            Some(paid) if paid > 0.0 => {
                vec![self.input("/money/release_cost", Measure::Money, Absent::Nil)]
            }
            _ => Vec::new(),
        };
        let label = "releasing people, in year 0";
        self.node(label, Measure::Money, paid, How::Sum, operands)
            .named(format!("/finance/cases/{at}/release_cost"))
    }

    fn case_benefits(&self, at: usize) -> Derivation {
        let (option, base) = (self.option_of(at), self.model.baseline);
        let mut gains = vec![
            self.present_value(option, true),
            self.present_value(base, false),
        ];
        gains.retain(|gain| gain.value != Some(0.0));
        let forgone = self.present_value(base, true);
        let label = self.label(at, "benefits, present value");
        let value = self.case(at).pv_benefits;
        let node = if forgone.value == Some(0.0) {
            self.node(label, Measure::Money, value, How::Sum, gains)
        } else {
            let gains = self.step(
                "benefits and costs avoided",
                Measure::Money,
                How::Sum,
                gains,
            );
            self.node(
                label,
                Measure::Money,
                value,
                How::Difference,
                vec![gains, forgone],
            )
        };
        node.because(self.case(at).npv_reason.clone())
            .named(format!("/finance/cases/{at}/pv_benefits"))
    }

    fn roi(&self, at: usize) -> Derivation {
        let case = self.case(at);
        let label = self.label(at, "return on investment");
        let operands = vec![self.npv(at), self.case_costs(at)];
        self.node(label, Measure::Ratio, case.roi, How::Quotient, operands)
            .because(case.roi_reason.clone())
            .named(format!("/finance/cases/{at}/roi"))
    }

    fn flows(&self, at: usize) -> Vec<Derivation> {
        let years = self.case(at).flows.as_ref().map_or(0, Vec::len);
        (0..years).map(|year| self.flow(at, year)).collect()
    }

    fn payback(&self, at: usize, discounted: bool) -> Derivation {
        let case = self.case(at);
        let (what, key, months, reason) = if discounted {
            (
                "discounted payback",
                "discounted_payback_months",
                case.discounted_payback_months,
                &case.discounted_payback_reason,
            )
        } else {
            (
                "payback",
                "payback_months",
                case.payback_months,
                &case.payback_reason,
            )
        };
        let mut operands = self.flows(at);
        operands.extend(discounted.then(|| self.rate()));
        let words = "months until what was paid has come back for good; within a year, money comes in evenly";
        self.node(
            self.label(at, what),
            Measure::Months,
            months,
            How::Method,
            operands,
        )
        .by(words)
        .because(reason.clone())
        .named(format!("/finance/cases/{at}/{key}"))
    }

    fn irr(&self, at: usize) -> Derivation {
        let case = self.case(at);
        let label = self.label(at, "internal rate of return");
        self.node(label, Measure::Ratio, case.irr, How::Method, self.flows(at))
            .by("the only rate between −99% and 1,000% at which the net present value is nil")
            .because(case.irr_reason.clone())
            .named(format!("/finance/cases/{at}/irr"))
    }

    pub(super) fn annual_saving(&self, at: usize) -> Derivation {
        let case = self.case(at);
        let base = self.running_cost(self.model.baseline);
        let operands = vec![base, self.running_cost(self.option_of(at))];
        let label = self.label(at, "saving a year");
        self.node(
            label,
            Measure::Money,
            case.annual_saving,
            How::Difference,
            operands,
        )
        .because(case.annual_saving_reason.clone())
        .named(format!("/finance/cases/{at}/annual_saving"))
    }

    pub(super) fn engineers_freed(&self, at: usize) -> Derivation {
        let case = self.case(at);
        let base = self.engineers(self.model.baseline);
        let operands = vec![base, self.engineers(self.option_of(at))];
        let label = self.label(at, "engineers freed");
        self.node(
            label,
            Measure::Engineers,
            case.engineers_freed,
            How::Difference,
            operands,
        )
        .because(case.engineers_freed_reason.clone())
        .named(format!("/finance/cases/{at}/engineers_freed"))
    }

    fn opportunity_annual(&self, at: usize) -> Derivation {
        let case = self.case(at);
        let filled = 0..case.opportunities.len();
        let operands = filled
            .filter_map(|place| self.opportunity(at, place))
            .collect();
        let label = self.label(at, "earned by freed engineers in a full year");
        self.node(
            label,
            Measure::Money,
            case.opportunity_annual,
            How::Sum,
            operands,
        )
        .because(case.opportunity_reason.clone())
        .named(format!("/finance/cases/{at}/opportunity_annual"))
    }

    /// Net cash flow in a year: benefits and costs avoided less costs and benefits forgone.
    fn flow(&self, at: usize, year: usize) -> Derivation {
        let (option, base) = (self.option_of(at), self.model.baseline);
        let zero = |amount: &Derivation| amount.value == Some(0.0);
        let mut gains = vec![
            self.amount(option, true, year),
            self.amount(base, false, year),
        ];
        gains.retain(|gain| !zero(gain));
        let mut losses = vec![
            self.amount(option, false, year),
            self.amount(base, true, year),
        ];
        if year == 0 {
            losses.push(self.release_cost(at));
        }
        losses.retain(|loss| !zero(loss));
        let mut operands = vec![self.step("money in", Measure::Money, How::Sum, gains)];
        operands.push(self.step("money out", Measure::Money, How::Sum, losses));
        let case = self.case(at);
        let value = case.flows.as_ref().map(|flows| flows[year]);
        let label = self.label(at, &format!("net cash flow in year {year}"));
        self.node(label, Measure::Money, value, How::Difference, operands)
            .because(case.npv_reason.clone())
            .named(format!("/finance/cases/{at}/flows/{year}"))
    }

    fn net(&self, case: &Case, redeployed: bool) -> Option<Derivation> {
        let at = self
            .finance
            .cases
            .iter()
            .position(|one| one.option == case.option)?;
        let years = 0..=self.calendar.years;
        let (operands, all): (Vec<Derivation>, _) = if redeployed {
            let flows = years.map(|year| self.flow_redeployed(at, year));
            (
                flows.collect::<Option<_>>()?,
                case.flows_redeployed.as_ref()?,
            )
        } else {
            (self.flows(at), case.flows.as_ref()?)
        };
        let label = self.label(at, "net cash flow over the horizon");
        let total = Some(all.iter().sum());
        Some(self.node(label, Measure::Money, total, How::Sum, operands))
    }
}
