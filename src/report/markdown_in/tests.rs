//! What authors write, and what becomes of it.

use super::*;
use crate::report::model::{DocumentKind, Meta, Report, ShownDate};
use proptest::prelude::*;
use time::macros::date;

fn read(markdown: &str) -> Vec<Block> {
    blocks(markdown, &Origin::decision("/notes"), 3, "notes")
}

fn given(text: &str) -> Prose {
    Prose::new().given(text, Origin::decision("/notes"))
}

fn paragraph(text: &str) -> Block {
    Block::paragraph(given(text))
}

#[test]
fn text_lists_and_emphasis_are_kept() {
    let found = read("One *two* **three**\nfour `five`\\\nsix.\n\n1. a\n2. b\n   - c\n\n> q");
    let line = given("One ")
        .emph(given("two"))
        .prose(given(" "))
        .strong(given("three"))
        .prose(given(" four "))
        .code("five")
        .line_break()
        .prose(given("six."));
    let inner = Block::List {
        ordered: false,
        items: vec![Item {
            blocks: vec![paragraph("c")],
        }],
    };
    let list = Block::List {
        ordered: true,
        items: vec![
            Item {
                blocks: vec![paragraph("a")],
            },
            Item {
                blocks: vec![paragraph("b"), inner],
            },
        ],
    };
    let quote = Block::Quote {
        body: vec![paragraph("q")],
        by: None,
    };
    assert_eq!(found, [Block::paragraph(line), list, quote]);
}

#[test]
fn headings_enter_below_the_level_and_skip_none() {
    let found = read("### Deep\n\n# Top\n\n- # Inside\n\n#");
    let heading =
        |level, at: usize, text: &str| Block::heading(level, format!("notes-{at}"), given(text));
    let inside = Block::paragraph(Prose::new().strong(given("Inside")));
    let list = Block::List {
        ordered: false,
        items: vec![Item {
            blocks: vec![inside],
        }],
    };
    assert_eq!(found, [heading(3, 1, "Deep"), heading(3, 2, "Top"), list]);
}

#[test]
fn html_and_pictures_are_words() {
    assert_eq!(read("a <b>c</b>"), [paragraph("a <b>c</b>")]);
    assert_eq!(read("![a chart](file:///x.png)"), [paragraph("a chart")]);
    assert_eq!(
        read("<script>alert(1)</script>"),
        [paragraph("<script>alert(1)</script>")]
    );
}

#[test]
fn tables_keep_their_alignment() {
    let found = read("| A | B |\n|---|--:|\n| x | 1 | 2 |\n| y |");
    let Block::Table(table) = &found[0] else {
        panic!("{found:?}")
    };
    assert_eq!(
        table
            .columns
            .iter()
            .map(|column| column.align)
            .collect::<Vec<_>>(),
        [Align::Start, Align::End]
    );
    assert!(
        table
            .head
            .iter()
            .chain(&table.body)
            .all(|row| row.width() == 2)
    );
    assert_eq!(table.body.len(), 2);
}

proptest! {
    /// Whatever an author writes becomes a sound report of bounded depth.
    #[test]
    fn any_markdown_becomes_a_sound_report(markdown in "([-*_#>|`\\[\\]()<!&1. a\n]|\n\n){0,80}") {
        let on = date!(2026 - 02 - 01);
        let meta = Meta::new("x", "X", DocumentKind::Brief, ShownDate { on, shown: "1".into() });
        let mut blocks = vec![Block::heading(2, "above", "Above")];
        blocks.extend(read(&markdown));
        let report = Report { meta, blocks };
        prop_assert_eq!(report.faults(), Vec::<String>::new());
    }
}

#[test]
fn hostile_nesting_is_flattened() {
    for deep in ["> ", "- ", "*a ", "[", "1. "] {
        let found = read(&deep.repeat(20_000));
        assert!(serde_json::to_string(&found).is_ok());
    }
}
