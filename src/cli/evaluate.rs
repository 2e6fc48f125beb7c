//! `boardbrief evaluate FILE`: the answer, the money, what would change it; for people or as JSON,
//! and with one thing changed, for use in the meeting.

use super::load::{self, Form, Loaded};
use super::{Status, console};
use crate::decision::change::value_of;
use crate::decision::{Decision, Node};
use crate::evaluate::Evaluation;
use crate::pipeline::Pipeline;
use std::path::PathBuf;

/// Say what a decision comes to: verdict, questions, money, what would change it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief evaluate portal.json
  boardbrief evaluate portal.json --json | jq .finance.cases
  boardbrief evaluate portal.json --set /alternatives/0/annual_cost=250000")]
pub struct Arguments {
    /// The decision file, JSON or YAML
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print the evaluation as JSON
    #[arg(long)]
    json: bool,
    /// Change one value first, and say what that moves; may be given more than once
    #[arg(long, value_name = "/PATH=VALUE")]
    set: Vec<String>,
    #[command(flatten)]
    own: load::Own,
}

/// Evaluates one decision.
pub fn run(arguments: &Arguments) -> Status {
    match judged(arguments) {
        Ok(text) => {
            console::result(&text);
            Status::Done
        }
        Err(status) => status,
    }
}

fn judged(arguments: &Arguments) -> Result<String, Status> {
    let pipeline = load::pipeline(&arguments.own)?;
    let loaded = load::load(&arguments.file, Form::Full)?;
    let before = pipeline.evaluate(&loaded.decision);
    if arguments.set.is_empty() {
        return shown(&pipeline, &loaded.decision, &before, arguments.json);
    }
    let changed = change(&loaded, &arguments.set)?;
    let after = pipeline.evaluate(&changed);
    let text = shown(&pipeline, &changed, &after, arguments.json)?;
    if arguments.json {
        return Ok(text);
    }
    let currency = changed.currency.as_deref();
    Ok(super::moved::text(&pipeline, currency, &arguments.set, &before, &after) + &text)
}

fn shown(
    pipeline: &Pipeline,
    decision: &Decision,
    evaluation: &Evaluation,
    json: bool,
) -> Result<String, Status> {
    if json {
        return Ok(super::output::evaluated(decision, evaluation));
    }
    pipeline.summary(decision, evaluation).map_err(|fault| {
        console::note(&format!("error: the summary cannot be written: {fault}"));
        Status::Fault
    })
}

/// The decision with the values of `--set` in place.
fn change(loaded: &Loaded, sets: &[String]) -> Result<Decision, Status> {
    let mut node: Node = loaded.node.clone();
    for set in sets {
        let told = match set.split_once('=') {
            Some((path, value)) => node.set(path, value_of(value)),
            None => Err(format!("`{set}` has no `=`; write it as /path=value")),
        };
        if let Err(why) = told {
            console::note(&format!("error: --set {why}"));
            return Err(Status::Usage);
        }
    }
    Decision::from_node(&node).map_err(|faults| {
        load::tell(&faults, &loaded.source, Form::Full);
        console::note("note: the decision is as in the file but for --set; the fault may be in the value given there");
        Status::Refused
    })
}
