//! `market-forces` and `not-assessed`: whether other customers make vendors build the thing anyway,
//! and which alternatives of the market catalogue were not assessed where none is listed. The
//! catalogue names them; it never says that they fit, or what they cost.

use super::finding;
use crate::evaluate::output::Finding;
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::market::Market;
use crate::phrase::Phrase;

/// Whether other customers make vendors build this.
pub(super) fn market_forces(told: &Told) -> Option<Finding> {
    let text = match told.decision.market_forces_vendors? {
        true => "Other customers make vendors build this anyway.",
        false => "No other customer makes vendors build this.",
    };
    Some(finding(
        "market-forces",
        text,
        ["/market_forces_vendors".to_string()],
    ))
}

/// Names alternatives of the market where the decision lists none.
pub(super) fn not_assessed(told: &Told, market: &Market) -> Option<Finding> {
    let category = market.category(told.decision.category.as_deref()?)?;
    if !told.decision.alternatives.is_empty() {
        return None;
    }
    let sold = Phrase::new(say::capital(&category.name))
        .text(format!(" have been sold since {}. ", category.since));
    let text = sold.text("These were not assessed: ").then(say::names(
        category.alternatives.iter().map(String::as_str),
        "and",
    ));
    let text = match category.as_of {
        Some(day) => text.text(format!(" (known on {}).", say::date(day))),
        None => text.text("."),
    };
    Some(finding(
        "not-assessed",
        text,
        ["/category".to_string(), "/alternatives".to_string()],
    ))
}
