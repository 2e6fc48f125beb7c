//! Text that means harm reads as itself and does nothing, in both formats.

use boardbrief::house::House;
use boardbrief::render::Templates;
use boardbrief::report::model::{Block, DocumentKind, Meta, Prose, Report, Row, ShownDate, Table};
use boardbrief::typeset::{TypesetFault, Typesetter};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use time::macros::date;

use super::agreement::{plain, typst_strings};
use super::{markdown, typst_main};

fn report(blocks: Vec<Block>) -> Report {
    let on = date!(2026 - 02 - 01);
    let shown = ShownDate {
        on,
        shown: "1 February 2026".to_owned(),
    };
    Report {
        meta: Meta::new("x", "Title", DocumentKind::Brief, shown),
        blocks,
    }
}

pub const HARM: [&str; 18] = [
    "#import \"@preview/x:1.0.0\": *",
    "#read(\"/etc/passwd\")",
    "\"); read(\"/etc/passwd\"); (\"",
    "\\",
    "$5m and $x^2$",
    "{{ meta.title }} {% for x in y %} {# c #}",
    "[link](javascript:alert(1))",
    "![image](https://example.com/x.png)",
    "<script>alert(1)</script>",
    "<https://example.com>",
    "# heading",
    "- item",
    "1. item",
    "---",
    "> quote",
    "```\ncode",
    "| a | b |\n|---|---|",
    "&lt;b&gt; &#60;",
];

/// What Markdown makes of a text beyond text.
fn structure(markdown: &str) -> Vec<String> {
    let events = Parser::new_ext(markdown, Options::all());
    events
        .filter_map(|event| match event {
            Event::Start(Tag::Paragraph) | Event::End(_) | Event::Text(_) => None,
            other => Some(format!("{other:?}")),
        })
        .collect()
}

/// The text of the Markdown of a paragraph, alone between the head and the foot of the document.
fn paragraph_in_markdown(text: &str) -> String {
    let whole = markdown(&report(vec![Block::paragraph(text)]));
    let (_, after) = whole
        .split_once("1 February 2026\n\n")
        .expect("the head of the document");
    let (body, _) = after
        .rsplit_once("\n\n---\n")
        .expect("the foot of the document");
    body.to_owned()
}

fn shown(markdown: &str) -> String {
    super::agreement::markdown_text(markdown)
}

#[test]
fn harmful_text_is_text_in_markdown() {
    for harm in HARM {
        let written = paragraph_in_markdown(harm);
        assert_eq!(
            structure(&written),
            Vec::<String>::new(),
            "{harm:?} became {written:?}"
        );
        assert_eq!(plain(&shown(&written)), plain(harm), "{written:?}");
    }
}

#[test]
fn harmful_text_is_text_in_typst() {
    let texts = HARM.map(Block::paragraph);
    let main = typst_main(&report(texts.into()), None);
    let strings: Vec<String> = typst_strings(&main)
        .iter()
        .map(|text| plain(text))
        .collect();
    for harm in HARM {
        assert!(
            strings.contains(&plain(harm)),
            "{harm:?} is no string of its own"
        );
    }
    let typesetter = Typesetter::new(&Templates::default(), &House::built_in());
    assert!(typesetter.pdf("x", main, None).is_ok());
}

#[test]
fn a_table_keeps_its_columns() {
    let cells = ["a | b", "c \\| d", "`e|f`\nnext"];
    let table = Table::new("Two", ["One | two", "Three", "Four"], vec![Row::new(cells)]);
    let written = markdown(&report(vec![Block::Table(table)]));
    let parser = Parser::new_ext(&written, Options::ENABLE_TABLES);
    let count = parser
        .filter(|event| matches!(event, Event::Start(Tag::TableCell)))
        .count();
    assert_eq!(count, 6, "{written}");
    for cell in cells {
        assert!(plain(&shown(&written)).contains(&plain(cell)), "{written}");
    }
}

#[test]
fn what_our_fonts_lack_is_refused_by_name() {
    let main = typst_main(&report(vec![Block::paragraph("Bought from 日本 🙂")]), None);
    let fault = Typesetter::new(&Templates::default(), &House::built_in()).pdf("x", main, None);
    assert_eq!(
        fault,
        Err(TypesetFault::Unsupported(vec!['日', '本', '🙂']))
    );
}

proptest! {
    // Failures are not kept as files: a case that was found belongs into a test of its own.
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text is the same text in Markdown, and nothing but text, alone or after a number.
    #[test]
    fn any_text_is_text_in_markdown(text in "[ -~]{1,40}", number in "[0-9]{0,3}") {
        let words = format!("{number}{text}");
        let whole = markdown(&report(vec![Block::paragraph(Prose::from(number.as_str()).text(text))]));
        let (_, after) = whole.split_once("1 February 2026\n\n").unwrap();
        let (body, _) = after.rsplit_once("\n\n---\n").unwrap();
        prop_assert_eq!(structure(body), Vec::<String>::new(), "{}", body);
        prop_assert_eq!(plain(&shown(body)), plain(&words), "{}", body);
    }

    /// Any text is a string of its own in Typst.
    #[test]
    fn any_text_is_a_string_in_typst(text in "\\PC{0,60}") {
        let main = typst_main(&report(vec![Block::paragraph(text.as_str())]), None);
        let strings: Vec<String> = typst_strings(&main).iter().map(|found| plain(found)).collect();
        prop_assert!(strings.contains(&plain(&text)), "{}", main);
    }
}
