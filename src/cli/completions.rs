//! `boardbrief completions SHELL`: completion of commands, options and values, from the definitions
//! that the command line itself is read by.

use super::{Status, console};
use clap::CommandFactory;
use clap_complete::Shell;

/// Print the completion script of a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  boardbrief completions bash > ~/.local/share/bash-completion/completions/boardbrief
  boardbrief completions zsh > \"${fpath[1]}/_boardbrief\"
  boardbrief completions fish > ~/.config/fish/completions/boardbrief.fish")]
pub struct Arguments {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script.
pub fn run(arguments: &Arguments) -> Status {
    let mut script = Vec::new();
    let mut command = super::Arguments::command();
    clap_complete::generate(arguments.shell, &mut command, "boardbrief", &mut script);
    console::result(&String::from_utf8_lossy(&script));
    Status::Done
}
