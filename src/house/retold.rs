//! A finished document, told in the conventions of an organisation: figures and dates in our own
//! words. What somebody gave or said keeps its words.

use crate::display::Conventions;
use crate::report::model::*;

/// A report made by the default conventions, in those of an organisation.
#[must_use]
pub fn retold(mut report: Report, by: Conventions) -> Report {
    report.meta.language = by.language;
    if by != Conventions::default() {
        let teller = Teller(by);
        teller.string(&mut report.meta.as_of.shown);
        teller.pairs(&mut report.meta.front);
        teller.blocks(&mut report.blocks);
    }
    report
}

struct Teller(Conventions);

impl Teller {
    fn string(&self, text: &mut String) {
        if let std::borrow::Cow::Owned(told) = self.0.retell(text) {
            *text = told;
        }
    }

    fn figure(&self, figure: &mut Figure) {
        self.string(&mut figure.shown);
    }

    fn prose(&self, prose: &mut Prose) {
        for inline in &mut prose.0 {
            match inline {
                Inline::Text(text) => self.string(text),
                Inline::Number(figure) => self.figure(figure),
                Inline::Strong(inner) | Inline::Emph(inner) | Inline::Link { text: inner, .. } => {
                    self.prose(inner);
                }
                // A date that was given is written by us; every other word stays its author's.
                Inline::Given { text, .. } if Conventions::is_date(text) => self.string(text),
                Inline::Given { .. }
                | Inline::Document { .. }
                | Inline::Section { .. }
                | Inline::Quoted { .. }
                | Inline::Code(_)
                | Inline::LineBreak => {}
            }
        }
    }

    fn optional(&self, prose: &mut Option<Prose>) {
        prose.iter_mut().for_each(|prose| self.prose(prose));
    }

    fn all<'a>(&self, all: impl IntoIterator<Item = &'a mut Prose>) {
        all.into_iter().for_each(|prose| self.prose(prose));
    }

    fn pairs(&self, pairs: &mut [KeyValue]) {
        self.all(
            pairs
                .iter_mut()
                .flat_map(|pair| [&mut pair.key, &mut pair.value]),
        );
    }

    fn tiles(&self, tiles: &mut [Tile]) {
        for tile in tiles {
            self.all([&mut tile.label, &mut tile.value]);
            self.optional(&mut tile.note);
        }
    }

    fn blocks(&self, blocks: &mut [Block]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&self, block: &mut Block) {
        match block {
            Block::Heading(heading) => self.prose(&mut heading.text),
            Block::Paragraph { text } => self.prose(text),
            Block::List { items, .. } => {
                items
                    .iter_mut()
                    .for_each(|item| self.blocks(&mut item.blocks));
            }
            Block::KeyValues { pairs } => self.pairs(pairs),
            Block::Table(table) => self.table(table),
            Block::Answer(answer) => {
                self.all([&mut answer.label, &mut answer.verdict]);
                self.blocks(&mut answer.body);
                self.tiles(&mut answer.tiles);
            }
            Block::Callout { title, body, .. } | Block::Quote { by: title, body } => {
                self.optional(title);
                self.blocks(body);
            }
            Block::Scorecard(card) => {
                self.string(&mut card.summary);
                for row in &mut card.rows {
                    self.all([&mut row.question, &mut row.answer, &mut row.evidence]);
                }
            }
            Block::Tiles { tiles } => self.tiles(tiles),
            Block::Exhibit(exhibit) => {
                self.prose(&mut exhibit.title);
                self.string(&mut exhibit.alt);
                self.all(&mut exhibit.notes);
                self.chart(&mut exhibit.chart);
            }
            Block::Exchanges { exchanges } => {
                for exchange in exchanges {
                    self.all([&mut exchange.said, &mut exchange.answer]);
                }
            }
            Block::Columns { columns } => columns.iter_mut().for_each(|column| self.blocks(column)),
            Block::Together { blocks } => self.blocks(blocks),
            Block::Code { .. } | Block::Rule | Block::PageBreak => {}
        }
    }

    fn table(&self, table: &mut Table) {
        self.optional(&mut table.caption);
        self.string(&mut table.summary);
        let rows = table.head.iter_mut().chain(&mut table.body);
        self.all(rows.flat_map(|row| row.cells.iter_mut().map(|cell| &mut cell.content)));
        self.all(&mut table.notes);
    }

    fn axis(&self, axis: &mut Axis) {
        self.string(&mut axis.title);
        axis.ticks
            .iter_mut()
            .for_each(|tick| self.string(&mut tick.shown));
    }

    fn chart(&self, chart: &mut Chart) {
        let figures: Vec<&mut Figure> = match chart {
            Chart::Bars { axis, bars, .. } => {
                self.axis(axis);
                self.all(bars.iter_mut().map(|bar| &mut bar.name));
                bars.iter_mut().map(|bar| &mut bar.datum.figure).collect()
            }
            Chart::Lines {
                axis,
                times,
                series,
            } => {
                self.axis(axis);
                times.iter_mut().for_each(|time| self.string(time));
                self.all(series.iter_mut().map(|line| &mut line.name));
                let values = series.iter_mut().flat_map(|line| &mut line.values);
                values.map(|datum| &mut datum.figure).collect()
            }
            Chart::Tornado { axis, now, bars } => {
                self.axis(axis);
                self.all(bars.iter_mut().map(|bar| &mut bar.name));
                let of_bars = bars.iter_mut().flat_map(|bar| {
                    [
                        &mut bar.low_input,
                        &mut bar.low.figure,
                        &mut bar.high_input,
                        &mut bar.high.figure,
                    ]
                });
                of_bars.chain([&mut now.figure]).collect()
            }
            Chart::Histogram {
                axis, landmarks, ..
            } => {
                self.axis(axis);
                landmarks
                    .iter_mut()
                    .map(|mark| &mut mark.datum.figure)
                    .collect()
            }
            Chart::Adoption {
                axis,
                measured,
                target,
            } => {
                self.axis(axis);
                let all = measured.iter_mut().chain([target]);
                all.flat_map(|at| [&mut at.date, &mut at.datum.figure])
                    .collect()
            }
        };
        figures.into_iter().for_each(|figure| self.figure(figure));
    }
}
