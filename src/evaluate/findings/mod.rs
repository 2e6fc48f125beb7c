//! Findings, one a file: what page one must warn of, and what else is worth saying. Each has a
//! stable id, a sentence and the places that it rests on.

mod built_part;
mod dearer;
mod destination;
mod loss;
mod market;
mod miss;
mod runway;
mod stage_default;
mod sunk;
mod terms;
mod vanity;

use super::ai;
use super::output::Finding;
use super::told::Told;
use crate::market::Market;
use crate::phrase::Phrase;

/// The warnings of page one.
pub(super) fn warnings(told: &Told) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(miss::miss_without_rule(told));
    found.extend(destination::open_destination(told));
    found.extend(loss::loses_in_one_reading(told));
    found.extend(dearer::dearer(told));
    found.extend(terms::overridden(told));
    found.extend(terms::long_horizon(told));
    found
}

/// Everything else worth saying.
pub(super) fn findings(told: &Told, market: &Market) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(stage_default::stage_default(told));
    found.extend(runway::runway(told));
    found.extend(built_part::built_part(told));
    found.extend(market::market_forces(told));
    found.extend(ai::finding(told));
    found.extend(market::not_assessed(told, market));
    found.extend(sunk::sunk(told));
    found.extend(vanity::findings(told));
    found
}

/// A finding.
pub(super) fn finding(
    id: &'static str,
    text: impl Into<Phrase>,
    from: impl IntoIterator<Item = String>,
) -> Finding {
    Finding {
        id,
        text: text.into(),
        from: from.into_iter().collect(),
    }
}
