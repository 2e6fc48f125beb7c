//! The command line: arguments as written become a job as meant; one file a command.
//!
//! Results go to standard output, everything else to standard error. This is the only part of the
//! library that touches disk, terminal or environment.

mod batch;
mod check;
mod completions;
mod console;
mod evaluate;
mod explain;
mod files;
mod frame;
mod init;
mod language;
mod load;
mod manual;
mod merge;
mod moved;
mod output;
mod render;
mod schema;
mod templates;
mod verify;
mod watch;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// How a run ended; the numbers are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// All done.
    Done = 0,
    /// A decision was refused or failed; all others were still done.
    Refused = 1,
    /// Wrong usage.
    Usage = 2,
    /// The run is incomplete: a file could not be read or written.
    Incomplete = 3,
    /// A fault of ours.
    Fault = 70,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(status as u8)
    }
}

/// Turns a build-vs-buy decision into a brief a board can decide on.
#[derive(Debug, Parser)]
#[command(
    name = "boardbrief",
    version,
    propagate_version = true,
    max_term_width = 100
)]
#[command(after_help = "\
Examples:
  boardbrief init portal.yaml              a commented decision to start from
  boardbrief check portal.yaml             every fault, with its place and what to write instead
  boardbrief evaluate portal.yaml          the answer, the money, what would change it
  boardbrief render portal.yaml --out out  out/portal.md and out/portal.pdf
  boardbrief batch decisions --out 2026-q4 every decision, a portfolio and a register

Exit status: 0 all done; 1 a decision was refused; 2 wrong usage; 3 a file could not be read or
written; 70 a fault of the program.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Arguments),
    Check(check::Arguments),
    Evaluate(evaluate::Arguments),
    Explain(explain::Arguments),
    Frame(frame::Arguments),
    Render(render::Arguments),
    Batch(batch::Arguments),
    Merge(merge::Arguments),
    Schema(schema::Arguments),
    Templates(templates::Arguments),
    Verify(verify::Arguments),
    Watch(watch::Arguments),
    Completions(completions::Arguments),
    Manual(manual::Arguments),
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    // A panic is a fault of ours: say so plainly, and keep its status apart from all others.
    std::panic::set_hook(Box::new(|info| {
        console::note(&format!(
            "error: boardbrief failed: {info}\n  help: this is a fault of the program, not of the decision; please report it with the file"
        ));
    }));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and version are results; everything else is wrong usage.
            let status = if told.use_stderr() {
                Status::Usage
            } else {
                Status::Done
            };
            let _ = told.print();
            return status.into();
        }
    };
    std::panic::catch_unwind(|| run(arguments))
        .unwrap_or(Status::Fault)
        .into()
}

fn run(arguments: Arguments) -> Status {
    match arguments.command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Evaluate(arguments) => evaluate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Frame(arguments) => frame::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Batch(arguments) => batch::run(&arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Templates(arguments) => templates::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Watch(arguments) => watch::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Manual(arguments) => manual::run(&arguments),
    }
}
