//! The folder of a run on disk: what it holds from before, the folder in which a run works until it
//! is whole, and the log that lets an interrupted run go on.

use crate::batch::identity::{Identity, sha256};
use crate::batch::names::{self, Shard};
use crate::batch::{Entry, FileRecord, Manifest, Unusable};
use crate::cli::files::{self, Log, WriteFault};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

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
}

/// A line of the log.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// What documents are made from, from here on.
    MadeBy(Identity),
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
            manifest_path: match shard {
                None => out.join(names::MANIFEST),
                Some(shard) => out.join(names::SHARDS).join(shard.manifest()),
            },
        };
        store.take_manifest(&out.join(names::MANIFEST))?;
        store.take_manifest(&store.work.join(FORMER))?;
        let path = store.manifest_path.clone();
        store.manifest = store.take_manifest(&path)?;
        store.take_log()?;
        store
            .add(&Line::MadeBy(identity.clone()))
            .map_err(|fault| fault.told)?;
        Ok(store)
    }

    fn take_manifest(&mut self, path: &Path) -> Result<Option<Manifest>, String> {
        let Some((mut manifest, _)) = read_manifest(path)? else {
            return Ok(None);
        };
        for entry in std::mem::take(&mut manifest.decisions) {
            self.former.insert(entry.id.clone(), entry);
        }
        self.made_by.extend(manifest.made_by.clone());
        Ok(Some(manifest))
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
                Ok(Line::Done(entry)) => {
                    self.former.insert(entry.id.clone(), *entry);
                }
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Whether a file is there in the size it was recorded with. Files appear whole, so that is
    /// enough here; `merge` compares hashes.
    pub fn has(&self, file: &FileRecord) -> bool {
        files::size(&self.out.join(&file.path)) == Some(file.bytes)
    }

    /// Writes a file below the folder, whole or not at all.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<FileRecord, WriteFault> {
        files::write_through(&self.work.join("parts"), &self.out.join(path), bytes)?;
        Ok(FileRecord::of(path, bytes))
    }

    /// Notes that all files of a decision are written.
    pub fn done(&self, entry: &Entry) -> Result<(), WriteFault> {
        self.add(&Line::Done(Box::new(entry.clone())))
    }

    fn add(&self, line: &Line) -> Result<(), WriteFault> {
        let text = serde_json::to_string(line).map_err(|fault| WriteFault {
            told: fault.to_string(),
            is_general: true,
        })?;
        let mut log = self
            .log
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        log.add(&text)
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
