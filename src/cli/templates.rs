//! `boardbrief templates [NAME]`: what a writer may replace, to copy from.

use super::load;
use super::{Status, console};
use crate::house;
use crate::render::{Templates, WORD_FILTER};
use std::path::PathBuf;

/// The style is no template, but stands beside them.
const STYLE: &str = "house.toml";

/// No template either: what makes a Word file of a document's Markdown look its part.
const WORD: &str = "word.lua";

/// List the templates, or print one to start from
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief templates                                          their names
  boardbrief templates markdown/report.md                       one, to read
  boardbrief templates house.toml > house.toml                  a style file to start from
  boardbrief templates word.lua > word.lua                      a filter for pandoc, for Word files
  mkdir -p ours/markdown
  boardbrief templates markdown/report.md > ours/markdown/report.md
  boardbrief render portal.json --out out --templates ours      print with it")]
pub struct Arguments {
    /// The template to print
    name: Option<String>,
    /// The folder whose templates stand in place of ours
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// Lists the templates, or prints one.
pub fn run(arguments: &Arguments) -> Status {
    let templates = match load::templates(arguments.templates.as_deref()) {
        Ok(templates) => templates,
        Err(status) => return status,
    };
    let Some(name) = &arguments.name else {
        let names: String = Templates::paths().map(|path| format!("{path}\n")).collect();
        console::result(&format!("{STYLE}\n{names}{WORD}\n"));
        return Status::Done;
    };
    let text = match name.as_str() {
        STYLE => Some(house::BUILT_IN),
        WORD => Some(WORD_FILTER),
        path => templates.get(path),
    };
    match text {
        Some(text) => {
            console::result(text);
            Status::Done
        }
        None => {
            console::note(&format!(
                "error: there is no template `{name}`\n  help: `boardbrief templates` lists them"
            ));
            Status::Usage
        }
    }
}
