//! A run from its paths to its manifest: find, read, plan, render, put together.

use super::discover::{self, Item};
use super::progress::Progress;
use super::scan::{self, Scanned};
use super::summary::{Failing, Failure, Summary};
use super::threads::{self, Go};
use super::work::{self, Failed, Wanted};
use super::{Arguments, Finish, Last, Store, finish};
use crate::batch::identity::Identity;
use crate::batch::{Asked, Entry, Former, Plan, Request, Why, plan};
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
struct Sound<'a> {
    item: &'a Item,
    id: String,
    content: String,
}

/// Runs all of it.
pub fn run(arguments: &Arguments, pipeline: &Pipeline) -> Result<Status, Status> {
    let identity = Identity::new(pipeline.parts());
    let last = Last::open(arguments.previous.as_deref(), &arguments.out)?;
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
    let found = run.find();
    let sound = run.read(&found);
    if arguments.fail_fast && run.summary.has_failures() {
        run.summary.stopped = true;
        return Ok(run.stop());
    }
    let todo = run.plan(sound);
    if !todo.is_empty() {
        run.store.begin().map_err(incomplete)?;
    }
    run.render(todo);
    if run.summary.is_stopped() {
        return Ok(run.stop());
    }
    Ok(run.finish())
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

struct Run<'a> {
    arguments: &'a Arguments,
    pipeline: &'a Pipeline,
    wanted: Wanted,
    identity: Identity,
    made_by: String,
    store: Store,
    last: Option<Last>,
    interrupted: Arc<AtomicBool>,
    summary: Summary,
    entries: Vec<Entry>,
    /// Decisions whose content changed after approval, by id.
    changed: Vec<String>,
}

impl Run<'_> {
    fn jobs(&self) -> usize {
        super::jobs(self.arguments.jobs)
    }

    /// Whether this shard, or the whole run, does what is called so.
    fn holds(&self, name: &str) -> bool {
        self.arguments.shard.is_none_or(|shard| shard.holds(name))
    }

    fn find(&mut self) -> Vec<Item> {
        let mut apart = vec![self.arguments.out.clone()];
        apart.extend(self.arguments.previous.clone());
        let found = discover::discover(&self.arguments.paths, &apart);
        for lost in found.lost {
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
        found.items
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

    /// What is left as it is goes to the entries; what is to be rendered comes back, with why.
    fn plan<'i>(&mut self, sound: Vec<Sound<'i>>) -> Vec<(Sound<'i>, Vec<Why>)> {
        let mut todo = Vec::new();
        for sound in sound {
            let last = self.last.as_ref();
            let former = Former {
                here: self.store.former.get(&sound.id),
                last: last.and_then(|last| last.entries.get(&sound.id)),
            };
            let asked = Asked {
                content: &sound.content,
                files: &self.wanted.files(&sound.id),
                identity: &self.identity,
                made_by: &self.store.made_by,
                supersede: self.arguments.supersede,
            };
            let in_last = |file: &_| last.is_some_and(|last| last.has(file));
            let planned = plan(&asked, former, &|file| self.store.has(file), &in_last);
            let (here, there) = (former.here.cloned(), former.last.cloned());
            match planned {
                Plan::Render(why) => todo.push((sound, why)),
                Plan::Keep => self.keep(&sound, here),
                Plan::Frozen { changed, from_last } => {
                    let entry = if from_last { there } else { here };
                    self.freeze(&sound, entry, changed, from_last);
                }
            }
        }
        todo
    }

    fn keep(&mut self, sound: &Sound, entry: Option<Entry>) {
        let Some(mut entry) = entry else { return };
        entry.source = sound.item.shown.clone();
        self.summary.kept += 1;
        self.entries.push(entry);
    }

    fn freeze(&mut self, sound: &Sound, entry: Option<Entry>, changed: bool, from_last: bool) {
        let Some(mut entry) = entry else { return };
        if from_last {
            entry.replaced_approval = false;
            let folder = self.last.as_ref().map(|last| last.folder.clone());
            let taken = folder.map(|folder| work::take_over(&entry, &folder, &self.store));
            if let Some(Err(failed)) = taken {
                let failure = Failure::failed(&sound.item.shown, &sound.id, failed);
                return self.summary.fail(failure);
            }
        }
        entry.source = sound.item.shown.clone();
        if changed {
            self.changed.push(entry.id.clone());
        }
        self.summary.frozen.push((entry.id.clone(), changed));
        self.entries.push(entry);
    }

    fn render(&mut self, todo: Vec<(Sound, Vec<Why>)>) {
        let mut progress = Progress::new(todo.len());
        let Run {
            pipeline,
            wanted,
            made_by,
            store,
            interrupted,
            arguments,
            summary,
            entries,
            ..
        } = self;
        let mut done = 0;
        let stop = || interrupted.load(Ordering::Relaxed);
        threads::each(
            todo.len(),
            super::jobs(arguments.jobs),
            |at| {
                let (sound, why) = &todo[at];
                if stop() {
                    return None;
                }
                let rendered = work::render(
                    sound.item,
                    &sound.content,
                    *wanted,
                    pipeline,
                    made_by,
                    store,
                );
                Some(rendered.and_then(|mut entry| {
                    entry.replaced_approval = why.contains(&Why::Supersede)
                        || kept_mark(store.former.get(&sound.id), &sound.content);
                    store.done(&entry).map_err(Failed::Write)?;
                    Ok(entry)
                }))
            },
            |at, result| {
                let (sound, why) = &todo[at];
                let failed = match result {
                    None => {
                        summary.interrupted = true;
                        return Go::Stop;
                    }
                    Some(Ok(entry)) => {
                        summary.rendered.push((entry.id.clone(), why.clone()));
                        entries.push(entry);
                        false
                    }
                    Some(Err(failed)) => {
                        let failure = Failure::failed(&sound.item.shown, &sound.id, failed);
                        summary.hopeless |= failure.kind == Failing::Disk;
                        summary.fail(failure);
                        true
                    }
                };
                done += 1;
                progress.step(failed);
                summary.stopped |= failed && arguments.fail_fast;
                if summary.hopeless || summary.stopped {
                    return Go::Stop;
                }
                Go::On
            },
        );
        progress.clear();
        summary.left = todo.len() - done;
    }

    fn finish(mut self) -> Status {
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
