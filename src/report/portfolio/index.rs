//! The index: every decision with a link to its paper, or, where there are too many for pages, those
//! that this paper names.

use super::view::{View, verdict};
use crate::batch::Entry;
use crate::report::model::{Block, Column, Prose, Row, Table, status_label};

/// Decisions up to which all are listed.
const MOST: usize = 150;

/// The index.
pub fn blocks(view: &View) -> Vec<Block> {
    if view.entries.is_empty() {
        return Vec::new();
    }
    let all = view.entries.len() <= MOST;
    let mut listed: Vec<&Entry> = if all {
        view.entries.iter().collect()
    } else {
        view.named()
    };
    listed.sort_by(|a, b| {
        let title = |entry: &Entry| entry.title.trim().to_lowercase();
        title(a).cmp(&title(b)).then(a.id.cmp(&b.id))
    });
    let rows = listed.iter().take(MOST).map(|entry| {
        Row::new([
            view.link(entry),
            verdict(entry.verdict).into(),
            status_label(entry.status).into(),
            view.day(entry.as_of, view.origin(entry, "/as_of")).into(),
        ])
    });
    let mut table = Table::new(
        "Decisions with a link to the paper of each",
        ["Decision", "Verdict", "Status", "As of"],
        rows.collect(),
    );
    for column in table.columns.iter_mut().skip(1) {
        *column = Column::words(None);
    }
    if !all {
        table.notes.push(
            Prose::from("The decisions that this paper names. All ")
                .figure(view.count(view.entries.len()))
                .text(" are in the register."),
        );
    }
    vec![
        Block::heading(2, "index", "Index of decisions"),
        Block::Table(table),
    ]
}
