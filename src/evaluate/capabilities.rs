//! The two capabilities, judged apart: building experiences that people choose, and keeping
//! commodity infrastructure running. Good golden paths and poor upkeep can live in one company, so
//! evidence for one is no evidence for the other.

use super::exceptions::excellence;
use super::limit;
use super::output::{Answer, Capability};
use super::questions::upkeep;
use super::say;
use super::told::Told;
use crate::phrase::Phrase;
use crate::policy::Threshold;

/// Both, in order.
pub(super) fn all(told: &Told) -> Vec<Capability> {
    vec![experiences(told), commodity(told)]
}

/// Whether people choose what we build: voluntary adoption, against the policy's two shares.
fn experiences(told: &Told) -> Capability {
    let platform = &told.decision.organisation.platform;
    let adoption = platform.voluntary_adoption.as_ref().map(|a| a.likely);
    let shown = match (platform.adoption_is_voluntary, adoption) {
        (_, Some(share))
            if limit::is_below(share, told.policy.value(Threshold::AdoptionEarned)) =>
        {
            Some(false)
        }
        (Some(true), Some(share))
            if limit::is_above(share, told.policy.value(Threshold::AdoptionProven)) =>
        {
            Some(true)
        }
        _ => None,
    };
    let evidence = excellence::adoption(told);
    let start = match shown {
        Some(true) => "People choose what we build. ",
        Some(false) => "People do not choose what we build. ",
        None => "It is not shown that people choose what we build. ",
    };
    Capability {
        id: "experiences",
        shown,
        text: Phrase::new(start).then(evidence.text),
        from: vec![evidence.from],
    }
}

/// Whether we keep infrastructure running: the question of upkeep.
fn commodity(told: &Told) -> Capability {
    let answer = told.judgement.answers[1];
    let (shown, start) = match answer {
        Answer::StrongYes => (Some(true), "We can keep commodity infrastructure running."),
        Answer::No => (
            Some(false),
            "We are not set up to keep commodity infrastructure running.",
        ),
        Answer::Partial | Answer::Unknown => (
            None,
            "It is not shown that we can keep commodity infrastructure running.",
        ),
    };
    let failed: Vec<&str> = upkeep::stresses(told.decision)
        .iter()
        .filter(|stress| stress.survived == Some(false))
        .map(|stress| stress.what)
        .collect();
    let text = match failed.is_empty() {
        true => Phrase::new(start),
        false => Phrase::new(start).text(format!(
            " It would not survive {}.",
            say::words(&failed, "or")
        )),
    };
    Capability {
        id: "upkeep",
        shown,
        text,
        from: vec!["/maintenance".into()],
    }
}
