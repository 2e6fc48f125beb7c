//! Every fault is found, by a report that has it and no other.

use time::macros::date;

use super::super::{
    Axis, Bar, Block, Chart, Datum, DocumentKind, Exhibit, Figure, Mark, Meta, Report, Row,
    ScoreRow, Scorecard, Series, SeriesRole, ShownDate, Table,
};

fn report(blocks: Vec<Block>) -> Report {
    let on = date!(2026 - 02 - 01);
    let shown = "1 February 2026".to_owned();
    let meta = Meta::new("x", "Title", DocumentKind::Brief, ShownDate { on, shown });
    Report { meta, blocks }
}

fn faults(blocks: Vec<Block>) -> Vec<String> {
    report(blocks).faults()
}

fn datum(value: f64) -> Datum {
    Datum::new(value, Figure::evaluation("1", "/x"))
}

fn exhibit(chart: Chart) -> Exhibit {
    Exhibit {
        title: "Title".into(),
        alt: "What it shows".into(),
        chart,
        notes: Vec::new(),
    }
}

fn bars(values: &[f64], axis: Axis) -> Chart {
    let bars = values.iter().map(|value| Bar {
        name: "Bar".into(),
        datum: datum(*value),
        recommended: false,
    });
    Chart::Bars {
        axis,
        of: "Bar".into(),
        bars: bars.collect(),
    }
}

fn to_ten() -> Axis {
    Axis::over("Axis", [10.0], |at| at.to_string())
}

#[test]
fn a_document_needs_a_title_and_a_date() {
    let mut untitled = report(Vec::new());
    assert_eq!(untitled.faults(), Vec::<String>::new());
    untitled.meta.title = "  ".into();
    untitled.meta.as_of.shown.clear();
    assert_eq!(
        untitled.faults(),
        ["The title is empty.", "The date is not shown."]
    );
}

#[test]
fn headings_make_an_outline() {
    let heading = |level, id: &str, text: &str| Block::heading(level, id, text);
    let sound = vec![
        heading(2, "a", "A"),
        heading(3, "b", "B"),
        heading(2, "c", "C"),
    ];
    assert_eq!(faults(sound), Vec::<String>::new());
    let skipped = vec![heading(2, "a", "A"), heading(4, "b", "B")];
    assert_eq!(
        faults(skipped),
        ["Heading \"B\" has level 4 after level 2."]
    );
    assert_eq!(
        faults(vec![heading(3, "a", "A")]),
        ["Heading \"A\" has level 3 after level 1."]
    );
    assert_eq!(faults(vec![heading(2, "a", " ")]), ["Heading a is empty."]);
    assert_eq!(
        faults(vec![heading(2, "A b", "A")]),
        ["Heading \"A\" has the identifier \"A b\"."]
    );
    let twice = vec![
        heading(2, "a", "A"),
        Block::Columns {
            columns: vec![vec![heading(2, "a", "B")]],
        },
    ];
    assert_eq!(faults(twice), ["The identifier a is used twice."]);
}

#[test]
fn tables_are_whole_and_explained() {
    let mut table = Table::new("Rows", ["A", "B"], vec![Row::new(["a", "b"])]);
    assert_eq!(
        faults(vec![Block::Table(table.clone())]),
        Vec::<String>::new()
    );
    table.body.push(Row::new(["a"]));
    assert_eq!(
        faults(vec![Block::Table(table.clone())]),
        ["A table of 2 columns has a row of 1: Rows"]
    );
    table.body.clear();
    table.head.clear();
    table.summary.clear();
    assert_eq!(
        faults(vec![Block::Table(table)]),
        ["A table has no summary.", "A table has no column headings."]
    );
    let row = ScoreRow {
        question: "Question".into(),
        mark: Mark::No,
        answer: "".into(),
        evidence: "Evidence".into(),
    };
    let card = Scorecard {
        summary: String::new(),
        rows: vec![row],
    };
    assert_eq!(
        faults(vec![Block::Scorecard(card)]),
        [
            "A scorecard has no summary.",
            "A mark stands without its answer in words."
        ]
    );
}

#[test]
fn drawings_are_described_and_to_scale() {
    let found = |exhibit: Exhibit| faults(vec![Block::Exhibit(exhibit)]);
    assert_eq!(found(exhibit(bars(&[1.0], to_ten()))), Vec::<String>::new());
    let mut silent = exhibit(bars(&[1.0], to_ten()));
    silent.alt = " ".into();
    assert_eq!(
        found(silent),
        ["Exhibit \"Title\" has no alternative text."]
    );
    assert_eq!(
        found(exhibit(bars(&[], to_ten()))),
        ["Exhibit \"Title\" shows nothing."]
    );
    for off in [11.0, -1.0, f64::NAN] {
        let fault = "Exhibit \"Title\" has a value beyond its scale.";
        assert_eq!(found(exhibit(bars(&[off], to_ten()))), [fault]);
    }
    let flat = Axis {
        to: 0.0,
        ..to_ten()
    };
    assert_eq!(
        found(exhibit(bars(&[0.0], flat))),
        ["Exhibit \"Title\" has no scale."]
    );
    let series = Series {
        name: "Line".into(),
        role: SeriesRole::Other,
        values: vec![datum(1.0)],
    };
    let times = vec!["Now".to_owned(), "Year 1".to_owned()];
    let lines = Chart::Lines {
        axis: to_ten(),
        times,
        series: vec![series],
    };
    assert_eq!(
        found(exhibit(lines)),
        ["Exhibit \"Title\" has a line that lacks a point in time."]
    );
}
