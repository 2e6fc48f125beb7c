//! The files a writer may edit: compiled in, each replaceable by path.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

/// Every template and the style file, by path below `templates/`.
const BUILT_IN: [(&str, &str); 9] = [
    (
        "markdown/blocks.md",
        include_str!("../../templates/markdown/blocks.md"),
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
];

/// Path of the style file, which is Typst and no template.
pub(crate) const STYLE: &str = "typst/style.typ";

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

    /// Every file with its path, in order of the paths.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.files.iter().map(|(path, text)| (*path, text.as_ref()))
    }

    /// The files of one format, by their path below it. The style file is not among them.
    pub(super) fn of(&self, format: &str) -> Vec<(&'static str, &str)> {
        let files = self.files.iter().filter(|(path, _)| **path != STYLE);
        files
            .filter_map(|(path, text)| {
                let name = path.strip_prefix(format)?.strip_prefix('/')?;
                Some((name, text.as_ref()))
            })
            .collect()
    }

    /// The style file.
    #[must_use]
    pub fn style(&self) -> &str {
        &self.files[STYLE]
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
