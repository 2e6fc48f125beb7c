//! The folder of a run on disk: what it holds from before, the folder in which a run works until it
//! is whole, and the log that lets an interrupted run go on.

use crate::batch::identity::{Identity, sha256};
use crate::batch::names::{self, Shard};
use crate::batch::{Entry, FileRecord, Manifest, Unusable};
use crate::cli::files::{self, Log, Staged, WriteFault};
use crate::decision::Status;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

/// The folder of a run, held for as long as this lives.
pub struct Store {
    pub(super) out: PathBuf,
    work: PathBuf,
    log: Mutex<Log>,
    held: Option<std::fs::File>,
    /// What the folder holds from before, by id.
    pub former: BTreeMap<String, Entry>,
    /// What that was made from, by key.
    pub made_by: BTreeMap<String, Identity>,
    /// The manifest of the run before, its decisions left out, while it still holds.
    pub manifest: Option<Manifest>,
    /// Where the manifest stands.
    manifest_path: PathBuf,
    /// When the manifests of the runs before were written; what is younger may be somebody else's.
    since: Option<SystemTime>,
    /// The files below the folder that runs before wrote, other shards' among them.
    ours: HashSet<String>,
    /// Those that the last of them did not look at.
    unseen: HashSet<String>,
    /// Those that this run, or this shard, wrote before.
    before: BTreeSet<String>,
}

/// A decision whose documents are written, and not yet under their final names.
pub struct Made {
    /// What is kept of it.
    pub entry: Entry,
    /// Its files; those that were there already are not among them.
    pub files: Vec<Staged>,
}

/// A line of the log.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// What documents are made from, from here on.
    MadeBy(Identity),
    /// Files that are given their final names next: from here on they are known to be ours.
    Placing(Vec<String>),
    /// A decision whose files are all written.
    Done(Box<Entry>),
}

const LOG: &str = "log.ndjson";
/// The manifest of the run before, once this one has begun to change files.
const FORMER: &str = "former.json";

impl Store {
    /// Opens the folder of a run, or of one shard of it, and makes it where there is none.
    pub fn open(out: &Path, shard: Option<Shard>, identity: &Identity) -> Result<Store, String> {
        let work = match shard {
            None => out.join(names::WORK).join("run"),
            Some(shard) => out
                .join(names::WORK)
                .join(format!("{}-of-{}", shard.index, shard.count)),
        };
        files::make_folder(&out.join(names::DECISIONS))?;
        files::make_folder(&work)?;
        let Some(held) = files::hold(&work.join("held"))? else {
            return Err(format!(
                "error: another run is writing to {}\n  help: wait until it has ended, or choose another folder with --out",
                out.display()
            ));
        };
        let parts = work.join("parts");
        files::remove_folder(&parts);
        files::make_folder(&parts)?;
        let mut store = Store {
            log: Mutex::new(Log::open(&work.join(LOG))?),
            out: out.to_path_buf(),
            work,
            held: Some(held),
            former: BTreeMap::new(),
            made_by: BTreeMap::new(),
            manifest: None,
            since: None,
            ours: HashSet::new(),
            unseen: HashSet::new(),
            before: BTreeSet::new(),
            manifest_path: match shard {
                None => out.join(names::MANIFEST),
                Some(shard) => out.join(names::SHARDS).join(shard.manifest()),
            },
        };
        if shard.is_some() {
            store.take_manifest(&out.join(names::MANIFEST), false)?;
        }
        store.know_shards();
        for path in [store.work.join(FORMER), store.manifest_path.clone()] {
            store.manifest = store.take_manifest(&path, true)?;
        }
        store.take_log()?;
        store
            .add(&[Line::MadeBy(identity.clone())])
            .map_err(|fault| fault.told)?;
        Ok(store)
    }

    /// The manifest at a path, its decisions taken out and in. `own` where it is of this run or this
    /// shard, and not of the whole that a shard belongs to.
    fn take_manifest(&mut self, path: &Path, own: bool) -> Result<Option<Manifest>, String> {
        let Some((mut manifest, _)) = read_manifest(path)? else {
            return Ok(None);
        };
        let written = files::written(path);
        self.since = self
            .since
            .map_or(written, |since| written.map(|w| w.min(since)));
        self.ours.extend(manifest.paths().map(str::to_string));
        if own {
            self.before.extend(manifest.paths().map(str::to_string));
        }
        let approved = std::mem::take(&mut manifest.approved_before);
        let files = approved.iter().flat_map(|entry| &entry.files);
        self.unseen.extend(files.map(|file| file.path.clone()));
        let decisions = std::mem::take(&mut manifest.decisions);
        for entry in approved.into_iter().chain(decisions) {
            self.former.insert(entry.id.clone(), entry);
        }
        self.made_by.extend(manifest.made_by.clone());
        Ok(Some(manifest))
    }

    /// Files of shards that were run into this folder are ours. What a manifest of theirs is worth
    /// is for `merge` to say.
    fn know_shards(&mut self) {
        let folder = self.out.join(names::SHARDS);
        for path in files::list(&folder, &["json"]).unwrap_or_default() {
            if let Ok(Some((manifest, _))) = read_manifest(&path) {
                self.ours.extend(manifest.paths().map(str::to_string));
            }
        }
    }

    /// What a shard knows of runs before it, for the whole that it is put together to.
    pub fn take_from_shard(&mut self, shard: &Manifest) {
        self.before.extend(shard.left_over.iter().cloned());
        for entry in &shard.approved_before {
            self.former.insert(entry.id.clone(), entry.clone());
        }
    }

    /// Before the first file is changed: the manifest no longer holds, and is set aside. It comes
    /// back, made anew, when the run is whole.
    pub fn begin(&mut self) -> Result<(), String> {
        if self.manifest.take().is_some() {
            files::rename(&self.manifest_path, &self.work.join(FORMER))?;
        }
        Ok(())
    }

    /// Takes in what an interrupted run had done. A line that was cut off is passed over.
    fn take_log(&mut self) -> Result<(), String> {
        let bytes = files::read_own(&self.work.join(LOG))?.unwrap_or_default();
        for line in bytes.split(|byte| *byte == b'\n') {
            match serde_json::from_slice::<Line>(line) {
                Ok(Line::MadeBy(identity)) => {
                    self.made_by.insert(identity.key(), identity);
                }
                Ok(Line::Placing(paths)) => {
                    self.ours.extend(paths.iter().cloned());
                    self.before.extend(paths);
                }
                Ok(Line::Done(entry)) => {
                    self.former.insert(entry.id.clone(), *entry);
                }
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Whether a file is there as it was recorded. Where it is as old as the manifest that records
    /// it, its size says so: files appear whole. One that is younger is read, and its hash compared,
    /// so that what somebody wrote to it by hand is noticed.
    pub fn has(&self, file: &FileRecord) -> bool {
        let path = self.out.join(&file.path);
        let Some((changed, bytes)) = files::changed(&path) else {
            return false;
        };
        bytes == file.bytes
            && ((!self.unseen.contains(&file.path)
                && self.since.is_some_and(|since| changed < since))
                || matches!(files::read_own(&path), Ok(Some(found)) if sha256(&found) == file.sha256))
    }

    /// Writes a file below the folder, not yet under its final name; nothing where it is there
    /// already. A file of this name that no run wrote is left alone, and an error.
    pub fn stage(
        &self,
        path: &str,
        bytes: &[u8],
    ) -> Result<(FileRecord, Option<Staged>), WriteFault> {
        let target = self.out.join(path);
        let staged = Staged::write(&self.work.join("parts"), &target, bytes)?;
        if staged.is_some() && !self.ours.contains(path) && files::is_taken(&target) {
            return Err(WriteFault {
                told: format!(
                    "error: {} is already there, and no run wrote it\n  help: move it away, or choose another folder with --out",
                    target.display()
                ),
                is_general: false,
            });
        }
        Ok((FileRecord::of(path, bytes), staged))
    }

    /// Writes a file below the folder, whole or not at all.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<FileRecord, WriteFault> {
        let (record, staged) = self.stage(path, bytes)?;
        if let Some(staged) = staged {
            staged.settle()?;
            self.add(&[Line::Placing(vec![path.to_string()])])?;
            staged.place()?;
        }
        Ok(record)
    }

    /// Gives the files of several decisions their final names once the disk has them all, and notes
    /// which decisions are done. What goes wrong with one leaves the others alone.
    pub fn place(&self, group: Vec<Made>) -> Vec<Result<Entry, WriteFault>> {
        let settled: Vec<Result<Made, WriteFault>> = group
            .into_iter()
            .map(|made| {
                made.files
                    .iter()
                    .try_for_each(Staged::settle)
                    .map(|()| made)
            })
            .collect();
        let whole = settled.iter().flatten();
        let paths = whole.flat_map(|made| made.entry.files.iter().map(|file| file.path.clone()));
        let noted = self.add(&[Line::Placing(paths.collect())]);
        let mut lines = Vec::new();
        let mut results: Vec<Result<Entry, WriteFault>> = Vec::new();
        for made in settled {
            let placed = made.and_then(|made| {
                noted.clone()?;
                made.files.into_iter().try_for_each(Staged::place)?;
                Ok(made.entry)
            });
            lines.extend(
                placed
                    .iter()
                    .map(|entry| Line::Done(Box::new(entry.clone()))),
            );
            results.push(placed);
        }
        match self.add(&lines) {
            Ok(()) => results,
            Err(fault) => results
                .into_iter()
                .map(|result| result.and(Err(fault.clone())))
                .collect(),
        }
    }

    /// Files of runs before that are still there and are no part of this one, by path.
    pub fn left_over(&self, manifest: &Manifest) -> Vec<String> {
        let now: HashSet<&str> = manifest.paths().collect();
        let left = self
            .before
            .iter()
            .filter(|path| !now.contains(path.as_str()));
        left.filter(|path| files::is_taken(&self.out.join(path)))
            .cloned()
            .collect()
    }

    /// Decisions that were approved before and are not in this manifest, by id.
    pub fn approved_before(&self, manifest: &Manifest) -> Vec<Entry> {
        let now: HashSet<&str> = manifest
            .decisions
            .iter()
            .map(|entry| entry.id.as_str())
            .collect();
        let approved = self.former.values().filter(|entry| {
            entry.status == Status::Approved
                && !now.contains(entry.id.as_str())
                && manifest.shard.is_none_or(|shard| shard.holds(&entry.id))
        });
        approved.cloned().collect()
    }

    /// Adds lines to the log, all in one write.
    fn add(&self, lines: &[Line]) -> Result<(), WriteFault> {
        let text: Result<Vec<String>, _> = lines.iter().map(serde_json::to_string).collect();
        let text = text.map_err(|fault| WriteFault {
            told: fault.to_string(),
            is_general: true,
        })?;
        if text.is_empty() {
            return Ok(());
        }
        let mut log = self
            .log
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        log.add(&text.join("\n"))
    }

    /// Takes the working folder away: the run is whole, and its manifest says the rest.
    pub fn close(mut self) {
        self.held = None;
        files::remove_folder(&self.work);
        files::remove_empty_folder(&self.out.join(names::WORK));
    }
}

/// The manifest at a path with the hash of its text; `None` where there is none. One that cannot
/// be used is an error: what was approved could otherwise be overwritten.
pub fn read_manifest(path: &Path) -> Result<Option<(Manifest, String)>, String> {
    let Some(bytes) = files::read_own(path)? else {
        return Ok(None);
    };
    match Manifest::parse(&bytes) {
        Ok(manifest) => Ok(Some((manifest, sha256(&bytes)))),
        Err(Unusable::OtherForm(form)) => Err(format!(
            "error: {} has form {form}, and this program reads form {}\n  help: use the program that wrote it, or another folder",
            path.display(),
            crate::batch::FORM
        )),
        Err(Unusable::Malformed(why)) => Err(format!(
            "error: {} is no manifest of a run: {why}\n  help: restore it, or move it away to render everything again",
            path.display()
        )),
    }
}
