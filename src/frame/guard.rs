//! The guard: no figure on a page that is not a figure of the decision.
//!
//! A statement is words from a template, in which no figure may stand, and slots filled from the
//! decision. Before a statement leaves, its text is read again as if by a stranger: every receipt
//! has to be found in it, whole and in order, and nothing that looks like a figure may stand
//! between them, in digits or in words. A figure that was changed, swapped, added, spelt out, or
//! given another unit or period does not pass.

use std::fmt;

/// Why a text does not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// Something that looks like a figure and has no receipt.
    Figure(String),
    /// A receipt that the text does not carry, or not in its place.
    Missing(String),
    /// A unit or a period that the figure before it does not have.
    Unit(String),
    /// A claim that needs evidence.
    Claim(String),
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Breach::Figure(text) => write!(out, "“{text}” looks like a figure and has no source"),
            Breach::Missing(text) => write!(out, "“{text}” is not where its source says it is"),
            Breach::Unit(text) => {
                write!(out, "“{text}” changes the unit or the period of a figure")
            }
            Breach::Claim(text) => write!(out, "“{text}” claims what the input does not show"),
        }
    }
}

impl std::error::Error for Breach {}

/// Something in a text that has a receipt: a figure as shown, or a name of the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt<'a> {
    /// A figure with its unit and period.
    Figure(&'a str),
    /// A name or a quotation, in which figures may stand.
    Name(&'a str),
}

/// Words that stand for numbers. `one` is among them: our own words do without it.
const NUMBER_WORDS: &[&str] = &[
    "zero",
    "nil",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "dozen",
    "dozens",
    "score",
    "half",
    "halves",
    "halved",
    "third",
    "thirds",
    "fourth",
    "quarter",
    "quarters",
    "fifth",
    "fifths",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "once",
    "twice",
    "thrice",
    "double",
    "doubled",
    "doubles",
    "triple",
    "tripled",
    "fold",
    "tenfold",
    "twofold",
    "threefold",
    "first",
    "second",
    "single",
    "couple",
    "pair",
    "percent",
    "percentage",
    "both",
    "several",
];

/// Words that promise more than figures can show.
const CLAIMS: &[&str] = &[
    "all",
    "always",
    "best",
    "certified",
    "certainly",
    "compliant",
    "completely",
    "definitely",
    "ensure",
    "ensures",
    "every",
    "everyone",
    "fully",
    "guarantee",
    "guaranteed",
    "guarantees",
    "never",
    "perfect",
    "perfectly",
    "proven",
    "risk-free",
    "secure",
    "undoubtedly",
    "unique",
    "world-class",
    "zero-risk",
];

/// Claims that are no claims in these turns of phrase.
const HARMLESS: &[&str] = &["everyone else", "not all", "and all its"];

/// Words that, straight behind a figure, would change its unit or its period.
const UNITS: &[&str] = &[
    "a",
    "an",
    "per",
    "each",
    "every",
    "percent",
    "million",
    "thousand",
    "billion",
    "annually",
    "monthly",
    "weekly",
    "daily",
    "hourly",
    "yearly",
    "quarterly",
    "k",
    "m",
    "bn",
    "years",
    "year",
    "months",
    "month",
    "weeks",
    "week",
    "days",
    "day",
    "hours",
    "hour",
    "minutes",
    "minute",
    "quarters",
    "quarter",
    "engineers",
    "engineer",
    "people",
    "person",
    "customers",
    "incidents",
    "tools",
    "dollars",
    "euros",
    "pounds",
    "points",
    "fte",
    "ftes",
    "gross",
    "net",
    "times",
];

/// Words behind `a`, `an`, `per`, `each` or `every` that make a period of it.
const PERIODS: &[&str] = &[
    "year", "month", "week", "day", "hour", "minute", "quarter", "sprint", "head", "seat",
    "engineer", "person", "customer", "incident", "decade",
];

/// The first thing in a text that looks like a number: a token with a digit, or a number word.
pub fn number_in(text: &str) -> Option<String> {
    for token in text.split(|c: char| c.is_whitespace()) {
        if token.chars().any(char::is_numeric) {
            return Some(
                token
                    .trim_matches(|c: char| c.is_ascii_punctuation())
                    .to_owned(),
            );
        }
    }
    if let Some(sign) = text
        .chars()
        .find(|c| matches!(c, '%' | '‰' | '$' | '€' | '£' | '¥'))
    {
        return Some(sign.to_string());
    }
    words(text).find(|word| NUMBER_WORDS.contains(&word.as_str()))
}

/// The first word of a text that claims more than figures can show.
pub fn claim_in(text: &str) -> Option<String> {
    let mut plain = text.to_lowercase();
    for turn in HARMLESS {
        plain = plain.replace(turn, " ");
    }
    plain
        .split(|c: char| !c.is_alphabetic() && c != '-')
        .find(|word| CLAIMS.contains(word))
        .map(str::to_owned)
}

/// The words of a text, small, parted by whatever is not a letter.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Whether a text is its words and its receipts, in order, and nothing else that counts.
///
/// # Errors
/// The first thing that is not.
pub fn check(text: &str, receipts: &[Receipt]) -> Result<(), Breach> {
    let mut rest = text;
    for receipt in receipts {
        let (Receipt::Figure(shown) | Receipt::Name(shown)) = receipt;
        let Some(at) = place(rest, shown) else {
            return Err(Breach::Missing((*shown).to_owned()));
        };
        gap(&rest[..at])?;
        joint(&rest[..at], matches!(receipt, Receipt::Figure(_)))?;
        rest = &rest[at + shown.len()..];
        if matches!(receipt, Receipt::Figure(_)) {
            boundary(shown, rest)?;
        } else if rest.starts_with(char::is_alphanumeric) {
            return Err(Breach::Missing((*shown).to_owned()));
        }
    }
    gap(rest)
}

/// Where a receipt stands in a text as words of its own; a name may be part of other words before.
fn place(text: &str, shown: &str) -> Option<usize> {
    let whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + shown.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(shown)
        .map(|(at, _)| at)
        .find(|at| whole(*at))
}

/// Our own words: no figure and no claim.
fn gap(text: &str) -> Result<(), Breach> {
    if let Some(number) = number_in(text) {
        return Err(Breach::Figure(number));
    }
    claim_in(text).map_or(Ok(()), |claim| Err(Breach::Claim(claim)))
}

/// What stands straight before a receipt: no letter, and before a figure no sign that would turn it.
fn joint(text: &str, figure: bool) -> Result<(), Breach> {
    match text.chars().next_back() {
        Some(c) if c.is_alphanumeric() => Err(Breach::Unit(c.to_string())),
        Some(c) if figure && "-−–+~≈<>≤≥±.,×÷/".contains(c) => {
            Err(Breach::Unit(c.to_string()))
        }
        _ => Ok(()),
    }
}

/// What stands straight behind a figure.
fn boundary(shown: &str, rest: &str) -> Result<(), Breach> {
    let fault = || {
        Err(Breach::Unit(format!(
            "{shown}{}",
            rest.chars().take(12).collect::<String>()
        )))
    };
    let mut chars = rest.chars();
    match chars.next() {
        None => return Ok(()),
        Some(c) if c.is_alphanumeric() || matches!(c, '%' | '/' | '-' | '–' | '×') => {
            return fault();
        }
        Some('.' | ',') if chars.next().is_some_and(char::is_numeric) => return fault(),
        Some(c) if !c.is_whitespace() && c != '(' => return Ok(()),
        Some(_) => {}
    }
    let mut following = words(rest);
    let (first, second) = (following.next(), following.next());
    match first.as_deref() {
        Some("a" | "an" | "per" | "each" | "every") => {
            if first.as_deref() == Some("per")
                || second.is_some_and(|word| PERIODS.contains(&word.as_str()))
            {
                return fault();
            }
            Ok(())
        }
        Some(word) if UNITS.contains(&word) => fault(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
