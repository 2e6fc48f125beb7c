//! `boardbrief batch PATH… --out DIR`: every decision of a quarter in one run.

mod discover;
mod failure;
mod finish;
mod last;
mod progress;
mod run;
mod scan;
mod since;
mod store;
mod summary;
mod threads;
mod todo;
mod tray;
mod work;

pub use failure::Failure;
pub use finish::{Finish, finish};
pub use last::Last;
pub use since::reckon;
pub use store::{Store, read_manifest};
pub use summary::Summary;
pub use work::Wanted;

use run::OURS;

use super::render::{Document, Format};
use super::{Status, load};
use crate::batch::names::Shard;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Render every decision, and put them together into a portfolio and a register
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief batch decisions --out 2026-q4                     a folder, with all folders in it
  boardbrief batch decisions --out 2026-q4                     again: renders what changed, and says why
  boardbrief batch decisions --out 2026-q4 --previous 2026-q3  what moved since last quarter
  boardbrief batch all.ndjson --out 2026-q4 --shard 0/4        a quarter of it; see `merge`

A file ending in .ndjson or .jsonl holds a decision a line. In a folder, every .json, .yaml, .yml,
.ndjson and .jsonl file is a decision; hidden files and --out itself are passed over.")]
pub struct Arguments {
    /// Decision files, folders of them, or patterns such as 'decisions/*.json'
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The folder to write to; made where it is missing
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The folder of a former run, to say what moved since
    #[arg(long, value_name = "DIR")]
    pub previous: Option<PathBuf>,
    /// Decisions rendered at a time; as many as there are cores where it is not given
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Do the I-th of N parts, counted from 0; `merge` puts them together
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// Stop at the first decision that is refused or fails
    #[arg(long)]
    pub fail_fast: bool,
    /// Replace approved papers whose decision has changed
    #[arg(long)]
    pub supersede: bool,
    /// The date the portfolio speaks from; the latest of the decisions' where it is not given
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<crate::decision::Date>,
    /// Which document is made of each decision
    #[arg(long, value_enum, default_value_t, value_name = "DOCUMENT")]
    pub document: Document,
    /// In which formats, with commas between them
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Md, Format::Pdf], value_name = "FORMATS")]
    pub format: Vec<Format>,
    #[command(flatten)]
    pub own: load::Own,
    /// Print the summary as JSON
    #[arg(long)]
    pub json: bool,
}

/// A date on the command line.
pub fn date(text: &str) -> Result<crate::decision::Date, String> {
    crate::batch::word::date_of(text)
        .ok_or_else(|| format!("`{text}` is no date; write it as 2026-12-31"))
}

/// Runs all of it.
pub fn run(arguments: &Arguments) -> Status {
    load::pipeline(&arguments.own)
        .and_then(|pipeline| run::run(arguments, &pipeline, OURS))
        .unwrap_or_else(|status| status)
}

/// Decisions worked on at a time.
pub fn jobs(asked: Option<NonZeroUsize>) -> usize {
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    asked.unwrap_or_else(cores).get()
}
