//! Revenue that is taken for profit: an opportunity that earns revenue and states no margin.

use super::Known;
use crate::decision::OpportunityKind;
use crate::diagnostics::{Diagnostic, Rule};

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    for (at, opportunity) in known.decision.opportunities.iter().enumerate() {
        let is_revenue = opportunity.kind == OpportunityKind::Revenue;
        if !is_revenue || opportunity.annual_value.is_none() {
            continue;
        }
        let taken_whole = match opportunity.margin {
            None => "states no margin",
            Some(1.0) => "counts all of it as profit",
            Some(_) => continue,
        };
        found.push(known.warn(
            Rule::RevenueAsProfit,
            &format!("/opportunities/{at}"),
            format!("`{}` earns revenue and {taken_whole}", opportunity.name),
            "add `margin`, the share of the revenue that is profit; until then the brief says “up to”",
        ));
    }
}
