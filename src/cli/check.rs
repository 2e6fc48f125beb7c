//! `boardbrief check FILE…`: every error, with its place and what to write instead.

use super::load::{self, Form};
use super::{Status, console};
use std::path::PathBuf;

/// Check decision files: every fault, with its place and what to write instead
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Decision files, JSON or YAML
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How faults are written
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Form,
}

/// Checks each file; one that is refused does not keep the others from being checked.
pub fn run(arguments: &Arguments) -> Status {
    let mut worst = Status::Done;
    for file in &arguments.files {
        match load::load(file, arguments.format) {
            Ok(loaded) => {
                console::result(&format!(
                    "{}: {} is complete and legal\n",
                    file.display(),
                    loaded.decision.id
                ));
            }
            Err(status) => worst = worst.max(status),
        }
    }
    worst
}
