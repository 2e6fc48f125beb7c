//! The quarter at a glance: how many decisions, what they come to, and how they are answered.

use super::view::{View, verdict};
use crate::batch::totals::{self, by_currency};
use crate::batch::{Entry, Key};
use crate::decision::Status;
use crate::evaluate::Verdict;
use crate::report::model::{
    Answer, Block, Column, Figure, Origin, Prose, Row, RowKind, Table, Tile,
};

/// Verdicts in the order in which a board acts on them.
const ORDER: [Verdict; 6] = [
    Verdict::StopAndMigrate,
    Verdict::Buy,
    Verdict::Hybrid,
    Verdict::Build,
    Verdict::DoNotProceed,
    Verdict::NotReady,
];

/// The panel: what is there to decide, and what it comes to.
pub fn answer(view: &View) -> Vec<Block> {
    let counting = view.counting();
    let panel = Answer {
        label: "This quarter".into(),
        verdict: sentence(view, &counting),
        body: body(view, &counting),
        tiles: tiles(view, &counting),
    };
    vec![Block::Answer(panel)]
}

fn sentence(view: &View, counting: &[&Entry]) -> Prose {
    let (approved, open): (Vec<&Entry>, Vec<&Entry>) = counting
        .iter()
        .partition(|entry| entry.status == Status::Approved);
    let not_ready = with(&open, Verdict::NotReady);
    let all = Prose::from(view.decisions(counting.len()));
    match (counting.len(), approved.len(), not_ready) {
        (0, ..) => "No decision could be used.".into(),
        (1, 1, _) => all.text(", approved."),
        (1, _, 0) => all.text(", and it can be taken."),
        (1, ..) => all.text(", and it is not ready to be taken."),
        (total, 0, 0) => all.text(if total == 2 {
            ", and both can be taken."
        } else {
            ", and each of them can be taken."
        }),
        (total, 0, open) if total == open => all.text(", and none of them is ready to be taken."),
        (total, approved, _) if total == approved => all.text(", all of them approved."),
        (total, approved, open) => {
            let ready = total - approved - open;
            let parts = [
                (approved, " approved"),
                (ready, " to be taken"),
                (open, " not ready to be taken"),
            ];
            let mut said = all.text(": ");
            let parts: Vec<_> = parts.into_iter().filter(|(count, _)| *count > 0).collect();
            for (at, (count, what)) in parts.iter().enumerate() {
                said = said
                    .text(match at {
                        0 => "",
                        at if at + 1 == parts.len() => " and ",
                        _ => ", ",
                    })
                    .figure(view.count(*count))
                    .text(*what);
            }
            said.text(".")
        }
    }
}

/// What they are worth, by currency; a figure that does not exist makes no sentence.
fn body(view: &View, counting: &[&Entry]) -> Vec<Block> {
    let mut said = Prose::new();
    for (at, group) in by_currency(counting).iter().enumerate() {
        let (Some(saving), Some(npv)) = (group.total(Key::AnnualSaving), group.total(Key::Npv))
        else {
            continue;
        };
        let amount = |amount| view.money(amount, group.code, Origin::register("/totals"));
        let opening = match at {
            0 if saving >= 0.0 => "As recommended, they save ",
            0 => "As recommended, they cost ",
            _ if saving >= 0.0 => " In another currency, they save ",
            _ => " In another currency, they cost ",
        };
        said = said
            .text(opening)
            .figure(amount(saving.abs()))
            .text(if saving >= 0.0 {
                " a year and are worth "
            } else {
                " more a year and are worth "
            })
            .figure(amount(npv))
            .text(" in today’s money, if freed people leave the cost base.");
    }
    let superseded = view.entries.len() - counting.len();
    if superseded > 0 {
        let before = if said.is_empty() { "" } else { " " };
        said = said
            .text(before)
            .figure(view.decisions(superseded))
            .text(" more, superseded, are in the index and in no sum.");
    }
    if said.is_empty() {
        Vec::new()
    } else {
        vec![Block::paragraph(said)]
    }
}

fn tiles(view: &View, counting: &[&Entry]) -> Vec<Tile> {
    let mut tiles = vec![Tile::new("Decisions", view.count(counting.len()))];
    // Side by side only in one currency: two amounts there would ask to be added.
    if let [group] = by_currency(counting).as_slice() {
        let from = || Origin::register("/totals");
        if let Some(saving) = group.total(Key::AnnualSaving) {
            let amount = view.money(saving, group.code, from());
            tiles.push(Tile::new("Saved a year", amount).note("running cost, year 1"));
        }
        if let Some(npv) = group.total(Key::Npv) {
            let amount = view.money(npv, group.code, from());
            tiles.push(
                Tile::new("Net present value", amount).note("if freed people leave the cost base"),
            );
        }
    }
    let people = totals::people(counting);
    let freed: f64 = people.iter().map(|people| people.freed).sum();
    if freed > 0.0 {
        let figure = Figure::new(view.house.count(freed), Origin::register("/totals"));
        let tile = Tile::new("Engineers freed", figure);
        let headcount: Option<f64> = people.iter().map(|people| people.headcount).sum();
        tiles.push(match headcount {
            Some(all) => tile.note(Prose::from("of ").figure(Figure::new(
                view.house.count(all),
                Origin::register("/totals"),
            ))),
            None => tile,
        });
    }
    tiles
}

fn with(entries: &[&Entry], verdict: Verdict) -> usize {
    entries
        .iter()
        .filter(|entry| entry.verdict == verdict)
        .count()
}

/// How the decisions are answered, and how far they have come.
pub fn verdicts(view: &View) -> Vec<Block> {
    let counting = view.counting();
    if counting.is_empty() {
        return Vec::new();
    }
    let count = |verdict: Option<Verdict>, status: Option<Status>| {
        let matching = counting.iter().filter(|entry| {
            verdict.is_none_or(|verdict| entry.verdict == verdict)
                && status.is_none_or(|status| entry.status == status)
        });
        matching.count()
    };
    let row = |kind, name: &'static str, of: Option<Verdict>| {
        let cell = |status| match count(of, status) {
            0 => Prose::from("–"),
            some => view.count(some).into(),
        };
        Row::of(
            kind,
            [
                name.into(),
                cell(Some(Status::Draft)),
                cell(Some(Status::Proposed)),
                cell(Some(Status::Approved)),
                cell(None),
            ],
        )
    };
    let mut rows: Vec<Row> = ORDER
        .into_iter()
        .filter(|of| count(Some(*of), None) > 0)
        .map(|of| row(RowKind::Plain, verdict(of), Some(of)))
        .collect();
    rows.push(row(RowKind::Total, "All", None));
    let mut table = Table::new(
        "Decisions by verdict and by how far they have come",
        ["Verdict", "Draft", "Proposed", "Approved", "All"],
        rows,
    );
    table.columns[0] = Column::words(Some(1));
    vec![
        Block::heading(2, "verdicts", "Verdicts at a glance"),
        Block::Table(table),
    ]
}
