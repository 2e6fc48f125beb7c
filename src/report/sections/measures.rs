//! What will be measured, by when, against what, and the rule that ends the work.

use crate::decision::Metric;
use crate::report::model::{Block, Column, Figure, Origin, Prose, Row, Table};
use crate::report::words::{Subject, further};

/// The measures and the exit rule.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let success = &subject.decision.success;
    let mut blocks = vec![Block::heading(
        2,
        "measures",
        "What we will measure, and when we stop",
    )];
    if success.metrics.is_empty() {
        blocks.push(Block::paragraph("No measure of success is stated. A decision without one cannot be called a success or a failure."));
    } else {
        blocks.push(Block::Table(table(subject)));
    }
    blocks.push(Block::paragraph(rule(subject)));
    blocks
}

fn table(subject: &Subject) -> Table {
    let metrics = &subject.decision.success.metrics;
    let measured = metrics.iter().any(|metric| metric.actual.is_some());
    let mut headings = vec!["Measure", "Target"];
    if measured {
        headings.push("Measured");
    }
    headings.extend(["Due", "Owner"]);
    let body = metrics
        .iter()
        .enumerate()
        .take(subject.room.measures)
        .map(|(at, metric)| row(subject, at, metric, measured))
        .collect();
    let mut table = Table::new(
        "Measures of success with their targets, dates and owners",
        headings,
        body,
    );
    for column in table.columns.iter_mut().skip(1) {
        *column = Column::words(None);
    }
    table.notes.extend(further(
        subject.room,
        subject.room.measures,
        metrics.len(),
        "measures",
    ));
    table
}

fn row(subject: &Subject, at: usize, metric: &Metric, measured: bool) -> Row {
    let place = format!("/success/metrics/{at}");
    let given = |text: &Option<String>, key: &str| match text {
        Some(text) => Prose::new().given(text, Origin::decision(format!("{place}/{key}"))),
        None => "not stated".into(),
    };
    let target = match metric.target {
        Some(target) => bounded(subject, metric, target, &format!("{place}/target")),
        None => "not stated".into(),
    };
    let due = match metric.due {
        Some(due) => Figure::decision(subject.house.date_short(due), format!("{place}/due")).into(),
        None => Prose::from("not stated"),
    };
    let mut cells = vec![
        Prose::new().given(&metric.name, Origin::decision(format!("{place}/name"))),
        target,
    ];
    if measured {
        cells.push(match metric.actual {
            Some(actual) => value(subject, metric, actual, &format!("{place}/actual")).into(),
            None => "not yet".into(),
        });
    }
    cells.extend([due, given(&metric.owner, "owner")]);
    Row::new(cells)
}

/// A target with the side from which it is met: `at least 60% of engineers`. The whole of something
/// can only be reached, so it stands without one.
pub fn bounded(subject: &Subject, metric: &Metric, target: f64, from: &str) -> Prose {
    let bound = match metric.at_least {
        true if is_share(metric) && target == 1.0 => "",
        true => "at least ",
        false => "at most ",
    };
    Prose::from(bound).figure(value(subject, metric, target, from))
}

/// The unit of a measure, trimmed.
fn unit(metric: &Metric) -> &str {
    metric.unit.as_deref().unwrap_or_default().trim()
}

fn is_share(metric: &Metric) -> bool {
    unit(metric) == "share" || unit(metric).starts_with("share of ")
}

/// A value of a measure in its unit: a share as percent, all else as a number with its unit.
pub fn value(subject: &Subject, metric: &Metric, value: f64, from: &str) -> Figure {
    let unit = unit(metric);
    let shown = if is_share(metric) {
        let of = unit.strip_prefix("share").unwrap_or_default();
        format!("{}{of}", subject.house.percent(value))
    } else if unit.is_empty() {
        subject.house.number_up_to(value, 2)
    } else {
        format!("{}\u{a0}{unit}", subject.house.number_up_to(value, 2))
    };
    Figure::decision(shown, from)
}

fn rule(subject: &Subject) -> Prose {
    let exit = &subject.decision.success.exit_rule;
    let words = exit
        .rule
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty());
    match (exit.committed, words) {
        (Some(true), Some(words)) => Prose::new()
            .strong("The rule that ends it, committed to: ")
            .given(words, Origin::decision("/success/exit_rule/rule")),
        (_, Some(words)) => Prose::new()
            .strong("A rule that would end it, not yet committed to: ")
            .given(words, Origin::decision("/success/exit_rule/rule")),
        (Some(true), None) => {
            "A rule that ends it is committed to, but its words are not stated.".into()
        }
        (_, None) => "No rule says when the work ends.".into(),
    }
}
