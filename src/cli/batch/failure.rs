//! A decision that gave no documents: what failed, and what is told of it.

use super::scan::Scanned;
use super::work::Failed;
use crate::batch::Refused;
use crate::cli::Status;
use serde_json::Value;

/// A file, or a line of one, that gave no documents.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The file as it was named, and the line where it holds several decisions.
    pub source: String,
    /// The id, where it is known.
    pub id: Option<String>,
    /// What failed.
    pub kind: Failing,
    /// What is told, each fault drawn for people.
    pub told: Vec<String>,
    /// The same for programs, where it is more than text.
    pub json: Vec<Value>,
}

/// What failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failing {
    /// The decision is refused.
    Refused,
    /// The program failed over it.
    Fault,
    /// Its file cannot be read.
    Unreadable,
    /// A file of it cannot be written.
    Unwritable,
    /// No file can be written.
    Disk,
}

impl Failing {
    /// The word that it is told by.
    pub fn word(self) -> &'static str {
        match self {
            Failing::Refused => "refused",
            Failing::Fault => "failed",
            Failing::Unreadable => "unreadable",
            Failing::Unwritable | Failing::Disk => "unwritable",
        }
    }

    /// How a run with such a failure ends.
    pub fn status(self) -> Status {
        match self {
            Failing::Refused | Failing::Fault => Status::Refused,
            Failing::Unreadable | Failing::Unwritable | Failing::Disk => Status::Incomplete,
        }
    }
}

impl Failure {
    /// The failure of an item that could not be read as a decision.
    pub fn scanned(source: &str, scanned: Scanned) -> Failure {
        let (id, kind, told, json) = match scanned {
            Scanned::Refused { id, told, json } => (id, Failing::Refused, told, json),
            Scanned::Unreadable(told) => (None, Failing::Unreadable, vec![told], Vec::new()),
            Scanned::Sound { id, .. } => (Some(id), Failing::Fault, Vec::new(), Vec::new()),
        };
        Failure {
            source: source.to_string(),
            id,
            kind,
            told,
            json,
        }
    }

    /// A failure that a shard recorded.
    pub fn before(refused: &Refused) -> Failure {
        Failure {
            source: refused.source.clone(),
            id: refused.id.clone(),
            kind: if refused.unreadable {
                Failing::Unreadable
            } else {
                Failing::Refused
            },
            told: refused.why.clone(),
            json: Vec::new(),
        }
    }

    /// The failure of a decision that could not be rendered.
    pub fn failed(source: &str, id: &str, failed: Failed) -> Failure {
        let (kind, told) = match failed {
            Failed::Scanned(scanned) => {
                return Failure {
                    id: Some(id.to_string()),
                    ..Failure::scanned(source, *scanned)
                };
            }
            Failed::Unprintable(told) => (Failing::Refused, told),
            Failed::Fault(told) => (Failing::Fault, told),
            Failed::Write(fault) if fault.is_general => (Failing::Disk, fault.told),
            Failed::Write(fault) => (Failing::Unwritable, fault.told),
        };
        Failure {
            source: source.to_string(),
            id: Some(id.to_string()),
            kind,
            told: vec![told],
            json: Vec::new(),
        }
    }

    /// What went wrong, in a line.
    pub fn line(&self) -> String {
        let told = self.told.first().map_or("", String::as_str);
        let first = told.lines().next().unwrap_or_default();
        let said = first.trim_start_matches("error");
        let said = match (said.strip_prefix('['), said.find("]: ")) {
            (Some(_), Some(at)) => &said[at + 3..],
            _ => said.trim_start_matches(": "),
        };
        match self.told.len() {
            0 | 1 => said.to_string(),
            count => format!("{said} (and {} more)", count - 1),
        }
    }
}
