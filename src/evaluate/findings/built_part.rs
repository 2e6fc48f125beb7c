//! `upkeep-of-built-part`: with a hybrid, the question of upkeep is about the built part alone.

use super::finding;
use crate::evaluate::output::{Finding, Verdict};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// With a hybrid, the question of upkeep is about the built part alone.
pub(super) fn built_part(told: &Told) -> Option<Finding> {
    (told.verdict == Verdict::Hybrid).then(|| {
        let text = Phrase::new("The question of upkeep now concerns only the part that we build: ")
            .then(say::names(told.apart(), "and"))
            .text(".");
        finding("upkeep-of-built-part", text, ["/maintenance".to_string()])
    })
}
