//! Both formats say the same: every passage of the model is in both, and neither holds a figure that
//! the model does not.

use std::process::Command;

use boardbrief::report::model::{Block, Report};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use typst::syntax::{SyntaxNode, ast, parse};

use super::{everything, markdown, pdf, typst_main};

/// Text without what the formats may differ in: kinds of spaces and apostrophes.
pub fn plain(text: &str) -> String {
    let words = text.replace('’', "'").replace('\u{ad}', "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text without spaces, for where lines end anywhere.
pub fn closed(text: &str) -> String {
    plain(text).replace(' ', "")
}

/// The text a reader of the Markdown sees; what is drawn from text is drawn, not read.
pub fn markdown_text(markdown: &str) -> String {
    let mut text = String::new();
    let mut drawn = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(of))) if &*of == "mermaid" => {
                drawn = true;
            }
            Event::End(TagEnd::CodeBlock) => drawn = false,
            Event::Text(_) if drawn => {}
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(end) if !is_inline(&end) => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn is_inline(end: &TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
}

/// The strings of a Typst main file, in order.
pub fn typst_strings(main: &str) -> Vec<String> {
    fn collect(node: &SyntaxNode, found: &mut Vec<String>) {
        if let Some(string) = node.cast::<ast::Str>() {
            found.push(string.get().to_string());
        }
        node.children().for_each(|child| collect(child, found));
    }
    let root = parse(main);
    let (errors, warnings) = root.errors_and_warnings();
    assert!(
        errors.is_empty() && warnings.is_empty(),
        "{errors:?} {warnings:?}"
    );
    let mut found = Vec::new();
    collect(&root, &mut found);
    found
}

/// The report without its exhibits: what one prints stands in a table in one format and beside marks
/// in the other, while everything else stands in both as it is.
pub fn without_exhibits(report: &Report) -> Report {
    fn without(blocks: &[Block]) -> Vec<Block> {
        let keep = blocks
            .iter()
            .filter(|block| !matches!(block, Block::Exhibit(_)));
        keep.map(|block| match block {
            Block::Columns { columns } => Block::Columns {
                columns: columns.iter().map(|column| without(column)).collect(),
            },
            Block::Together { blocks } => Block::Together {
                blocks: without(blocks),
            },
            other => other.clone(),
        })
        .collect()
    }
    Report {
        blocks: without(&report.blocks),
        meta: report.meta.clone(),
    }
}

#[test]
fn every_passage_is_in_the_markdown() {
    let report = everything();
    let text = plain(&markdown_text(&markdown(&report)));
    for passage in report.passages() {
        let passage = plain(&passage);
        assert!(
            text.contains(&passage),
            "{passage:?} is not in the Markdown"
        );
    }
}

#[test]
fn every_passage_is_in_the_typst_main() {
    let report = everything();
    // Quotation marks are set by the style file, around a string of their own.
    // Where a link leads is a string as well.
    let strings = typst_strings(&typst_main(&report, None));
    let shown = strings.iter().filter(|text| !text.starts_with("https://"));
    let text = closed(&shown.map(String::as_str).collect::<String>());
    for passage in without_exhibits(&report).passages() {
        let passage = closed(&passage).replace(['“', '”'], "");
        assert!(
            text.contains(&passage),
            "{passage:?} is not in the Typst main"
        );
    }
    for figure in report.figures() {
        assert!(
            text.contains(&closed(&figure.shown)),
            "{figure:?} is not in the Typst main"
        );
    }
}

#[test]
fn neither_format_holds_a_number_of_its_own() {
    let report = everything();
    let mut known = report.passages().join(" ");
    let meta = &report.meta;
    for part in [
        &meta.title,
        &meta.as_of.shown,
        &meta.id,
        meta.hash.as_ref().unwrap(),
    ] {
        known.push_str(part);
    }
    let known = numbers(&known);
    for number in numbers(&markdown_text(&markdown(&report))) {
        assert!(known.contains(&number), "{number} is in the Markdown alone");
    }
}

/// Runs of digits and the marks between them.
fn numbers(text: &str) -> Vec<String> {
    let parts =
        text.split(|character: char| !(character.is_ascii_digit() || ".,".contains(character)));
    let numbers = parts.map(|part| part.trim_matches(['.', ',']));
    numbers
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The text of a PDF in the order it was written, where the system has a program that reads it.
pub fn pdf_text(pdf: &[u8], name: &str) -> Option<String> {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).expect("a file can be written");
    let output = Command::new("pdftotext")
        .arg("-raw")
        .arg(&path)
        .arg("-")
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()
}

#[test]
fn every_passage_is_on_the_page() {
    let report = everything();
    let Some(text) = pdf_text(&pdf(&report, b"{}"), "agreement.pdf") else {
        return;
    };
    let text = closed(&text);
    let report = without_exhibits(&report);
    for passage in report.passages() {
        assert!(
            text.contains(&closed(&passage)),
            "{passage:?} is not on the page"
        );
    }
    for figure in report.figures() {
        assert!(
            text.contains(&closed(&figure.shown)),
            "{figure:?} is not on the page"
        );
    }
}
