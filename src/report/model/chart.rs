//! What an exhibit draws. Each value comes twice: as a number that places a mark, and as the figure
//! that is written beside it.

use serde::Serialize;

use super::{Axis, Figure, Prose};

/// A value on a drawing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Datum {
    /// Where the mark stands.
    pub value: f64,
    /// What is written beside it.
    pub figure: Figure,
}

impl Datum {
    /// A value with its figure.
    #[must_use]
    pub fn new(value: f64, figure: Figure) -> Self {
        Self { value, figure }
    }
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Chart {
    /// Bars of one length each: one figure for each of several things.
    Bars {
        /// The scale of the lengths.
        axis: Axis,
        /// What the first column is called where the bars become a table.
        of: String,
        /// The bars, from top to bottom.
        bars: Vec<Bar>,
    },
    /// Lines over time: what each option has cost by each year, say.
    Lines {
        /// The scale of the values.
        axis: Axis,
        /// The points in time, as shown.
        times: Vec<String>,
        /// The lines; each has a value for every point in time.
        series: Vec<Series>,
    },
    /// How far each input moves a result, the most powerful first.
    Tornado {
        /// The scale of the result.
        axis: Axis,
        /// The result with every input as it is.
        now: Datum,
        /// The inputs.
        bars: Vec<TornadoBar>,
    },
    /// How often a simulation gave each result.
    Histogram {
        /// The scale of the result.
        axis: Axis,
        /// How often each range of results came.
        bins: Vec<Bin>,
        /// Results to mark: the tenth, fiftieth and ninetieth percentile.
        landmarks: Vec<Landmark>,
    },
    /// What was measured over time, against what was promised.
    Adoption {
        /// The scale of the measure.
        axis: Axis,
        /// What was measured, in order of time.
        measured: Vec<Measurement>,
        /// What is to be reached, and by when.
        target: Measurement,
    },
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// What it stands for.
    pub name: Prose,
    /// Its length.
    pub datum: Datum,
    /// Whether it is what the document recommends.
    pub recommended: bool,
}

/// A line over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    /// What it stands for; written at its end.
    pub name: Prose,
    /// Its part in the argument, which decides how it is drawn.
    pub role: SeriesRole,
    /// A value for every point in time.
    pub values: Vec<Datum>,
}

/// The part a line plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesRole {
    /// What the document recommends.
    Recommended,
    /// What it is set against.
    Baseline,
    /// Another option.
    Other,
}

/// An input and how far it moves a result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TornadoBar {
    /// The input.
    pub name: Prose,
    /// The low value of the input, as shown.
    pub low_input: Figure,
    /// The result at the low value.
    pub low: Datum,
    /// The high value of the input, as shown.
    pub high_input: Figure,
    /// The result at the high value.
    pub high: Datum,
}

/// A range of results and how often it came.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// Where the range starts.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The share of all results in it.
    pub share: f64,
}

/// A result to mark on a histogram.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Landmark {
    /// Its name: "P10", "Median", "Break-even".
    pub name: String,
    /// The result.
    pub datum: Datum,
}

/// What was measured, or is to be, at a point in time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measurement {
    /// The point in time, in days from any fixed day.
    pub day: f64,
    /// The date as shown.
    pub date: Figure,
    /// The measure.
    pub datum: Datum,
}
