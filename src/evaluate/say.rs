//! How figures, counts, lists and quotations enter a sentence. Nothing here decides anything.

use super::told::Told;
use crate::decision::{Date, Metric};
use crate::display::Conventions;
use crate::phrase::Phrase;
use crate::policy::Threshold;

/// The conventions in which sentences are written.
pub(super) fn house() -> Conventions {
    Conventions::default()
}

/// A count as it stands in a sentence: `two`, `24`, `2.5`.
pub(super) fn count(value: f64) -> String {
    house().in_words(value)
}

/// A count as a figure.
pub(super) fn number(value: f64, from: impl Into<String>) -> Phrase {
    Phrase::default().figure(count(value), value, from)
}

/// A count as a figure at the start of a sentence.
pub(super) fn number_at_start(value: f64, from: impl Into<String>) -> Phrase {
    Phrase::default().figure(capital(&count(value)), value, from)
}

/// Engineers as a figure: `6 engineers`. Figures of the decision are digits everywhere, so that one
/// figure looks the same on every page; words count the things a sentence lists.
pub(super) fn engineers(value: f64, from: impl Into<String>) -> Phrase {
    Phrase::default().figure(house().engineers(value), value, from)
}

/// That fewer people are planned than are needed, as a sentence.
pub(super) fn planned_and_needed(planned: f64, needed: f64) -> Phrase {
    Phrase::new("The plan has ")
        .then(engineers(planned, "/maintenance/engineers_planned"))
        .text("; the work needs ")
        .figure(
            house().number_up_to(needed, 1),
            needed,
            "/maintenance/engineers_needed",
        )
        .text(".")
}

/// A share as a figure.
pub(super) fn share(value: f64, from: impl Into<String>) -> Phrase {
    Phrase::default().figure(house().percent(value), value, from)
}

/// A value of the policy as a figure.
pub(super) fn policy(told: &Told, threshold: Threshold) -> Phrase {
    let value = told.policy.value(threshold);
    let shown = match threshold.unit() {
        crate::decision::Unit::Share => house().percent(value),
        _ => house().count(value),
    };
    Phrase::default().figure(shown, value, format!("/policy/{}/value", threshold.key()))
}

/// A value of a metric, in the metric's unit.
pub(super) fn measured(value: f64, metric: &Metric, from: impl Into<String>) -> Phrase {
    let unit = metric.unit.as_deref().map(str::trim).unwrap_or_default();
    let lower = unit.to_lowercase();
    let shown = if lower.starts_with("share") {
        house().percent(value)
    } else if lower.starts_with('%')
        || lower.starts_with("percent")
        || lower.starts_with("per cent")
    {
        format!("{}%", house().count(value))
    } else if unit.is_empty() || unit.chars().count() > 20 {
        house().count(value)
    } else {
        format!("{}\u{a0}{unit}", house().count(value))
    };
    Phrase::default().figure(shown, value, from)
}

/// A date in words.
pub(super) fn date(day: Date) -> String {
    house().date(day)
}

/// Words with a capital at the start.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Words as a list: `a target, a deadline and an owner`.
pub(super) fn words(items: &[&str], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_string(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// A number to three significant digits, as prose shows amounts.
pub(super) fn three_digits(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let unit = 10f64.powf(value.abs().log10().floor() - 2.0);
    if unit < 1.0 {
        value
    } else {
        (value / unit).round() * unit
    }
}

/// Names of the author's as a list. Long ones, and those that hold a comma or an *and*, stand in
/// quotation marks, so that a reader sees where one ends.
pub(super) fn names<'n>(items: impl IntoIterator<Item = &'n str>, last: &str) -> Phrase {
    let items: Vec<&str> = items.into_iter().collect();
    let is_long = |name: &&str| {
        name.contains(',') || name.contains(" and ") || name.split(' ').count() >= LONG_NAME
    };
    let quotes = items.len() > 1 && items.iter().any(is_long);
    items
        .iter()
        .enumerate()
        .fold(Phrase::default(), |said, (at, name)| {
            let said = match at {
                0 => said,
                at if at + 1 < items.len() => said.text(", "),
                _ => said.text(format!(" {last} ")),
            };
            match quotes {
                true => said.text("\u{201c}").name(*name).text("\u{201d}"),
                false => said.name(*name),
            }
        })
}

/// From so many words on, a name in a list needs quotation marks.
const LONG_NAME: usize = 4;

/// The author's words in quotation marks, shortened where they are many, without a full stop.
pub(super) fn quoted(words: &str) -> Phrase {
    let words = first_sentence(words);
    Phrase::new("\u{201c}")
        .name(words.trim_end_matches(['.', ' ']))
        .text("\u{201d}")
}

/// A remark of the author's as a sentence of its own after ours; nothing where there is none.
pub(super) fn remark(text: Option<&str>) -> Phrase {
    let text = text.map(first_sentence).unwrap_or_default();
    if text.is_empty() {
        return Phrase::default();
    }
    let ended = text.ends_with(['.', '!', '?', '\u{2026}']);
    Phrase::new(" ")
        .name(text)
        .text(if ended { "" } else { "." })
}

/// Longest quotation in a sentence of ours, in characters.
const LONGEST: usize = 160;

/// A text on one line, cut between words where it is long.
fn first_sentence(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let mut cut = String::new();
    for word in line.split(' ') {
        if cut.chars().count() + word.chars().count() > LONGEST {
            break;
        }
        cut.push_str(word);
        cut.push(' ');
    }
    cut.trim_end().to_string() + "\u{2026}"
}

/// Source and date in brackets: ` (Vendor quote, 15 January 2026)`.
pub(super) fn sourced(source: Option<&str>, day: Option<Date>) -> Phrase {
    let source = source.map(str::trim).filter(|source| !source.is_empty());
    match (source, day.map(date)) {
        (Some(source), _) if source.eq_ignore_ascii_case("assumption") => {
            Phrase::new(" (an assumption)")
        }
        (Some(source), Some(day)) => Phrase::new(" (").name(source).text(format!(", {day})")),
        (Some(source), None) => Phrase::new(" (").name(source).text(")"),
        (None, Some(day)) => Phrase::new(format!(" (as of {day}, no source given)")),
        (None, None) => Phrase::new(" (no source given)"),
    }
}
