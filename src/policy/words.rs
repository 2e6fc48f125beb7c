//! Lists of words that the policy looks for in what an author wrote.

/// Phrases to look for, in small letters.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words(pub Vec<String>);

/// A measure that shows activity, not value.
#[derive(Debug, Clone, PartialEq)]
pub struct Vanity {
    /// Phrases that name it.
    pub words: Words,
    /// Nouns that name it where a number stands before them: `40 plugins`.
    pub counts: Words,
    /// What it is called at the start of a sentence.
    pub says: String,
    /// Whether it is vanity only where no better measure stands beside it.
    pub alone: bool,
    /// Why it says little.
    pub because: String,
    /// What to ask for instead.
    pub ask: String,
}

impl Words {
    /// Whether one of the phrases stands in a text, at the limits of words.
    pub fn found_in(&self, text: &str) -> bool {
        let text = folded(text);
        self.0.iter().any(|phrase| stands_in(phrase, &text))
    }
}

impl Vanity {
    /// Whether a text offers this measure.
    pub fn offered_in(&self, text: &str) -> bool {
        let text = folded(text);
        let mut words = text.split(' ').peekable();
        let mut counted = false;
        while let Some(word) = words.next() {
            let number = word
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'+' || b == b',');
            counted |= number
                && word.bytes().any(|b| b.is_ascii_digit())
                && words
                    .peek()
                    .is_some_and(|next| self.counts.0.iter().any(|c| c == next));
        }
        counted || self.words.0.iter().any(|phrase| stands_in(phrase, &text))
    }
}

/// A text in small letters, with plain apostrophes, single spaces and no marks around its words.
pub fn folded(text: &str) -> String {
    let plain = text.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
    plain
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| ".,;:!?()[]\"“”".contains(c)))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a phrase stands in a folded text as whole words.
fn stands_in(phrase: &str, text: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        [before, after]
            .into_iter()
            .flatten()
            .all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_whole_words() {
        let words = Words(vec!["figure it out".into(), "tbd".into()]);
        assert!(words.found_in("We\u{2019}ll Figure  it out, as we go"));
        assert!(words.found_in("Plan: TBD."));
        assert!(!words.found_in("tbdx"));
        assert!(!words.found_in(""));
    }

    #[test]
    fn a_count_is_offered_with_its_number() {
        let policy = crate::policy::Policy::built_in();
        let found = |text: &str| -> Vec<String> {
            let vanity = policy.vanity.iter().filter(|v| v.offered_in(text));
            vanity.map(|v| v.says.clone()).collect()
        };
        assert_eq!(
            found("Our portal has 99.9% uptime and 40 plugins."),
            ["Uptime", "The number of plugins"]
        );
        assert_eq!(found("We need custom plugins for our workflows."), [""; 0]);
        assert_eq!(
            found("Managed solutions don't have all our features."),
            [""; 0]
        );
    }
}
