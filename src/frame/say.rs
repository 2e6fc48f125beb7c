//! From an argument to what is said about it.

use super::book::{Piece, RuleBook, Template};
use super::classify::{Candidate, Classification};
use super::glossary::Jargon;
use super::guard::{self, Receipt};
use super::ledger::{Fill, Ledger};
use super::stance::{Audience, Stance};
use crate::decision::{Argument, Decision, Intent};
use crate::display::Conventions;
use crate::evaluate::Evaluation;
use crate::phrase::{Part, Phrase};
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// Where the same point was made before, and every wording is used: the place of the argument
    /// whose statement answers this one as well.
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

/// What is said about the arguments of a decision, and about others given beside it, to an audience.
pub fn frame(
    decision: &Decision,
    evaluation: &Evaluation,
    book: &RuleBook,
    audience: Audience,
    house: Conventions,
    others: &[Argument],
) -> Framing {
    let ledger = Ledger::new(decision, evaluation, house);
    let mut used = BTreeSet::new();
    let mut arguments: Vec<Framed> = Vec::new();
    for argument in decision.arguments.iter().chain(others) {
        let framed = one(argument, &ledger, book, audience, &mut used);
        arguments.push(repeated(framed, &arguments));
    }
    let red_flags = red_flags(&arguments, book);
    Framing {
        audience,
        arguments,
        red_flags,
    }
}

fn red_flags(arguments: &[Framed], book: &RuleBook) -> Vec<RedFlag> {
    arguments
        .iter()
        .enumerate()
        .filter(|(_, framed)| book.statements().is_red_flag(framed.intent))
        .map(|(argument, framed)| RedFlag {
            argument,
            intent: framed.intent,
            asks: book
                .statements()
                .asks(framed.intent)
                .unwrap_or_default()
                .to_owned(),
        })
        .collect()
}

/// An argument that lacks no figure and still has no statement repeats one that was answered.
fn repeated(mut framed: Framed, before: &[Framed]) -> Framed {
    let same = |other: &Framed| other.reframed && other.intent == framed.intent;
    if framed.intent != Intent::None && !framed.reframed && framed.missing.is_empty() {
        framed.answered_with = before.iter().position(same);
    }
    if framed.answered_with.is_some() {
        framed.asks = None;
    }
    framed
}

/// One argument. `used` holds the wordings that were used, so that none is used twice.
fn one(
    argument: &Argument,
    ledger: &Ledger,
    book: &RuleBook,
    audience: Audience,
    used: &mut BTreeSet<String>,
) -> Framed {
    let found = classified(argument, book);
    let mut framed = Framed {
        text: argument.text.clone(),
        by: argument.by.clone(),
        intent: found.intent,
        pinned: argument.about.is_some(),
        candidates: found.candidates,
        stance: found.stance,
        reframed: false,
        statement: None,
        rule: found.rule,
        wording: None,
        figures: Vec::new(),
        missing: Vec::new(),
        asks: None,
        answered_with: None,
        jargon: book.glossary().jargon(&argument.text),
    };
    if framed.intent == Intent::None {
        return framed;
    }
    let course = ledger.course();
    let wordings: Vec<&Template> = book
        .statements()
        .wordings(framed.intent, audience, course, framed.stance)
        .collect();
    match wordings
        .iter()
        .find_map(|wording| said(wording, ledger, used))
    {
        Some(said) => {
            used.insert(said.id.clone());
            framed.reframed = true;
            framed.statement = Some(said.phrase);
            framed.figures = said.figures;
            framed.wording = Some(said.id);
        }
        None if wordings.iter().any(|wording| used.contains(&wording.id)) => {
            framed.asks = book.statements().asks(framed.intent).map(str::to_owned);
        }
        None => {
            framed.missing = missing(&wordings, ledger);
            framed.asks = book.statements().asks(framed.intent).map(str::to_owned);
        }
    }
    framed
}

/// What an argument is about: as its author pinned it, or as it reads.
fn classified(argument: &Argument, book: &RuleBook) -> Classification {
    let found = book.classify(&argument.text);
    match argument.about {
        None => found,
        Some(intent) => Classification {
            intent,
            rule: (intent != Intent::None).then(|| format!("pinned.{}", intent.word())),
            stance: book.stance_of(&argument.text, intent),
            ..found
        },
    }
}

/// A wording with its slots filled.
struct Said {
    id: String,
    phrase: Phrase,
    figures: Vec<ShownFigure>,
}

/// The wording filled in, unless a slot is empty, it was used before, or the guard objects.
fn said(wording: &Template, ledger: &Ledger, used: &BTreeSet<String>) -> Option<Said> {
    if used.contains(&wording.id) {
        return None;
    }
    let mut phrase = Phrase::default();
    let mut figures = Vec::new();
    for piece in &wording.pieces {
        match piece {
            Piece::Text(text) => phrase = phrase.text(text),
            Piece::Slot(slot) => match ledger.fill(*slot)? {
                Fill::Name { text, .. } => {
                    let name = starting(&phrase, text);
                    phrase = phrase.name(name);
                }
                Fill::Figure {
                    shown,
                    value,
                    from,
                    how,
                } => {
                    phrase = phrase.figure(&shown, value, &from);
                    figures.push(ShownFigure {
                        shown,
                        value,
                        from,
                        how,
                    });
                }
            },
        }
    }
    passes(&phrase).then(|| Said {
        id: wording.id.clone(),
        phrase,
        figures,
    })
}

/// A name at the start of a sentence has a capital.
fn starting(before: &Phrase, name: String) -> String {
    let so_far = before.to_string();
    let starts = so_far.is_empty() || so_far.trim_end().ends_with(['.', '?', '!']);
    let mut chars = name.chars();
    match chars.next() {
        Some(first) if starts && first.is_lowercase() => {
            first.to_uppercase().collect::<String>() + chars.as_str()
        }
        _ => name,
    }
}

/// Whether the guard lets a statement pass.
fn passes(phrase: &Phrase) -> bool {
    let receipts: Vec<Receipt> = receipts(phrase);
    guard::check(&phrase.to_string(), &receipts).is_ok()
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

/// The fields that would give a statement: those of the wording that lacks the fewest.
fn missing(wordings: &[&Template], ledger: &Ledger) -> Vec<String> {
    let lacks = |wording: &&Template| {
        let mut fields: Vec<String> = Vec::new();
        for slot in wording.slots().filter(|slot| ledger.fill(*slot).is_none()) {
            for field in ledger.wants(slot) {
                if !fields.contains(&field) {
                    fields.push(field);
                }
            }
        }
        fields
    };
    wordings
        .iter()
        .map(lacks)
        .filter(|fields| !fields.is_empty())
        .min_by_key(Vec::len)
        .unwrap_or_default()
}

impl Framed {
    /// What has a receipt in the statement, in order: for the guard.
    pub fn receipts(&self) -> Vec<Receipt<'_>> {
        self.statement.as_ref().map(receipts).unwrap_or_default()
    }
}
