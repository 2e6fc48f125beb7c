//! The world a document is typeset in: a few files in memory and the fonts compiled in.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};

use super::{Density, fonts};

/// The main file of every document. A `FileId` is never freed, so all documents share these few.
static MAIN_FILE: LazyLock<FileId> = LazyLock::new(|| file_id("main.typ"));
/// The file that a PDF carries.
static ATTACHED_FILE: LazyLock<FileId> = LazyLock::new(|| file_id("attached"));

/// How close a document is set, from roomy to closest: a file of one line, which the parameters
/// of the house are worked out from.
static DENSITIES: LazyLock<[Source; 4]> = LazyLock::new(|| {
    [0, 1, 2, 3]
        .map(|level| Source::new(file_id("density.typ"), format!("#let density = {level}\n")))
});

/// The id of a file of ours, by name.
pub(super) fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own names are well formed");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The standard library, with the marks for header cells and table summaries that accessible tables
/// need and that Typst still keeps behind a feature.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// What the fonts are called and hold.
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(fonts::FACES.iter())));

/// One document and what it shares with all others.
pub(super) struct DocumentWorld {
    main: Source,
    style: Arc<Vec<Source>>,
    attached: Bytes,
    density: Density,
}

impl DocumentWorld {
    pub(super) fn new(
        style: Arc<Vec<Source>>,
        main: String,
        attached: Bytes,
        density: Density,
    ) -> Self {
        Self {
            main: Source::new(*MAIN_FILE, main),
            style,
            attached,
            density,
        }
    }

    /// Sets the document closer, if it may be.
    pub(super) fn set_closer(&mut self, closest: Density) -> bool {
        let next = match self.density {
            Density::Roomy => Density::Comfortable,
            Density::Comfortable => Density::Close,
            Density::Close | Density::Closest => Density::Closest,
        };
        let may_be = self.density < closest;
        if may_be {
            self.density = next;
        }
        may_be
    }

    /// A fault in words, with the file, the line and the hints.
    pub(super) fn describe(&self, found: &SourceDiagnostic) -> String {
        let place = found.span.id().and_then(|id| {
            let line = self
                .source(id)
                .ok()?
                .lines()
                .byte_to_line(self.range(found.span)?.start)?;
            Some(format!(
                "{}:{}: ",
                id.get().vpath().get_without_slash(),
                line + 1
            ))
        });
        let hints: String = found
            .hints
            .iter()
            .map(|hint| format!(" ({})", hint.v))
            .collect();
        format!("{}{}{hints}", place.unwrap_or_default(), found.message)
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        *MAIN_FILE
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let own = [&self.main, &DENSITIES[self.density as usize]];
        let found = own
            .into_iter()
            .chain(self.style.iter())
            .find(|file| file.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *ATTACHED_FILE {
            Ok(self.attached.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::FACES.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
