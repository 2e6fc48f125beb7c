//! `boardbrief explain`: how a figure was worked out, or what a rule asks for.

use super::load::{self, Form};
use super::{Status, console};
use crate::diagnostics::Rule;
use crate::finance::{derive, figures};
use std::path::{Path, PathBuf};

/// Say how a figure was worked out, or what a rule asks for
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief explain portal.json                        every figure that can be explained
  boardbrief explain portal.json /finance/cases/1/npv   one figure, down to the inputs
  boardbrief explain --rule unknown-field               what a message means")]
pub struct Arguments {
    /// The decision file, JSON or YAML
    #[arg(value_name = "FILE", required_unless_present = "rule")]
    file: Option<PathBuf>,
    /// The figure, by its place in `evaluate --json` or in the decision
    #[arg(value_name = "FIGURE", requires = "file")]
    figure: Option<String>,
    /// Explain a rule by its id instead; `all` lists them
    #[arg(long, value_name = "ID", conflicts_with = "file")]
    rule: Option<String>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    own: load::Own,
}

/// Explains a figure, lists the figures, or explains a rule.
pub fn run(arguments: &Arguments) -> Status {
    match (&arguments.rule, &arguments.file) {
        (Some(id), _) => rule(id),
        (None, Some(file)) => figure(arguments, file),
        // The command line asks for one of the two.
        (None, None) => Status::Usage,
    }
}

fn rule(id: &str) -> Status {
    if id == "all" {
        let lines = Rule::ALL.iter().map(|rule| {
            format!(
                "{:20} {:8} {}\n",
                rule.id(),
                rule.severity().word(),
                rule.what()
            )
        });
        console::result(&lines.collect::<String>());
        return Status::Done;
    }
    let Some(rule) = Rule::ALL.iter().find(|rule| rule.id() == id) else {
        let ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        let hint = match crate::decision::read::nearest(id, &ids) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`boardbrief explain --rule all` lists them".to_string(),
        };
        console::note(&format!("error: there is no rule `{id}`\n  help: {hint}"));
        return Status::Usage;
    };
    console::result(&format!(
        "{} ({})\n\n{}\n\nWhy: {}\n\nExample: {}\n",
        rule.id(),
        rule.severity().word(),
        rule.what(),
        rule.why(),
        rule.example()
    ));
    Status::Done
}

fn figure(arguments: &Arguments, file: &Path) -> Status {
    match explained(arguments, file) {
        Ok(text) => {
            console::result(&text);
            Status::Done
        }
        Err(status) => status,
    }
}

fn explained(arguments: &Arguments, file: &Path) -> Result<String, Status> {
    let pipeline = load::pipeline(&arguments.own)?;
    let loaded = load::load(file, Form::Full)?;
    let evaluation = pipeline.evaluate(&loaded.decision);
    let Some(name) = &arguments.figure else {
        let all = figures(&loaded.decision, &evaluation.finance);
        if arguments.json {
            return Ok(format!("{:#}\n", serde_json::json!(all)));
        }
        return Ok(all
            .iter()
            .filter_map(|one| {
                Some(format!(
                    "{:44} {:>16}  {}\n",
                    one.figure.as_ref()?,
                    one.shown,
                    one.label
                ))
            })
            .collect());
    };
    if let Some(derivation) = derive(&loaded.decision, &evaluation.finance, name) {
        return Ok(match arguments.json {
            true => format!("{:#}\n", serde_json::json!(derivation)),
            false => format!("{derivation}\n"),
        });
    }
    if name == "/policy/team" {
        let shows = &pipeline.policy().team.shows;
        return Ok(match arguments.json {
            true => format!("{:#}\n", serde_json::json!({ "shows": shows })),
            false => format!(
                "A note to the team shows of this decision no figure, and only:\n  {}\nThe policy says so under `[team]`.\n",
                shows.join("\n  ")
            ),
        });
    }
    // What is no sum of money follows from a search, a count or a rule, and is told with its value.
    let whole = serde_json::json!(evaluation);
    match whole.pointer(name) {
        Some(value) => Ok(format!("{name} = {value}\n{}\n", method(name))),
        None => {
            console::note(&format!(
                "error: there is no figure `{name}`\n  help: `boardbrief explain {}` lists the figures; any place in `evaluate --json` or in the decision can be named",
                file.display()
            ));
            Err(Status::Usage)
        }
    }
}

/// How the parts of an evaluation that are no sums of money come about.
fn method(name: &str) -> &'static str {
    match name.split('/').nth(1).unwrap_or_default() {
        "flip_points" => {
            "Found by evaluating the decision again with this one input changed, and halving the step until the answer just changes."
        }
        "open_questions" => "Found by evaluating the decision again with each possible answer.",
        "policy" => {
            "A value of the policy; `boardbrief render --document memo` states all of them with their reasons."
        }
        "questions_failed" => "The number of questions that building fails.",
        _ => "A part of the evaluation; its evidence names the places it rests on.",
    }
}
