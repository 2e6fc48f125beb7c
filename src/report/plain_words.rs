//! Technical terms that a board would not know are explained where a document first uses them: in
//! line where sentences run, and in a line of its own at the foot of page one for those that only
//! stand in a title or a table.

use super::model::{Answer, Block, Inline, Prose, Report, Scorecard};
use crate::frame::{Glossary, Jargon, Pass};

/// The report with its terms explained.
pub fn explained(mut report: Report, glossary: &Glossary) -> Report {
    let mut pass = glossary.pass();
    let page_one = report
        .blocks
        .iter()
        .position(|block| *block == Block::PageBreak);
    let rest = report
        .blocks
        .split_off(page_one.unwrap_or(report.blocks.len()));
    report
        .blocks
        .iter_mut()
        .for_each(|block| explain(block, &mut pass));
    report.blocks.extend(left_over(&report, &mut pass));
    report.blocks.extend(rest.into_iter().map(|mut block| {
        explain(&mut block, &mut pass);
        block
    }));
    report
}

/// Explains what runs as sentences. Titles, tables and drawings keep their words as they are.
fn explain(block: &mut Block, pass: &mut Pass) {
    match block {
        Block::Paragraph { text } => explain_prose(text, pass),
        Block::List { items, .. } => {
            let blocks = items.iter_mut().flat_map(|item| item.blocks.iter_mut());
            blocks.for_each(|block| explain(block, pass));
        }
        Block::Answer(Answer { body, .. }) | Block::Together { blocks: body } => {
            body.iter_mut().for_each(|block| explain(block, pass));
        }
        Block::Callout { title, body, .. } => {
            title
                .iter_mut()
                .for_each(|title| explain_prose(title, pass));
            body.iter_mut().for_each(|block| explain(block, pass));
        }
        Block::Scorecard(Scorecard { rows, .. }) => {
            rows.iter_mut()
                .for_each(|row| explain_prose(&mut row.evidence, pass));
        }
        Block::Exchanges { exchanges } => {
            exchanges
                .iter_mut()
                .for_each(|exchange| explain_prose(&mut exchange.answer, pass));
        }
        _ => {}
    }
}

fn explain_prose(prose: &mut Prose, pass: &mut Pass) {
    for inline in &mut prose.0 {
        match inline {
            Inline::Text(text) | Inline::Given { text, .. } => *text = pass.explain(text),
            Inline::Strong(inner) | Inline::Emph(inner) => explain_prose(inner, pass),
            _ => {}
        }
    }
}

/// A line with the terms that page one uses and that no sentence of it explains.
fn left_over(report: &Report, pass: &mut Pass) -> Option<Block> {
    let mut terms: Vec<Jargon> = Vec::new();
    let mut texts = vec![report.meta.title.clone()];
    texts.extend(report.passages());
    for text in texts {
        for term in pass.unexplained(&text) {
            if !terms.iter().any(|known| known.said_as == term.said_as) {
                terms.push(term);
            }
        }
        pass.explain(&text);
    }
    if terms.is_empty() {
        return None;
    }
    let line = terms.iter().enumerate().fold(
        Prose::new().strong("In plain words: "),
        |line, (at, term)| {
            let line = if at == 0 { line } else { line.text("; ") };
            line.emph(term.term.as_str())
                .text(format!(", {}", term.said_as))
        },
    );
    Some(Block::paragraph(line.text(".")))
}
