//! The verdict that came next, and why it lost: the next row of the table that holds, else the one
//! that lacks least.

use super::judge::{Chosen, Judgement};
use super::output::{Answer, RunnerUp, Verdict};
use super::say;
use super::told::Told;
use super::verdict;
use crate::finance::OptionKind;
use crate::phrase::Phrase;

/// Verdicts that may come next, in the order of the table.
const CANDIDATES: [Verdict; 3] = [Verdict::Build, Verdict::Hybrid, Verdict::Buy];

/// The runner-up.
pub(super) fn runner_up(told: &Told) -> Option<RunnerUp> {
    let others = CANDIDATES
        .into_iter()
        .filter(|verdict| *verdict != told.verdict);
    let held = others
        .clone()
        .find(|verdict| verdict::holds(*verdict, told.judgement));
    let (verdict, reason) = match held {
        Some(verdict) => (verdict, outranked(told, verdict)),
        None => {
            let nearest = others.min_by_key(|verdict| lacks(told.judgement, *verdict).len())?;
            (nearest, fell_short(told, nearest))
        }
    };
    Some(RunnerUp { verdict, reason })
}

/// What a verdict lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    /// A question that does not support building, by its number.
    Question(usize, Answer),
    /// Adoption has not earned the right to build.
    Adoption,
    /// Nothing sets the firm apart.
    Apart,
    /// No alternative qualifies.
    Alternative,
    /// Each one that does loses money against building.
    Money,
}

/// What a verdict lacks to hold.
pub(super) fn lacks(judgement: &Judgement, verdict: Verdict) -> Vec<Lack> {
    let mut lacks = Vec::new();
    match verdict {
        Verdict::Build => {
            for (at, answer) in judgement.answers.iter().enumerate() {
                if *answer != Answer::StrongYes {
                    lacks.push(Lack::Question(at, *answer));
                }
            }
            if judgement.adoption_below {
                lacks.push(Lack::Adoption);
            }
        }
        Verdict::Hybrid | Verdict::Buy => {
            let option = if verdict == Verdict::Hybrid {
                judgement.hybrid
            } else {
                judgement.buy
            };
            if verdict == Verdict::Hybrid && judgement.apart == 0 {
                lacks.push(Lack::Apart);
            }
            if judgement.answers[2] != Answer::No {
                lacks.push(Lack::Alternative);
            } else if option.is_none() {
                lacks.push(Lack::Money);
            }
        }
        _ => {}
    }
    lacks
}

/// Why a verdict that would hold lost to one that stands above it.
fn outranked(told: &Told, verdict: Verdict) -> Phrase {
    match (told.verdict, verdict) {
        (Verdict::StopAndMigrate, Verdict::Build) => {
            "The rule that ends it was committed to, and the target was missed.".into()
        }
        (Verdict::StopAndMigrate, _) => Phrase::new(
            "It leads to the same purchase. The missed target makes stopping the first decision.",
        ),
        (Verdict::Hybrid, Verdict::Buy) => given_up(told),
        (Verdict::Build, _) if !verdict::by_questions(told.judgement) => {
            "An exception is granted, and it lets us build what could be bought.".into()
        }
        (Verdict::Build, _) => "All five questions support building.".into(),
        _ => "A stronger answer stands above it.".into(),
    }
}

/// What buying alone would give up, and what it would save.
fn given_up(told: &Told) -> Phrase {
    let apart = told.apart();
    let said = Phrase::new("Buying alone would give up what sets us apart: ")
        .then(say::names(apart, "and"))
        .text(".");
    let bought = told.judgement.buy.map(|at| Chosen {
        kind: OptionKind::Buy,
        alternative: Some(at),
    });
    let saving = |chosen: Option<Chosen>| {
        let (case, place) = told.case(chosen?)?;
        Some((case.annual_saving?, place))
    };
    match (saving(bought), saving(told.judgement.chosen)) {
        (Some((alone, place)), Some((both, _))) if alone > both => said
            .text(" It would save ")
            .then(told.money(alone - both, &format!("{place}/annual_saving")))
            .text(" more a year."),
        _ => said,
    }
}

/// Why a verdict that does not hold fell short.
fn fell_short(told: &Told, verdict: Verdict) -> Phrase {
    let lacks = lacks(told.judgement, verdict);
    let name = match verdict {
        Verdict::Build => "Building",
        Verdict::Hybrid => "Buying with our own on top",
        _ => "Buying",
    };
    let start = match told.verdict {
        Verdict::DoNotProceed | Verdict::NotReady => {
            format!("{name} comes nearest. It fails because ")
        }
        _ => format!("{name} lost because "),
    };
    Phrase::new(start).then(because(told, &lacks)).text(".")
}

/// The first lacks of a verdict as a part of a sentence after *because*.
fn because(told: &Told, lacks: &[Lack]) -> Phrase {
    let failed = lacks
        .iter()
        .filter(|lack| matches!(lack, Lack::Question(..)))
        .count();
    if failed > 2 {
        let failed = told.judgement.failed() as f64;
        return say::number(failed, "/questions_failed")
            .text(" of the five questions do not support it");
    }
    Phrase::new(weightiest(lacks))
}

/// The two weightiest lacks as a part of a sentence: what is known against a verdict before what
/// is missing, and money and alternatives before the rest.
pub(super) fn weightiest(lacks: &[Lack]) -> String {
    let mut lacks: Vec<Lack> = lacks.to_vec();
    let order = [2, 3, 0, 1, 4];
    lacks.sort_by_key(|lack| match lack {
        Lack::Question(question, answer) => {
            let weight = order.iter().position(|at| at == question);
            (*answer != Answer::No, weight)
        }
        // Adoption is no question: it is named where the questions leave room.
        _ => (false, Some(order.len())),
    });
    let said: Vec<&str> = lacks.iter().take(2).map(|lack| words(*lack)).collect();
    match said.is_empty() {
        true => "other answers stand above it".to_string(),
        false => said.join(", and "),
    }
}

fn words(lack: Lack) -> &'static str {
    match lack {
        Lack::Question(0, Answer::No) => "nothing in it sets us apart",
        Lack::Question(0, Answer::Partial) => "only a part of it sets us apart",
        Lack::Question(0, _) => "it is not known whether it sets us apart",
        Lack::Question(1, Answer::No) => "we could not maintain it",
        Lack::Question(1, Answer::Partial) => "its upkeep is not fully secured",
        Lack::Question(1, _) => "it is not known whether we could maintain it",
        Lack::Question(2, Answer::No) => "a proven alternative covers the need",
        Lack::Question(2, _) => "it is not known whether an alternative covers the need",
        Lack::Question(3, Answer::No) => "these engineers are worth more elsewhere",
        Lack::Question(3, _) => "its cost is not known",
        Lack::Question(_, Answer::No) => "a target was missed",
        Lack::Question(..) => "its success cannot be measured yet",
        Lack::Adoption => "too few engineers choose what we build",
        Lack::Apart => "nothing is known to set us apart",
        Lack::Alternative => "no alternative is known to be proven and to fit",
        Lack::Money => "it would lose money against building",
    }
}
