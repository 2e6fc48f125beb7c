//! A run from its paths to its manifest: find, read, plan, render, put together.

use super::discover::{self, Found, Item, Lost};
use super::failure::{Failing, Failure};
use super::progress::Progress;
use super::scan::{self, Scanned};
use super::since::{Reckon, reckon};
use super::store::Made;
use super::summary::Summary;
use super::threads::{self, Go};
use super::tray::Tray;
use super::work::{self, Failed, Press, Wanted};
use super::{Arguments, Finish, Last, Store, finish};
use crate::batch::identity::Identity;
use crate::batch::{Entry, Request, Why, names};
use crate::cli::{Status, console, files};
use crate::decision::Date;
use crate::pipeline::Pipeline;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a run is asked for, as its manifest records it.
fn request(wanted: Wanted, as_of: Option<Date>, last: Option<&Last>) -> Request {
    let (kind, _) = wanted.kind();
    Request {
        document: kind.key().to_string(),
        formats: wanted.endings().iter().map(|e| (*e).to_string()).collect(),
        as_of,
        previous: last.map(|last| last.hash.clone()),
    }
}

/// A decision that can be rendered.
pub(super) struct Sound<'a> {
    pub item: &'a Item,
    pub id: String,
    pub content: String,
}

/// Makes the documents of one decision.
pub type Make = dyn Fn(&Item, &str, Press) -> Result<Made, Failed> + Sync;

/// What is done with one decision at a time, and must not harm the others where it fails.
#[derive(Clone, Copy)]
pub struct Steps<'a> {
    /// Its documents are made.
    pub make: &'a Make,
    /// Its former version is evaluated again.
    pub reckon: &'a Reckon,
}

/// What a run does.
pub const OURS: Steps = Steps {
    make: &work::make,
    reckon: &reckon,
};

/// Runs all of it.
pub fn run(arguments: &Arguments, pipeline: &Pipeline, steps: Steps) -> Result<Status, Status> {
    let identity = Identity::new(pipeline.parts());
    let last = Last::open(arguments.previous.as_deref(), &arguments.out)?;
    let found = find(arguments)?;
    let interrupted = interrupts();
    let incomplete = |told: String| {
        console::note(&told);
        Status::Incomplete
    };
    files::make_folder(&arguments.out).map_err(incomplete)?;
    let store = Store::open(&arguments.out, arguments.shard, &identity).map_err(incomplete)?;
    let mut run = Run {
        arguments,
        pipeline,
        wanted: Wanted::new(arguments.document, &arguments.format),
        made_by: identity.key(),
        identity,
        store,
        last,
        interrupted,
        summary: Summary::new(arguments.shard),
        entries: Vec::new(),
        changed: Vec::new(),
    };
    run.lose(found.lost);
    let sound = run.read(&found.items);
    if arguments.fail_fast && run.summary.has_failures() {
        run.summary.stopped = true;
        return Ok(run.stop());
    }
    let todo = run.plan(sound);
    if !todo.render.is_empty() || !todo.take_over.is_empty() {
        run.store.begin().map_err(incomplete)?;
    }
    run.take_over(todo.take_over);
    run.render(todo.render, steps.make);
    if run.summary.is_stopped() {
        return Ok(run.stop());
    }
    Ok(run.finish(steps.reckon))
}

/// The decisions that the paths stand for. A run keeps a copy of each in a folder of its own, so
/// those copies cannot be what it is made from.
fn find(arguments: &Arguments) -> Result<Found, Status> {
    let mut apart = vec![arguments.out.clone()];
    apart.extend(arguments.previous.clone());
    let found = discover::discover(&arguments.paths, &apart);
    let copies = files::one_name(&arguments.out).join(names::DECISIONS);
    let within = |item: &&Item| files::one_name(&item.path).starts_with(&copies);
    match found.items.iter().find(within) {
        None => Ok(found),
        Some(item) => {
            console::note(&format!(
                "error: {} is in the folder where the run keeps its copies of the decisions\n  help: keep the decisions elsewhere, or choose another folder with --out",
                item.shown
            ));
            Err(Status::Usage)
        }
    }
}

/// Set where the run is to end: by Ctrl-C, or by whoever manages the machine. A second time ends it
/// at once; what is written is whole either way.
fn interrupts() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // Where a signal cannot be caught, it ends the run at once, and a rerun goes on.
        let at_once = Status::Incomplete as i32;
        let _ = signal_hook::flag::register_conditional_shutdown(signal, at_once, flag.clone());
        let _ = signal_hook::flag::register(signal, flag.clone());
    }
    flag
}

/// A run that is under way.
pub(super) struct Run<'a> {
    pub(super) arguments: &'a Arguments,
    pub(super) pipeline: &'a Pipeline,
    pub(super) wanted: Wanted,
    pub(super) identity: Identity,
    pub(super) made_by: String,
    pub(super) store: Store,
    pub(super) last: Option<Last>,
    pub(super) interrupted: Arc<AtomicBool>,
    pub(super) summary: Summary,
    pub(super) entries: Vec<Entry>,
    /// Decisions whose content changed after approval, by id.
    pub(super) changed: Vec<String>,
}

impl Run<'_> {
    /// Decisions worked on at a time.
    pub(super) fn jobs(&self) -> usize {
        super::jobs(self.arguments.jobs)
    }

    /// Whether this shard, or the whole run, does what is called so.
    fn holds(&self, name: &str) -> bool {
        self.arguments.shard.is_none_or(|shard| shard.holds(name))
    }

    /// Paths that could not be followed.
    fn lose(&mut self, lost: Vec<Lost>) {
        for lost in lost {
            if self.holds(&lost.shown) {
                self.summary.fail(Failure {
                    source: lost.shown,
                    id: None,
                    kind: Failing::Unreadable,
                    told: vec![lost.told],
                    json: Vec::new(),
                });
            }
        }
    }

    /// The first pass: what can be rendered by this run, each id once.
    fn read<'i>(&mut self, items: &'i [Item]) -> Vec<Sound<'i>> {
        let known: HashMap<String, String> = self
            .store
            .former
            .values()
            .filter(|entry| entry.made_by == self.made_by)
            .map(|entry| (entry.content.clone(), entry.id.clone()))
            .collect();
        let scanned = scan::scan(items, &known, self.pipeline, self.jobs());
        let mut by_id: BTreeMap<String, Vec<&Item>> = BTreeMap::new();
        for (item, scanned) in items.iter().zip(&scanned) {
            if let Scanned::Sound { id, .. } | Scanned::Refused { id: Some(id), .. } = scanned {
                by_id.entry(id.clone()).or_default().push(item);
            }
        }
        let mut sound = Vec::new();
        for (item, scanned) in items.iter().zip(scanned) {
            match scanned {
                Scanned::Sound { id, content } => match by_id.get(&id).map(Vec::as_slice) {
                    Some([_]) if self.holds(&id) => sound.push(Sound { item, id, content }),
                    Some([_]) | None => {}
                    Some(several) if self.holds(&id) => {
                        self.summary.fail(twice(item, &id, several))
                    }
                    Some(_) => {}
                },
                other => self.failed_reading(item, other),
            }
        }
        sound.sort_by(|a, b| a.id.cmp(&b.id));
        sound
    }

    fn failed_reading(&mut self, item: &Item, scanned: Scanned) {
        let failure = Failure::scanned(&item.shown, scanned);
        let name = failure.id.clone().unwrap_or_else(|| item.shown.clone());
        if self.holds(&name) {
            self.summary.fail(failure);
        }
    }

    fn render(&mut self, todo: Vec<(Sound, Vec<Why>)>, make: &Make) {
        let press = Press {
            wanted: self.wanted,
            pipeline: self.pipeline,
            own: &self.arguments.own,
            made_by: &self.made_by,
            store: &self.store,
        };
        let (arguments, summary, entries) = (self.arguments, &mut self.summary, &mut self.entries);
        let mut progress = Progress::new(todo.len());
        let mut tray = Tray::new(&self.store);
        let mut done = 0;
        let mut end = |at: usize, result: Result<Entry, Failed>| {
            let (sound, why) = &todo[at];
            let failed = result.is_err();
            match result {
                Ok(entry) => {
                    summary.rendered.push((entry.id.clone(), why.clone()));
                    entries.push(entry);
                }
                Err(failed) => {
                    summary.take(Failure::failed(&sound.item.shown, &sound.id, failed));
                }
            }
            done += 1;
            progress.step(failed);
            summary.stopped |= failed && arguments.fail_fast;
            summary.hopeless || summary.stopped
        };
        let stop = || self.interrupted.load(Ordering::Relaxed);
        let mut interrupted = false;
        threads::each(
            todo.len(),
            super::jobs(arguments.jobs),
            |at| {
                let (sound, why) = &todo[at];
                if stop() {
                    return None;
                }
                let made = work::set_apart(sound.item, || make(sound.item, &sound.content, press));
                Some(made.map(|mut made| {
                    made.entry.replaced_approval = why.contains(&Why::Supersede)
                        || kept_mark(press.store.former.get(&sound.id), &sound.content);
                    made
                }))
            },
            |at, result| {
                let ended = match result {
                    None => {
                        interrupted = true;
                        true
                    }
                    Some(Ok(made)) => tray
                        .add(at, made)
                        .into_iter()
                        .fold(false, |ended, (at, placed)| {
                            end(at, placed.map_err(Failed::Write)) || ended
                        }),
                    Some(Err(failed)) => end(at, Err(failed)),
                };
                if ended { Go::Stop } else { Go::On }
            },
        );
        for (at, placed) in tray.empty() {
            end(at, placed.map_err(Failed::Write));
        }
        progress.clear();
        summary.interrupted |= interrupted;
        summary.left = todo.len() - done;
    }

    fn finish(mut self, reckon: &Reckon) -> Status {
        self.entries.sort_by(|a, b| a.id.cmp(&b.id));
        self.changed.sort();
        let made_by = self
            .entries
            .iter()
            .filter_map(|entry| {
                let last = self.last.as_ref();
                let known = self.store.made_by.get(&entry.made_by);
                let known = known
                    .or_else(|| last.and_then(|last| last.manifest.made_by.get(&entry.made_by)));
                Some((entry.made_by.clone(), known?.clone()))
            })
            .chain([(self.made_by.clone(), self.identity.clone())])
            .collect();
        let jobs = self.jobs();
        let outcome = finish(Finish {
            pipeline: self.pipeline,
            own: &self.arguments.own,
            store: &mut self.store,
            out: &self.arguments.out,
            shard: self.arguments.shard,
            request: request(self.wanted, self.arguments.as_of, self.last.as_ref()),
            wanted: self.wanted,
            made_by,
            refused: self.summary.refused(),
            changed: self.changed,
            entries: self.entries,
            last: self.last.as_ref(),
            jobs,
            reckon,
        });
        match outcome {
            Ok(finished) => {
                self.summary.finished = Some(finished);
                self.store.close();
            }
            Err(told) => self.summary.fault(told),
        }
        self.summary.tell(&self.arguments.out, self.arguments.json)
    }

    /// Ends a run that is not whole: no portfolio and no manifest, and a rerun goes on.
    fn stop(self) -> Status {
        self.summary.tell(&self.arguments.out, self.arguments.json)
    }
}

/// Whether a decision that is rendered again replaced an approved paper before, by this content.
fn kept_mark(former: Option<&Entry>, content: &str) -> bool {
    former.is_some_and(|entry| entry.replaced_approval && entry.content == content)
}

/// Two decisions with one id: an error for each, naming all.
fn twice(item: &Item, id: &str, several: &[&Item]) -> Failure {
    let mut files: Vec<&str> = several.iter().map(|item| item.shown.as_str()).collect();
    files.sort_unstable();
    let told = format!(
        "error: {} have the same id `{id}`\n  help: give each decision an id of its own; it names the files",
        files.join(" and ")
    );
    Failure {
        source: item.shown.clone(),
        id: Some(id.to_string()),
        kind: Failing::Refused,
        told: vec![told],
        json: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
