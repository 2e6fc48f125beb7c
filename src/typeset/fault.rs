//! Why a document could not be typeset.

use std::error::Error;
use std::fmt;

use typst::diag::SourceDiagnostic;

use super::world::DocumentWorld;

/// Why a document could not be typeset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypesetFault {
    /// Characters that no font at hand has, in order of first use.
    Unsupported(Vec<char>),
    /// What Typst or a standard says against the document, each with the place.
    Refused(Vec<String>),
    /// The system gave no thread.
    Thread(String),
}

impl TypesetFault {
    pub(super) fn refused(world: &DocumentWorld, diagnostics: &[SourceDiagnostic]) -> Self {
        Self::Refused(
            diagnostics
                .iter()
                .map(|found| world.describe(found))
                .collect(),
        )
    }
}

impl fmt::Display for TypesetFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported(characters) => {
                formatter.write_str("the text has characters that no font at hand has: ")?;
                let named = characters
                    .iter()
                    .map(|c| format!("{} (U+{:04X})", c.escape_debug(), u32::from(*c)));
                formatter.write_str(&named.collect::<Vec<_>>().join(", "))
            }
            Self::Refused(reasons) => formatter.write_str(&reasons.join("; ")),
            Self::Thread(reason) => write!(formatter, "no thread to typeset in: {reason}"),
        }
    }
}

impl Error for TypesetFault {}
