//! Q3: is there *no* proven alternative that fits? Each alternative is judged by whether it is
//! proven and by its fit: stated, or the weighted share of the requirements that it meets.
//!
//! *No* where one is proven and fits; *strong yes* where each is known to be unproven or to fall
//! short, and at least one was assessed. A missed `must` puts an alternative below the threshold
//! whatever its share.

use crate::decision::{Alternative, Decision, Requirement};
use crate::evaluate::limit;
use crate::evaluate::output::{Answer, Evidence};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;
use crate::policy::{Policy, Threshold};

/// How an alternative stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::evaluate) struct Standing {
    /// The share of the need that it covers, where that is known.
    pub fit: Option<f64>,
    /// The first requirement that it misses and may not.
    pub missed_must: Option<usize>,
    /// Whether it is proven and fits; `None` where it might.
    pub qualifies: Option<bool>,
}

/// How each alternative stands, in order.
pub(in crate::evaluate) fn standings(decision: &Decision, policy: &Policy) -> Vec<Standing> {
    let asked = policy.value(Threshold::Fit);
    let standing = |alternative: &Alternative| {
        let (fit, missed_must) = fit(alternative, &decision.requirements);
        let fits = match (missed_must, fit) {
            (Some(_), _) => Some(false),
            (None, fit) => fit.map(|fit| !limit::is_below(fit, asked)),
        };
        let qualifies = match (alternative.proven, fits) {
            (Some(true), Some(true)) => Some(true),
            (Some(false), _) | (_, Some(false)) => Some(false),
            _ => None,
        };
        Standing {
            fit,
            missed_must,
            qualifies,
        }
    };
    decision.alternatives.iter().map(standing).collect()
}

/// The fit of an alternative, and the first requirement that it misses and may not.
fn fit(alternative: &Alternative, requirements: &[Requirement]) -> (Option<f64>, Option<usize>) {
    if let Some(fit) = &alternative.fit {
        return (Some(fit.likely), None);
    }
    let Some(meets) = &alternative.meets else {
        return (None, None);
    };
    let met = |requirement: &Requirement| meets.contains(&requirement.name);
    let weight = |wanted: &dyn Fn(&Requirement) -> bool| -> f64 {
        requirements
            .iter()
            .filter(|r| wanted(r))
            .map(|r| r.weight)
            .sum()
    };
    let whole = weight(&|_| true);
    let share = (whole > 0.0).then(|| weight(&met) / whole);
    (share, requirements.iter().position(|r| r.must && !met(r)))
}

/// The answer.
pub(in crate::evaluate) fn answer(standings: &[Standing]) -> Answer {
    if standings.iter().any(|s| s.qualifies == Some(true)) {
        Answer::No
    } else if !standings.is_empty() && standings.iter().all(|s| s.qualifies == Some(false)) {
        Answer::StrongYes
    } else {
        Answer::Unknown
    }
}

/// What each alternative comes to, the one that stands for all first, and what it costs.
pub(in crate::evaluate) fn evidence(told: &Told) -> Vec<Evidence> {
    let mut order: Vec<usize> = (0..told.decision.alternatives.len()).collect();
    let first = told.judgement.chosen.and_then(|chosen| chosen.alternative);
    order.sort_by_key(|at| {
        let standing = &told.judgement.standings[*at];
        let rank = match standing.qualifies {
            Some(true) => 0,
            None => 1,
            Some(false) => 2,
        };
        (Some(*at) != first, rank)
    });
    if order.is_empty() {
        return vec![Evidence::new("No alternative is listed.", "/alternatives")];
    }
    order
        .into_iter()
        .flat_map(|at| alternative(told, at))
        .collect()
}

fn alternative(told: &Told, at: usize) -> Vec<Evidence> {
    let alternative = &told.decision.alternatives[at];
    let place = format!("/alternatives/{at}");
    let mut evidence = match told.judgement.standings[at] {
        Standing {
            fit: Some(fit),
            qualifies: Some(true),
            ..
        } => vec![Evidence::new(qualified(told, at, fit), &place)],
        _ => vec![
            Evidence::new(proven(alternative), format!("{place}/proven")),
            Evidence::new(
                coverage(told, at),
                format!("{place}/{}", fit_field(alternative)),
            ),
        ],
    };
    evidence.extend(price(told, at));
    evidence
}

/// That an alternative is proven and fits, and why it counts as proven.
fn qualified(told: &Told, at: usize, fit: f64) -> Phrase {
    let alternative = &told.decision.alternatives[at];
    let from = format!("/alternatives/{at}/{}", fit_field(alternative));
    Phrase::default()
        .name(&alternative.name)
        .text(" is proven and covers ")
        .then(say::share(fit, from))
        .text(" of what we need; we ask for ")
        .then(say::policy(told, Threshold::Fit))
        .text(".")
        .then(say::remark(alternative.proven_because.as_deref()))
}

/// The field that holds the fit.
pub(in crate::evaluate) fn fit_field(alternative: &Alternative) -> &'static str {
    if alternative.meets.is_some() {
        "meets"
    } else {
        "fit"
    }
}

fn proven(alternative: &Alternative) -> Phrase {
    let said = Phrase::default().name(&alternative.name);
    let said = match alternative.proven {
        Some(true) => said.text(" is proven."),
        Some(false) => said.text(" is not proven."),
        None => Phrase::new("It is not known whether ")
            .then(said)
            .text(" is proven."),
    };
    said.then(say::remark(alternative.proven_because.as_deref()))
}

/// How much of the need an alternative covers, against the share asked for.
pub(in crate::evaluate) fn coverage(told: &Told, at: usize) -> Phrase {
    let alternative = &told.decision.alternatives[at];
    let standing = &told.judgement.standings[at];
    let name = Phrase::default().name(&alternative.name);
    let from = format!("/alternatives/{at}/{}", fit_field(alternative));
    let asked = say::policy(told, Threshold::Fit);
    match (standing.missed_must, standing.fit) {
        (Some(must), _) => name
            .text(" lacks something we cannot do without: ")
            .name(&told.decision.requirements[must].name)
            .text("."),
        (None, Some(fit)) => name
            .text(" covers ")
            .then(say::share(fit, from))
            .text(" of what we need; we ask for ")
            .then(asked)
            .text("."),
        (None, None) => Phrase::new("It is not known how much of the need ")
            .then(name)
            .text(" covers."),
    }
}

/// What an alternative costs, with source and date.
fn price(told: &Told, at: usize) -> Option<Evidence> {
    let alternative = &told.decision.alternatives[at];
    let place = format!("/alternatives/{at}");
    let (figure, field) = match (&alternative.annual_cost, &alternative.per_seat) {
        (Some(cost), _) => (cost, "annual_cost"),
        (None, Some(seat)) => (seat, "per_seat"),
        (None, None) => return None,
    };
    let from = format!("{place}/{field}");
    let said = Phrase::default()
        .name(&alternative.name)
        .text(" costs ")
        .then(told.money(figure.likely, &from));
    let said = said.text(if field == "per_seat" {
        " a seat a year"
    } else {
        " a year"
    });
    let source = figure.source.as_deref().or(alternative.source.as_deref());
    let day = figure.as_of.or(alternative.as_of);
    Some(Evidence::new(
        said.then(say::sourced(source, day)).text("."),
        from,
    ))
}
