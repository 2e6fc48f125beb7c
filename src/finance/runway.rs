//! Runway: the months until the money runs out, and what each option does to them.
//!
//! A decision states the months, not the money. What the company spends is therefore taken to be
//! what all its engineers cost; whatever else it spends makes the true effect of an option smaller.
//! Within a year money is taken to flow evenly; freed people are read as released, for redeployed
//! people go on being paid.

use super::results::{Case, OptionRunway, Runway};
use crate::decision::Decision;
use crate::display::Conventions;

/// The runway, where the decision states one.
pub(super) fn runway(decision: &Decision, cases: &[Case]) -> Option<Runway> {
    let months = decision.organisation.runway_months?;
    let spent = monthly_cost(decision);
    let options = cases.iter().map(|case| {
        let found = match (&spent, &case.flows) {
            (Err(reason), _) => Err((*reason).to_string()),
            (_, None) => Err(case.npv_reason.clone().unwrap_or_default()),
            (Ok(spent), Some(flows)) => lasts(months, *spent, flows),
        };
        let within = case.flows.as_deref().map(|flows| within(months, flows));
        OptionRunway {
            option: case.option.clone(),
            money: within.map(|money| money + 0.0),
            months: found.as_ref().ok().copied(),
            change: found.as_ref().ok().map(|found| found - months),
            reason: found.err(),
        }
    });
    let options = options.collect();
    let (monthly_cost, monthly_cost_reason) = match spent {
        Ok(spent) => (Some(spent), None),
        Err(reason) => (None, Some(reason.to_string())),
    };
    Some(Runway {
        months,
        monthly_cost,
        monthly_cost_reason,
        options,
    })
}

/// What all engineers cost a month.
fn monthly_cost(decision: &Decision) -> Result<f64, &'static str> {
    let engineers = decision.organisation.engineers;
    let cost = decision.money.cost_per_engineer.as_ref();
    match (engineers, cost) {
        (Some(engineers), Some(cost)) if engineers * cost.likely > 0.0 => {
            Ok(engineers * cost.likely / 12.0)
        }
        (None, _) => Err("how many engineers there are is not given"),
        (_, None) => Err("what an engineer costs is not given"),
        _ => Err("the engineers cost nothing"),
    }
}

/// Months that the money lasts where yearly flows come on top of a steady monthly cost.
fn lasts(months: f64, spent: f64, flows: &[f64]) -> Result<f64, String> {
    let mut money = months * spent + flows[0];
    if money <= 0.0 {
        return Ok(0.0);
    }
    for (year, flow) in flows.iter().enumerate().skip(1) {
        let a_month = spent - flow / 12.0;
        let needed = 12.0 * a_month;
        if needed >= money {
            return Ok(12.0 * (year as f64 - 1.0) + money / a_month);
        }
        money -= needed;
    }
    let years = Conventions::default().years(flows.len() as f64 - 1.0);
    Err(format!("the money lasts beyond the horizon of {years}"))
}

/// What flows bring in, or cost, within so many months.
fn within(months: f64, flows: &[f64]) -> f64 {
    let later = flows.iter().enumerate().skip(1).map(|(year, flow)| {
        let share = (months / 12.0 - (year as f64 - 1.0)).clamp(0.0, 1.0);
        flow * share
    });
    flows[0] + later.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_lasts_as_long_as_it_is_not_spent() {
        // 12 months at 100 are 1,200.
        assert_eq!(lasts(12.0, 100.0, &[0.0, 0.0]), Ok(12.0));
        // Saving 600 a year halves what a month costs: 24 months, within the second year.
        assert_eq!(lasts(12.0, 100.0, &[0.0, 600.0, 600.0]), Ok(24.0));
        // Paying 600 at once leaves half.
        assert_eq!(lasts(12.0, 100.0, &[-600.0, 0.0]), Ok(6.0));
        assert_eq!(lasts(12.0, 100.0, &[-1_200.0, 0.0]), Ok(0.0));
        assert!(lasts(18.0, 100.0, &[0.0, 1_200.0]).is_err());
        assert_eq!(within(18.0, &[-10.0, 12.0, 12.0, 12.0]), 8.0);
    }
}
