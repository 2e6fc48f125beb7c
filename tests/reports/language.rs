//! How plain the finished documents are: the bounds that our own words keep.

use super::{pipeline, worked};
use boardbrief::frame::language::{LEAST_READING_EASE, MOST_WORDS, MOST_WORDS_ON_AVERAGE};
use boardbrief::report::model::DocumentKind;

#[test]
fn every_document_keeps_the_bounds_of_plain_language() {
    let pipeline = pipeline();
    for worked in worked(&pipeline) {
        for kind in [DocumentKind::Brief, DocumentKind::Memo, DocumentKind::Note] {
            let found =
                pipeline.plainness(&worked.source, &worked.decision, &worked.evaluation, kind);
            let id = format!("{} {kind:?}", worked.decision.id);
            // A note has no bottom line of its own: it opens with the verdict alone.
            if kind != DocumentKind::Note {
                assert!(
                    found.bottom_line.reading_ease >= Some(LEAST_READING_EASE),
                    "{id}: {:?}",
                    found.bottom_line
                );
                assert!(
                    found.text.jargon.is_empty(),
                    "{id}: {:?}",
                    found.text.jargon
                );
            }
            for text in [&found.bottom_line, &found.text] {
                assert!(
                    text.mean_sentence <= MOST_WORDS_ON_AVERAGE,
                    "{id}: {}",
                    text.mean_sentence
                );
                assert!(text.longest <= MOST_WORDS, "{id}: {:#?}", text.too_long);
            }
        }
    }
}
