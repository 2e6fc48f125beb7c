//! The files a writer may edit: compiled in, each replaceable by path.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// Every template and the style file, by path below `templates/`.
const BUILT_IN: [(&str, &str); 16] = [
    (
        "markdown/blocks.md",
        include_str!("../../templates/markdown/blocks.md"),
    ),
    (
        "markdown/diagram.md",
        include_str!("../../templates/markdown/diagram.md"),
    ),
    (
        "markdown/prose.md",
        include_str!("../../templates/markdown/prose.md"),
    ),
    (
        "markdown/report.md",
        include_str!("../../templates/markdown/report.md"),
    ),
    (
        "markdown/table.md",
        include_str!("../../templates/markdown/table.md"),
    ),
    (
        "typst/blocks.typ",
        include_str!("../../templates/typst/blocks.typ"),
    ),
    (
        "typst/charts.typ",
        include_str!("../../templates/typst/charts.typ"),
    ),
    (
        "typst/drawing.typ",
        include_str!("../../templates/typst/drawing.typ"),
    ),
    (
        "typst/drawings-of-results.typ",
        include_str!("../../templates/typst/drawings-of-results.typ"),
    ),
    (
        "typst/drawings-over-time.typ",
        include_str!("../../templates/typst/drawings-over-time.typ"),
    ),
    (
        "typst/house.typ",
        include_str!("../../templates/typst/house.typ"),
    ),
    (
        "typst/prose.typ",
        include_str!("../../templates/typst/prose.typ"),
    ),
    (
        "typst/report.typ",
        include_str!("../../templates/typst/report.typ"),
    ),
    (
        "typst/style.typ",
        include_str!("../../templates/typst/style.typ"),
    ),
    (
        "typst/tables.typ",
        include_str!("../../templates/typst/tables.typ"),
    ),
    (
        "typst/text.typ",
        include_str!("../../templates/typst/text.typ"),
    ),
];

/// The style files, by name below `typst/`: Typst as it is, and no templates. The first is the one
/// that main files import; `house.typ` holds the parameters that an organisation replaces.
pub(crate) const STYLE_FILES: [&str; 7] = [
    "style.typ",
    "house.typ",
    "text.typ",
    "tables.typ",
    "drawing.typ",
    "drawings-over-time.typ",
    "drawings-of-results.typ",
];

/// A set of templates: those compiled in, with some replaced.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<&'static str, Cow<'static, str>>,
}

impl Default for Templates {
    fn default() -> Self {
        let files = BUILT_IN.map(|(path, text)| (path, Cow::Borrowed(text)));
        Self {
            files: files.into(),
        }
    }
}

impl Templates {
    /// The paths that can be replaced, in order.
    pub fn paths() -> impl Iterator<Item = &'static str> {
        BUILT_IN.into_iter().map(|(path, _)| path)
    }

    /// Replaces the file at `path`.
    ///
    /// # Errors
    ///
    /// Where there is no such file, so that a misspelt name is not silently without effect.
    pub fn replace(&mut self, path: &str, text: String) -> Result<(), TemplateFault> {
        match self.files.get_mut(path) {
            Some(file) => {
                *file = Cow::Owned(text);
                Ok(())
            }
            None => Err(TemplateFault(format!(
                "There is no template {path}. There are: {}.",
                Self::paths().collect::<Vec<_>>().join(", ")
            ))),
        }
    }

    /// The text of the file at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// Every file with its path, in order of the paths.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.files.iter().map(|(path, text)| (*path, text.as_ref()))
    }

    /// The templates of one format, by their path below it.
    pub(super) fn of(&self, format: &str) -> Vec<(&'static str, &str)> {
        let below = |path: &'static str| path.strip_prefix(format)?.strip_prefix('/');
        let files = self.files.iter();
        let named = files.filter_map(|(path, text)| Some((below(path)?, text.as_ref())));
        named
            .filter(|(name, _)| !STYLE_FILES.contains(name))
            .collect()
    }

    /// The style files, by name, in the order of [`STYLE_FILES`].
    pub(crate) fn style_files(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let text = |name| self.files.get(format!("typst/{name}").as_str());
        STYLE_FILES
            .into_iter()
            .filter_map(move |name| Some((name, text(name)?.as_ref())))
    }
}

/// A template that cannot be used, said with its name and the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault(String);

impl TemplateFault {
    pub(super) fn new(error: tera::Error) -> Self {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            message = format!("{message}: {inner}");
            cause = inner.source();
        }
        Self(message)
    }
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Error for TemplateFault {}

#[cfg(test)]
mod tests {
    use super::super::Renderer;
    use super::*;
    use crate::report::model::{DocumentKind, Meta, Report, ShownDate};
    use time::macros::date;

    fn report() -> Report {
        let on = date!(2026 - 02 - 01);
        let shown = "1 February 2026".to_owned();
        let meta = Meta::new("x", "Title", DocumentKind::Memo, ShownDate { on, shown });
        Report {
            meta,
            blocks: Vec::new(),
        }
    }

    #[test]
    fn a_template_can_be_replaced() {
        let mut templates = Templates::default();
        let text = "{{ meta.title }}: {{ meta.kind.label }}".to_owned();
        templates.replace("markdown/report.md", text).unwrap();
        let renderer = Renderer::new(&templates).unwrap();
        assert_eq!(renderer.markdown(&report()).unwrap(), "Title: Memorandum");
    }

    #[test]
    fn a_misspelt_name_is_told_from_the_right_ones() {
        let fault = Templates::default().replace("markdown/reprot.md", String::new());
        let told = fault.unwrap_err().to_string();
        assert!(told.starts_with("There is no template markdown/reprot.md. There are: markdown/"));
    }

    #[test]
    fn a_faulty_template_is_told_with_its_place() {
        let mut templates = Templates::default();
        let told = |text: &str, templates: &mut Templates| {
            templates
                .replace("typst/report.typ", text.to_owned())
                .unwrap();
            match Renderer::new(templates) {
                Err(fault) => fault.to_string(),
                Ok(renderer) => renderer.typst(&report(), None).unwrap_err().to_string(),
            }
        };
        let unclosed = told("line\n{{ meta.title", &mut templates);
        assert!(unclosed.contains("report.typ"), "{unclosed}");
        let unknown = told("line\n{{ meta.titel }}", &mut templates);
        assert!(
            unknown.contains("titel") && unknown.contains("report.typ"),
            "{unknown}"
        );
    }
}
