//! By which values the decision was judged, and which of them an organisation or the decision set.

use super::assumptions::shown;
use crate::decision::Unit;
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
    let figure = used(subject, statement);
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

/// The values that move most verdicts, with what a line calls them; a brief states these.
const STATED: [(&str, &str); 7] = [
    ("fit", "least fit"),
    ("adoption_proven", "adoption that proves a platform"),
    ("adoption_earned", "least adoption"),
    ("scale_up", "scale-up from"),
    ("enterprise", "enterprise from"),
    ("horizon_years", "horizon"),
    ("discount_rate", "discount rate"),
];

/// The values in a line, for the brief, and in another one those that somebody changed.
pub fn line(subject: &Subject) -> Vec<Block> {
    let statements = &subject.evaluation.policy.0;
    let mut line = Prose::new().strong("Judged by: ");
    for (at, (key, name)) in STATED.iter().enumerate() {
        if let Some(statement) = statements.iter().find(|statement| statement.key == *key) {
            let between = if at == 0 { "" } else { "; " };
            line = line
                .text(format!("{between}{name} "))
                .figure(used(subject, statement));
        }
    }
    line = line.text(".");
    for statement in statements {
        let own = statement.decision.filter(|value| *value != statement.value);
        let by = match (own, statement.changed) {
            (Some(_), _) => " Set by this decision: ",
            (None, true) => " Set by the organisation: ",
            (None, false) => continue,
        };
        line = line
            .text(by)
            .text(format!("{}, ", statement.says))
            .figure(used(subject, statement))
            .text(".");
    }
    vec![Block::paragraph(line)]
}

/// The value in force, in its unit.
fn used(subject: &Subject, statement: &Statement) -> Figure {
    let place = format!("/{}", statement.key);
    let value = statement.decision.unwrap_or(statement.value);
    let text = match statement.threshold.unit() {
        Unit::Horizon => subject.house.years(value),
        Unit::People => subject.house.engineers(value),
        unit => shown(subject, value, unit, &place).shown,
    };
    Figure::new(text, Origin::policy(place))
}
