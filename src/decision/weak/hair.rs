//! Thresholds that are met by a hair: a little less, and the answer to a question changes. How
//! little is the share within which the policy calls a miss narrow.

use super::Known;
use crate::decision::{Figure, Metric};
use crate::diagnostics::{Diagnostic, Rule};
use crate::display::Conventions;
use crate::policy::Threshold;

const HINT: &str = "say how sure the figure is, with `low` and `high`, before somebody asks";

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    let decision = known.decision;
    for (at, alternative) in decision.alternatives.iter().enumerate() {
        let place = format!("/alternatives/{at}/fit");
        share(
            known,
            &place,
            alternative.fit.as_ref(),
            Threshold::Fit,
            found,
        );
    }
    share(
        known,
        "/organisation/platform/voluntary_adoption",
        decision.organisation.platform.voluntary_adoption.as_ref(),
        Threshold::AdoptionProven,
        found,
    );
    for (at, metric) in decision.success.metrics.iter().enumerate() {
        found.extend(measure(
            known,
            &format!("/success/metrics/{at}/actual"),
            metric,
        ));
    }
}

/// Whether a value reaches a bound and is within the narrow share of it.
fn narrowly(known: &Known, value: f64, bound: f64) -> bool {
    let narrow = known.policy.value(Threshold::NarrowMiss) * bound.abs();
    value >= bound && value - bound < narrow
}

fn share(
    known: &Known,
    place: &str,
    figure: Option<&Figure>,
    threshold: Threshold,
    found: &mut Vec<Diagnostic>,
) {
    let bound = known.policy.value(threshold);
    // A figure with a range already says how sure it is.
    let Some(figure) = figure.filter(|figure| figure.range.is_none()) else {
        return;
    };
    // Adoption proves a team only above the bound, so that on the bound it is not met at all.
    let on_the_bound = threshold == Threshold::AdoptionProven && figure.likely <= bound;
    if narrowly(known, figure.likely, bound) && !on_the_bound {
        let shown = |share: f64| Conventions::default().percent(share);
        let message = format!(
            "{} is {}, and the policy asks for {}",
            known.label(place),
            shown(figure.likely),
            shown(bound)
        );
        found.push(known.warn(Rule::ByAHair, place, message, HINT));
    }
}

fn measure(known: &Known, place: &str, metric: &Metric) -> Option<Diagnostic> {
    let (target, actual) = (metric.target?, metric.actual?);
    let met_narrowly = match metric.at_least {
        true => narrowly(known, actual, target),
        false => narrowly(known, -actual, -target),
    };
    let message = format!(
        "{} is {actual}, and the target {target}",
        known.label(place)
    );
    met_narrowly.then(|| {
        known.warn(
            Rule::ByAHair,
            place,
            message,
            "say whether it would be met again next month",
        )
    })
}
