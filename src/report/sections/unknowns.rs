//! What is not known and could matter, as questions one can ask a person.

use crate::evaluate::OpenQuestion;
use crate::report::model::{Block, Prose};
use crate::report::words::{Subject, prose, verdict_label};

/// The identifier of the section, for what leads to it.
pub const ID: &str = "unknowns";

/// Its heading.
pub const HEADING: &str = "What we do not know yet";

/// The open questions.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let asked = &subject.evaluation.open_questions;
    if asked.is_empty() {
        return Vec::new();
    }
    let items = asked.iter().take(subject.room.unknowns).map(item);
    vec![
        Block::heading(2, ID, HEADING),
        Block::list(false, items.collect::<Vec<_>>()),
    ]
}

fn item(question: &OpenQuestion) -> Prose {
    let asks = prose(&question.asks);
    match question.could_give.first() {
        Some(verdict) => asks
            .text(" The answer could change ours to ")
            .emph(verdict_label(*verdict).to_lowercase())
            .text("."),
        None => asks,
    }
}
