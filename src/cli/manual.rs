//! `boardbrief manual --out DIR`: a manual page for each command, from the definitions that the
//! command line itself is read by.

use super::{Status, console, files};
use clap::CommandFactory;
use std::path::PathBuf;

/// Write the manual pages: one for the program, one for each command
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  boardbrief manual --out ~/.local/share/man/man1   then `man boardbrief-render`")]
pub struct Arguments {
    /// The folder to write to; made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Writes the pages.
pub fn run(arguments: &Arguments) -> Status {
    match write(arguments) {
        Ok(()) => Status::Done,
        Err(told) => {
            console::note(&told);
            Status::Incomplete
        }
    }
}

fn write(arguments: &Arguments) -> Result<(), String> {
    files::make_folder(&arguments.out)?;
    let mut program = super::Arguments::command().disable_help_subcommand(true);
    program.build();
    // Building names each command after the program as well, `boardbrief-render`.
    let pages = program.get_subcommands().chain([&program]);
    for command in pages {
        let man = clap_mangen::Man::new(command.clone());
        let path = arguments.out.join(man.get_filename());
        files::write(&path, &page(&man)?)?;
        console::result(&format!("{}\n", path.display()));
    }
    Ok(())
}

/// A page without a date of its own: the same program gives the same page.
fn page(man: &clap_mangen::Man) -> Result<Vec<u8>, String> {
    let mut page = Vec::new();
    man.render(&mut page)
        .map_err(|fault| format!("error: a manual page cannot be made: {fault}"))?;
    Ok(page)
}
