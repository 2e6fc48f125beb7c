//! A report in which everything is longer, wider and more numerous than an author would make it.

use boardbrief::report::model::*;

use super::sample;

/// The sample, taken to extremes.
pub fn report() -> Report {
    let mut rep = sample::report();
    let long = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
    rep.meta.title = format!(
        "A title that never seems to come to an end because its author wished to say everything at once, including {long} and why"
    );
    rep.meta.organisation = Some(format!("The {long} of Example"));
    rep.meta
        .front
        .push(KeyValue::new("Approved by", format!("The chair, {long}")));
    rep.meta.front.push(KeyValue::new("Limit", "$5M"));
    let names: Vec<String> = (0..11)
        .map(|i| {
            if i % 3 == 1 {
                format!("A vendor with quite a long name number {i}")
            } else if i == 6 {
                long.into()
            } else {
                format!("Vendor {i}")
            }
        })
        .collect();
    let fig = |v: f64| Figure::evaluation(format!("${:.2}M", v / 1e6), "/x");
    let cum = Exhibit {
        title: "Eleven options over five years".into(),
        alt: "x".into(),
        notes: vec![],
        chart: Chart::Lines {
            axis: Axis::over("Cumulative cost", [9e6], |v| format!("${:.0}M", v / 1e6)),
            times: (0..6)
                .map(|y| {
                    if y == 0 {
                        "Now".into()
                    } else {
                        format!("Year {y}")
                    }
                })
                .collect(),
            series: names
                .iter()
                .enumerate()
                .map(|(i, n)| Series {
                    name: n.as_str().into(),
                    role: if i == 0 {
                        SeriesRole::Baseline
                    } else if i == 3 {
                        SeriesRole::Recommended
                    } else {
                        SeriesRole::Other
                    },
                    values: (0..6)
                        .map(|y| {
                            let v = 1.5e6 * f64::from(y) * (1.0 - i as f64 * 0.08);
                            Datum::new(v, fig(v))
                        })
                        .collect(),
                })
                .collect(),
        },
    };
    let few = Exhibit {
        title: "Five with long names that end close together".into(),
        alt: "x".into(),
        notes: vec![],
        chart: match &cum.chart {
            Chart::Lines {
                axis,
                times,
                series,
            } => Chart::Lines {
                axis: axis.clone(),
                times: times.clone(),
                series: series.iter().skip(1).take(5).cloned().collect(),
            },
            _ => unreachable!(),
        },
    };
    let bars = Exhibit {
        title: "Bars with long names".into(),
        alt: "x".into(),
        notes: vec![],
        chart: Chart::Bars {
            axis: Axis::over("m", [-2e6, 4e6], |v| format!("${:.0}M", v / 1e6)),
            of: "x".into(),
            bars: names
                .iter()
                .enumerate()
                .map(|(i, n)| {
                    let v = 4e6 - 5.5e5 * i as f64;
                    Bar {
                        name: n.as_str().into(),
                        datum: Datum::new(v, fig(v)),
                        recommended: i == 2,
                    }
                })
                .collect(),
        },
    };
    let tor = Exhibit {
        title: "Tornado with long names and negative results".into(),
        alt: "x".into(),
        notes: vec![],
        chart: Chart::Tornado {
            axis: Axis::over("m", [-3e6, 4e6], |v| format!("${:.0}M", v / 1e6)),
            now: Datum::new(5e5, fig(5e5)),
            bars: names
                .iter()
                .take(8)
                .enumerate()
                .map(|(i, n)| {
                    let d = 3e6 / (1.0 + i as f64);
                    TornadoBar {
                        name: n.as_str().into(),
                        low_input: fig(1e6),
                        low: Datum::new(5e5 - d, fig(5e5 - d)),
                        high_input: fig(2e6),
                        high: Datum::new(5e5 + d * 0.9, fig(5e5 + d * 0.9)),
                    }
                })
                .collect(),
        },
    };
    let head = [
        "Costs, $ thousand",
        "Now",
        "Year 1",
        "Year 2",
        "Year 3",
        "Year 4",
        "Year 5",
        "NPV",
        "ROI",
    ];
    let rows = names
        .iter()
        .enumerate()
        .map(|(i, n)| {
            Row::of(
                if i == 3 {
                    RowKind::Recommended
                } else {
                    RowKind::Plain
                },
                [
                    n.clone(),
                    "123,456".into(),
                    "123,456".into(),
                    "123,456".into(),
                    "123,456".into(),
                    "(123,456)".into(),
                    "123,456".into(),
                    "(1,234,567)".into(),
                    "1,912%".into(),
                ],
            )
        })
        .collect();
    rep.blocks.truncate(6);
    if let Block::Answer(a) = &mut rep.blocks[1] {
        a.tiles[0].label = format!("Label {long}").into();
        a.tiles[4].value = "Not meaningful".into();
        a.tiles[1].value = "$1,234,567,890".into();
        a.verdict =
            format!("Buy {long} and then decide again once more is known about everything").into();
    }
    rep.blocks.push(Block::Table(Table::new("x", head, rows)));
    rep.blocks.push(Block::Columns {
        columns: vec![
            vec![Block::Exhibit(cum.clone()), Block::Exhibit(bars)],
            vec![Block::Exhibit(few), Block::Exhibit(tor)],
        ],
    });
    rep.blocks.push(Block::Exhibit(cum));
    rep.blocks.push(Block::Exchanges {
        exchanges: (0..3)
            .map(|_| Exchange {
                said: Prose::new()
                    .quoted(format!("We need {long} {long}!"), Origin::decision("/a")),
                by: Some(long.into()),
                answer: long.into(),
            })
            .collect(),
    });
    rep
}
