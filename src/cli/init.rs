//! `boardbrief init [NAME]`: a decision to start from: commented, from a category of the market
//! catalogue, or from answers to the five questions. Nothing is overwritten.

mod ask;
mod outline;

use super::{Status, console, files};
use crate::decision::{json_schema, read::nearest};
use crate::market::Market;
use outline::Outline;
use std::path::{Path, PathBuf};

/// The starter, with every section and what it is for.
const STARTER: &str = include_str!("../../templates/starter.yaml");

/// Where the schema is put, below the folder of the decision: a hidden folder, so that a run over
/// the decisions of a folder does not take the schema for one.
const SCHEMA: &str = ".boardbrief/decision.schema.json";

/// Write a decision to start from; nothing is overwritten
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief init portal.yaml                               a commented example to edit
  boardbrief init portal.yaml --category developer-portal   what the market sells filled in
  boardbrief init portal.yaml --ask                         asks the five questions, one by one

Beside it, .boardbrief/decision.schema.json lets an editor complete and check the file.")]
pub struct Arguments {
    /// The file to write; `.yaml` is added where it has no ending
    #[arg(value_name = "NAME", default_value = "decision.yaml")]
    name: PathBuf,
    /// Fill in the alternatives of a category of the market catalogue
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    /// Ask the five questions, and write the answers down
    #[arg(long)]
    ask: bool,
}

/// Writes the decision under the given name.
pub fn run(arguments: &Arguments) -> Status {
    let (path, text) =
        match named(&arguments.name).and_then(|path| Ok((path.clone(), text(arguments, &path)?))) {
            Ok(both) => both,
            Err((told, status)) => {
                console::note(&told);
                return status;
            }
        };
    let text = format!("# yaml-language-server: $schema=./{SCHEMA}\n{text}");
    if let Err(told) = files::write_new(&path, text.as_bytes()).and_then(|()| schema_beside(&path))
    {
        console::note(&told);
        return Status::Incomplete;
    }
    console::result(&format!("{}\n", path.display()));
    console::note(&format!(
        "next: edit it, then `boardbrief render {} --out out`",
        path.display()
    ));
    Status::Done
}

type Told = (String, Status);

/// The file to write.
fn named(name: &Path) -> Result<PathBuf, Told> {
    let mut path = name.to_path_buf();
    match path.extension().and_then(|ending| ending.to_str()) {
        None => {
            path.set_extension("yaml");
        }
        Some("yaml" | "yml") => {}
        Some(_) => {
            let told = "error: the decision has comments, so it is YAML\n  help: name it with the ending .yaml";
            return Err((told.to_string(), Status::Usage));
        }
    }
    if files::stamp(&path).is_some() {
        // Before any question is asked in vain.
        return Err((files::already_there(&path), Status::Incomplete));
    }
    Ok(path)
}

fn text(arguments: &Arguments, path: &Path) -> Result<String, Told> {
    let id = slug(path);
    let category = arguments.category.as_deref().map(known).transpose()?;
    if !arguments.ask && category.is_none() {
        return Ok(STARTER.replace("id: my-decision", &format!("id: {id}")));
    }
    let mut outline = Outline::new(id, category);
    if arguments.ask {
        let answers = &mut std::io::stdin().lock();
        let asked = ask::ask(&mut outline, answers, &mut std::io::stderr().lock());
        asked.map_err(|fault| {
            (
                format!("error: the answers end early: {fault}"),
                Status::Incomplete,
            )
        })?;
    }
    Ok(outline.yaml())
}

/// A category of the catalogue, with the alternatives that the market sells.
fn known(key: &str) -> Result<outline::Category, Told> {
    let market = Market::built_in();
    let Some(category) = market.category(key) else {
        let keys: Vec<&str> = market.keys().collect();
        let hint = match nearest(key, &keys) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the categories are {}", keys.join(", ")),
        };
        return Err((
            format!("error: the catalogue has no category `{key}`\n  help: {hint}"),
            Status::Usage,
        ));
    };
    Ok(outline::Category {
        key: key.to_string(),
        name: category.name.clone(),
        commodity: category.commodity.clone(),
        alternatives: category.alternatives.clone(),
    })
}

/// The schema that the first line of the decision names, where it is not there yet.
fn schema_beside(path: &Path) -> Result<(), String> {
    let schema = path.with_file_name(SCHEMA);
    if files::stamp(&schema).is_some() {
        return Ok(());
    }
    if let Some(folder) = schema.parent() {
        files::make_folder(folder)?;
    }
    files::write(&schema, format!("{:#}\n", json_schema()).as_bytes())
}

/// The file's name as an id.
fn slug(path: &Path) -> String {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let parts: Vec<&str> = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let slug: String = parts.join("-").chars().take(60).collect();
    match slug.trim_matches('-') {
        "" => "my-decision".to_string(),
        slug => slug.to_string(),
    }
}
