//! The engineers that all decisions together would free, against how many there are, and what they
//! could do instead, each opportunity counted once.

use super::view::View;
use crate::batch::totals::{self, Opportunity, People};
use crate::display::Currency;
use crate::display::Scale;
use crate::report::model::{
    Block, CalloutKind, Column, Figure, Origin, Prose, Row, RowKind, Table,
};
use std::collections::BTreeMap;

/// Organisations and opportunities in a table; the register has all.
const MOST: usize = 12;

/// The tables.
pub fn blocks(view: &View) -> Vec<Block> {
    let counting = view.counting();
    let people = totals::people(&counting);
    let opportunities = totals::opportunities(&counting);
    if people.is_empty() && opportunities.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(
        2,
        "people",
        "Engineers freed, and what they could do",
    )];
    blocks.extend(too_many(view, &people));
    if !people.is_empty() {
        blocks.push(Block::Table(freed(view, &people)));
    }
    let mut by_code: BTreeMap<&str, Vec<&Opportunity>> = BTreeMap::new();
    for opportunity in &opportunities {
        by_code
            .entry(opportunity.code)
            .or_default()
            .push(opportunity);
    }
    for (code, opportunities) in by_code {
        if let Some(currency) = Currency::from_code(code) {
            blocks.push(Block::Table(other_uses(view, currency, &opportunities)));
        }
    }
    blocks
}

/// More engineers freed than there are: the decisions cannot all be right.
fn too_many(view: &View, people: &[People]) -> Vec<Block> {
    let over = people
        .iter()
        .filter(|people| people.headcount.is_some_and(|all| people.freed > all));
    over.map(|people| {
        let all = people.headcount.unwrap_or_default();
        let figure =
            |count: f64| Figure::new(view.house.engineers(count), Origin::register("/totals"));
        let title = Prose::from("The decisions of ")
            .given(
                people.organisation.unwrap_or("the organisation"),
                Origin::register("/totals"),
            )
            .text(" free ")
            .figure(figure(people.freed))
            .text(" together, and it has ")
            .figure(figure(all))
            .text(". Some are counted twice.");
        Block::callout(CalloutKind::Warning, title)
    })
    .collect()
}

fn freed(view: &View, people: &[People]) -> Table {
    let figure = |shown: String| Prose::from(Figure::new(shown, Origin::register("/totals")));
    let row = |people: &People| {
        let name = match people.organisation {
            Some(name) => Prose::new().given(name, Origin::register("/totals")),
            None => "Not named".into(),
        };
        let (all, share) = match people.headcount.filter(|all| *all > 0.0) {
            Some(all) => (
                figure(view.house.count(all)),
                figure(view.house.percent(people.freed / all)),
            ),
            None => ("not stated".into(), "–".into()),
        };
        Row::new([
            name,
            figure(view.house.count(people.freed)),
            all,
            share,
            figure(view.house.count(people.decisions as f64)),
        ])
    };
    let mut body: Vec<Row> = people.iter().take(MOST).map(row).collect();
    if people.len() > 1 {
        let all: Option<f64> = people.iter().map(|people| people.headcount).sum();
        let total: f64 = people.iter().map(|people| people.freed).sum();
        let decisions: usize = people.iter().map(|people| people.decisions).sum();
        let (all, share) = match all.filter(|all| *all > 0.0) {
            Some(all) => (
                figure(view.house.count(all)),
                figure(view.house.percent(total / all)),
            ),
            None => ("not stated".into(), "–".into()),
        };
        body.push(Row::of(
            RowKind::Total,
            [
                Prose::from("All organisations"),
                figure(view.house.count(total)),
                all,
                share,
                figure(view.house.count(decisions as f64)),
            ],
        ));
    }
    let mut table = Table::new(
        "Engineers freed in each organisation against those it has",
        [
            "Organisation",
            "Engineers freed",
            "Engineers it has",
            "Share",
            "Decisions",
        ],
        body,
    );
    if people.len() > MOST {
        table
            .notes
            .push("Further organisations are in the register, and in the total.".into());
    }
    table
}

fn other_uses(view: &View, currency: Currency, all: &[&Opportunity]) -> Table {
    let amounts: Vec<f64> = all.iter().map(|opportunity| opportunity.named).collect();
    let scale = Scale::for_amounts(&amounts);
    let figure = |shown: String| Prose::from(Figure::new(shown, Origin::register("/totals")));
    let money = |amount: f64| figure(view.house.money_at(amount, scale));
    let row = |opportunity: &&Opportunity| {
        let first = opportunity.entries.first();
        let from = first.map_or_else(
            || Origin::register("/totals"),
            |entry| view.origin(entry, "/opportunities"),
        );
        Row::new([
            Prose::new().given(opportunity.name.trim(), from),
            figure(view.house.count(opportunity.entries.len() as f64)),
            figure(view.house.count(opportunity.engineers)),
            money(opportunity.annual),
        ])
    };
    let mut body: Vec<Row> = all.iter().take(MOST).map(row).collect();
    if let Some(rest) = all.get(MOST..).filter(|rest| !rest.is_empty()) {
        body.push(Row::new([
            Prose::new()
                .figure(view.count(rest.len()))
                .text(" others, in the register"),
            Prose::new(),
            figure(view.house.count(rest.iter().map(|o| o.engineers).sum())),
            money(rest.iter().map(|o| o.annual).sum()),
        ]));
    }
    body.push(Row::of(
        RowKind::Total,
        [
            Prose::from("Total, each counted once"),
            Prose::new(),
            figure(view.house.count(all.iter().map(|o| o.engineers).sum())),
            money(all.iter().map(|o| o.annual).sum()),
        ],
    ));
    let mut table = Table::new(
        "What freed engineers could do instead, and what it would earn a year",
        [
            Prose::from("Other use of freed engineers"),
            "Decisions that name it".into(),
            "Engineers".into(),
            Prose::from("A year, ").text(scale.label(currency)),
        ],
        body,
    );
    table.columns[0] = Column::words(Some(1));
    table.notes = notes(all, |amount| figure(view.house.money(amount, currency)));
    table
}

fn notes(all: &[&Opportunity], money: impl Fn(f64) -> Prose) -> Vec<Prose> {
    let mut notes: Vec<Prose> = vec![
        "Instead of the savings above, not on top of them: an engineer is released or redeployed."
            .into(),
    ];
    let twice: f64 = all.iter().map(|o| o.named - o.annual).sum();
    if twice > 0.5 {
        notes.push(
            Prose::from("An opportunity that several decisions name is earned once; counted in each, the total would be ")
                .prose(money(twice))
                .text(" higher."),
        );
    }
    if all.iter().any(|o| o.differs) {
        notes.push(
            "Where decisions value the same opportunity differently, the lowest value counts."
                .into(),
        );
    }
    let names: std::collections::BTreeSet<&str> = all.iter().map(|o| o.name.trim()).collect();
    if names.len() < all.len() {
        notes.push(
            "Opportunities of one name count apart, unless their decisions give them one id."
                .into(),
        );
    }
    if all.iter().any(|o| o.is_gross) {
        notes.push(
            "Some values are revenue and not profit: each of those is the most it can be.".into(),
        );
    }
    notes
}
