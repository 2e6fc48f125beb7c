//! Puts a run together: portfolio and register, then the manifest, last. Where nothing that they
//! are made from has changed, nothing is written.

use super::summary::Finished;
use super::{Last, Store, Wanted};
use crate::batch::identity::{Identity, sha256};
use crate::batch::names::{self, Shard};
use crate::batch::{Entry, FORM, FileRecord, Manifest, Refused, Request};
use crate::pipeline::Pipeline;
use std::collections::BTreeMap;
use std::path::Path;

/// Everything that a run is put together from.
pub struct Finish<'a> {
    /// Policy, templates and fonts.
    pub pipeline: &'a Pipeline,
    /// The folder it is written to.
    pub store: &'a Store,
    /// The same as it was named.
    pub out: &'a Path,
    /// Which shard, where it is one.
    pub shard: Option<Shard>,
    /// What was asked for.
    pub request: Request,
    /// The documents of each decision.
    pub wanted: Wanted,
    /// What documents were made from.
    pub made_by: BTreeMap<String, Identity>,
    /// What could not be used.
    pub refused: Vec<Refused>,
    /// Decisions whose content changed after approval.
    pub changed: Vec<String>,
    /// The decisions, by id.
    pub entries: Vec<Entry>,
    /// The last quarter.
    pub last: Option<&'a Last>,
    /// Decisions compared at a time.
    pub jobs: usize,
}

/// Puts a run together.
///
/// # Errors
///
/// What is told where a file cannot be written or the portfolio cannot be printed.
pub fn finish(finish: Finish) -> Result<Finished, String> {
    let as_of = finish
        .request
        .as_of
        .or_else(|| finish.entries.iter().map(|entry| entry.as_of).max());
    let mut manifest = Manifest {
        form: FORM,
        boardbrief: env!("CARGO_PKG_VERSION").to_string(),
        as_of,
        shard: finish.shard,
        request: finish.request,
        made_by: finish.made_by,
        portfolio_from: None,
        files: Vec::new(),
        refused: finish.refused,
        changed_after_approval: finish.changed,
        decisions: finish.entries,
    };
    let decisions = manifest.decisions.len();
    let text = |manifest: &Manifest| manifest.text().map_err(|fault| fault.to_string());
    let hash = sha256(text(&manifest)?.as_bytes());
    let path = match finish.shard {
        None => names::MANIFEST.to_string(),
        Some(shard) => {
            crate::cli::files::make_folder(&finish.out.join(names::SHARDS))?;
            format!("{}/{}", names::SHARDS, shard.manifest())
        }
    };
    manifest.portfolio_from = Some(hash.clone());
    let former = finish.store.manifest.as_ref().map(|(manifest, _)| manifest);
    let same = former.filter(|former| {
        former.shard == finish.shard
            && former.portfolio_from.as_ref() == Some(&hash)
            && former.files.iter().all(|file| finish.store.has(file))
    });
    if let Some(former) = same {
        let mut files: Vec<String> = former.files.iter().map(|file| file.path.clone()).collect();
        files.push(path);
        return Ok(Finished {
            rebuilt: false,
            files,
            decisions,
            moved: None,
        });
    }
    let moved = None;
    if finish.shard.is_none() {
        let write = |path: &str, bytes: &[u8]| -> Result<FileRecord, String> {
            finish.store.write(path, bytes).map_err(|fault| fault.told)
        };
        let _ = (
            &write,
            finish.pipeline,
            finish.last,
            finish.wanted,
            finish.jobs,
        );
    }
    finish
        .store
        .write(&path, text(&manifest)?.as_bytes())
        .map_err(|fault| fault.told)?;
    let mut files: Vec<String> = manifest.files.iter().map(|f| f.path.clone()).collect();
    files.push(path);
    Ok(Finished {
        rebuilt: true,
        files,
        decisions,
        moved,
    })
}
