//! The resolution that the meeting is asked to pass, in words it can minute: the author's where
//! they gave one, else put together from what the decision states.

use crate::evaluate::Verdict;
use crate::frame::in_sentence;
use crate::report::model::{Block, CalloutKind, Figure, Origin, Prose};
use crate::report::words::Subject;

/// The resolution.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let words = match &subject.decision.ask.resolution {
        Some(words) if !words.trim().is_empty() => {
            Prose::new().given(words.trim(), Origin::decision("/ask/resolution"))
        }
        _ => ours(subject),
    };
    vec![Block::callout(CalloutKind::Resolution, words)]
}

fn ours(subject: &Subject) -> Prose {
    let deed = deed(subject);
    match subject.evaluation.verdict {
        Verdict::NotReady => deed,
        // Where nothing is bought or built, there is nothing to pay and nothing to review.
        Verdict::DoNotProceed => deed.text("."),
        _ => deed.prose(cost(subject)).prose(review(subject)).text("."),
    }
}

/// What is resolved, up to where conditions follow.
fn deed(subject: &Subject) -> Prose {
    let bought = subject.recommended_alternative();
    match (subject.evaluation.verdict, bought) {
        (Verdict::Buy, Some(name)) => Prose::from("To buy ").prose(name),
        (Verdict::Buy, None) => "To buy".into(),
        (Verdict::Hybrid, Some(name)) => {
            Prose::from("To buy ").prose(name).text(" and to keep building only ").prose(ours_to_build(subject))
        }
        (Verdict::Hybrid, None) => Prose::from("To keep building only ").prose(ours_to_build(subject)),
        (Verdict::StopAndMigrate, Some(name)) => {
            Prose::from("To stop what we built ourselves and move to ").prose(name)
        }
        (Verdict::StopAndMigrate, None) => {
            "To stop what we built ourselves, and to choose where to move before any more is spent on it".into()
        }
        (Verdict::Build, _) if subject.runs_our_own() => "To keep building our own".into(),
        (Verdict::Build, _) => "To build our own".into(),
        (Verdict::DoNotProceed, _) => "To spend no more on this proposal".into(),
        (Verdict::NotReady, _) => {
            "To take no decision yet, and to ask for the answers listed in this paper.".into()
        }
    }
}

/// The components that set the firm apart, by name.
fn ours_to_build(subject: &Subject) -> Prose {
    let components = subject.decision.components.iter().enumerate();
    let names: Vec<Prose> = components
        .filter(|(_, c)| c.hard_to_replicate == Some(true) && c.matters_to_customers == Some(true))
        .map(|(at, c)| {
            Prose::new().given(
                in_sentence(&c.name, subject.decision),
                Origin::decision(format!("/components/{at}/name")),
            )
        })
        .collect();
    match names.len() {
        0 | 4.. => "the parts that set us apart".into(),
        _ => joined(names),
    }
}

/// Names with commas between them and an *and* before the last.
pub fn joined(names: Vec<Prose>) -> Prose {
    let last = names.len().saturating_sub(1);
    names
        .into_iter()
        .enumerate()
        .fold(Prose::new(), |prose, (at, name)| {
            let between = match at {
                0 => "",
                at if at == last => " and ",
                _ => ", ",
            };
            if between.is_empty() {
                prose.prose(name)
            } else {
                prose.text(between).prose(name)
            }
        })
}

fn cost(subject: &Subject) -> Prose {
    match &subject.decision.ask.money {
        Some(money) => {
            let amount = subject.money(money.likely, Origin::decision("/ask/money"));
            Prose::from(", at a cost of up to ").figure(amount)
        }
        None => Prose::new(),
    }
}

/// When the result is reviewed, and against what: the first decisive measure with target and date.
fn review(subject: &Subject) -> Prose {
    let metrics = subject.decision.success.metrics.iter().enumerate();
    let found = metrics
        .filter(|(_, m)| m.decisive && m.actual.is_none())
        .find_map(|(at, m)| {
            Some((
                at,
                m,
                m.due.filter(|due| *due >= subject.decision.as_of)?,
                m.target?,
            ))
        });
    let Some((at, metric, due, target)) = found else {
        return Prose::new();
    };
    let place = format!("/success/metrics/{at}");
    let target = super::measures::bounded(subject, metric, target, &format!("{place}/target"));
    Prose::from("; the result to be reviewed on ")
        .figure(Figure::decision(
            subject.house.date(due),
            format!("{place}/due"),
        ))
        .text(" against one measure: ")
        .given(
            in_sentence(&metric.name, subject.decision),
            Origin::decision(format!("{place}/name")),
        )
        .text(", ")
        .prose(target)
}
