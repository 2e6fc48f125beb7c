//! The seed of a decision's draws: a hash of every figure, number and choice in it, each with its
//! place, and of the horizon and rate it is reckoned on. Words do not move it: who corrects a
//! spelling finds the same figures again.

use super::stream::Calendar;
use crate::decision::read::{Choose, Path, Read, Visit};
use crate::decision::{Decision, Figure, Unit};
use sha2::{Digest, Sha256};

/// The seed that a decision's content stands for.
pub(super) fn seed(decision: &Decision, calendar: &Calendar) -> u64 {
    let mut content = Content(Sha256::new());
    content.number(calendar.years as f64);
    content.number(calendar.rate);
    decision
        .clone()
        .walk(Unit::Plain, &mut Path::default(), &mut content);
    let hash = content.0.finalize();
    hash.iter()
        .take(8)
        .fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}

struct Content(Sha256);

impl Content {
    fn place(&mut self, path: &Path) {
        self.0.update(path.pointer());
        self.0.update([0]);
    }

    fn number(&mut self, value: f64) {
        // Nil has two signs in binary and one in a decision.
        self.0.update((value + 0.0).to_bits().to_be_bytes());
    }
}

impl Visit for Content {
    fn yes_no(&mut self, path: &Path, slot: &mut Option<bool>) {
        if let Some(answer) = slot {
            self.place(path);
            self.0.update([u8::from(*answer)]);
        }
    }

    fn flag(&mut self, path: &Path, slot: &mut bool) {
        self.place(path);
        self.0.update([u8::from(*slot)]);
    }

    fn figure(&mut self, path: &Path, _: Unit, slot: &mut Option<Figure>) {
        if let Some(figure) = slot {
            self.place(path);
            self.number(figure.likely);
            for end in figure.range.iter().flat_map(|(low, high)| [low, high]) {
                self.number(*end);
            }
        }
    }

    fn number(&mut self, path: &Path, _: Unit, slot: &mut Option<f64>) {
        if let Some(value) = *slot {
            self.place(path);
            Content::number(self, value);
        }
    }

    fn choice(&mut self, path: &Path, slot: &mut dyn Choose) {
        if let Some(word) = slot.current() {
            self.place(path);
            self.0.update(slot.words()[word]);
        }
    }
}
