//! How plain a finished document is: its running text, measured.

use super::model::{Block, Report};
use super::plain_words::LABEL;
use crate::frame::Glossary;
use crate::frame::language::{Language, report};

/// What is measured of a document: the sentences under the verdict, and all running text.
pub struct Plainness {
    /// The bottom line.
    pub bottom_line: Language,
    /// Bottom line, reasons, lists and answers; tables, drawings and quotations are left out.
    pub text: Language,
}

/// Measures a document.
pub fn plainness(document: &Report, glossary: &Glossary) -> Plainness {
    let panel = |block: &Block| matches!(block, Block::Answer(_));
    let runs = |block: &Block| {
        matches!(
            block,
            Block::Answer(_)
                | Block::Paragraph { .. }
                | Block::List { .. }
                | Block::Exchanges { .. }
        )
    };
    // The lines that explain terms stand for the terms they explain.
    let mut pass = glossary.pass();
    for passage in document.passages() {
        pass.heed(&passage);
        if passage.starts_with(LABEL) {
            pass.explain(&passage);
        }
    }
    Plainness {
        bottom_line: report(&text(document, panel), pass.clone()),
        text: report(&text(document, runs), pass),
    }
}

/// The passages of some blocks, a line each. Figures beside the text are no sentences, and the line
/// that explains terms is a list of them.
fn text(document: &Report, which: impl Fn(&Block) -> bool) -> String {
    let blocks = document.blocks.iter().filter(|block| which(block)).cloned();
    let without_tiles = blocks.map(|mut block| {
        if let Block::Answer(answer) = &mut block {
            answer.tiles.clear();
        }
        block
    });
    let mut meta = document.meta.clone();
    meta.front.clear();
    let passages = Report {
        meta,
        blocks: without_tiles.collect(),
    }
    .passages();
    let running = passages
        .into_iter()
        .filter(|passage| !passage.starts_with(LABEL));
    running.collect::<Vec<_>>().join("\n")
}
