//! The rule book: how arguments are recognised, what is said about them, and how terms are put.
//!
//! It is data that a writer may edit, in `templates/rulebook/`. The program carries one; an
//! organisation lays its own files over it, entry by entry: a rule, cue or term of the same name
//! takes the place of ours, a list of wordings takes the place of our list, all else is added.

mod fault;
mod pattern;
mod recognise;
mod say;
mod template;

pub use fault::BookFault;
pub use recognise::Rule;
pub use template::{Piece, Template};

use super::glossary::Glossary;
use super::stance::Stance;
use crate::decision::Intent;
pub(super) use fault::Reading;
use recognise::{Cue, CueEntry, Recogniser, RuleEntry};
use say::{IntentEntry, Statements};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use toml::Spanned;

/// The files of the rule book that the program carries, by name.
const BUILT_IN: &[(&str, &str)] = &[
    (
        "rules.toml",
        include_str!("../../../templates/rulebook/rules.toml"),
    ),
    (
        "statements.toml",
        include_str!("../../../templates/rulebook/statements.toml"),
    ),
    (
        "glossary.tsv",
        include_str!("../../../templates/rulebook/glossary.tsv"),
    ),
];

/// Largest file of a rule book, in bytes.
const LARGEST_FILE: usize = 4 << 20;

/// A file of rules, cues and statements, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BookFile {
    #[serde(default)]
    rule: Vec<RuleEntry>,
    #[serde(default)]
    cue: Vec<CueEntry>,
    #[serde(default)]
    stance: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    intent: BTreeMap<Spanned<String>, IntentEntry>,
}

/// A rule book, checked and ready for use.
#[derive(Debug, Clone)]
pub struct RuleBook {
    recogniser: Recogniser,
    statements: Statements,
    glossary: Glossary,
    /// The texts of an organisation's files, one after the other; empty where there are none.
    own: String,
}

impl RuleBook {
    /// The rule book that the program carries, made ready once a process.
    ///
    /// # Panics
    /// Where the files the program was compiled with are no rule book; a test reads them.
    pub fn built_in() -> &'static RuleBook {
        static BOOK: OnceLock<RuleBook> = OnceLock::new();
        BOOK.get_or_init(|| {
            let mut draft = Draft::default();
            for (file, text) in BUILT_IN {
                let mut reading = Reading::new(file, text);
                reading.trusted = true;
                draft.take(&mut reading);
                assert!(reading.faults.is_empty(), "{}", reading.faults[0]);
            }
            draft.finish()
        })
    }

    /// What the matches of each pattern begin with, as `templates/rulebook/beginnings.tsv` holds it for
    /// the rule book that the program carries.
    pub fn beginnings(&self) -> String {
        self.recogniser.beginnings()
    }

    /// The rule book of the program with files of an organisation laid over it, each given as its
    /// name and its text: `.toml` holds rules, cues and statements, `.tsv` a glossary.
    ///
    /// # Errors
    /// Everything that is wrong with the files, in their order.
    pub fn load(files: &[(String, String)]) -> Result<RuleBook, Vec<BookFault>> {
        let ours = RuleBook::built_in();
        let mut draft = Draft::from(ours);
        let mut faults = Vec::new();
        for (file, text) in files {
            let mut reading = Reading::new(file, text);
            if text.len() > LARGEST_FILE {
                reading.fault(
                    0,
                    None,
                    format!("larger than {LARGEST_FILE} bytes; a rule book is kilobytes"),
                );
            } else {
                draft.take(&mut reading);
            }
            faults.append(&mut reading.faults);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut book = draft.finish();
        book.own = files.iter().map(|(_, text)| text.as_str()).collect();
        Ok(book)
    }

    /// Everything that statements are made from: the files that the program carries and those of an
    /// organisation. What the program does with them is told by its version.
    pub fn texts(&self) -> impl Iterator<Item = &[u8]> {
        let ours = BUILT_IN.iter().map(|(_, text)| text.as_bytes());
        ours.chain([crate::frame::classify::ENCODER, self.own.as_bytes()])
    }

    /// What an organisation laid over the rule book of the program; empty where there is nothing.
    /// With the version of the program it tells rule books apart.
    pub fn own(&self) -> &str {
        &self.own
    }

    /// Rules and cues.
    pub fn recogniser(&self) -> &Recogniser {
        &self.recogniser
    }

    /// Wordings and questions.
    pub fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Terms and how they are put to a board.
    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// Every rule by which intents are recognised.
    pub fn rules(&self) -> &[Rule] {
        self.recogniser.rules()
    }
}

/// A rule book while its files are read.
struct Draft {
    rules: Vec<Rule>,
    cues: Vec<Cue>,
    stances: [Stance; Intent::ALL.len()],
    statements: Statements,
    glossary: Glossary,
}

impl Default for Draft {
    fn default() -> Draft {
        Draft {
            rules: Vec::new(),
            cues: Vec::new(),
            stances: [Stance::Neither; Intent::ALL.len()],
            statements: Statements::default(),
            glossary: Glossary::default(),
        }
    }
}

impl From<&RuleBook> for Draft {
    fn from(book: &RuleBook) -> Draft {
        Draft {
            rules: book.recogniser.rules().to_vec(),
            cues: book.recogniser.cues().to_vec(),
            stances: book.recogniser.stances(),
            statements: book.statements.clone(),
            glossary: book.glossary.clone(),
        }
    }
}

impl Draft {
    fn take(&mut self, reading: &mut Reading) {
        if reading.file.ends_with(".tsv") {
            self.glossary.take(reading);
            return;
        }
        match toml::from_str::<BookFile>(reading.text) {
            Ok(file) => self.take_file(&file, reading),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                reading.fault(at, None, error.message().to_owned());
            }
        }
    }

    fn take_file(&mut self, file: &BookFile, reading: &mut Reading) {
        let mut seen = BTreeSet::new();
        let ids = file
            .rule
            .iter()
            .map(|rule| &rule.id)
            .chain(file.cue.iter().map(|cue| &cue.id));
        for id in ids {
            if !seen.insert(id.get_ref()) {
                reading.fault(id.span().start, Some(id.get_ref()), "this id is used twice");
            }
        }
        for entry in &file.rule {
            let rule = if reading.trusted {
                entry.trusted()
            } else {
                entry.check(reading)
            };
            if let Some(rule) = rule {
                put(&mut self.rules, rule, |rule| &rule.id);
            }
        }
        for entry in &file.cue {
            let cue = if reading.trusted {
                entry.read(reading)
            } else {
                entry.check(reading)
            };
            if let Some(cue) = cue {
                put(&mut self.cues, cue, Cue::id);
            }
        }
        recognise::read_stances(&file.stance, &mut self.stances, reading);
        for (name, entry) in &file.intent {
            self.statements.take(name, entry, reading);
        }
    }

    fn finish(self) -> RuleBook {
        RuleBook {
            recogniser: Recogniser::new(self.rules, self.cues, self.stances),
            statements: self.statements,
            glossary: self.glossary,
            own: String::new(),
        }
    }
}

/// Puts an entry in the place of the one with its name, or at the end.
fn put<T>(list: &mut Vec<T>, entry: T, name: impl Fn(&T) -> &str) {
    match list.iter().position(|known| name(known) == name(&entry)) {
        Some(at) => list[at] = entry,
        None => list.push(entry),
    }
}

#[cfg(test)]
mod tests;
