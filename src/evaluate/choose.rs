//! Which alternative stands for all that qualify, and which option a verdict recommends.

use super::judge::{Chosen, Judgement};
use super::output::Verdict;
use crate::decision::{Decision, FreedPeople};
use crate::finance::{CaseValue, OptionKind};
use std::cmp::Ordering;

/// The qualifying alternative that stands for all as an option of the given kind: the one with the
/// highest net present value, then the better fit, then the name. `None` where none qualifies, or
/// each that does is known to lose money against building in every reading.
pub(super) fn best(decision: &Decision, judgement: &Judgement, kind: OptionKind) -> Option<usize> {
    ranked(decision, judgement, kind, |at| !loses(judgement, kind, at))
}

/// The same, whether or not it loses money.
pub(super) fn best_of_all(
    decision: &Decision,
    judgement: &Judgement,
    kind: OptionKind,
) -> Option<usize> {
    ranked(decision, judgement, kind, |_| true)
}

fn ranked(
    decision: &Decision,
    judgement: &Judgement,
    kind: OptionKind,
    admits: impl Fn(usize) -> bool,
) -> Option<usize> {
    let qualifies = |at: &usize| judgement.standings[*at].qualifies == Some(true);
    let candidates = (0..judgement.standings.len())
        .filter(qualifies)
        .filter(|at| admits(*at));
    candidates.min_by(|a, b| compare(decision, judgement, kind, *a, *b))
}

/// The better one first.
fn compare(
    decision: &Decision,
    judgement: &Judgement,
    kind: OptionKind,
    a: usize,
    b: usize,
) -> Ordering {
    let value = |at| value(decision, judgement, kind, at).unwrap_or(f64::NEG_INFINITY);
    let fit = |at: usize| judgement.standings[at].fit.unwrap_or(0.0);
    let name = |at: usize| decision.alternatives[at].name.as_str();
    (value(b).total_cmp(&value(a)))
        .then(fit(b).total_cmp(&fit(a)))
        .then(name(a).cmp(name(b)))
}

/// The net present value of an option in the headline's reading. All options are set against the
/// same baseline, so the order is theirs and not the baseline's.
fn value(decision: &Decision, judgement: &Judgement, kind: OptionKind, at: usize) -> Option<f64> {
    let outlook = &judgement.outlook;
    let cases = if outlook.build_costed {
        &outlook.against_build
    } else {
        &outlook.cases
    };
    match find(cases, kind, at) {
        Some(case) if headline(decision) == FreedPeople::Redeployed => {
            case.npv_redeployed.or(case.npv)
        }
        Some(case) => case.npv,
        // The baseline has no case against itself: it gains nothing.
        None if decision.money.baseline.as_deref() == Some(&decision.alternatives[at].name) => {
            Some(0.0)
        }
        None => None,
    }
}

/// How freed people are read in the headline.
pub(super) fn headline(decision: &Decision) -> FreedPeople {
    let otherwise = if decision.opportunities.is_empty() {
        FreedPeople::Released
    } else {
        FreedPeople::Redeployed
    };
    decision.money.freed_people.unwrap_or(otherwise)
}

/// Whether an option is known to lose money against building in every reading.
pub(super) fn loses(judgement: &Judgement, kind: OptionKind, at: usize) -> bool {
    let case = find(&judgement.outlook.against_build, kind, at);
    case.is_some_and(CaseValue::loses_in_every_reading)
}

/// The case of an option.
pub(super) fn find(cases: &[CaseValue], kind: OptionKind, at: usize) -> Option<&CaseValue> {
    cases
        .iter()
        .find(|case| case.kind == kind && case.alternative == Some(at))
}

/// The option that a verdict recommends.
pub(super) fn recommended(
    decision: &Decision,
    judgement: &Judgement,
    verdict: Verdict,
) -> Option<Chosen> {
    let chosen = |kind| {
        move |at| Chosen {
            kind,
            alternative: Some(at),
        }
    };
    match verdict {
        Verdict::Build => Some(Chosen {
            kind: OptionKind::Build,
            alternative: None,
        }),
        Verdict::Hybrid => judgement.hybrid.map(chosen(OptionKind::Hybrid)),
        Verdict::Buy => judgement.buy.map(chosen(OptionKind::Buy)),
        // What sets the firm apart goes along to the new home, unless that is known not to pay.
        Verdict::StopAndMigrate => {
            let hybrid = judgement
                .hybrid
                .filter(|_| judgement.apart > 0)
                .map(chosen(OptionKind::Hybrid));
            let bought =
                || best_of_all(decision, judgement, OptionKind::Buy).map(chosen(OptionKind::Buy));
            hybrid.or_else(bought)
        }
        Verdict::DoNotProceed | Verdict::NotReady => None,
    }
}
