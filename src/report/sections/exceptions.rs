//! The exceptions that could still justify building: what was claimed, and why each was granted
//! or refused.

use crate::evaluate::{Exception, ExceptionId};
use crate::report::model::{Block, Item, Prose};
use crate::report::words::{Subject, prose};

/// The three exceptions.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let items = subject.evaluation.exceptions.iter().map(item).collect();
    vec![
        Block::heading(2, "exceptions", "Exceptions that could justify building"),
        Block::List {
            ordered: false,
            items,
        },
    ]
}

fn item(exception: &Exception) -> Item {
    let outcome = match (exception.claimed, exception.granted) {
        (_, true) => "granted",
        (true, false) => "refused",
        (false, false) => "not claimed",
    };
    let line = Prose::new()
        .strong(format!("{}: {outcome}. ", name(exception.id)))
        .prose(prose(&exception.reason));
    let mut blocks = vec![Block::paragraph(line)];
    if exception.claimed && !exception.evidence.is_empty() {
        blocks.push(Block::list(
            false,
            exception
                .evidence
                .iter()
                .map(|evidence| prose(&evidence.text)),
        ));
    }
    Item { blocks }
}

fn name(id: ExceptionId) -> &'static str {
    match id {
        ExceptionId::E1 => "A truly unique requirement",
        ExceptionId::E2 => "The platform is strategic property",
        ExceptionId::E3 => "Proven excellence in platform work",
    }
}
