//! E3: proven excellence in platform work: an enterprise, an organisation of its own, and adoption
//! that is voluntary and above the policy's share.
//!
//! Between the two shares of adoption excellence is unproven: not granted, and not disproven. Below
//! the lower one the right to build is not earned.

use crate::decision::Decision;
use crate::evaluate::limit;
use crate::evaluate::output::Evidence;
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;
use crate::policy::{Policy, Threshold};

/// The three conditions: size, organisation, adoption; `None` where one is not known.
fn conditions(decision: &Decision, policy: &Policy) -> [Option<bool>; 3] {
    let platform = &decision.organisation.platform;
    let size = decision
        .organisation
        .engineers
        .map(|n| !limit::is_below(n, policy.value(Threshold::Enterprise)));
    let share = platform
        .voluntary_adoption
        .as_ref()
        .map(|a| limit::is_above(a.likely, policy.value(Threshold::AdoptionProven)));
    let adoption = match (platform.adoption_is_voluntary, share) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    };
    [size, platform.dedicated_organisation, adoption]
}

/// Whether anything speaks for it: nobody claims excellence in so many words.
pub(in crate::evaluate) fn claimed(decision: &Decision, policy: &Policy) -> bool {
    conditions(decision, policy).contains(&Some(true))
}

/// Whether all three conditions are known to hold.
pub(in crate::evaluate) fn granted(decision: &Decision, policy: &Policy) -> bool {
    conditions(decision, policy) == [Some(true); 3]
}

/// Whether adoption is known to be below what earns the right to build. A share below it counts
/// whether or not people may choose: fewer would choose it freely.
pub(in crate::evaluate) fn below(decision: &Decision, policy: &Policy) -> bool {
    let adoption = &decision.organisation.platform.voluntary_adoption;
    adoption
        .as_ref()
        .is_some_and(|a| limit::is_below(a.likely, policy.value(Threshold::AdoptionEarned)))
}

/// The reason for granting or refusing, and each condition.
pub(in crate::evaluate) fn said(told: &Told) -> (Phrase, Vec<Evidence>) {
    let met = conditions(told.decision, told.policy);
    let count = met.iter().filter(|c| **c == Some(true)).count();
    let reason = if count == met.len() {
        "We have the size, a team of its own, and engineers who choose what it builds."
    } else if met.iter().all(|c| c.is_none()) {
        "Nothing is said of our size, of a team of its own, or of how many engineers choose what it builds."
    } else if count == 0 {
        "None of the three conditions is known to be met: size, a team of its own, and free adoption."
    } else if met[2] == Some(false) && !below(told.decision, told.policy) {
        "Adoption does not prove excellence, and does not disprove it."
    } else if count == 1 {
        "One of the three conditions is met: size, a team of its own, and free adoption are all needed."
    } else {
        "Two of the three conditions are met: size, a team of its own, and free adoption are all needed."
    };
    (
        reason.into(),
        vec![size(told), organisation(told), adoption(told)],
    )
}

fn size(told: &Told) -> Evidence {
    let from = "/organisation/engineers";
    let asked = say::policy(told, Threshold::Enterprise);
    let said = match told.decision.organisation.engineers {
        Some(engineers) => Phrase::new("We have ")
            .then(say::engineers(engineers, from))
            .text("; ")
            .then(asked)
            .text(" are asked for."),
        None => Phrase::new("It is not known how many engineers we have; ")
            .then(asked)
            .text(" are asked for."),
    };
    Evidence::new(said, from)
}

fn organisation(told: &Told) -> Evidence {
    let said = match told.decision.organisation.platform.dedicated_organisation {
        Some(true) => "A team of its own builds the platform.",
        Some(false) => "No team of its own builds the platform.",
        None => "It is not known whether the platform has a team of its own.",
    };
    Evidence::new(said, "/organisation/platform/dedicated_organisation")
}

/// How many engineers choose what was built, against the share asked for.
pub(in crate::evaluate) fn adoption(told: &Told) -> Evidence {
    let platform = &told.decision.organisation.platform;
    let from = "/organisation/platform/voluntary_adoption";
    let asked = say::policy(told, Threshold::AdoptionProven);
    let Some(adoption) = &platform.voluntary_adoption else {
        return Evidence::new(
            "It is not known how many of the engineers who could use it choose to.",
            from,
        );
    };
    let share = say::share(adoption.likely, from);
    let said = match platform.adoption_is_voluntary {
        Some(false) => share.text(" of engineers use it, but they have no choice."),
        Some(true) => share
            .text(" of engineers choose it; more than ")
            .then(asked)
            .text(" are asked for."),
        None => share.text(" of engineers use it; it is not known whether they have a choice."),
    };
    let source = adoption.source.as_deref();
    let said = match source {
        Some(_) if adoption.is_assumption() => said.text(" The figure is an assumption."),
        _ => said,
    };
    Evidence::new(said, from)
}
