//! A sentence whose figures know where they came from.
//!
//! Everything the tool says is put together from words and figures. A figure enters a sentence
//! with the value and the place it rests on, so that any number on any page can be explained.

use serde::{Serialize, Serializer};
use std::fmt;

/// A sentence, or a part of one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Phrase {
    parts: Vec<Part>,
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Our own words.
    Text(String),
    /// Words or names that the author of the decision wrote; shown as they are.
    Name(String),
    /// A figure, already in the form in which it is shown.
    Figure {
        /// As shown, unit included: `$945,000`, `6 engineers`.
        shown: String,
        /// Its value.
        value: f64,
        /// JSON pointer into the evaluation or, where it is an input, into the decision.
        from: String,
    },
}

impl Phrase {
    /// A sentence of our own words.
    pub fn new(text: impl Into<String>) -> Phrase {
        Phrase::default().text(text)
    }

    /// With more words of our own.
    pub fn text(mut self, text: impl Into<String>) -> Phrase {
        self.parts.push(Part::Text(text.into()));
        self
    }

    /// With words of the author's.
    pub fn name(mut self, name: impl Into<String>) -> Phrase {
        self.parts.push(Part::Name(name.into()));
        self
    }

    /// With a figure: as shown, its value, and the place it rests on.
    pub fn figure(
        mut self,
        shown: impl Into<String>,
        value: f64,
        from: impl Into<String>,
    ) -> Phrase {
        self.parts.push(Part::Figure {
            shown: shown.into(),
            value,
            from: from.into(),
        });
        self
    }

    /// With another sentence or part of one behind it.
    pub fn then(mut self, other: Phrase) -> Phrase {
        self.parts.extend(other.parts);
        self
    }

    /// The parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| match part {
            Part::Text(text) | Part::Name(text) => text.is_empty(),
            Part::Figure { .. } => false,
        })
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Phrase {
        Phrase::new(text)
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Phrase {
        Phrase::new(text)
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(text) | Part::Name(text) => out.write_str(text),
            Part::Figure { shown, .. } => out.write_str(shown),
        })
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
