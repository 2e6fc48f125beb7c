//! The money, decision by decision and in total, by currency. The two readings of freed people are
//! never added, and an amount in one currency is never turned into another.

use super::view::{View, verdict};
use crate::batch::totals::{InCurrency, by_currency};
use crate::batch::{Entry, Key};
use crate::display::{Currency, Footing, Scale};
use crate::report::model::{Block, Cell, Column, Figure, Origin, Prose, Row, RowKind, Table};

/// Decisions of a table, those that move most money; the register has all.
const MOST: usize = 20;
/// Currencies with a table of their own.
const MOST_CURRENCIES: usize = 6;
/// What the table shows of each decision.
const SHOWN: [Key; 3] = [Key::AnnualSaving, Key::Npv, Key::Ask];

/// A table for each currency.
pub fn blocks(view: &View) -> Vec<Block> {
    let counting = view.counting();
    let groups = by_currency(&counting);
    let tables: Vec<Block> = groups
        .iter()
        .take(MOST_CURRENCIES)
        .filter_map(|group| table(view, group))
        .map(Block::Table)
        .collect();
    if tables.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(
        2,
        "money",
        "Money, by decision and in total",
    )];
    if groups.len() > 1 {
        blocks.push(Block::paragraph(
            "Decisions state their money in different currencies. Each currency has its own total; nothing is converted.",
        ));
    }
    blocks.extend(tables);
    if let Some(more) = groups
        .len()
        .checked_sub(MOST_CURRENCIES)
        .filter(|more| *more > 0)
    {
        let noun = if more == 1 {
            " more currency is"
        } else {
            " more currencies are"
        };
        blocks.push(Block::paragraph(
            Prose::new()
                .figure(view.count(more))
                .text(noun)
                .text(" in the register."),
        ));
    }
    blocks
}

fn table(view: &View, group: &InCurrency) -> Option<Table> {
    let currency = Currency::from_code(group.code)?;
    let states = |entry: &&&Entry| SHOWN.iter().any(|key| entry.figures.get(*key).is_some());
    let mut stated: Vec<&Entry> = group.entries.iter().filter(states).copied().collect();
    if stated.is_empty() {
        return None;
    }
    let weight = |entry: &Entry| {
        let figures = SHOWN.iter().filter_map(|key| entry.figures.get(*key));
        figures.map(f64::abs).fold(0.0, f64::max)
    };
    stated.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.id.cmp(&b.id)));
    // One row more than a line that says "one more" would take is shown instead of it.
    let shown = if stated.len() <= MOST + 1 {
        stated.len()
    } else {
        MOST
    };
    let (first, others) = stated.split_at(shown);
    let columns = columns(view, group, first, others);
    let mut body: Vec<Row> = first
        .iter()
        .enumerate()
        .map(|(at, entry)| row(view, entry, &columns, at))
        .collect();
    if !others.is_empty() {
        let name = Prose::new()
            .figure(view.count(others.len()))
            .text(" others, in the register");
        body.push(line(RowKind::Plain, name, &columns, first.len()));
    }
    let total = Prose::from("Total of ").figure(view.decisions(stated.len()));
    body.push(line(RowKind::Total, total, &columns, usize::MAX));
    let mut table = Table::new(
        format!("Money of each decision in {}, and in total", group.code),
        [
            "Decision",
            "Verdict",
            "Saved a year",
            "Net present value",
            "Asked for",
        ],
        body,
    );
    table.columns[1] = Column::words(None);
    table.caption = Some(Prose::from(columns.scale.label(currency)));
    table.notes = notes(view, group, &columns, stated.len());
    Some(table)
}

/// The three columns as shown, footed together.
struct Columns {
    scale: Scale,
    /// For each column the lines, then its total.
    shown: Vec<(Vec<Option<String>>, Option<String>)>,
    needs_note: bool,
}

fn columns(view: &View, group: &InCurrency, first: &[&Entry], others: &[&Entry]) -> Columns {
    let all = group.entries.iter();
    let amounts: Vec<f64> = all
        .flat_map(|entry| SHOWN.iter().filter_map(|key| entry.figures.get(*key)))
        .collect();
    let scale = Scale::for_amounts(&amounts);
    let mut needs_note = false;
    let shown = SHOWN
        .iter()
        .map(|key| {
            let mut lines: Vec<Option<f64>> =
                first.iter().map(|entry| entry.figures.get(*key)).collect();
            if !others.is_empty() {
                let rest = others.iter().filter_map(|entry| entry.figures.get(*key));
                let rest: Vec<f64> = rest.collect();
                lines.push((!rest.is_empty()).then(|| rest.iter().sum()));
            }
            let stated: Vec<f64> = lines.iter().flatten().copied().collect();
            let total = (!stated.is_empty()).then(|| stated.iter().sum::<f64>());
            let footed = view.house.foot(&stated, total.unwrap_or_default(), scale);
            needs_note |= footed.footing != Footing::AddsUp;
            let mut texts = footed.lines.into_iter();
            let texts = lines
                .iter()
                .map(|line| line.and_then(|_| texts.next()))
                .collect();
            (texts, total.map(|_| footed.total))
        })
        .collect();
    Columns {
        scale,
        shown,
        needs_note,
    }
}

fn row(view: &View, entry: &Entry, columns: &Columns, at: usize) -> Row {
    let mut cells = vec![
        Cell::new(view.link(entry)),
        Cell::new(verdict(entry.verdict)),
    ];
    for (key, (lines, _)) in SHOWN.iter().zip(&columns.shown) {
        let from = view.origin(entry, &format!("/{}", key.name()));
        cells.push(Cell::new(match &lines[at] {
            Some(shown) => Prose::from(Figure::new(shown, from)),
            None => "–".into(),
        }));
    }
    Row {
        kind: RowKind::Plain,
        cells,
    }
}

/// A row that stands for several decisions: the others, or, beyond the lines, the total.
fn line(kind: RowKind, name: Prose, columns: &Columns, at: usize) -> Row {
    let mut cells = vec![Cell::new(name), Cell::new(Prose::new())];
    for (lines, total) in &columns.shown {
        let shown = lines.get(at).unwrap_or(total);
        cells.push(Cell::new(match shown {
            Some(shown) => Prose::from(Figure::new(shown, Origin::register("/totals"))),
            None => "–".into(),
        }));
    }
    Row { kind, cells }
}

fn notes(view: &View, group: &InCurrency, columns: &Columns, stated: usize) -> Vec<Prose> {
    let mut notes: Vec<Prose> = vec![
        "The recommended option against each decision’s own baseline, pre-tax and nominal. Net present value reads freed people as released."
            .into(),
    ];
    let years: std::collections::BTreeSet<u32> = group
        .entries
        .iter()
        .map(|entry| entry.basis.horizon_years)
        .collect();
    if years.len() > 1 {
        notes.push(
            "Decisions are reckoned over different numbers of years; each paper states its own."
                .into(),
        );
    }
    notes.extend(rates(view, group));
    let silent = group.entries.len() - stated;
    if silent > 0 {
        notes.push(
            Prose::new()
                .figure(view.decisions(silent))
                .text(if silent == 1 {
                    " in this currency states no such figure and is not in the total."
                } else {
                    " in this currency state no such figure and are not in the total."
                }),
        );
    }
    if columns.needs_note {
        notes.push("Lines may not add up to totals because of rounding.".into());
    }
    notes
}

/// That present values at several discount rates stand in one total, where they do.
fn rates(view: &View, group: &InCurrency) -> Option<Prose> {
    let with_npv = |entry: &&&Entry| entry.figures.npv.is_some();
    let stated = group.entries.iter().filter(with_npv);
    let mut rates: Vec<f64> = stated.map(|entry| entry.basis.discount_rate).collect();
    rates.sort_by(f64::total_cmp);
    let (lowest, highest) = (*rates.first()?, *rates.last()?);
    if lowest == highest {
        return None;
    }
    let rate = |rate: f64| Figure::new(view.house.percent(rate), Origin::register("/decisions"));
    Some(
        Prose::from("Net present values are at discount rates from ")
            .figure(rate(lowest))
            .text(" to ")
            .figure(rate(highest))
            .text(", each decision’s own; their total mixes them."),
    )
}
