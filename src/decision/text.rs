//! What a text of a decision may hold: words that a page can show, within a length that a reader
//! can be asked to read.

use super::read::shorten;
use super::source::{Node, Value};
use super::unit::Unit;
use crate::diagnostics::Rule;
use pulldown_cmark::{Event, Options, Parser};
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Combining marks on one letter that are still writing. No language needs more, and a flood of
/// them covers the lines above and below.
const MOST_MARKS: usize = 4;

/// Characters that no page can show, or that hide or turn round the words beside them: controls,
/// zero-width and direction marks, tags, private use and noncharacters.
pub fn unprintable(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' => false,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{061c}'
        | '\u{180e}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{2028}'
        | '\u{2029}' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}' => true,
        '\u{fdd0}'..='\u{fdef}' => true,
        _ => c.is_control() || (c as u32) & 0xfffe == 0xfffe,
    }
}

/// What keeps a text from being printed, if anything does: rule, message and hint.
pub(super) fn fault(text: &str, unit: Unit) -> Option<(Rule, String, String)> {
    let longest = unit.longest_text();
    // Bytes first: a text of many megabytes is not counted character by character.
    if text.len() > longest && text.chars().nth(longest).is_some() {
        return Some((
            Rule::TooLarge,
            format!("the text has more than {longest} characters"),
            "keep what a board can read, and attach the rest to the board pack".to_string(),
        ));
    }
    hidden(text).or_else(|| match unit {
        // In Markdown, a character can also be written as a reference, `&#x202e;`.
        Unit::Markdown if text.contains('&') => hidden(&shown(text)),
        _ => None,
    })
}

/// The fields whose text is Markdown, by their paths.
const MARKDOWN_FIELDS: [&str; 2] = ["/notes", "/situation/summary"];

/// The characters that a page shows of the text at a path: those written, and in Markdown those that
/// its references stand for as well.
pub(crate) fn shown_at<'t>(path: &str, text: &'t str) -> Cow<'t, str> {
    if MARKDOWN_FIELDS.contains(&path) && text.contains('&') {
        Cow::Owned(format!("{text}\n{}", shown(text)))
    } else {
        Cow::Borrowed(text)
    }
}

/// The words that Markdown comes to, its references resolved, a line for each passage: marks given
/// by several references in a row stand on one letter.
fn shown(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::End(_) | Event::SoftBreak | Event::HardBreak => words.push('\n'),
            _ => {}
        }
    }
    words
}

fn hidden(text: &str) -> Option<(Rule, String, String)> {
    if let Some(found) = text.chars().find(|c| unprintable(*c)) {
        return Some((
            Rule::Unprintable,
            format!(
                "the text holds the character U+{:04X}, which cannot be printed",
                found as u32
            ),
            "type the words again, without what came along when they were pasted".to_string(),
        ));
    }
    let letter = heaped(text)?;
    Some((
        Rule::Unprintable,
        format!(
            "`{}` carries more than {MOST_MARKS} marks",
            shorten(&letter.to_string())
        ),
        "type the word again, with the accents that its language has".to_string(),
    ))
}

/// The first letter with more combining marks than writing has.
fn heaped(text: &str) -> Option<char> {
    let (mut letter, mut marks) = (' ', 0);
    for c in text.chars() {
        if !c.is_ascii() && is_combining_mark(c) {
            marks += 1;
            if marks > MOST_MARKS {
                return Some(letter);
            }
        } else {
            (letter, marks) = (c, 0);
        }
    }
    None
}

/// Composes the letters of every text (Unicode NFC), so that an `é` typed as two characters is the
/// same letter, found in the same fonts, as one typed as one.
pub(super) fn compose(node: &mut Node) {
    match &mut node.value {
        Value::Text(text) | Value::Word(text) => {
            if is_nfc_quick(text.chars()) != IsNormalized::Yes {
                *text = text.nfc().collect();
            }
        }
        Value::List(items) => items.iter_mut().for_each(compose),
        Value::Map(fields) => fields.iter_mut().for_each(|field| compose(&mut field.node)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str, unit: Unit) -> Option<Rule> {
        fault(text, unit).map(|(rule, ..)| rule)
    }

    #[test]
    fn a_few_marks_are_writing_and_a_flood_is_not() {
        assert_eq!(rule("e\u{301}\u{323}", Unit::Plain), None);
        let flood = format!("e{}", "\u{301}".repeat(5));
        assert_eq!(rule(&flood, Unit::Plain), Some(Rule::Unprintable));
        let enclosing = format!("e{}", "\u{20dd}".repeat(5));
        assert_eq!(rule(&enclosing, Unit::Plain), Some(Rule::Unprintable));
    }

    #[test]
    fn a_reference_hides_nothing_in_markdown_and_is_words_elsewhere() {
        for hidden in ["a &#x202e; b", "a &#8203; b", "a &zwj; b", "*a &rlm;*"] {
            assert_eq!(
                rule(hidden, Unit::Markdown),
                Some(Rule::Unprintable),
                "{hidden}"
            );
            assert_eq!(rule(hidden, Unit::Plain), None, "{hidden}");
        }
        assert_eq!(rule("`&#x202e;` &amp; &euro;", Unit::Markdown), None);
        let flood = "e".to_owned() + &"&#x301;".repeat(5);
        assert_eq!(rule(&flood, Unit::Markdown), Some(Rule::Unprintable));
    }

    #[test]
    fn the_fields_in_markdown_are_those_of_the_schema() {
        let schema = crate::decision::json_schema();
        let found = |record: &serde_json::Value, before: &str| -> Vec<String> {
            let fields = record["properties"].as_object().expect("fields").iter();
            fields
                .filter(|(_, field)| field["contentMediaType"] == "text/markdown")
                .map(|(name, _)| format!("{before}/{name}"))
                .collect()
        };
        let mut all = found(&schema, "");
        for (name, field) in schema["properties"].as_object().expect("fields") {
            let reference = field["$ref"]
                .as_str()
                .or(field["anyOf"][0]["$ref"].as_str());
            let Some(reference) = reference else { continue };
            let record = schema.pointer(reference.trim_start_matches('#'));
            all.extend(found(record.expect("a record"), &format!("/{name}")));
        }
        all.sort();
        assert_eq!(all, MARKDOWN_FIELDS);
    }

    #[test]
    fn each_unit_has_its_length() {
        for unit in [Unit::Name, Unit::Plain, Unit::Markdown] {
            let longest = "é".repeat(unit.longest_text());
            assert_eq!(rule(&longest, unit), None);
            assert_eq!(rule(&(longest + "é"), unit), Some(Rule::TooLarge));
        }
    }
}
