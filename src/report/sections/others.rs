//! Why not the others: the runner-up, every other option and doing nothing; and the smallest
//! changes that would change the answer.

use crate::report::model::{Block, Prose};
use crate::report::words::{Subject, prose, verdict_label};

/// Why the next best answer lost.
pub fn why_not(subject: &Subject) -> Vec<Block> {
    let Some(runner) = &subject.evaluation.runner_up else {
        return Vec::new();
    };
    let mut items = vec![
        Prose::new()
            .strong(verdict_label(runner.verdict))
            .text(". ")
            .prose(prose(&runner.reason)),
    ];
    let others = subject
        .evaluation
        .findings
        .iter()
        .filter(|finding| finding.id.starts_with("why-not"));
    items.extend(others.map(|finding| prose(&finding.text)));
    vec![
        Block::heading(2, "others", "Why not the others"),
        Block::list(false, items),
    ]
}

/// What would change our mind.
pub fn flips(subject: &Subject) -> Vec<Block> {
    let flips = subject
        .evaluation
        .flip_points
        .iter()
        .filter(|flip| flip.flips_at.is_some());
    let items: Vec<Prose> = flips
        .take(subject.room.flips)
        .map(|flip| prose(&flip.because))
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "flips", "What would change our mind"),
        Block::list(false, items),
    ]
}
