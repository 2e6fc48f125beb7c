//! `horizon-overridden`, `rate-overridden` and `long-horizon`: the decision reckons on terms of its
//! own, or looks further ahead than figures can. Either can turn a loss into a gain.

use super::finding;
use crate::evaluate::output::Finding;
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;
use crate::policy::Threshold;

/// The decision uses a horizon or rate of its own.
pub(super) fn overridden(told: &Told) -> Vec<Finding> {
    let money = &told.decision.money;
    let mut found = Vec::new();
    if let Some(years) = money
        .horizon_years
        .filter(|y| *y != told.policy.value(Threshold::HorizonYears))
    {
        let text = Phrase::new("This decision looks ahead ")
            .figure(say::house().years(years), years, "/money/horizon_years")
            .text("; our policy is ")
            .then(say::policy(told, Threshold::HorizonYears))
            .text(".");
        found.push(finding(
            "horizon-overridden",
            text,
            ["/money/horizon_years".to_string()],
        ));
    }
    if let Some(rate) = money
        .discount_rate
        .filter(|r| *r != told.policy.value(Threshold::DiscountRate))
    {
        let text = Phrase::new("This decision discounts at ")
            .then(say::share(rate, "/money/discount_rate"))
            .text(" a year; our policy is ")
            .then(say::policy(told, Threshold::DiscountRate))
            .text(".");
        found.push(finding(
            "rate-overridden",
            text,
            ["/money/discount_rate".to_string()],
        ));
    }
    found
}

/// The decision looks further ahead than the policy finds sensible.
pub(super) fn long_horizon(told: &Told) -> Option<Finding> {
    let longest = told.policy.value(Threshold::HorizonWarningYears);
    let years = f64::from(told.finance.horizon_years);
    (years > longest).then(|| {
        let text = Phrase::new("Figures beyond ")
            .then(say::policy(told, Threshold::HorizonWarningYears))
            .text(" years are guesses; this decision looks ahead ")
            .figure(say::house().years(years), years, "/finance/horizon_years")
            .text(".");
        finding("long-horizon", text, ["/finance/horizon_years".to_string()])
    })
}
