//! The options: cash flows by year, in total and line by line.

use super::assess::Sheet;
use super::input::{ONE, Place};
use super::model::{Item, Part};
use super::results::{FlowKind, FlowLine, OptionFlows};
use super::run::Switching;
use super::stream::{Calendar, Flows, Stream};
use crate::decision::{Decision, Line};

impl Sheet<'_> {
    /// An option, with the cost of moving to it from the baseline.
    pub(super) fn option(&self, at: usize) -> OptionFlows {
        let option = &self.present.options[at];
        let flows = OptionFlows {
            name: self.names[at].clone(),
            kind: option.kind,
            alternative: option.alternative,
            costs: None,
            benefits: None,
            pv_costs: None,
            pv_benefits: None,
            total_cost: None,
            running_cost: None,
            engineers: option.engineers.count(&self.point.values),
            lines: Vec::new(),
            reason: option.unknown.map(|unknown| unknown.words().to_string()),
        };
        if option.unknown.is_some() {
            return flows;
        }
        let baseline = self.present.baseline;
        let base = self.present.totals(baseline, &self.point.values);
        let base_yearly = self.yearly.totals(baseline, &self.point.values);
        let own = self.present.totals(at, &self.point.values);
        let own_yearly = self.yearly.totals(at, &self.point.values);
        let switching = self
            .present
            .switching(at, baseline, &base, &self.point.values);
        let moved = self
            .yearly
            .switching(at, baseline, &base_yearly, &self.point.values);
        let calendar = &self.present.calendar;
        let costs = self.yearly.costs(&own_yearly, &moved).amounts(calendar);
        OptionFlows {
            total_cost: Some(costs.iter().sum()),
            costs: Some(costs),
            benefits: Some(own_yearly.benefits.amounts(calendar)),
            pv_costs: Some(self.present.costs(&own, &switching)),
            pv_benefits: Some(own.benefits),
            running_cost: Some(own.running),
            lines: self.lines(at, &moved),
            ..flows
        }
    }

    fn lines(&self, option: usize, moved: &Switching) -> Vec<FlowLine> {
        let items = self.yearly.options[option].items.clone();
        let calendar = &self.yearly.calendar;
        let mut lines: Vec<FlowLine> = self.yearly.items[items]
            .iter()
            .map(|item| self.line(item))
            .filter(|line| line.amounts.iter().any(|amount| *amount != 0.0))
            .collect();
        let mut moving = |kind, amount: f64, year, from: String| {
            if amount > 0.0 {
                let flows = Flows::unit(calendar, year).times(amount);
                lines.push(plain_line(kind, flows, calendar, vec![from]));
            }
        };
        let at = self.yearly.options[option].alternative.unwrap_or_default();
        let overlap = format!("/alternatives/{at}/overlap_months");
        moving(FlowKind::Overlap, moved.overlap, 1, overlap);
        let leaving = "/build/exit_cost".to_string();
        moving(FlowKind::TakingOutOfService, moved.leaving, 0, leaving);
        lines
    }

    fn line(&self, item: &Item<Flows>) -> FlowLine {
        let size = self.point.values[item.factors[0]] * self.point.values[item.factors[1]];
        let place = self.yearly.inputs[item.factors[0]].place;
        let from = item.factors.iter().filter(|factor| **factor != ONE);
        let from = from.map(|factor| self.yearly.inputs[*factor].place.pointer());
        let kind = match item.part {
            Part::OneOff => FlowKind::OneOff,
            Part::People => FlowKind::People,
            Part::Other => FlowKind::Other,
            Part::Subscription => FlowKind::Subscription,
            Part::Exit => FlowKind::Exit,
            Part::Value => FlowKind::Value,
            Part::CostLine | Part::BenefitLine => FlowKind::Stated,
        };
        let flows = item.shape.times(size);
        let line = plain_line(kind, flows, &self.yearly.calendar, from.collect());
        match stated(self.decision, place) {
            Some(stated) => FlowLine {
                name: Some(stated.name.clone()),
                risk: stated.risk,
                risk_reason: stated.risk_reason.clone(),
                benefit: item.part.is_benefit(),
                ..line
            },
            None => FlowLine {
                benefit: item.part.is_benefit(),
                ..line
            },
        }
    }
}

fn plain_line(kind: FlowKind, flows: Flows, calendar: &Calendar, from: Vec<String>) -> FlowLine {
    let amounts = flows.amounts(calendar);
    FlowLine {
        kind,
        name: None,
        benefit: false,
        pv: f64::of(calendar, |year| amounts[year]),
        amounts,
        risk: 0.0,
        risk_reason: None,
        from,
    }
}

/// The line of cash flows that an input stands for.
fn stated(decision: &Decision, place: Place) -> Option<&Line> {
    match place {
        Place::BuildLine(line) => decision.build.as_ref()?.lines.get(line),
        Place::AlternativeLine(at, line) => decision.alternatives.get(at)?.lines.get(line),
        _ => None,
    }
}
