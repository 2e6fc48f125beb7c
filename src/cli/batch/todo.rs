//! What is done with each decision: left as it is, taken over from the last quarter, or rendered.

use super::failure::{Failing, Failure};
use super::run::{Run, Sound};
use super::threads;
use super::tray::Tray;
use super::work::{self, Failed};
use crate::batch::{Asked, Entry, Former, Plan, Why, plan};

/// What is to be done with the decisions that were not left alone.
#[derive(Default)]
pub(super) struct Todo<'a> {
    /// To be rendered, and why.
    pub render: Vec<(Sound<'a>, Vec<Why>)>,
    /// Approved papers to be taken over from the last quarter.
    pub take_over: Vec<(Sound<'a>, Entry)>,
}

impl Run<'_> {
    /// What is left as it is goes to the entries; the rest comes back, with why.
    pub(super) fn plan<'i>(&mut self, sound: Vec<Sound<'i>>) -> Todo<'i> {
        let plans = threads::map(&sound, self.jobs(), |sound| self.planned(sound));
        let mut todo = Todo::default();
        for (sound, planned) in sound.into_iter().zip(plans) {
            let here = self.store.former.get(&sound.id).cloned();
            match planned {
                Plan::Render(why) => todo.render.push((sound, why)),
                Plan::Keep => self.keep(&sound, here),
                Plan::Broken => self.summary.fail(broken(&sound)),
                Plan::Frozen { changed, from_last } => {
                    if changed {
                        self.changed.push(sound.id.clone());
                    }
                    self.summary.frozen.push((sound.id.clone(), changed));
                    if from_last {
                        let last = self.last.as_ref();
                        let entry = last.and_then(|last| last.entries.get(&sound.id)).cloned();
                        todo.take_over.extend(entry.map(|entry| (sound, entry)));
                    } else {
                        self.freeze(&sound, here);
                    }
                }
            }
        }
        todo
    }

    /// What is to be done with one decision.
    fn planned(&self, sound: &Sound) -> Plan {
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
        plan(&asked, former, &|file| self.store.has(file), &in_last)
    }

    fn keep(&mut self, sound: &Sound, entry: Option<Entry>) {
        self.summary.kept += 1;
        self.freeze(sound, entry);
    }

    /// What is known of a decision stays so, wherever its file is now.
    fn freeze(&mut self, sound: &Sound, entry: Option<Entry>) {
        let Some(mut entry) = entry else { return };
        entry.source = sound.item.shown.clone();
        self.entries.push(entry);
    }

    /// Takes approved papers over from the last quarter.
    pub(super) fn take_over(&mut self, papers: Vec<(Sound, Entry)>) {
        let Some(last) = &self.last else { return };
        let folder = last.folder.clone();
        let mut tray = Tray::new(&self.store);
        let mut placed = Vec::new();
        let mut failed = Vec::new();
        for (at, (sound, entry)) in papers.iter().enumerate() {
            let entry = Entry {
                replaced_approval: false,
                source: sound.item.shown.clone(),
                ..entry.clone()
            };
            match work::take_over(entry, &folder, &self.store) {
                Ok(made) => placed.extend(tray.add(at, made)),
                Err(fault) => failed.push((at, fault)),
            }
        }
        placed.extend(tray.empty());
        for (at, result) in placed {
            match result {
                Ok(entry) => self.entries.push(entry),
                Err(fault) => failed.push((at, Failed::Write(fault))),
            }
        }
        for (at, fault) in failed {
            let (sound, _) = &papers[at];
            self.summary.frozen.retain(|(id, _)| *id != sound.id);
            let failure = Failure::failed(&sound.item.shown, &sound.id, fault);
            self.summary.take(failure);
        }
    }
}

/// An approved paper that is missing or was changed, where it cannot be made again as it was.
fn broken(sound: &Sound) -> Failure {
    let told = format!(
        "error: the approved paper of `{}` is missing or is not as it was recorded, and it cannot be made again: its decision, or what it was made with, has changed since\n  help: restore the paper, or render it anew with --supersede",
        sound.id
    );
    Failure {
        source: sound.item.shown.clone(),
        id: Some(sound.id.clone()),
        kind: Failing::Refused,
        told: vec![told],
        json: Vec::new(),
    }
}
