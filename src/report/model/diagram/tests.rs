//! What a diagram shows of each kind of drawing.

use super::super::{Bar, Figure, Prose, SeriesRole};
use super::*;
use crate::display::{Conventions, Currency};

fn exhibit(chart: Chart) -> Exhibit {
    Exhibit {
        title: "Title".into(),
        alt: "Alternative".into(),
        chart,
        notes: Vec::new(),
    }
}

fn datum(value: f64, shown: &str) -> Datum {
    Datum::new(value, Figure::evaluation(shown, "/x"))
}

fn money(values: &[f64]) -> Axis {
    let usd = Currency::from_code("USD").unwrap();
    Axis::money("Cost", values.iter().copied(), Conventions::default(), usd)
}

fn names(diagram: &Diagram) -> Vec<&str> {
    match &diagram.along {
        Along::Names { names } => names.iter().map(String::as_str).collect(),
        Along::Range { .. } => Vec::new(),
    }
}

fn bars(values: &[f64]) -> Exhibit {
    let bars = values.iter().map(|value| Bar {
        name: "A bar whose name is far longer than what fits beside it".into(),
        datum: datum(*value, "much"),
        recommended: false,
    });
    exhibit(Chart::Bars {
        axis: money(values),
        of: "Of".into(),
        bars: bars.collect(),
    })
}

#[test]
fn lines_become_bars_at_the_end_of_the_time() {
    let ends = [("Buy", 1.6649e6, "$1.66M"), ("Keep", 4.5e6, "$4.5M")];
    let series = ends.map(|(name, last, shown)| Series {
        name: Prose::from(name),
        role: SeriesRole::Other,
        values: vec![datum(0.0, "$0"), datum(last, shown)],
    });
    let chart = Chart::Lines {
        axis: money(&[4.5e6]),
        times: vec!["Now".into(), "Year 1".into()],
        series: series.into(),
    };
    let diagram = exhibit(chart).diagram().unwrap();
    assert_eq!(diagram.title, "Title");
    assert_eq!(diagram.alt, "Buy $1.66M. Keep $4.5M.");
    assert_eq!(diagram.measure, "Cost by year 1");
    assert_eq!(diagram.unit, "$\u{a0}million");
    assert_eq!(names(&diagram), ["Buy", "Keep"]);
    assert_eq!(diagram.series, [[1.66, 4.5]]);
    assert_eq!((diagram.from, diagram.to), (0.0, 5.2));
}

#[test]
fn a_range_is_what_shows_of_the_longer_bar() {
    let bar = TornadoBar {
        name: "Price".into(),
        low_input: Figure::evaluation("1", "/x"),
        low: datum(2e6, "$2M"),
        high_input: Figure::evaluation("2", "/x"),
        high: datum(-1e6, "−$1M"),
    };
    let chart = Chart::Tornado {
        axis: money(&[-1e6, 2e6]),
        now: datum(1e6, "$1M"),
        bars: vec![bar],
    };
    let diagram = exhibit(chart).diagram().unwrap();
    assert_eq!(diagram.alt, "Price −$1M to $2M.");
    assert_eq!(diagram.series, [[2.0], [-1.0]]);
}

#[test]
fn ranges_of_results_stand_at_their_middles() {
    let bins = [(0.0, 1e6, 0.25), (1e6, 2e6, 0.75)];
    let landmarks = vec![Landmark {
        name: "Median".into(),
        datum: datum(1.5e6, "$1.5M"),
    }];
    let chart = Chart::Histogram {
        axis: money(&[2e6]),
        bins: bins.map(|(from, to, share)| Bin { from, to, share }).into(),
        landmarks,
    };
    let diagram = exhibit(chart).diagram().unwrap();
    let along = Along::Range {
        title: "$\u{a0}million".into(),
        from: 0.5,
        to: 1.5,
    };
    assert_eq!(diagram.along, along);
    assert_eq!((diagram.from, diagram.to), (0.0, 75.0));
    assert_eq!(diagram.series, [[25.0, 75.0]]);
    assert_eq!(diagram.alt, "Median $1.5M.");
}

#[test]
fn bars_that_would_mislead_are_not_drawn() {
    assert_eq!(bars(&[-1.0, 2.0]).diagram(), None);
    let drawn = bars(&[1.0, 2.0]).diagram().unwrap();
    let cut = "A bar whose name is far longer than wha…";
    assert_eq!(names(&drawn), [cut, &format!("{cut} (2)")]);
}
