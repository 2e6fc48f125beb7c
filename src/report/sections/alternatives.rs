//! What could be bought: each alternative with price, fit, proof and source, and against the
//! requirements where they were assessed one by one.

use super::components::yes_no;
use crate::decision::Alternative;
use crate::report::model::{Align, Block, Column, Figure, Origin, Prose, Row, Table};
use crate::report::words::Subject;

/// Alternatives that fit beside each other in a table of requirements.
const MOST_COLUMNS: usize = 5;

/// The alternatives.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let heading = Block::heading(2, "alternatives", "What could be bought");
    if subject.decision.alternatives.is_empty() {
        return vec![
            heading,
            Block::paragraph("No alternative is listed, so none was assessed."),
        ];
    }
    let mut blocks = vec![heading, Block::Table(overview(subject))];
    blocks.extend(requirements(subject).map(Block::Table));
    blocks
}

fn overview(subject: &Subject) -> Table {
    let alternatives = subject.decision.alternatives.iter().enumerate();
    let body = alternatives
        .map(|(at, alternative)| row(subject, at, alternative))
        .collect();
    let headings = [
        "Alternative",
        "Proven",
        "Fit",
        "Price a year",
        "Why, and where from",
    ];
    let mut table = Table::new(
        "Alternatives with proof, fit, price and source",
        headings,
        body,
    );
    table.columns = vec![
        Column::words(Some(2)),
        Column::words(None),
        Column::figures(),
        Column::figures(),
        Column::words(Some(4)),
    ];
    table
}

fn row(subject: &Subject, at: usize, alternative: &Alternative) -> Row {
    let place = format!("/alternatives/{at}");
    let fit = match (&alternative.fit, &alternative.meets) {
        (Some(fit), _) => {
            Figure::decision(subject.house.percent(fit.likely), format!("{place}/fit")).into()
        }
        (None, Some(_)) => Prose::from("see below"),
        (None, None) => "not known".into(),
    };
    let price = match (&alternative.annual_cost, &alternative.per_seat) {
        (Some(cost), _) => subject
            .money(
                cost.likely,
                Origin::decision(format!("{place}/annual_cost")),
            )
            .into(),
        (None, Some(seat)) => Prose::new()
            .figure(subject.money(seat.likely, Origin::decision(format!("{place}/per_seat"))))
            .text(" a seat"),
        (None, None) => Prose::from("not known"),
    };
    Row::new([
        Prose::new().given(&alternative.name, Origin::decision(format!("{place}/name"))),
        yes_no(alternative.proven).into(),
        fit,
        price,
        basis(subject, alternative, &place),
    ])
}

/// Why it is proven, and where price and fit came from.
fn basis(subject: &Subject, alternative: &Alternative, place: &str) -> Prose {
    let mut prose = Prose::new();
    if let Some(why) = &alternative.proven_because {
        prose = prose
            .given(why, Origin::decision(format!("{place}/proven_because")))
            .text(".");
    }
    let price = alternative
        .annual_cost
        .as_ref()
        .or(alternative.per_seat.as_ref());
    let sources = [("Fit", alternative.fit.as_ref()), ("Price", price)];
    for (what, figure) in sources {
        let Some(figure) = figure else { continue };
        if !prose.is_empty() {
            prose = prose.text(" ");
        }
        prose = match &figure.source {
            Some(source) => prose
                .text(format!("{what}: "))
                .given(source, Origin::decision(place)),
            None => prose.text(format!("{what}: no source given")),
        };
        if let Some(date) = figure.as_of {
            prose = prose
                .text(", ")
                .given(subject.house.date_short(date), Origin::decision(place));
        }
        prose = prose.text(".");
    }
    if prose.is_empty() {
        "nothing given".into()
    } else {
        prose
    }
}

/// Requirements by alternative, where any were assessed one by one.
fn requirements(subject: &Subject) -> Option<Table> {
    let decision = subject.decision;
    let assessed: Vec<_> = decision
        .alternatives
        .iter()
        .enumerate()
        .filter(|(_, a)| a.meets.is_some())
        .take(MOST_COLUMNS)
        .collect();
    if assessed.is_empty() || decision.requirements.is_empty() {
        return None;
    }
    let mut headings = vec![Prose::from("Requirement")];
    headings.extend(assessed.iter().map(|(at, a)| {
        Prose::new().given(
            &a.name,
            Origin::decision(format!("/alternatives/{at}/name")),
        )
    }));
    let body = decision
        .requirements
        .iter()
        .enumerate()
        .map(|(at, requirement)| {
            let name = Prose::new().given(
                &requirement.name,
                Origin::decision(format!("/requirements/{at}/name")),
            );
            let name = if requirement.must {
                name.text(" (must)")
            } else {
                name
            };
            let marks = assessed.iter().map(|(_, alternative)| {
                let met = alternative
                    .meets
                    .iter()
                    .flatten()
                    .any(|met| *met == requirement.name);
                Prose::from(if met { "✓" } else { "✗" })
            });
            Row::new(std::iter::once(name).chain(marks))
        });
    let mut table = Table::new(
        "Requirements and which alternative meets each",
        headings,
        body.collect(),
    );
    for column in table.columns.iter_mut().skip(1) {
        *column = Column {
            align: Align::Center,
            share: Some(1),
        };
    }
    table.columns[0] = Column::words(Some(2));
    Some(table)
}
