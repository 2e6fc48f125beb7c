//! The quarter's run as its user sees it: what it writes, what it says, and how it ends.
//!
//! Runs here hold a few decisions, as Markdown where nothing else is needed; thousands are measured
//! in `benches/`.

mod approved;
mod failures;
mod interrupted;
mod portfolio;
mod rerun;
mod shards;
mod slurm;

use crate::support::{Folder, root};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of decisions to run, and the folders it is written to.
pub struct Quarter {
    folder: Folder,
}

impl Quarter {
    /// A quarter with the worked decisions of the given names.
    pub fn new(name: &str, decisions: &[&str]) -> Quarter {
        let quarter = Quarter {
            folder: Folder::new(&format!("batch-{name}")),
        };
        std::fs::create_dir_all(quarter.path("in")).expect("a folder can be made");
        for name in decisions {
            let from = root().join("reports").join(name).join("decision.json");
            let to = quarter.path("in").join(format!("{name}.json"));
            std::fs::copy(from, to).expect("a worked decision can be copied");
        }
        quarter
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes a decision of it.
    pub fn change(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let path = self.path("in").join(format!("{name}.json"));
        let text = std::fs::read_to_string(&path).expect("the decision is there");
        let mut decision: Value = serde_json::from_str(&text).expect("it is JSON");
        change(&mut decision);
        write(&path, &format!("{decision:#}\n"));
    }

    /// Runs the program in it, with `in` written to `out`, and the given arguments.
    pub fn batch(&self, out: &str, more: &[&str]) -> Output {
        let mut arguments = vec!["batch", "in", "--out", out];
        arguments.extend(more);
        self.run(&arguments)
    }

    /// Runs the program in it.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// The program in it.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_boardbrief"));
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    /// The hash of every file below a folder, by path.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, String> {
        let root = self.path(folder);
        let mut files = BTreeMap::new();
        walk(&root, &root, &mut files);
        files
    }

    /// A file as text.
    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("the file is there")
    }

    /// A file as JSON.
    pub fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.text(path)).expect("it is JSON")
    }
}

fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for item in std::fs::read_dir(folder).expect("a folder") {
        let path = item.expect("an entry").path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("below").to_string_lossy();
            let bytes = std::fs::read(&path).expect("a file");
            files.insert(
                name.into_owned(),
                boardbrief::batch::identity::sha256(&bytes),
            );
        }
    }
}

pub fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("a file can be written");
}

/// Standard output as text.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Standard error as text.
pub fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The exit status, with what was told where it is another than expected.
#[track_caller]
pub fn ends(output: &Output, status: i32) {
    assert_eq!(
        output.status.code(),
        Some(status),
        "{}\n{}",
        said(output),
        told(output)
    );
}
