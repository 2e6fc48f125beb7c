//! The style of the house, in one place: paper, figures and dates, colours, typefaces, logo.
//!
//! What is compiled in stands in `templates/house.toml`; an organisation's file is laid over it.
//! **A style that cannot be read is refused:** every colour keeps the contrast that level AA of WCAG 2
//! asks for against what it stands on.

mod colour;
mod contrast;
mod file;
mod media;
mod retold;
mod typst;

use crate::batch::identity::sha256;
use crate::decision::Source;
use crate::diagnostics::Diagnostic;
use crate::display::Conventions;

pub use colour::Colour;
pub use retold::retold;

/// The style compiled in, as a writer may copy it.
pub const BUILT_IN: &str = include_str!("../../templates/house.toml");

/// The paper that pages are laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216 A4, 210 by 297 mm.
    A4,
    /// US Letter, 8.5 by 11 in.
    UsLetter,
}

/// A typeface of an organisation's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typeface {
    /// The name of its family, as the files give it.
    pub family: String,
    /// The font files.
    pub files: Vec<Vec<u8>>,
}

impl Typeface {
    /// The typefaces that a font file holds, for what the typefaces of a style lack.
    ///
    /// # Errors
    ///
    /// What is wrong with the file, and what to do about it.
    pub fn all_in(bytes: Vec<u8>) -> Result<Vec<Typeface>, (String, String)> {
        media::further(bytes)
    }
}

/// The format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}

/// The logo on the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// What the file is.
    pub format: Format,
    /// The file.
    pub bytes: Vec<u8>,
    /// What it shows, in words; never blank.
    pub alternative: String,
}

/// The style of a house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    /// The paper.
    pub paper: Paper,
    /// How figures and dates are written.
    pub conventions: Conventions,
    /// The colours by their names in the file, in its order.
    pub(crate) colours: Vec<(&'static str, Colour)>,
    /// The typeface of the text, where it is not ours.
    pub text: Option<Typeface>,
    /// The typeface of titles and verdicts, where it is not ours.
    pub titles: Option<Typeface>,
    /// Typefaces for what the others lack, in the order in which they are asked.
    pub further: Vec<Typeface>,
    /// The logo, where there is one.
    pub logo: Option<Logo>,
}

/// Reads a file that a style names, by the path it names it with; or says why it cannot.
pub type Fetch<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>, String>;

impl House {
    /// The style compiled in.
    ///
    /// # Panics
    ///
    /// Never: a test reads it.
    #[must_use]
    pub fn built_in() -> House {
        let nothing = |_: &str| Err("it is not there".to_string());
        file::laid_over(
            &colour::blank(),
            &Source::new("house.toml", BUILT_IN),
            &nothing,
        )
        .expect("the style compiled in is well-formed; a test reads it")
    }

    /// Everything that tells this style from another, as text: what documents are made from, but
    /// for the further typefaces.
    pub(crate) fn identity(&self) -> String {
        let faces = [&self.text, &self.titles].into_iter().flatten();
        let files = faces.flat_map(|face| face.files.iter());
        let hashes: String = files
            .chain(self.logo.as_ref().map(|logo| &logo.bytes))
            .map(|bytes| sha256(bytes))
            .collect();
        let style = House {
            further: Vec::new(),
            ..self.clone()
        };
        format!("{}{:?}{hashes}", style.typst(), self.conventions)
    }

    /// The further typefaces as text, empty where there are none.
    pub(crate) fn further_identity(&self) -> String {
        let files = self.further.iter().flat_map(|face| face.files.iter());
        files.map(|bytes| sha256(bytes)).collect()
    }

    /// The style compiled in with a file laid over it; `fetch` reads the files that it names.
    ///
    /// # Errors
    ///
    /// Every fault of the file, each with its place and what to write instead.
    pub fn from_toml(source: &Source, fetch: Fetch) -> Result<House, Vec<Diagnostic>> {
        file::laid_over(&Self::built_in(), source, fetch)
    }
}
