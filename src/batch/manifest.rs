//! The manifest: what a run read, what it made of it, and the hash of every file it wrote. It is
//! written last, so that where there is one, the run is whole.

use super::entry::Entry;
use super::identity::Identity;
use super::names::Shard;
use super::word;
use crate::decision::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The number of this form of a manifest; one of another number is not read.
pub const FORM: u32 = 1;

/// A run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of this manifest.
    pub form: u32,
    /// The version of the program.
    pub boardbrief: String,
    /// The date the portfolio speaks from; absent where no decision could be used.
    #[serde(with = "word::some_day")]
    pub as_of: Option<Date>,
    /// Which of how many shards this is; absent for a whole run.
    pub shard: Option<Shard>,
    /// What was asked for.
    pub request: Request,
    /// What documents were made from besides their decision, by a short key.
    pub made_by: BTreeMap<String, Identity>,
    /// SHA-256 of everything that the portfolio and the register were made from.
    pub portfolio_from: Option<String>,
    /// The portfolio and the register.
    pub files: Vec<FileRecord>,
    /// What could not be used, by file.
    pub refused: Vec<Refused>,
    /// Decisions that were approved and whose content has changed since, by id.
    pub changed_after_approval: Vec<String>,
    /// Files that former runs wrote to the folder, by path, which are still there and are no part of
    /// this run; absent where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_over: Vec<String>,
    /// Decisions that a former run of this folder found approved and that this one could not use or
    /// was not given, by id: their papers stand. Absent where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approved_before: Vec<Entry>,
    /// The decisions, by id.
    pub decisions: Vec<Entry>,
}

/// What a run was asked for; a rerun that asks for something else renders again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which document: `brief`, `memo` or `note`.
    pub document: String,
    /// In which formats: `md`, `pdf`.
    pub formats: Vec<String>,
    /// The date the portfolio was told to speak from.
    #[serde(with = "word::some_day")]
    pub as_of: Option<Date>,
    /// SHA-256 of the manifest of the run that this one was compared with.
    pub previous: Option<String>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Its path below the folder of the run, with `/` between the parts.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

impl FileRecord {
    /// The record of a file with the given bytes.
    pub fn of(path: impl Into<String>, bytes: &[u8]) -> FileRecord {
        FileRecord {
            path: path.into(),
            bytes: bytes.len() as u64,
            sha256: super::identity::sha256(bytes),
        }
    }
}

/// A file, or a line of one, that gave no documents.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Refused {
    /// The file as it was named, and the line where it holds several decisions.
    pub source: String,
    /// The id, where it could be read.
    pub id: Option<String>,
    /// Whether the file could not be read at all; otherwise its content was refused.
    pub unreadable: bool,
    /// Why, each a line.
    pub why: Vec<String>,
}

/// Why a manifest cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// It is none, or is torn.
    Malformed(String),
    /// It is of another form.
    OtherForm(u32),
}

impl Manifest {
    /// The manifest that a text holds.
    pub fn parse(bytes: &[u8]) -> Result<Manifest, Unusable> {
        #[derive(Deserialize)]
        struct Form {
            form: u32,
        }
        let malformed = |fault: serde_json::Error| Unusable::Malformed(fault.to_string());
        match serde_json::from_slice::<Manifest>(bytes) {
            Ok(manifest) if manifest.form == FORM => Ok(manifest),
            Ok(manifest) => Err(Unusable::OtherForm(manifest.form)),
            Err(fault) => match serde_json::from_slice::<Form>(bytes) {
                Ok(Form { form }) if form != FORM => Err(Unusable::OtherForm(form)),
                _ => Err(malformed(fault)),
            },
        }
    }

    /// The path of every file that this run or one before it wrote to the folder, but for the
    /// manifest itself.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let decisions = self.decisions.iter().flat_map(|entry| &entry.files);
        let files = self.files.iter().chain(decisions);
        files
            .map(|file| file.path.as_str())
            .chain(self.left_over.iter().map(String::as_str))
    }

    /// The manifest as text: one decision a line, so that two runs can be compared line by line.
    ///
    /// # Errors
    ///
    /// None that can happen: everything in a manifest can be written as JSON.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        let head = Manifest {
            decisions: Vec::new(),
            ..self.clone_head()
        };
        let head = serde_json::to_string_pretty(&head)?;
        let head = head
            .strip_suffix("\"decisions\": []\n}")
            .unwrap_or_default()
            .to_string();
        let mut text = head + "\"decisions\": [";
        for (at, entry) in self.decisions.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            // Writing to a String cannot fail.
            let _ = write!(text, "{comma}\n{}", serde_json::to_string(entry)?);
        }
        text.push_str("\n]}\n");
        Ok(text)
    }

    /// Everything but the decisions.
    fn clone_head(&self) -> Manifest {
        Manifest {
            form: self.form,
            boardbrief: self.boardbrief.clone(),
            as_of: self.as_of,
            shard: self.shard,
            request: self.request.clone(),
            made_by: self.made_by.clone(),
            portfolio_from: self.portfolio_from.clone(),
            files: self.files.clone(),
            refused: self.refused.clone(),
            changed_after_approval: self.changed_after_approval.clone(),
            left_over: self.left_over.clone(),
            approved_before: self.approved_before.clone(),
            decisions: Vec::new(),
        }
    }
}
