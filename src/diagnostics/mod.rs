//! A fault as data: what is wrong, where, and what to do; drawn only at the edge.
//!
//! Reading a decision never stops at the first fault: everything wrong with a file is collected
//! here and reported in one run, the way compilers do it. A diagnostic knows the rule it comes
//! from ([`Rule`]), the JSON pointer of the field, the bytes of the source it is about and a hint.

mod draw;
mod rules;

pub use draw::{as_json, draw, one_line};
pub use rules::Rule;

use std::ops::Range;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The decision cannot be used.
    Error,
    /// Legal, but weak: the brief can be written, and a reader should know.
    Warning,
}

impl Severity {
    /// The word shown to people and machines.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One fault or weakness of a decision file.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: Rule,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// JSON pointer of the field, `""` for the whole file.
    pub path: String,
    /// Bytes of the source text, where the fault has a place in it.
    pub span: Option<Range<usize>>,
    /// What to write instead.
    pub hint: Option<String>,
    /// Other places that belong to the fault, each with why.
    pub related: Vec<(Range<usize>, String)>,
}

impl Diagnostic {
    /// A diagnostic of `rule` about the field at `path`.
    pub fn new(rule: Rule, path: impl Into<String>, message: impl Into<String>) -> Self {
        Diagnostic {
            rule,
            message: message.into(),
            path: path.into(),
            span: None,
            hint: None,
            related: Vec::new(),
        }
    }

    /// The same, placed in the source text.
    pub fn at(mut self, span: Range<usize>) -> Self {
        self.span = Some(span);
        self
    }

    /// The same, with what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same, with one more place that belongs to it.
    pub fn related(mut self, span: Range<usize>, why: impl Into<String>) -> Self {
        self.related.push((span, why.into()));
        self
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}
