//! How plain the documents of a decision are, as `check --language` says it.

use crate::frame::language::{LEAST_READING_EASE, Language, MOST_WORDS, MOST_WORDS_ON_AVERAGE};
use crate::pipeline::Pipeline;
use crate::report::language::Plainness;
use std::fmt::Write;

/// The measures of a brief, a memo and a note, each with its bound where it has one. The bottom
/// line of the memo is that of the brief, and engineers know the terms of a note.
pub fn text(pipeline: &Pipeline, brief: &Plainness, memo: &Plainness, note: &Plainness) -> String {
    let mut note = note.text.clone();
    note.jargon.clear();
    let mut out = String::new();
    part(pipeline, &mut out, "bottom line", &brief.bottom_line);
    part(pipeline, &mut out, "running text", &brief.text);
    part(pipeline, &mut out, "memo", &memo.text);
    part(pipeline, &mut out, "note to engineers", &note);
    out
}

fn part(pipeline: &Pipeline, out: &mut String, name: &str, found: &Language) {
    let house = pipeline.conventions();
    let number = |value: f64| house.number_up_to(value, 1);
    let ease = match found.reading_ease {
        Some(ease) if ease < LEAST_READING_EASE => format!(
            "{} (hard: at least {} is asked for)",
            number(ease),
            number(LEAST_READING_EASE)
        ),
        Some(ease) => number(ease),
        None => "none: there are no words".to_string(),
    };
    let mean = if found.mean_sentence > MOST_WORDS_ON_AVERAGE {
        format!(
            "{} (long: at most {} is asked for)",
            number(found.mean_sentence),
            number(MOST_WORDS_ON_AVERAGE)
        )
    } else {
        number(found.mean_sentence)
    };
    let _ = writeln!(
        out,
        "  {name}: {} sentences, {} words",
        found.sentences, found.words
    );
    let _ = writeln!(out, "    Flesch reading ease: {ease}");
    if let Some(grade) = found.grade {
        let _ = writeln!(out, "    Flesch-Kincaid grade: {}", number(grade));
    }
    let _ = writeln!(
        out,
        "    words a sentence: {mean}; the longest has {}",
        found.longest
    );
    let _ = writeln!(
        out,
        "    passive sentences: {}",
        house.percent(found.passive_share)
    );
    for sentence in &found.too_long {
        let _ = writeln!(out, "    over {MOST_WORDS} words: {sentence}");
    }
    if !found.jargon.is_empty() {
        let terms: Vec<&str> = found.jargon.iter().map(|term| term.term.as_str()).collect();
        let _ = writeln!(
            out,
            "    terms that a board may not know: {}",
            terms.join(", ")
        );
    }
}
