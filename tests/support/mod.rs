//! Runs the program as its user would, and compares whole outputs with files.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The root of the project, where every path in a test starts.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program in the root of the project.
pub fn boardbrief<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_boardbrief"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("the program runs")
}

/// Compares an output with the file that holds what is expected, or writes that file where
/// `UPDATE_EXPECTED` is set.
pub fn compare(path: &Path, found: &[u8]) {
    // The one place where a test reads the environment: it decides what a test does, never what
    // the program does.
    #[allow(clippy::disallowed_methods)]
    let update = std::env::var("UPDATE_EXPECTED").is_ok();
    if update {
        std::fs::write(path, found).expect("the expected output can be written");
        return;
    }
    let expected = std::fs::read(path).unwrap_or_default();
    if expected != found {
        let text =
            |bytes: &[u8]| String::from_utf8_lossy(&bytes[..bytes.len().min(20_000)]).into_owned();
        panic!(
            "{} differs.\n--- expected\n{}\n--- found\n{}\nRun with UPDATE_EXPECTED=1 to accept.",
            path.display(),
            text(&expected),
            text(found)
        );
    }
}

/// A folder of its own for one test, empty and gone afterwards.
pub struct Folder(PathBuf);

impl Folder {
    /// A new folder named after the test.
    pub fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Folder(path)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
