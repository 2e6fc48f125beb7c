//! The decision memo, for the executive team and engineering managers: the brief with its working.

use super::model::{DocumentKind, Report};
use super::sections::{
    ai, alternatives, answer, arguments, assumptions, author, components, directors, exceptions,
    exhibits, findings, front, left_out, measures, money, opposite, others, questions, resolution,
    risks, sensitivity, standard, unknowns,
};
use super::words::Subject;

/// The memo. `hash` is the short identity of everything it was made from.
pub fn memo(subject: &Subject, hash: Option<&str>) -> Report {
    let mut blocks = answer::blocks(subject);
    blocks.extend(resolution::blocks(subject));
    blocks.extend(author::summary(subject));
    blocks.extend(questions::reasons(subject));
    blocks.extend(questions::evidence(subject));
    blocks.extend(components::blocks(subject));
    blocks.extend(alternatives::blocks(subject));
    blocks.extend(exceptions::blocks(subject));
    blocks.extend(money::flows(subject));
    blocks.extend(money::returns(subject));
    blocks.extend(exhibits::cumulative_cost(subject));
    blocks.extend(sensitivity::tornado(subject));
    blocks.extend(sensitivity::outcomes(subject));
    blocks.extend(exhibits::adoption(subject));
    blocks.extend(others::why_not(subject));
    blocks.extend(opposite::blocks(subject));
    blocks.extend(others::flips(subject));
    blocks.extend(directors::blocks(subject));
    blocks.extend(arguments::exchanges(subject));
    blocks.extend(risks::blocks(subject));
    blocks.extend(measures::blocks(subject));
    blocks.extend(findings::blocks(subject));
    blocks.extend(ai::blocks(subject));
    blocks.extend(unknowns::blocks(subject));
    blocks.extend(assumptions::blocks(subject));
    blocks.extend(arguments::receipts(subject));
    blocks.extend(left_out::in_the_evaluation(subject));
    blocks.extend(standard::blocks(subject));
    blocks.extend(author::notes(subject));
    Report {
        meta: front::meta(subject, DocumentKind::Memo, hash),
        blocks,
    }
}
