//! Q5: can we measure success, and will we stop? Metrics with target, deadline and owner, and a
//! rule that ends the work.
//!
//! *No* where a decisive metric was missed past its due date; on the due date itself the deadline
//! has not passed. A decisive metric that is overdue and was never measured is not known to be met,
//! and what is not known is never a strong yes.

use crate::decision::{Decision, Metric};
use crate::evaluate::limit;
use crate::evaluate::output::{Answer, Evidence};
use crate::evaluate::say;
use crate::evaluate::subject::is_stated;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;
use crate::policy::Threshold;

/// The answer.
pub(in crate::evaluate) fn answer(decision: &Decision) -> Answer {
    let success = &decision.success;
    let committed = success.exit_rule.committed == Some(true);
    if missed(decision).is_some() {
        Answer::No
    } else if committed && success.metrics.iter().any(is_complete) && overdue(decision).is_none() {
        Answer::StrongYes
    } else if committed
        || !success.metrics.is_empty()
        || is_stated(success.exit_rule.rule.as_deref())
    {
        Answer::Partial
    } else {
        Answer::Unknown
    }
}

/// Whether a metric has a target, a deadline and an owner.
fn is_complete(metric: &Metric) -> bool {
    metric.target.is_some() && metric.due.is_some() && is_stated(metric.owner.as_deref())
}

/// Whether the measured value falls short of the target; `None` where one of them is not known.
pub(in crate::evaluate) fn falls_short(metric: &Metric) -> Option<bool> {
    let (actual, target) = (metric.actual?, metric.target?);
    Some(if metric.at_least {
        limit::is_below(actual, target)
    } else {
        limit::is_above(actual, target)
    })
}

/// Whether the deadline has passed: the day after the due date is the first on which it has.
pub(in crate::evaluate) fn is_past_due(metric: &Metric, decision: &Decision) -> bool {
    metric.due.is_some_and(|due| due < decision.as_of)
}

/// The first decisive metric that was missed past its due date.
pub(in crate::evaluate) fn missed(decision: &Decision) -> Option<usize> {
    let metrics = &decision.success.metrics;
    metrics
        .iter()
        .position(|m| m.decisive && is_past_due(m, decision) && falls_short(m) == Some(true))
}

/// The first decisive metric whose deadline has passed and that is not known to be met.
pub(in crate::evaluate) fn overdue(decision: &Decision) -> Option<usize> {
    let metrics = &decision.success.metrics;
    metrics
        .iter()
        .position(|m| m.decisive && is_past_due(m, decision) && falls_short(m).is_none())
}

/// Whether a miss is within the policy's share of the target.
pub(in crate::evaluate) fn is_narrow(told: &Told, metric: &Metric) -> bool {
    let (Some(actual), Some(target)) = (metric.actual, metric.target) else {
        return false;
    };
    let narrow = told.policy.value(Threshold::NarrowMiss) * target.abs();
    !limit::is_above((actual - target).abs(), narrow)
}

/// Misses first, then the other metrics, then the rule.
pub(in crate::evaluate) fn evidence(told: &Told) -> Vec<Evidence> {
    let metrics = &told.decision.success.metrics;
    let mut order: Vec<usize> = (0..metrics.len()).collect();
    order.sort_by_key(|at| {
        !(is_past_due(&metrics[*at], told.decision) && falls_short(&metrics[*at]) == Some(true))
    });
    let mut evidence: Vec<Evidence> = order
        .into_iter()
        .map(|at| Evidence::new(metric(told, at), format!("/success/metrics/{at}")))
        .collect();
    if metrics.is_empty() {
        evidence.push(Evidence::new(
            "No measure of success is stated.",
            "/success/metrics",
        ));
    }
    evidence.push(rule(told));
    evidence
}

fn metric(told: &Told, at: usize) -> Phrase {
    let metric = &told.decision.success.metrics[at];
    if is_past_due(metric, told.decision) {
        return match falls_short(metric) {
            Some(true) => missed_target(told, at),
            Some(false) => met_target(told, at),
            None => unmeasured(told, at),
        };
    }
    let mut lacking = Vec::new();
    for (is_lacking, what) in [
        (metric.target.is_none(), "a target"),
        (metric.due.is_none(), "a deadline"),
        (!is_stated(metric.owner.as_deref()), "an owner"),
    ] {
        if is_lacking {
            lacking.push(what);
        }
    }
    let said = Phrase::default().name(&metric.name);
    match (metric.target, metric.due, lacking.is_empty()) {
        (Some(target), Some(due), true) => said
            .text(if metric.at_least {
                " must reach "
            } else {
                " must stay within "
            })
            .then(say::measured(
                target,
                metric,
                format!("/success/metrics/{at}/target"),
            ))
            .text(format!(" by {}; ", say::date(due)))
            .name(metric.owner.clone().unwrap_or_default())
            .text(" answers for it."),
        _ => said.text(format!(" lacks {}.", say::words(&lacking, "and"))),
    }
}

/// What was measured, and the target that it falls short of.
pub(in crate::evaluate) fn missed_target(told: &Told, at: usize) -> Phrase {
    let metric = &told.decision.success.metrics[at];
    let place = format!("/success/metrics/{at}");
    let (Some(actual), Some(target), Some(due)) = (metric.actual, metric.target, metric.due) else {
        return Phrase::default();
    };
    let said = Phrase::default()
        .name(&metric.name)
        .text(" stood at ")
        .then(say::measured(actual, metric, format!("{place}/actual")));
    let said = match metric.measured_on {
        Some(day) => said.text(format!(" on {}", say::date(day))),
        None => said,
    };
    let said = said
        .text(format!(". The target, due on {}, was ", say::date(due)))
        .then(say::measured(target, metric, format!("{place}/target")));
    if is_narrow(told, metric) {
        said.text(", so the miss is narrow.")
    } else {
        said.text(".")
    }
}

fn met_target(told: &Told, at: usize) -> Phrase {
    let metric = &told.decision.success.metrics[at];
    let place = format!("/success/metrics/{at}");
    let (Some(actual), Some(target)) = (metric.actual, metric.target) else {
        return Phrase::default();
    };
    Phrase::default()
        .name(&metric.name)
        .text(" stood at ")
        .then(say::measured(actual, metric, format!("{place}/actual")))
        .text(". The target was ")
        .then(say::measured(target, metric, format!("{place}/target")))
        .text(", so it was met.")
}

fn unmeasured(told: &Told, at: usize) -> Phrase {
    let metric = &told.decision.success.metrics[at];
    let due = metric.due.map(say::date).unwrap_or_default();
    let what = match metric.target {
        Some(_) => "what was reached is not stated",
        None => "it has no target",
    };
    Phrase::default()
        .name(&metric.name)
        .text(format!(": the deadline was {due}, but {what}."))
}

fn rule(told: &Told) -> Evidence {
    let rule = &told.decision.success.exit_rule;
    let words = rule.rule.as_deref().filter(|rule| !rule.trim().is_empty());
    let (said, from) = match (rule.committed, words) {
        (Some(true), Some(words)) => (
            Phrase::new("The rule that ends it is committed to: ")
                .then(say::quoted(words))
                .text("."),
            "/success/exit_rule/rule",
        ),
        (Some(true), None) => (
            "A rule that ends it is committed to, but its words are not given.".into(),
            "/success/exit_rule/committed",
        ),
        (Some(false), _) => (
            "Nobody has committed to a rule that ends it.".into(),
            "/success/exit_rule/committed",
        ),
        (None, Some(words)) => (
            Phrase::new("It is not known whether anybody has committed to the rule that ends it: ")
                .then(say::quoted(words))
                .text("."),
            "/success/exit_rule/committed",
        ),
        (None, None) => (
            "No rule that ends it is stated.".into(),
            "/success/exit_rule",
        ),
    };
    Evidence::new(said, from)
}
