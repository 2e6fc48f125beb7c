//! How much of each list a document has room for. A brief is two pages: where a decision holds more
//! than they take, the lists get shorter, step by step, and say that the rest stands in the memo. A memo
//! is six pages at most, and what it leaves out it says as well.

/// The most that each section shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Whether the returns stand on page one, below the costs.
    pub returns_first: bool,
    /// Reasons for the answer.
    pub reasons: usize,
    /// Warnings on page one.
    pub warnings: usize,
    /// Options in a table of money.
    pub options: usize,
    /// Drawings, four at most. A memo shows all of them.
    pub drawings: usize,
    /// Bars of the tornado.
    pub bars: usize,
    /// Other options that are argued against.
    pub others: usize,
    /// Changes that would change the answer.
    pub flips: usize,
    /// Risks.
    pub risks: usize,
    /// Measures of success.
    pub measures: usize,
    /// Open questions.
    pub unknowns: usize,
    /// Arguments with their answers.
    pub arguments: usize,
    /// Figures with their sources.
    pub figures: usize,
}

impl Room {
    /// Room for everything.
    pub const ALL: Room = Room {
        returns_first: false,
        reasons: usize::MAX,
        warnings: usize::MAX,
        options: usize::MAX,
        drawings: 4,
        bars: usize::MAX,
        others: usize::MAX,
        flips: usize::MAX,
        risks: usize::MAX,
        measures: usize::MAX,
        unknowns: usize::MAX,
        arguments: usize::MAX,
        figures: usize::MAX,
    };

    /// Where a reader finds the entries of the decision that there is no room for. A brief lists no
    /// figures, which leaves them and the rest to the memo.
    pub fn rest(&self) -> &'static str {
        match self.figures {
            0 => "the memo",
            _ => "the decision file",
        }
    }
}

/// What a brief shows, from the fullest to the shortest.
pub const BRIEF: [Room; 7] = [
    Room {
        returns_first: true,
        reasons: 4,
        warnings: 4,
        options: 4,
        drawings: 4,
        bars: 5,
        others: 4,
        flips: 4,
        risks: 5,
        measures: 5,
        unknowns: 5,
        arguments: 5,
        figures: 0,
    },
    Room {
        returns_first: true,
        reasons: 4,
        warnings: 4,
        options: 4,
        drawings: 2,
        bars: 5,
        others: 4,
        flips: 4,
        risks: 5,
        measures: 5,
        unknowns: 5,
        arguments: 5,
        figures: 0,
    },
    Room {
        returns_first: false,
        reasons: 4,
        warnings: 4,
        options: 4,
        drawings: 2,
        bars: 5,
        others: 4,
        flips: 4,
        risks: 5,
        measures: 5,
        unknowns: 5,
        arguments: 5,
        figures: 0,
    },
    Room {
        returns_first: false,
        reasons: 4,
        warnings: 3,
        options: 4,
        drawings: 2,
        bars: 4,
        others: 3,
        flips: 3,
        risks: 4,
        measures: 3,
        unknowns: 4,
        arguments: 4,
        figures: 0,
    },
    Room {
        returns_first: false,
        reasons: 3,
        warnings: 3,
        options: 3,
        drawings: 2,
        bars: 3,
        others: 2,
        flips: 3,
        risks: 3,
        measures: 3,
        unknowns: 3,
        arguments: 3,
        figures: 0,
    },
    Room {
        returns_first: false,
        reasons: 3,
        warnings: 3,
        options: 3,
        drawings: 0,
        bars: 0,
        others: 2,
        flips: 2,
        risks: 3,
        measures: 2,
        unknowns: 3,
        arguments: 2,
        figures: 0,
    },
    Room {
        returns_first: false,
        reasons: 3,
        warnings: 2,
        options: 2,
        drawings: 0,
        bars: 0,
        others: 1,
        flips: 2,
        risks: 2,
        measures: 2,
        unknowns: 2,
        arguments: 1,
        figures: 0,
    },
];

/// What a memo shows, from the fullest to the shortest.
pub const MEMO: [Room; 3] = [
    Room {
        returns_first: false,
        reasons: 6,
        warnings: 9,
        options: 12,
        drawings: 4,
        bars: 10,
        others: 12,
        flips: 20,
        risks: 20,
        measures: 20,
        unknowns: 20,
        arguments: 20,
        figures: 60,
    },
    Room {
        returns_first: false,
        reasons: 6,
        warnings: 9,
        options: 8,
        drawings: 4,
        bars: 6,
        others: 6,
        flips: 8,
        risks: 10,
        measures: 10,
        unknowns: 10,
        arguments: 10,
        figures: 25,
    },
    Room {
        returns_first: false,
        reasons: 4,
        warnings: 6,
        options: 5,
        drawings: 4,
        bars: 5,
        others: 4,
        flips: 5,
        risks: 6,
        measures: 6,
        unknowns: 6,
        arguments: 6,
        figures: 12,
    },
];
