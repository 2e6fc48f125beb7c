//! Where two PDFs differ: in the text of a page, in its drawing, in their properties, or elsewhere.

use super::text::pieces;
use hayro_syntax::Pdf;
use serde::Serialize;

/// The most differences that are told; the first few say what kind of change it is.
const MOST: usize = 10;

/// Words of a page that are compared; a full page has about seven hundred.
const MOST_WORDS: usize = 3_000;

/// A place at which the file is not what its decision comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Where, in words.
    pub place: String,
    /// What the file has there.
    pub found: String,
    /// What its decision comes to.
    pub expected: String,
}

impl Difference {
    /// A difference at a place: what is there, and what it was written as.
    pub fn new(
        place: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Difference {
        Difference {
            place: place.into(),
            found: found.into(),
            expected: expected.into(),
        }
    }
}

/// Where a PDF differs from the one that its decision comes to; never empty.
pub(super) fn differences(given: &[u8], made: &[u8]) -> Vec<Difference> {
    let mut found = match (Pdf::new(given.to_vec()), Pdf::new(made.to_vec())) {
        (Ok(given), Ok(made)) => between(&given, &made),
        _ => Vec::new(),
    };
    if found.is_empty() {
        found.push(bytes(given, made));
    }
    found.truncate(MOST);
    found
}

/// Whether a page of a PDF shows some words.
pub(super) fn shows(pdf: &[u8], words: &str) -> bool {
    Pdf::new(pdf.to_vec()).is_ok_and(|pdf| {
        let mut pages = pdf.pages().iter();
        pages.any(|page| pieces(page).concat().contains(words))
    })
}

fn between(given: &Pdf, made: &Pdf) -> Vec<Difference> {
    let (ours, theirs) = (made.pages(), given.pages());
    let mut found = Vec::new();
    if ours.len() != theirs.len() {
        let pages = |count: usize| format!("{count} pages");
        found.push(Difference::new(
            "the file",
            pages(theirs.len()),
            pages(ours.len()),
        ));
    }
    for (at, (theirs, ours)) in theirs.iter().zip(ours.iter()).enumerate() {
        let page = format!("page {}", at + 1);
        let before = found.len();
        texts(&page, &pieces(theirs), &pieces(ours), &mut found);
        if found.len() == before && theirs.page_stream() != ours.page_stream() {
            found.push(Difference::new(
                page,
                "something is drawn otherwise or elsewhere",
                "the same words, as they were drawn",
            ));
        }
    }
    if given.metadata() != made.metadata() {
        found.push(Difference::new(
            "the properties of the file",
            "another title, author, subject, keyword, date or maker",
            "those of the decision",
        ));
    }
    found
}

/// Passages that differ. Compared word by word, for where a line is broken or a word is split into
/// pieces says nothing about what is said.
fn texts(page: &str, given: &[String], made: &[String], found: &mut Vec<Difference>) {
    let (given, made) = (given.join(" "), made.join(" "));
    let given: Vec<&str> = given.split_whitespace().take(MOST_WORDS).collect();
    let made: Vec<&str> = made.split_whitespace().take(MOST_WORDS).collect();
    let kept = longest_common(&given, &made);
    let (mut from, mut at) = (0, 0);
    for (next_from, next_at) in kept.into_iter().chain([(given.len(), made.len())]) {
        if next_from > from || next_at > at {
            let passage = |words: &[&str]| quoted(&words.join(" "));
            let (theirs, ours) = (&given[from..next_from], &made[at..next_at]);
            found.push(Difference::new(page, passage(theirs), passage(ours)));
        }
        (from, at) = (next_from + 1, next_at + 1);
    }
}

/// The longest sequence of words that both have, as places in the one and in the other.
fn longest_common(given: &[&str], made: &[&str]) -> Vec<(usize, usize)> {
    let width = made.len() + 1;
    // How many words the rests from each pair of places have in common.
    let mut common = vec![0u32; (given.len() + 1) * width];
    for i in (0..given.len()).rev() {
        for j in (0..made.len()).rev() {
            common[i * width + j] = if given[i] == made[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, Vec::new());
    while i < given.len() && j < made.len() {
        if given[i] == made[j] {
            kept.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if common[(i + 1) * width + j] >= common[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

/// Words in quotation marks, cut where they are long.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        _ if text.is_empty() => "nothing".to_string(),
        Some((cut, _)) => format!("“{}…”", &text[..cut]),
        None => format!("“{text}”"),
    }
}

/// The first byte that differs, where nothing that can be read does.
fn bytes(given: &[u8], made: &[u8]) -> Difference {
    if given.starts_with(made) {
        let more = given.len() - made.len();
        return Difference::new(
            "the end of the file",
            format!("{more} bytes were added"),
            "nothing",
        );
    }
    let at = given
        .iter()
        .zip(made)
        .take_while(|(given, made)| given == made)
        .count();
    Difference::new(
        format!("byte {at} of the file"),
        "other bytes, in nothing that a page shows",
        "the bytes as they were written",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_stand_alone() {
        let (given, made) = (
            ["saves $", "1.2M a", "year in all"],
            ["saves", "$1.3M a year", "now in all"],
        );
        let mut found = Vec::new();
        let pieces = |texts: [&str; 3]| texts.map(str::to_string);
        texts("page 1", &pieces(given), &pieces(made), &mut found);
        let told: Vec<(&str, &str)> = found
            .iter()
            .map(|one| (one.found.as_str(), one.expected.as_str()))
            .collect();
        assert_eq!(told, [("“$ 1.2M”", "“$1.3M”"), ("nothing", "“now”")]);
    }

    #[test]
    fn the_same_words_differ_in_nothing() {
        let mut found = Vec::new();
        texts(
            "page 1",
            &["a b".into()],
            &["a".into(), " b ".into()],
            &mut found,
        );
        assert_eq!(found, []);
    }
}
