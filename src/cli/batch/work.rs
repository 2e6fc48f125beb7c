//! One decision from its file to its documents on disk, set apart from all others: whatever goes
//! wrong with it is its own failure.

use super::discover::Item;
use super::scan::{self, Scanned};
use super::store::{Made, Store};
use crate::batch::{Entry, FileRecord, names};
use crate::cli::files::{self, WriteFault};
use crate::cli::load::Own;
use crate::cli::render::{Document, Format};
use crate::decision::Syntax;
use crate::pipeline::{Formats, Pipeline};
use crate::report::model::DocumentKind;
use std::panic::AssertUnwindSafe;
use std::path::Path;

/// Which documents a run makes.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The document.
    pub document: Document,
    /// Its formats.
    pub formats: Formats,
}

impl Wanted {
    /// What was asked for on the command line.
    pub fn new(document: Document, formats: &[Format]) -> Wanted {
        Wanted {
            document,
            formats: Formats {
                markdown: formats.contains(&Format::Md),
                pdf: formats.contains(&Format::Pdf),
            },
        }
    }

    /// The document as a kind of the model, and what its files are called after the decision.
    pub fn kind(self) -> (DocumentKind, &'static str) {
        match self.document {
            Document::Brief => (DocumentKind::Brief, ""),
            Document::Memo => (DocumentKind::Memo, ".memo"),
            Document::Note => (DocumentKind::Note, ".note"),
        }
    }

    /// The endings of the formats.
    pub fn endings(self) -> Vec<&'static str> {
        let all = [(self.formats.markdown, "md"), (self.formats.pdf, "pdf")];
        all.into_iter()
            .filter_map(|(wanted, ending)| wanted.then_some(ending))
            .collect()
    }

    /// The documents of a decision, by path below the folder of the run.
    pub fn files(self, id: &str) -> Vec<String> {
        let (_, suffix) = self.kind();
        let name = |ending: &&str| format!("{}{suffix}.{ending}", names::stem(id));
        self.endings().iter().map(name).collect()
    }
}

/// Why a decision has no documents.
#[derive(Debug)]
pub enum Failed {
    /// Its file is refused or cannot be read.
    Scanned(Box<Scanned>),
    /// A document cannot be printed with an organisation's own templates, style or fonts.
    Unprintable(String),
    /// A document cannot be printed, or the program failed over it.
    Fault(String),
    /// A file could not be written.
    Write(WriteFault),
}

/// What every decision of a run is made into documents with.
#[derive(Clone, Copy)]
pub struct Press<'a> {
    /// Which documents.
    pub wanted: Wanted,
    /// Policy, templates and fonts.
    pub pipeline: &'a Pipeline,
    /// Which of those are an organisation's own.
    pub own: &'a Own,
    /// The key of those in the manifest.
    pub made_by: &'a str,
    /// The folder that is written to.
    pub store: &'a Store,
}

/// Does something to one decision. A panic is a fault of ours in that one; the others have nothing
/// to do with it.
pub fn set_apart<T>(item: &Item, work: impl FnOnce() -> Result<T, Failed>) -> Result<T, Failed> {
    std::panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Failed::Fault(scan::failed(item))))
}

/// Renders a decision and writes its documents, under names that are not yet their final ones.
pub fn make(item: &Item, content: &str, press: Press) -> Result<Made, Failed> {
    let Press {
        wanted,
        pipeline,
        own,
        made_by,
        store,
    } = press;
    let loaded = scan::load(item, pipeline).map_err(Failed::Scanned)?;
    if loaded.content != content {
        let told = format!(
            "error: {} changed while the run was under way\n  help: run again",
            item.shown
        );
        return Err(Failed::Scanned(Box::new(Scanned::Unreadable(told))));
    }
    let decision = &loaded.decision;
    let evaluation = pipeline.evaluate(decision);
    let (kind, suffix) = wanted.kind();
    let documents = pipeline
        .documents_here(&loaded.source, decision, &evaluation, kind, wanted.formats)
        .map_err(|fault| {
            let blame = own.blame(&item.shown, &fault);
            match blame.is_theirs {
                true => Failed::Unprintable(blame.told),
                false => Failed::Fault(blame.told),
            }
        })?;
    let category = decision.category.as_deref();
    let is_commodity = category.is_some_and(|key| pipeline.market().category(key).is_some());
    let mut entry = Entry::new(
        decision,
        &evaluation,
        is_commodity,
        &item.shown,
        content,
        made_by,
    );
    let stem = names::stem(&decision.id);
    let ending = match loaded.source.syntax() {
        Syntax::Json => "json",
        Syntax::Yaml => "yaml",
    };
    let parts = [
        (
            format!("{stem}{suffix}.md"),
            documents.markdown.map(String::into_bytes),
        ),
        (format!("{stem}{suffix}.pdf"), documents.pdf),
        (
            format!("{}/{stem}.{ending}", names::DECISIONS),
            Some(loaded.source.text().as_bytes().to_vec()),
        ),
    ];
    let mut files = Vec::new();
    for (path, bytes) in parts {
        let Some(bytes) = bytes else { continue };
        let (record, staged) = store.stage(&path, &bytes).map_err(Failed::Write)?;
        entry.files.push(record);
        files.extend(staged);
    }
    Ok(Made { entry, files })
}

/// Takes an approved paper over from the last quarter, byte for byte.
pub fn take_over(entry: Entry, last: &Path, store: &Store) -> Result<Made, Failed> {
    let mut files = Vec::new();
    for file in &entry.files {
        let path = last.join(&file.path);
        let bytes = files::read_own(&path)
            .map_err(|told| Failed::Scanned(Box::new(Scanned::Unreadable(told))))?
            .unwrap_or_default();
        if FileRecord::of(&file.path, &bytes) != *file {
            let told = format!(
                "error: {} is not the approved paper that its manifest records\n  help: restore it, or render it again with --supersede",
                path.display()
            );
            return Err(Failed::Scanned(Box::new(Scanned::Unreadable(told))));
        }
        let (_, staged) = store.stage(&file.path, &bytes).map_err(Failed::Write)?;
        files.extend(staged);
    }
    Ok(Made { entry, files })
}
