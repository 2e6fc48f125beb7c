//! `boardbrief check FILE…`: every error and every weakness, with its place and what to write instead.

use super::load::{self, Form, Loaded};
use super::{Status, console};
use crate::decision::weak::{Known, warnings};
use crate::diagnostics::Diagnostic;
use crate::frame::Audience;
use crate::pipeline::Pipeline;
use crate::report::model::DocumentKind;
use std::path::PathBuf;

/// Check decision files: every fault and weakness, with its place and what to write instead
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief check portal.yaml                  faults and weaknesses, each under its line
  boardbrief check --strict decisions/*.yaml    the same; a weakness fails the check as well
  boardbrief check --format json portal.yaml    one JSON object for each, on standard error
  boardbrief explain --rule no-source           what a message means, and why it matters")]
pub struct Arguments {
    /// Decision files, JSON or YAML
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How faults are written
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Form,
    /// Fail where a decision is legal but weak
    #[arg(long)]
    strict: bool,
    /// Say how plain the documents are: lengths of sentences, reading ease, passive voice, jargon
    #[arg(long)]
    language: bool,
    #[command(flatten)]
    own: load::Own,
}

/// Checks each file; one that is refused does not keep the others from being checked.
pub fn run(arguments: &Arguments) -> Status {
    let pipeline = match load::pipeline(&arguments.own) {
        Ok(pipeline) => pipeline,
        Err(status) => return status,
    };
    let mut worst = Status::Done;
    for file in &arguments.files {
        let checked = load::load(file, arguments.format)
            .and_then(|loaded| check(arguments, &pipeline, &loaded));
        if let Err(status) = checked {
            worst = worst.max(status);
        }
    }
    worst
}

fn check(arguments: &Arguments, pipeline: &Pipeline, loaded: &Loaded) -> Result<(), Status> {
    let Loaded {
        source,
        node,
        decision,
    } = loaded;
    let holes = pipeline.unprintable(node);
    if !holes.is_empty() {
        load::tell(&holes, source, arguments.format);
        return Err(Status::Refused);
    }
    let found = weaknesses(pipeline, loaded);
    load::tell(&found, source, arguments.format);
    if arguments.strict && !found.is_empty() {
        return Err(Status::Refused);
    }
    let but = match found.len() {
        0 => String::new(),
        1 => ", with one warning".to_string(),
        many => format!(", with {many} warnings"),
    };
    console::result(&format!(
        "{}: {} is complete and legal{but}\n",
        source.name(),
        decision.id
    ));
    if arguments.language {
        let evaluation = pipeline.evaluate(decision);
        let of = |kind| pipeline.plainness(source, decision, &evaluation, kind);
        let (brief, memo, note) = (
            of(DocumentKind::Brief),
            of(DocumentKind::Memo),
            of(DocumentKind::Note),
        );
        console::result(&super::language::text(pipeline, &brief, &memo, &note));
    }
    Ok(())
}

/// What is legal but weak in a decision.
fn weaknesses(pipeline: &Pipeline, loaded: &Loaded) -> Vec<Diagnostic> {
    let evaluation = pipeline.evaluate(&loaded.decision);
    let framing = pipeline.frame(&loaded.decision, &evaluation, Audience::Board, &[]);
    warnings(&Known {
        decision: &loaded.decision,
        node: &loaded.node,
        policy: pipeline.policy(),
        framing: &framing,
    })
}
