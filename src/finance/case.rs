//! One option set against the baseline, with every measure of it or the reason why it has none.

use super::assess::Sheet;
use super::irr::{Irr, MEANINGFUL, irr};
use super::results::Case;
use super::returns::{discounted_payback_months, payback_months};
use super::run::{CaseRun, Totals};
use super::stream::{Flows, Stream};
use crate::decision::FreedPeople;
use crate::display::Conventions;

/// A figure and, where it does not exist, the reason.
type Reasoned = (Option<f64>, Option<String>);

/// A figure or its reason, as they stand beside each other in the output.
pub(super) fn reasoned(figure: Result<f64, String>) -> Reasoned {
    match figure {
        // Adding nil turns a negative nil into a plain one.
        Ok(figure) => (Some(figure + 0.0), None),
        Err(reason) => (None, Some(reason)),
    }
}

impl Sheet<'_> {
    /// Every option but the baseline, set against the baseline.
    pub fn cases(&self) -> Vec<Case> {
        let baseline = self.present.baseline;
        let base = self.present.totals(baseline, &self.point.values);
        let base_yearly = self.yearly.totals(baseline, &self.point.values);
        let others = (0..self.names.len()).filter(|at| *at != baseline);
        others
            .map(|at| self.case(at, &base, &base_yearly))
            .collect()
    }

    fn case(&self, option: usize, base: &Totals<f64>, base_yearly: &Totals<Flows>) -> Case {
        let against = self.present.baseline;
        let run = self.present.case(option, against, base, &self.point);
        let yearly = self.yearly.case(option, against, base_yearly, &self.point);
        let mut case = self.without_figures(option);
        self.worth(&mut case, option, run);
        self.yearly_measures(&mut case, option, yearly);
        let saving = run.map(|_| {
            let own = self.present.totals(option, &self.point.values);
            base.running.less(own.running)
        });
        (case.annual_saving, case.annual_saving_reason) =
            reasoned(saving.ok_or_else(|| self.unknown(option)));
        self.people(&mut case, option, run);
        case
    }

    /// Present values and the return on them.
    fn worth(&self, case: &mut Case, option: usize, run: Option<CaseRun<f64>>) {
        let run = run.ok_or_else(|| self.unknown(option));
        (case.npv, case.npv_reason) = reasoned(run.clone().map(|run| run.released));
        (case.roi, case.roi_reason) = reasoned(run.clone().and_then(return_on_investment));
        if let Ok(run) = run {
            case.pv_costs = Some(run.costs + 0.0);
            case.pv_benefits = Some(run.benefits + 0.0);
            case.release_cost = Some(run.release);
        }
    }

    /// What follows from the amounts by year.
    fn yearly_measures(&self, case: &mut Case, option: usize, run: Option<CaseRun<Flows>>) {
        let calendar = &self.yearly.calendar;
        case.flows = run.map(|run| run.released.amounts(calendar));
        let redeployed = run.and_then(|run| run.redeployed);
        case.flows_redeployed = redeployed.map(|flows| flows.amounts(calendar));
        let flows = case.flows.as_deref().ok_or_else(|| self.unknown(option));
        let simple = flows.clone().map(payback_months);
        let discounted = flows
            .clone()
            .map(|flows| discounted_payback_months(flows, calendar.rate));
        (case.irr, case.irr_reason) = reasoned(flows.and_then(rate_of_return));
        (case.payback_months, case.payback_reason) =
            reasoned(simple.and_then(|months| self.paid_back(months)));
        (
            case.discounted_payback_months,
            case.discounted_payback_reason,
        ) = reasoned(discounted.and_then(|months| self.paid_back(months)));
    }

    fn paid_back(&self, months: Option<f64>) -> Result<f64, String> {
        let years = Conventions::default().years(self.present.calendar.years as f64);
        months.ok_or_else(|| format!("it does not pay back within {years}"))
    }

    /// Why a case has no figures: the option has none, or the baseline has none.
    pub(super) fn unknown(&self, option: usize) -> String {
        let baseline = self.present.baseline;
        let why = |at: usize| self.present.options[at].unknown;
        match (why(option), why(baseline)) {
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

    /// A case before anything is worked out.
    fn without_figures(&self, option: usize) -> Case {
        let model = &self.present.options[option];
        Case {
            option: self.names[option].clone(),
            kind: model.kind,
            alternative: model.alternative,
            against: self.names[self.present.baseline].clone(),
            reading: FreedPeople::Released,
            npv: None,
            npv_reason: None,
            roi: None,
            roi_reason: None,
            payback_months: None,
            payback_reason: None,
            discounted_payback_months: None,
            discounted_payback_reason: None,
            irr: None,
            irr_reason: None,
            annual_saving: None,
            annual_saving_reason: None,
            engineers_freed: None,
            engineers_freed_reason: None,
            opportunity_annual: None,
            opportunity_reason: None,
            opportunity_is_gross: None,
            opportunities: Vec::new(),
            npv_redeployed: None,
            npv_redeployed_reason: None,
            pv_costs: None,
            pv_benefits: None,
            release_cost: None,
            flows: None,
            flows_redeployed: None,
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
