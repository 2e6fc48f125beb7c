//! How plain the finished briefs are: the bounds that our own words keep.

use super::{pipeline, worked};
use boardbrief::frame::RuleBook;
use boardbrief::frame::language::{LEAST_READING_EASE, MOST_WORDS, MOST_WORDS_ON_AVERAGE, report};
use boardbrief::report::model::{Block, DocumentKind, Report};
use boardbrief::report::room::BRIEF;

/// The sentences of a report that are ours or carry an author's names: paragraphs and lists.
fn running_text(report: &Report) -> String {
    let runs = |block: &&Block| {
        matches!(
            block,
            Block::Answer(_)
                | Block::Paragraph { .. }
                | Block::List { .. }
                | Block::Exchanges { .. }
        )
    };
    let blocks: Vec<Block> = report
        .blocks
        .iter()
        .filter(runs)
        .cloned()
        .map(without_tiles)
        .collect();
    let mut meta = report.meta.clone();
    meta.front.clear();
    Report { meta, blocks }.passages().join("\n")
}

fn without_tiles(mut block: Block) -> Block {
    if let Block::Answer(answer) = &mut block {
        answer.tiles.clear();
    }
    block
}

#[test]
fn the_bottom_line_is_read_with_ease() {
    let pipeline = pipeline();
    let mut hard = Vec::new();
    for worked in worked(&pipeline) {
        let brief = pipeline.report(
            &worked.source,
            &worked.decision,
            &worked.evaluation,
            DocumentKind::Brief,
            BRIEF[0],
        );
        let panel = Report {
            meta: brief.meta.clone(),
            blocks: brief.blocks.into_iter().take(1).collect(),
        };
        let found = report(
            &running_text(&panel),
            &RuleBook::built_in().glossary().pass(),
        );
        if found
            .reading_ease
            .is_none_or(|ease| ease < LEAST_READING_EASE)
        {
            hard.push(format!("{}: {:?}", worked.decision.id, found.reading_ease));
        }
    }
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn sentences_are_short() {
    let pipeline = pipeline();
    for worked in worked(&pipeline) {
        let brief = pipeline.report(
            &worked.source,
            &worked.decision,
            &worked.evaluation,
            DocumentKind::Brief,
            BRIEF[0],
        );
        let text: String = running_text(&brief)
            .lines()
            .filter(|line| !line.starts_with("In plain words"))
            .collect::<Vec<_>>()
            .join("\n");
        let found = report(&text, &RuleBook::built_in().glossary().pass());
        assert!(
            found.mean_sentence <= MOST_WORDS_ON_AVERAGE,
            "{}: {}",
            worked.decision.id,
            found.mean_sentence
        );
        assert!(
            found.longest <= MOST_WORDS,
            "{}: {:#?}",
            worked.decision.id,
            found.too_long
        );
    }
}
