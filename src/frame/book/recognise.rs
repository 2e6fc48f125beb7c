//! The part of the rule book by which arguments are recognised: rules, and cues for the side an
//! argument takes. Checked when loaded, compiled once.

use super::fault::Reading;
use super::pattern::{LONGEST, Pattern, compile};
use crate::decision::Intent;
use crate::frame::classify::plain;
use crate::frame::stance::Stance;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Weights a rule may have, in units of the log of odds before the gain of the classifier.
const WEIGHTS: std::ops::RangeInclusive<f64> = 0.5..=4.0;
/// Examples that each rule carries, of either kind.
const EXAMPLES: usize = 3;

/// A rule as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    pub id: Spanned<String>,
    intent: Spanned<String>,
    weight: Spanned<f64>,
    #[serde(default)]
    decides: bool,
    pattern: Spanned<String>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
    #[serde(default)]
    yes: Vec<Spanned<String>>,
    #[serde(default)]
    no: Vec<Spanned<String>>,
}

/// A cue as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueEntry {
    pub id: Spanned<String>,
    speaks_for: Spanned<String>,
    #[serde(default)]
    intents: Vec<Spanned<String>>,
    pattern: Spanned<String>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
}

/// A rule by which an intent is recognised.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Unique; shown on receipts.
    pub id: String,
    /// The intent it speaks for.
    pub intent: Intent,
    /// What a match adds to the intent's score.
    pub weight: f64,
    /// Whether a match names the intent, whatever else speaks against it.
    pub decides: bool,
    pattern: Pattern,
    /// Sentences it must match.
    pub yes: Vec<String>,
    /// Sentences it must not match.
    pub no: Vec<String>,
}

/// A cue for the side that an argument takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    id: String,
    speaks_for: Stance,
    intents: Vec<Intent>,
    pattern: Pattern,
}

/// Rules and cues, ready for use.
#[derive(Debug, Clone)]
pub struct Recogniser {
    rules: Vec<Rule>,
    cues: Vec<Cue>,
    stances: [Stance; Intent::ALL.len()],
}

impl Recogniser {
    pub(super) fn new(
        rules: Vec<Rule>,
        cues: Vec<Cue>,
        stances: [Stance; Intent::ALL.len()],
    ) -> Recogniser {
        Recogniser {
            rules,
            cues,
            stances,
        }
    }

    /// The rules that match a text that went through [`plain`].
    pub fn matching<'r>(&'r self, plain: &'r str) -> impl Iterator<Item = &'r Rule> {
        self.rules.iter().filter(|rule| rule.pattern.matches(plain))
    }

    /// Every rule.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The beginnings of every pattern, as `beginnings.tsv` holds them.
    pub(super) fn beginnings(&self) -> String {
        let rules = self.rules.iter().map(|rule| &rule.pattern);
        let patterns = rules.chain(self.cues.iter().map(|cue| &cue.pattern));
        patterns.map(|pattern| pattern.reckoned() + "\n").collect()
    }

    pub(super) fn cues(&self) -> &[Cue] {
        &self.cues
    }

    pub(super) fn stances(&self) -> [Stance; Intent::ALL.len()] {
        self.stances
    }

    /// The side that an argument of an intent takes: that of the first cue in it, or the usual one.
    pub fn stance(&self, plain: &str, intent: Intent) -> Stance {
        let concerns = |cue: &&Cue| cue.intents.is_empty() || cue.intents.contains(&intent);
        let cue = self
            .cues
            .iter()
            .filter(concerns)
            .find(|cue| cue.pattern.matches(plain));
        cue.map_or(self.stances[intent as usize], |cue| cue.speaks_for)
    }
}

/// The intent that a word names.
pub(super) fn intent(word: &str) -> Option<Intent> {
    let at = Intent::WORDS.iter().position(|known| *known == word)?;
    Some(Intent::ALL[at])
}

fn read_intent(word: &Spanned<String>, rule: &str, reading: &mut Reading) -> Option<Intent> {
    let found = intent(word.get_ref());
    if found.is_none() {
        let message = format!(
            "`{}` is no intent; write one of {}",
            word.get_ref(),
            Intent::WORDS.join(", ")
        );
        reading.fault(word.span().start, Some(rule), message);
    }
    found
}

/// A pattern, if it compiles alone.
fn read_pattern(pattern: &Spanned<String>, rule: &str, reading: &mut Reading) -> Option<String> {
    let text = pattern.get_ref();
    let fault = if text.len() > LONGEST {
        Some(format!(
            "the pattern is longer than {LONGEST} bytes; write several rules"
        ))
    } else {
        compile(text).err().map(|error| {
            let last = error.to_string();
            format!(
                "the pattern is no regular expression: {}",
                last.lines().last().unwrap_or_default()
            )
        })
    };
    match fault {
        Some(message) => {
            reading.fault(pattern.span().start, Some(rule), message);
            None
        }
        None => Some(text.clone()),
    }
}

fn read_patterns(
    patterns: &[Spanned<String>],
    rule: &str,
    reading: &mut Reading,
) -> Option<Vec<String>> {
    patterns
        .iter()
        .map(|one| read_pattern(one, rule, reading))
        .collect()
}

impl RuleEntry {
    pub(super) fn check(&self, reading: &mut Reading) -> Option<Rule> {
        let id = self.id.get_ref();
        let weight = *self.weight.get_ref();
        if !WEIGHTS.contains(&weight) {
            let message = format!(
                "weight {weight} is out of range; write {} to {}",
                WEIGHTS.start(),
                WEIGHTS.end()
            );
            reading.fault(self.weight.span().start, Some(id), message);
        }
        for (examples, kind) in [(&self.yes, "yes"), (&self.no, "no")] {
            if examples.len() < EXAMPLES {
                let message = format!(
                    "{} examples under `{kind}`; write at least {EXAMPLES}",
                    examples.len()
                );
                reading.fault(self.id.span().start, Some(id), message);
            }
        }
        let intent = read_intent(&self.intent, id, reading)?;
        let pattern = read_pattern(&self.pattern, id, reading)?;
        let unless = read_patterns(&self.unless, id, reading)?;
        let rule = self.rule(intent, Pattern::new(pattern, unless));
        self.check_examples(&rule.pattern, reading);
        Some(rule)
    }

    /// The rule without a check, for the book that the program carries, which a test checks.
    pub(super) fn trusted(&self) -> Option<Rule> {
        let unless = self
            .unless
            .iter()
            .map(|one| one.get_ref().clone())
            .collect();
        let pattern = Pattern::new(self.pattern.get_ref().clone(), unless);
        Some(self.rule(intent(self.intent.get_ref())?, pattern))
    }

    fn rule(&self, intent: Intent, pattern: Pattern) -> Rule {
        let texts = |examples: &[Spanned<String>]| {
            examples.iter().map(|one| one.get_ref().clone()).collect()
        };
        Rule {
            id: self.id.get_ref().clone(),
            intent,
            weight: *self.weight.get_ref(),
            decides: self.decides,
            pattern,
            yes: texts(&self.yes),
            no: texts(&self.no),
        }
    }

    fn check_examples(&self, pattern: &Pattern, reading: &mut Reading) {
        for (examples, wanted) in [(&self.yes, true), (&self.no, false)] {
            for example in examples {
                if pattern.matches(&plain(example.get_ref())) != wanted {
                    let does = if wanted { "does not match" } else { "matches" };
                    let message = format!("{does} its own example “{}”", example.get_ref());
                    reading.fault(example.span().start, Some(self.id.get_ref()), message);
                }
            }
        }
    }
}

impl Cue {
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

impl CueEntry {
    pub(super) fn check(&self, reading: &mut Reading) -> Option<Cue> {
        let id = self.id.get_ref();
        read_pattern(&self.pattern, id, reading)?;
        read_patterns(&self.unless, id, reading)?;
        self.read(reading)
    }

    /// The cue, its patterns unchecked.
    pub(super) fn read(&self, reading: &mut Reading) -> Option<Cue> {
        let id = self.id.get_ref();
        let intents: Option<Vec<Intent>> = self
            .intents
            .iter()
            .map(|word| read_intent(word, id, reading))
            .collect();
        let unless = self
            .unless
            .iter()
            .map(|one| one.get_ref().clone())
            .collect();
        Some(Cue {
            id: id.clone(),
            speaks_for: read_stance(&self.speaks_for, id, reading)?,
            intents: intents?,
            pattern: Pattern::new(self.pattern.get_ref().clone(), unless),
        })
    }
}

fn read_stance(word: &Spanned<String>, rule: &str, reading: &mut Reading) -> Option<Stance> {
    let found = Stance::from_word(word.get_ref());
    if found.is_none() {
        let message = format!(
            "`{}` is no side; write building, buying or neither",
            word.get_ref()
        );
        reading.fault(word.span().start, Some(rule), message);
    }
    found
}

/// Sets the side that arguments of an intent take where no cue is found.
pub(super) fn read_stances(
    words: &BTreeMap<Spanned<String>, Spanned<String>>,
    stances: &mut [Stance; Intent::ALL.len()],
    reading: &mut Reading,
) {
    for (name, side) in words {
        let found = read_intent(name, "stance", reading);
        if let (Some(intent), Some(side)) = (found, read_stance(side, name.get_ref(), reading)) {
            stances[intent as usize] = side;
        }
    }
}
