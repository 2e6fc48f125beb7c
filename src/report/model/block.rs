//! What stands on its own lines: the blocks of a document.

use serde::Serialize;

use super::{Answer, CalloutKind, Exchange, Exhibit, Prose, Scorecard, Table, Tile};

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph {
        /// Its sentences.
        text: Prose,
    },
    /// A list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// Labels and what belongs to each: facts at a glance, terms and their meaning.
    KeyValues {
        /// The pairs, in order.
        pairs: Vec<KeyValue>,
    },
    /// A table.
    Table(Table),
    /// The answer of the document: the verdict in a sentence, and its figures.
    Answer(Answer),
    /// Something a reader must not miss.
    Callout {
        /// What it is; its name is printed, so that no meaning rests on colour.
        callout: CalloutKind,
        /// The line that says it, where there is one.
        title: Option<Prose>,
        /// The rest.
        body: Vec<Block>,
    },
    /// Questions with the mark each one got.
    Scorecard(Scorecard),
    /// Figures at a glance, side by side; four or five fit a line.
    Tiles {
        /// The tiles.
        tiles: Vec<Tile>,
    },
    /// A drawing of figures.
    Exhibit(Exhibit),
    /// Arguments as they were made, each with its answer in business terms.
    Exchanges {
        /// The arguments.
        exchanges: Vec<Exchange>,
    },
    /// Somebody else's words at length.
    Quote {
        /// The words.
        body: Vec<Block>,
        /// Who said them.
        by: Option<Prose>,
    },
    /// Text whose line ends and spaces matter.
    Code {
        /// The text.
        text: String,
    },
    /// A line between two parts.
    Rule,
    /// Columns side by side on a page, one after the other where there is no page. The content is
    /// divided by whoever writes it: balancing columns while typesetting costs a fifth of its time.
    Columns {
        /// The columns, from left to right.
        columns: Vec<Vec<Block>>,
    },
    /// Blocks that a page break must not part.
    Together {
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// The next block starts a page.
    PageBreak,
}

impl Block {
    /// A heading of level 2 to 6 with an identifier that links and tests can name.
    #[must_use]
    pub fn heading(level: u8, id: impl Into<String>, text: impl Into<Prose>) -> Self {
        Self::Heading(Heading {
            level,
            id: id.into(),
            text: text.into(),
        })
    }

    /// A paragraph.
    #[must_use]
    pub fn paragraph(text: impl Into<Prose>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// A list whose items are a paragraph each.
    #[must_use]
    pub fn list<T: Into<Prose>>(ordered: bool, items: impl IntoIterator<Item = T>) -> Self {
        let items = items.into_iter().map(|text| Item {
            blocks: vec![Self::paragraph(text)],
        });
        Self::List {
            ordered,
            items: items.collect(),
        }
    }

    /// A callout with a title and no more.
    #[must_use]
    pub fn callout(callout: CalloutKind, title: impl Into<Prose>) -> Self {
        Self::Callout {
            callout,
            title: Some(title.into()),
            body: Vec::new(),
        }
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// 2 to 6; no level may be skipped on the way down.
    pub level: u8,
    /// Identifier, unique in the document: lower-case letters, digits and hyphens.
    pub id: String,
    /// The words.
    pub text: Prose,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A label and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyValue {
    /// The label.
    pub key: Prose,
    /// What belongs to it.
    pub value: Prose,
}

impl KeyValue {
    /// A pair.
    #[must_use]
    pub fn new(key: impl Into<Prose>, value: impl Into<Prose>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}
