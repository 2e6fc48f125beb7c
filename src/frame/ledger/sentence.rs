//! Names of a decision as they stand within a sentence of ours.
//!
//! A name that begins with an everyday word loses its capital: `Customer features` becomes
//! `customer features`. Any other word may be the name of a product or a firm, and keeps it:
//! `Stripe payments` stays. A name that says more than a name is put in quotation marks, so that
//! nobody takes its claims for ours.

use crate::decision::Decision;
use crate::frame::guard;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Words of everyday English, in small letters, sorted: those of our own sentences, without any
/// that is also the name of a product.
const EVERYDAY: &str = include_str!("everyday.txt");
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| EVERYDAY.lines().collect());

/// Words in small letters that may stand within the name of an organisation.
const JOINING: &[&str] = &[
    "a", "and", "at", "by", "d", "da", "de", "del", "der", "des", "di", "du", "et", "for", "in",
    "la", "le", "of", "on", "the", "und", "van", "von", "y",
];
/// Words of a name beyond which it is a sentence of its author's.
const LONGEST_NAME: usize = 12;

/// A name as it stands within a sentence: with a small letter, unless it is a proper name.
pub fn in_sentence<'n>(name: &'n str, decision: &Decision) -> Cow<'n, str> {
    let name = name.trim();
    let mut words = name.split_whitespace().map(bare);
    let Some(first) = words.next() else {
        return Cow::Borrowed(name);
    };
    let of_an_alternative = decision
        .alternatives
        .iter()
        .any(|one| one.name.split_whitespace().any(|word| bare(word) == first));
    let titled = words.any(|word| word.starts_with(char::is_uppercase) && is_everyday(word));
    if of_an_alternative || titled || !is_everyday(first) {
        return Cow::Borrowed(name);
    }
    let mut letters = name.chars();
    let small = letters.next().into_iter().flat_map(char::to_lowercase);
    Cow::Owned(small.chain(letters).collect())
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word, or each part of a hyphenated one, is an everyday word and no acronym.
fn is_everyday(word: &str) -> bool {
    word.split(['-', '/', '–']).enumerate().all(|(at, part)| {
        let capital_within = part.chars().skip(1).any(char::is_uppercase);
        let small = part.to_lowercase();
        let known = small == "a" || WORDS.binary_search(&small.as_str()).is_ok();
        !capital_within && (known || (at > 0 && part.chars().all(|c| c.is_ascii_digit())))
    })
}

/// Whether an organisation's name is a proper name, with which a sentence can go on.
pub(super) fn is_proper(name: &str) -> bool {
    let mut words = name
        .split_whitespace()
        .map(bare)
        .filter(|word| !word.is_empty());
    let described = matches!(words.clone().next(), Some("A" | "An" | "Our"));
    !described
        && words.all(|word| {
            let small_first = word.starts_with(char::is_lowercase);
            !small_first || JOINING.contains(&word) || word.chars().any(char::is_uppercase)
        })
}

/// The words of an author as they may stand within a sentence of ours: as they are where they are a
/// name, in quotation marks where they are a sentence, a claim or an amount.
pub(super) fn as_name(text: &str) -> Cow<'_, str> {
    let plain = text.trim();
    let quoted = plain.starts_with('“') && plain.ends_with('”');
    if quoted || !says_more_than_a_name(plain) {
        return Cow::Borrowed(plain);
    }
    let inside = plain
        .trim_end_matches(['.', '!', ';', ':', ','])
        .replace(['“', '”', '"'], "’");
    Cow::Owned(format!(
        "“{}”",
        inside.split_whitespace().collect::<Vec<_>>().join(" ")
    ))
}

fn says_more_than_a_name(text: &str) -> bool {
    let amount = text.contains(['$', '€', '£', '¥', '%']);
    let sentence = text.contains(['!', '?', ';', '\n', '“', '”', '"'])
        || text.trim_end_matches('.').contains(". ")
        || text.contains(": ");
    // A capital makes a claim part of a proper name, as in `Guaranteed Hosting`.
    let claim = text
        .split_whitespace()
        .map(bare)
        .any(|word| word.starts_with(char::is_lowercase) && guard::claim_in(word).is_some());
    amount || sentence || claim || text.split_whitespace().count() > LONGEST_NAME
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::Source;

    fn decision(alternative: &str) -> Decision {
        let text = format!(
            r#"{{"id":"a","title":"A","as_of":"2026-01-01","alternatives":[{{"name":"{alternative}"}}]}}"#
        );
        Decision::from_source(&Source::new("a.json", text)).expect("a decision")
    }

    #[test]
    fn everyday_words_lose_their_capital_and_names_keep_it() {
        let decision = decision("Managed Backstage");
        for (name, within) in [
            ("Customer features", "customer features"),
            (
                "Golden paths for our own workflows",
                "golden paths for our own workflows",
            ),
            (
                "A 45-minute deployment pipeline",
                "a 45-minute deployment pipeline",
            ),
            ("Time-to-market", "time-to-market"),
            ("Integration with Salesforce", "integration with Salesforce"),
            ("Custom GDPR reports", "custom GDPR reports"),
            ("E-mail delivery", "E-mail delivery"),
            ("Stripe payments", "Stripe payments"),
            ("Kafka cluster", "Kafka cluster"),
            ("Golden Paths", "Golden Paths"),
            ("SOC 2", "SOC 2"),
            ("Managed portal", "Managed portal"),
            ("Backstage plugins", "Backstage plugins"),
            ("Überweisungen", "Überweisungen"),
            ("", ""),
        ] {
            assert_eq!(in_sentence(name, &decision), within, "{name}");
        }
    }

    #[test]
    fn the_everyday_words_are_sorted_for_the_search() {
        assert!(WORDS.is_sorted());
        assert!(
            WORDS
                .iter()
                .all(|word| *word == word.to_lowercase() && word.trim() == *word)
        );
    }

    #[test]
    fn a_description_is_no_proper_name() {
        for proper in [
            "Example Corporation",
            "easyJet",
            "Bank of England",
            "37signals",
            "Marks & Spencer",
        ] {
            assert!(is_proper(proper), "{proper}");
        }
        for described in ["A scale-up", "Scale-up with 80 engineers", "Our Group"] {
            assert!(!is_proper(described), "{described}");
        }
    }

    #[test]
    fn a_claim_in_a_name_is_quoted_and_a_firm_is_not() {
        for name in [
            "Guaranteed Hosting Ltd",
            "SOC 2",
            "A 45-minute pipeline",
            "Yahoo! Inc",
        ] {
            let same = as_name(name) == name;
            assert_eq!(same, !name.contains('!'), "{name}");
        }
        assert_eq!(
            as_name("Roadie saves $5M a year, guaranteed."),
            "“Roadie saves $5M a year, guaranteed”"
        );
        assert_eq!(as_name("always on"), "“always on”");
    }
}
