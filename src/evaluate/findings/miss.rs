//! `miss-without-rule`: a decisive metric was missed, and nobody committed to a rule that ends the
//! work. Without a rule a miss changes nothing, so a board must be told that there is none.
//!
//! Example: adoption stood at 15% when 60% was due, and the work goes on.

use super::finding;
use crate::evaluate::output::Finding;
use crate::evaluate::questions::measures;
use crate::evaluate::told::Told;

/// A decisive metric was missed, and no rule that ends the work is committed to.
pub(super) fn miss_without_rule(told: &Told) -> Option<Finding> {
    let missed = told
        .judgement
        .missed
        .filter(|_| !told.judgement.committed)?;
    let text =
        measures::missed_target(told, missed).text(" Nobody has committed to a rule that ends it.");
    Some(finding(
        "miss-without-rule",
        text,
        [
            format!("/success/metrics/{missed}"),
            "/success/exit_rule".into(),
        ],
    ))
}
