//! What else was found: the stage's usual answer, market forces, capabilities, vanity measures; and
//! money that is shown and never counted.

use crate::report::model::{Block, Origin, Prose};
use crate::report::words::{Subject, prose};

/// Findings that other sections show already.
const ELSEWHERE: [&str; 2] = ["red-flag", "runway"];

/// The findings, for the memo.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let findings = subject.evaluation.findings.iter();
    let mut items: Vec<Prose> = findings
        .filter(|finding| !ELSEWHERE.iter().any(|id| finding.id.starts_with(id)))
        .map(|finding| prose(&finding.text))
        .collect();
    items.extend(
        subject
            .evaluation
            .capabilities
            .iter()
            .map(|capability| prose(&capability.text)),
    );
    items.extend(not_counted(subject));
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "findings", "What else was found"),
        Block::list(false, items),
    ]
}

/// Book value: shown, never counted. What is spent is a finding of the evaluation.
fn not_counted(subject: &Subject) -> Option<Prose> {
    let situation = &subject.decision.situation;
    situation.carrying_amount.as_ref().map(|carried| {
        let amount = subject.money(
            carried.likely,
            Origin::decision("/situation/carrying_amount"),
        );
        Prose::from("A change would write off ")
            .figure(amount)
            .text(" of book value. No cash moves, so it is not counted.")
    })
}

/// How long the money lasts, where that is stated: a sentence for the bottom line.
pub fn runway(subject: &Subject) -> Option<Prose> {
    let finding = subject
        .evaluation
        .findings
        .iter()
        .find(|finding| finding.id == "runway")?;
    Some(prose(&finding.text))
}
