//! Whether a PDF says what its decision comes to: the decision is taken out of it, or given for a
//! note that carries none, the document made again, and the two compared byte by byte.
//!
//! The same input gives the same bytes, so that a difference is a change to the file after it was
//! made. Where another version, policy or set of templates made it, nothing can be said, and that
//! is said.

mod carried;
mod compare;
mod text;

pub use compare::Difference;

use crate::decision::{Decision, Source};
use crate::pipeline::{Formats, MADE_WITH, Pipeline};
use crate::report::model::DocumentKind;
use carried::Carried;
use serde::Serialize;

/// What comes of comparing a PDF with what its decision comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub enum Verification {
    /// Every byte is as it was made.
    Agrees {
        /// The decision's id.
        id: String,
        /// Which document it is.
        document: &'static str,
        /// The short hash in its footer.
        hash: String,
    },
    /// Every file of a run is as its manifest records it.
    #[serde(rename = "agrees")]
    Whole {
        /// How many there are.
        files: usize,
        /// SHA-256 of the manifest.
        hash: String,
    },
    /// The file was changed after it was made.
    Differs {
        /// Where, and how.
        differences: Vec<Difference>,
    },
    /// The file carries no decision and none is given, or it was made by what is not at hand.
    CannotTell {
        /// Why.
        because: String,
        /// What to do about it.
        hint: String,
    },
}

/// Compares a PDF with what its decision comes to: the one that is given, by name and bytes, else the
/// one that it carries.
pub fn verify(pipeline: &Pipeline, pdf: &[u8], given: Option<(&str, &[u8])>) -> Verification {
    let is_ours = names_identity(pipeline, pdf);
    let carried = match Carried::of(pdf) {
        Ok(carried) => carried,
        // It says in one place that it was made with what is at hand, and so it was whole once.
        Err(because) if is_ours => {
            return Verification::Differs {
                differences: vec![Difference::new(
                    "the file",
                    because,
                    "the decision and the properties that it was written with",
                )],
            };
        }
        Err(because) => {
            return cannot_tell(
                &because,
                "give a brief, memo or note as boardbrief wrote it; printing it to a new file drops what it carries, and a portfolio has its hash in the manifest",
            );
        }
    };
    let attached = carried.decision.as_ref();
    let attached = attached.map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let decision = given.or(attached);
    let shows = |(name, decision)| shows_hash(pipeline, name, decision, pdf);
    if !is_ours
        && !decision.is_some_and(shows)
        && let Some(told) = made_elsewhere(pipeline, &carried)
    {
        return told;
    }
    let Some((name, decision)) = decision else {
        return cannot_tell(
            "a note to the team carries no decision, which holds more than a team is shown",
            "name the decision that it was made from with --decision FILE",
        );
    };
    match remade(pipeline, name, decision, carried.kind) {
        Ok((document, made, id, hash)) if made == pdf => Verification::Agrees {
            id,
            document: document.key(),
            hash,
        },
        Ok((_, made, ..)) => Verification::Differs {
            differences: compare::differences(pdf, &made),
        },
        Err(difference) => Verification::Differs {
            differences: vec![difference],
        },
    }
}

/// Whether a PDF says anywhere that what is at hand made it. It says so twice, in its properties and in
/// its metadata, and whoever changes the one has changed the file.
fn names_identity(pipeline: &Pipeline, pdf: &[u8]) -> bool {
    let said = format!("{MADE_WITH}{}", pipeline.identity());
    pdf.windows(said.len())
        .any(|bytes| bytes == said.as_bytes())
}

/// Whether the pages of a PDF show the hash that the decision has with what is at hand: whoever
/// changed what the file says of its maker, in both places, forgot the foot of the pages.
fn shows_hash(pipeline: &Pipeline, name: &str, decision: &[u8], pdf: &[u8]) -> bool {
    Source::from_bytes(name, decision.to_vec())
        .is_ok_and(|source| compare::shows(pdf, &pipeline.hash(&source)))
}

fn cannot_tell(because: &str, hint: &str) -> Verification {
    Verification::CannotTell {
        because: because.to_string(),
        hint: hint.to_string(),
    }
}

/// What to say where something else than this program, as it is set up, made the file.
fn made_elsewhere(pipeline: &Pipeline, carried: &Carried) -> Option<Verification> {
    let ours = concat!("boardbrief ", env!("CARGO_PKG_VERSION"));
    if carried.creator != ours {
        let maker = match carried.creator.as_str() {
            "" => "an unnamed program",
            name => name,
        };
        return Some(cannot_tell(
            &format!("the file was made with {maker}, and this is {ours}"),
            "verify it with the version that made it",
        ));
    }
    let made_with = carried
        .keywords
        .iter()
        .find_map(|keyword| keyword.strip_prefix(MADE_WITH));
    match made_with {
        Some(identity) if identity == pipeline.identity() => None,
        Some(identity) => Some(cannot_tell(
            &format!(
                "the file was made with the policy, templates and fonts {identity}, and those at hand are {}",
                pipeline.identity()
            ),
            "name the policy, rule book, style, templates and fonts that it was made with, as for `render`",
        )),
        None => Some(cannot_tell(
            "the file does not say with which policy, templates and fonts it was made",
            "give the PDF as boardbrief wrote it",
        )),
    }
}

type Remade = (DocumentKind, Vec<u8>, String, String);

/// The document that a decision comes to, or why the decision comes to none.
fn remade(
    pipeline: &Pipeline,
    name: &str,
    decision: &[u8],
    document: DocumentKind,
) -> Result<Remade, Difference> {
    let refused = |why: String| Difference::new("the decision", why, "a legal decision");
    let first = |faults: Vec<crate::diagnostics::Diagnostic>| {
        let message = faults.into_iter().next().map(|fault| fault.message);
        refused(message.unwrap_or_default())
    };
    let source = Source::from_bytes(name, decision.to_vec()).map_err(first)?;
    let decision = Decision::from_source(&source).map_err(first)?;
    let evaluation = pipeline.evaluate(&decision);
    let formats = Formats {
        markdown: false,
        pdf: true,
    };
    let made = pipeline
        .documents(&source, &decision, &evaluation, document, formats)
        .map_err(|fault| refused(fault.to_string()))?;
    let hash = pipeline.hash(&source);
    Ok((document, made.pdf.unwrap_or_default(), decision.id, hash))
}
