//! What a run says at its end: failures first, then what was done and why, for people or as JSON.

use super::failure::{Failing, Failure};
use crate::batch::names::{self, Shard};
use crate::batch::{Refused, Why};
use crate::cli::{Status, console};
use crate::display::Conventions;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

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
    /// Files of former runs that are still there and are no part of this one.
    pub left_over: Vec<String>,
    /// What went wrong without keeping the run from being put together.
    pub faults: Vec<String>,
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

    /// Takes in a failure to read, make or write a decision; where the disk is full, all is lost.
    pub fn take(&mut self, failure: Failure) {
        self.hopeless |= failure.kind == Failing::Disk;
        self.fail(failure);
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
        let compared = match &self.finished {
            Some(finished) if !finished.faults.is_empty() => Status::Refused,
            _ => Status::Done,
        };
        let failures = self.failures.iter().map(|failure| failure.kind.status());
        failures
            .chain([ended, faults, compared])
            .max()
            .unwrap_or(Status::Done)
    }

    /// Tells all of it: what is wrong in full on standard error, the summary on standard output.
    pub fn tell(mut self, out: &Path, as_json: bool) -> Status {
        self.failures.sort_by(|a, b| a.source.cmp(&b.source));
        self.rendered.sort();
        let told = self.failures.iter().flat_map(|failure| &failure.told);
        let mut seen = std::collections::HashSet::new();
        let compared = self.finished.iter().flat_map(|finished| &finished.faults);
        for told in told.chain(&self.faults).chain(compared) {
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
            if !finished.left_over.is_empty() {
                text.push_str(&format!(
                    "Left there by former runs, and no part of this one: {}\n",
                    finished.left_over.join(", ")
                ));
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
            "left_over": finished.map(|finished| finished.left_over.clone()),
            "faults": finished.map(|finished| finished.faults.clone()),
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
