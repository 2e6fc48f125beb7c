//! Loads decisions for every command: read, parse, and tell everything that is wrong.

use super::{Status, console, files};
use crate::decision::{Decision, Source};
use crate::diagnostics::{self, Diagnostic};
use std::path::Path;

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Form {
    /// For people: the source line, underlined.
    #[default]
    Full,
    /// One line for each.
    Short,
    /// One JSON object for each.
    Json,
}

/// A decision with the text it was read from.
pub struct Loaded {
    /// The text.
    pub source: Source,
    /// The decision.
    pub decision: Decision,
}

/// The decision in a file; where there is none, the reasons have been told.
pub fn load(path: &Path, form: Form) -> Result<Loaded, Status> {
    let source = open(path, form)?;
    match Decision::from_source(&source) {
        Ok(decision) => Ok(Loaded { source, decision }),
        Err(faults) => {
            tell(&faults, &source, form);
            Err(Status::Refused)
        }
    }
}

/// The text of a file.
pub fn open(path: &Path, form: Form) -> Result<Source, Status> {
    let bytes = files::read(path).map_err(|told| {
        console::note(&told);
        Status::Incomplete
    })?;
    let name = path.display().to_string();
    Source::from_bytes(&name, bytes).map_err(|fault| {
        tell(&[fault], &Source::new(name, ""), form);
        Status::Refused
    })
}

/// Tells diagnostics on standard error, and how many there are.
pub fn tell(faults: &[Diagnostic], source: &Source, form: Form) {
    for fault in faults {
        match form {
            Form::Full => console::note(&(diagnostics::draw(fault, source) + "\n")),
            Form::Short => console::note(&diagnostics::one_line(fault, source)),
            Form::Json => console::note(&diagnostics::as_json(fault, source).to_string()),
        }
    }
    if form == Form::Full && faults.len() > 1 {
        console::note(&format!("{} faults in {}", faults.len(), source.name()));
    }
}
