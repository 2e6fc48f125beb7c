//! Exhibits: a drawing, what it shows in words, and the table that says the same.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{
    Axis, Bar, Cell, Chart, Column, Datum, Landmark, Measurement, Prose, Row, RowKind, Series,
    SeriesRole, Table, TornadoBar,
};

/// A drawing of figures. Where nothing can be drawn, its table stands for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Exhibit {
    /// What the drawing shows, as a statement: "Buying costs less from the first year".
    pub title: Prose,
    /// The drawing in words, for those who cannot see it; never empty.
    pub alt: String,
    /// The drawing.
    pub chart: Chart,
    /// Notes under it: basis, sources.
    pub notes: Vec<Prose>,
}

impl Exhibit {
    /// The table that says what the drawing shows, figure by figure.
    #[must_use]
    pub fn table(&self) -> Table {
        let (headings, body) = match &self.chart {
            Chart::Bars { axis, of, bars } => bar_rows(axis, of, bars),
            Chart::Lines {
                axis,
                times,
                series,
            } => line_rows(axis, times, series),
            Chart::Tornado { axis, now, bars } => tornado_rows(axis, now, bars),
            Chart::Histogram {
                axis, landmarks, ..
            } => histogram_rows(axis, landmarks),
            Chart::Adoption {
                axis,
                measured,
                target,
            } => adoption_rows(axis, measured, target),
        };
        let mut columns = vec![Column::figures(); headings.len()];
        columns[0] = Column::words(Some(1));
        let head = Row {
            kind: RowKind::Plain,
            cells: headings.into_iter().map(Cell::new).collect(),
        };
        Table {
            caption: Some(self.title.clone()),
            summary: self.alt.clone(),
            columns,
            head: vec![head],
            body,
            notes: self.notes.clone(),
        }
    }
}

/// Templates see the table and the diagram beside the drawing, so that any can be written.
impl Serialize for Exhibit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut exhibit = serializer.serialize_struct("Exhibit", 6)?;
        exhibit.serialize_field("title", &self.title)?;
        exhibit.serialize_field("alt", &self.alt)?;
        exhibit.serialize_field("chart", &self.chart)?;
        exhibit.serialize_field("notes", &self.notes)?;
        exhibit.serialize_field("table", &self.table())?;
        exhibit.serialize_field("diagram", &self.diagram())?;
        exhibit.end()
    }
}

/// Headings and rows of a table in the making.
type Rows = (Vec<Prose>, Vec<Row>);

fn recommended_if(recommended: bool) -> RowKind {
    if recommended {
        RowKind::Recommended
    } else {
        RowKind::Plain
    }
}

fn bar_rows(axis: &Axis, of: &str, bars: &[Bar]) -> Rows {
    let rows = bars.iter().map(|bar| {
        let cells = [bar.name.clone(), bar.datum.figure.clone().into()];
        Row::of(recommended_if(bar.recommended), cells)
    });
    (vec![of.into(), axis.title.as_str().into()], rows.collect())
}

fn line_rows(axis: &Axis, times: &[String], series: &[Series]) -> Rows {
    let times = times.iter().map(|time| time.as_str().into());
    let headings = std::iter::once(axis.title.as_str().into()).chain(times);
    let rows = series.iter().map(|line| {
        let values = line.values.iter().map(|datum| datum.figure.clone().into());
        let cells = std::iter::once(line.name.clone()).chain(values);
        Row::of(recommended_if(line.role == SeriesRole::Recommended), cells)
    });
    (headings.collect(), rows.collect())
}

fn tornado_rows(axis: &Axis, now: &Datum, bars: &[TornadoBar]) -> Rows {
    let end = |input: &super::Figure, result: &Datum| {
        Prose::from(result.figure.clone())
            .text(" at ")
            .figure(input.clone())
    };
    let rows = bars.iter().map(|bar| {
        Row::new([
            bar.name.clone(),
            end(&bar.low_input, &bar.low),
            end(&bar.high_input, &bar.high),
        ])
    });
    let as_is = Row::new([
        "As it is".into(),
        Prose::from(now.figure.clone()),
        Prose::new(),
    ]);
    let headings = vec![
        axis.title.as_str().into(),
        "Input low".into(),
        "Input high".into(),
    ];
    (headings, std::iter::once(as_is).chain(rows).collect())
}

fn histogram_rows(axis: &Axis, landmarks: &[Landmark]) -> Rows {
    let rows = landmarks.iter().map(|landmark| {
        let figure = Prose::from(landmark.datum.figure.clone());
        Row::new([landmark.name.as_str().into(), figure])
    });
    (
        vec!["Result".into(), axis.title.as_str().into()],
        rows.collect(),
    )
}

fn adoption_rows(axis: &Axis, measured: &[Measurement], target: &Measurement) -> Rows {
    let row = |name: &str, at: &Measurement| {
        let (date, figure) = (at.date.clone(), at.datum.figure.clone());
        Row::new([Prose::from(name), date.into(), figure.into()])
    };
    let rows = measured.iter().map(|at| row("Measured", at));
    (
        vec!["Measure".into(), "Date".into(), axis.title.as_str().into()],
        rows.chain([row("Target", target)]).collect(),
    )
}
