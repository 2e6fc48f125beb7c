//! A regular expression with its exceptions, compiled when it is first needed.
//!
//! Most patterns of a rule book never come near the arguments of one decision, and compiling a
//! pattern costs more than matching it a thousand times. So each pattern knows the beginnings that
//! a match can have, and is compiled when one of them is met; its exceptions, when it matches.

use regex::bytes::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::Extractor;
use std::sync::OnceLock;

/// Longest pattern, in bytes.
pub(super) const LONGEST: usize = 4_000;
/// Largest compiled pattern, in bytes: a rule book is not to slow a batch down.
const LARGEST: usize = 8 << 20;
/// Beginnings that are worth looking for before a pattern is compiled.
const BEGINNINGS: usize = 400;

/// A pattern with its exceptions, over texts that went through `plain`.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    is: Lazy,
    /// The exceptions as one pattern, which costs less to compile than several.
    unless: Option<Lazy>,
    /// What a match can begin with; `None` where that is not known.
    beginnings: Option<Vec<Vec<u8>>>,
}

impl Pattern {
    /// A pattern with its exceptions. What does not compile matches nothing: a rule book is
    /// checked before its patterns come here.
    pub fn new(is: String, unless: Vec<String>) -> Pattern {
        Pattern {
            beginnings: beginnings(&is),
            is: Lazy::new(is),
            unless: (!unless.is_empty())
                .then(|| Lazy::new(format!("(?:{})", unless.join(")|(?:")))),
        }
    }

    /// Whether a text matches, and none of the exceptions does.
    pub fn matches(&self, plain: &str) -> bool {
        let text = plain.as_bytes();
        if !self.is.is_ready()
            && self
                .beginnings
                .as_ref()
                .is_some_and(|all| !begins(text, all))
        {
            return false;
        }
        self.is.matches(text)
            && !self
                .unless
                .as_ref()
                .is_some_and(|unless| unless.matches(text))
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.is == other.is && self.unless == other.unless
    }
}

/// A regular expression that is compiled when it is first used.
#[derive(Debug, Clone)]
struct Lazy {
    text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Lazy {
    fn new(text: String) -> Lazy {
        Lazy {
            text,
            compiled: OnceLock::new(),
        }
    }

    fn is_ready(&self) -> bool {
        self.compiled.get().is_some()
    }

    fn matches(&self, text: &[u8]) -> bool {
        let compiled = self.compiled.get_or_init(|| compile(&self.text).ok());
        compiled.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}

impl PartialEq for Lazy {
    fn eq(&self, other: &Lazy) -> bool {
        self.text == other.text
    }
}

/// A pattern over bytes: texts are ASCII by the time they are matched.
pub(super) fn compile(text: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(text)
        .unicode(false)
        .size_limit(LARGEST)
        .build()
}

/// What every match of a pattern begins with.
fn beginnings(text: &str) -> Option<Vec<Vec<u8>>> {
    let parsed = ParserBuilder::new()
        .unicode(false)
        .utf8(false)
        .build()
        .parse(text)
        .ok()?;
    let found = Extractor::new().limit_total(BEGINNINGS).extract(&parsed);
    let literals = found.literals()?;
    let all: Vec<Vec<u8>> = literals.iter().map(|one| one.as_bytes().to_vec()).collect();
    (!all.is_empty() && all.iter().all(|one| !one.is_empty())).then_some(all)
}

fn begins(text: &[u8], beginnings: &[Vec<u8>]) -> bool {
    beginnings
        .iter()
        .any(|one| text.windows(one.len()).any(|window| window == one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_compiled_only_where_it_may_match() {
        let pattern = Pattern::new(r"\b(cheap|dear)er\b".into(), vec![r"\bnot\b".into()]);
        assert!(!pattern.matches("it is quicker"));
        assert!(!pattern.is.is_ready());
        assert!(pattern.matches("it is cheaper"));
        assert!(!pattern.matches("it is not dearer"));
        assert!(!pattern.matches("it is dear"));
    }
}
