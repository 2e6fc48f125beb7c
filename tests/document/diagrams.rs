//! The diagrams of the Markdown: each is what Mermaid reads as bars on a scale, whatever a name holds.
//!
//! The grammar here is the part of Mermaid's that our template uses; what was drawn by Mermaid itself
//! keeps to it.

use boardbrief::display::Conventions;
use boardbrief::report::model::{Axis, Bar, Block, Chart, Datum, Exhibit, Figure};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use regex::Regex;

use super::hostile::HARM;
use super::{everything, markdown};

/// The diagrams of a document, as a reader of Markdown finds them.
fn diagrams(markdown: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(of))) if &*of == "mermaid" => {
                open = true;
                found.push(String::new());
            }
            Event::End(_) => open = false,
            Event::Text(text) if open => found.last_mut().expect("one is open").push_str(&text),
            _ => {}
        }
    }
    found
}

/// A diagram in Mermaid's words: settings, kind, texts for those who cannot see it, scales, bars.
fn grammar() -> Regex {
    let text = r#""[^"`{}<>;\\\n]*""#;
    let number = r"-?\d+(\.\d+)?";
    let (texts, numbers) = (
        format!("{text}(, {text})*"),
        format!("{number}(, {number})*"),
    );
    let words = r"[^`{}<>;\\\n]+";
    let (from_to, bars) = (
        format!("{number} --> {number}"),
        format!(r"(    bar \[{numbers}\]\n)+"),
    );
    let settings = r"%%\{init: (?<settings>\{.*\})\}%%";
    Regex::new(&format!(
        r"^{settings}\nxychart-beta( horizontal)?\n    accTitle: {words}\n    accDescr: {words}\n    title {text}\n    x-axis (\[(?<names>{texts})\]|{text} {from_to})\n    y-axis {text} {from_to}\n{bars}$"
    ))
    .expect("the grammar is a pattern")
}

/// Holds each diagram of a document to the grammar, with a bar for every name; gives their number.
pub fn hold_to_the_grammar(markdown: &str, name: &str) -> usize {
    let grammar = grammar();
    let found = diagrams(markdown);
    for diagram in &found {
        let parts = grammar
            .captures(diagram)
            .unwrap_or_else(|| panic!("{name}: {diagram}"));
        let settings: Result<serde_json::Value, _> = serde_json::from_str(&parts["settings"]);
        assert!(settings.is_ok(), "{name}: {diagram}");
        let Some(names) = parts.name("names") else {
            continue;
        };
        let mut apart: Vec<&str> = names.as_str().split("\", \"").collect();
        for bars in diagram.lines().filter(|line| line.starts_with("    bar")) {
            assert_eq!(bars.split(", ").count(), apart.len(), "{name}: {diagram}");
        }
        let all = apart.len();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), all, "{name}: two bars would be one: {diagram}");
    }
    found.len()
}

#[test]
fn every_drawing_has_a_diagram() {
    let found = hold_to_the_grammar(&markdown(&everything()), "the sample");
    assert_eq!(found, 5, "one for each kind of drawing");
}

#[test]
fn harmful_names_stay_in_their_diagram() {
    let more = [
        "\"] }}%% %%{init: {\"securityLevel\": \"loose\"}}%%",
        "#quot; ; end",
        "a\nbar [1]\nclick",
    ];
    let names: Vec<&str> = HARM.iter().chain(&more).copied().collect();
    let bars = names.iter().map(|name| Bar {
        name: (*name).into(),
        datum: Datum::new(0.5, Figure::evaluation("50%", "/x")),
        recommended: false,
    });
    let long = names.join(" ");
    let mut report = everything();
    report.blocks.push(Block::Exhibit(Exhibit {
        title: long.as_str().into(),
        alt: long.clone(),
        chart: Chart::Bars {
            axis: Axis::share(long.as_str(), [1.0], Conventions::default()),
            of: long,
            bars: bars.collect(),
        },
        notes: Vec::new(),
    }));
    assert_eq!(hold_to_the_grammar(&markdown(&report), "harm"), 6);
}
