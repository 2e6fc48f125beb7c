//! The strongest case for the opposite answer, made from the same facts: a board that has not heard
//! it has not decided.

use crate::evaluate::{Answer, Verdict};
use crate::report::model::{Block, Origin, Prose};
use crate::report::words::{Subject, prose};

/// The case against the recommendation.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let mut points = answers(subject);
    points.extend(money(subject));
    points.extend(assumed(subject));
    if points.is_empty() {
        points.push(
            "The facts that the decision states hold no case for the opposite answer.".into(),
        );
    }
    vec![
        Block::heading(2, "opposite", "The strongest case for the opposite answer"),
        Block::list(false, points),
    ]
}

/// Whether the recommendation is to build.
fn builds(subject: &Subject) -> bool {
    subject.evaluation.verdict == Verdict::Build
}

/// The answers that speak the other way, each with its first piece of evidence.
fn answers(subject: &Subject) -> Vec<Prose> {
    let against = |answer: Answer| {
        if builds(subject) {
            matches!(answer, Answer::No | Answer::Unknown)
        } else {
            matches!(answer, Answer::StrongYes | Answer::Partial)
        }
    };
    subject
        .evaluation
        .questions
        .iter()
        .filter(|question| against(question.answer))
        .filter_map(|question| {
            let asked = super::questions::asked(question.id);
            let said = super::questions::said(question.answer).to_lowercase();
            let evidence = prose(&question.evidence.first()?.text);
            Some(
                Prose::new()
                    .strong(format!("{asked} {}. ", capital(&said)))
                    .prose(evidence),
            )
        })
        .collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Where the money is weaker than the headline: a reading that loses, or value that is gross.
fn money(subject: &Subject) -> Vec<Prose> {
    let mut points = Vec::new();
    let Some((case, at)) = subject.recommended_case() else {
        return points;
    };
    for (value, key, reading) in [
        (case.npv, "npv", "With the freed people released"),
        (
            case.npv_redeployed,
            "npv_redeployed",
            "With the freed people redeployed",
        ),
    ] {
        if let Some(loss) = value.filter(|value| *value < 0.0) {
            let amount = subject.money(loss.abs(), Origin::evaluation(format!("{at}/{key}")));
            points.push(
                Prose::from(reading)
                    .text(", the recommended option loses ")
                    .figure(amount)
                    .text(" in today’s money."),
            );
        }
    }
    if case.opportunity_is_gross == Some(true)
        && case.opportunity_annual.is_some_and(|value| value > 0.0)
    {
        points.push("What freed people could earn instead is stated gross. After margin and likelihood it may be a fraction of that.".into());
    }
    points
}

/// How much of the case is assumed.
fn assumed(subject: &Subject) -> Option<Prose> {
    let place = subject.recommended_alternative()?;
    let name = subject.evaluation.recommended_option.as_deref()?;
    let option = subject
        .evaluation
        .finance
        .options
        .iter()
        .find(|option| option.name == name)?;
    let alternative = subject.decision.alternatives.get(option.alternative?)?;
    let fit = alternative.fit.as_ref()?;
    (fit.is_assumption() || fit.source.is_none()).then(|| {
        Prose::from("How well ")
            .prose(place)
            .text(" fits is assumed, not measured. If it fits worse, the answer may not stand.")
    })
}
