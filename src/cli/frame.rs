//! `boardbrief frame FILE`: the arguments, reframed for an audience, with their receipts.

use super::load::{self, Form};
use super::{Status, console};
use crate::decision::Argument;
use crate::frame::{Audience, Framed};
use std::path::PathBuf;

/// Say the arguments of a decision for a board, an executive team or the engineers
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief frame portal.json
  boardbrief frame portal.json --audience engineers
  boardbrief frame portal.json --text \"We need custom plugins for our workflows.\" --json")]
pub struct Arguments {
    /// The decision file, JSON or YAML
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Who the statements are for
    #[arg(long, value_enum, default_value_t, value_name = "AUDIENCE")]
    audience: For,
    /// One more argument, in the words it was made in; may be given more than once
    #[arg(long, value_name = "WORDS")]
    text: Vec<String>,
    /// Print as JSON, with every figure and where it came from
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    own: load::Own,
}

/// Who the statements are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum For {
    /// Money and risk.
    #[default]
    Board,
    /// Capacity and priorities.
    Executive,
    /// Their value, and what they build instead.
    Engineers,
}

/// Frames the arguments of one decision.
pub fn run(arguments: &Arguments) -> Status {
    match framed(arguments) {
        Ok(text) => {
            console::result(&text);
            Status::Done
        }
        Err(status) => status,
    }
}

fn framed(arguments: &Arguments) -> Result<String, Status> {
    let pipeline = load::pipeline(&arguments.own)?;
    let loaded = load::load(&arguments.file, Form::Full)?;
    let evaluation = pipeline.evaluate(&loaded.decision);
    let audience = match arguments.audience {
        For::Board => Audience::Board,
        For::Executive => Audience::Executive,
        For::Engineers => Audience::Engineers,
    };
    let others: Vec<Argument> = arguments
        .text
        .iter()
        .map(|text| Argument {
            text: text.clone(),
            by: None,
            about: None,
        })
        .collect();
    let framing = pipeline.frame(&loaded.decision, &evaluation, audience, &others);
    if arguments.json {
        return Ok(super::output::framed(&loaded.decision, &framing));
    }
    if framing.arguments.is_empty() {
        console::note(
            "note: the decision holds no arguments\n  help: add `arguments`, or give one with --text \"…\"",
        );
    }
    let shown = |framed| shown(framed, &framing.arguments);
    Ok(framing.arguments.iter().map(shown).collect())
}

/// An argument, what it comes to, and where its figures came from.
fn shown(framed: &Framed, all: &[Framed]) -> String {
    let by = framed
        .by
        .as_deref()
        .map_or(String::new(), |by| format!(" ({by})"));
    let mut out = format!("“{}”{by}\n", framed.text);
    let above = framed.answered_with.and_then(|at| all.get(at));
    match (&framed.statement, &framed.asks) {
        (Some(statement), _) => out.push_str(&format!("  {statement}\n")),
        (None, _) if above.is_some() => {
            let words = above.map(Framed::opening).unwrap_or_default();
            out.push_str(&format!("  See above, under “{words}”.\n"));
        }
        (None, Some(asks)) => out.push_str(&format!("  To be answered first: {asks}\n")),
        (None, None) => out.push_str("  Left as it stands.\n"),
    }
    for figure in &framed.figures {
        out.push_str(&format!("    {}  from {}\n", figure.shown, figure.from));
    }
    for field in &framed.missing {
        out.push_str(&format!("    missing: {field}\n"));
    }
    let rule = framed.rule.as_deref().unwrap_or("none");
    out.push_str(&format!(
        "    about: {}; rule: {rule}\n\n",
        framed.intent.word()
    ));
    out
}
