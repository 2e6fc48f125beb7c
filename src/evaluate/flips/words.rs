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
pub(super) fn nothing(told: &Told, leaf: &Leaf, now: Held) -> Phrase {
    match now {
        Held::YesNo(value) => Phrase::new("Nothing would change if ")
            .then(label::clause(told.decision, &leaf.field, !value))
            .text("."),
        _ => Phrase::new("The answer is the same whatever is ")
            .then(label::noun(told.decision, &leaf.field))
            .text("."),
    }
}

fn condition(told: &Told, leaf: &Leaf, now: Held, at: Held) -> Phrase {
    let decision = told.decision;
    match (now, at) {
        (Held::Number(now, unit), Held::Number(at, _)) => {
            let (one, bound) = (
                unit == Unit::Horizon,
                if at > now { " or more" } else { " or less" },
            );
            // At the end of a range there is no more and no less.
            let (low, high) = unit.range();
            let bound = if one || at == low || at == high {
                ""
            } else {
                bound
            };
            Phrase::new("If ")
                .then(label::noun(decision, &leaf.field))
                .text(" were ")
                .then(value(told, &leaf.field, at, unit))
                .text(format!("{bound} instead of "))
                .then(value(told, &leaf.field, now, unit))
        }
        (_, Held::YesNo(at)) => Phrase::new("If ").then(label::clause(decision, &leaf.field, at)),
        (Held::Word(_, words), Held::Word(at, _)) => word(leaf, words[at]),
        _ => Phrase::default(),
    }
}

/// A value of an input, in its unit.
fn value(told: &Told, field: &str, value: f64, unit: Unit) -> Phrase {
    let house = say::house();
    let metric = field
        .strip_prefix("/success/metrics/")
        .and_then(|rest| rest.split('/').next()?.parse::<usize>().ok())
        .and_then(|at| told.decision.success.metrics.get(at));
    if let Some(metric) = metric {
        return say::measured(value, metric, field);
    }
    let shown = match unit {
        Unit::Money => told.amount(value),
        Unit::Share | Unit::Growth => house.percent(value),
        Unit::People => house.count(value),
        Unit::Months | Unit::MonthsOfYear => house.months(value),
        Unit::Horizon => house.count(value),
        _ => house.count(value),
    };
    Phrase::default().figure(shown, value, field)
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
        ("/money/freed_people", "released") => "If the freed engineers' cost stopped".to_string(),
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
            Verdict::NotReady => "we would not know enough to decide".into(),
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
        (0, Some(_)) => " if the freed engineers' cost stops",
        _ => " if the freed engineers do other work",
    };
    let name = told
        .judgement
        .chosen
        .map(|chosen| told.option_name(chosen.kind, chosen.alternative));
    Phrase::default()
        .name(name.unwrap_or_default())
        .text(format!(" {says}{reading}"))
}
