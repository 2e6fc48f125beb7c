//! Who a statement is for, which side an argument takes, and what the verdict makes of that.

use crate::evaluate::Verdict;
use serde::Serialize;

/// Who a statement is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Money and risk.
    #[default]
    Board,
    /// Capacity and priorities.
    Executive,
    /// Their value, and what they build instead.
    Engineers,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Audience; 3] = [Audience::Board, Audience::Executive, Audience::Engineers];

    /// The word that the command line and the rule book use for it.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Board => "board",
            Audience::Executive => "executive",
            Audience::Engineers => "engineers",
        }
    }

    /// The audience that a word names.
    pub fn from_word(word: &str) -> Option<Audience> {
        Audience::ALL
            .into_iter()
            .find(|audience| audience.word() == word)
    }
}

/// The side that an argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// It speaks for building, or against buying.
    Building,
    /// It speaks for buying, or against building.
    Buying,
    /// It takes no side.
    Neither,
}

impl Stance {
    /// Every side.
    pub const ALL: [Stance; 3] = [Stance::Building, Stance::Buying, Stance::Neither];

    /// The word that the rule book uses for it.
    pub fn word(self) -> &'static str {
        match self {
            Stance::Building => "building",
            Stance::Buying => "buying",
            Stance::Neither => "neither",
        }
    }

    /// The side that a word names.
    pub fn from_word(word: &str) -> Option<Stance> {
        Stance::ALL.into_iter().find(|stance| stance.word() == word)
    }
}

/// What a verdict means for what is said about an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// Something is bought: buy, hybrid, stop and migrate.
    Move,
    /// It is built, or stays built.
    Stay,
    /// Nothing is decided yet: not ready.
    Open,
    /// Neither: do not proceed, or stop where no destination is known.
    Halt,
}

impl Course {
    /// Every course.
    pub const ALL: [Course; 4] = [Course::Move, Course::Stay, Course::Open, Course::Halt];

    /// The word that the rule book uses for it.
    pub fn word(self) -> &'static str {
        match self {
            Course::Move => "move",
            Course::Stay => "stay",
            Course::Open => "open",
            Course::Halt => "halt",
        }
    }

    /// The course that a verdict sets.
    pub fn of(verdict: Verdict) -> Course {
        match verdict {
            Verdict::Buy | Verdict::Hybrid | Verdict::StopAndMigrate => Course::Move,
            Verdict::Build => Course::Stay,
            Verdict::NotReady => Course::Open,
            Verdict::DoNotProceed => Course::Halt,
        }
    }
}
