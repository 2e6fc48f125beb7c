//! The flip points: for each input that is known, the smallest change of it alone that changes the
//! verdict, or the sign of the recommended option's money in either reading. Found by judging the
//! changed decision, never from a list.

mod label;
mod round;
mod search;
mod steps;
mod words;

pub use label::noun;

use super::judge::Judge;
use super::leaves::{self, Held, Leaf};
use super::output::{Changes, FlipPoint};
use super::told::Told;
use search::{Found, Search};

/// The flip points, nearest first, inputs that change nothing last; and apart from them the
/// points at which another option is recommended under the same verdict.
pub(super) fn flips(told: &Told, judge: &Judge) -> (Vec<FlipPoint>, Vec<FlipPoint>) {
    let mut search = Search::new(judge, told.subject, told.judgement, told.verdict);
    let mut decision = told.subject.decision.clone();
    let (mut flips, mut switches) = (Vec::new(), Vec::new());
    for leaf in leaves::all(&mut decision) {
        let Some(now) = leaf.held else { continue };
        let found = search.input(&leaf, now);
        let points = found.iter().map(|found| point(told, &leaf, now, found));
        let (switch, flip): (Vec<_>, Vec<_>) =
            points.partition(|point| point.changes == Some(Changes::Option));
        // A word that changes nothing is no figure and no yes or no: nothing is said of it.
        if flip.is_empty() && !matches!(now, Held::Word(..)) {
            flips.push(nothing(told, &leaf, now, !switch.is_empty()));
        }
        flips.extend(flip);
        switches.extend(switch);
    }
    for points in [&mut flips, &mut switches] {
        points.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    }
    (flips, switches)
}

/// That no value of an input changes the verdict or a sign.
fn nothing(told: &Told, leaf: &Leaf, now: Held, switches: bool) -> FlipPoint {
    FlipPoint {
        field: leaf.field.clone(),
        now: now.json(),
        flips_at: None,
        change: None,
        changes: None,
        verdict: told.verdict,
        because: words::nothing(told, leaf, now, switches),
    }
}

fn point(told: &Told, leaf: &Leaf, now: Held, found: &Found) -> FlipPoint {
    FlipPoint {
        field: leaf.field.clone(),
        now: now.json(),
        flips_at: Some(found.at.json()),
        change: change(now, found.at),
        changes: Some(found.changes),
        verdict: found.verdict,
        because: words::flip(told, leaf, now, found),
    }
}

/// The change as a share of the value now.
fn change(now: Held, then: Held) -> Option<f64> {
    match (now, then) {
        (Held::Number(now, _), Held::Number(then, _)) if now != 0.0 => {
            Some((then - now) / now.abs())
        }
        _ => None,
    }
}

/// How far away a flip point is: figures by their relative change, then a yes or no, then what
/// changes nothing. Among equals the verdict weighs more than a sign.
fn distance(flip: &FlipPoint) -> f64 {
    const YES_NO: f64 = 1e9;
    let order = match flip.changes {
        Some(Changes::Verdict) => 0.0,
        Some(_) => 1e-9,
        None => return f64::INFINITY,
    };
    match (flip.change, &flip.flips_at) {
        (Some(change), _) => change.abs() + order,
        (None, Some(value)) if value.is_number() => YES_NO / 2.0 + order,
        _ => YES_NO + order,
    }
}
