//! How plain the finished briefs are: the bounds that our own words keep.

use super::{pipeline, worked};
use boardbrief::frame::language::{LEAST_READING_EASE, MOST_WORDS, MOST_WORDS_ON_AVERAGE};

#[test]
fn every_brief_keeps_the_bounds_of_plain_language() {
    let pipeline = pipeline();
    for worked in worked(&pipeline) {
        let found = pipeline.plainness(&worked.source, &worked.decision, &worked.evaluation);
        let id = &worked.decision.id;
        assert!(
            found
                .bottom_line
                .reading_ease
                .is_some_and(|ease| ease >= LEAST_READING_EASE),
            "{id}: {:?}",
            found.bottom_line
        );
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
