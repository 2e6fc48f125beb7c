//! `stage-default`: what companies of this size usually do, and whether and why the verdict departs
//! from it. The stage is a reason; it never overrules evidence.

use super::finding;
use crate::evaluate::output::{Finding, Stage, Verdict};
use crate::evaluate::say;
use crate::evaluate::stage;
use crate::evaluate::told::Told;
use crate::evaluate::verdict;
use crate::phrase::Phrase;

/// What companies of this size usually do, and whether the verdict departs from it.
pub(super) fn stage_default(told: &Told) -> Option<Finding> {
    let stage = told.judgement.stage?;
    let from = "/organisation/engineers";
    let engineers = told.decision.organisation.engineers?;
    let (what, usually) = match stage {
        Stage::StartUp => ("a start-up", "buy everything and look for customers"),
        Stage::ScaleUp => (
            "a scale-up",
            "buy the foundation and build what sets them apart on top",
        ),
        Stage::Enterprise => (
            "an enterprise",
            "build selectively, once they have proved that they can",
        ),
    };
    let text = Phrase::new("With ")
        .then(say::engineers(engineers, from))
        .text(format!(" we are {what}. Such companies usually {usually}."));
    let text = match told.verdict {
        Verdict::DoNotProceed | Verdict::NotReady => text,
        verdict if stage::default(stage).contains(&verdict) => {
            text.text(" This answer does the same.")
        }
        verdict => text.text(" ").then(departs(told, stage, verdict)),
    };
    Some(finding("stage-default", text, [from.to_string()]))
}

/// Why a verdict departs from what is usual.
fn departs(told: &Told, stage: Stage, verdict: Verdict) -> Phrase {
    match (verdict, stage) {
        (Verdict::StopAndMigrate, _) => "This answer follows from a missed target instead.".into(),
        (Verdict::Build, _) => match verdict::by_questions(told.judgement) {
            true => "This answer is to build, because all five questions support it.",
            false => "This answer is to build, because an exception is granted.",
        }
        .into(),
        (Verdict::Hybrid, _) => Phrase::new("This answer also keeps what sets us apart: ")
            .then(say::names(told.apart(), "and"))
            .text("."),
        (_, Stage::ScaleUp) if told.judgement.apart == 0 => {
            "This answer is to buy only, because nothing is shown to set us apart.".into()
        }
        (_, Stage::ScaleUp) => {
            "This answer is to buy only, because keeping our own part would not pay.".into()
        }
        _ => "This answer is to buy, because an alternative covers the need.".into(),
    }
}
