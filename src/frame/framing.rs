//! What comes out of framing, as the documents and `frame --json` take it.

use super::classify::Candidate;
use super::glossary::Jargon;
use super::guard::Receipt;
use super::stance::{Audience, Stance};
use crate::decision::Intent;
use crate::phrase::{Part, Phrase};
use serde::Serialize;

/// Everything that is said about the arguments of a decision. Serialised, it is the output of
/// `frame --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Framing {
    /// Who it is said to.
    pub audience: Audience,
    /// The arguments, in the order in which they were made.
    pub arguments: Vec<Framed>,
    /// What may not be softened: each becomes a risk of the brief.
    pub red_flags: Vec<RedFlag>,
}

/// An argument and what is said about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Framed {
    /// The original words.
    pub text: String,
    /// Who said them.
    pub by: Option<String>,
    /// What they are about; `none` where they are left alone.
    pub intent: Intent,
    /// Whether the author pinned that.
    pub pinned: bool,
    /// What else they may be about, likeliest first.
    pub candidates: Vec<Candidate>,
    /// The side they take.
    pub stance: Stance,
    /// Whether there is a statement.
    pub reframed: bool,
    /// The statement.
    pub statement: Option<Phrase>,
    /// The rule that led to the intent: a rule of the book, `learned.INTENT`, or `pinned.INTENT`.
    pub rule: Option<String>,
    /// The wording that was used.
    pub wording: Option<String>,
    /// The figures of the statement, in order.
    pub figures: Vec<ShownFigure>,
    /// JSON pointers of the fields that a statement would need.
    pub missing: Vec<String>,
    /// What to ask, where figures are missing.
    pub asks: Option<String>,
    /// Where the same point was made before, and every wording is used or the same would be asked:
    /// the place of the argument whose answer is that to this one as well.
    pub answered_with: Option<usize>,
    /// Terms of the original words that a board may not know.
    pub jargon: Vec<Jargon>,
}

/// A figure of a statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownFigure {
    /// As shown, with unit and period.
    pub shown: String,
    /// Its value; a date as the number `YYYYMMDD`.
    pub value: f64,
    /// JSON pointer into the evaluation or, where it is an input, into the decision.
    pub from: String,
    /// How it follows from what stands there, where it does not stand there itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
}

/// Something an argument gives away that may not be softened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RedFlag {
    /// The argument, by its place.
    pub argument: usize,
    /// What it is about.
    pub intent: Intent,
    /// What has to be answered.
    pub asks: String,
}

/// Words by which an argument is referred to.
const OPENING: usize = 8;

impl Framed {
    /// The first words of the argument, by which another refers to it.
    pub fn opening(&self) -> String {
        let text = self.text.trim().trim_end_matches(['.', ',', ';', ':']);
        let mut words = text.split_whitespace();
        let first: Vec<&str> = words.by_ref().take(OPENING).collect();
        let mut opening = first.join(" ");
        if words.next().is_some() {
            opening.push('…');
        }
        opening
    }

    /// What has a receipt in the statement, in order: for the guard.
    pub fn receipts(&self) -> Vec<Receipt<'_>> {
        self.statement.as_ref().map(receipts).unwrap_or_default()
    }
}

/// What has a receipt in a sentence, in order.
pub(super) fn receipts(phrase: &Phrase) -> Vec<Receipt<'_>> {
    phrase
        .parts()
        .iter()
        .filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Name(name) => Some(Receipt::Name(name)),
            Part::Figure { shown, .. } => Some(Receipt::Figure(shown)),
        })
        .collect()
}
