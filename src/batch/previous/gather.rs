//! What moved in all decisions, put together for a portfolio.

use super::decide::Changes;
use super::{Comparison, FigureChange};
use crate::batch::entry::Entry;
use crate::decision::Date;
use std::collections::BTreeMap;

/// Puts the changes of all decisions together. Figures that moved by a smaller share than `bound`
/// are counted and left out.
pub fn gather(
    since: Option<Date>,
    before: &BTreeMap<String, Entry>,
    after: &[Entry],
    changes: Vec<Changes>,
    bound: f64,
) -> Comparison {
    let here: BTreeMap<&str, &Entry> = after.iter().map(|e| (e.id.as_str(), e)).collect();
    let new = after.iter().filter(|entry| !before.contains_key(&entry.id));
    let gone = before
        .values()
        .filter(|entry| !here.contains_key(entry.id.as_str()));
    let mut comparison = Comparison {
        since,
        new: new.map(|entry| entry.id.clone()).collect(),
        gone: gone
            .map(|entry| (entry.id.clone(), entry.title.clone()))
            .collect(),
        verdicts: Vec::new(),
        figures: Vec::new(),
        below_bound: 0,
        bound,
        not_comparable: Vec::new(),
        met: Vec::new(),
        missed: Vec::new(),
        not_compared: Vec::new(),
    };
    let mut figures: Vec<Vec<FigureChange>> = Vec::new();
    for changes in changes {
        comparison.verdicts.extend(changes.verdict);
        comparison.not_comparable.extend(changes.not_comparable);
        comparison.met.extend(changes.met);
        comparison.missed.extend(changes.missed);
        let (far, near): (Vec<_>, Vec<_>) = changes
            .figures
            .into_iter()
            .partition(|change| change.relative().is_none_or(|share| share.abs() >= bound));
        comparison.below_bound += near.len();
        if !far.is_empty() {
            figures.push(far);
        }
    }
    // The decision whose figures moved furthest comes first, its figures together.
    let furthest = |changes: &Vec<FigureChange>| {
        let shares = changes.iter().map(|change| change.relative());
        shares.fold(0.0_f64, |most, share| {
            most.max(share.map_or(f64::INFINITY, f64::abs))
        })
    };
    figures.sort_by(|a, b| {
        let order = furthest(b).total_cmp(&furthest(a));
        order.then_with(|| a[0].id.cmp(&b[0].id))
    });
    comparison.figures = figures.into_iter().flatten().collect();
    comparison
}
