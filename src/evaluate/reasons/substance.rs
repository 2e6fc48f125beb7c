//! Reasons about the thing itself: what sets us apart, what can be bought, what can be kept up,
//! what was promised.

use crate::evaluate::exceptions;
use crate::evaluate::findings::finding;
use crate::evaluate::output::{Answer, Finding};
use crate::evaluate::questions::{alternatives, measures, upkeep};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// The missed target and the rule for that case.
pub(super) fn missed(told: &Told) -> Option<Finding> {
    let missed = told.judgement.missed?;
    let said =
        measures::missed_target(told, missed).text(" We had committed to a rule for that case");
    let rule = told
        .decision
        .success
        .exit_rule
        .rule
        .as_deref()
        .filter(|rule| !rule.trim().is_empty());
    let said = match rule {
        Some(rule) => said.text(": ").then(say::quoted(rule)).text("."),
        None => said.text("."),
    };
    Some(finding(
        "target-missed",
        said,
        [
            format!("/success/metrics/{missed}"),
            "/success/exit_rule".into(),
        ],
    ))
}

/// The alternative that the recommended option rests on.
pub(super) fn alternative(told: &Told) -> Option<Finding> {
    let at = told.judgement.chosen?.alternative?;
    let fit = told.judgement.standings[at].fit?;
    let alternative = &told.decision.alternatives[at];
    let from = format!(
        "/alternatives/{at}/{}",
        alternatives::fit_field(alternative)
    );
    let said = Phrase::default()
        .name(&alternative.name)
        .text(" is proven and covers ")
        .then(say::share(fit, &from))
        .text(" of what we need; we ask for ")
        .then(say::policy(told, crate::policy::Threshold::Fit))
        .text(".");
    let said = match told.decision.market_forces_vendors {
        Some(true) => said.text(" Other customers make its vendor improve it anyway."),
        _ => said,
    };
    Some(finding(
        "alternative-fits",
        said,
        [format!("/alternatives/{at}/proven"), from],
    ))
}

/// What sets us apart, and what does not.
pub(super) fn apart(told: &Told) -> Option<Finding> {
    let apart = told.apart();
    let all = told.decision.components.len();
    if apart.is_empty() {
        return None;
    }
    let (some, count) = (apart.len(), |n: usize| say::number(n as f64, "/components"));
    let said = match (some, all) {
        (1, 1) => Phrase::new("What we would own sets us apart: "),
        (some, all) if some == all => Phrase::new("Every part of it sets us apart: "),
        (1, all) => Phrase::new("One of the ")
            .then(count(all))
            .text(" parts sets us apart: "),
        (some, all) => say::number_at_start(some as f64, "/components")
            .text(" of the ")
            .then(count(all))
            .text(" parts set us apart: "),
    };
    let said = said.then(say::names(apart, "and")).text(".");
    let rest_is_common = told
        .decision
        .components
        .iter()
        .all(|c| crate::evaluate::questions::apart::sets_apart(c).is_some());
    let said = match (rest_is_common, all - some) {
        (true, 1) => said.text(" The other does not."),
        (true, 2..) => said.text(" The others do not."),
        _ => said,
    };
    Some(finding("sets-apart", said, ["/components".to_string()]))
}

/// What sets us apart moves along when the rest is stopped.
pub(super) fn kept(told: &Told) -> Option<Finding> {
    let chosen = told.judgement.chosen?;
    (chosen.kind == crate::finance::OptionKind::Hybrid).then(|| {
        let said = Phrase::new("We keep building what sets us apart: ")
            .then(say::names(told.apart(), "and"))
            .text(".");
        finding("keeps-what-sets-apart", said, ["/components".to_string()])
    })
}

/// No part of it sets us apart.
pub(super) fn nothing_apart(told: &Told) -> Option<Finding> {
    if told.judgement.answers[0] != Answer::No {
        return None;
    }
    let said = match told.decision.components.as_slice() {
        [only] => {
            let easy = only.hard_to_replicate == Some(false);
            let because = match (easy, only.matters_to_customers) {
                (true, Some(false)) => "it is easy to copy and does not matter to customers",
                (true, _) => "it is easy to copy",
                _ => "it does not matter to customers",
            };
            format!("Owning it would not set us apart: {because}.")
        }
        _ => "No part of it sets us apart: each is easy to copy, or does not matter to customers."
            .to_string(),
    };
    Some(finding(
        "nothing-sets-apart",
        said,
        ["/components".to_string()],
    ))
}

/// What the built thing would not survive.
pub(super) fn upkeep(told: &Told) -> Option<Finding> {
    let stresses = upkeep::stresses(told.decision);
    let failed: Vec<_> = stresses
        .iter()
        .filter(|s| s.survived == Some(false))
        .collect();
    let maintenance = &told.decision.maintenance;
    let mut said = Phrase::default();
    let mut from: Vec<String> = failed.iter().map(|s| s.field.to_string()).collect();
    if !failed.is_empty() {
        let what: Vec<&str> = failed.iter().map(|s| s.what).collect();
        let start = say::capital(told.built_thing());
        said = said.text(format!(
            "{start} would not survive {}.",
            say::words(&what, "or")
        ));
    }
    if let (true, Some(planned), Some(needed)) = (
        upkeep::understaffed(told.decision, told.policy),
        &maintenance.engineers_planned,
        &maintenance.engineers_needed,
    ) {
        let gap = if said.is_empty() { "" } else { " " };
        said = said
            .text(gap)
            .then(say::planned_and_needed(planned.likely, needed.likely));
        from.push("/maintenance/engineers_planned".into());
    }
    (!said.is_empty()).then(|| finding("upkeep-fails", said, from))
}

/// Upkeep is secured.
pub(super) fn secured(told: &Told) -> Option<Finding> {
    let said = match told.judgement.answers[1] {
        Answer::StrongYes => {
            "We can keep it up: it has a team of its own, a budget for several years and an executive behind it."
        }
        Answer::Partial => {
            "We expect it to survive key people leaving and priorities shifting, though its upkeep is not fully secured."
        }
        _ => return None,
    };
    Some(finding(
        "upkeep-secured",
        said,
        ["/maintenance".to_string()],
    ))
}

/// Success is measured, and a rule ends the work.
pub(super) fn measured(told: &Told) -> Option<Finding> {
    (told.judgement.answers[4] == Answer::StrongYes).then(|| {
        let said = "Success has a target, a deadline and an owner, and we have committed to a rule that ends the work.";
        finding("success-measured", said, ["/success".to_string()])
    })
}

/// No alternative qualifies.
pub(super) fn no_alternative(told: &Told) -> Option<Finding> {
    (told.judgement.answers[2] == Answer::StrongYes).then(|| {
        let count = told.decision.alternatives.len();
        let said = match count {
            1 => alternatives::coverage(told, 0).then(match told.decision.alternatives[0].proven {
                Some(false) => Phrase::new(" It is not proven at our scale."),
                _ => Phrase::default(),
            }),
            _ => Phrase::new("None of the ")
                .then(say::number(count as f64, "/alternatives"))
                .text(" alternatives that were assessed is both proven and good enough."),
        };
        finding("no-alternative", said, ["/alternatives".to_string()])
    })
}

/// The exception that lets us build.
pub(super) fn exception(told: &Told) -> Option<Finding> {
    let at = told.judgement.granted.iter().position(|granted| *granted)?;
    let (said, from) = match at {
        0 => (
            exceptions::unique::said(told).0,
            "/exceptions/unique_requirements",
        ),
        1 => (
            Phrase::new(
                "The platform is strategic property: what keeps others from having it is stated, with evidence.",
            ),
            "/exceptions/strategic_ip",
        ),
        _ => (excellence(told), "/organisation/platform"),
    };
    Some(finding("exception-granted", said, [from.to_string()]))
}

/// Proven excellence, with its figures.
fn excellence(told: &Told) -> Phrase {
    let (Some(engineers), Some(adoption)) = (
        told.decision.organisation.engineers,
        &told.decision.organisation.platform.voluntary_adoption,
    ) else {
        return Phrase::default();
    };
    Phrase::new("We have shown that we can: ")
        .then(say::share(
            adoption.likely,
            "/organisation/platform/voluntary_adoption",
        ))
        .text(" of ")
        .then(say::engineers(engineers, "/organisation/engineers"))
        .text(" freely choose what our platform team builds.")
}
