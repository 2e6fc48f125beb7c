//! What moved since the last quarter: the decisions of both runs are read as they were judged, and
//! compared on all threads.

use super::store::Store;
use super::threads;
use super::{Finish, Last};
use crate::batch::identity::{Identity, sha256};
use crate::batch::previous::{Changes, Comparison, Version, changes, gather};
use crate::batch::{Entry, Manifest, names};
use crate::cli::files;
use crate::decision::{Decision, Node, Source};
use crate::pipeline::Pipeline;
use crate::policy::Threshold;
use std::panic::AssertUnwindSafe;
use std::path::Path;

/// Parts whose change can move a figure or a verdict, as they are called in a sentence.
const RECKONING: [(&str, &str); 3] = [
    ("policy", "the policy"),
    ("program", "the program"),
    ("market catalogue", "the market catalogue"),
];

/// Evaluates a decision as today's program does.
pub type Reckon = dyn Fn(&Pipeline, &Decision) -> Entry + Sync;

/// Compares two runs. A fault in one decision is told, and leaves the others and the run's own
/// documents alone.
pub fn compare(last: &Last, now: &Manifest, finish: &Finish) -> Comparison {
    let pairs: Vec<(&Entry, &Entry)> = now
        .decisions
        .iter()
        .filter_map(|entry| Some((last.entries.get(&entry.id)?, entry)))
        .collect();
    let compared = threads::map(&pairs, finish.jobs, |(before, after)| {
        let work = || one(last, now, before, after, finish);
        std::panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| after.id.clone())
    });
    let (mut changes, mut not_compared) = (Vec::new(), Vec::new());
    for compared in compared {
        match compared {
            Ok(found) => changes.push(found),
            Err(id) => not_compared.push(id),
        }
    }
    let bound = finish.pipeline.policy().value(Threshold::Movement);
    let since = last.manifest.as_of;
    let mut comparison = gather(since, &last.entries, &now.decisions, changes, bound);
    // A decision whose file was refused is missing from this paper, which says so, and is not gone.
    comparison.gone.retain(|(id, _)| {
        !last
            .entries
            .get(id)
            .is_some_and(|entry| is_refused(now, entry))
    });
    Comparison {
        not_compared,
        ..comparison
    }
}

/// Whether a decision of the last quarter is among those that could not be used now.
fn is_refused(now: &Manifest, entry: &Entry) -> bool {
    let mut refused = now.refused.iter();
    refused.any(|refused| match &refused.id {
        Some(id) => *id == entry.id,
        None => refused.source == entry.source,
    })
}

/// What is told of decisions that could not be compared.
pub fn faults(comparison: &Comparison) -> Vec<String> {
    let ids = comparison.not_compared.iter();
    ids.map(|id| {
        format!(
            "error: comparing `{id}` with the last run made the program fail\n  help: its documents are written, and only what moved in it is not known; this is a fault of the program, please report it with both versions of the decision"
        )
    })
    .collect()
}

fn one(last: &Last, now: &Manifest, before: &Entry, after: &Entry, finish: &Finish) -> Changes {
    let (old, new) = if before.content == after.content && before.made_by == after.made_by {
        // Nothing to try: only the days that have passed can matter, and they need no evaluation.
        (None, None)
    } else {
        (
            node(&last.folder, before),
            node(finish.store.folder(), after),
        )
    };
    let on = |manifest: &Manifest, entry: &Entry| manifest.as_of.unwrap_or(entry.as_of);
    let reckoning = reckoning(
        last.manifest.made_by.get(&before.made_by),
        now.made_by.get(&after.made_by),
    );
    changes(
        Version {
            entry: before,
            node: old.as_ref(),
            on: on(&last.manifest, before),
        },
        Version {
            entry: after,
            node: new.as_ref(),
            on: on(now, after),
        },
        &|decision| (finish.reckon)(finish.pipeline, decision),
        reckoning.as_deref(),
    )
}

/// A decision as today's program reckons it.
pub fn reckon(pipeline: &Pipeline, decision: &Decision) -> Entry {
    let evaluation = pipeline.evaluate(decision);
    Entry::new(decision, &evaluation, false, "", "", "")
}

/// What changed in the way of reckoning, in words.
fn reckoning(before: Option<&Identity>, after: Option<&Identity>) -> Option<String> {
    let (Some(before), Some(after)) = (before, after) else {
        return Some("the program".to_string());
    };
    let differs = before.differs_in(after);
    let changed = RECKONING
        .iter()
        .filter(|(part, _)| differs.contains(part))
        .map(|(_, words)| *words);
    let changed: Vec<&str> = changed.collect();
    (!changed.is_empty()).then(|| changed.join(" and "))
}

/// A decision as it was judged, where its run kept it unharmed.
fn node(folder: &Path, entry: &Entry) -> Option<Node> {
    let prefix = format!("{}/", names::DECISIONS);
    let file = entry
        .files
        .iter()
        .find(|file| file.path.starts_with(&prefix))?;
    let bytes = files::read_own(&folder.join(&file.path)).ok()??;
    if sha256(&bytes) != entry.content {
        return None;
    }
    let source = Source::from_bytes(&file.path, bytes).ok()?;
    source.parse().ok()
}

impl Store {
    /// The folder of the run.
    pub fn folder(&self) -> &Path {
        &self.out
    }
}

/// What moved, in a line.
pub fn line(moved: &Comparison) -> String {
    let apart = moved.not_comparable.iter().map(|apart| apart.keys.len());
    format!(
        "Since the last run: {} new, {} gone, {} verdicts changed, {} figures moved, {} not comparable",
        moved.new.len(),
        moved.gone.len(),
        moved.verdicts.len(),
        moved.figures.len(),
        apart.sum::<usize>()
    )
}
