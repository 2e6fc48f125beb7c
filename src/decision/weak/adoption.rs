//! Adoption that nobody chose shows nothing about what was built.

use super::Known;
use crate::diagnostics::{Diagnostic, Rule};

pub(super) fn warnings(known: &Known, found: &mut Vec<Diagnostic>) {
    let platform = &known.decision.organisation.platform;
    let message = match platform.adoption_is_voluntary {
        _ if platform.voluntary_adoption.is_none() => return,
        Some(true) => return,
        Some(false) => "the share that adopted it is stated, and nobody may refuse it",
        None => "the share that adopted it is stated, and not whether they may refuse it",
    };
    found.push(known.warn(
        Rule::AdoptionNotVoluntary,
        "/organisation/platform/voluntary_adoption",
        message,
        "state `adoption_is_voluntary`; adoption that is required proves nothing about quality",
    ));
}
