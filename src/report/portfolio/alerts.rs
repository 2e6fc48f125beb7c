//! What page one must not leave out: decisions that are missing from the paper, papers that changed
//! after they were approved, and exit dates that have passed.

use super::view::View;
use crate::batch::{Entry, Measure, Outcome};
use crate::report::model::{Block, CalloutKind, Figure, Item, Prose};

/// Entries of a list on page one; the register has all.
const MOST: usize = 6;

/// The callouts, the gravest first.
pub fn blocks(view: &View) -> Vec<Block> {
    [exits(view), missing(view), changed(view), replaced(view)]
        .into_iter()
        .flatten()
        .collect()
}

/// The decisive measures of a decision whose day has passed and that are not known to be met.
fn passed<'e>(view: &View, entry: &'e Entry) -> Vec<(usize, &'e Measure, Outcome)> {
    let measures = entry.measures.iter().enumerate();
    measures
        .filter(|(_, measure)| measure.decisive)
        .map(|(at, measure)| (at, measure, measure.outcome(view.as_of)))
        .filter(|(.., outcome)| matches!(outcome, Outcome::Missed | Outcome::Overdue))
        .collect()
}

/// Decisions whose exit date has passed: a decisive target was missed, or nobody measured.
fn exits(view: &View) -> Option<Block> {
    let mut found: Vec<(&Entry, (usize, &Measure, Outcome))> = Vec::new();
    for entry in view.counting() {
        let mut all = passed(view, entry);
        all.sort_by_key(|(_, measure, outcome)| (*outcome != Outcome::Missed, measure.due));
        found.extend(all.into_iter().next().map(|worst| (entry, worst)));
    }
    found.sort_by_key(|(_, (_, measure, outcome))| (*outcome != Outcome::Missed, measure.due));
    let count = found.len();
    if count == 0 {
        return None;
    }
    let title = Prose::from("The exit date of ")
        .figure(view.decisions(count))
        .text(" has passed.");
    let items = found.iter().take(MOST).map(|(entry, worst)| {
        let line = view.link(entry).text(": ").prose(exit(view, entry, *worst));
        Item {
            blocks: vec![Block::paragraph(line)],
        }
    });
    let mut body = vec![Block::List {
        ordered: false,
        items: items.collect(),
    }];
    body.extend(rest(view, count));
    Some(Block::Callout {
        callout: CalloutKind::RedFlag,
        title: Some(title),
        body,
    })
}

/// One measure as the end of a line: what was to be reached, by when, what came of it, and whether
/// a rule ends the work.
fn exit(view: &View, entry: &Entry, (at, measure, outcome): (usize, &Measure, Outcome)) -> Prose {
    let place = |key: &str| view.origin(entry, &format!("/measures/{at}/{key}"));
    let mut line = Prose::new().given(measure.name.trim(), place("name"));
    if let Some(target) = measure.target {
        line = line
            .text(match measure.at_least {
                // The whole of something can only be reached.
                true if is_share(measure) && target == 1.0 => ", ",
                true => ", at least ",
                false => ", at most ",
            })
            .figure(value(view, measure, target, place("target")));
    }
    if let Some(due) = measure.due {
        line = line.text(" by ").figure(view.day(due, place("due")));
    }
    line = match (outcome, measure.actual) {
        (Outcome::Missed, Some(actual)) => {
            line.text("; measured: ")
                .figure(value(view, measure, actual, place("actual")))
        }
        _ => line.text("; not measured"),
    };
    line.text(match entry.exit_committed {
        Some(true) => "; exit rule committed to.",
        _ => "; no exit rule committed to.",
    })
}

/// A value of a measure in its unit.
pub fn value(
    view: &View,
    measure: &Measure,
    value: f64,
    from: crate::report::model::Origin,
) -> Figure {
    let unit = unit(measure);
    let shown = if is_share(measure) {
        let of = unit.strip_prefix("share").unwrap_or_default();
        format!("{}{of}", view.house.percent(value))
    } else if unit.is_empty() {
        view.house.number_up_to(value, 2)
    } else {
        format!("{}\u{a0}{unit}", view.house.number_up_to(value, 2))
    };
    Figure::new(shown, from)
}

/// The unit of a measure, trimmed.
fn unit(measure: &Measure) -> &str {
    measure.unit.as_deref().unwrap_or_default().trim()
}

fn is_share(measure: &Measure) -> bool {
    unit(measure) == "share" || unit(measure).starts_with("share of ")
}

fn missing(view: &View) -> Option<Block> {
    let count = view.refused.len();
    if count == 0 {
        return None;
    }
    let files = view.house.counted(count as f64, 0, "file", "files");
    let title = Prose::new()
        .figure(Figure::new(
            files,
            crate::report::model::Origin::register("/refused"),
        ))
        .text(if count == 1 {
            " could not be used and is in no figure of this paper."
        } else {
            " could not be used and are in no figure of this paper."
        });
    let lines = view.refused.iter().take(MOST).map(|refused| {
        let line = Prose::new().code(printable(&refused.source));
        line.text(if refused.unreadable {
            ": could not be read."
        } else {
            ": refused."
        })
    });
    let mut body = vec![Block::list(false, lines)];
    body.extend(rest(view, count));
    Some(Block::Callout {
        callout: CalloutKind::Warning,
        title: Some(title),
        body,
    })
}

/// The name of a file in characters that our fonts have; nobody chose them for a page.
fn printable(name: &str) -> String {
    let missing = crate::typeset::unsupported_characters(name);
    let shown = |c| if missing.contains(&c) { '?' } else { c };
    name.chars().map(shown).collect()
}

fn changed(view: &View) -> Option<Block> {
    let ids = view.changed.iter();
    let entries: Vec<&Entry> = ids.filter_map(|id| view.entry(id)).collect();
    named(
        view,
        &entries,
        " changed after approval. The approved paper stands, and its figures are those in this paper.",
    )
}

fn replaced(view: &View) -> Option<Block> {
    let all = view.entries.iter();
    let entries: Vec<&Entry> = all.filter(|entry| entry.replaced_approval).collect();
    named(
        view,
        &entries,
        " changed after approval, and a new paper replaces the approved one.",
    )
}

fn named(view: &View, entries: &[&Entry], says: &str) -> Option<Block> {
    let count = entries.len();
    if count == 0 {
        return None;
    }
    let lines = entries.iter().take(MOST).map(|entry| view.link(entry));
    let mut body = vec![Block::list(false, lines)];
    body.extend(rest(view, count));
    Some(Block::Callout {
        callout: CalloutKind::Warning,
        title: Some(Prose::from(view.decisions(count)).text(says)),
        body,
    })
}

/// That a list goes on in the register.
fn rest(view: &View, count: usize) -> Option<Block> {
    let more = count.checked_sub(MOST).filter(|more| *more > 0)?;
    Some(Block::paragraph(
        Prose::from("And ")
            .figure(view.count(more))
            .text(" more, all in the register."),
    ))
}
