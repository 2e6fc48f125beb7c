//! Tables: columns, a head, rows, totals and notes.

use serde::Serialize;

use super::Prose;

/// A table. The first cell of each row names the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The heading of the table, where the text before it does not say it.
    pub caption: Option<Prose>,
    /// How the table is read, for those who cannot see it: what rows and columns are.
    pub summary: String,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// Rows of column headings; at least one.
    pub head: Vec<Row>,
    /// The rows, totals among them.
    pub body: Vec<Row>,
    /// Notes under the table: basis, rounding, sources.
    pub notes: Vec<Prose>,
}

impl Table {
    /// A table with one row of headings; every column but the first is aligned as figures are.
    #[must_use]
    pub fn new<T: Into<Prose>>(
        summary: impl Into<String>,
        headings: impl IntoIterator<Item = T>,
        body: Vec<Row>,
    ) -> Self {
        let head = Row::new(headings);
        let columns = (0..head.width()).map(|at| {
            if at == 0 {
                Column::words(Some(1))
            } else {
                Column::figures()
            }
        });
        Self {
            caption: None,
            summary: summary.into(),
            columns: columns.collect(),
            head: vec![head],
            body,
            notes: Vec::new(),
        }
    }
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Where its text stands.
    pub align: Align,
    /// Its share of the width that is left; as wide as its content where absent.
    pub share: Option<u8>,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(share: Option<u8>) -> Self {
        Self {
            align: Align::Start,
            share,
        }
    }

    /// A column of figures, as wide as they are.
    #[must_use]
    pub fn figures() -> Self {
        Self {
            align: Align::End,
            share: None,
        }
    }
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Where a line starts: words.
    Start,
    /// In the middle: marks.
    Center,
    /// Where a line ends: figures.
    End,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What kind of row it is.
    pub kind: RowKind,
    /// Its cells; their spans add up to the columns of the table.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A plain row.
    #[must_use]
    pub fn new<T: Into<Prose>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self::of(RowKind::Plain, cells)
    }

    /// A row of a kind.
    #[must_use]
    pub fn of<T: Into<Prose>>(kind: RowKind, cells: impl IntoIterator<Item = T>) -> Self {
        let cells = cells.into_iter().map(Cell::new);
        Self {
            kind,
            cells: cells.collect(),
        }
    }

    /// How many columns the row takes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| usize::from(cell.span)).sum()
    }
}

/// What kind of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// A row among others.
    Plain,
    /// The row that is recommended.
    Recommended,
    /// The name of the rows that follow; one cell over all columns.
    Group,
    /// The sum of some rows, with a line above.
    Subtotal,
    /// The sum of all rows, with a line above and strong.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What it says; empty where there is nothing to say.
    pub content: Prose,
    /// How many columns it takes.
    pub span: u8,
}

impl Cell {
    /// A cell of one column.
    #[must_use]
    pub fn new(content: impl Into<Prose>) -> Self {
        Self {
            content: content.into(),
            span: 1,
        }
    }

    /// A cell over several columns.
    #[must_use]
    pub fn over(span: u8, content: impl Into<Prose>) -> Self {
        Self {
            content: content.into(),
            span,
        }
    }
}
