//! One option set against the baseline, with every measure of it or the reason why it has none.

use super::irr::{Irr, MEANINGFUL, irr};
use super::model::{CaseRun, Model, Totals};
use super::opportunity::Point;
use super::results::{Case, FilledOpportunity};
use super::returns::{discounted_payback_months, payback_months};
use super::stream::Flows;
use crate::decision::{Decision, FreedPeople};
use crate::display::Conventions;

/// A decision's model in both forms, with the likely value of every input.
pub(super) struct Sheet<'d> {
    pub decision: &'d Decision,
    pub present: Model<f64>,
    pub yearly: Model<Flows>,
    pub point: Point,
    pub names: Vec<String>,
}

/// A figure and, where it does not exist, the reason.
type Reasoned = (Option<f64>, Option<String>);

fn reasoned(figure: Result<f64, String>) -> Reasoned {
    match figure {
        // Adding nil turns a negative nil into a plain one.
        Ok(figure) => (Some(figure + 0.0), None),
        Err(reason) => (None, Some(reason)),
    }
}

impl Sheet<'_> {
    /// Every option but the baseline, set against the baseline.
    pub fn cases(&self) -> Vec<Case> {
        let base = self
            .present
            .totals(self.present.baseline, &self.point.values);
        let base_yearly = self.yearly.totals(self.yearly.baseline, &self.point.values);
        (0..self.names.len())
            .filter(|at| *at != self.present.baseline)
            .map(|at| self.case(at, &base, &base_yearly))
            .collect()
    }

    fn case(&self, option: usize, base: &Totals<f64>, base_yearly: &Totals<Flows>) -> Case {
        let against = self.present.baseline;
        let run = self.present.case(option, against, base, &self.point);
        let yearly = self.yearly.case(option, against, base_yearly, &self.point);
        let known = run.ok_or_else(|| self.unknown(option));
        let flows = yearly.map(|run| run.released.amounts(&self.yearly.calendar));
        let shape = flows.as_deref().ok_or_else(|| self.unknown(option));

        let (npv, npv_reason) = reasoned(known.clone().map(|run| run.released));
        let (roi, roi_reason) = reasoned(known.clone().and_then(return_on_investment));
        let (payback_months, payback_reason) = reasoned(
            shape
                .clone()
                .and_then(|flows| self.paid_back(payback_months(flows))),
        );
        let rate = self.present.calendar.rate;
        let (discounted_payback_months, discounted_payback_reason) = reasoned(
            shape
                .clone()
                .and_then(|flows| self.paid_back(discounted_payback_months(flows, rate))),
        );
        let (irr, irr_reason) = reasoned(shape.and_then(rate_of_return));
        let (annual_saving, annual_saving_reason) = reasoned(known.clone().map(|_| {
            let own = self.present.totals(option, &self.point.values);
            base.running - own.running
        }));
        let freed = self.present.freed(option, against, &self.point.values);
        let (engineers_freed, engineers_freed_reason) =
            reasoned(freed.ok_or_else(|| self.heads_unknown(option)));
        let earned = self.opportunity(option, freed);
        let opportunities = earned
            .as_ref()
            .map_or(Vec::new(), |freed| self.filled(*freed));
        let gross = opportunities.iter().any(|filled| {
            let taken = &self.decision.opportunities[filled.index];
            taken.margin.is_none() || taken.likelihood.is_none()
        });
        let (opportunity_annual, opportunity_reason) = reasoned(
            earned
                .clone()
                .map(|_| opportunities.iter().map(|o| o.annual).sum()),
        );
        let redeployed = run.and_then(|run| run.redeployed);
        let (npv_redeployed, npv_redeployed_reason) =
            reasoned(redeployed.ok_or_else(|| self.not_redeployed(option, earned.err())));
        Case {
            option: self.names[option].clone(),
            kind: self.present.options[option].kind,
            alternative: self.present.options[option].alternative,
            against: self.names[against].clone(),
            npv,
            npv_reason,
            roi,
            roi_reason,
            payback_months,
            payback_reason,
            discounted_payback_months,
            discounted_payback_reason,
            irr,
            irr_reason,
            annual_saving,
            annual_saving_reason,
            engineers_freed,
            engineers_freed_reason,
            opportunity_annual,
            opportunity_reason,
            opportunity_is_gross: opportunity_annual.map(|_| gross),
            opportunities,
            npv_redeployed,
            npv_redeployed_reason,
            reading: match npv_redeployed {
                Some(_) => self.present.headline,
                None => FreedPeople::Released,
            },
            pv_costs: run.map(|run| run.costs + 0.0),
            pv_benefits: run.map(|run| run.benefits + 0.0),
            release_cost: run.map(|run| run.release),
            flows,
            flows_redeployed: yearly
                .and_then(|run| run.redeployed)
                .map(|flows| flows.amounts(&self.yearly.calendar)),
            mean: None,
            p10: None,
            p50: None,
            p90: None,
            chance_better: None,
            chance_reason: None,
            histogram: Vec::new(),
            tornado: Vec::new(),
            break_even: None,
            break_even_redeployed: None,
        }
    }

    /// Why a case has no figures: the option has none, or the baseline has none.
    fn unknown(&self, option: usize) -> String {
        let baseline = self.present.baseline;
        match (
            self.present.options[option].unknown,
            self.present.options[baseline].unknown,
        ) {
            (Some(unknown), _) => unknown.words().to_string(),
            (None, Some(unknown)) => {
                format!(
                    "{}, the baseline: {}",
                    self.names[baseline],
                    unknown.words()
                )
            }
            (None, None) => String::new(),
        }
    }

    fn heads_unknown(&self, option: usize) -> String {
        let after = self.present.options[option]
            .engineers
            .count(&self.point.values);
        let unknown = if after.is_none() {
            option
        } else {
            self.present.baseline
        };
        format!(
            "how many engineers {} takes is not given",
            self.names[unknown]
        )
    }

    fn paid_back(&self, months: Option<f64>) -> Result<f64, String> {
        let years = Conventions::default().years(self.present.calendar.years as f64);
        months.ok_or_else(|| format!("it does not pay back within {years}"))
    }

    /// The engineers who could take up opportunities, or why there is nothing to take up.
    fn opportunity(&self, option: usize, freed: Option<f64>) -> Result<f64, String> {
        let freed = freed.ok_or_else(|| self.heads_unknown(option))?;
        if freed <= 0.0 {
            Err("nobody is freed".into())
        } else if self.decision.opportunities.is_empty() {
            Err("no opportunities are given".into())
        } else if self.present.opportunities.ranked.is_empty() {
            Err("no opportunity has a value".into())
        } else {
            Ok(freed)
        }
    }

    fn not_redeployed(&self, option: usize, no_opportunity: Option<String>) -> String {
        let baseline = self.present.baseline;
        let figureless = self.present.options[option].unknown.is_some()
            || self.present.options[baseline].unknown.is_some();
        match no_opportunity {
            Some(reason) => reason,
            None if figureless => self.unknown(option),
            None => "what the freed engineers cost is not given".into(),
        }
    }

    fn filled(&self, freed: f64) -> Vec<FilledOpportunity> {
        let filled = self.present.opportunities.filled(freed, &self.point);
        filled
            .filter(|filled| filled.share > 0.0)
            .map(|filled| {
                let full = self.point.values[filled.opportunity.value] * filled.opportunity.worth;
                FilledOpportunity {
                    index: filled.opportunity.index,
                    engineers: filled.engineers,
                    share: filled.share,
                    annual: full * filled.share,
                }
            })
            .collect()
    }
}

fn return_on_investment(run: CaseRun<f64>) -> Result<f64, String> {
    if run.costs > 0.0 {
        Ok(run.released / run.costs)
    } else {
        Err("it costs nothing, so there is nothing to set a return against".into())
    }
}

fn rate_of_return(flows: &[f64]) -> Result<f64, String> {
    let house = Conventions::default();
    match irr(flows) {
        Irr::Rate(rate) => Ok(rate),
        Irr::NothingPaid => Err("there is no outlay to earn a return on".into()),
        Irr::NothingEarned => Err("nothing comes back".into()),
        Irr::NoRate => Err("no rate brings its net present value to nil".into()),
        Irr::Beyond(rate) => Err(format!(
            "{} is beyond {} a year and not meaningful",
            house.ratio(rate),
            house.ratio(MEANINGFUL.1)
        )),
        Irr::Several(low, high) => Err(format!(
            "several rates, {} and {} among them, bring its net present value to nil, so none is meaningful",
            house.ratio(low),
            house.ratio(high)
        )),
    }
}
