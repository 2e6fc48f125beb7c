//! The first pass: every file is read once, for the hash of its text and its id. A decision whose
//! text is known from before is not parsed again.

use super::discover::Item;
use super::threads;
use crate::batch::identity::sha256;
use crate::batch::names;
use crate::cli::files;
use crate::decision::source::MAX_BYTES;
use crate::decision::{Decision, Node, Source};
use crate::diagnostics::{self, Diagnostic};
use crate::pipeline::Pipeline;
use std::collections::HashMap;

/// What the first pass found of an item.
#[derive(Debug, Clone)]
pub enum Scanned {
    /// A decision that can be rendered.
    Sound {
        /// Its id.
        id: String,
        /// SHA-256 of its text.
        content: String,
    },
    /// Its content is refused.
    Refused {
        /// Its id, where that much could be read.
        id: Option<String>,
        /// What is told, each fault drawn for people.
        told: Vec<String>,
        /// The same for programs.
        json: Vec<serde_json::Value>,
    },
    /// It could not be read.
    Unreadable(String),
}

/// The decision of an item with the text it was read from.
pub struct Loaded {
    /// The text.
    pub source: Source,
    /// The decision, as meant.
    pub decision: Decision,
    /// SHA-256 of the text.
    pub content: String,
}

/// The first pass over all items, in their order. `known` holds the ids of texts that were accepted
/// by this same program before.
pub fn scan(
    items: &[Item],
    known: &HashMap<String, String>,
    pipeline: &Pipeline,
    jobs: usize,
) -> Vec<Scanned> {
    threads::map(items, jobs, |item| {
        let bytes = match read(item) {
            Ok(bytes) => bytes,
            Err(told) => return Scanned::Unreadable(told),
        };
        let content = sha256(&bytes);
        if let Some(id) = known.get(&content) {
            return Scanned::Sound {
                id: id.clone(),
                content,
            };
        }
        match parse(item, bytes, pipeline) {
            Ok(loaded) => Scanned::Sound {
                id: loaded.decision.id,
                content,
            },
            Err(refused) => *refused,
        }
    })
}

/// The decision of an item that was scanned before.
pub fn load(item: &Item, pipeline: &Pipeline) -> Result<Loaded, Box<Scanned>> {
    let bytes = read(item).map_err(|told| Box::new(Scanned::Unreadable(told)))?;
    parse(item, bytes, pipeline)
}

fn read(item: &Item) -> Result<Vec<u8>, String> {
    match item.line {
        None => files::read(&item.path),
        Some((_, start, length)) => {
            files::read_stretch(&item.path, start, length.min(MAX_BYTES + 1))
        }
    }
}

fn parse(item: &Item, bytes: Vec<u8>, pipeline: &Pipeline) -> Result<Loaded, Box<Scanned>> {
    let content = sha256(&bytes);
    let name = match item.line {
        // A line is JSON whatever its file is called.
        Some(_) => format!("{}.json", item.shown),
        None => item.shown.clone(),
    };
    let source = Source::from_bytes(&name, bytes)
        .map_err(|fault| refused(item, &Source::new(&name, ""), &fault, None))?;
    let node = source
        .parse()
        .map_err(|faults| refused(item, &source, &faults, None))?;
    let decision =
        Decision::from_node(&node).map_err(|faults| refused(item, &source, &faults, id(&node)))?;
    let holes = pipeline.unprintable(&node);
    if !holes.is_empty() {
        return Err(refused(item, &source, &holes, id(&node)));
    }
    Ok(Loaded {
        source,
        decision,
        content,
    })
}

/// The id of a decision that was refused for something else.
fn id(node: &Node) -> Option<String> {
    use crate::decision::source::Value;
    match &node.get("/id")?.value {
        Value::Text(id) | Value::Word(id) if names::is_slug(id) => Some(id.clone()),
        _ => None,
    }
}

fn refused(
    item: &Item,
    source: &Source,
    faults: &[Diagnostic],
    id: Option<String>,
) -> Box<Scanned> {
    let (shown, faults) = in_file(item, source, faults);
    Box::new(Scanned::Refused {
        id,
        told: faults
            .iter()
            .map(|fault| diagnostics::draw(fault, &shown))
            .collect(),
        json: faults
            .iter()
            .map(|fault| diagnostics::as_json(fault, &shown))
            .collect(),
    })
}

/// Faults of a line with their places in its file: as many empty lines stand before it.
fn in_file(item: &Item, source: &Source, faults: &[Diagnostic]) -> (Source, Vec<Diagnostic>) {
    let Some((number, ..)) = item.line else {
        return (source.clone(), faults.to_vec());
    };
    let before = number - 1;
    let text = "\n".repeat(before) + source.text();
    let moved = |fault: &Diagnostic| {
        let mut fault = fault.clone();
        let shift = |span: std::ops::Range<usize>| span.start + before..span.end + before;
        fault.span = fault.span.map(shift);
        for (span, _) in &mut fault.related {
            *span = shift(span.clone());
        }
        fault
    };
    let name = item.path.display().to_string();
    (Source::new(name, text), faults.iter().map(moved).collect())
}
