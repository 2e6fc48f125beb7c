//! Finished decisions on their way to disk. Waiting for the disk file by file costs a fifth of a run
//! and holds every thread up; several decisions waited for together cost a tenth of that, and the
//! threads go on with the next ones meanwhile.

use super::store::{Made, Store};
use crate::batch::Entry;
use crate::cli::files::WriteFault;
use std::time::{Duration, Instant};

/// Decisions that are made safe on disk together: a run that is killed has at most these to do
/// again.
const MOST: usize = 24;
/// The longest that the first of them waits for the others.
const LONGEST: Duration = Duration::from_secs(1);

/// A decision by its number, and what came of writing it.
pub type Placed = (usize, Result<Entry, WriteFault>);

/// Decisions that are written, and not yet under their final names.
pub struct Tray<'a> {
    store: &'a Store,
    made: Vec<(usize, Made)>,
    first: Instant,
}

impl<'a> Tray<'a> {
    /// An empty one.
    pub fn new(store: &'a Store) -> Tray<'a> {
        Tray {
            store,
            made: Vec::new(),
            first: Instant::now(),
        }
    }

    /// Takes a decision in, and gives back those that are on disk with it, if it was the last.
    pub fn add(&mut self, at: usize, made: Made) -> Vec<Placed> {
        if self.made.is_empty() {
            self.first = Instant::now();
        }
        self.made.push((at, made));
        if self.made.len() < MOST && self.first.elapsed() < LONGEST {
            return Vec::new();
        }
        self.empty()
    }

    /// Brings everything in it to disk.
    pub fn empty(&mut self) -> Vec<Placed> {
        let (places, group): (Vec<usize>, Vec<Made>) =
            std::mem::take(&mut self.made).into_iter().unzip();
        if group.is_empty() {
            return Vec::new();
        }
        places.into_iter().zip(self.store.place(group)).collect()
    }
}
