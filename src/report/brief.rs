//! The board brief: two pages, the first of which stands alone.

use super::model::{Block, DocumentKind, Prose, Report};
use super::room::MEMO;
use super::sections::{
    answer, arguments, author, exhibits, front, measures, money, others, questions, resolution,
    risks, sensitivity, standard, unknowns,
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
    blocks.extend(in_the_memo(subject));
    blocks.extend(standard::line(subject));
    blocks
}

/// What the lists hold beyond the two pages, in a line. Risks and measures say so in their tables.
fn in_the_memo(subject: &Subject) -> Option<Block> {
    let whole = &Subject {
        room: MEMO[0],
        ..*subject
    };
    let cut = |section: &dyn Fn(&Subject) -> Vec<Block>| section(subject) != section(whole);
    let sections: [(&str, bool); 7] = [
        ("reasons", cut(&questions::reasons)),
        (
            "options",
            rows(&money::flows(subject)) < rows(&money::flows(whole))
                || rows(&money::returns(subject)) < rows(&money::returns(whole)),
        ),
        ("drawings", drawn(whole).count() > drawn(subject).count()),
        ("words on the other options", cut(&others::why_not)),
        ("changes that would change our mind", cut(&others::flips)),
        ("open questions", cut(&unknowns::blocks)),
        ("arguments", cut(&arguments::exchanges)),
    ];
    let names: Vec<Prose> = sections
        .into_iter()
        .filter(|(_, cut)| *cut)
        .map(|(name, _)| name.into())
        .collect();
    (!names.is_empty()).then(|| {
        Block::paragraph(
            Prose::new()
                .strong("In the memo:")
                .text(" further ")
                .prose(resolution::joined(names))
                .text("."),
        )
    })
}

/// The rows of the tables among some blocks.
fn rows(blocks: &[Block]) -> usize {
    let tables = blocks.iter().map(|block| match block {
        Block::Table(table) => table.body.len(),
        _ => 0,
    });
    tables.sum()
}

/// The drawings, two side by side: what the options cost, how sure the money is, and where adoption
/// stands. Where there is room for two alone, the second is the one that says most of how sure.
fn drawings(subject: &Subject) -> Vec<Block> {
    let mut drawn = drawn(subject);
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

/// The drawings that there is room for.
fn drawn(subject: &Subject) -> impl Iterator<Item = Block> {
    let all = [
        exhibits::cumulative_cost(subject),
        sensitivity::outcomes(subject),
        sensitivity::tornado(subject),
        exhibits::adoption(subject),
    ];
    all.into_iter().flatten().take(subject.room.drawings)
}
