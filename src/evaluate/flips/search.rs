//! Searches the value of one input at which the outcome changes.
//!
//! Outward from the value now, in growing steps up to the ends of the input's range, until the
//! outcome differs; then inward by halving, until the last value that changes nothing and the first
//! that does are within a thousandth of the change. Of the values there, the one with the fewest
//! digits is taken, as long as a change 1% smaller still changes nothing.

use super::round;
use super::steps::steps;
use crate::decision::Unit;
use crate::evaluate::judge::{Chosen, Judge, Judgement};
use crate::evaluate::leaves::{self, Held, Leaf};
use crate::evaluate::output::{Changes, Verdict};
use crate::evaluate::subject::Subject;
use crate::finance::Outlook;

/// A change of an input that changes the outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    /// The value of the input.
    pub at: Held,
    /// What changes.
    pub changes: Changes,
    /// The verdict from there on.
    pub verdict: Verdict,
    /// The option that it recommends.
    pub chosen: Option<Chosen>,
}

/// Everything that a change can change.
const ALL: [Changes; 4] = [
    Changes::Verdict,
    Changes::Npv,
    Changes::NpvRedeployed,
    Changes::Option,
];

/// What is watched while an input is changed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Outcome {
    row: Option<Verdict>,
    /// Only told apart where no row holds, before or after.
    undecided: Option<Verdict>,
    signs: [Option<bool>; 2],
    chosen: Option<Chosen>,
}

/// Tries values of inputs on a copy of the decision.
pub(super) struct Search<'j> {
    judge: &'j Judge<'j>,
    subject: Subject,
    now: Outcome,
    /// The money as it is, for inputs that do not move it.
    outlook: Outlook,
}

/// How near to each other, as a share of the change, the last value that changes nothing and the
/// first that does must come.
const PRECISION: f64 = 1e-3;
/// Most halvings. An input that stands right at its limit needs many: rounding is a billionth.
const MOST_HALVINGS: usize = 60;

impl<'j> Search<'j> {
    /// A search around a judged decision.
    pub fn new(
        judge: &'j Judge,
        subject: &Subject,
        judgement: &Judgement,
        verdict: Verdict,
    ) -> Search<'j> {
        let now = Outcome {
            row: judgement.row,
            undecided: judgement.row.is_none().then_some(verdict),
            signs: signs(judgement),
            chosen: judgement.chosen,
        };
        Search {
            judge,
            subject: subject.clone(),
            now,
            outlook: judgement.outlook.clone(),
        }
    }

    /// Every change that the input can make: of the verdict first, then of each sign.
    pub fn input(&mut self, leaf: &Leaf, now: Held) -> Vec<Found> {
        let found = match now {
            Held::YesNo(value) => self.words(leaf, &[Held::YesNo(!value)]),
            Held::Word(word, words) => {
                let others: Vec<Held> = (0..words.len())
                    .filter(|other| *other != word)
                    .map(|other| Held::Word(other, words))
                    .collect();
                self.words(leaf, &others)
            }
            Held::Number(value, unit) => self.number(leaf, value, unit),
        };
        leaves::set(&mut self.subject.decision, leaf.at, now);
        found
    }

    /// The first of some values that changes each thing.
    fn words(&mut self, leaf: &Leaf, values: &[Held]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for &at in values {
            let outcome = self.outcome(leaf, at);
            for changes in self.changed(&outcome) {
                if !found.iter().any(|f| f.changes == changes) {
                    found.push(self.found(leaf, at, changes));
                }
            }
        }
        only_verdict_or_signs(found)
    }

    fn number(&mut self, leaf: &Leaf, now: f64, unit: Unit) -> Vec<Found> {
        let mut paths = steps(now, unit);
        // Other work that needs nobody is not work for the engineers that are freed.
        if leaf.field.starts_with("/opportunities/") && unit == Unit::People {
            paths[0].retain(|value| *value > 0.0);
        }
        let paths = paths.map(|path| self.outcomes(leaf, unit, path));
        let mut found: Vec<Found> = Vec::new();
        for changes in ALL {
            let nearest = paths
                .iter()
                .filter_map(|path| self.along(leaf, now, unit, path, changes))
                .min_by(|a, b| (a - now).abs().total_cmp(&(b - now).abs()));
            found.extend(nearest.map(|at| self.found(leaf, Held::Number(at, unit), changes)));
        }
        only_verdict_or_signs(found)
    }

    /// The outcome at each step of a path.
    fn outcomes(&mut self, leaf: &Leaf, unit: Unit, path: Vec<f64>) -> Vec<(f64, Outcome)> {
        let outcome = |step: f64| (step, self.outcome(leaf, Held::Number(step, unit)));
        path.into_iter().map(outcome).collect()
    }

    /// The nearest value along a path at which something changes.
    fn along(
        &mut self,
        leaf: &Leaf,
        now: f64,
        unit: Unit,
        path: &[(f64, Outcome)],
        changes: Changes,
    ) -> Option<f64> {
        let mut before = now;
        for (step, outcome) in path {
            if self.changed(outcome).any(|c| c == changes) {
                return self.between(leaf, now, unit, before, *step, changes);
            }
            before = *step;
        }
        None
    }

    /// The nearest value between one that changes nothing and one that does.
    fn between(
        &mut self,
        leaf: &Leaf,
        now: f64,
        unit: Unit,
        same: f64,
        other: f64,
        changes: Changes,
    ) -> Option<f64> {
        let (mut same, mut other) = (same, other);
        if unit.is_whole() {
            return Some(self.whole(leaf, unit, same, other, changes));
        }
        for _ in 0..MOST_HALVINGS {
            if (other - same).abs() <= (other - now).abs() * PRECISION {
                break;
            }
            let middle = (same + other) / 2.0;
            if self.differs(leaf, middle, unit, changes) {
                other = middle;
            } else {
                same = middle;
            }
        }
        // The furthest value of which a change 1% smaller is still one that changes nothing.
        let furthest = now + (same - now) / 0.99;
        let far = other + (furthest - other).clamp(-leeway(unit), leeway(unit));
        let candidates = [round::between(same, far), round::between(other, far), other];
        candidates.into_iter().find(|at| {
            let smaller = now + (at - now) * 0.99;
            self.differs(leaf, *at, unit, changes) && !self.differs(leaf, smaller, unit, changes)
        })
    }

    /// The nearest whole value.
    fn whole(&mut self, leaf: &Leaf, unit: Unit, same: f64, other: f64, changes: Changes) -> f64 {
        let step = (other - same).signum();
        let mut at = same + step;
        while (other - at) * step > 0.0 && !self.differs(leaf, at, unit, changes) {
            at += step;
        }
        at
    }

    fn differs(&mut self, leaf: &Leaf, value: f64, unit: Unit, changes: Changes) -> bool {
        let outcome = self.outcome(leaf, Held::Number(value, unit));
        self.changed(&outcome).any(|c| c == changes)
    }

    /// The outcome with another value of an input.
    fn outcome(&mut self, leaf: &Leaf, value: Held) -> Outcome {
        leaves::set(&mut self.subject.decision, leaf.at, value);
        let judgement = if bears_on_money(&leaf.field) {
            self.judge.judge(&self.subject)
        } else {
            self.judge.judge_at(&self.subject, self.outlook.clone())
        };
        // Which of the two undecided verdicts it is costs much to tell, and only matters where
        // nothing is decided now.
        let undecided = (judgement.row.is_none() && self.now.row.is_none())
            .then(|| self.judge.verdict(&self.subject, &judgement));
        Outcome {
            row: judgement.row,
            undecided,
            signs: signs(&judgement),
            chosen: judgement.chosen,
        }
    }

    /// What differs between an outcome and the one now. A sign is compared only where there is one
    /// before and after.
    fn changed(&self, outcome: &Outcome) -> impl Iterator<Item = Changes> + use<> {
        let now = self.now;
        let verdict = (outcome.row, outcome.undecided) != (now.row, now.undecided);
        let sign =
            |at: usize| matches!((now.signs[at], outcome.signs[at]), (Some(a), Some(b)) if a != b);
        [
            verdict.then_some(Changes::Verdict),
            sign(0).then_some(Changes::Npv),
            sign(1).then_some(Changes::NpvRedeployed),
            (now.chosen != outcome.chosen && !verdict).then_some(Changes::Option),
        ]
        .into_iter()
        .flatten()
    }

    /// A change with the verdict that it gives.
    fn found(&mut self, leaf: &Leaf, at: Held, changes: Changes) -> Found {
        leaves::set(&mut self.subject.decision, leaf.at, at);
        let judgement = self.judge.judge(&self.subject);
        let verdict = self.judge.verdict(&self.subject, &judgement);
        Found {
            at,
            changes,
            verdict,
            chosen: judgement.chosen,
        }
    }
}

/// Whether an input can move the money. Whether a component sets the firm apart does: it decides
/// whether there is a hybrid.
fn bears_on_money(field: &str) -> bool {
    const MONEY: [&str; 5] = [
        "/alternatives/",
        "/build/",
        "/components/",
        "/money/",
        "/opportunities/",
    ];
    MONEY.iter().any(|start| field.starts_with(start))
}

/// How far beyond the limit a value may be moved to have fewer digits. Shares and people are shown
/// with one decimal, so there the move stays below half of the last one: the limit of a threshold
/// then reads as the threshold itself, *less than 80%*.
fn leeway(unit: Unit) -> f64 {
    match unit {
        Unit::Share | Unit::Growth => 0.0004,
        Unit::People => 0.04,
        _ => f64::INFINITY,
    }
}

/// A sign is news only where the verdict stays: another verdict has another case.
fn only_verdict_or_signs(mut found: Vec<Found>) -> Vec<Found> {
    let verdict = found
        .iter()
        .find(|f| f.changes == Changes::Verdict)
        .copied();
    found.retain(|f| {
        f.changes == Changes::Verdict || verdict.is_none_or(|v| v.verdict != f.verdict)
    });
    found
}

/// Whether the recommended option gains, in each reading that it has.
fn signs(judgement: &Judgement) -> [Option<bool>; 2] {
    judgement
        .case_values()
        .map(|value| value.map(|value| value >= 0.0))
}
