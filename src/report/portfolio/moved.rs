//! What moved since the last quarter: in a few lines on page one, then decision by decision, each
//! change with the input that made it. Where there was no last quarter, nothing is said.

mod apart;

use super::view::{View, verdict};
use crate::batch::previous::{Cause, Comparison, FigureChange, Target};
use crate::batch::{Entry, Key};
use crate::display::MINUS;
use crate::report::model::{Block, Cell, Column, Figure, Origin, Prose, Row, RowKind, Table};

/// Rows of each table; the register has all.
const MOST: usize = 15;
/// Inputs of one change that are named.
const MOST_INPUTS: usize = 3;

/// The few lines for page one.
pub fn summary(view: &View) -> Vec<Block> {
    let Some(moved) = view.moved else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(2, "moved", heading(view, moved))];
    if moved.is_still() {
        blocks.push(Block::paragraph(
            "Nothing: the same decisions, verdicts and figures.",
        ));
        return blocks;
    }
    blocks.push(Block::list(false, lines(view, moved)));
    blocks
}

fn heading(view: &View, moved: &Comparison) -> Prose {
    match moved.since {
        Some(since) => {
            let day = Figure::new(view.house.date(since), Origin::register("/since"));
            Prose::from("What moved since ").figure(day)
        }
        None => "What moved since the last run".into(),
    }
}

fn lines(view: &View, moved: &Comparison) -> Vec<Prose> {
    let count = |count: usize, one: &str, many: &str| {
        let shown = view.house.counted(count as f64, 0, one, many);
        Prose::from(Figure::new(shown, Origin::register("/moved")))
    };
    let mut lines = Vec::new();
    let mut add = |number: usize, one: &str, many: &str, says: Prose| {
        if number > 0 {
            lines.push(count(number, one, many).prose(says));
        }
    };
    let new = names(view, &moved.new);
    add(moved.new.len(), "new decision", "new decisions", new);
    let gone = gone(moved);
    add(
        moved.gone.len(),
        "decision is gone",
        "decisions are gone",
        gone,
    );
    let ids: Vec<String> = moved.verdicts.iter().map(|c| c.id.clone()).collect();
    add(
        moved.verdicts.len(),
        "verdict changed",
        "verdicts changed",
        names(view, &ids),
    );
    let mut ids: Vec<String> = moved.figures.iter().map(|c| c.id.clone()).collect();
    ids.dedup();
    let bound = Figure::new(view.house.percent(moved.bound), Origin::policy("/movement"));
    let in_decisions = Prose::from(" in ")
        .figure(view.decisions(ids.len()))
        .text(", by ")
        .figure(bound)
        .text(" or more.");
    add(
        moved.figures.len(),
        "figure moved",
        "figures moved",
        in_decisions,
    );
    let apart: usize = moved.not_comparable.iter().map(|n| n.keys.len()).sum();
    add(
        apart,
        "figure is not comparable",
        "figures are not comparable",
        " with the last run; the reasons stand below.".into(),
    );
    add(
        moved.met.len(),
        "target was met",
        "targets were met",
        ".".into(),
    );
    add(
        moved.missed.len(),
        "target was missed or not measured when due",
        "targets were missed or not measured when due",
        ".".into(),
    );
    add(
        moved.not_compared.len(),
        "decision could not be compared",
        "decisions could not be compared",
        names(view, &moved.not_compared),
    );
    lines
}

/// A colon and the decisions, a few by name.
fn names(view: &View, ids: &[String]) -> Prose {
    let entries: Vec<_> = ids.iter().filter_map(|id| view.entry(id)).collect();
    let shown = entries
        .iter()
        .take(MOST_INPUTS)
        .map(|entry| view.link(entry));
    listed(
        shown.collect(),
        entries.len().saturating_sub(MOST_INPUTS),
        view,
    )
}

fn gone(moved: &Comparison) -> Prose {
    let mut said = Prose::from(": ");
    for (at, (_, title)) in moved.gone.iter().take(MOST_INPUTS).enumerate() {
        said = said
            .text(if at > 0 { "; " } else { "" })
            .given(title.trim(), Origin::register("/gone"));
    }
    if moved.gone.len() > MOST_INPUTS {
        return said.text("; and others.");
    }
    said.text(".")
}

fn listed(shown: Vec<Prose>, more: usize, view: &View) -> Prose {
    let mut said = Prose::from(": ");
    for (at, name) in shown.into_iter().enumerate() {
        said = said.text(if at > 0 { "; " } else { "" }).prose(name);
    }
    if more > 0 {
        said = said.text("; and ").figure(view.count(more)).text(" more");
    }
    said.text(".")
}

/// The tables.
pub fn details(view: &View) -> Vec<Block> {
    let Some(moved) = view.moved.filter(|moved| !moved.is_still()) else {
        return Vec::new();
    };
    let tables: Vec<Table> = [
        verdicts(view, moved),
        figures(view, moved),
        apart::table(view, moved),
        targets(view, "Targets met since then", &moved.met),
        targets(
            view,
            "Targets missed, or due and not measured",
            &moved.missed,
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    if tables.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(
        2,
        "changes",
        "What changed, and what made it change",
    )];
    blocks.extend(tables.into_iter().map(Block::Table));
    blocks
}

fn verdicts(view: &View, moved: &Comparison) -> Option<Table> {
    let rows: Vec<Row> = moved
        .verdicts
        .iter()
        .take(MOST)
        .filter_map(|change| {
            let entry = view.entry(&change.id)?;
            let [before, after] = change.verdicts;
            Some(Row::new([
                view.link(entry),
                verdict(before).into(),
                verdict(after).into(),
                cause(&change.cause),
            ]))
        })
        .collect();
    let mut table = Table::new(
        "Verdicts before and after, and what made the change",
        ["Verdict of", "Was", "Is", "Because of"],
        rows,
    );
    table.columns = words(&[Some(3), None, None, Some(2)]);
    more(view, &mut table, moved.verdicts.len());
    (!moved.verdicts.is_empty()).then_some(table)
}

fn figures(view: &View, moved: &Comparison) -> Option<Table> {
    let mut rows: Vec<Row> = Vec::new();
    let mut of = None;
    for change in moved.figures.iter().take(MOST) {
        let Some(entry) = view.entry(&change.id) else {
            continue;
        };
        if of != Some(&change.id) {
            of = Some(&change.id);
            rows.push(Row {
                kind: RowKind::Group,
                cells: vec![Cell::over(5, view.link(entry))],
            });
        }
        rows.push(figure(view, entry, change));
    }
    let mut table = Table::new(
        "Figures before and after, how far they moved, and what moved them",
        ["Figure", "Was", "Is", "Moved by", "Because of"],
        rows,
    );
    table.columns = vec![
        Column::words(Some(3)),
        Column::figures(),
        Column::figures(),
        Column::figures(),
        Column::words(Some(2)),
    ];
    more(view, &mut table, moved.figures.len());
    if moved.below_bound > 0 {
        let bound = Figure::new(view.house.percent(moved.bound), Origin::policy("/movement"));
        table.notes.push(
            Prose::from("Left out: ")
                .figure(view.count(moved.below_bound))
                .text(" that moved by less than ")
                .figure(bound)
                .text("."),
        );
    }
    (!moved.figures.is_empty()).then_some(table)
}

fn figure(view: &View, entry: &Entry, change: &FigureChange) -> Row {
    let shown = |value: Option<f64>| match value {
        Some(value) => view.figure(entry, change.key, value).into(),
        None => Prose::from("none"),
    };
    let by = match (change.absolute(), change.relative()) {
        (Some(absolute), relative) => {
            let mut by = view.figure(entry, change.key, absolute);
            if change.key == Key::Roi {
                // The difference of two percentages is no percentage of anything.
                let points = view.house.number_up_to(absolute * 100.0, 1);
                by.shown = format!("{points}\u{a0}points");
            }
            if absolute > 0.0 {
                by.shown.insert(0, '+');
            }
            let by = Prose::from(by);
            match relative {
                Some(relative) => {
                    let sign = if relative > 0.0 {
                        "+".to_string()
                    } else {
                        MINUS.to_string()
                    };
                    let share = format!("{sign}{}", view.house.percent(relative.abs()));
                    by.text(" (")
                        .figure(Figure::new(share, Origin::register("/moved")))
                        .text(")")
                }
                None => by,
            }
        }
        (None, _) => match change.before {
            None => "newly stated".into(),
            Some(_) => "no longer stated".into(),
        },
    };
    Row::new([
        Prose::from(change.key.label()),
        shown(change.before),
        shown(change.after),
        by,
        cause(&change.cause),
    ])
}

fn targets(view: &View, heading: &str, targets: &[Target]) -> Option<Table> {
    let rows: Vec<Row> = targets
        .iter()
        .take(MOST)
        .filter_map(|target| {
            let entry = view.entry(&target.id)?;
            let measure = entry.measures.get(target.measure)?;
            let place =
                |key: &str| view.origin(entry, &format!("/measures/{}/{key}", target.measure));
            let value = |value: Option<f64>, key: &str| match value {
                Some(value) => super::alerts::value(view, measure, value, place(key)).into(),
                None => Prose::from("not measured"),
            };
            Some(Row::new([
                Prose::new().given(measure.name.trim(), place("name")),
                view.link(entry),
                value(measure.target, "target"),
                value(measure.actual, "actual"),
                match measure.due {
                    Some(due) => view.day(due, place("due")).into(),
                    None => Prose::from("not stated"),
                },
            ]))
        })
        .collect();
    let mut table = Table::new(
        format!("{heading}: the target, what was measured and the day it was due"),
        [heading, "Decision", "Target", "Measured", "Due"],
        rows,
    );
    table.columns = words(&[Some(2), Some(2), None, None, None]);
    more(view, &mut table, targets.len());
    (!targets.is_empty()).then_some(table)
}

fn words(shares: &[Option<u8>]) -> Vec<Column> {
    shares.iter().map(|share| Column::words(*share)).collect()
}

fn more(view: &View, table: &mut Table, count: usize) {
    if let Some(more) = count.checked_sub(MOST).filter(|more| *more > 0) {
        table.notes.push(
            Prose::from("And ")
                .figure(view.count(more))
                .text(" more, all in the register."),
        );
    }
}

/// What made a change, in a cell.
fn cause(cause: &Cause) -> Prose {
    let given = |name: &str| Prose::new().given(name, Origin::register("/moved"));
    match cause {
        Cause::Input(name) => given(name),
        Cause::Together(names) => {
            let mut said = Prose::from("together: ");
            for (at, name) in names.iter().take(MOST_INPUTS).enumerate() {
                said = said.text(if at > 0 { "; " } else { "" }).prose(given(name));
            }
            if names.len() > MOST_INPUTS {
                said.text("; and others")
            } else {
                said
            }
        }
        Cause::Basis(what) => Prose::from(what.as_str()),
        Cause::NotKept => "not known: the former decision was not kept".into(),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
