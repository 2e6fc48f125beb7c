//! What an argument is about: rules that a writer may edit, an encoder that was taught on sentences
//! of real threads and records, and the sense to say nothing when unsure.
//!
//! Both speak in logits and are added; the sum becomes a chance for each intent and for *none*.
//! An intent is named only where *none* is unlikely and the intent stands out from the others,
//! since a wrong statement is far worse than none. `templates/rulebook/README.md` says how this
//! was chosen and how well it does.

mod encoder;
mod normalise;

pub use encoder::BUILT_IN as ENCODER;
pub use normalise::plain;

use super::book::{Rule, RuleBook};
use super::stance::Stance;
use crate::decision::Intent;
use encoder::{CLASSES, Encoder};
use serde::Serialize;
use std::sync::OnceLock;

/// What a unit of a rule's weight adds to the log of the odds. Chosen, as the two bounds, on arguments of
/// others: `templates/rulebook/README.md` says which and how.
const RULE_GAIN: f64 = 0.75;
/// Least chance of an intent among the intents.
const LEAST_CHANCE: f64 = 0.40;
/// Greatest chance that the words are to be left alone. A price is as often a plain fact as an argument, and
/// half of what was wrongly named among arguments of others was named cost: there it must be smaller.
const MOST_NONE: f64 = 0.26;
const MOST_NONE_OF_COST: f64 = 0.02;
/// Candidates that a receipt shows, and the least chance of one worth showing.
const CANDIDATES: usize = 3;
const WORTH_SHOWING: f64 = 0.02;
/// Bytes of an argument that are looked at: the point of one is made well before.
const LONGEST: usize = 4_000;

/// What an argument is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Classification {
    /// The intent; `None` (the intent) where the words are to be left alone, or where it is unsure.
    pub intent: Intent,
    /// The likeliest intents, likeliest first.
    pub candidates: Vec<Candidate>,
    /// The rule that speaks for the intent, or `learned.INTENT` where only its words do.
    pub rule: Option<String>,
    /// The side that the argument takes.
    pub stance: Stance,
}

/// An intent that an argument may have.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Candidate {
    /// The intent, or none.
    pub intent: Intent,
    /// Its chance, 0 to 1, to three decimals.
    pub score: f64,
}

/// The encoder, read once a process.
fn encoder() -> &'static Encoder {
    static ENCODER: OnceLock<Encoder> = OnceLock::new();
    ENCODER.get_or_init(Encoder::built_in)
}

impl RuleBook {
    /// What an argument is about.
    pub fn classify(&self, text: &str) -> Classification {
        let plain = plain(clip(text));
        let matching: Vec<&Rule> = self.recogniser().matching(&plain).collect();
        if let Some(rule) = matching.iter().find(|rule| rule.decides) {
            return Classification {
                intent: rule.intent,
                candidates: vec![Candidate {
                    intent: rule.intent,
                    score: 1.0,
                }],
                rule: Some(rule.id.clone()),
                stance: self.recogniser().stance(&plain, rule.intent),
            };
        }
        let mut logits = encoder().logits(&plain);
        let mut best: [Option<(f64, &str)>; CLASSES] = [None; CLASSES];
        for rule in matching {
            let class = rule.intent as usize;
            logits[class] += RULE_GAIN * rule.weight;
            if best[class].is_none_or(|(weight, _)| rule.weight > weight) {
                best[class] = Some((rule.weight, &rule.id));
            }
        }
        let chances = softmax(logits);
        let intent = decide(&chances);
        let rule = (intent != Intent::None).then(|| match best[intent as usize] {
            Some((_, id)) => id.to_owned(),
            None => format!("learned.{}", intent.word()),
        });
        Classification {
            intent,
            candidates: candidates(&chances),
            rule,
            stance: self.recogniser().stance(&plain, intent),
        }
    }

    /// The side that an argument takes, given what it is about.
    pub fn stance_of(&self, text: &str, intent: Intent) -> Stance {
        self.recogniser().stance(&plain(clip(text)), intent)
    }
}

/// The part of a text that is looked at.
fn clip(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn softmax(logits: [f64; CLASSES]) -> [f64; CLASSES] {
    let most = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers = logits.map(|logit| (logit - most).exp());
    let sum: f64 = powers.iter().sum();
    powers.map(|power| power / sum)
}

/// The intent, where it stands out and the words are not likely to be left alone.
fn decide(chances: &[f64; CLASSES]) -> Intent {
    let none = chances[Intent::None as usize];
    let best = Intent::ALL
        .iter()
        .copied()
        .filter(|intent| *intent != Intent::None)
        .max_by(|a, b| chances[*a as usize].total_cmp(&chances[*b as usize]));
    let most_none = match best {
        Some(Intent::Cost) => MOST_NONE_OF_COST,
        _ => MOST_NONE,
    };
    match best {
        Some(intent)
            if none <= most_none && chances[intent as usize] >= LEAST_CHANCE * (1.0 - none) =>
        {
            intent
        }
        _ => Intent::None,
    }
}

fn candidates(chances: &[f64; CLASSES]) -> Vec<Candidate> {
    let mut order: Vec<Intent> = Intent::ALL.to_vec();
    order.sort_by(|a, b| chances[*b as usize].total_cmp(&chances[*a as usize]));
    order
        .into_iter()
        .map(|intent| Candidate {
            intent,
            score: (chances[intent as usize] * 1000.0).round() / 1000.0,
        })
        .filter(|candidate| candidate.score >= WORTH_SHOWING)
        .take(CANDIDATES)
        .collect()
}

#[cfg(test)]
mod tests;
