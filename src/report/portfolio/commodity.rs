//! Commodity work that is still built: what we run ourselves although the market sells it, by
//! category.

use super::view::View;
use crate::batch::Entry;
use crate::display::Currency;
use crate::evaluate::Verdict;
use crate::report::model::{Block, Column, Figure, Origin, Prose, Row, Table};
use std::collections::BTreeMap;

/// Categories in the table; the register has all.
const MOST: usize = 15;

/// The table.
pub fn blocks(view: &View) -> Vec<Block> {
    let mut groups: BTreeMap<(&str, Option<&str>), Vec<&Entry>> = BTreeMap::new();
    for entry in view.counting() {
        let built = entry.running.is_some() && entry.is_commodity;
        let justified = entry.verdict == Verdict::Build;
        if let (true, false, Some(category)) = (built, justified, entry.category.as_deref()) {
            let key = (category, entry.currency.as_deref());
            groups.entry(key).or_default().push(entry);
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let cost = |entries: &[&Entry]| sum(entries.iter().map(|entry| entry.running.as_ref()?.cost));
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(|(a, one), (b, other)| {
        let (one, other) = (cost(one).unwrap_or(-1.0), cost(other).unwrap_or(-1.0));
        a.1.cmp(&b.1).then(other.total_cmp(&one)).then(a.0.cmp(b.0))
    });
    let rows = groups.iter().take(MOST).map(|((category, code), entries)| {
        let engineers = sum(entries
            .iter()
            .map(|entry| entry.running.as_ref()?.engineers));
        let figure = |shown: String| Prose::from(Figure::new(shown, Origin::register("/totals")));
        let amount = match (cost(entries), code.and_then(Currency::from_code)) {
            (Some(cost), Some(currency)) => figure(view.house.money(cost, currency)),
            _ => "not stated".into(),
        };
        let what = view.market.category(category);
        Row::new([
            what.map_or_else(
                || Prose::from(category.replace('-', " ")),
                |what| Prose::from(capital(&what.name)),
            ),
            figure(view.house.count(entries.len() as f64)),
            engineers.map_or_else(|| "not stated".into(), |n| figure(view.house.count(n))),
            amount,
        ])
    });
    let mut table = Table::new(
        "What the market sells and we still build, by category",
        [
            "What the market sells",
            "Decisions",
            "Our engineers",
            "Running cost a year",
        ],
        rows.collect(),
    );
    table.columns[0] = Column::words(Some(1));
    table.notes.push(
        "Built by ourselves today, sold by others, and not among what this paper finds worth building. Amounts not stated are in no sum."
            .into(),
    );
    vec![
        Block::heading(2, "commodity", "Commodity work that we still build"),
        Block::Table(table),
    ]
}

/// The sum of what is stated; `None` where nothing is.
fn sum(amounts: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    amounts.flatten().fold(None, |sum: Option<f64>, amount| {
        Some(sum.unwrap_or_default() + amount)
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
