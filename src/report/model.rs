//! The document model between framing and rendering: one [`Report`], two formats.
//!
//! **A `Report` holds no raw number that prints.** Every printed figure is a [`Figure`]: the text as
//! shown and where it came from. The numbers inside an [`Exhibit`] only place marks on a drawing; what
//! is written beside a mark is a figure again. Words that an author gave (names, titles, arguments)
//! enter as [`Inline::Given`] or [`Inline::Quoted`], so that our own sentences can be told from theirs.
//!
//! Building a report:
//!
//! ```
//! use boardbrief::display::{Conventions, Currency};
//! use boardbrief::report::model::*;
//! use time::macros::date;
//!
//! let house = Conventions::default();
//! let usd = Currency::from_code("USD").unwrap();
//! let saving = Figure::evaluation(house.money(945_000.0, usd), "/finance/cases/1/annual_saving");
//!
//! let report = Report {
//!     meta: Meta::new("developer-portal", "Developer portal: build or buy", DocumentKind::Brief, {
//!         let on = date!(2026 - 02 - 01);
//!         ShownDate { on, shown: house.date(on) }
//!     }),
//!     blocks: vec![
//!         Block::Answer(Answer {
//!             label: "Recommendation".into(),
//!             verdict: "Buy the portal, build what sets us apart".into(),
//!             body: vec![Block::paragraph(
//!                 Prose::from("Buying ")
//!                     .given("Managed Backstage", Origin::decision("/alternatives/0/name"))
//!                     .text(" saves ")
//!                     .figure(saving.clone())
//!                     .text(" a year."),
//!             )],
//!             tiles: vec![Tile::new("Saved a year", saving)],
//!         }),
//!         Block::heading(2, "why", "Why"),
//!         Block::paragraph("Several vendors sell the same thing."),
//!     ],
//! };
//! assert!(report.faults().is_empty());
//! assert_eq!(report.figures().len(), 2);
//! ```

mod axis;
mod block;
mod chart;
mod check;
mod diagram;
mod exhibit;
mod inline;
mod panel;
mod table;
mod walk;

use serde::{Serialize, Serializer};
use time::Date;

use crate::display::Language;

pub use crate::decision::Status;
pub use axis::{Axis, AxisUnit, Tick};
pub use block::{Block, Heading, Item, KeyValue};
pub use chart::{Bar, Bin, Chart, Datum, Landmark, Measurement, Series, SeriesRole, TornadoBar};
pub use diagram::{Along, Diagram};
pub use exhibit::Exhibit;
pub use inline::{Figure, Inline, Origin, Prose, Source};
pub use panel::{Answer, CalloutKind, Exchange, Mark, ScoreRow, Scorecard, Tile};
pub use table::{Align, Cell, Column, Row, RowKind, Table};

/// A whole document: what it is, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// What stands around the text: title, front matter, footer, properties of the file.
    pub meta: Meta,
    /// The text, in reading order. Headings start at level 2, because the title is level 1.
    pub blocks: Vec<Block>,
}

/// What a document says about itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meta {
    /// Identifier of the decision; names the outputs.
    pub id: String,
    /// The title, as a board would say it.
    pub title: String,
    /// One sentence on the subject, for the properties of the file.
    pub subject: String,
    /// What kind of document this is.
    pub kind: DocumentKind,
    /// How far the decision has come; shown on every page.
    #[serde(serialize_with = "named_status")]
    pub status: Status,
    /// The date the document speaks from.
    pub as_of: ShownDate,
    /// The language of the document, as its tag.
    #[serde(serialize_with = "language_tag")]
    pub language: Language,
    /// The organisation, shown above the title.
    pub organisation: Option<String>,
    /// Authors, for the properties of the file.
    pub authors: Vec<String>,
    /// Keywords, for the properties of the file.
    pub keywords: Vec<String>,
    /// The strip under the title: meeting, purpose, sponsor, author, and the like. Four fit a line.
    pub front: Vec<KeyValue>,
    /// The short hash that ties a printed page to the decision it was made from.
    pub hash: Option<String>,
}

impl Meta {
    /// A draft without front matter; fill in the rest with struct update syntax or by assignment.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        title: impl Into<String>,
        kind: DocumentKind,
        as_of: ShownDate,
    ) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            subject: String::new(),
            kind,
            status: Status::Draft,
            as_of,
            language: Language::default(),
            organisation: None,
            authors: Vec::new(),
            keywords: Vec::new(),
            front: Vec::new(),
            hash: None,
        }
    }
}

/// A date as data and as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownDate {
    /// The date, for the properties of the file.
    #[serde(serialize_with = "date_parts")]
    pub on: Date,
    /// The date as a reader sees it, from [`crate::display::Conventions::date`].
    pub shown: String,
}

/// A date as year, month and day, which is how Typst takes one.
fn date_parts<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    (date.year(), u8::from(date.month()), date.day()).serialize(serializer)
}

/// A language as its tag.
fn language_tag<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    language.tag().serialize(serializer)
}

/// What kind of document a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// The board brief: two pages, the first of which stands alone.
    Brief,
    /// The memorandum for the executive team.
    Memo,
    /// The note to the engineers.
    Note,
    /// Several decisions side by side.
    Portfolio,
    /// The register of decisions.
    Register,
}

impl DocumentKind {
    /// What a reader sees.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Brief => "Board brief",
            Self::Memo => "Memorandum",
            Self::Note => "Note to engineers",
            Self::Portfolio => "Portfolio of decisions",
            Self::Register => "Decision register",
        }
    }

    /// The name that templates know it by.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Memo => "memo",
            Self::Note => "note",
            Self::Portfolio => "portfolio",
            Self::Register => "register",
        }
    }
}

impl Serialize for DocumentKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Named::new(self.key(), self.label()).serialize(serializer)
    }
}

/// What a reader sees, on every page, of how far a decision has come.
#[must_use]
pub fn status_label(status: Status) -> &'static str {
    match status {
        Status::Draft => "Draft",
        Status::Proposed => "Proposed",
        Status::Approved => "Approved",
        Status::Superseded => "Superseded",
    }
}

fn named_status<S: Serializer>(status: &Status, serializer: S) -> Result<S::Ok, S::Error> {
    Named::new(status.word(), status_label(*status)).serialize(serializer)
}

/// How one of a closed set reaches the templates: its name among them, and what a reader sees.
#[derive(Serialize)]
struct Named {
    key: &'static str,
    label: &'static str,
}

impl Named {
    fn new(key: &'static str, label: &'static str) -> Self {
        Self { key, label }
    }
}
