//! A drawing as renderers of Markdown draw it from text: bars on one scale.
//!
//! Such renderers have no legend that can be relied on and tell series apart by colour alone, so what
//! is a line for each option on a page is here a bar for each, at the end of the time. Their bars all
//! start at the foot of the scale, where a value below nothing would look like a gain: there the
//! table stands alone.

use serde::Serialize;

use super::{Axis, Bin, Chart, Datum, Exhibit, Landmark, Measurement, Series, TornadoBar};

/// Letters of a name beside a bar; a longer one is cut, and stands whole in the table.
const LONGEST_NAME: usize = 40;

/// Letters of what a scale measures.
const LONGEST_MEASURE: usize = 60;

/// Bars on one scale. Its numbers only place marks, counted in what the scale says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Diagram {
    /// What it shows, as a statement.
    pub title: String,
    /// Every bar with its figure, in words.
    pub alt: String,
    /// What the bars measure.
    pub measure: String,
    /// What the numbers count in: `$ million`; empty for plain numbers.
    pub unit: String,
    /// The value at the foot of the bars.
    pub from: f64,
    /// The end of the scale, a little beyond its last mark, which would be cut there.
    pub to: f64,
    /// What the bars stand for.
    pub along: Along,
    /// Bars, a series behind another: the first reaches furthest.
    pub series: Vec<Vec<f64>>,
}

/// What bars stand for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Along {
    /// Things with names; their bars lie.
    Names {
        /// The names.
        names: Vec<String>,
    },
    /// Ranges of a result, one beside the other; their bars stand.
    Range {
        /// What the numbers of the result count in.
        title: String,
        /// The middle of the first range.
        from: f64,
        /// The middle of the last one.
        to: f64,
    },
}

/// A bar with its name and what is written about it.
struct Named {
    name: String,
    figure: String,
}

impl Exhibit {
    /// The drawing as a diagram; none where bars would mislead.
    #[must_use]
    pub fn diagram(&self) -> Option<Diagram> {
        let diagram = match &self.chart {
            Chart::Bars { axis, bars, .. } => {
                let named = bars.iter().map(|bar| (bar.name.plain_text(), &bar.datum));
                lengths(axis, axis.title.clone(), named)
            }
            Chart::Lines {
                axis,
                times,
                series,
            } => line_ends(axis, times, series),
            Chart::Adoption {
                axis,
                measured,
                target,
            } => {
                let named = measured.iter().map(|at| on(at, "measured"));
                lengths(
                    axis,
                    axis.title.clone(),
                    named.chain([on(target, "target")]),
                )
            }
            Chart::Tornado { axis, bars, .. } => Some(ranges(axis, bars)),
            Chart::Histogram {
                axis,
                bins,
                landmarks,
            } => frequencies(axis, bins, landmarks),
        }?;
        let title = self.title.plain_text();
        Some(Diagram { title, ..diagram })
    }
}

fn on<'a>(at: &'a Measurement, what: &str) -> (String, &'a Datum) {
    (format!("{}, {what}", at.date.shown), &at.datum)
}

/// A bar from nothing to each value.
fn lengths<'a>(
    axis: &Axis,
    measure: String,
    named: impl Iterator<Item = (String, &'a Datum)>,
) -> Option<Diagram> {
    if axis.from < 0.0 {
        return None;
    }
    let (named, values): (Vec<Named>, Vec<f64>) = named
        .map(|(name, datum)| {
            let figure = datum.figure.shown.clone();
            (Named { name, figure }, placed(axis, datum.value))
        })
        .unzip();
    Some(of_names(axis, measure, &named, vec![values]))
}

/// A bar for each line: where it ends.
fn line_ends(axis: &Axis, times: &[String], series: &[Series]) -> Option<Diagram> {
    let last = series
        .iter()
        .filter_map(|line| Some((line.name.plain_text(), line.values.last()?)));
    let measure = match times.last() {
        Some(time) => format!("{} by {}", axis.title, lower_first(time)),
        None => axis.title.clone(),
    };
    lengths(axis, measure, last)
}

/// Two bars for each input, one before the other: what shows of the longer is the range.
fn ranges(axis: &Axis, bars: &[TornadoBar]) -> Diagram {
    let sorted: Vec<(&TornadoBar, &Datum, &Datum)> = bars
        .iter()
        .map(|bar| {
            if bar.low.value <= bar.high.value {
                (bar, &bar.low, &bar.high)
            } else {
                (bar, &bar.high, &bar.low)
            }
        })
        .collect();
    let named: Vec<Named> = sorted
        .iter()
        .map(|(bar, lower, upper)| Named {
            name: bar.name.plain_text(),
            figure: format!("{} to {}", lower.figure.shown, upper.figure.shown),
        })
        .collect();
    let upper = sorted.iter().map(|(.., upper)| placed(axis, upper.value));
    let lower = sorted.iter().map(|(_, lower, _)| placed(axis, lower.value));
    let series = vec![upper.collect(), lower.collect()];
    of_names(axis, axis.title.clone(), &named, series)
}

/// A bar for each range of results: how often it came.
fn frequencies(axis: &Axis, bins: &[Bin], landmarks: &[Landmark]) -> Option<Diagram> {
    let middle = |bin: &Bin| placed(axis, f64::midpoint(bin.from, bin.to));
    let (first, last) = (bins.first()?, bins.last()?);
    let values: Vec<f64> = bins.iter().map(|bin| round(bin.share * 100.0, 1)).collect();
    let most = values.iter().fold(1.0_f64, |most, share| most.max(*share));
    let marks = landmarks.iter().map(|mark| Named {
        name: mark.name.clone(),
        figure: mark.datum.figure.shown.clone(),
    });
    Some(Diagram {
        title: String::new(),
        alt: in_words(&marks.collect::<Vec<_>>()),
        measure: cut(&axis.title, LONGEST_MEASURE),
        unit: "% of outcomes".to_owned(),
        from: 0.0,
        to: most.ceil(),
        along: Along::Range {
            title: axis.unit.label.clone(),
            from: middle(first),
            to: middle(last),
        },
        series: vec![values],
    })
}

fn of_names(axis: &Axis, measure: String, named: &[Named], series: Vec<Vec<f64>>) -> Diagram {
    Diagram {
        title: String::new(),
        alt: in_words(named),
        measure: cut(&measure, LONGEST_MEASURE),
        unit: axis.unit.label.clone(),
        from: placed(axis, axis.from),
        to: placed(axis, axis.to + (axis.to - axis.from) * 0.04),
        along: Along::Names {
            names: told_apart(named.iter().map(|bar| cut(&bar.name, LONGEST_NAME))),
        },
        series,
    }
}

/// Names of which no two are alike: bars of one name would be drawn as one.
fn told_apart(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut apart: Vec<String> = Vec::new();
    for name in names {
        let mut nth = 1;
        let mut candidate = name.clone();
        while apart.contains(&candidate) {
            nth += 1;
            candidate = format!("{name} ({nth})");
        }
        apart.push(candidate);
    }
    apart
}

fn in_words(named: &[Named]) -> String {
    let each = named
        .iter()
        .map(|bar| format!("{} {}", bar.name, bar.figure));
    each.collect::<Vec<_>>().join(". ") + "."
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A value in the unit of its scale, as finely as a drawing shows.
fn placed(axis: &Axis, value: f64) -> f64 {
    let size = axis.unit.size;
    let decimals = match (axis.to - axis.from) / size {
        length if length >= 100.0 => 0,
        length if length >= 10.0 => 1,
        _ => 2,
    };
    round(value / size, decimals)
}

fn round(value: f64, decimals: i32) -> f64 {
    let step = 10_f64.powi(decimals);
    // Adding nothing turns a negative nothing into a plain one.
    (value * step).round() / step + 0.0
}

fn cut(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let start: String = name.chars().take(longest - 1).collect();
    start.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests;
