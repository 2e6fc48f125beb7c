//! The redeployed reading: what freed engineers earn, and their cost that goes on.

use super::given::Absent;
use super::{Derivation, Explainer, How, Measure};
use crate::finance::FlowKind;
use crate::finance::parts::ramp_share;

impl Explainer<'_> {
    pub(super) fn npv_redeployed(&self, at: usize) -> Derivation {
        let case = self.case(at);
        let label = format!(
            "net present value, people redeployed, {} against {}",
            case.option, case.against
        );
        let years = 0..=self.calendar.years;
        let flows = years.map(|year| self.flow_redeployed(at, year));
        let mut operands: Vec<Derivation> = flows.collect::<Option<_>>().unwrap_or_default();
        operands.push(self.rate());
        self.node(
            label,
            Measure::Money,
            case.npv_redeployed,
            How::PresentValue,
            operands,
        )
        .because(case.npv_redeployed_reason.clone())
        .named(format!("/finance/cases/{at}/npv_redeployed"))
    }

    /// Net cash flow in a year where freed people stay: the released reading's, with their cost
    /// back in and what they earn beside it.
    pub(super) fn flow_redeployed(&self, at: usize, year: usize) -> Option<Derivation> {
        let case = self.case(at);
        let value = *case.flows_redeployed.as_ref()?.get(year)?;
        let mut more = vec![self.case_figure(at, &["flows", &year.to_string()])?];
        if year == 0 && case.release_cost.is_some_and(|cost| cost > 0.0) {
            more.push(self.case_figure(at, &["release_cost"])?);
        }
        let mut operands = Vec::new();
        if year > 0 {
            let overlap = self.overlap_share(at);
            more.push(self.earned(at, year, overlap.as_ref()));
            let kept = self.kept(at, year);
            if let Some(share) = overlap.filter(|_| year == 1) {
                let label = "their part of the overlap, paid already";
                let factors = vec![kept.clone(), share];
                more.push(self.step(label, Measure::Money, How::Product, factors));
            }
            operands.push(kept);
        }
        operands.insert(0, self.step("money in", Measure::Money, How::Sum, more));
        let label = format!("net cash flow in year {year}, people redeployed");
        let node = self.node(
            label,
            Measure::Money,
            Some(value),
            How::Difference,
            operands,
        );
        Some(node.named(format!("/finance/cases/{at}/flows_redeployed/{year}")))
    }

    /// What the freed engineers go on costing in a year: the baseline's people in proportion.
    fn kept(&self, at: usize, year: usize) -> Derivation {
        let base = self.model.baseline;
        let lines = &self.finance.options[base].lines;
        let people = lines.iter().position(|line| line.kind == FlowKind::People);
        let cost = people.and_then(|line| {
            let (line, year) = (line.to_string(), year.to_string());
            self.option_figure(base, &["lines", &line, "amounts", &year])
        });
        let nobody = || self.node("people", Measure::Money, Some(0.0), How::Sum, Vec::new());
        let freed = vec![self.engineers_freed(at), self.engineers(base)];
        let share = self.step(
            "share of its people freed",
            Measure::Percent,
            How::Quotient,
            freed,
        );
        let factors = vec![cost.unwrap_or_else(nobody), share];
        let label = format!("freed people’s cost in year {year}");
        self.step(label, Measure::Money, How::Product, factors)
    }

    /// What the freed engineers earn in a year.
    fn earned(&self, at: usize, year: usize, overlap: Option<&Derivation>) -> Derivation {
        let filled = 0..self.case(at).opportunities.len();
        let operands = filled.filter_map(|place| {
            let taken = self.case(at).opportunities.get(place)?;
            let ramp = &self.decision.opportunities.get(taken.index)?.ramp;
            let mut factors = vec![self.opportunity(at, place)?];
            if ramp_share(ramp, year) != 1.0 {
                let place = format!("/opportunities/{}/ramp", taken.index);
                factors.extend(self.ramped(&place, ramp, year));
            }
            if let (Some(share), 1) = (overlap, year) {
                let free = vec![self.number("all of it", 1.0), share.clone()];
                let label = "share of year 1 in which they are free";
                factors.push(self.step(label, Measure::Number, How::Difference, free));
            }
            let label = format!("{} in year {year}", factors[0].label);
            Some(self.step(label, Measure::Money, How::Product, factors))
        });
        let label = format!("earned by freed engineers in year {year}");
        self.step(label, Measure::Money, How::Sum, operands.collect())
    }

    /// Share of year 1 in which the baseline still runs, where it does.
    fn overlap_share(&self, at: usize) -> Option<Derivation> {
        let case = self.case(at);
        let option = self
            .finance
            .options
            .iter()
            .find(|o| o.name == case.option)?;
        let line = option
            .lines
            .iter()
            .find(|line| line.kind == FlowKind::Overlap)?;
        let months = self.given(line.from.first()?)?;
        let twelve = self.number("months of a year", 12.0);
        let label = "share of year 1 in which it still runs";
        Some(self.step(label, Measure::Number, How::Quotient, vec![months, twelve]))
    }

    pub(super) fn opportunity_figure(
        &self,
        at: usize,
        place: usize,
        rest: &[&str],
    ) -> Option<Derivation> {
        match rest {
            ["annual"] => self.opportunity(at, place),
            ["share"] => self.opportunity_share(at, place),
            ["engineers"] => self.given_to(at, place),
            _ => None,
        }
    }

    /// What an opportunity earns in a full year with the engineers it is given.
    pub(super) fn opportunity(&self, at: usize, place: usize) -> Option<Derivation> {
        let filled = self.case(at).opportunities.get(place)?;
        let stated = self.decision.opportunities.get(filled.index)?;
        let field = |name: &str| format!("/opportunities/{}/{name}", filled.index);
        let mut operands = vec![self.input(&field("annual_value"), Measure::Money, Absent::Nil)];
        operands.extend(
            ["margin", "likelihood"]
                .iter()
                .filter_map(|name| self.given(&field(name))),
        );
        operands.extend(self.opportunity_share(at, place));
        let label = stated.name.clone();
        let node = self.node(
            label,
            Measure::Money,
            Some(filled.annual),
            How::Product,
            operands,
        );
        let gross = stated.margin.is_none() || stated.likelihood.is_none();
        let gross = gross.then(|| "gross, at most: margin or likelihood is not given".to_string());
        let pointer = format!("/finance/cases/{at}/opportunities/{place}/annual");
        Some(node.because(gross).named(pointer))
    }

    fn opportunity_share(&self, at: usize, place: usize) -> Option<Derivation> {
        let filled = self.case(at).opportunities.get(place)?;
        let own = format!("/opportunities/{}/engineers", filled.index);
        let needed = self
            .given(&own)
            .or_else(|| self.given("/build/engineers"))?;
        let operands = vec![self.given_to(at, place)?, needed];
        let label = "share that they fill";
        let node = self.node(
            label,
            Measure::Percent,
            Some(filled.share),
            How::Quotient,
            operands,
        );
        Some(node.named(format!("/finance/cases/{at}/opportunities/{place}/share")))
    }

    fn given_to(&self, at: usize, place: usize) -> Option<Derivation> {
        let filled = self.case(at).opportunities.get(place)?;
        let label = "engineers given to it";
        let operands = vec![self.engineers_freed(at)];
        let value = Some(filled.engineers);
        let node = self.node(label, Measure::Engineers, value, How::Method, operands);
        let node =
            node.by("best value for each engineer first, until the freed engineers are used up");
        Some(node.named(format!(
            "/finance/cases/{at}/opportunities/{place}/engineers"
        )))
    }
}
