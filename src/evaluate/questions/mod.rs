//! The five questions, one a file: what is asked, what counts as an answer, and its evidence.
//! Every answer says whether the facts support building.

pub(super) mod alternatives;
pub(super) mod apart;
pub(super) mod measures;
pub(super) mod upkeep;
pub(super) mod worth;

use super::output::{Evidence, Question, QuestionId};
use super::told::Told;

/// What an answer rests on.
type Rests = fn(&Told) -> Vec<Evidence>;

/// The five questions with their answers and evidence.
pub(super) fn all(told: &Told) -> Vec<Question> {
    let evidence: [(QuestionId, Rests); 5] = [
        (QuestionId::Q1, apart::evidence),
        (QuestionId::Q2, upkeep::evidence),
        (QuestionId::Q3, alternatives::evidence),
        (QuestionId::Q4, worth::evidence),
        (QuestionId::Q5, measures::evidence),
    ];
    evidence
        .iter()
        .zip(told.judgement.answers)
        .map(|((id, evidence), answer)| Question {
            id: *id,
            answer,
            evidence: evidence(told),
        })
        .collect()
}
