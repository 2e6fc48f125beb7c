//! The program: hands the command line to [`boardbrief::cli`] and exits with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    boardbrief::cli::main()
}
