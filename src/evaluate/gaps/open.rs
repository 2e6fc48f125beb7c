//! The open questions: what is not known and could change the verdict or its confidence, found by
//! trying the possible answers.
//!
//! An answer counts where it changes the verdict alone. Where nothing can be decided yet, it also
//! counts where it is needed together with others: those sets are found by taking answers away from
//! a complete set, from both ends, as long as what is left still gives the verdict.

use super::{Gap, Toward, ask, filled};
use crate::evaluate::confidence::Doubts;
use crate::evaluate::judge::Judge;
use crate::evaluate::output::{Answer, OpenQuestion, Verdict};
use crate::evaluate::told::Told;
use crate::market::Market;

/// What an answer could do.
struct Weight {
    /// The verdicts that it could give.
    gives: Vec<Verdict>,
    /// How many answers it takes; 1 where this one alone would do.
    takes: usize,
    /// Whether it could change the confidence.
    moves_confidence: bool,
}

/// The open questions, most decisive first.
pub(in crate::evaluate) fn questions(
    told: &Told,
    judge: &Judge,
    doubts: &Doubts,
    market: &Market,
) -> Vec<OpenQuestion> {
    let gaps = super::all(told.subject, doubts.side());
    let mut weights: Vec<Weight> = gaps
        .iter()
        .map(|gap| alone(told, judge, doubts, gap))
        .collect();
    if told.judgement.row.is_none() {
        for toward in Toward::ALL {
            together(told, judge, &gaps, toward, &mut weights);
        }
    }
    let mut open: Vec<(usize, Weight)> = weights
        .into_iter()
        .enumerate()
        .filter(|(_, weight)| !weight.gives.is_empty() || weight.moves_confidence)
        .collect();
    // The list of gaps is in the order in which most decisions turn on them; the sort keeps it.
    open.sort_by_key(|(_, weight)| {
        (
            weight.gives.is_empty(),
            weight.takes,
            usize::MAX - weight.gives.len(),
        )
    });
    open.into_iter()
        .map(|(at, weight)| OpenQuestion {
            field: gaps[at].field.clone(),
            asks: ask::question(told, &gaps[at], market),
            could_give: weight.gives,
        })
        .collect()
}

/// What the answers to one question do by themselves.
fn alone(told: &Told, judge: &Judge, doubts: &Doubts, gap: &Gap) -> Weight {
    let level = doubts.level(told.judgement, told.subject, told.verdict);
    let mut weight = Weight {
        gives: Vec::new(),
        takes: 1,
        moves_confidence: false,
    };
    for toward in Toward::ALL {
        let mut subject = told.subject.clone();
        if !gap.fill(&mut subject, toward) {
            continue;
        }
        let judgement = judge.judge(&subject);
        // While nothing is decided, an answer that decides nothing changes nothing.
        let verdict = match judgement.row {
            Some(row) => row,
            None if told.judgement.row.is_none() => told.verdict,
            None => judge.verdict(&subject, &judgement),
        };
        if verdict != told.verdict && !weight.gives.contains(&verdict) {
            weight.gives.push(verdict);
        }
        weight.moves_confidence |=
            verdict == told.verdict && doubts.level(&judgement, &subject, verdict) != level;
    }
    // An answer that is not known lowers the confidence, whatever the level comes to.
    let question = gap.what.question();
    weight.moves_confidence |=
        question.is_some_and(|at| told.judgement.answers[at] == Answer::Unknown);
    weight.gives.sort();
    weight
}

/// Adds what answers could give together, for one direction in which they are tried.
fn together(told: &Told, judge: &Judge, gaps: &[Gap], toward: Toward, weights: &mut [Weight]) {
    let row = |kept: &[usize]| {
        let subject = filled(told.subject, kept.iter().map(|at| &gaps[*at]), toward);
        judge.judge(&subject).row
    };
    let all: Vec<usize> = (0..gaps.len()).collect();
    let Some(verdict) = row(&all) else {
        return;
    };
    let backwards: Vec<usize> = all.iter().rev().copied().collect();
    for order in [all.clone(), backwards] {
        let kept = least(order, verdict, &row);
        note(&kept, verdict, weights);
        // What holds for one alternative holds for the next: its own answers in the same place.
        for rival in 0..told.decision.alternatives.len() {
            let about = |at: &usize| gaps[*at].what.alternative();
            let shared = kept.iter().copied().filter(|at| about(at).is_none());
            let own = all.iter().copied().filter(|at| about(at) == Some(rival));
            let candidate: Vec<usize> = shared.chain(own).collect();
            if row(&candidate) == Some(verdict) {
                note(&least(candidate, verdict, &row), verdict, weights);
            }
        }
    }
}

/// What is left of a set of answers when those that are not needed are taken away, in order.
fn least(
    order: Vec<usize>,
    verdict: Verdict,
    row: &dyn Fn(&[usize]) -> Option<Verdict>,
) -> Vec<usize> {
    let mut kept = order.clone();
    for at in order {
        let without: Vec<usize> = kept.iter().copied().filter(|kept| *kept != at).collect();
        if row(&without) == Some(verdict) {
            kept = without;
        }
    }
    kept
}

/// Notes that some answers give a verdict together.
fn note(kept: &[usize], verdict: Verdict, weights: &mut [Weight]) {
    for &at in kept {
        let weight = &mut weights[at];
        weight.takes = if weight.gives.is_empty() {
            kept.len()
        } else {
            weight.takes.min(kept.len())
        };
        if !weight.gives.contains(&verdict) {
            weight.gives.push(verdict);
            weight.gives.sort();
        }
    }
}
