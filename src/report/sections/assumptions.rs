//! Every figure of the decision with its source, date and owner; the ones that are assumptions, or
//! have no source at all, first.

use crate::decision::label::label;
use crate::decision::read::{Choose, Path, Read, Visit};
use crate::decision::{Figure as Given, Unit};
use crate::report::model::{Block, Column, Figure, Origin, Prose, Row, Table};
use crate::report::words::Subject;

/// The identifier of the section, for what leads to it.
pub const ID: &str = "assumptions";

/// Its heading.
pub const HEADING: &str = "The figures, and where they came from";

/// The figures.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let mut found = figures(subject);
    if found.is_empty() {
        return nil(subject);
    }
    found.sort_by_key(|(_, _, figure)| rank(figure));
    let more = found.len() > subject.room.figures;
    let body = found
        .iter()
        .take(subject.room.figures)
        .map(|(at, unit, figure)| row(subject, at, *unit, figure))
        .collect();
    let mut table = Table::new(
        "Figures of the decision with range, source, date and owner",
        ["Figure", "Value", "Source", "As of", "Owner"],
        body,
    );
    table.columns = vec![
        Column::words(Some(4)),
        Column::figures(),
        Column::words(Some(3)),
        Column::words(None),
        Column::words(None),
    ];
    if more {
        table
            .notes
            .push("Further figures stand in the decision file that the PDF carries.".into());
    }
    vec![Block::heading(2, ID, HEADING), Block::Table(table)]
        .into_iter()
        .chain(nil(subject))
        .collect()
}

/// The amounts that the sums needed, that nobody stated, and that count as nil.
fn nil(subject: &Subject) -> Vec<Block> {
    let assumed = &subject.evaluation.finance.assumed_nil;
    if assumed.is_empty() {
        return Vec::new();
    }
    let names: Vec<Prose> = assumed
        .iter()
        .map(|at| Prose::new().given(label(subject.decision, at), Origin::decision(at)))
        .collect();
    vec![
        Block::paragraph(Prose::new().strong("Not stated, and counted as nil:")),
        Block::list(false, names),
    ]
}

/// Figures without a source first, then assumptions, then the rest.
fn rank(figure: &Given) -> u8 {
    match (&figure.source, figure.is_assumption()) {
        (None, _) => 0,
        (_, true) => 1,
        _ => 2,
    }
}

/// Every figure that the decision states, with its place and unit.
pub fn figures(subject: &Subject) -> Vec<(String, Unit, Given)> {
    struct Collect(Vec<(String, Unit, Given)>);
    impl Visit for Collect {
        fn yes_no(&mut self, _: &Path, _: &mut Option<bool>) {}
        fn flag(&mut self, _: &Path, _: &mut bool) {}
        fn figure(&mut self, path: &Path, unit: Unit, slot: &mut Option<Given>) {
            if let Some(figure) = slot {
                self.0.push((path.pointer(), unit, figure.clone()));
            }
        }
        fn number(&mut self, _: &Path, _: Unit, _: &mut Option<f64>) {}
        fn choice(&mut self, _: &Path, _: &mut dyn Choose) {}
    }
    let mut collect = Collect(Vec::new());
    subject
        .decision
        .clone()
        .walk(Unit::Plain, &mut Path::default(), &mut collect);
    collect.0
}

fn row(subject: &Subject, at: &str, unit: Unit, figure: &Given) -> Row {
    let mut value = Prose::from(shown(subject, figure.likely, unit, at));
    if let Some((low, high)) = figure.range {
        value = value
            .text(" (")
            .figure(shown(subject, low, unit, &format!("{at}/low")))
            .text(" to ")
            .figure(shown(subject, high, unit, &format!("{at}/high")))
            .text(")");
    }
    let given = |text: &Option<String>, key: &str| match text {
        Some(text) => Prose::new().given(text, Origin::decision(format!("{at}/{key}"))),
        None => "–".into(),
    };
    let source = match &figure.source {
        None => "no source given".into(),
        Some(_) if figure.is_assumption() => Prose::new().emph("assumption"),
        source => given(source, "source"),
    };
    let date = match figure.as_of {
        Some(date) => {
            Figure::decision(subject.house.date_short(date), format!("{at}/as_of")).into()
        }
        None => Prose::from("–"),
    };
    Row::new([
        Prose::new().given(label(subject.decision, at), Origin::decision(at)),
        value,
        source,
        date,
        given(&figure.owner, "owner"),
    ])
}

/// A value in its unit.
pub fn shown(subject: &Subject, value: f64, unit: Unit, at: &str) -> Figure {
    let house = subject.house;
    match unit {
        Unit::Money => subject.money(value, Origin::decision(at)),
        Unit::Share | Unit::Growth => Figure::decision(house.percent(value), at),
        Unit::People => Figure::decision(house.number_up_to(value, 1), at),
        Unit::Months | Unit::MonthsOfYear => Figure::decision(house.months(value), at),
        _ => Figure::decision(house.number_up_to(value, 2), at),
    }
}
