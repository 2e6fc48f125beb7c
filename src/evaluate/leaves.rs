//! The inputs of a decision one by one: every yes or no, figure, number and word that an
//! evaluation may vary, in the order of the format.

use crate::decision::read::{Choose, Path, Read, Visit};
use crate::decision::{Decision, Figure, Unit};

/// What an input holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Held {
    /// Yes or no.
    YesNo(bool),
    /// A number of a unit.
    Number(f64, Unit),
    /// A word, as an index into its set.
    Word(usize, &'static [&'static str]),
}

impl Held {
    /// The value as the file would hold it.
    pub fn json(self) -> serde_json::Value {
        match self {
            Held::YesNo(value) => value.into(),
            Held::Number(value, _) if value.fract() == 0.0 && value.abs() < 1e15 => {
                (value as i64).into()
            }
            Held::Number(value, _) => value.into(),
            Held::Word(word, words) => words[word].into(),
        }
    }
}

/// An input: its place, and what it holds; `None` where it is not known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Leaf {
    /// Its number in the walk.
    pub at: usize,
    /// JSON pointer.
    pub field: String,
    /// What it holds.
    pub held: Option<Held>,
}

/// Every input of a decision.
pub(super) fn all(decision: &mut Decision) -> Vec<Leaf> {
    let mut list = List(Vec::with_capacity(128));
    decision.walk(Unit::Plain, &mut Path::default(), &mut list);
    list.0
}

/// Gives an input another value. It must be of the kind that the input holds.
pub(super) fn set(decision: &mut Decision, at: usize, held: Held) {
    let mut setter = Set {
        left: at,
        held: Some(held),
    };
    decision.walk(Unit::Plain, &mut Path::default(), &mut setter);
}

/// Shows every figure, or the place of one, to `then`.
pub(super) fn each_figure(
    decision: &mut Decision,
    then: &mut dyn FnMut(&Path, Unit, &mut Option<Figure>),
) {
    decision.walk(Unit::Plain, &mut Path::default(), &mut Figures(then));
}

struct List(Vec<Leaf>);

impl List {
    fn add(&mut self, path: &Path, held: Option<Held>) {
        let (at, field) = (self.0.len(), path.pointer());
        self.0.push(Leaf { at, field, held });
    }
}

impl Visit for List {
    fn yes_no(&mut self, path: &Path, slot: &mut Option<bool>) {
        self.add(path, slot.map(Held::YesNo));
    }
    fn flag(&mut self, path: &Path, slot: &mut bool) {
        self.add(path, Some(Held::YesNo(*slot)));
    }
    fn figure(&mut self, path: &Path, unit: Unit, slot: &mut Option<Figure>) {
        self.add(
            path,
            slot.as_ref()
                .map(|figure| Held::Number(figure.likely, unit)),
        );
    }
    fn number(&mut self, path: &Path, unit: Unit, slot: &mut Option<f64>) {
        self.add(path, slot.map(|number| Held::Number(number, unit)));
    }
    fn choice(&mut self, path: &Path, slot: &mut dyn Choose) {
        let words = slot.words();
        self.add(path, slot.current().map(|word| Held::Word(word, words)));
    }
}

struct Set {
    left: usize,
    held: Option<Held>,
}

impl Set {
    /// The value, when the walk has come to the input.
    fn here(&mut self) -> Option<Held> {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                None
            }
            None => self.held.take(),
        }
    }
}

impl Visit for Set {
    fn yes_no(&mut self, _: &Path, slot: &mut Option<bool>) {
        if let Some(Held::YesNo(value)) = self.here() {
            *slot = Some(value);
        }
    }
    fn flag(&mut self, _: &Path, slot: &mut bool) {
        if let Some(Held::YesNo(value)) = self.here() {
            *slot = value;
        }
    }
    fn figure(&mut self, _: &Path, _: Unit, slot: &mut Option<Figure>) {
        if let Some(Held::Number(value, _)) = self.here() {
            *slot = Some(Figure::exactly(value));
        }
    }
    fn number(&mut self, _: &Path, _: Unit, slot: &mut Option<f64>) {
        if let Some(Held::Number(value, _)) = self.here() {
            *slot = Some(value);
        }
    }
    fn choice(&mut self, _: &Path, slot: &mut dyn Choose) {
        if let Some(Held::Word(word, _)) = self.here() {
            slot.set(Some(word));
        }
    }
}

struct Figures<'t>(&'t mut dyn FnMut(&Path, Unit, &mut Option<Figure>));

impl Visit for Figures<'_> {
    fn yes_no(&mut self, _: &Path, _: &mut Option<bool>) {}
    fn flag(&mut self, _: &Path, _: &mut bool) {}
    fn figure(&mut self, path: &Path, unit: Unit, slot: &mut Option<Figure>) {
        (self.0)(path, unit, slot);
    }
    fn number(&mut self, _: &Path, _: Unit, _: &mut Option<f64>) {}
    fn choice(&mut self, _: &Path, _: &mut dyn Choose) {}
}
