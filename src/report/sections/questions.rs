//! Why: the reasons, weightiest first, and the five questions as a scorecard.

use crate::evaluate::{Answer, Question, QuestionId};
use crate::report::model::{Block, Figure, Mark, Prose, ScoreRow, Scorecard};
use crate::report::words::{Subject, prose};

/// The reasons for the answer.
pub fn reasons(subject: &Subject) -> Vec<Block> {
    let reasons = &subject.evaluation.reasons;
    if reasons.is_empty() {
        return Vec::new();
    }
    let items = reasons
        .iter()
        .take(subject.room.reasons)
        .map(|reason| prose(&reason.text));
    vec![Block::heading(2, "why", "Why"), Block::list(true, items)]
}

/// The five questions, each with its answer and the first piece of its evidence.
pub fn scorecard(subject: &Subject) -> Vec<Block> {
    let rows = subject
        .evaluation
        .questions
        .iter()
        .map(|question| ScoreRow {
            question: asked(question.id).into(),
            mark: mark(question.answer),
            answer: said(question.answer).into(),
            evidence: first_evidence(question),
        });
    let card = Scorecard {
        summary: "The five questions, whether each supports building, and what the answer rests on"
            .to_string(),
        rows: rows.collect(),
    };
    vec![
        Block::heading(2, "questions", title(subject)),
        Block::Scorecard(card),
    ]
}

/// How many of the questions speak for building, as a heading.
fn title(subject: &Subject) -> Prose {
    Prose::from("Does it pay to build? ").prose(support(subject))
}

/// How many of the five questions do not fully support building: an answer in part or not known
/// does not, as the verdict counts them.
pub fn support(subject: &Subject) -> Prose {
    let failed = subject.evaluation.questions_failed;
    let all = subject.evaluation.questions.len();
    match failed {
        0 => "All five questions support it".into(),
        failed if failed == all => "None of the five questions fully supports it".into(),
        failed => {
            let shown = subject.house.in_words(failed as f64);
            Prose::from("Of five questions, ")
                .figure(Figure::evaluation(shown, "/questions_failed"))
                .text(if failed == 1 {
                    " does not fully support it"
                } else {
                    " do not fully support it"
                })
        }
    }
}

fn first_evidence(question: &Question) -> Prose {
    question
        .evidence
        .first()
        .map(|evidence| prose(&evidence.text))
        .unwrap_or_default()
}

/// A question in a few words. Every one is put so that *yes* supports building.
pub fn asked(id: QuestionId) -> &'static str {
    match id {
        QuestionId::Q1 => "Does it set us apart?",
        QuestionId::Q2 => "Can we maintain it for years?",
        QuestionId::Q3 => "Is there no proven alternative?",
        QuestionId::Q4 => "Are our engineers worth most here?",
        QuestionId::Q5 => "Can we measure it, and will we stop?",
    }
}

fn mark(answer: Answer) -> Mark {
    match answer {
        Answer::StrongYes => Mark::Yes,
        Answer::Partial => Mark::Partial,
        Answer::No => Mark::No,
        Answer::Unknown => Mark::Unknown,
    }
}

/// An answer in a word.
pub fn said(answer: Answer) -> &'static str {
    match answer {
        Answer::StrongYes => "Yes",
        Answer::Partial => "In part",
        Answer::No => "No",
        Answer::Unknown => "Not known",
    }
}

/// The five questions with all of their evidence, for the memo.
pub fn evidence(subject: &Subject) -> Vec<Block> {
    let mut blocks = vec![Block::heading(
        2,
        "questions",
        "Five questions, and what each answer rests on",
    )];
    for question in &subject.evaluation.questions {
        let line =
            Prose::new().strong(format!("{} {}.", asked(question.id), said(question.answer)));
        blocks.push(Block::Together {
            blocks: vec![
                Block::paragraph(line),
                Block::list(
                    false,
                    question
                        .evidence
                        .iter()
                        .map(|evidence| prose(&evidence.text)),
                ),
            ],
        });
    }
    blocks
}
