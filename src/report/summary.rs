//! The evaluation in words, for a terminal: the answer, the questions, the money and what would
//! change them, without the front matter of a document.

use super::model::{DocumentKind, Report};
use super::sections::{answer, front, money, others, questions, unknowns};
use super::words::Subject;

/// The summary.
pub fn summary(subject: &Subject) -> Report {
    let mut blocks = answer::blocks(subject);
    blocks.extend(questions::reasons(subject));
    blocks.extend(questions::scorecard(subject));
    blocks.extend(money::flows(subject));
    blocks.extend(money::returns(subject));
    blocks.extend(others::why_not(subject));
    blocks.extend(others::flips(subject));
    blocks.extend(unknowns::blocks(subject));
    Report {
        meta: front::meta(subject, DocumentKind::Brief, None),
        blocks,
    }
}
