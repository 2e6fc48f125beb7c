//! Targets for which nobody answers, or that are never due.

use super::Known;
use crate::diagnostics::{Diagnostic, Rule};

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    for (at, metric) in known.decision.success.metrics.iter().enumerate() {
        let place = format!("/success/metrics/{at}");
        if metric.target.is_none() {
            continue;
        }
        let is_blank = |text: &String| text.trim().is_empty();
        if metric.owner.as_ref().is_none_or(is_blank) {
            found.push(known.warn(
                Rule::NoOwner,
                &place,
                format!("`{}` has a target and no owner", metric.name),
                "add `owner`: the one person who will report it",
            ));
        }
        match (metric.due, metric.actual) {
            (None, _) => found.push(known.warn(
                Rule::NoDeadline,
                &place,
                format!(
                    "`{}` has a target and no day by which to reach it",
                    metric.name
                ),
                "add `due`; without it the target is never missed",
            )),
            (Some(due), None) if due < known.decision.as_of => found.push(known.warn(
                Rule::NotMeasured,
                &format!("{place}/due"),
                format!(
                    "`{}` was due before the day of the brief and has no result",
                    metric.name
                ),
                "add `actual` and `measured_on`, or say in `notes` why it was not measured",
            )),
            _ => {}
        }
    }
}
