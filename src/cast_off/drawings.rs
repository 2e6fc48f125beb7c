//! Exhibits: a title, a drawing of known height, notes. The heights are those of
//! `drawings-over-time.typ` and `drawings-of-results.typ`.

use super::column::Column;
use super::lines::{self, letters};
use crate::report::model::{Chart, Exhibit, Prose, Series};

/// The least height of a drawing over time, and that of the others that do not grow, in points.
const OVER_TIME: f64 = 118.0;
const OF_RESULTS: f64 = 112.0;
/// Height of a line of names in a drawing, the space below its names, and that of its scale.
const NAME: f64 = 8.8;
const BELOW_NAMES: f64 = 3.0;
const SCALE: f64 = 16.0;
/// Lines named at their ends; more are named in a legend.
const DIRECT: usize = 5;
/// Height of a row of the legend, which has two lines a row, with the space above it.
const LEGEND_ROW: f64 = 12.0;

impl Column {
    /// Puts an exhibit with its notes.
    pub fn exhibit(&mut self, exhibit: &Exhibit) {
        let measure = self.measure();
        let sizes = measure.sizes;
        let title = measure.prose(&exhibit.title, sizes.body);
        let axis = lines::line(6.9 * sizes.scale) + 7.0;
        let drawing = axis + height(&exhibit.chart);
        let below = if exhibit.notes.is_empty() { 10.0 } else { 3.0 };
        self.add(
            title + 9.0 * sizes.air + drawing,
            14.0 * sizes.air,
            below * sizes.air,
        );
        self.notes(&exhibit.notes);
    }
}

/// The height of a drawing without the name of its scale.
fn height(chart: &Chart) -> f64 {
    match chart {
        Chart::Bars { bars, .. } => SCALE + names(bars.iter().map(|bar| &bar.name), 17.0, 22, 0.0),
        Chart::Lines { series, .. } => over_time(series),
        Chart::Tornado { bars, .. } => {
            12.0 + SCALE + names(bars.iter().map(|bar| &bar.name), 21.0, 24, NAME)
        }
        Chart::Histogram { .. } | Chart::Adoption { .. } => OF_RESULTS,
    }
}

/// Rows of names, each as high as its name needs.
fn names<'a>(
    names: impl Iterator<Item = &'a Prose>,
    least: f64,
    per_line: usize,
    more: f64,
) -> f64 {
    names
        .map(|name| {
            let lines = letters(&name.plain_text()).div_ceil(per_line).max(1);
            (lines as f64 * NAME + more + BELOW_NAMES).max(least)
        })
        .sum()
}

fn over_time(series: &[Series]) -> f64 {
    if series.len() > DIRECT {
        let rows = series.len().div_ceil(2);
        return OVER_TIME + LEGEND_ROW * rows as f64;
    }
    let lines = series
        .iter()
        .map(|line| (letters(&line.name.plain_text()) + 6).div_ceil(22));
    let label = 8.4 * lines.max().unwrap_or_default() as f64 + 3.0;
    OVER_TIME.max(series.len() as f64 * label + 8.0)
}
