//! Figures that bear on the verdict and have no source, or an old one.

use super::Known;
use crate::diagnostics::{Diagnostic, Rule};
use crate::display::Conventions;
use crate::evaluate::provenance::Figures;
use crate::policy::Threshold;

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    let figures = Figures::of(known.decision, known.policy);
    for place in &figures.unsourced {
        found.push(known.warn(
            Rule::NoSource,
            place,
            format!("{} has no source", known.label(place)),
            "write it as `{ \"value\": …, \"source\": \"…\", \"as_of\": \"…\" }`; `assumption` is a source too",
        ));
    }
    let months = known.policy.value(Threshold::SourceAgeMonths);
    for place in &figures.old {
        found.push(known.warn(
            Rule::OldSource,
            place,
            format!(
                "{} is more than {} old",
                known.label(place),
                Conventions::default().months(months)
            ),
            "ask again, and state the day as `as_of`",
        ));
    }
}
