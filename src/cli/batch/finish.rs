//! Puts a run together: portfolio and register, then the manifest, last. Where nothing that they
//! are made from has changed, nothing is written.

use super::since::{self, Reckon};
use super::summary::Finished;
use super::{Last, Store, Wanted};
use crate::batch::identity::{Identity, sha256};
use crate::batch::names::{self, Shard};
use crate::batch::previous::Comparison;
use crate::batch::{Entry, FORM, FileRecord, Manifest, Refused, Request, register};
use crate::cli::load::Own;
use crate::pipeline::Pipeline;
use crate::report::portfolio::{View, portfolio};
use std::collections::BTreeMap;
use std::path::Path;

/// Everything that a run is put together from.
pub struct Finish<'a> {
    /// Policy, templates and fonts.
    pub pipeline: &'a Pipeline,
    /// Which templates, style and fonts are an organisation's own.
    pub own: &'a Own,
    /// The folder it is written to.
    pub store: &'a mut Store,
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
    /// How the former decisions are evaluated again.
    pub reckon: &'a Reckon,
}

/// Puts a run together.
///
/// # Errors
///
/// What is told where a file cannot be written or the portfolio cannot be printed.
pub fn finish(mut finish: Finish) -> Result<Finished, String> {
    let as_of = finish
        .request
        .as_of
        .or_else(|| finish.entries.iter().map(|entry| entry.as_of).max());
    let mut manifest = Manifest {
        form: FORM,
        boardbrief: env!("CARGO_PKG_VERSION").to_string(),
        as_of,
        shard: finish.shard,
        request: finish.request.clone(),
        made_by: std::mem::take(&mut finish.made_by),
        portfolio_from: None,
        files: Vec::new(),
        refused: std::mem::take(&mut finish.refused),
        changed_after_approval: std::mem::take(&mut finish.changed),
        left_over: Vec::new(),
        approved_before: Vec::new(),
        decisions: std::mem::take(&mut finish.entries),
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
    let same = finish.store.manifest.as_ref().filter(|former| {
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
            left_over: former.left_over.clone(),
            faults: Vec::new(),
        });
    }
    finish.store.begin()?;
    let (mut moved, mut faults) = (None, Vec::new());
    if finish.shard.is_none() {
        let comparison = finish
            .last
            .map(|last| since::compare(last, &manifest, &finish));
        if let Some(comparison) = &comparison {
            moved = Some(since::line(comparison));
            faults = since::faults(comparison);
        }
        manifest.files = whole(&finish, &manifest, comparison.as_ref(), &hash)?;
    }
    manifest.approved_before = finish.store.approved_before(&manifest);
    manifest.left_over = finish.store.left_over(&manifest);
    let left_over = manifest.left_over.clone();
    write(&finish, &path, text(&manifest)?.as_bytes())?;
    let mut files: Vec<String> = manifest.files.iter().map(|f| f.path.clone()).collect();
    files.push(path);
    Ok(Finished {
        rebuilt: true,
        files,
        decisions,
        moved,
        left_over,
        faults,
    })
}

/// The portfolio and the register.
fn whole(
    finish: &Finish,
    manifest: &Manifest,
    moved: Option<&Comparison>,
    hash: &str,
) -> Result<Vec<FileRecord>, String> {
    let mut files = Vec::new();
    if let Some(as_of) = manifest.as_of {
        let pipeline = finish.pipeline;
        let mut view = View::new(
            as_of,
            &manifest.decisions,
            &manifest.refused,
            &manifest.changed_after_approval,
            pipeline.market(),
            pipeline.conventions(),
        );
        view.moved = moved;
        (_, view.suffix) = finish.wanted.kind();
        let report = portfolio(&view, Some(&hash[..12]));
        // What thousands of papers left behind is of no use to this one.
        crate::typeset::forget();
        let documents = pipeline
            .print_alone(&report, finish.wanted.formats)
            .map_err(|fault| finish.own.blame("the portfolio", &fault).told)?;
        let parts = [
            ("md", documents.markdown.map(String::into_bytes)),
            ("pdf", documents.pdf),
        ];
        for (ending, bytes) in parts {
            let Some(bytes) = bytes else { continue };
            let path = format!("{}.{ending}", names::PORTFOLIO);
            files.push(write(finish, &path, &bytes)?);
        }
    }
    let table = register::csv(manifest);
    files.push(write(finish, names::REGISTER_CSV, table.as_bytes())?);
    let json = register::json(manifest, moved);
    files.push(write(finish, names::REGISTER_JSON, json.as_bytes())?);
    Ok(files)
}

fn write(finish: &Finish, path: &str, bytes: &[u8]) -> Result<FileRecord, String> {
    let written = finish.store.write(path, bytes);
    written.map_err(|fault| fault.told)
}
