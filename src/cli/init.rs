//! `boardbrief init [NAME]`: a commented decision to start from.

use super::{Status, console, files};
use std::path::{Path, PathBuf};

/// The starter, with every section and what it is for.
const STARTER: &str = include_str!("../../templates/starter.yaml");

/// Write a commented decision to start from; nothing is overwritten
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The file to write; `.yaml` is added where it has no ending
    #[arg(value_name = "NAME", default_value = "decision.yaml")]
    name: PathBuf,
}

/// Writes the starter under the given name.
pub fn run(arguments: &Arguments) -> Status {
    let mut path = arguments.name.clone();
    match path.extension().and_then(|ending| ending.to_str()) {
        None => {
            path.set_extension("yaml");
        }
        Some("yaml" | "yml") => {}
        Some(_) => {
            console::note(
                "error: the starter has comments, so it is YAML\n  help: name it with the ending .yaml",
            );
            return Status::Usage;
        }
    }
    let text = STARTER.replace("id: my-decision", &format!("id: {}", slug(&path)));
    match files::write_new(&path, text.as_bytes()) {
        Ok(()) => {
            console::result(&format!("{}\n", path.display()));
            console::note(&format!(
                "next: edit it, then `boardbrief render {} --out out`",
                path.display()
            ));
            Status::Done
        }
        Err(told) => {
            console::note(&told);
            Status::Incomplete
        }
    }
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
