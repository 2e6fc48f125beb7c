//! What moved in one decision, and what made it move.
//!
//! The former decision is evaluated once more by today's program. Where that gives other figures
//! than were recorded then, the way of reckoning changed and not the decision, and such a figure is
//! not comparable. What is left is the author's doing: every input that changed is changed alone in
//! the former version, and taken back alone in the new one; those that move the figure in either
//! are what it is put down to.

use super::inputs::{Edit, edits};
use super::{Cause, FigureChange, NotComparable, Target, VerdictChange};
use crate::batch::{Entry, Key, Outcome};
use crate::decision::label::label;
use crate::decision::{Date, Decision, Node};
use std::collections::BTreeMap;

/// Changes that are looked at one by one; a file with more was rewritten.
const MOST_EDITS: usize = 60;

/// One version of a decision.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// What its run recorded.
    pub entry: &'a Entry,
    /// The decision as it was judged, where that was kept.
    pub node: Option<&'a Node>,
    /// The date its run spoke from.
    pub on: Date,
}

/// What moved in one decision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// The verdict, where it changed.
    pub verdict: Option<VerdictChange>,
    /// Every figure that moved, however little.
    pub figures: Vec<FigureChange>,
    /// Figures that cannot be set against each other.
    pub not_comparable: Vec<NotComparable>,
    /// Targets reached since.
    pub met: Vec<Target>,
    /// Targets missed since, or due and not measured.
    pub missed: Vec<Target>,
}

/// Compares two versions. `reckon` evaluates a decision as today's program does; `reckoning` says
/// in words what changed in that since, where something did.
pub fn changes(
    before: Version,
    after: Version,
    reckon: &dyn Fn(&Decision) -> Entry,
    reckoning: Option<&str>,
) -> Changes {
    let mut changes = targets(before, after);
    let still = before.entry.verdict == after.entry.verdict
        && before.entry.figures == after.entry.figures
        && before.entry.currency == after.entry.currency;
    if still {
        return changes;
    }
    let reckoned = |node: &Node| Decision::from_node(node).ok().map(|d| reckon(&d));
    let then = before.node.and_then(reckoned);
    let trial = Trial::new(before, after, &reckoned);
    if before.entry.verdict != after.entry.verdict {
        changes.verdict = Some(VerdictChange {
            id: after.entry.id.clone(),
            verdicts: [before.entry.verdict, after.entry.verdict],
            cause: verdict_cause(before, after, then.as_ref(), &trial, reckoning),
        });
    }
    let mut apart: BTreeMap<String, Vec<Key>> = BTreeMap::new();
    for key in Key::ALL {
        let (old, new) = (before.entry.figures.get(key), after.entry.figures.get(key));
        if old.is_none() && new.is_none() {
            continue;
        }
        if let Some(why) = not_comparable(key, before, after, then.as_ref(), reckoning) {
            apart.entry(why).or_default().push(key);
        } else if differs(old, new) {
            changes.figures.push(FigureChange {
                id: after.entry.id.clone(),
                key,
                before: old,
                after: new,
                cause: trial.cause(&|entry| entry.figures.get(key), &|a, b| differs(*a, *b)),
            });
        }
    }
    changes.not_comparable = apart
        .into_iter()
        .map(|(why, keys)| NotComparable {
            id: after.entry.id.clone(),
            keys,
            why,
        })
        .collect();
    changes
}

/// Whether two figures differ by more than the last digits of a sum.
fn differs(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() > 1e-9 * a.abs().max(b.abs()).max(1e-9),
        (a, b) => a != b,
    }
}

/// Why a figure cannot be set against what it was, if so.
fn not_comparable(
    key: Key,
    before: Version,
    after: Version,
    then: Option<&Entry>,
    reckoning: Option<&str>,
) -> Option<String> {
    let (old, new) = (before.entry, after.entry);
    let figure = |entry: &Entry| entry.figures.get(key);
    if key.is_money() && old.currency != new.currency {
        let code = |entry: &Entry| entry.currency.clone().unwrap_or_else(|| "none".to_string());
        let why = format!("the currency changed from {} to {}", code(old), code(new));
        return Some(why);
    }
    if !differs(figure(old), figure(new)) {
        return None;
    }
    let reckoned_differently = match then {
        Some(then) => differs(figure(old), figure(then)),
        // The former decision is not there to try, so a change of the reckoning must be assumed.
        None => reckoning.is_some(),
    };
    if reckoned_differently {
        let what = reckoning.unwrap_or("the way of reckoning");
        return Some(format!("{what} changed"));
    }
    basis(key, old, new)
}

/// What a decision itself changed in how a figure is reckoned.
fn basis(key: Key, old: &Entry, new: &Entry) -> Option<String> {
    let house = crate::display::Conventions::default();
    let (was, is) = (&old.basis, &new.basis);
    let discounted = matches!(key, Key::Npv | Key::NpvRedeployed | Key::Roi);
    if discounted && was.horizon_years != is.horizon_years {
        let years = |years: u32| house.years(f64::from(years));
        let (was, is) = (years(was.horizon_years), years(is.horizon_years));
        return Some(format!("it is reckoned over {is}, and was over {was}"));
    }
    if discounted && was.discount_rate != is.discount_rate {
        let (was, is) = (
            house.percent(was.discount_rate),
            house.percent(is.discount_rate),
        );
        return Some(format!("the discount rate is {is}, and was {was}"));
    }
    let both = was.against.as_ref().zip(is.against.as_ref());
    let (was, is) = both.filter(|(was, is)| was != is && key != Key::Ask)?;
    Some(format!("it is set against {is}, and was against {was}"))
}

fn verdict_cause(
    before: Version,
    after: Version,
    then: Option<&Entry>,
    trial: &Trial,
    reckoning: Option<&str>,
) -> Cause {
    let verdict_then = then.map(|then| then.verdict);
    let reckoning = reckoning.unwrap_or("the program");
    match verdict_then {
        Some(then) if then == after.entry.verdict => Cause::Basis(reckoning.to_string()),
        Some(then) if then != before.entry.verdict => {
            let mut all = vec![reckoning.to_string()];
            match trial.cause(&|entry| entry.verdict, &|a, b| a != b) {
                Cause::Input(name) => all.push(name),
                Cause::Together(names) => all.extend(names),
                Cause::Basis(_) | Cause::NotKept => {}
            }
            Cause::Together(all)
        }
        _ => trial.cause(&|entry| entry.verdict, &|a, b| a != b),
    }
}

/// Every input that changed, tried alone.
struct Trial {
    /// For each: its name, the former version with it, and the new version without it.
    tried: Vec<(String, Option<Entry>, Option<Entry>)>,
    /// The two versions as today's program reckons them.
    ends: Option<(Entry, Entry)>,
    too_many: bool,
}

impl Trial {
    fn new(before: Version, after: Version, reckoned: &dyn Fn(&Node) -> Option<Entry>) -> Trial {
        let mut trial = Trial {
            tried: Vec::new(),
            ends: None,
            too_many: false,
        };
        let (Some(old), Some(new)) = (before.node, after.node) else {
            return trial;
        };
        trial.ends = reckoned(old).zip(reckoned(new));
        let edits = edits(old, new);
        trial.too_many = edits.len() > MOST_EDITS;
        let names = names(&edits, old, new);
        let alone = edits.len() == 1 || trial.too_many;
        for (edit, name) in edits.iter().zip(names) {
            // A single change needs no trial.
            let (made, back) = if alone {
                (None, None)
            } else {
                (
                    edit.made(old).and_then(|node| reckoned(&node)),
                    edit.taken_back(new).and_then(|node| reckoned(&node)),
                )
            };
            trial.tried.push((name, made, back));
        }
        trial
    }

    /// The inputs that move what `of` reads from an entry.
    fn cause<T>(&self, of: &dyn Fn(&Entry) -> T, moved: &dyn Fn(&T, &T) -> bool) -> Cause {
        let Some((before, after)) = &self.ends else {
            return Cause::NotKept;
        };
        let (before, after) = (of(before), of(after));
        let moves = |made: &Option<Entry>, back: &Option<Entry>| match (made, back) {
            // A change that makes no decision by itself belongs to others.
            (None, None) => true,
            (made, back) => {
                let alone = made.as_ref().is_some_and(|made| moved(&of(made), &before));
                alone || back.as_ref().is_some_and(|back| moved(&of(back), &after))
            }
        };
        let movers = self
            .tried
            .iter()
            .filter(|(_, made, back)| moves(made, back));
        let mut names: Vec<String> = movers.map(|(name, ..)| name.clone()).collect();
        if names.is_empty() {
            // None moves it alone, so it takes several of them.
            names = self.tried.iter().map(|(name, ..)| name.clone()).collect();
        }
        let mut once: Vec<String> = Vec::new();
        for name in names {
            if !once.contains(&name) {
                once.push(name);
            }
        }
        match once.len() {
            0 => Cause::NotKept,
            1 => Cause::Input(once.remove(0)),
            _ => Cause::Together(once),
        }
    }
}

/// What people call the inputs that changed.
fn names(edits: &[Edit], old: &Node, new: &Node) -> Vec<String> {
    let decision = Decision::from_node(new).ok();
    edits
        .iter()
        .map(|edit| {
            let field = edit.field(old, new);
            match (&decision, field.as_str()) {
                (_, "/as_of") => "The date it speaks from".to_string(),
                (_, "/success/exit_rule/committed") => "Commitment to the exit rule".to_string(),
                (Some(decision), field) => label(decision, field),
                (None, field) => field.to_string(),
            }
        })
        .collect()
}

/// Targets that came to something since. A measure is the same where it has the same name.
fn targets(before: Version, after: Version) -> Changes {
    let mut changes = Changes::default();
    for (at, measure) in after.entry.measures.iter().enumerate() {
        let mut former = before.entry.measures.iter();
        let Some(former) = former.find(|former| former.name == measure.name) else {
            continue;
        };
        let (was, is) = (former.outcome(before.on), measure.outcome(after.on));
        let target = || Target {
            id: after.entry.id.clone(),
            measure: at,
        };
        if was == is {
            continue;
        }
        match is {
            Outcome::Met => changes.met.push(target()),
            Outcome::Missed | Outcome::Overdue => changes.missed.push(target()),
            Outcome::Open => {}
        }
    }
    changes
}
