//! The board brief: two pages, the first of which stands alone.

use super::model::{Block, DocumentKind, Report};
use super::sections::{
    answer, arguments, author, exhibits, front, left_out, measures, money, others, questions,
    resolution, risks, standard, unknowns,
};
use super::words::Subject;

/// The brief. `hash` is the short identity of everything it was made from.
pub fn brief(subject: &Subject, hash: Option<&str>) -> Report {
    let mut blocks = page_one(subject);
    blocks.push(Block::PageBreak);
    blocks.extend(page_two(subject));
    Report {
        meta: front::meta(subject, DocumentKind::Brief, hash),
        blocks,
    }
}

/// Answer, resolution, reasons, questions and money: all that a decision needs.
fn page_one(subject: &Subject) -> Vec<Block> {
    let mut blocks = answer::blocks(subject);
    blocks.extend(resolution::blocks(subject));
    blocks.extend(questions::reasons(subject));
    blocks.extend(questions::scorecard(subject));
    blocks.extend(money::flows(subject));
    if subject.room.returns_first {
        blocks.extend(money::returns(subject));
    }
    blocks
}

/// What a careful reader asks next.
fn page_two(subject: &Subject) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !subject.room.returns_first {
        blocks.extend(money::returns(subject));
    }
    blocks.extend(drawings(subject));
    blocks.extend(others::why_not(subject));
    blocks.extend(others::flips(subject));
    blocks.extend(risks::blocks(subject));
    blocks.extend(measures::blocks(subject));
    blocks.extend(unknowns::blocks(subject));
    blocks.extend(arguments::exchanges(subject));
    blocks.extend(author::notes(subject));
    blocks.extend(left_out::in_the_memo(subject));
    blocks.extend(standard::line(subject));
    blocks
}

/// The drawings, two side by side: what the options cost, how sure the money is, and where adoption
/// stands. Where there is room for two alone, the second is the one that says most of how sure.
fn drawings(subject: &Subject) -> Vec<Block> {
    let mut drawn = exhibits::drawn(subject);
    let mut rows = Vec::new();
    while let Some(first) = drawn.next() {
        rows.push(match drawn.next() {
            Some(second) => Block::Columns {
                columns: vec![vec![first], vec![second]],
            },
            None => first,
        });
    }
    rows
}
