//! `boardbrief schema`: the JSON Schema of the decision file.

use super::{Status, console};

/// Print the JSON Schema of the decision file
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  boardbrief schema > boardbrief.schema.json   an editor then completes and checks decision files")]
pub struct Arguments {}

/// Prints the schema.
pub fn run(_: &Arguments) -> Status {
    console::result(&format!("{:#}\n", crate::decision::json_schema()));
    Status::Done
}
