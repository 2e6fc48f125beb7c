//! Walking a report in reading order: its passages, its figures, and what ought to be a figure.

use super::{Block, Exhibit, Figure, Inline, KeyValue, Prose, Report, Row, Table, Tile};

impl Report {
    /// Calls `visit` with every run of inlines that prints, in reading order. What an exhibit prints
    /// is taken from its table, which holds every figure of the drawing.
    pub fn each_prose(&self, visit: &mut dyn FnMut(&Prose)) {
        pairs(&self.meta.front, visit);
        blocks(&self.blocks, visit);
    }

    /// Every figure that prints, in reading order.
    #[must_use]
    pub fn figures(&self) -> Vec<Figure> {
        let mut found = Vec::new();
        self.each_prose(&mut |prose| {
            prose.each_inline(&mut |inline| {
                if let Inline::Number(figure) = inline {
                    found.push(figure.clone());
                }
            });
        });
        found
    }

    /// Every passage that prints, as plain text, in reading order.
    #[must_use]
    pub fn passages(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.each_prose(&mut |prose| {
            if !prose.is_empty() {
                found.push(prose.plain_text());
            }
        });
        found
    }

    /// Words of ours that hold a digit although they are no figure: a name such as "Year 1" may, a
    /// number of the decision must not. For tests to look through.
    #[must_use]
    pub fn loose_digits(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.each_prose(&mut |prose| {
            prose.each_inline(&mut |inline| {
                if let Inline::Text(text) = inline
                    && text.chars().any(char::is_numeric)
                {
                    found.push(text.clone());
                }
            });
        });
        found
    }
}

impl Prose {
    /// Calls `visit` with every inline, those inside others after what holds them.
    pub fn each_inline(&self, visit: &mut dyn FnMut(&Inline)) {
        for inline in &self.0 {
            visit(inline);
            match inline {
                Inline::Strong(inner)
                | Inline::Emph(inner)
                | Inline::Link { text: inner, .. }
                | Inline::Document { text: inner, .. } => {
                    inner.each_inline(visit);
                }
                _ => {}
            }
        }
    }

    /// The text as a reader sees it, without emphasis; a line break is a space.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut shown = String::new();
        self.each_inline(&mut |inline| match inline {
            Inline::Text(text)
            | Inline::Code(text)
            | Inline::Given { text, .. }
            | Inline::Section { heading: text, .. } => {
                shown.push_str(text);
            }
            Inline::Number(figure) => shown.push_str(&figure.shown),
            Inline::Quoted { text, .. } => {
                shown.push('\u{201c}');
                shown.push_str(text);
                shown.push('\u{201d}');
            }
            Inline::LineBreak => shown.push(' '),
            Inline::Strong(_) | Inline::Emph(_) | Inline::Link { .. } | Inline::Document { .. } => {
            }
        });
        shown
    }
}

fn blocks(all: &[Block], visit: &mut dyn FnMut(&Prose)) {
    for block in all {
        block_prose(block, visit);
    }
}

fn block_prose(block: &Block, visit: &mut dyn FnMut(&Prose)) {
    match block {
        Block::Heading(heading) => visit(&heading.text),
        Block::Paragraph { text } => visit(text),
        Block::List { items, .. } => items.iter().for_each(|item| blocks(&item.blocks, visit)),
        Block::KeyValues { pairs: all } => pairs(all, visit),
        Block::Table(table) => table_prose(table, visit),
        Block::Answer(answer) => {
            visit(&answer.label);
            visit(&answer.verdict);
            blocks(&answer.body, visit);
            tiles(&answer.tiles, visit);
        }
        Block::Callout { title, body, .. } => {
            title.iter().for_each(&mut *visit);
            blocks(body, visit);
        }
        Block::Scorecard(scorecard) => {
            for row in &scorecard.rows {
                [&row.question, &row.answer, &row.evidence]
                    .into_iter()
                    .for_each(&mut *visit);
            }
        }
        Block::Tiles { tiles: all } => tiles(all, visit),
        Block::Exhibit(exhibit) => exhibit_prose(exhibit, visit),
        Block::Exchanges { exchanges } => {
            for exchange in exchanges {
                visit(&exchange.said);
                exchange.by.iter().for_each(&mut *visit);
                visit(&exchange.answer);
            }
        }
        Block::Quote { body, by } => {
            blocks(body, visit);
            by.iter().for_each(visit);
        }
        Block::Code { text } => visit(&Prose::new().code(text)),
        Block::Columns { columns } => columns.iter().for_each(|column| blocks(column, visit)),
        Block::Together { blocks: inner } => blocks(inner, visit),
        Block::Rule | Block::PageBreak => {}
    }
}

fn pairs(all: &[KeyValue], visit: &mut dyn FnMut(&Prose)) {
    for pair in all {
        [&pair.key, &pair.value].into_iter().for_each(&mut *visit);
    }
}

fn tiles(all: &[Tile], visit: &mut dyn FnMut(&Prose)) {
    for tile in all {
        [&tile.label, &tile.value].into_iter().for_each(&mut *visit);
        tile.note.iter().for_each(&mut *visit);
    }
}

fn table_prose(table: &Table, visit: &mut dyn FnMut(&Prose)) {
    table.caption.iter().for_each(&mut *visit);
    let mut rows = |rows: &[Row]| {
        for cell in rows.iter().flat_map(|row| &row.cells) {
            visit(&cell.content);
        }
    };
    rows(&table.head);
    rows(&table.body);
    table.notes.iter().for_each(visit);
}

fn exhibit_prose(exhibit: &Exhibit, visit: &mut dyn FnMut(&Prose)) {
    table_prose(&exhibit.table(), visit);
}

#[cfg(test)]
mod tests {
    use super::super::{DocumentKind, Meta, Origin, ShownDate};
    use super::*;
    use time::macros::date;

    #[test]
    fn a_report_knows_its_passages_figures_and_loose_digits() {
        let saving = Figure::evaluation("$945,000", "/finance/cases/1/annual_saving");
        let said = Prose::new().quoted("We need 40 plugins.", Origin::decision("/arguments/1"));
        let on = date!(2026 - 02 - 01);
        let shown = "1 February 2026".to_owned();
        let mut meta = Meta::new("x", "X", DocumentKind::Brief, ShownDate { on, shown });
        meta.front = vec![KeyValue::new("Purpose", "Decision")];
        let report = Report {
            meta,
            blocks: vec![
                Block::paragraph(
                    Prose::from("Saves ")
                        .strong(saving.clone())
                        .text(" in year 1."),
                ),
                Block::Quote {
                    body: vec![Block::paragraph(said)],
                    by: None,
                },
            ],
        };
        assert_eq!(
            report.passages(),
            [
                "Purpose",
                "Decision",
                "Saves $945,000 in year 1.",
                "“We need 40 plugins.”",
            ]
        );
        assert_eq!(report.figures(), [saving]);
        assert_eq!(report.loose_digits(), [" in year 1."]);
    }
}
