//! Terms that a board would not know, and how they are put to one.
//!
//! An acronym or a name is known by its capitals, so `IDP` is not `IdP` and `port` is not `Port`;
//! any other term by its letters alone. The first use of a term is explained behind it, in line;
//! the term itself stays, since it is the word that engineers and contracts use.

use super::book::Reading;
use crate::phrase::{Part, Phrase};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As engineers write it.
    pub term: String,
    /// What it is short for, or another spelling of it.
    pub expansion: Option<String>,
    /// What to say to a board.
    pub said_as: String,
    /// What to say of more than one, where that differs.
    pub said_of_several: Option<String>,
    /// Whether a board knows it anyway, so that it needs no explanation.
    pub plain: bool,
}

impl Term {
    /// What to say to a board of one, or of more than one.
    fn wording(&self, several: bool) -> &str {
        match &self.said_of_several {
            Some(said) if several => said,
            _ => &self.said_as,
        }
    }
}

/// A term that stands in a text, and what to say to a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Jargon {
    /// As it stands in the text.
    pub term: String,
    /// What to say to a board.
    pub said_as: String,
}

/// Every term.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    terms: Vec<Arc<Term>>,
    /// Spellings by their first word in small letters, the longest first.
    index: HashMap<String, Vec<Spelling>>,
}

/// A way in which a term is written.
#[derive(Debug, Clone)]
struct Spelling {
    text: String,
    exact: bool,
    /// Whether it is a term only where artificial intelligence is talked about.
    ai_only: bool,
    term: usize,
}

/// A term found in a text.
struct Found {
    range: std::ops::Range<usize>,
    term: usize,
    /// Whether it stands in the plural.
    several: bool,
    /// The term as the glossary spells it.
    spelt: String,
}

impl Glossary {
    /// Takes in a file, over what was there: term, expansion, board wording, `plain` where a board
    /// knows the term, and the board wording of several where it differs, parted by tabs. The first
    /// line names the columns.
    pub(super) fn take(&mut self, reading: &mut Reading) {
        let mut at = 0;
        let lines: Vec<&str> = reading.text.split('\n').collect();
        for (number, line) in lines.into_iter().enumerate() {
            let start = at;
            at += line.len() + 1;
            let line = line.trim_end_matches('\r');
            if number == 0 || line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
            match read_term(&columns) {
                Ok(term) => self.put(term),
                Err(message) => reading.fault(start, columns.first().copied(), message),
            }
        }
        self.reindex();
    }

    /// The terms of a text, each once, in the order in which they are met.
    pub fn jargon(&self, text: &str) -> Vec<Jargon> {
        let mut seen = BTreeSet::new();
        let found = self.find(text);
        found
            .into_iter()
            .filter(|found| self.terms[found.term].term != "build" && seen.insert(found.term))
            .map(|found| Jargon {
                term: text[found.range].to_owned(),
                said_as: self.terms[found.term].wording(found.several).to_owned(),
            })
            .collect()
    }

    /// A pass over the texts of a document, in which each term is explained once.
    pub fn pass(&self) -> Pass<'_> {
        Pass {
            glossary: self,
            seen: BTreeSet::new(),
        }
    }

    fn put(&mut self, term: Term) {
        let term = Arc::new(term);
        match self.terms.iter().position(|known| known.term == term.term) {
            Some(at) => self.terms[at] = term,
            None => self.terms.push(term),
        }
    }

    fn reindex(&mut self) {
        self.index.clear();
        for (at, term) in self.terms.iter().enumerate() {
            let ai_only = term.term.ends_with(" (AI)");
            let written = term.term.trim_end_matches(" (AI)");
            for text in std::iter::once(written).chain(term.expansion.as_deref()) {
                let Some(first) = words(text).next().map(|range| text[range].to_lowercase()) else {
                    continue;
                };
                self.index.entry(first).or_default().push(Spelling {
                    text: text.to_owned(),
                    exact: text.chars().any(char::is_uppercase),
                    ai_only,
                    term: at,
                });
            }
        }
        for spellings in self.index.values_mut() {
            spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
        }
    }

    /// The terms of a text, the longest at each place, none within another.
    fn find(&self, text: &str) -> Vec<Found> {
        let mut about_ai = None;
        let mut out: Vec<Found> = Vec::new();
        let mut word = String::new();
        for range in words(text) {
            if out.last().is_some_and(|last| range.start < last.range.end) {
                continue;
            }
            word.clear();
            word.extend(text[range.clone()].chars().flat_map(char::to_lowercase));
            let bare = word.strip_suffix('s').filter(|bare| !bare.is_empty());
            let spellings = [Some(word.as_str()), bare]
                .into_iter()
                .flatten()
                .filter_map(|word| self.index.get(word));
            let mut fits = |spelling: &&Spelling| {
                !spelling.ai_only || *about_ai.get_or_insert_with(|| is_about_ai(text))
            };
            let hit = spellings
                .flatten()
                .filter(|spelling| fits(spelling))
                .find_map(|spelling| Some((spelling, matched(text, range.start, spelling)?)));
            if let Some((spelling, end)) = hit {
                out.push(Found {
                    range: range.start..end,
                    term: spelling.term,
                    several: end - range.start > spelling.text.len(),
                    spelt: spelling.text.clone(),
                });
            }
        }
        out
    }
}

fn read_term(columns: &[&str]) -> Result<Term, String> {
    let [term, expansion, said_as, rest @ ..] = columns else {
        return Err("write term, expansion and board wording, parted by tabs".into());
    };
    if term.is_empty() || said_as.is_empty() {
        return Err("the term or its board wording is empty".into());
    }
    let (plain, several) = match rest {
        [] => (false, ""),
        ["" | "plain"] => (rest[0] == "plain", ""),
        ["" | "plain", several] => (rest[0] == "plain", *several),
        [_, _, _, ..] => return Err("there are more than five columns".into()),
        _ => return Err("the fourth column is `plain` or empty".into()),
    };
    Ok(Term {
        term: (*term).to_owned(),
        expansion: (!expansion.is_empty()).then(|| (*expansion).to_owned()),
        said_as: (*said_as).to_owned(),
        said_of_several: (!several.is_empty()).then(|| several.to_owned()),
        plain,
    })
}

/// Where a spelling that begins at a byte of a text ends in it; a plural counts as the term, a part
/// of a compound such as `runner-up` or `non-production` does not.
fn matched(text: &str, start: usize, spelling: &Spelling) -> Option<usize> {
    let end = start + spelling.text.len();
    let there = text.get(start..end)?;
    let same = if spelling.exact {
        there == spelling.text
    } else {
        there.eq_ignore_ascii_case(&spelling.text)
    };
    let joined = |c: Option<char>, next: Option<char>| {
        c.is_some_and(|c| c == '-' || c == '\u{2011}') && next.is_some_and(char::is_alphanumeric)
    };
    let mut before = text[..start].chars().rev();
    if !same || joined(before.next(), before.next()) {
        return None;
    }
    let rest = &text[end..];
    let after = |rest: &str| {
        let mut chars = rest.chars();
        let next = chars.next();
        !next.is_some_and(|c| c.is_alphanumeric() || c == '_') && !joined(next, chars.next())
    };
    if after(rest) {
        return Some(end);
    }
    let plural = rest.strip_prefix('s')?;
    after(plural).then_some(end + 1)
}

/// Whether a text talks about artificial intelligence.
fn is_about_ai(text: &str) -> bool {
    words(text).any(|range| matches!(&text[range], "AI" | "LLM" | "LLMs" | "model" | "models"))
}

/// The words of a text: runs of letters and digits.
fn words(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let length = text[start..]
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(text.len() - start);
        at = start + length;
        Some(start..at)
    })
}

/// A pass over the texts of one document.
#[derive(Clone)]
pub struct Pass<'a> {
    glossary: &'a Glossary,
    seen: BTreeSet<usize>,
}

impl Pass<'_> {
    /// The text, with an explanation behind the first use of each term that a board would not know.
    pub fn explain(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 40);
        let mut from = 0;
        for found in self.glossary.find(text) {
            let term = &self.glossary.terms[found.term];
            if term.plain || !self.seen.insert(found.term) {
                continue;
            }
            out.push_str(&text[from..found.range.end]);
            from = found.range.end;
            let explained =
                text[from..].trim_start().starts_with('(') || text[..from].ends_with(&term.said_as);
            if !explained {
                out.push_str(" (");
                out.push_str(term.wording(found.several));
                out.push(')');
            }
        }
        out.push_str(&text[from..]);
        out
    }

    /// The same for a sentence whose figures know where they came from; figures stay as they are.
    pub fn explain_phrase(&mut self, phrase: &Phrase) -> Phrase {
        phrase
            .parts()
            .iter()
            .fold(Phrase::default(), |out, part| match part {
                Part::Text(text) => out.text(self.explain(text)),
                Part::Name(text) => out.name(self.explain(text)),
                Part::Figure { shown, value, from } => out.figure(shown, *value, from),
            })
    }

    /// Takes note of the terms that a finished text explains in line.
    pub fn heed(&mut self, text: &str) {
        for found in self.glossary.find(text) {
            let said_as = self.glossary.terms[found.term].wording(found.several);
            let behind = text[found.range.end..].strip_prefix(" (");
            if behind.is_some_and(|behind| behind.starts_with(said_as)) {
                self.seen.insert(found.term);
            }
        }
    }

    /// The terms of a text that this pass has not explained and that need it, each once, in the
    /// singular and as the glossary spells them, as a list of terms names them. The list explains
    /// them, so this pass does not name them again.
    pub fn unexplained(&mut self, text: &str) -> Vec<Jargon> {
        let terms = &self.glossary.terms;
        let found = self.glossary.find(text).into_iter();
        found
            .filter(|found| !terms[found.term].plain && self.seen.insert(found.term))
            .map(|found| Jargon {
                said_as: terms[found.term].said_as.clone(),
                term: found.spelt,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
