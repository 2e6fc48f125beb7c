//! The decision file: source text and places in it, the format, its checks, and the [`Decision`]
//! that comes out, which is valid by construction.

pub mod change;
mod checks;
mod figure;
mod json;
pub mod label;
pub mod leaf;
mod model;
pub mod read;
mod schema;
pub mod source;
mod text;
pub mod unit;
pub mod weak;
mod yaml;

pub use figure::Figure;
pub use leaf::Date;
pub use model::*;
pub use schema::json_schema;
pub use source::{Node, Source, Syntax};
pub(crate) use text::shown_at;
pub use text::unprintable;
pub use unit::Unit;

use crate::diagnostics::{Diagnostic, Rule};
use read::{Read, Reader};
use std::ops::Range;

impl Decision {
    /// The decision that a source holds, or everything that is wrong with it.
    pub fn from_source(source: &Source) -> Result<Decision, Vec<Diagnostic>> {
        Decision::from_node(&source.parse()?)
    }

    /// The decision that a value stands for, or everything that is wrong with it.
    pub fn from_node(node: &Node) -> Result<Decision, Vec<Diagnostic>> {
        let mut reader = Reader::default();
        let decision = Decision::read(node, Unit::Plain, &mut reader);
        let mut faults = reader.faults;
        if let Some(decision) = &decision {
            faults.extend(checks::check(decision, node, &faults));
        }
        faults.sort_by_key(|fault| fault.span.as_ref().map_or(0, |span| span.start));
        match decision {
            Some(decision) if faults.is_empty() => Ok(decision),
            _ => Err(faults),
        }
    }
}

/// The fault of a value that is nested too deeply.
fn too_deep(span: Range<usize>) -> Diagnostic {
    Diagnostic::new(
        Rule::TooLarge,
        "",
        format!("values are nested more than {} deep", source::MAX_DEPTH),
    )
    .at(span)
    .hint("a decision needs six levels; remove the nesting")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_decisions_are_read() {
        for name in ["developer-portal", "portal-exit", "published-tei"] {
            let path = format!("../shared/decisions/{name}.json");
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            let source = Source::new(path, text);
            let decision = Decision::from_source(&source);
            let shown: Vec<String> = decision
                .err()
                .unwrap_or_default()
                .iter()
                .map(|fault| crate::diagnostics::draw(fault, &source))
                .collect();
            assert!(shown.is_empty(), "{}", shown.join("\n"));
        }
    }
}
