//! From an argument to what is said about it.

use super::book::{Piece, RuleBook, Template};
use super::classify::Classification;
use super::framing::{Framed, Framing, RedFlag, ShownFigure, receipts};
use super::guard;
use super::ledger::{Fill, Ledger};
use super::slot::Slot;
use super::stance::Audience;
use crate::decision::{Argument, Decision, Intent};
use crate::display::Conventions;
use crate::evaluate::Evaluation;
use crate::phrase::Phrase;
use std::collections::BTreeSet;

/// What is said about the arguments of a decision, and about others given beside it, to an audience.
pub fn frame(
    decision: &Decision,
    evaluation: &Evaluation,
    book: &RuleBook,
    audience: Audience,
    house: Conventions,
    others: &[Argument],
) -> Framing {
    let mut ledger = Ledger::new(decision, evaluation, house);
    let mut used = BTreeSet::new();
    let mut arguments: Vec<Framed> = Vec::new();
    for argument in decision.arguments.iter().chain(others) {
        ledger.about(&argument.text);
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

/// An argument that lacks no figure and still has no statement repeats one that was answered; one
/// that would be asked what was asked before refers to it too, and keeps its question.
fn repeated(mut framed: Framed, before: &[Framed]) -> Framed {
    if framed.intent == Intent::None || framed.reframed {
        return framed;
    }
    let same = |other: &Framed| other.intent == framed.intent;
    let answered = framed.missing.is_empty();
    framed.answered_with = before.iter().position(|other| match answered {
        true => same(other) && other.reframed,
        false => same(other) && other.asks.is_some() && other.asks == framed.asks,
    });
    if answered && framed.answered_with.is_some() {
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
    let framed = Framed {
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
    match framed.intent {
        Intent::None => framed,
        _ => answer(framed, ledger, book, audience, used),
    }
}

/// The argument with what is said about it, or with what would have to be known.
pub(super) fn answer(
    mut framed: Framed,
    ledger: &Ledger,
    book: &RuleBook,
    audience: Audience,
    used: &mut BTreeSet<String>,
) -> Framed {
    let course = ledger.course();
    let mut wordings: Vec<&Template> = book
        .statements()
        .wordings(framed.intent, audience, course, framed.stance)
        .collect();
    // What answers the very need that the argument names comes before the rest.
    wordings.sort_by_key(|wording| !wording.slots().any(|slot| ledger.is_named(slot)));
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
            framed.missing = missing(
                &wordings,
                book.statements().answered_by(framed.intent),
                ledger,
            );
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
            Piece::Choice {
                on,
                then,
                otherwise,
            } => {
                let holds = ledger.holds(*on)?;
                phrase = phrase.text(if holds { then } else { otherwise });
            }
            Piece::Only { on, holds } => {
                if ledger.holds(*on) != Some(*holds) {
                    return None;
                }
            }
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
    guard::check(&phrase.to_string(), &receipts(phrase)).is_ok()
}

/// The fields that would give a statement: those of the leading wording that could be said if they
/// were given, since it is the one that says most. A wording that holds what the question asks for
/// leads, so that who fills in the fields has answered it. One that lacks what no field would give
/// asks for nothing; one that is not meant for such a decision asks last.
fn missing(wordings: &[&Template], answers: &[Slot], ledger: &Ledger) -> Vec<String> {
    let asked = |slot: Slot| answers.contains(&slot) && ledger.fill(slot).is_none();
    let mut in_turn = wordings.to_vec();
    in_turn.sort_by_key(|wording| (!meant(wording, ledger), !wording.slots().any(asked)));
    in_turn
        .into_iter()
        .find_map(|wording| lacking(wording, ledger))
        .unwrap_or_default()
}

/// Whether a wording is meant for a decision of this kind.
fn meant(wording: &Template, ledger: &Ledger) -> bool {
    wording.pieces.iter().all(|piece| match piece {
        Piece::Only { on, holds } => ledger.holds(*on) == Some(*holds),
        _ => true,
    })
}

/// The fields that a wording lacks, where giving them would fill its slots.
fn lacking(wording: &Template, ledger: &Ledger) -> Option<Vec<String>> {
    let mut out: Vec<String> = Vec::new();
    for slot in wording.slots().filter(|slot| ledger.fill(*slot).is_none()) {
        let fields = ledger.wants(slot);
        if fields.is_empty() {
            return None;
        }
        for field in fields {
            if !out.contains(&field) {
                out.push(field);
            }
        }
    }
    (!out.is_empty()).then_some(out)
}
