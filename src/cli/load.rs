//! Loads decisions for every command: read, parse, and tell everything that is wrong.

use super::{Status, console, files};
use crate::decision::{Decision, Node, Source};
use crate::diagnostics::{self, Diagnostic, Severity};
use crate::frame::RuleBook;
use crate::house::{House, Typeface};
use crate::pipeline::{Pipeline, PrintFault};
use crate::policy::Policy;
use crate::render::Templates;
use crate::typeset::TypesetFault;
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
    /// Print in an organisation's own style: paper, colours, logo, typeface, figures and dates
    #[arg(long, value_name = "FILE")]
    pub style: Option<PathBuf>,
    /// Use an organisation's own templates in place of ours, file by file
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// Write what our fonts lack with a font of your own, TTF or OTF; may be given several times
    #[arg(long, value_name = "FILE")]
    pub font: Vec<PathBuf>,
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

impl Own {
    /// Tells why something could not be printed, and whose fault it is.
    pub fn blamed(&self, what: &str, fault: &PrintFault) -> Status {
        let blame = self.blame(what, fault);
        console::note(&blame.told);
        match blame.is_theirs {
            true => Status::Refused,
            false => Status::Fault,
        }
    }

    /// Why something could not be printed, and whose fault it is: ours, unless an organisation's own
    /// templates, style or fonts were used.
    pub fn blame(&self, what: &str, fault: &PrintFault) -> Blame {
        let own = self.templates.is_some() || self.style.is_some() || !self.font.is_empty();
        let (is_theirs, help) = match fault {
            PrintFault::Template(_) if self.templates.is_some() => (
                true,
                "mend the template it names; `boardbrief templates NAME` shows ours",
            ),
            PrintFault::Typeset(TypesetFault::Refused(_)) if own => (
                true,
                "print it without your own templates, style or fonts to see which of them it is",
            ),
            _ => (
                false,
                "this is a fault of the program, not of the decision; please report it with the file",
            ),
        };
        let why = fault.to_string();
        let why = why.trim_start_matches("error: ");
        let told = format!("error: {what} cannot be printed: {why}\n  help: {help}");
        Blame { is_theirs, told }
    }
}

/// Why something could not be printed.
pub struct Blame {
    /// Whether it is a fault of an organisation's own templates, style or fonts, not of ours.
    pub is_theirs: bool,
    /// What is told.
    pub told: String,
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

/// The style of an organisation, or the one compiled in. What it names is read from its folder.
fn house(path: Option<&Path>) -> Result<House, Status> {
    let Some(path) = path else {
        return Ok(House::built_in());
    };
    let source = open(path, Form::Full)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let fetch = |named: &str| {
        files::read(&folder.join(named)).map_err(|told| {
            let first = told.lines().next().unwrap_or_default();
            first.trim_start_matches("error: ").to_owned()
        })
    };
    House::from_toml(&source, &fetch).map_err(|faults| {
        tell(&faults, &source, Form::Full);
        Status::Refused
    })
}

/// The typefaces of font files, in the order given.
fn further(paths: &[PathBuf]) -> Result<Vec<Typeface>, Status> {
    let mut all = Vec::new();
    for path in paths {
        let bytes = files::read_up_to(path, files::MAX_FONT).map_err(|told| {
            console::note(&told);
            Status::Incomplete
        })?;
        let found = Typeface::all_in(bytes).map_err(|(why, help)| {
            let path = path.display();
            console::note(&format!("error: --font {path}: {why}\n  help: {help}"));
            Status::Refused
        })?;
        all.extend(found);
    }
    Ok(all)
}

/// The templates compiled in, with those of a folder in place of theirs.
pub fn templates(folder: Option<&Path>) -> Result<Templates, Status> {
    let mut templates = Templates::default();
    let Some(folder) = folder else {
        return Ok(templates);
    };
    let told = |told: String| {
        console::note(&told);
        Status::Incomplete
    };
    let mut replaced = 0;
    for format in ["markdown", "typst"] {
        let below = folder.join(format);
        if files::kind(&below) != files::Kind::Folder {
            continue;
        }
        for path in files::list(&below, &["md", "typ"]).map_err(told)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = open(&path, Form::Full)?.text().to_string();
            templates
                .replace(&format!("{format}/{name}"), text)
                .map_err(|fault| {
                    console::note(&format!("error: {}: {fault}", path.display()));
                    Status::Refused
                })?;
            replaced += 1;
        }
    }
    if replaced == 0 {
        console::note(&format!(
            "error: {} has no template\n  help: put a file such as {} there; `boardbrief templates` lists them",
            folder.display(),
            folder.join("markdown/report.md").display()
        ));
        return Err(Status::Refused);
    }
    Ok(templates)
}

/// Everything that is the same for all decisions of a run.
pub fn pipeline(own: &Own) -> Result<Pipeline, Status> {
    let policy = policy(own.policy.as_deref())?;
    let book = rule_book(own.rulebook.as_deref())?;
    let mut house = house(own.style.as_deref())?;
    house.further = further(&own.font)?;
    let templates = templates(own.templates.as_deref())?;
    Pipeline::styled(policy, book, templates, house).map_err(|fault| {
        console::note(&format!("error: a template cannot be used: {fault}"));
        match own.templates {
            Some(_) => Status::Refused,
            None => Status::Fault,
        }
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
