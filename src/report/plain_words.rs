//! Technical terms that a board would not know are explained where a document first uses them: in
//! line where our own sentences run, and in a line of its own at the foot of the page for those that
//! only stand in a title, a name, a table or a quotation.

use super::model::{Answer, Block, Inline, Prose, Report, Scorecard};
use crate::frame::{Glossary, Jargon, Pass};

/// What the line that explains terms begins with.
pub const LABEL: &str = "In plain words: ";

/// The report with its terms explained.
pub fn explained(mut report: Report, glossary: &Glossary) -> Report {
    let mut pass = glossary.pass();
    let page_one = report
        .blocks
        .iter()
        .position(|block| *block == Block::PageBreak);
    let page_two = report
        .blocks
        .split_off(page_one.unwrap_or(report.blocks.len()));
    let title = Some(report.meta.title.clone());
    let mut blocks = page(&report, report.blocks.clone(), title, &mut pass);
    blocks.extend(page(&report, page_two, None, &mut pass));
    report.blocks = blocks;
    report
}

/// A page with its terms explained, those of its title among them.
fn page(
    report: &Report,
    mut blocks: Vec<Block>,
    title: Option<String>,
    pass: &mut Pass,
) -> Vec<Block> {
    blocks.iter_mut().for_each(|block| explain(block, pass));
    // What stands around the text names people and meetings, which have no plainer words.
    let mut meta = report.meta.clone();
    meta.front.clear();
    let shown = Report { meta, blocks };
    let texts = title.into_iter().chain(shown.passages());
    let line = left_over(texts, pass);
    let mut blocks = shown.blocks;
    blocks.extend(line);
    blocks
}

/// Explains what runs as sentences of ours. Titles, tables, drawings, and names and resolutions that
/// somebody worded, keep their words as they are.
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
            Inline::Text(text) => *text = pass.explain(text),
            Inline::Strong(inner) | Inline::Emph(inner) => explain_prose(inner, pass),
            _ => {}
        }
    }
}

/// A line with the terms that a page uses and that no sentence explained; those that come to the
/// same stand together.
fn left_over(texts: impl Iterator<Item = String>, pass: &mut Pass) -> Option<Block> {
    let mut terms: Vec<(Vec<String>, String)> = Vec::new();
    for text in texts {
        for Jargon { term, said_as } in pass.unexplained(&text) {
            match terms.iter_mut().find(|(_, known)| *known == said_as) {
                Some((names, _)) => names.push(term),
                None => terms.push((vec![term], said_as)),
            }
        }
    }
    if terms.is_empty() {
        return None;
    }
    let line = Prose::new().strong(LABEL);
    let line = terms
        .iter()
        .enumerate()
        .fold(line, |line, (at, (names, said_as))| {
            let line = if at == 0 { line } else { line.text("; ") };
            let line = names.iter().enumerate().fold(line, |line, (at, name)| {
                let line = if at == 0 { line } else { line.text(" and ") };
                line.emph(name.as_str())
            });
            line.text(format!(", {said_as}"))
        });
    Some(Block::paragraph(line.text(".")))
}
