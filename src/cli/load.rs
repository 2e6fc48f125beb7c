//! Loads decisions for every command: read, parse, and tell everything that is wrong.

use super::{Status, console, files};
use crate::decision::{Decision, Node, Source};
use crate::diagnostics::{self, Diagnostic, Severity};
use crate::frame::RuleBook;
use crate::pipeline::Pipeline;
use crate::policy::Policy;
use std::path::{Path, PathBuf};

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Form {
    /// For people: the source line, underlined.
    #[default]
    Full,
    /// One line for each.
    Short,
    /// One JSON object for each.
    Json,
}

/// What an organisation may set in place of ours.
#[derive(Debug, clap::Args)]
pub struct Own {
    /// Judge by an organisation's own thresholds
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Recognise and answer arguments by an organisation's own rules, laid over ours
    #[arg(long, value_name = "DIR")]
    pub rulebook: Option<PathBuf>,
}

/// A decision with the text it was read from.
pub struct Loaded {
    /// The text.
    pub source: Source,
    /// The value in it, as written.
    pub node: Node,
    /// The decision, as meant.
    pub decision: Decision,
}

/// The decision in a file; where there is none, the reasons have been told.
pub fn load(path: &Path, form: Form) -> Result<Loaded, Status> {
    let source = open(path, form)?;
    let read = source
        .parse()
        .and_then(|node| Ok((Decision::from_node(&node)?, node)));
    match read {
        Ok((decision, node)) => Ok(Loaded {
            source,
            node,
            decision,
        }),
        Err(faults) => {
            tell(&faults, &source, form);
            Err(Status::Refused)
        }
    }
}

/// The policy of an organisation, or the one compiled in.
pub fn policy(path: Option<&Path>) -> Result<Policy, Status> {
    let Some(path) = path else {
        return Ok(Policy::built_in());
    };
    let source = open(path, Form::Full)?;
    Policy::from_toml(&source).map_err(|faults| {
        tell(&faults, &source, Form::Full);
        Status::Refused
    })
}

/// The rule book with an organisation's files laid over it, in the order of their names.
fn rule_book(folder: Option<&Path>) -> Result<RuleBook, Status> {
    let Some(folder) = folder else {
        return Ok(RuleBook::built_in().clone());
    };
    let told = |told: String| {
        console::note(&told);
        Status::Incomplete
    };
    let mut files = Vec::new();
    for path in files::list(folder, &["toml", "tsv"]).map_err(told)? {
        let name = path.display().to_string();
        files.push((name, open(&path, Form::Full)?.text().to_string()));
    }
    RuleBook::load(&files).map_err(|faults| {
        for fault in faults {
            console::note(&format!("error: {fault}"));
        }
        Status::Refused
    })
}

/// Everything that is the same for all decisions of a run.
pub fn pipeline(own: &Own) -> Result<Pipeline, Status> {
    let policy = policy(own.policy.as_deref())?;
    Pipeline::new(policy, rule_book(own.rulebook.as_deref())?).map_err(|fault| {
        console::note(&format!(
            "error: a template compiled in cannot be used: {fault}"
        ));
        Status::Fault
    })
}

/// The text of a file.
pub fn open(path: &Path, form: Form) -> Result<Source, Status> {
    let bytes = files::read(path).map_err(|told| {
        console::note(&told);
        Status::Incomplete
    })?;
    let name = path.display().to_string();
    Source::from_bytes(&name, bytes).map_err(|faults| {
        tell(&faults, &Source::new(name, ""), form);
        Status::Refused
    })
}

/// Tells diagnostics on standard error, and how many there are.
pub fn tell(faults: &[Diagnostic], source: &Source, form: Form) {
    for fault in faults {
        match form {
            Form::Full => console::note(&(diagnostics::draw(fault, source) + "\n")),
            Form::Short => console::note(&diagnostics::one_line(fault, source)),
            Form::Json => console::note(&diagnostics::as_json(fault, source).to_string()),
        }
    }
    if form == Form::Full && faults.len() > 1 {
        let what = match faults[0].severity() {
            Severity::Error => "faults",
            Severity::Warning => "warnings",
        };
        console::note(&format!("{} {what} in {}", faults.len(), source.name()));
    }
}
