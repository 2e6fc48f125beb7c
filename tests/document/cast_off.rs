//! The room that a document is reckoned to take, against the room it takes.

use boardbrief::cast_off::{density, heights, is_overfull};
use boardbrief::house::Paper;
use boardbrief::report::model::{DocumentKind, Report};
use boardbrief::report::room::BRIEF;
use boardbrief::typeset::Density;

use super::layout;
use crate::reports::{pipeline, worked};

/// What a reckoned page may be off, in points: three lines of an A4 page of sixty.
const OFF: f64 = 36.0;
/// The height of an A4 page in points.
const PAGE: f64 = 841.9;

/// Every worked brief with all it would like to say, and shortened once.
fn briefs() -> Vec<Report> {
    let pipeline = pipeline();
    let all = worked(&pipeline);
    let briefs = all.iter().flat_map(|one| {
        BRIEF[..2].iter().map(|room| {
            let (source, decision, evaluation) = (&one.source, &one.decision, &one.evaluation);
            pipeline.report(source, decision, evaluation, DocumentKind::Brief, *room)
        })
    });
    briefs.collect()
}

fn pages(report: &Report, density: Density) -> usize {
    layout::pages(report, density, density)
}

#[test]
fn a_page_is_reckoned_within_three_lines() {
    let mut looked_at = 0;
    for report in briefs() {
        for density in [Density::Roomy, Density::Comfortable, Density::Close] {
            let reckoned = heights(&report, Paper::A4, density);
            let highest = reckoned.iter().copied().fold(0.0, f64::max);
            // Far from the edge both ways of saying it agree anyway.
            if (highest - PAGE).abs() > 100.0 || (highest - PAGE).abs() < OFF {
                continue;
            }
            looked_at += 1;
            let fits = pages(&report, density) == 2;
            let id = &report.meta.id;
            assert_eq!(fits, highest < PAGE, "{id} {density:?}: {reckoned:?}");
        }
    }
    assert!(looked_at > 15, "{looked_at}");
}

#[test]
fn what_is_tried_first_is_seldom_tried_in_vain() {
    let mut in_vain = Vec::new();
    for report in briefs() {
        if is_overfull(&report, Paper::A4, Density::Close) {
            assert!(pages(&report, Density::Close) > 2, "{}", report.meta.id);
        } else if pages(&report, density(&report, Paper::A4)) > 2 {
            in_vain.push(report.meta.id);
        }
    }
    assert!(in_vain.len() <= 2, "{in_vain:?}");
}
