//! The verdict table: the first row that holds (framework, section 6).
//!
//! *Do not proceed* and *not ready to decide* are the two ways in which no row holds; which of them
//! it is depends on what the open questions could still give.

use super::judge::Judgement;
use super::output::{Answer, Verdict};

/// The first row of the table that holds.
pub(super) fn first_row(judgement: &Judgement) -> Option<Verdict> {
    ROWS.iter()
        .find(|(_, holds)| holds(judgement))
        .map(|(verdict, _)| *verdict)
}

/// Whether a row holds.
type Row = fn(&Judgement) -> bool;

/// The rows, in order.
const ROWS: [(Verdict, Row); 4] = [
    (Verdict::StopAndMigrate, stop),
    (Verdict::Build, build),
    (Verdict::Hybrid, hybrid),
    (Verdict::Buy, buy),
];

/// Whether a row of the table holds, whatever rows stand above it.
pub(super) fn holds(verdict: Verdict, judgement: &Judgement) -> bool {
    ROWS.iter()
        .any(|(row, holds)| *row == verdict && holds(judgement))
}

/// Something self-built runs, a decisive metric was missed past its due date, and the exit rule
/// was committed to.
fn stop(judgement: &Judgement) -> bool {
    judgement.self_built && judgement.missed.is_some() && judgement.committed
}

fn build(judgement: &Judgement) -> bool {
    by_questions(judgement) || by_exception(judgement)
}

/// All five questions support building, and the right to build is not known to be unearned.
pub(super) fn by_questions(judgement: &Judgement) -> bool {
    judgement.failed() == 0 && !judgement.adoption_below
}

/// An exception is granted, and what is built can be maintained and measured.
pub(super) fn by_exception(judgement: &Judgement) -> bool {
    let [q1, q2, _, _, q5] = judgement.answers;
    let [unique, property, excellence] = judgement.granted;
    let supported = |answer| matches!(answer, Answer::StrongYes | Answer::Partial);
    (unique || property || (excellence && q1 != Answer::No)) && supported(q2) && supported(q5)
}

/// A component sets the firm apart, an alternative covers the rest, and the two together are not
/// known to lose money against building.
fn hybrid(judgement: &Judgement) -> bool {
    judgement.apart > 0 && judgement.answers[2] == Answer::No && judgement.hybrid.is_some()
}

/// An alternative covers the need and is not known to lose money against building.
fn buy(judgement: &Judgement) -> bool {
    judgement.answers[2] == Answer::No && judgement.buy.is_some()
}
