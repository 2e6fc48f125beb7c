//! Figures that cannot be set against what they were. A new policy makes that of all decisions at
//! once, so decisions with one reason share a row.

use super::{lower_first, more, words};
use crate::batch::Key;
use crate::batch::previous::{Comparison, NotComparable};
use crate::report::model::{Origin, Prose, Row, Table};
use crate::report::portfolio::View;
use std::collections::BTreeMap;

/// Decisions with one reason that are named one by one; more of them share a row.
const MOST_ALIKE: usize = 3;

/// The table, where there are such figures.
pub fn table(view: &View, moved: &Comparison) -> Option<Table> {
    let mut by_reason: BTreeMap<&str, Vec<&NotComparable>> = BTreeMap::new();
    for apart in &moved.not_comparable {
        by_reason.entry(&apart.why).or_default().push(apart);
    }
    // A reason that many share comes first.
    let mut groups: Vec<(&str, Vec<&NotComparable>)> = by_reason.into_iter().collect();
    groups.sort_by_key(|(_, of)| std::cmp::Reverse(of.len()));
    let mut rows: Vec<Row> = Vec::new();
    for (why, of) in groups {
        if of.len() > MOST_ALIKE {
            let name = Prose::from(view.decisions(of.len()));
            rows.push(row(name, &of, why));
            continue;
        }
        for apart in of {
            let Some(entry) = view.entry(&apart.id) else {
                continue;
            };
            rows.push(row(view.link(entry), &[apart], why));
        }
    }
    let count = rows.len();
    rows.truncate(super::MOST);
    let mut table = Table::new(
        "Figures that are not comparable with what they were, and why",
        ["Not comparable", "Figures", "Because"],
        rows,
    );
    table.columns = words(&[Some(2), Some(3), Some(2)]);
    more(view, &mut table, count);
    (!moved.not_comparable.is_empty()).then_some(table)
}

fn row(name: Prose, of: &[&NotComparable], why: &str) -> Row {
    let keys = Key::ALL.into_iter();
    let keys = keys.filter(|key| of.iter().any(|apart| apart.keys.contains(key)));
    let keys: Vec<String> = keys.map(|key| lower_first(key.label())).collect();
    Row::new([
        name,
        Prose::from(keys.join("; ")),
        Prose::new().given(why, Origin::register("/moved")),
    ])
}
