//! Blocks of text and panels, as `style.typ` sets them.

use super::column::Column;
use super::lines::{self, LEADING, NOTE_LEADING, letters};
use crate::report::model::{Answer, Block, CalloutKind, Heading, Item, KeyValue, Prose, Tile};

/// Tiles that stand side by side.
const TILES: usize = 5;
/// Width of the mark of an item and the space behind it, in points.
const BULLET: f64 = 12.0;
const NUMBER: f64 = 16.0;
/// Space between columns side by side, in points.
const GUTTER: f64 = 22.7;

impl Column {
    /// Puts blocks under what it holds.
    pub fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        let measure = self.measure();
        let air = measure.sizes.air;
        let between = measure.sizes.between();
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { text } => self.paragraph(text),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::KeyValues { pairs } => self.pairs(pairs),
            Block::Table(table) => self.table(table),
            Block::Answer(answer) => self.answer(answer),
            Block::Callout {
                callout,
                title,
                body,
            } => self.callout(*callout, title.as_ref(), body),
            Block::Scorecard(scorecard) => self.scorecard(scorecard),
            Block::Tiles { tiles } => self.tiles(tiles),
            Block::Exhibit(exhibit) => self.exhibit(exhibit),
            Block::Exchanges { exchanges } => self.exchanges(exchanges),
            Block::Quote { body, .. } => {
                let height = self.inside(10.0, body);
                self.add(height + 6.0, 10.0 * air, 10.0 * air);
            }
            Block::Code { text } => {
                let height = lines::height(text.lines().count(), measure.sizes.body, LEADING);
                self.add(height + 12.0, between, between);
            }
            Block::Rule => self.add(0.4, 8.0 * air, 8.0 * air),
            Block::Columns { columns } => {
                let count = columns.len().max(1) as f64;
                let width = (measure.width - GUTTER * (count - 1.0)) / count;
                let heights = columns
                    .iter()
                    .map(|column| self.inside(measure.width - width, column));
                self.add(heights.fold(0.0, f64::max), 12.0 * air, 12.0 * air);
            }
            Block::Together { blocks } => {
                let height = self.inside(0.0, blocks);
                self.add(height, between, between);
            }
            Block::PageBreak => {}
        }
    }

    /// The height of blocks in a column that is narrower.
    fn inside(&self, narrower: f64, blocks: &[Block]) -> f64 {
        let measure = self.measure();
        let mut column = Column::new(measure.of_width(measure.width - narrower));
        column.blocks(blocks);
        column.height()
    }

    fn heading(&mut self, heading: &Heading) {
        let measure = self.measure();
        let (size, above, below) = match heading.level {
            2 => (11.5, 16.0, 9.5),
            3 => (10.0, 13.0, 8.0),
            _ => (9.5, 12.0, 8.0),
        };
        let air = measure.sizes.air;
        let height = measure.prose(&heading.text, size * measure.sizes.scale);
        self.add(height, above * air, below * air);
    }

    fn paragraph(&mut self, text: &Prose) {
        let measure = self.measure();
        let between = measure.sizes.between();
        self.add(measure.prose(text, measure.sizes.body), between, between);
    }

    fn list(&mut self, ordered: bool, items: &[Item]) {
        let sizes = self.measure().sizes;
        let mark = if ordered { NUMBER } else { BULLET };
        let heights = items.iter().map(|item| self.inside(mark, &item.blocks));
        let spaces = 0.7 * sizes.body * items.len().saturating_sub(1) as f64;
        let height = heights.sum::<f64>() + spaces;
        self.add(height, sizes.between(), sizes.between());
    }

    fn pairs(&mut self, pairs: &[KeyValue]) {
        let measure = self.measure();
        let sizes = measure.sizes;
        let heights = pairs.iter().map(|pair| {
            let text = format!("{}: {}", pair.key.plain_text(), pair.value.plain_text());
            measure.text(&text, sizes.body, LEADING)
        });
        let spaces = 0.95 * sizes.body * pairs.len().saturating_sub(1) as f64;
        let height = heights.sum::<f64>() + spaces;
        self.add(height, sizes.between(), sizes.between());
    }

    fn answer(&mut self, answer: &Answer) {
        let measure = self.measure();
        let sizes = measure.sizes;
        let mut inner = Column::new(measure.of_width(measure.width - 22.0));
        inner.add(lines::line(sizes.small), 0.0, sizes.between());
        let verdict = inner.measure().prose(&answer.verdict, 14.0 * sizes.scale);
        inner.add(verdict, 9.0 * sizes.air, 11.5 * sizes.air);
        inner.blocks(&answer.body);
        inner.tiles(&answer.tiles);
        self.add(inner.height() + 21.0, 11.0 * sizes.air, 12.0 * sizes.air);
    }

    fn callout(&mut self, callout: CalloutKind, title: Option<&Prose>, body: &[Block]) {
        let measure = self.measure();
        let sizes = measure.sizes;
        let mut inner = Column::new(measure.of_width(measure.width - 17.0));
        let title = title.map(Prose::plain_text).unwrap_or_default();
        let words = format!("{}: {title}", callout.label());
        let height = inner.measure().text(&words, sizes.body, LEADING);
        inner.add(height, 0.0, sizes.between());
        inner.blocks(body);
        self.add(inner.height() + 14.0, 8.0 * sizes.air, 8.0 * sizes.air);
    }

    fn tiles(&mut self, tiles: &[Tile]) {
        if tiles.is_empty() {
            return;
        }
        let measure = self.measure();
        let sizes = measure.sizes;
        let across = tiles.len().div_ceil(tiles.len().div_ceil(TILES));
        let cell = measure.of_width(measure.width / across as f64 - 12.0);
        let between = 0.65 * sizes.body;
        let tile = |tile: &Tile| {
            let small = |prose: &Prose| cell.text(&prose.plain_text(), sizes.small, NOTE_LEADING);
            let value = tile.value.plain_text();
            let size = match letters(&value) {
                ..=10 => 16.0 * sizes.scale,
                11..=13 => 12.5 * sizes.scale,
                _ => 10.0,
            };
            let note = tile.note.as_ref().map_or(0.0, |note| between + small(note));
            small(&tile.label) + between + cell.text(&value, size, NOTE_LEADING) + note
        };
        let rows = tiles.chunks(across);
        let spaces = 8.0 * (rows.len() - 1) as f64;
        let rows = rows.map(|row| row.iter().map(tile).fold(0.0, f64::max));
        self.add(
            rows.sum::<f64>() + spaces,
            12.0 * sizes.air,
            8.0 * sizes.air,
        );
    }

    /// Notes under a table or a drawing.
    pub fn notes(&mut self, notes: &[Prose]) {
        let measure = self.measure();
        let sizes = measure.sizes;
        let heights = notes
            .iter()
            .map(|note| measure.text(&note.plain_text(), sizes.small, NOTE_LEADING));
        let spaces = 0.5 * sizes.body * notes.len().saturating_sub(1) as f64;
        let height = heights.sum::<f64>() + spaces;
        self.add(height, 4.5 * sizes.air, 9.0 * sizes.air);
    }
}
