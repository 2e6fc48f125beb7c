//! Q1: does it set us apart? Asked of each component, not of the product.
//!
//! *Strong yes* where every component is hard to replicate and matters to customers; *no* where
//! every component is known to lack one of the two; *partial* where at least one is both.
//!
//! Typical for a developer portal: the infrastructure no, golden paths yes.

use crate::decision::{Component, Decision};
use crate::evaluate::output::{Answer, Evidence};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// Whether a component sets the firm apart: `None` where that is not known.
pub(in crate::evaluate) fn sets_apart(component: &Component) -> Option<bool> {
    match (component.hard_to_replicate, component.matters_to_customers) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    }
}

/// The answer, and how many components are known to set the firm apart.
pub(in crate::evaluate) fn answer(decision: &Decision) -> (Answer, usize) {
    let count = |wanted| {
        decision
            .components
            .iter()
            .filter(|c| sets_apart(c) == wanted)
            .count()
    };
    let (all, apart, not) = (
        decision.components.len(),
        count(Some(true)),
        count(Some(false)),
    );
    let answer = match all {
        0 => Answer::Unknown,
        _ if apart == all => Answer::StrongYes,
        _ if not == all => Answer::No,
        _ if apart > 0 => Answer::Partial,
        _ => Answer::Unknown,
    };
    (answer, apart)
}

/// What each component comes to: those that set the firm apart first.
pub(in crate::evaluate) fn evidence(told: &Told) -> Vec<Evidence> {
    let components = &told.decision.components;
    if components.is_empty() {
        return vec![Evidence::new(
            "No parts are listed, so it is not known whether any of them sets us apart.",
            "/components",
        )];
    }
    let mut order: Vec<usize> = (0..components.len()).collect();
    order.sort_by_key(|at| match sets_apart(&components[*at]) {
        Some(true) => 0,
        None => 1,
        Some(false) => 2,
    });
    order
        .into_iter()
        .map(|at| Evidence::new(component(&components[at]), format!("/components/{at}")))
        .collect()
}

fn component(component: &Component) -> Phrase {
    let finding = match (component.hard_to_replicate, component.matters_to_customers) {
        (Some(true), Some(true)) => "hard to copy, and it matters to customers",
        (Some(false), Some(false)) => "easy to copy, and it does not matter to customers",
        (Some(false), Some(true)) => "it matters to customers, but it is easy to copy",
        (Some(false), None) => "easy to copy",
        (Some(true), Some(false)) => "hard to copy, but it does not matter to customers",
        (None, Some(false)) => "it does not matter to customers",
        (Some(true), None) => "hard to copy, but it is not known whether it matters to customers",
        (None, Some(true)) => {
            "it matters to customers, but it is not known whether it is hard to copy"
        }
        (None, None) => "it is not known whether it is hard to copy or matters to customers",
    };
    let said = Phrase::default()
        .name(&component.name)
        .text(format!(": {finding}."));
    said.then(say::remark(component.evidence.as_deref()))
}
