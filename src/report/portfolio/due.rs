//! The decisions that are due before the next quarter, and those whose day has passed undecided.

use super::view::{View, verdict};
use crate::batch::{Entry, Key, totals};
use crate::decision::Status;
use crate::report::model::{Block, Column, Figure, Origin, Prose, Row, Table, status_label};

/// Rows of the table; the register has all.
const MOST: usize = 10;

/// The table.
pub fn blocks(view: &View) -> Vec<Block> {
    let end = totals::next_quarter(view.as_of);
    let undecided = |entry: &&Entry| matches!(entry.status, Status::Draft | Status::Proposed);
    let mut due: Vec<&Entry> = view
        .counting()
        .into_iter()
        .filter(undecided)
        .filter(|entry| entry.due.is_some_and(|due| due < end))
        .collect();
    if due.is_empty() {
        return Vec::new();
    }
    due.sort_by(|a, b| a.due.cmp(&b.due).then(a.id.cmp(&b.id)));
    let rows = due.iter().take(MOST).map(|entry| row(view, entry));
    let mut table = Table::new(
        "Decisions with the day they are due, their verdict and what is asked",
        ["Decision", "Due", "Status", "Verdict", "Asked for"],
        rows.collect(),
    );
    table.columns = vec![
        Column::words(Some(1)),
        Column::words(None),
        Column::words(None),
        Column::words(None),
        Column::figures(),
    ];
    if let Some(more) = due.len().checked_sub(MOST).filter(|more| *more > 0) {
        table.notes.push(
            Prose::from("And ")
                .figure(view.count(more))
                .text(" more, all in the register."),
        );
    }
    let day = Figure::new(view.house.date(end), Origin::register("/as_of"));
    vec![
        Block::heading(2, "due", Prose::from("Due before ").figure(day)),
        Block::Table(table),
    ]
}

fn row(view: &View, entry: &Entry) -> Row {
    let late = entry.due.is_some_and(|due| due < view.as_of);
    let day = entry.due.map_or_else(Prose::new, |due| {
        let day = Prose::from(view.day(due, view.origin(entry, "/due")));
        if late { day.text(", overdue") } else { day }
    });
    let asked = match entry.figures.ask {
        Some(ask) => view.figure(entry, Key::Ask, ask).into(),
        None => Prose::from("–"),
    };
    Row::new([
        view.link(entry),
        day,
        status_label(entry.status).into(),
        verdict(entry.verdict).into(),
        asked,
    ])
}
