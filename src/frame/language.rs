//! How plain a finished text is: lengths of sentences, reading ease and grade, passive voice.
//!
//! Reading ease is Flesch's (1948): 206.835 − 1.015 × words a sentence − 84.6 × syllables a word.
//! The grade is Kincaid's (1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Both
//! count syllables by rule, as every tool does that has no dictionary; a figure counts as a word of
//! one syllable, since how it is read aloud is not what makes a sentence hard.

use super::glossary::{Jargon, Pass};
use serde::Serialize;

/// Least reading ease that our own words keep.
pub const LEAST_READING_EASE: f64 = 50.0;
/// Most words that our own sentences have on average.
pub const MOST_WORDS_ON_AVERAGE: f64 = 20.0;
/// Most words that a sentence of ours has.
pub const MOST_WORDS: usize = 35;

/// How plain a text is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Language {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Words a sentence.
    pub mean_sentence: f64,
    /// Words of the longest sentence.
    pub longest: usize,
    /// Sentences of more than [`MOST_WORDS`] words.
    pub too_long: Vec<String>,
    /// Flesch reading ease; higher is plainer. `None` for a text without words.
    pub reading_ease: Option<f64>,
    /// Flesch-Kincaid grade: years of schooling needed.
    pub grade: Option<f64>,
    /// Share of sentences in the passive voice, 0 to 1.
    pub passive_share: f64,
    /// Terms that a board may not know and that were not explained.
    pub jargon: Vec<Jargon>,
}

/// How plain a text is. `pass` knows the terms that were explained.
pub fn report(text: &str, mut pass: Pass) -> Language {
    let sentences: Vec<&str> = sentences(text).collect();
    let lengths: Vec<usize> = sentences.iter().map(|one| words(one).count()).collect();
    let words_in_all: usize = lengths.iter().sum();
    let syllables: usize = words(text).map(syllables).sum();
    let count = sentences.len().max(1) as f64;
    let per_sentence = words_in_all as f64 / count;
    let per_word = syllables as f64 / words_in_all.max(1) as f64;
    let figures = words_in_all > 0;
    Language {
        sentences: sentences.len(),
        words: words_in_all,
        mean_sentence: tenth(per_sentence),
        longest: lengths.iter().copied().max().unwrap_or(0),
        too_long: sentences
            .iter()
            .zip(&lengths)
            .filter(|(_, length)| **length > MOST_WORDS)
            .map(|(sentence, _)| (*sentence).to_owned())
            .collect(),
        reading_ease: figures.then(|| tenth(206.835 - 1.015 * per_sentence - 84.6 * per_word)),
        grade: figures.then(|| tenth(0.39 * per_sentence + 11.8 * per_word - 15.59)),
        passive_share: sentences.iter().filter(|one| is_passive(one)).count() as f64 / count,
        jargon: pass.unexplained(text),
    }
}

fn tenth(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// The sentences of a text: up to a full stop, question or exclamation mark before a space, a colon
/// or semicolon left aside; a line break ends one too, as in headings and lists.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            while !rest.trim().is_empty() {
                let end = sentence_end(rest);
                let (sentence, after) = rest.split_at(end);
                rest = after;
                if words(sentence).next().is_some() {
                    return Some(sentence.trim());
                }
            }
            None
        })
    })
}

/// Where the sentence at the start of a line ends.
fn sentence_end(line: &str) -> usize {
    let mut from = 0;
    while let Some(at) = line[from..].find(['.', '?', '!']) {
        let stop = from + at + 1;
        let after = line[stop..].trim_start_matches(['”', '"', '’', ')']);
        let closed = line.len() - after.len();
        let next = after.trim_start();
        let starts =
            after.is_empty() || (next.len() < after.len() && !next.starts_with(char::is_lowercase));
        if starts && !is_abbreviation(&line[..stop]) {
            return closed;
        }
        from = stop;
    }
    line.len()
}

/// Whether a text ends in an abbreviation rather than a sentence.
fn is_abbreviation(text: &str) -> bool {
    [
        "e.g.", "i.e.", "etc.", "vs.", "Mr.", "Ms.", "Dr.", "No.", "approx.",
    ]
    .iter()
    .any(|short| text.ends_with(short))
}

/// The words of a text, figures included: runs between spaces that hold a letter or a digit.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .flat_map(|run| run.split(['-', '–', '—', '/']))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Syllables of a word, by rule: groups of vowels, a silent `e` and `ed` left out.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    if !word
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'))
    {
        return 1;
    }
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = letters
        .chunk_by(|a, b| vowel(*a) == vowel(*b))
        .filter(|group| vowel(group[0]))
        .count();
    let ends = |tail: &str| word.ends_with(tail);
    let before = |back: usize| {
        letters
            .len()
            .checked_sub(back)
            .and_then(|at| letters.get(at))
            .copied()
    };
    let silent_e =
        ends("e") && !ends("ee") && !(ends("le") && before(3).is_some_and(|c| !vowel(c)));
    let silent_ed = ends("ed") && before(3).is_some_and(|c| !vowel(c) && !matches!(c, 't' | 'd'));
    let silent_es = ends("es")
        && before(3).is_some_and(|c| !vowel(c) && !matches!(c, 's' | 'x' | 'z' | 'c' | 'g' | 'h'));
    let parted = ["ia", "io", "eo", "ua", "iu"]
        .iter()
        .map(|two| word.matches(two).count())
        .sum::<usize>();
    let joined = [
        "peop", "tion", "sion", "cial", "tial", "gion", "qua", "gua", "cious", "tious",
    ]
    .iter()
    .map(|run| word.matches(run).count())
    .sum::<usize>();
    let open = usize::from(ends("ea") && groups > 1);
    let silent = usize::from((silent_e || silent_ed || silent_es) && groups > 1);
    (groups + open + parted.saturating_sub(joined))
        .saturating_sub(silent)
        .max(1)
}

/// Forms of *to be* that make a passive, with what stands behind them.
const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am"];

/// Participles that do not end in `ed`.
const PARTICIPLES: &[&str] = &[
    "bought",
    "built",
    "born",
    "borne",
    "brought",
    "chosen",
    "done",
    "found",
    "given",
    "gone",
    "held",
    "kept",
    "known",
    "left",
    "lost",
    "made",
    "met",
    "paid",
    "put",
    "run",
    "seen",
    "sent",
    "set",
    "shown",
    "sold",
    "spent",
    "spoken",
    "taken",
    "told",
    "thought",
    "understood",
    "won",
    "written",
];

/// Whether a sentence has a form of *to be* with a participle at most one word behind it.
fn is_passive(sentence: &str) -> bool {
    let words: Vec<String> = words(sentence).map(str::to_lowercase).collect();
    let participle = |word: &String| {
        PARTICIPLES.contains(&word.as_str())
            || (word.ends_with("ed") && word.len() > 4 && !word.ends_with("eed"))
    };
    words.iter().enumerate().any(|(at, word)| {
        BE.contains(&word.as_str()) && words.iter().skip(at + 1).take(2).any(participle)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::RuleBook;

    fn of(text: &str) -> Language {
        report(text, RuleBook::built_in().glossary().pass())
    }

    #[test]
    fn syllables_of_common_words() {
        for (word, count) in [
            ("cost", 1),
            ("money", 2),
            ("engineer", 3),
            ("engineers", 3),
            ("saves", 1),
            ("freed", 1),
            ("table", 2),
            ("adoption", 3),
            ("priced", 1),
            ("needed", 2),
            ("area", 3),
            ("decision", 3),
            ("upkeep", 2),
            ("alternative", 4),
            ("the", 1),
            ("$945k", 1),
            ("services", 3),
            ("people", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_short_text_by_hand() {
        // 2 sentences, 11 words, 13 syllables: 206.835 − 1.015 × 5.5 − 84.6 × 13/11 = 101.3.
        let found = of("We buy what is common. We build what sets us apart.");
        assert_eq!((found.sentences, found.words, found.longest), (2, 11, 6));
        assert_eq!(found.reading_ease, Some(101.3));
        assert_eq!(found.passive_share, 0.0);
    }

    #[test]
    fn figures_and_abbreviations_end_no_sentence() {
        assert_eq!(
            of("It costs $1.32M a year, e.g. for SSO. It was approved (in part).").sentences,
            2
        );
    }

    #[test]
    fn passive_and_jargon_are_found() {
        let found = of("The portal was built by eight engineers. We use SSO.");
        assert_eq!(found.passive_share, 0.5);
        assert_eq!(found.jargon[0].term, "SSO");
    }

    #[test]
    fn nothing_has_no_reading_ease() {
        let found = of(" … ");
        assert_eq!(
            (found.sentences, found.words, found.reading_ease),
            (0, 0, None)
        );
    }
}
