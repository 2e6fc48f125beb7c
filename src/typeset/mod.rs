//! Typst main file → PDF, in memory: no disk, no packages, no clock, no fonts but ours and those given.
//!
//! What never changes (library, fonts, style files) is made once and lent to every document; a
//! document adds its main file and the decision it carries. The PDF is accessible (PDF/UA-1) and
//! archival (PDF/A-3a), and the same input gives the same bytes. **Nothing is dropped in silence:** a
//! character that no font at hand has is refused before typesetting, and whatever Typst would only
//! warn of is an error.

mod fault;
mod fonts;
mod world;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::house::{House, Logo, Typeface};
use crate::render::Templates;
use world::{DocumentWorld, Shelf};

pub use fault::TypesetFault;
pub use fonts::{font_families, font_files, unsupported_characters};

/// Typesetting recurses with the nesting of a document; the stack of a plain thread can be too small.
const STACK_BYTES: usize = 16 << 20;

/// Typst's cache is looked through after this many documents: other threads wait meanwhile.
const DOCUMENTS_A_LOOK: usize = 2;

/// How many looks a cached result outlives without being used: enough for the next document to find
/// it, and few enough to keep memory level over thousands.
const LOOKS: usize = 1;

/// Turns main files into PDFs with one set of style files. Serves any number of documents and threads.
#[derive(Debug)]
pub struct Typesetter {
    shelf: Arc<Shelf>,
}

impl Typesetter {
    /// A typesetter with the style files of the given templates, for the given house.
    #[must_use]
    pub fn new(templates: &Templates, house: &House) -> Self {
        Self {
            shelf: Arc::new(Shelf::new(house, templates.style_files())),
        }
    }

    /// The characters of a text that no font at hand has, each once, in order of first use; empty
    /// where all can be written. Spaces and line ends can. A mark too many on one letter counts as
    /// such a character.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<char> {
        self.shelf.coverage.missing(text)
    }

    /// Typesets a main file, written by [`crate::render::Renderer::typst`], into a PDF, on a thread
    /// of its own with a stack that is large enough.
    ///
    /// `ident` names the document for good: the same for every edition of it. `attachment` is the
    /// content of the file that the main file says it carries.
    ///
    /// # Errors
    ///
    /// Those of [`Typesetter::lay_out`] and [`LaidOut::pdf`], and [`TypesetFault::Thread`] where the
    /// system has no thread left.
    pub fn pdf(
        &self,
        ident: &str,
        main: String,
        attachment: Option<&[u8]>,
    ) -> Result<Vec<u8>, TypesetFault> {
        with_stack(|| self.lay_out(main, attachment, None)?.pdf(ident))?
    }

    /// Lays a main file out into pages, on the calling thread, whose stack must have room for it:
    /// see [`with_stack`]. Where pages are wanted, a document that does not fit is set closer; what does
    /// not fit even then takes the pages it needs.
    ///
    /// # Errors
    ///
    /// [`TypesetFault::Unsupported`] where the text holds what no font at hand has, and
    /// [`TypesetFault::Refused`] where Typst refuses the document or only warns, which with the
    /// templates compiled in does not happen.
    pub fn lay_out(
        &self,
        main: String,
        attachment: Option<&[u8]>,
        fit: Option<Fit>,
    ) -> Result<LaidOut, TypesetFault> {
        let unsupported = self.missing(&main);
        if !unsupported.is_empty() {
            return Err(TypesetFault::Unsupported(unsupported));
        }
        let data = Bytes::new(attachment.unwrap_or_default().to_vec());
        let density = fit.map_or(Density::Comfortable, |fit| fit.first.min(fit.closest));
        let mut world = DocumentWorld::new(Arc::clone(&self.shelf), main, data, density);
        let eviction = Eviction;
        let mut document = compile(&world)?;
        if let Some(fit) = fit {
            while document.pages().len() > fit.pages && world.set_closer(fit.closest) {
                document = compile(&world)?;
            }
        }
        Ok(LaidOut {
            document,
            world,
            _eviction: eviction,
        })
    }
}

/// The pages a document is wanted in, and how close it may be set to fit them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The most pages.
    pub pages: usize,
    /// How close it is set at first.
    pub first: Density,
    /// The closest it may be set.
    pub closest: Density,
}

/// How close a document is set: the size of its type and the space between its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// Larger, for documents that say little.
    Roomy,
    /// As it reads best.
    Comfortable,
    /// A little smaller, with less air.
    Close,
    /// As small as print can be for a reader of sixty.
    Closest,
}

/// Lays out one document; a warning is an error.
fn compile(world: &DocumentWorld) -> Result<PagedDocument, TypesetFault> {
    let laid_out = typst::compile::<PagedDocument>(world);
    let refused = |errors: &[SourceDiagnostic]| TypesetFault::refused(world, errors);
    let document = laid_out.output.map_err(|errors| refused(&errors))?;
    if laid_out.warnings.is_empty() {
        Ok(document)
    } else {
        Err(refused(&laid_out.warnings))
    }
}

/// Whether a logo can be drawn and kept in an archival PDF, found out by doing it.
///
/// # Errors
///
/// Why it cannot, in the words of Typst or of the standard.
pub fn drawable(logo: &Logo) -> Result<(), TypesetFault> {
    let house = House {
        logo: Some(logo.clone()),
        ..House::built_in()
    };
    let main = "#import \"chosen.typ\": logo\n\
        #set document(title: \"Logo\", date: datetime(year: 2000, month: 1, day: 1))\n\
        = Logo\n#image(logo.file, alt: logo.alt)\n";
    let typesetter = Typesetter {
        shelf: Arc::new(Shelf::new(&house, std::iter::empty())),
    };
    typesetter.pdf("logo", main.to_owned(), None).map(|_| ())
}

/// Whether glyphs of a font file can be kept in an archival PDF, found out by doing it with some.
///
/// # Errors
///
/// Why they cannot, in the words of Typst or of the standard.
pub fn embeddable(file: &[u8]) -> Result<(), TypesetFault> {
    let mut house = House::built_in();
    let mut main = "#import \"chosen.typ\": text-families\n\
        #set document(title: \"Font\", date: datetime(year: 2000, month: 1, day: 1))\n\
        #set text(font: text-families)\n= Font\n"
        .to_owned();
    for (family, sample) in fonts::samples(file) {
        house.further.push(Typeface {
            family,
            files: vec![file.to_vec()],
        });
        main.push_str(&format!("#\"{sample}\"\n\n"));
    }
    let typesetter = Typesetter {
        shelf: Arc::new(Shelf::new(&house, std::iter::empty())),
    };
    typesetter.pdf("font", main, None).map(|_| ())
}

/// A document that has been laid out. Dropping it lets go of what the documents before it left in
/// the cache, whether it was exported or not.
pub struct LaidOut {
    document: PagedDocument,
    world: DocumentWorld,
    _eviction: Eviction,
}

impl LaidOut {
    /// How many pages it has.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The document as a PDF.
    ///
    /// # Errors
    ///
    /// [`TypesetFault::Refused`] where a standard refuses the document, which with the templates
    /// compiled in does not happen.
    pub fn pdf(&self, ident: &str) -> Result<Vec<u8>, TypesetFault> {
        typst_pdf::pdf(&self.document, &options(ident))
            .map_err(|errors| TypesetFault::refused(&self.world, &errors))
    }
}

/// Does something on a thread whose stack is large enough for typesetting.
///
/// # Errors
///
/// [`TypesetFault::Thread`] where the system has no thread left.
pub fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, TypesetFault> {
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .name("typeset".to_owned())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, work)
            .map_err(|error| TypesetFault::Thread(error.to_string()))?;
        Ok(thread
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// Lets go of everything that documents so far left in the cache.
pub fn forget() {
    typst::comemo::evict(0);
}

/// Evicts stale results from Typst's cache when dropped, and so after a panic as well.
struct Eviction;

impl Drop for Eviction {
    fn drop(&mut self) {
        static DOCUMENTS: AtomicUsize = AtomicUsize::new(1);
        let before = DOCUMENTS.fetch_add(1, Ordering::Relaxed);
        if before.is_multiple_of(DOCUMENTS_A_LOOK) {
            typst::comemo::evict(LOOKS);
        }
    }
}

/// The standards a PDF keeps, and what its properties say of its maker.
fn options(ident: &str) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
    PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(
            concat!("boardbrief ", env!("CARGO_PKG_VERSION")).to_owned(),
        )),
        standards: standards.expect("PDF/A-3a and PDF/UA-1 share PDF 1.7"),
        ..PdfOptions::default()
    }
}
