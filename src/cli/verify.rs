//! `boardbrief verify FILE.pdf…`: whether a PDF says what the decision it carries comes to.

use super::load::{self, Own};
use super::{Status, console, files};
use crate::pipeline::Pipeline;
use crate::verify::{Verification, verify};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Say whether a PDF is what the decision that it carries comes to
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief verify portal.pdf                          agrees, differs (and where), or cannot tell
  boardbrief verify board-pack/*.pdf --json             one JSON object for each
  boardbrief verify portal.pdf --policy house.toml      where it was made by an own policy

Exit status: 0 all agree; 1 one differs; 3 of one it cannot be told.")]
pub struct Arguments {
    /// PDF files that boardbrief wrote
    #[arg(required = true, value_name = "FILE.pdf")]
    files: Vec<PathBuf>,
    /// Print as JSON, one object for each file
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    own: Own,
}

/// Verifies each file; one that differs does not keep the others from being verified.
pub fn run(arguments: &Arguments) -> Status {
    let pipeline = match load::pipeline(&arguments.own) {
        Ok(pipeline) => pipeline,
        Err(status) => return status,
    };
    let statuses = arguments
        .files
        .iter()
        .map(|file| one(arguments, &pipeline, file));
    statuses.max().unwrap_or(Status::Done)
}

fn one(arguments: &Arguments, pipeline: &Pipeline, file: &Path) -> Status {
    let pdf = match files::read_up_to(file, files::MAX_PDF) {
        Ok(pdf) => pdf,
        Err(told) => {
            console::note(&told);
            return Status::Incomplete;
        }
    };
    let found = verify(pipeline, &pdf);
    if arguments.json {
        let mut told = json!(found);
        told["file"] = json!(file.display().to_string());
        console::result(&format!("{told}\n"));
    } else {
        console::result(&format!("{}: {}", file.display(), words(&found)));
    }
    match found {
        Verification::Agrees { .. } => Status::Done,
        Verification::Differs { .. } => Status::Refused,
        Verification::CannotTell { .. } => Status::Incomplete,
    }
}

fn words(found: &Verification) -> String {
    match found {
        Verification::Agrees { id, document, hash } => {
            format!("agrees with the decision {id} that it carries ({document}, {hash})\n")
        }
        Verification::Differs { differences } => differences.iter().fold(
            "differs from what the decision that it carries comes to\n".to_string(),
            |told, one| {
                let (place, found, expected) = (&one.place, &one.found, &one.expected);
                format!("{told}  {place}: {found}, instead of {expected}\n")
            },
        ),
        Verification::CannotTell { because, hint } => {
            format!("cannot tell: {because}\n  help: {hint}\n")
        }
    }
}
