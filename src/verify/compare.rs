//! Where two PDFs differ: in the text of a page, in its drawing, in their properties, or elsewhere.

use super::text::pieces;
use hayro_syntax::Pdf;
use serde::Serialize;

/// The most differences that are told; the first few say what kind of change it is.
const MOST: usize = 10;

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
    pub(super) fn new(
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
            "title, author, subject, keywords or dates were changed",
            "those of the decision",
        ));
    }
    found
}

/// Pieces of text that differ; what was put in or left out is told as one difference.
fn texts(page: &str, given: &[String], made: &[String], found: &mut Vec<Difference>) {
    if given.len() == made.len() {
        for (given, made) in given.iter().zip(made).filter(|(given, made)| given != made) {
            found.push(Difference::new(page, quoted(given), quoted(made)));
        }
        return;
    }
    let same = |(given, made): &(&String, &String)| given == made;
    let start = given.iter().zip(made).take_while(same).count();
    let rest = given[start..].iter().rev().zip(made[start..].iter().rev());
    let end = rest.take_while(same).count();
    let middle = |pieces: &[String]| quoted(&pieces[start..pieces.len() - end].join(" "));
    found.push(Difference::new(page, middle(given), middle(made)));
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
