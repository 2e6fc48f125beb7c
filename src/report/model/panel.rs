//! What stands out from the text: the answer, figures at a glance, callouts, the scorecard, and
//! arguments with their answers.

use serde::{Serialize, Serializer};

use super::{Block, Named, Prose};

/// The panel that answers the question of the document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// What the panel is: "Recommendation", say.
    pub label: Prose,
    /// The verdict in a sentence.
    pub verdict: Prose,
    /// The bottom line.
    pub body: Vec<Block>,
    /// The figures that carry it.
    pub tiles: Vec<Tile>,
}

/// What a callout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalloutKind {
    /// The resolution put to the meeting.
    Resolution,
    /// Something that could make the decision wrong.
    Warning,
    /// Something that makes it wrong unless it is dealt with.
    RedFlag,
    /// What is not known.
    OpenQuestion,
    /// Worth knowing.
    Note,
}

impl CalloutKind {
    /// The name that is printed.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Resolution => "Resolution",
            Self::Warning => "Warning",
            Self::RedFlag => "Red flag",
            Self::OpenQuestion => "Not known",
            Self::Note => "Note",
        }
    }

    /// The name that templates know it by.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Warning => "warning",
            Self::RedFlag => "red-flag",
            Self::OpenQuestion => "open-question",
            Self::Note => "note",
        }
    }
}

impl Serialize for CalloutKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Named::new(self.key(), self.label()).serialize(serializer)
    }
}

/// A figure at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tile {
    /// What the figure is.
    pub label: Prose,
    /// The figure, or the words that stand for it ("Immediate").
    pub value: Prose,
    /// A few words on its basis.
    pub note: Option<Prose>,
}

impl Tile {
    /// A tile without a note.
    #[must_use]
    pub fn new(label: impl Into<Prose>, value: impl Into<Prose>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            note: None,
        }
    }

    /// The same tile with a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<Prose>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// Questions with the mark each one got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scorecard {
    /// How the table is read, for those who cannot see it.
    pub summary: String,
    /// The questions.
    pub rows: Vec<ScoreRow>,
}

/// One question of a scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreRow {
    /// The question.
    pub question: Prose,
    /// Its mark.
    pub mark: Mark,
    /// The answer in a word or two, printed beside the mark: "Partly".
    pub answer: Prose,
    /// What the answer rests on.
    pub evidence: Prose,
}

/// A mark that reads without colour: its glyph differs and its answer is printed beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Holds.
    Yes,
    /// Holds in part.
    Partial,
    /// Does not hold.
    No,
    /// Not known.
    Unknown,
}

impl Mark {
    /// The glyph; each is in our fonts and in plain text.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Yes => "✓",
            Self::Partial => "≈",
            Self::No => "✗",
            Self::Unknown => "?",
        }
    }

    /// The name that templates know it by.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partial => "partial",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Named::new(self.key(), self.glyph()).serialize(serializer)
    }
}

/// An argument in the words it was made in, and its answer in business terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exchange {
    /// The original words; use [`super::Inline::Quoted`].
    pub said: Prose,
    /// Who made it.
    pub by: Option<Prose>,
    /// The answer.
    pub answer: Prose,
}
