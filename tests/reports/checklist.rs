//! What every board brief must have, point by point, held against every worked decision.

use super::{Worked, pipeline, worked};
use boardbrief::evaluate::Verdict;
use boardbrief::report::model::{
    Answer, Block, CalloutKind, DocumentKind, Report, Scorecard, Table,
};
use boardbrief::report::room::BRIEF;

/// A brief with what the points ask about.
struct Brief {
    worked: Worked,
    report: Report,
}

/// A point: what it asks, and whether it holds.
type Point = (&'static str, fn(&Brief) -> bool);

const POINTS: [Point; 20] = [
    ("the title is the decision’s", |b| {
        b.report.meta.title == b.worked.decision.title
    }),
    (
        "the front matter names the meeting, where there is one",
        |b| front(b, "Meeting", b.worked.decision.meeting.body.is_some()),
    ),
    ("it says what the meeting is asked to do", |b| {
        front(b, "Purpose", b.worked.decision.meeting.purpose.is_some())
    }),
    ("it names sponsor and author", |b| {
        let meeting = &b.worked.decision.meeting;
        front(b, "Sponsor", meeting.sponsor.is_some())
            && front(b, "Author", meeting.author.is_some())
    }),
    ("the date is the decision’s", |b| {
        b.report.meta.as_of.on == b.worked.decision.as_of
    }),
    ("the answer stands first", |b| {
        matches!(b.report.blocks.first(), Some(Block::Answer(_)))
    }),
    ("there is one resolution, on page one", |b| {
        callouts(&page_one(b), CalloutKind::Resolution) == 1
    }),
    (
        "the bottom line says how much: what is asked, what it costs, or that this is not known",
        |b| {
            let shown = figures(b);
            let asked = shown.contains(&"/ask/money".to_string());
            let costs = shown.iter().any(|from| from.ends_with("/running_cost"));
            let costed = b.worked.evaluation.finance.options.iter().any(|o| {
                Some(&o.name) == b.worked.evaluation.recommended_option.as_ref()
                    && o.costs.is_some()
            });
            match (&b.worked.decision.ask.money, costed) {
                (Some(_), _) => asked,
                (None, true) => costs,
                (None, false) => {
                    b.worked.evaluation.verdict == Verdict::NotReady
                        || bottom_line(b).contains("What it costs is not known")
                }
            }
        },
    ),
    (
        "the bottom line says by when: the date asked for, that of the meeting, or that none is stated",
        |b| {
            let decision = &b.worked.decision;
            let date = decision.ask.by.or(decision.meeting.date);
            match date.map(|date| pipeline().conventions().date(date)) {
                Some(date) => bottom_line(b).contains(&date),
                None => {
                    b.worked.evaluation.verdict == Verdict::NotReady
                        || bottom_line(b).contains("no date for the decision is stated")
                }
            }
        },
    ),
    ("the bottom line says how sure it is", |b| {
        bottom_line(b).contains("Our confidence is")
    }),
    ("the bottom line has five sentences at most", |b| {
        bottom_line(b).matches(". ").count() < 6
    }),
    (
        "value at stake stands in the panel, where it can be reckoned",
        |b| {
            let name = b.worked.evaluation.recommended_option.as_deref();
            let case = b
                .worked
                .evaluation
                .finance
                .cases
                .iter()
                .find(|case| Some(case.option.as_str()) == name);
            case.is_none_or(|case| {
                case.npv.is_none() || figures(b).iter().any(|from| from.ends_with("/npv"))
            })
        },
    ),
    ("there are three reasons or four, each with evidence", |b| {
        let reasons = &b.worked.evaluation.reasons;
        (3..=4).contains(&reasons.len()) && reasons.iter().all(|reason| !reason.from.is_empty())
    }),
    (
        "the five questions stand on page one, each with what it rests on",
        |b| {
            scorecards(&page_one(b)).iter().any(|card| {
                card.rows.len() == 5 && card.rows.iter().all(|row| !row.evidence.is_empty())
            })
        },
    ),
    (
        "the money of page one has a present value, where anything is costed",
        |b| {
            let costed = b
                .worked
                .evaluation
                .finance
                .options
                .iter()
                .any(|o| o.pv_costs.is_some_and(|cost| cost != 0.0));
            !costed
                || tables(&page_one(b))
                    .iter()
                    .any(|table| table.summary.contains("present value"))
        },
    ),
    ("released and redeployed stand apart", |b| {
        let redeployed = b
            .worked
            .evaluation
            .finance
            .cases
            .iter()
            .any(|case| case.npv_redeployed.is_some());
        let text = b.report.passages().join(" ");
        !redeployed || (text.contains("released") && text.contains("redeployed"))
    }),
    ("it says why not the others, doing nothing included", |b| {
        let text = b.report.passages().join(" ");
        headings(b).contains(&"others".to_string())
            && (b.worked.evaluation.verdict == Verdict::NotReady
                || text.contains("need would stay unmet")
                || text.contains("need left unmet"))
    }),
    (
        "it says what would change the answer, where anything would",
        |b| {
            let flips = b
                .worked
                .evaluation
                .flip_points
                .iter()
                .any(|flip| flip.flips_at.is_some());
            !flips || headings(b).contains(&"flips".to_string())
        },
    ),
    (
        "risks, measures and the rule that ends it have their place",
        |b| {
            ["risks", "measures"]
                .iter()
                .all(|id| headings(b).contains(&(*id).to_string()))
        },
    ),
    (
        "what is not known is asked, where the answer waits for it",
        |b| {
            b.worked.evaluation.verdict != Verdict::NotReady
                || headings(b).contains(&"unknowns".to_string())
        },
    ),
];

#[test]
fn every_brief_has_what_a_board_needs() {
    let pipeline = pipeline();
    for worked in worked(&pipeline) {
        let (source, decision, evaluation) = (&worked.source, &worked.decision, &worked.evaluation);
        let report = pipeline.report(source, decision, evaluation, DocumentKind::Brief, BRIEF[0]);
        let brief = Brief { worked, report };
        let missing: Vec<&str> = POINTS
            .iter()
            .filter(|(_, holds)| !holds(&brief))
            .map(|(point, _)| *point)
            .collect();
        assert!(
            missing.is_empty(),
            "{}: {missing:#?}",
            brief.worked.decision.id
        );
    }
}

fn front(brief: &Brief, key: &str, wanted: bool) -> bool {
    !wanted
        || brief
            .report
            .meta
            .front
            .iter()
            .any(|pair| pair.key == key.into() && !pair.value.is_empty())
}

fn page_one(brief: &Brief) -> Vec<Block> {
    brief
        .report
        .blocks
        .iter()
        .take_while(|block| **block != Block::PageBreak)
        .cloned()
        .collect()
}

fn callouts(blocks: &[Block], kind: CalloutKind) -> usize {
    blocks
        .iter()
        .filter(|block| matches!(block, Block::Callout { callout, .. } if *callout == kind))
        .count()
}

fn scorecards(blocks: &[Block]) -> Vec<&Scorecard> {
    blocks
        .iter()
        .filter_map(|block| {
            if let Block::Scorecard(card) = block {
                Some(card)
            } else {
                None
            }
        })
        .collect()
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    blocks
        .iter()
        .filter_map(|block| {
            if let Block::Table(table) = block {
                Some(table)
            } else {
                None
            }
        })
        .collect()
}

fn headings(brief: &Brief) -> Vec<String> {
    let blocks = brief.report.blocks.iter();
    blocks
        .filter_map(|block| {
            if let Block::Heading(heading) = block {
                Some(heading.id.clone())
            } else {
                None
            }
        })
        .collect()
}

/// The panel alone, as a report of its own.
fn panel(brief: &Brief) -> Report {
    let answers = brief
        .report
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Answer(Answer { .. })));
    Report {
        meta: brief.report.meta.clone(),
        blocks: answers.cloned().collect(),
    }
}

/// The sentences under the verdict, without the figures beside them.
fn bottom_line(brief: &Brief) -> String {
    let mut panel = panel(brief);
    for block in &mut panel.blocks {
        if let Block::Answer(answer) = block {
            answer.tiles.clear();
            answer.verdict = answer.label.clone();
        }
    }
    panel.meta.front.clear();
    panel.passages().join(" ")
}

fn figures(brief: &Brief) -> Vec<String> {
    panel(brief)
        .figures()
        .into_iter()
        .map(|figure| figure.from.pointer)
        .collect()
}
