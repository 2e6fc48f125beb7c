//! Any text as an author's Markdown, in and out again: nothing in what comes out acts, and no word
//! is lost.

use std::sync::LazyLock;

use boardbrief::decision::Source;
use boardbrief::render::{Renderer, Templates};
use boardbrief::report::markdown_in::blocks;
use boardbrief::report::model::{DocumentKind, Meta, Origin, Report, ShownDate};

use super::live::{letters, live, shown, strings};

static RENDERER: LazyLock<Renderer> =
    LazyLock::new(|| Renderer::new(&Templates::default()).expect("templates"));

/// A document that holds nothing but the text.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // What a text of a decision cannot hold does not get this far.
    let source = Source::new(
        "case.json",
        serde_json::json!({ "notes": text }).to_string(),
    );
    let Ok(node) = source.parse() else { return };
    let Some(boardbrief::decision::source::Value::Text(text)) =
        node.get("/notes").map(|node| &node.value)
    else {
        return;
    };
    let report = holding(text);
    assert_eq!(report.faults(), Vec::<String>::new());
    let written = RENDERER.markdown(&report).expect("a template");
    assert_eq!(live(&written), Vec::<String>::new(), "{written}");
    let (given, seen) = (letters(&shown(text)), letters(&shown(&written)));
    assert!(
        seen.contains(&given),
        "of {given:?} only {seen:?}: {written}"
    );
    let main = RENDERER.typst(&report, None).expect("a template");
    strings(&main);
}

fn holding(text: &str) -> Report {
    let on = time();
    let meta = Meta::new("case", "Title", DocumentKind::Memo, on);
    Report {
        meta,
        blocks: blocks(text, &Origin::decision("/notes"), 2, "notes"),
    }
}

/// Some date, as a document has one.
pub fn time() -> ShownDate {
    let text = r#"{"id":"x","title":"X","as_of":"2026-02-01"}"#;
    let read = boardbrief::decision::Decision::from_source(&Source::new("x.json", text));
    let on = read.expect("a legal decision").as_of;
    ShownDate {
        on,
        shown: "1 February 2026".to_owned(),
    }
}
