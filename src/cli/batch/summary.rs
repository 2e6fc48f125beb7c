//! What a run says at its end: failures first, then what was done and why, for people or as JSON.

use super::scan::Scanned;
use super::work::Failed;
use crate::batch::names::{self, Shard};
use crate::batch::{Refused, Why};
use crate::cli::{Status, console};
use crate::display::Conventions;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// A file, or a line of one, that gave no documents.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The file as it was named, and the line where it holds several decisions.
    pub source: String,
    /// The id, where it is known.
    pub id: Option<String>,
    /// What failed.
    pub kind: Failing,
    /// What is told, each fault drawn for people.
    pub told: Vec<String>,
    /// The same for programs, where it is more than text.
    pub json: Vec<Value>,
}

/// What failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failing {
    /// The decision is refused.
    Refused,
    /// The program failed over it.
    Fault,
    /// Its file cannot be read.
    Unreadable,
    /// A file of it cannot be written.
    Unwritable,
    /// No file can be written.
    Disk,
}

impl Failing {
    fn word(self) -> &'static str {
        match self {
            Failing::Refused => "refused",
            Failing::Fault => "failed",
            Failing::Unreadable => "unreadable",
            Failing::Unwritable | Failing::Disk => "unwritable",
        }
    }

    fn status(self) -> Status {
        match self {
            Failing::Refused | Failing::Fault => Status::Refused,
            Failing::Unreadable | Failing::Unwritable | Failing::Disk => Status::Incomplete,
        }
    }
}

impl Failure {
    /// The failure of an item that could not be read as a decision.
    pub fn scanned(source: &str, scanned: Scanned) -> Failure {
        let (id, kind, told, json) = match scanned {
            Scanned::Refused { id, told, json } => (id, Failing::Refused, told, json),
            Scanned::Unreadable(told) => (None, Failing::Unreadable, vec![told], Vec::new()),
            Scanned::Sound { id, .. } => (Some(id), Failing::Fault, Vec::new(), Vec::new()),
        };
        Failure {
            source: source.to_string(),
            id,
            kind,
            told,
            json,
        }
    }

    /// A failure that a shard recorded.
    pub fn before(refused: &Refused) -> Failure {
        Failure {
            source: refused.source.clone(),
            id: refused.id.clone(),
            kind: if refused.unreadable {
                Failing::Unreadable
            } else {
                Failing::Refused
            },
            told: refused.why.clone(),
            json: Vec::new(),
        }
    }

    /// The failure of a decision that could not be rendered.
    pub fn failed(source: &str, id: &str, failed: Failed) -> Failure {
        let (kind, told) = match failed {
            Failed::Scanned(scanned) => {
                return Failure {
                    id: Some(id.to_string()),
                    ..Failure::scanned(source, *scanned)
                };
            }
            Failed::Fault(told) => (Failing::Fault, told),
            Failed::Write(fault) if fault.is_general => (Failing::Disk, fault.told),
            Failed::Write(fault) => (Failing::Unwritable, fault.told),
        };
        Failure {
            source: source.to_string(),
            id: Some(id.to_string()),
            kind,
            told: vec![told],
            json: Vec::new(),
        }
    }

    /// What went wrong, in a line.
    fn line(&self) -> String {
        let told = self.told.first().map_or("", String::as_str);
        let first = told.lines().next().unwrap_or_default();
        let said = first.trim_start_matches("error");
        let said = match (said.strip_prefix('['), said.find("]: ")) {
            (Some(_), Some(at)) => &said[at + 3..],
            _ => said.trim_start_matches(": "),
        };
        match self.told.len() {
            0 | 1 => said.to_string(),
            count => format!("{said} (and {} more)", count - 1),
        }
    }
}

/// What finishing a run came to.
#[derive(Debug, Clone)]
pub struct Finished {
    /// Whether the portfolio and the register were made again.
    pub rebuilt: bool,
    /// The files of the run as a whole, by path below its folder.
    pub files: Vec<String>,
    /// The decisions in it.
    pub decisions: usize,
    /// What moved since the last quarter, in a line, where there was one.
    pub moved: Option<String>,
}

/// A run as it is told.
pub struct Summary {
    shard: Option<Shard>,
    /// Decisions put together from shards, where that is what was done.
    pub merged: Option<usize>,
    failures: Vec<Failure>,
    faults: Vec<String>,
    /// Decisions left as they are.
    pub kept: usize,
    /// Approved decisions left as they were, and whether they changed since.
    pub frozen: Vec<(String, bool)>,
    /// Decisions rendered, and why.
    pub rendered: Vec<(String, Vec<Why>)>,
    /// Decisions that were not reached.
    pub left: usize,
    /// Whether it was interrupted.
    pub interrupted: bool,
    /// Whether it stopped at a failure, as it was asked to.
    pub stopped: bool,
    /// Whether nothing more can be written.
    pub hopeless: bool,
    /// What finishing came to.
    pub finished: Option<Finished>,
}

impl Summary {
    /// Nothing yet.
    pub fn new(shard: Option<Shard>) -> Summary {
        Summary {
            shard,
            merged: None,
            failures: Vec::new(),
            faults: Vec::new(),
            kept: 0,
            frozen: Vec::new(),
            rendered: Vec::new(),
            left: 0,
            interrupted: false,
            stopped: false,
            hopeless: false,
            finished: None,
        }
    }

    /// Takes a failure in.
    pub fn fail(&mut self, failure: Failure) {
        self.failures.push(failure);
    }

    /// Takes in what kept the run from being put together.
    pub fn fault(&mut self, told: String) {
        self.faults.push(told);
    }

    /// Whether anything failed.
    pub fn has_failures(&self) -> bool {
        !self.failures.is_empty()
    }

    /// Whether the run is not to be put together.
    pub fn is_stopped(&self) -> bool {
        self.stopped || self.interrupted || self.hopeless || self.left > 0
    }

    /// The failures as a manifest records them.
    pub fn refused(&self) -> Vec<Refused> {
        let mut refused: Vec<Refused> = self
            .failures
            .iter()
            .map(|failure| Refused {
                source: failure.source.clone(),
                id: failure.id.clone(),
                unreadable: failure.kind.status() == Status::Incomplete,
                why: failure
                    .told
                    .iter()
                    .map(|told| told.lines().next().unwrap_or_default().to_string())
                    .collect(),
            })
            .collect();
        refused.sort();
        refused
    }

    fn status(&self) -> Status {
        // Stopping at the first failure was asked for, so the failure itself is the status.
        let ended = if self.interrupted || self.hopeless || (self.left > 0 && !self.stopped) {
            Status::Incomplete
        } else {
            Status::Done
        };
        let faults = if self.faults.is_empty() {
            Status::Done
        } else {
            Status::Incomplete
        };
        let failures = self.failures.iter().map(|failure| failure.kind.status());
        failures
            .chain([ended, faults])
            .max()
            .unwrap_or(Status::Done)
    }

    /// Tells all of it: what is wrong in full on standard error, the summary on standard output.
    pub fn tell(mut self, out: &Path, as_json: bool) -> Status {
        self.failures.sort_by(|a, b| a.source.cmp(&b.source));
        self.rendered.sort();
        let told = self.failures.iter().flat_map(|failure| &failure.told);
        let mut seen = std::collections::HashSet::new();
        for told in told.chain(&self.faults) {
            if seen.insert(told) {
                console::note(&format!("{told}\n"));
            }
        }
        if as_json {
            console::result(&format!("{:#}\n", self.json()));
        } else {
            console::result(&self.text(out));
        }
        self.status()
    }

    fn text(&self, out: &Path) -> String {
        let mut text = String::new();
        if !self.failures.is_empty() {
            let count = self.failures.len();
            text.push_str(&format!("Failed: {}\n", counted(count)));
            for failure in &self.failures {
                text.push_str(&format!(
                    "  {} {}: {}\n",
                    failure.kind.word(),
                    failure.source,
                    failure.line()
                ));
            }
        }
        if let Some(shard) = self.shard {
            text.push_str(&format!("Shard {shard}\n"));
        }
        text.push_str(&match self.merged {
            Some(merged) => format!("Put together: {}\n", counted(merged)),
            None => format!("Rendered: {}\n", counted(self.rendered.len())),
        });
        for (why, ids) in self.reasons() {
            text.push_str(&format!("  {why}: {}\n", ids.join(", ")));
        }
        if self.kept > 0 {
            text.push_str(&format!("Unchanged: {}\n", counted(self.kept)));
        }
        let changed: Vec<&str> = self.changed().collect();
        if !self.frozen.is_empty() {
            text.push_str(&format!(
                "Approved, left as they were: {}\n",
                counted(self.frozen.len())
            ));
        }
        if !changed.is_empty() {
            text.push_str(&format!(
                "  changed since approval, and not replaced without --supersede: {}\n",
                changed.join(", ")
            ));
        }
        self.ending(out, &mut text);
        text
    }

    fn ending(&self, out: &Path, text: &mut String) {
        if let Some(finished) = &self.finished {
            if let Some(moved) = &finished.moved {
                text.push_str(&format!("{moved}\n"));
            }
            let state = if finished.rebuilt {
                "Written"
            } else {
                "Unchanged"
            };
            for file in &finished.files {
                text.push_str(&format!("{state}: {}\n", out.join(file).display()));
            }
        } else if self.interrupted {
            text.push_str(&format!(
                "Interrupted, {} left. The same command goes on from here.\n",
                counted(self.left)
            ));
        } else {
            text.push_str(&format!(
                "Not finished, {} left, and no {} written. The same command goes on from here.\n",
                counted(self.left),
                names::MANIFEST
            ));
        }
    }

    fn changed(&self) -> impl Iterator<Item = &str> {
        let changed = self.frozen.iter().filter(|(_, changed)| *changed);
        changed.map(|(id, _)| id.as_str())
    }

    /// The decisions by why they were rendered.
    fn reasons(&self) -> BTreeMap<String, Vec<&str>> {
        let mut reasons: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (id, why) in &self.rendered {
            let said: Vec<String> = why.iter().map(Why::says).collect();
            reasons.entry(said.join("; ")).or_default().push(id);
        }
        reasons
    }

    fn json(&self) -> Value {
        let failures: Vec<Value> = self
            .failures
            .iter()
            .map(|failure| {
                json!({
                    "source": failure.source,
                    "id": failure.id,
                    "kind": failure.kind.word(),
                    "told": failure.told,
                    "diagnostics": failure.json,
                })
            })
            .collect();
        let rendered: Vec<Value> = self
            .rendered
            .iter()
            .map(|(id, why)| {
                let why: Vec<String> = why.iter().map(Why::says).collect();
                json!({ "id": id, "because": why })
            })
            .collect();
        let finished = self.finished.as_ref();
        json!({
            "failed": failures,
            "shard": self.shard,
            "rendered": rendered,
            "unchanged": self.kept,
            "approved": self.frozen.iter().map(|(id, changed)| json!({ "id": id, "changed": changed })).collect::<Vec<_>>(),
            "left": self.left,
            "interrupted": self.interrupted,
            "finished": finished.is_some(),
            "portfolio_rebuilt": finished.map(|finished| finished.rebuilt),
            "decisions": finished.map(|finished| finished.decisions),
            "files": finished.map(|finished| finished.files.clone()),
            "status": self.status() as u8,
        })
    }
}

/// So many decisions.
fn counted(count: usize) -> String {
    Conventions::default()
        .counted(count as f64, 0, "decision", "decisions")
        .replace('\u{a0}', " ")
}
