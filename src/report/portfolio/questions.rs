//! The open questions that keep most value waiting: those of decisions that cannot be taken, by what
//! their best option would be worth.

use super::view::View;
use crate::batch::Entry;
use crate::evaluate::Verdict;
use crate::report::model::{Block, Column, Prose, Row, Table};

/// Questions in the table; each paper has its own.
const MOST: usize = 10;

/// The table.
pub fn blocks(view: &View) -> Vec<Block> {
    let mut waiting: Vec<&Entry> = view
        .counting()
        .into_iter()
        .filter(|entry| entry.verdict == Verdict::NotReady && !entry.open_questions.is_empty())
        .collect();
    if waiting.is_empty() {
        return Vec::new();
    }
    let stake = |entry: &Entry| entry.figures.at_stake.filter(|stake| *stake > 0.0);
    // Amounts of different currencies are not ranked against each other.
    waiting.sort_by(|a, b| {
        let (one, other) = (stake(a), stake(b));
        let known = other.is_some().cmp(&one.is_some());
        known
            .then(a.currency.cmp(&b.currency))
            .then(other.unwrap_or(0.0).total_cmp(&one.unwrap_or(0.0)))
            .then(a.id.cmp(&b.id))
    });
    let rows = waiting.iter().take(MOST).map(|entry| {
        let asks = entry.open_questions.first().map_or("", |q| q.asks.as_str());
        let code = entry.currency.as_deref().unwrap_or_default();
        let from = || view.origin(entry, "/at_stake");
        Row::new([
            Prose::new().given(asks, view.origin(entry, "/open_questions/0")),
            view.link(entry),
            match stake(entry) {
                Some(stake) => view.money(stake, code, from()).into(),
                None => "not known".into(),
            },
        ])
    });
    let mut table = Table::new(
        "The first open question of each decision that cannot be taken, and what waits for it",
        ["Question", "Decision", "Value held up"],
        rows.collect(),
    );
    table.columns[0] = Column::words(Some(3));
    table.columns[1] = Column::words(Some(2));
    table.notes.push(
        "Value held up: the highest net present value of any option of that decision, people released."
            .into(),
    );
    if let Some(more) = waiting.len().checked_sub(MOST).filter(|more| *more > 0) {
        table.notes.push(
            Prose::new()
                .figure(view.decisions(more))
                .text(" more cannot be taken; each paper lists its questions."),
        );
    }
    vec![
        Block::heading(2, "questions", "Open questions that hold up most"),
        Block::Table(table),
    ]
}
