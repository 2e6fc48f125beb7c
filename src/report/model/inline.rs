//! What stands within a line: text, figures with their derivation, and words that were given.

use serde::Serialize;

/// The data a pointer points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The decision file.
    Decision,
    /// What was evaluated from it.
    Evaluation,
    /// The policy it was judged by.
    Policy,
    /// The register of a run of many decisions, `register.json`.
    Register,
}

/// Where a figure or a word came from: a place in the decision, the evaluation or the policy.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// The data pointed into.
    pub source: Source,
    /// JSON Pointer (RFC 6901) to the value.
    pub pointer: String,
}

impl Origin {
    /// A place in the decision file.
    #[must_use]
    pub fn decision(pointer: impl Into<String>) -> Self {
        Self {
            source: Source::Decision,
            pointer: pointer.into(),
        }
    }

    /// A place in the evaluation.
    #[must_use]
    pub fn evaluation(pointer: impl Into<String>) -> Self {
        Self {
            source: Source::Evaluation,
            pointer: pointer.into(),
        }
    }

    /// A place in the register of a run.
    #[must_use]
    pub fn register(pointer: impl Into<String>) -> Self {
        Self {
            source: Source::Register,
            pointer: pointer.into(),
        }
    }

    /// A place in the policy.
    #[must_use]
    pub fn policy(pointer: impl Into<String>) -> Self {
        Self {
            source: Source::Policy,
            pointer: pointer.into(),
        }
    }
}

/// A printed figure: the text as shown, made by [`crate::display`], and its derivation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Figure {
    /// The text as shown.
    pub shown: String,
    /// Where it came from.
    pub from: Origin,
}

impl Figure {
    /// A figure from anywhere.
    #[must_use]
    pub fn new(shown: impl Into<String>, from: Origin) -> Self {
        Self {
            shown: shown.into(),
            from,
        }
    }

    /// A figure from the decision file.
    #[must_use]
    pub fn decision(shown: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self::new(shown, Origin::decision(pointer))
    }

    /// A figure from the evaluation.
    #[must_use]
    pub fn evaluation(shown: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self::new(shown, Origin::evaluation(pointer))
    }

    /// A figure from the policy.
    #[must_use]
    pub fn policy(shown: impl Into<String>, pointer: impl Into<String>) -> Self {
        Self::new(shown, Origin::policy(pointer))
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum Inline {
    /// Words of ours.
    Text(String),
    /// Words that matter most in their sentence.
    Strong(Prose),
    /// Words set apart.
    Emph(Prose),
    /// A literal name: a field, a file, a command.
    Code(String),
    /// A link.
    Link {
        /// What is shown.
        text: Prose,
        /// Where it leads: `https:`, `http:` or `mailto:`; writers show the text alone otherwise.
        url: String,
    },
    /// A link to another document in the same folder, in the format of the document itself.
    Document {
        /// What is shown.
        text: Prose,
        /// The name of its files without their ending.
        name: String,
    },
    /// A link to a section of the same document, shown as the section's heading.
    Section {
        /// The identifier of its heading.
        id: String,
        /// The text of its heading.
        heading: String,
    },
    /// A figure with its derivation.
    Number(Figure),
    /// Words an author gave, carried as they are: a name, a title, a phrase.
    Given {
        /// The words.
        text: String,
        /// Where they came from.
        from: Origin,
    },
    /// The original words of somebody, shown in quotation marks.
    Quoted {
        /// The words, without quotation marks.
        text: String,
        /// Where they came from.
        from: Origin,
    },
    /// The line ends here.
    LineBreak,
}

/// A run of inlines: a sentence, a label, the content of a cell. Built piece by piece:
/// `Prose::from("Saves ").figure(saving).text(" a year.")`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Prose(pub Vec<Inline>);

impl Prose {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one piece.
    #[must_use]
    pub fn with(mut self, inline: Inline) -> Self {
        self.0.push(inline);
        self
    }

    /// Adds words of ours.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.with(Inline::Text(text.into()))
    }

    /// Adds a figure.
    #[must_use]
    pub fn figure(self, figure: Figure) -> Self {
        self.with(Inline::Number(figure))
    }

    /// Adds words an author gave, without quotation marks.
    #[must_use]
    pub fn given(self, text: impl Into<String>, from: Origin) -> Self {
        self.with(Inline::Given {
            text: text.into(),
            from,
        })
    }

    /// Adds somebody's original words, in quotation marks.
    #[must_use]
    pub fn quoted(self, text: impl Into<String>, from: Origin) -> Self {
        self.with(Inline::Quoted {
            text: text.into(),
            from,
        })
    }

    /// Adds strong words.
    #[must_use]
    pub fn strong(self, prose: impl Into<Self>) -> Self {
        self.with(Inline::Strong(prose.into()))
    }

    /// Adds words set apart.
    #[must_use]
    pub fn emph(self, prose: impl Into<Self>) -> Self {
        self.with(Inline::Emph(prose.into()))
    }

    /// Adds a literal name.
    #[must_use]
    pub fn code(self, code: impl Into<String>) -> Self {
        self.with(Inline::Code(code.into()))
    }

    /// Adds a link.
    #[must_use]
    pub fn link(self, text: impl Into<Self>, url: impl Into<String>) -> Self {
        self.with(Inline::Link {
            text: text.into(),
            url: url.into(),
        })
    }

    /// Adds a link to another document in the same folder.
    #[must_use]
    pub fn document(self, text: impl Into<Self>, name: impl Into<String>) -> Self {
        self.with(Inline::Document {
            text: text.into(),
            name: name.into(),
        })
    }

    /// Adds a link to a section of the same document.
    #[must_use]
    pub fn section(self, id: impl Into<String>, heading: impl Into<String>) -> Self {
        self.with(Inline::Section {
            id: id.into(),
            heading: heading.into(),
        })
    }

    /// Ends the line.
    #[must_use]
    pub fn line_break(self) -> Self {
        self.with(Inline::LineBreak)
    }

    /// Adds all of another run.
    #[must_use]
    pub fn prose(mut self, prose: impl Into<Self>) -> Self {
        self.0.extend(prose.into().0);
        self
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Prose {
    fn from(text: &str) -> Self {
        Self::new().text(text)
    }
}

impl From<String> for Prose {
    fn from(text: String) -> Self {
        Self::new().text(text)
    }
}

impl From<Figure> for Prose {
    fn from(figure: Figure) -> Self {
        Self::new().figure(figure)
    }
}

impl From<Inline> for Prose {
    fn from(inline: Inline) -> Self {
        Self::new().with(inline)
    }
}
