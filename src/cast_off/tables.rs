//! Tables: rows as high as their highest cell, columns of figures as wide as their widest.

use super::column::Column;
use super::lines::{self, LEADING, Measure, TABLE_LEADING, letters};
use crate::report::model::{Exchange, Prose, Row, Scorecard, Table};

/// Space on both sides of a cell, in points.
const SIDES: f64 = 10.0;
/// Space above and below a cell, in units of air.
const ABOVE_AND_BELOW: f64 = 6.6;
/// Letters of the widest cell of the marks of a scorecard, its heading.
const MARKS: usize = 20;
/// The least share of a table that its columns of words have.
const LEAST_WORDS: f64 = 0.25;

impl Column {
    /// Puts a table, with its caption and its notes.
    pub fn table(&mut self, table: &Table) {
        let measure = self.measure();
        let sizes = measure.sizes;
        if let Some(caption) = &table.caption {
            let height = measure.prose(caption, sizes.body);
            self.add(height, 12.0 * sizes.air, 7.0 * sizes.air);
        }
        let widths = widths(table, measure);
        let heads = table.head.iter().map(|row| (row, sizes.small));
        let rows = heads.chain(table.body.iter().map(|row| (row, sizes.table)));
        let height = rows.map(|(row, size)| row_height(row, size, &widths, measure));
        let below = if table.notes.is_empty() { 10.0 } else { 4.0 };
        self.add(height.sum(), 6.0 * sizes.air, below * sizes.air);
        self.notes(&table.notes);
    }

    /// Puts a scorecard.
    pub fn scorecard(&mut self, scorecard: &Scorecard) {
        let measure = self.measure();
        let left = measure.width - lines::width(MARKS, measure.sizes.small) - SIDES;
        let (question, evidence) = (left * 1.15 / 3.15, left * 2.0 / 3.15);
        let rows = scorecard.rows.iter().map(|row| {
            let question = cell(&row.question, question, measure);
            question.max(cell(&row.evidence, evidence, measure))
        });
        self.rows(rows.collect());
    }

    /// Puts arguments beside their answers.
    pub fn exchanges(&mut self, exchanges: &[Exchange]) {
        let measure = self.measure();
        let sizes = measure.sizes;
        let (said, answer) = (measure.width / 2.7, measure.width * 1.7 / 2.7);
        let rows = exchanges.iter().map(|exchange| {
            let by = exchange.by.as_ref().map_or(0.0, |by| {
                let count = measure
                    .of_width(said - SIDES)
                    .count(letters(&by.plain_text()), sizes.small);
                count as f64 * (lines::line(sizes.table) + TABLE_LEADING * sizes.table)
            });
            let words = cell(&exchange.said, said, measure) + by;
            words.max(cell(&exchange.answer, answer, measure))
        });
        self.rows(rows.collect());
    }

    /// Rows of these heights under a line of headings.
    fn rows(&mut self, heights: Vec<f64>) {
        let sizes = self.measure().sizes;
        let spaces = ABOVE_AND_BELOW * sizes.air * (heights.len() + 1) as f64;
        let height = lines::line(sizes.small) + heights.iter().sum::<f64>() + spaces;
        self.add(height, 6.0 * sizes.air, 10.0 * sizes.air);
    }
}

/// The height of a cell of words in a column of a width.
fn cell(prose: &Prose, width: f64, measure: Measure) -> f64 {
    let inner = measure.of_width(width - SIDES);
    inner.text(&prose.plain_text(), measure.sizes.table, TABLE_LEADING)
}

/// The widths of the columns of words; those of figures have none, as they take a line.
fn widths(table: &Table, measure: Measure) -> Vec<Option<f64>> {
    let mut longest = vec![0; table.columns.len()];
    for row in table.head.iter().chain(&table.body) {
        for (at, content) in placed(row) {
            if let Some(known) = longest.get_mut(at) {
                *known = letters(&content.plain_text()).max(*known);
            }
        }
    }
    let columns = || table.columns.iter().zip(&longest);
    let of_figures = columns().filter(|(column, _)| column.share.is_none());
    let taken: f64 = of_figures
        .map(|(_, longest)| lines::width(*longest, measure.sizes.table) + SIDES)
        .sum();
    let left = (measure.width - taken).max(LEAST_WORDS * measure.width);
    let shares = columns().filter_map(|(column, _)| column.share);
    let whole: f64 = shares.map(f64::from).sum();
    let width = |share: u8| left * f64::from(share) / whole;
    columns()
        .map(|(column, _)| column.share.map(width))
        .collect()
}

/// The cells of one column of a row, each with the place of its column.
fn placed(row: &Row) -> impl Iterator<Item = (usize, &Prose)> {
    let starts = row.cells.iter().scan(0, |at, cell| {
        let start = *at;
        *at += usize::from(cell.span);
        Some((start, cell))
    });
    starts
        .filter(|(_, cell)| cell.span == 1)
        .map(|(at, cell)| (at, &cell.content))
}

fn row_height(row: &Row, size: f64, widths: &[Option<f64>], measure: Measure) -> f64 {
    let cells = placed(row).filter_map(|(at, content)| {
        let width = (*widths.get(at)?)?;
        let inner = measure.of_width(width - SIDES);
        Some(inner.text(&content.plain_text(), size, TABLE_LEADING))
    });
    let words = cells.fold(lines::height(1, size, LEADING), f64::max);
    words + ABOVE_AND_BELOW * measure.sizes.air
}
