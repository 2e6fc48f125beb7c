//! `boardbrief merge DIR --expect N`: the shards of a run as one run, byte for byte what a run on
//! one machine would have written.

use super::batch::{Finish, Last, Store, Summary, Wanted, finish, read_manifest};
use super::render::{Document, Format};
use super::{Status, console, files, load};
use crate::batch::identity::{Identity, sha256};
use crate::batch::names::{self, Shard};
use crate::batch::{Manifest, Refused};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Put the shards of a run together: check them, then write portfolio, register and manifest
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  for i in 0 1 2 3; do boardbrief batch decisions --out 2026-q4 --shard $i/4; done
  boardbrief merge 2026-q4 --expect 4

Give the same --policy, --rulebook and --previous as to the shards.")]
pub struct Arguments {
    /// The folder that the shards wrote to
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How many shards there are
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    expect: u32,
    /// The folder of a former run, to say what moved since
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    #[command(flatten)]
    own: load::Own,
    /// Print the summary as JSON
    #[arg(long)]
    json: bool,
}

/// Puts the shards together.
pub fn run(arguments: &Arguments) -> Status {
    merge(arguments).unwrap_or_else(|status| status)
}

fn merge(arguments: &Arguments) -> Result<Status, Status> {
    let incomplete = |told: String| {
        console::note(&told);
        Status::Incomplete
    };
    let pipeline = load::pipeline(&arguments.own)?;
    let identity = Identity::new(pipeline.parts());
    let last = Last::open(arguments.previous.as_deref(), &arguments.folder)?;
    let shards = shards(arguments)?;
    let first = &shards[0];
    let mut told = disagreements(&shards, &identity);
    let previous = last.as_ref().map(|last| last.hash.clone());
    if first.request.previous != previous {
        told.push("error: the shards were made with another --previous\n  help: give merge the same --previous as the shards".to_string());
    }
    told.extend(twice(&shards));
    told.extend(damaged(arguments, &shards));
    if !told.is_empty() {
        return Err(incomplete(told.join("\n")));
    }
    let wanted = wanted(first)
        .ok_or_else(|| incomplete("error: the shards hold a document that is not known".into()))?;
    let mut store = Store::open(&arguments.folder, None, &identity).map_err(incomplete)?;
    let request = first.request.clone();
    let mut summary = Summary::new(None);
    let mut whole = Finish {
        pipeline: &pipeline,
        own: &arguments.own,
        store: &mut store,
        out: &arguments.folder,
        shard: None,
        request,
        wanted,
        made_by: BTreeMap::new(),
        refused: Vec::new(),
        changed: Vec::new(),
        entries: Vec::new(),
        last: last.as_ref(),
        jobs: super::batch::jobs(None),
        reckon: &super::batch::reckon,
    };
    for shard in shards {
        whole.store.take_from_shard(&shard);
        whole.made_by.extend(shard.made_by);
        whole.refused.extend(shard.refused);
        whole.changed.extend(shard.changed_after_approval);
        whole.entries.extend(shard.decisions);
    }
    whole.refused.sort();
    whole.changed.sort();
    whole.entries.sort_by(|a, b| a.id.cmp(&b.id));
    summary.merged = Some(whole.entries.len());
    summary.refused_before(&whole.refused);
    match finish(whole) {
        Ok(finished) => {
            summary.finished = Some(finished);
            store.close();
        }
        Err(told) => summary.fault(told),
    }
    Ok(summary.tell(&arguments.folder, arguments.json))
}

/// The manifests of all shards, in order; those that are missing are told, all of them.
fn shards(arguments: &Arguments) -> Result<Vec<Manifest>, Status> {
    let count = arguments.expect;
    let folder = arguments.folder.join(names::SHARDS);
    let (mut found, mut missing, mut told) = (Vec::new(), Vec::new(), Vec::new());
    for index in 0..count {
        let shard = Shard { index, count };
        match read_manifest(&folder.join(shard.manifest())) {
            Ok(Some((manifest, _))) if manifest.shard == Some(shard) => found.push(manifest),
            Ok(Some(_)) => told.push(format!(
                "error: {} is the manifest of another shard",
                folder.join(shard.manifest()).display()
            )),
            Ok(None) => missing.push(shard.to_string()),
            Err(why) => told.push(why),
        }
    }
    if !missing.is_empty() {
        told.push(format!(
            "error: {} of {count} shards {} missing from {}: {}\n  help: run each with --shard I/{count}, then merge again",
            missing.len(),
            if missing.len() == 1 { "is" } else { "are" },
            arguments.folder.display(),
            missing.join(", ")
        ));
    }
    if told.is_empty() {
        return Ok(found);
    }
    console::note(&told.join("\n"));
    Err(Status::Incomplete)
}

/// Shards that were not asked for the same, or not made by the same program, policy and fonts.
fn disagreements(shards: &[Manifest], identity: &Identity) -> Vec<String> {
    let mut told = Vec::new();
    for manifest in shards {
        let name = manifest
            .shard
            .map(|shard| shard.to_string())
            .unwrap_or_default();
        if manifest.request != shards[0].request {
            told.push(format!(
                "error: shard {name} was asked for other documents, another --previous or another date than the first\n  help: run it again with the same arguments"
            ));
        }
        if !manifest.made_by.contains_key(&identity.key()) {
            let others = manifest.made_by.values();
            let differs: Vec<&str> = others
                .map(|other| other.differs_in(identity))
                .min_by_key(Vec::len)
                .unwrap_or_default();
            told.push(format!(
                "error: shard {name} was made with another {}\n  help: give merge what the shard was given, or run the shard again",
                differs.join(" and another ")
            ));
        }
    }
    told
}

/// Decisions that several shards hold: they were not given the same files.
fn twice(shards: &[Manifest]) -> Vec<String> {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let mut told = Vec::new();
    for manifest in shards {
        let name = manifest
            .shard
            .map(|shard| shard.to_string())
            .unwrap_or_default();
        for entry in &manifest.decisions {
            if let Some(other) = seen.insert(&entry.id, name.clone()) {
                told.push(format!(
                    "error: the decision `{}` is in shard {other} and in shard {name}",
                    entry.id
                ));
            }
            if manifest.shard.is_some_and(|shard| !shard.holds(&entry.id)) {
                told.push(format!(
                    "error: the decision `{}` does not belong to shard {name}",
                    entry.id
                ));
            }
        }
    }
    told
}

/// Files that are not there as their shard wrote them.
fn damaged(arguments: &Arguments, shards: &[Manifest]) -> Vec<String> {
    let mut told = Vec::new();
    for manifest in shards {
        let name = manifest
            .shard
            .map(|shard| shard.to_string())
            .unwrap_or_default();
        for file in manifest.decisions.iter().flat_map(|entry| &entry.files) {
            let path = arguments.folder.join(&file.path);
            let whole = files::read_own(&path)
                .ok()
                .flatten()
                .is_some_and(|bytes| sha256(&bytes) == file.sha256);
            if !whole {
                told.push(format!(
                    "error: {} is missing or not as shard {name} wrote it\n  help: run that shard again",
                    path.display()
                ));
            }
        }
    }
    told
}

/// The documents that the shards made.
fn wanted(first: &Manifest) -> Option<Wanted> {
    use clap::ValueEnum;
    let document = Document::from_str(&first.request.document, false).ok()?;
    let formats = first.request.formats.iter();
    let formats: Result<Vec<Format>, String> = formats
        .map(|format| Format::from_str(format, false))
        .collect();
    Some(Wanted::new(document, &formats.ok()?))
}

impl Summary {
    /// Takes in what the shards could not use.
    fn refused_before(&mut self, refused: &[Refused]) {
        for refused in refused {
            self.fail(super::batch::Failure::before(refused));
        }
    }
}
