//! A regular expression with its exceptions, compiled when it is first needed.
//!
//! Most patterns of a rule book never come near the arguments of one decision, and compiling a
//! pattern costs more than matching it a thousand times. So each pattern knows the beginnings that
//! a match can have, and is compiled when one of them is met; its exceptions, when it matches.

use regex::bytes::{Regex, RegexBuilder};
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{Config as Program, WhichCaptures};
use regex_automata::util::syntax;
use regex_automata::{Input, MatchError};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::literal::Extractor;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, TryLockError};

/// The beginnings of the patterns that the program carries, reckoned beforehand, since parsing them
/// all is most of the work of a start. A line is the key of a pattern and its beginnings, parted by tabs.
const RECKONED: &str = include_str!("../../../templates/rulebook/beginnings.tsv");

/// Longest pattern, in bytes.
pub(super) const LONGEST: usize = 4_000;
/// Largest compiled pattern, in bytes: a rule book is not to slow a batch down.
const LARGEST: usize = 8 << 20;
/// Beginnings that are worth looking for before a pattern is compiled.
const BEGINNINGS: usize = 400;

/// A pattern with its exceptions, over texts that went through `plain`.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    is: Lazy,
    /// The exceptions as one pattern, which costs less to compile than several.
    unless: Option<Lazy>,
    /// What a match can begin with; `None` where that is not known.
    beginnings: Option<Beginnings>,
}

impl Pattern {
    /// A pattern with its exceptions. What does not compile matches nothing: a rule book is
    /// checked before its patterns come here.
    pub fn new(is: String, unless: Vec<String>) -> Pattern {
        Pattern {
            beginnings: match reckoned().get(&key(&is)) {
                Some(all) => Beginnings::new(all.split('\t').skip(1).map(str::as_bytes)),
                None => beginnings(&is),
            },
            is: Lazy::new(is),
            unless: (!unless.is_empty())
                .then(|| Lazy::new(format!("(?:{})", unless.join(")|(?:")))),
        }
    }

    /// The line of `beginnings.tsv` for this pattern.
    pub fn reckoned(&self) -> String {
        let mut line = format!("{:016x}", key(&self.is.text));
        for one in beginnings(&self.is.text)
            .iter()
            .flat_map(|found| &found.all)
        {
            line.push('\t');
            line.push_str(&String::from_utf8_lossy(one));
        }
        line
    }

    /// Whether a text matches, and none of the exceptions does.
    pub fn matches(&self, plain: &str) -> bool {
        let text = plain.as_bytes();
        if !self.is.is_ready()
            && self
                .beginnings
                .as_ref()
                .is_some_and(|beginnings| !beginnings.stand_in(text))
        {
            return false;
        }
        self.is.matches(text)
            && !self
                .unless
                .as_ref()
                .is_some_and(|unless| unless.matches(text))
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.is == other.is && self.unless == other.unless
    }
}

/// A regular expression that is compiled when it is first used.
#[derive(Debug, Clone)]
struct Lazy {
    text: String,
    compiled: OnceLock<Option<Arc<Machine>>>,
}

impl Lazy {
    fn new(text: String) -> Lazy {
        Lazy {
            text,
            compiled: OnceLock::new(),
        }
    }

    fn is_ready(&self) -> bool {
        self.compiled.get().is_some()
    }

    fn matches(&self, text: &[u8]) -> bool {
        let compiled = self
            .compiled
            .get_or_init(|| Machine::new(&self.text).map(Arc::new));
        compiled
            .as_ref()
            .is_some_and(|machine| machine.accepts(text))
    }
}

/// A pattern as a machine that only says whether there is a match, with the states it has come
/// across. It is made in a fraction of the time that a full regular expression takes, which also
/// finds where a match begins and ends.
#[derive(Debug)]
struct Machine {
    dfa: DFA,
    states: Mutex<Cache>,
}

impl Machine {
    fn new(text: &str) -> Option<Machine> {
        let program = Program::new()
            .utf8(false)
            .which_captures(WhichCaptures::None)
            .nfa_size_limit(Some(LARGEST));
        let dfa = DFA::builder()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .thompson(program)
            .build(text)
            .ok()?;
        let states = Mutex::new(dfa.create_cache());
        Some(Machine { dfa, states })
    }

    /// Whether a text matches. Where another thread is at the machine, it starts without states.
    fn accepts(&self, text: &[u8]) -> bool {
        let found = match self.states.try_lock() {
            Ok(mut states) => self.search(&mut states, text),
            Err(TryLockError::Poisoned(error)) => self.search(&mut error.into_inner(), text),
            Err(TryLockError::WouldBlock) => self.search(&mut self.dfa.create_cache(), text),
        };
        // A search gives up only where a limit is set on it, and none is.
        found.unwrap_or(false)
    }

    fn search(&self, states: &mut Cache, text: &[u8]) -> Result<bool, MatchError> {
        let input = Input::new(text).earliest(true);
        let end = self.dfa.try_search_fwd(states, &input)?;
        Ok(end.is_some())
    }
}

impl PartialEq for Lazy {
    fn eq(&self, other: &Lazy) -> bool {
        self.text == other.text
    }
}

/// A pattern over bytes: texts are ASCII by the time they are matched.
pub(super) fn compile(text: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(text)
        .unicode(false)
        .size_limit(LARGEST)
        .build()
}

/// The lines of what was reckoned beforehand, by the key of their pattern.
fn reckoned() -> &'static HashMap<u64, &'static str> {
    static LINES: OnceLock<HashMap<u64, &str>> = OnceLock::new();
    LINES.get_or_init(|| {
        let keyed =
            |line: &'static str| Some((u64::from_str_radix(line.get(..16)?, 16).ok()?, line));
        RECKONED.lines().filter_map(keyed).collect()
    })
}

/// What a pattern is known by: FNV-1a (Fowler, Noll, Vo), 64 bits, of its text. A pattern that was
/// changed has another key, and its beginnings are found anew.
fn key(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What every match of a pattern begins with.
fn beginnings(text: &str) -> Option<Beginnings> {
    let parsed = ParserBuilder::new()
        .unicode(false)
        .utf8(false)
        .build()
        .parse(text)
        .ok()?;
    let found = Extractor::new().limit_total(BEGINNINGS).extract(&parsed);
    let literals = found.literals()?;
    Beginnings::new(literals.iter().map(|one| one.as_bytes().to_vec()))
}

/// Beginnings in order, none of which starts with another, so that one look finds the only one
/// that may stand at a place.
#[derive(Debug, Clone)]
struct Beginnings {
    all: Vec<Cow<'static, [u8]>>,
    /// The bytes with which they start.
    first: [bool; 256],
}

impl Beginnings {
    /// `None` where there are none, or a match can be empty.
    fn new(all: impl Iterator<Item = impl Into<Cow<'static, [u8]>>>) -> Option<Beginnings> {
        let mut all: Vec<Cow<[u8]>> = all.map(Into::into).collect();
        if all.is_empty() || all.iter().any(|one| one.is_empty()) {
            return None;
        }
        all.sort_unstable();
        all.dedup_by(|later, kept| later.starts_with(kept));
        let mut first = [false; 256];
        for one in &all {
            first[usize::from(one[0])] = true;
        }
        Some(Beginnings { all, first })
    }

    /// Whether one of them stands anywhere in a text.
    fn stand_in(&self, text: &[u8]) -> bool {
        (0..text.len()).any(|at| self.first[usize::from(text[at])] && self.stand_at(&text[at..]))
    }

    /// What stands at the head of `rest` is the last that is not behind it in order, or none.
    fn stand_at(&self, rest: &[u8]) -> bool {
        let behind = self.all.partition_point(|one| **one <= *rest);
        behind > 0 && rest.starts_with(&self.all[behind - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_compiled_only_where_it_may_match() {
        let pattern = Pattern::new(r"\b(cheap|dear)er\b".into(), vec![r"\bnot\b".into()]);
        assert!(!pattern.matches("it is quicker"));
        assert!(!pattern.is.is_ready());
        assert!(pattern.matches("it is cheaper"));
        assert!(!pattern.matches("it is not dearer"));
        assert!(!pattern.matches("it is dear"));
    }

    #[test]
    fn beginnings_are_found_wherever_they_stand() {
        let words = ["cost", "costly", "a", "in house", "own"];
        let all = words.iter().map(|one| one.as_bytes());
        let beginnings = Beginnings::new(all).expect("there are some");
        for text in [
            "it costs",
            "in house",
            "x in house",
            "our own",
            "b a",
            "own",
        ] {
            assert!(beginnings.stand_in(text.as_bytes()), "{text}");
        }
        for text in ["", "cos", "in hous", "ow n", "why not"] {
            assert!(!beginnings.stand_in(text.as_bytes()), "{text}");
        }
        assert!(Beginnings::new([b"".as_slice()].into_iter()).is_none());
    }
}
