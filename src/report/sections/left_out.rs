//! What the lists of a document hold beyond its pages, in a line at its end: nothing is left out in
//! silence. Risks, measures and figures say so in their tables.

use super::{arguments, exhibits, money, others, questions, resolution, unknowns};
use crate::report::model::{Block, Prose};
use crate::report::room::{MEMO, Room};
use crate::report::words::Subject;

/// What a brief leaves to the memo.
pub fn in_the_memo(subject: &Subject) -> Option<Block> {
    let names = shortened(subject, &with(subject, MEMO[0]));
    line("In the memo:", names)
}

/// What a memo leaves to the decision file and to what `evaluate` says of it.
pub fn in_the_evaluation(subject: &Subject) -> Option<Block> {
    let names = shortened(subject, &with(subject, Room::ALL));
    line("In the decision file and its evaluation:", names)
}

fn with<'a>(subject: &Subject<'a>, room: Room) -> Subject<'a> {
    Subject { room, ..*subject }
}

/// What is shorter in a document than it would be with more room.
fn shortened(subject: &Subject, whole: &Subject) -> Vec<&'static str> {
    let cut = |section: &dyn Fn(&Subject) -> Vec<Block>| section(subject) != section(whole);
    let fewer_rows =
        |table: fn(&Subject) -> Vec<Block>| rows(&table(subject)) < rows(&table(whole));
    let sections = [
        ("reasons", cut(&questions::reasons)),
        (
            "options",
            fewer_rows(money::flows) || fewer_rows(money::returns),
        ),
        (
            "drawings",
            exhibits::drawn(subject).count() < exhibits::drawn(whole).count(),
        ),
        ("words on the other options", cut(&others::why_not)),
        ("changes that would change our mind", cut(&others::flips)),
        ("open questions", cut(&unknowns::blocks)),
        ("arguments", cut(&arguments::exchanges)),
    ];
    let names = sections.into_iter().filter(|(_, cut)| *cut);
    names.map(|(name, _)| name).collect()
}

fn line(lead: &str, names: Vec<&str>) -> Option<Block> {
    let names: Vec<Prose> = names.into_iter().map(Prose::from).collect();
    (!names.is_empty()).then(|| {
        Block::paragraph(
            Prose::new()
                .strong(lead)
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
