//! `boardbrief verify FILE…`: whether a PDF says what the decision it carries comes to, and whether
//! the files of a run are those that its manifest records.

use super::batch::read_manifest;
use super::load::{self, Own};
use super::{Status, console, files};
use crate::batch::FileRecord;
use crate::pipeline::Pipeline;
use crate::verify::{Difference, Verification, verify};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Say whether a PDF is what the decision that it carries comes to, or a run what its manifest records
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief verify portal.pdf                          agrees, differs (and where), or cannot tell
  boardbrief verify board-pack/*.pdf --json             one JSON object for each
  boardbrief verify portal.pdf --policy house.toml      where it was made by an own policy
  boardbrief verify portal.note.pdf --decision portal.yaml   a note carries no decision
  boardbrief verify 2026-q4/manifest.json               every file of a run, by its hash

Exit status: 0 all agree; 1 one differs; 3 of one it cannot be told.")]
pub struct Arguments {
    /// PDF files that boardbrief wrote, and manifests of its runs
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print as JSON, one object for each file
    #[arg(long)]
    json: bool,
    /// Compare with this decision, not with the one that the PDF carries; a note carries none
    #[arg(long, value_name = "FILE")]
    decision: Option<PathBuf>,
    #[command(flatten)]
    own: Own,
}

/// Verifies each file; one that differs does not keep the others from being verified.
pub fn run(arguments: &Arguments) -> Status {
    let pipeline = match load::pipeline(&arguments.own) {
        Ok(pipeline) => pipeline,
        Err(status) => return status,
    };
    let given = match &arguments.decision {
        None => None,
        Some(path) => match files::read(path) {
            Ok(bytes) => Some((path.display().to_string(), bytes)),
            Err(told) => {
                console::note(&told);
                return Status::Incomplete;
            }
        },
    };
    let given = given
        .as_ref()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let statuses = arguments
        .files
        .iter()
        .map(|file| one(arguments, &pipeline, file, given));
    statuses.max().unwrap_or(Status::Done)
}

fn one(
    arguments: &Arguments,
    pipeline: &Pipeline,
    file: &Path,
    given: Option<(&str, &[u8])>,
) -> Status {
    let is_manifest = file.extension().is_some_and(|ending| ending == "json");
    let found = match is_manifest {
        true => run_of(file),
        false => files::read_up_to(file, files::MAX_PDF).map(|pdf| verify(pipeline, &pdf, given)),
    };
    let found = match found {
        Ok(found) => found,
        Err(told) => {
            console::note(&told);
            return Status::Incomplete;
        }
    };
    if arguments.json {
        let mut told = json!(found);
        told["file"] = json!(file.display().to_string());
        console::result(&format!("{told}\n"));
    } else {
        console::result(&format!("{}: {}", file.display(), words(&found)));
    }
    match found {
        Verification::Agrees { .. } | Verification::Whole { .. } => Status::Done,
        Verification::Differs { .. } => Status::Refused,
        Verification::CannotTell { .. } => Status::Incomplete,
    }
}

/// The files of a run against its manifest. Whether the manifest is the one that was written, its
/// signature says, which is made with the organisation's own tool.
fn run_of(path: &Path) -> Result<Verification, String> {
    let unread = || {
        let path = path.display();
        format!("error: {path} cannot be read: no such file or directory\n  help: check the path")
    };
    let told = |told: String| {
        let why = told.lines().next().unwrap_or_default();
        format!("{why}\n  help: give the manifest.json of a run, or a PDF")
    };
    let read = read_manifest(path).map_err(told)?;
    let (manifest, hash) = read.ok_or_else(unread)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let entries = manifest.decisions.iter();
    let files = entries
        .flat_map(|entry| &entry.files)
        .chain(&manifest.files);
    let mut differences = Vec::new();
    let mut count = 0;
    for file in files {
        count += 1;
        let found = match files::read_own(&folder.join(&file.path))? {
            None => "it is not there",
            Some(bytes) if FileRecord::of(&file.path, &bytes) == *file => continue,
            Some(_) => "other bytes",
        };
        let expected = format!("{} bytes with the SHA-256 {}", file.bytes, file.sha256);
        differences.push(Difference::new(&file.path, found, expected));
    }
    Ok(match differences.is_empty() {
        true => Verification::Whole { files: count, hash },
        false => Verification::Differs { differences },
    })
}

fn words(found: &Verification) -> String {
    match found {
        Verification::Agrees { id, document, hash } => {
            format!("agrees with the decision {id} ({document}, {hash})\n")
        }
        Verification::Differs { differences } => differences.iter().fold(
            "differs from what it was written as\n".to_string(),
            |told, one| {
                let (place, found, expected) = (&one.place, &one.found, &one.expected);
                format!("{told}  {place}: {found}, instead of {expected}\n")
            },
        ),
        Verification::Whole { files, hash } => {
            format!("agrees with the {files} files that it records (SHA-256 {hash})\n")
        }
        Verification::CannotTell { because, hint } => {
            format!("cannot tell: {because}\n  help: {hint}\n")
        }
    }
}
