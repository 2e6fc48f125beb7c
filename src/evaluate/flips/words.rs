//! A flip point as a sentence.

use super::label;
use super::search::Found;
use crate::decision::Unit;
use crate::evaluate::leaves::{Held, Leaf};
use crate::evaluate::output::{Changes, Verdict};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// What changes, and at which value.
pub(super) fn flip(told: &Told, leaf: &Leaf, now: Held, found: &Found) -> Phrase {
    condition(told, leaf, now, found.at)
        .text(", ")
        .then(consequence(told, found))
        .text(".")
}

/// That no value of an input changes anything.
pub(super) fn nothing(told: &Told, leaf: &Leaf, now: Held, switches: bool) -> Phrase {
    match now {
        Held::YesNo(value) => Phrase::new(match switches {
            true => "Only which option is best would change if ",
            false => "Nothing would change if ",
        })
        .then(label::clause(told.decision, &leaf.field, !value))
        .text("."),
        _ => Phrase::new("No value of ")
            .then(label::noun(told.decision, &leaf.field))
            .text(match switches {
                true => " changes the answer, only which option is best.",
                false => " changes the answer.",
            }),
    }
}

fn condition(told: &Told, leaf: &Leaf, now: Held, at: Held) -> Phrase {
    let decision = told.decision;
    match (now, at) {
        (Held::Number(now, unit), Held::Number(at, _)) => {
            let limit = Limit::new(told, &leaf.field, now, at, unit);
            let said = Phrase::new("If ").then(label::noun(decision, &leaf.field));
            // Right at its limit, the input and the limit are shown alike.
            if limit.shown == show(told, &leaf.field, now, unit) {
                let way = if at > now { "higher" } else { "lower" };
                return said.text(format!(" were any {way} than ")).then(value(
                    told,
                    &leaf.field,
                    now,
                    unit,
                ));
            }
            said.text(format!(" were {}", limit.before))
                .figure(limit.shown, limit.value, &leaf.field)
                .text(format!("{} instead of ", limit.after))
                .then(value(told, &leaf.field, now, unit))
        }
        (_, Held::YesNo(at)) => Phrase::new("If ").then(label::clause(decision, &leaf.field, at)),
        (Held::Word(_, words), Held::Word(at, _)) => word(leaf, words[at]),
        _ => Phrase::default(),
    }
}

/// A value from which on something changes, as it is shown.
struct Limit {
    before: &'static str,
    shown: String,
    value: f64,
    after: &'static str,
}

impl Limit {
    /// Shown figures are rounded. Where the rounded one is short of the limit, it is the last that
    /// changes nothing (*less than 80%*); where it is beyond, it is one that does (*$1.13M or
    /// more*). Either is true as it is read.
    fn new(told: &Told, field: &str, now: f64, at: f64, unit: Unit) -> Limit {
        let rounded = match unit {
            Unit::Share | Unit::Growth => (at * 1000.0).round() / 1000.0,
            Unit::Money if at.abs() >= 1.0 => say::three_digits(at),
            Unit::Horizon | Unit::Weight | Unit::Plain => at,
            _ => (at * 10.0).round() / 10.0,
        };
        // What rounds to nothing is not nothing: the next value that can be shown is.
        let rounded = match unit {
            Unit::People | Unit::Count if rounded == 0.0 && at > 0.0 && now > 0.1 => 0.1,
            _ => rounded,
        };
        let shown = show(told, field, rounded, unit);
        let (low, high) = unit.range();
        let is_short =
            (rounded - now).abs() < (at - now).abs() && (rounded - now) * (at - now) >= 0.0;
        let (before, after) = match (at > now, is_short) {
            (true, true) => ("more than ", ""),
            (false, true) => ("less than ", ""),
            // At the end of a range, and among whole years, there is no more and no less to name.
            _ if unit == Unit::Horizon || rounded == low || rounded == high => ("", ""),
            (true, false) => ("", " or more"),
            (false, false) => ("", " or less"),
        };
        Limit {
            before,
            shown,
            value: rounded,
            after,
        }
    }
}

/// A value of an input, in its unit.
fn value(told: &Told, field: &str, value: f64, unit: Unit) -> Phrase {
    Phrase::default().figure(show(told, field, value, unit), value, field)
}

fn show(told: &Told, field: &str, value: f64, unit: Unit) -> String {
    let house = say::house();
    let metric = field
        .strip_prefix("/success/metrics/")
        .and_then(|rest| rest.split('/').next()?.parse::<usize>().ok())
        .and_then(|at| told.decision.success.metrics.get(at));
    match (metric, unit) {
        (Some(metric), _) => say::measured(value, metric, field).to_string(),
        (None, Unit::Money) => told.amount(value),
        (None, Unit::Share | Unit::Growth) => house.percent(value),
        (None, Unit::Months | Unit::MonthsOfYear) => house.months(value),
        _ => house.count(value),
    }
}

/// A word of a closed set as a clause.
fn word(leaf: &Leaf, word: &str) -> Phrase {
    Phrase::new(match (leaf.field.as_str(), word) {
        ("/situation/today", "nothing") => "If nothing served the need today".to_string(),
        ("/situation/today", "self-built") => {
            "If something we built served the need today".to_string()
        }
        ("/situation/today", _) => "If something we bought served the need today".to_string(),
        ("/maintenance/executive_sponsor", "cto") => {
            "If the chief technology officer stood behind it".to_string()
        }
        ("/maintenance/executive_sponsor", "vp") => {
            "If a vice president stood behind it".to_string()
        }
        ("/maintenance/executive_sponsor", "director") => {
            "If only a director stood behind it".to_string()
        }
        ("/maintenance/executive_sponsor", _) => "If nobody stood behind it".to_string(),
        ("/money/freed_people", "released") => "If the freed engineers’ cost stopped".to_string(),
        ("/money/freed_people", _) => "If the freed engineers did other work".to_string(),
        (_, "certified") => "If vendors held the certificate for it".to_string(),
        (_, "built_in") => "If vendors had it built in".to_string(),
        (_, "regional_hosting") => "If vendors hosted it in the region".to_string(),
        (_, "integration") => "If it could be connected to what vendors offer".to_string(),
        (field, "none") if field.ends_with("/vendor_answer") => {
            "If no vendor had an answer to a need that we claim".to_string()
        }
        (_, other) => format!(
            "If this were \u{201c}{}\u{201d} instead",
            other.replace('_', " ")
        ),
    })
}

fn consequence(told: &Told, found: &Found) -> Phrase {
    if found.changes == Changes::Verdict {
        return match found.verdict {
            Verdict::StopAndMigrate => "the answer would be to stop and migrate".into(),
            Verdict::Build => "the answer would be to build".into(),
            Verdict::Hybrid => "the answer would be to buy, and build what sets us apart".into(),
            Verdict::Buy => "the answer would be to buy".into(),
            Verdict::DoNotProceed => "the answer would be not to proceed".into(),
            Verdict::NotReady => "the answer would be open".into(),
        };
    }
    if found.changes == Changes::Option {
        return match found.chosen {
            Some(chosen) => Phrase::new("the best option would be ")
                .name(told.option_name(chosen.kind, chosen.alternative)),
            None => "where to move would be open".into(),
        };
    }
    let at = usize::from(found.changes == Changes::NpvRedeployed);
    let gains = told.judgement.case_values()[at].is_some_and(|value| value >= 0.0);
    let says = if gains {
        "would lose money"
    } else {
        "would no longer lose money"
    };
    let reading = match (at, told.judgement.case_values()[1]) {
        (0, None) => "",
        (0, Some(_)) => " if the freed engineers’ cost stops",
        _ => " if the freed engineers do other work",
    };
    Phrase::new(format!("the change {says}{reading}"))
}
