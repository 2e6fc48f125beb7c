//! The world a document is typeset in: a few files in memory and the fonts of a shelf: ours and those given.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};

use super::Density;
use super::fonts::{self, Coverage};
use crate::house::{House, Typeface};

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

/// What all documents of a house share: style files, fonts, logo.
#[derive(Debug)]
pub(super) struct Shelf {
    style: Vec<Source>,
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
    pub(super) coverage: Coverage,
    logo: Option<(FileId, Bytes)>,
}

impl Shelf {
    /// The shelf of a house with these style files, by name.
    pub(super) fn new<'a>(
        house: &House,
        files: impl Iterator<Item = (&'static str, &'a str)>,
    ) -> Self {
        let mut style = vec![Source::new(file_id("chosen.typ"), house.typst())];
        style.extend(files.map(|(name, text)| Source::new(file_id(name), text.to_owned())));
        // What every text falls back on; titles are set in a typeface of their own before that.
        let shared = house.text.iter().chain(&house.further);
        let by_family = families(shared);
        let titles = house.titles.iter().flat_map(faces_of);
        let faces = by_family.iter().flatten().cloned();
        let faces: Vec<Font> = titles
            .chain(fonts::FACES.iter().cloned())
            .chain(faces)
            .collect();
        let logo = house.logo.as_ref();
        Self {
            style,
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            coverage: Coverage::new(by_family.into_iter()),
            logo: logo.map(|logo| (file_id(logo.file_name()), Bytes::new(logo.bytes.clone()))),
        }
    }
}

/// The faces of a typeface.
fn faces_of(typeface: &Typeface) -> Vec<Font> {
    let files = typeface.files.iter();
    let faces = files.flat_map(|file| Font::iter(Bytes::new(file.clone())));
    faces
        .filter(|face| face.info().family == typeface.family)
        .collect()
}

/// The faces of typefaces, those of one family together: its files may have been named one by one.
fn families<'a>(typefaces: impl Iterator<Item = &'a Typeface>) -> Vec<Vec<Font>> {
    let mut families: Vec<Vec<Font>> = Vec::new();
    for face in typefaces.flat_map(faces_of) {
        let family = |faces: &&mut Vec<Font>| faces[0].info().family == face.info().family;
        match families.iter_mut().find(family) {
            Some(faces) => faces.push(face),
            None => families.push(vec![face]),
        }
    }
    families
}

/// One document and what it shares with all others.
pub(super) struct DocumentWorld {
    main: Source,
    shelf: Arc<Shelf>,
    attached: Bytes,
    density: Density,
}

impl DocumentWorld {
    pub(super) fn new(shelf: Arc<Shelf>, main: String, attached: Bytes, density: Density) -> Self {
        Self {
            main: Source::new(*MAIN_FILE, main),
            shelf,
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
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        *MAIN_FILE
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let own = [&self.main, &DENSITIES[self.density as usize]];
        let found = own
            .into_iter()
            .chain(self.shelf.style.iter())
            .find(|file| file.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match &self.shelf.logo {
            _ if id == *ATTACHED_FILE => Ok(self.attached.clone()),
            Some((logo, bytes)) if id == *logo => Ok(bytes.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
