//! Report → text: Markdown for reading and pasting, and the thin Typst main that becomes a PDF.
//!
//! Both are written by Tera templates that a writer may edit; see `templates/`. **Text from a user
//! reaches Typst only as a string literal and Markdown only escaped**: each format has its own Tera
//! instance whose escape function sees every value, so a template cannot forget. What a template may
//! write as it is, it gets from a filter named for it (`number`, `code_span`, `safe_url`).

mod markdown;
mod templates;
mod typst;
mod url;

use serde::Serialize;
use tera::{Context, Tera};

use crate::report::model::Report;

pub(crate) use templates::STYLE_FILES;
pub use templates::{TemplateFault, Templates};

/// A filter for pandoc that makes of a document's Markdown a Word file that looks its part.
pub const WORD_FILTER: &str = include_str!("../../templates/word.lua");

/// What the file that a PDF carries is called and is; its content goes to the typesetter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttachmentNote {
    /// Name of the file, `developer-portal.json`.
    pub name: String,
    /// Its media type, `application/json` or `application/yaml`.
    pub mime: String,
    /// What it is, in a few words.
    pub description: String,
}

/// Writes reports in both formats. Making one parses the templates; it then serves any number of
/// reports, from any number of threads.
#[derive(Debug)]
pub struct Renderer {
    markdown: Tera,
    typst: Tera,
}

impl Renderer {
    /// A renderer with the given templates.
    ///
    /// # Errors
    ///
    /// Where a template cannot be parsed; the fault names it and the place.
    pub fn new(templates: &Templates) -> Result<Self, TemplateFault> {
        Ok(Self {
            markdown: markdown::tera(templates)?,
            typst: typst::tera(templates)?,
        })
    }

    /// The report in Markdown (CommonMark with tables).
    ///
    /// # Errors
    ///
    /// Where a template asks for what a report does not have; never with the templates compiled in.
    pub fn markdown(&self, report: &Report) -> Result<String, TemplateFault> {
        let context = Context::from_serialize(report).map_err(TemplateFault::new)?;
        let text = self.markdown.render("report.md", &context);
        text.map(|written| markdown::finish(&written))
            .map_err(TemplateFault::new)
    }

    /// The report as a Typst main file, which only the typesetter's style file can complete.
    ///
    /// # Errors
    ///
    /// As for [`Renderer::markdown`].
    pub fn typst(
        &self,
        report: &Report,
        attachment: Option<&AttachmentNote>,
    ) -> Result<String, TemplateFault> {
        let mut context = Context::from_serialize(report).map_err(TemplateFault::new)?;
        context.insert("attachment", &attachment);
        let text = self.typst.render("report.typ", &context);
        text.map_err(TemplateFault::new)
    }
}
