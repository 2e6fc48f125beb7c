//! The author's own words: the situation and the notes, in Markdown that enters the document model.

use crate::report::markdown_in;
use crate::report::model::{Block, Origin};
use crate::report::words::Subject;

/// The situation as its author describes it.
pub fn summary(subject: &Subject) -> Vec<Block> {
    let summary = subject.decision.situation.summary.as_deref();
    under("situation", "Where we stand", summary, "/situation/summary")
}

/// What the author wants the document to carry at its end.
pub fn notes(subject: &Subject) -> Vec<Block> {
    under(
        "notes",
        "Notes",
        subject.decision.notes.as_deref(),
        "/notes",
    )
}

fn under(id: &str, title: &str, text: Option<&str>, place: &str) -> Vec<Block> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(2, id, title)];
    blocks.extend(markdown_in::blocks(text, &Origin::decision(place), 3, id));
    blocks
}
