//! The author's Markdown on its way into a document: CommonMark with tables.
//!
//! Their words enter as [`Inline::Given`], so that they can be told from ours. What a brief must not
//! do on an author's behalf does not happen: HTML is shown as the text it is, pictures as their
//! description, and a heading never breaks the outline of the document it enters. Nesting deeper than
//! a page can show is flattened, which also bounds the work on hostile input.

use std::mem::take;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::model::{
    Align, Block, Cell, Column, Heading, Inline, Item, Origin, Prose, Row, RowKind, Table,
};

/// Lists and quotations within each other.
const DEEPEST_BLOCKS: usize = 3;
/// Emphasis and links within each other.
const DEEPEST_INLINES: usize = 3;

/// The blocks of an author's Markdown. `from` is where it stands in the decision, `level` the level
/// (2 to 6) its headings start at, and `id` the start of their identifiers.
#[must_use]
pub fn blocks(markdown: &str, from: &Origin, level: u8, id: &str) -> Vec<Block> {
    let level = level.clamp(2, 6);
    let mut reader = Reader {
        from,
        level,
        last_level: level - 1,
        id,
        headings: 0,
        open: vec![(Container::Flat, Vec::new())],
        marks: Vec::new(),
        line: Prose::new(),
        table: None,
        row: Vec::new(),
        code: None,
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.event(event);
    }
    reader.end_paragraph();
    reader.open.swap_remove(0).1
}

/// A container whose end has not come yet.
enum Container {
    Quote,
    List {
        ordered: bool,
        items: Vec<Item>,
    },
    Item,
    /// The document itself, or a container nested too deep: its blocks go to what holds it.
    Flat,
}

/// A mark on words whose end has not come yet.
enum Mark {
    Strong,
    Emph,
    Link(String),
    /// A picture, or a mark nested too deep: the words go on as they are.
    Plain,
}

struct Reader<'a> {
    from: &'a Origin,
    level: u8,
    last_level: u8,
    id: &'a str,
    headings: usize,
    /// Open containers with their blocks, the document first.
    open: Vec<(Container, Vec<Block>)>,
    /// Open marks, each with the line that it interrupts.
    marks: Vec<(Mark, Prose)>,
    line: Prose,
    table: Option<Table>,
    row: Vec<Cell>,
    code: Option<String>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => self.line.0.push(Inline::Code(code.into_string())),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.line.0.push(Inline::LineBreak),
            Event::Rule => self.push(Block::Rule),
            // These belong to extensions that are not switched on; their words are kept all the same.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::BlockQuote(_) => self.open(Container::Quote),
            Tag::List(first) => self.open(Container::List {
                ordered: first.is_some(),
                items: Vec::new(),
            }),
            Tag::Item => self.open(Container::Item),
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                self.code = Some(String::new());
            }
            Tag::Table(alignments) => self.table = Some(empty_table(&alignments)),
            Tag::Strong => self.mark(Mark::Strong),
            Tag::Emphasis => self.mark(Mark::Emph),
            Tag::Link { dest_url, .. } => self.mark(Mark::Link(dest_url.into_string())),
            Tag::Image { .. } => self.mark(Mark::Plain),
            Tag::Heading { .. } | Tag::Paragraph | Tag::HtmlBlock => self.end_paragraph(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::CodeBlock => {
                let text = self.code.take().unwrap_or_default();
                self.push(Block::Code {
                    text: text.trim_end_matches('\n').to_owned(),
                });
            }
            TagEnd::TableCell => {
                let cell = Cell::new(take(&mut self.line));
                self.row.push(cell);
            }
            TagEnd::TableHead => self.end_row(true),
            TagEnd::TableRow => self.end_row(false),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.push(Block::Table(table));
                }
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image => self.end_mark(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
        } else if let Some(Inline::Given { text: before, .. }) = self.line.0.last_mut() {
            before.push_str(text);
        } else {
            self.line = take(&mut self.line).given(text, self.from.clone());
        }
    }

    /// Adds a block to the innermost open container.
    fn push(&mut self, block: Block) {
        if let Some((_, blocks)) = self.open.last_mut() {
            blocks.push(block);
        }
    }

    fn open(&mut self, container: Container) {
        self.end_paragraph();
        let deep = |(kind, _): &&(Container, _)| !matches!(kind, Container::Flat | Container::Item);
        let depth = self.open.iter().filter(deep).count();
        let in_list = matches!(self.open.last(), Some((Container::List { .. }, _)));
        let container = match container {
            Container::Item if !in_list => Container::Flat,
            Container::Quote | Container::List { .. } if depth >= DEEPEST_BLOCKS => Container::Flat,
            fits => fits,
        };
        self.open.push((container, Vec::new()));
    }

    fn close(&mut self) {
        self.end_paragraph();
        let Some((container, body)) = self.open.pop() else {
            return;
        };
        match container {
            Container::Quote => self.push(Block::Quote { body, by: None }),
            Container::List { ordered, items } => self.push(Block::List { ordered, items }),
            Container::Item => {
                if let Some((Container::List { items, .. }, _)) = self.open.last_mut() {
                    items.push(Item { blocks: body });
                }
            }
            Container::Flat => {
                for block in body {
                    self.push(block);
                }
            }
        }
    }

    fn mark(&mut self, mark: Mark) {
        let mark = if self.marks.len() < DEEPEST_INLINES {
            mark
        } else {
            Mark::Plain
        };
        self.marks.push((mark, take(&mut self.line)));
    }

    fn end_mark(&mut self) {
        let Some((mark, before)) = self.marks.pop() else {
            return;
        };
        let marked = take(&mut self.line);
        self.line = match mark {
            Mark::Strong => before.strong(marked),
            Mark::Emph => before.emph(marked),
            Mark::Link(url) => before.link(marked, url),
            Mark::Plain => before.prose(marked),
        };
    }

    fn end_paragraph(&mut self) {
        let text = take(&mut self.line);
        if !text.plain_text().trim().is_empty() {
            self.push(Block::Paragraph { text });
        }
    }

    /// A heading enters below the level given and never skips one; within a list or a quotation, where
    /// it would break the outline, it is a strong paragraph.
    fn end_heading(&mut self, level: HeadingLevel) {
        let text = take(&mut self.line);
        if text.plain_text().trim().is_empty() {
            return;
        }
        if self.open.len() > 1 {
            return self.push(Block::paragraph(Prose::new().strong(text)));
        }
        self.headings += 1;
        let wanted = self.level + (level as u8 - 1);
        self.last_level = wanted.min(self.last_level + 1).min(6);
        self.push(Block::Heading(Heading {
            level: self.last_level,
            id: format!("{}-{}", self.id, self.headings),
            text,
        }));
    }

    fn end_row(&mut self, is_head: bool) {
        let mut cells = take(&mut self.row);
        let Some(table) = &mut self.table else {
            return;
        };
        cells.resize(table.columns.len(), Cell::new(Prose::new()));
        let row = Row {
            kind: RowKind::Plain,
            cells,
        };
        if is_head {
            table.head.push(row);
        } else {
            table.body.push(row);
        }
    }
}

/// A table of the author's, without rows yet.
fn empty_table(alignments: &[Alignment]) -> Table {
    let columns = alignments.iter().map(|alignment| Column {
        align: match alignment {
            Alignment::None | Alignment::Left => Align::Start,
            Alignment::Center => Align::Center,
            Alignment::Right => Align::End,
        },
        share: Some(1),
    });
    Table {
        caption: None,
        summary: "A table by the author; its first row names the columns.".to_owned(),
        columns: columns.collect(),
        head: Vec::new(),
        body: Vec::new(),
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
