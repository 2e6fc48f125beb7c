//! What is legal but weak: a board may still be shown the brief, and whoever writes it should know
//! where it will be attacked. One weakness a file; each is a warning with its place and what to do.
//!
//! By what a decision is judged is never stated here a second time: ages and thresholds are the
//! policy's, what is old or without a source is what the evaluation found, and which arguments are
//! left alone is what the framing did.

mod adoption;
mod alone;
mod hair;
mod measures;
mod profit;
mod source;
mod twice;

use super::{Decision, Node};
use crate::diagnostics::{Diagnostic, Rule};
use crate::frame::Framing;
use crate::policy::Policy;

/// A decision and what is known of it.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The decision.
    pub decision: &'a Decision,
    /// The value it was read from, for the places.
    pub node: &'a Node,
    /// The policy it is judged by.
    pub policy: &'a Policy,
    /// What is said about its arguments.
    pub framing: &'a Framing,
}

/// The weaknesses of a decision, in the order of the file.
pub fn warnings(known: &Known) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    source::warnings(known, &mut found);
    hair::warnings(known, &mut found);
    twice::warnings(known, &mut found);
    profit::warnings(known, &mut found);
    adoption::warnings(known, &mut found);
    measures::warnings(known, &mut found);
    alone::warnings(known, &mut found);
    found.sort_by_key(|warning| warning.span.as_ref().map_or(0, |span| span.start));
    found
}

impl Known<'_> {
    /// A warning about the field at a place.
    fn warn(&self, rule: Rule, place: &str, message: impl Into<String>, hint: &str) -> Diagnostic {
        Diagnostic::new(rule, place, message)
            .at(self.node.span_near(place))
            .hint(hint)
    }

    /// What people call the field at a place.
    fn label(&self, place: &str) -> String {
        super::label::label(self.decision, place)
    }
}

#[cfg(test)]
mod tests;
