//! By which values the decision was judged, and which of them an organisation or the decision set.

use super::assumptions::shown;
use crate::policy::Statement;
use crate::report::model::{Block, Column, Figure, Origin, Prose, Row, Table};
use crate::report::words::Subject;

/// The values of the policy.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let body = subject
        .evaluation
        .policy
        .0
        .iter()
        .map(|statement| row(subject, statement))
        .collect();
    let mut table = Table::new(
        "Values by which the decision was judged, with who set them and why",
        ["Value", "Used", "Set by", "Why"],
        body,
    );
    table.columns = vec![
        Column::words(Some(3)),
        Column::figures(),
        Column::words(None),
        Column::words(Some(4)),
    ];
    vec![
        Block::heading(2, "policy", "By which values this was judged"),
        Block::Table(table),
    ]
}

fn row(subject: &Subject, statement: &Statement) -> Row {
    let place = format!("/{}", statement.key);
    let unit = statement.threshold.unit();
    let used = statement.decision.unwrap_or(statement.value);
    let figure = Figure::new(
        shown(subject, used, unit, &place).shown,
        Origin::policy(place),
    );
    let by = match (statement.decision, statement.changed) {
        (Some(_), _) => "this decision",
        (None, true) => "the organisation",
        (None, false) => "the framework",
    };
    Row::new([
        Prose::from(statement.says.as_str()),
        figure.into(),
        by.into(),
        Prose::from(statement.reason.as_str()),
    ])
}
