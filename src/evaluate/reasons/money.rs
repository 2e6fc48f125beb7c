//! Reasons about money and people.

use crate::evaluate::findings::finding;
use crate::evaluate::judge::Chosen;
use crate::evaluate::output::Finding;
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::finance::{BUILD_NAME, Case, NOTHING_NAME, OptionKind};
use crate::phrase::Phrase;

const BUILD: Chosen = Chosen {
    kind: OptionKind::Build,
    alternative: None,
};

/// What the recommended option costs a year and takes in people, beside building.
pub(super) fn cost(told: &Told) -> Option<Finding> {
    let chosen = told
        .judgement
        .chosen
        .filter(|chosen| chosen.kind != OptionKind::Build)?;
    let (built, built_from) = told.running_cost(BUILD)?;
    let (bought, bought_from) = told.running_cost(chosen)?;
    let runs = told.judgement.self_built;
    let [start, takes] = match runs {
        true => ["Keeping what we built costs ", " and takes "],
        false => ["Building it would cost ", " and take "],
    };
    let said = Phrase::new(start)
        .then(told.money(built, &built_from))
        .text(" a year");
    let said = match told.engineers(BUILD).filter(|(n, _)| *n > 0.0) {
        Some((n, from)) => said.text(takes).then(say::engineers(n, from)),
        None => said,
    };
    let said = said
        .text(". ")
        .then(option(told, chosen)?)
        .then(told.money(bought, &bought_from))
        .text(" a year");
    let people = if runs {
        freed(told, chosen)
    } else {
        taken(told, chosen)
    };
    let said = said.then(people.unwrap_or_default()).text(".");
    Some(finding("running-cost", said, [built_from, bought_from]))
}

/// How many of the engineers who build now are freed.
fn freed(told: &Told, chosen: Chosen) -> Option<Phrase> {
    let (all, _) = told.engineers(BUILD)?;
    let (case, place) = told.case(chosen)?;
    let freed = case.engineers_freed.filter(|freed| *freed > 0.0)?;
    let shown = match freed {
        freed if freed < all => say::house().number_up_to(freed, 1),
        1.0 => "the engineer".to_string(),
        2.0 => "both".to_string(),
        freed if freed < 1.0 => "that time".to_string(),
        _ => "all".to_string(),
    };
    let of_them = if freed < all || shown == "all" {
        " of them"
    } else {
        ""
    };
    Some(
        Phrase::new(" and frees ")
            .figure(shown, freed, format!("{place}/engineers_freed"))
            .text(of_them),
    )
}

/// How many engineers the recommended option takes.
fn taken(told: &Told, chosen: Chosen) -> Option<Phrase> {
    told.engineers(BUILD)?;
    let (engineers, from) = told.engineers(chosen)?;
    let shown = if engineers == 0.0 {
        "none".to_string()
    } else {
        say::house().number_up_to(engineers, 1)
    };
    Some(Phrase::new(" and takes ").figure(shown, engineers, from))
}

/// The recommended option as the subject of *costs*.
fn option(told: &Told, chosen: Chosen) -> Option<Phrase> {
    let name = Phrase::default().name(&told.decision.alternatives.get(chosen.alternative?)?.name);
    Some(match chosen.kind {
        OptionKind::Hybrid => name.text(" with our part on top costs "),
        _ => name.text(" costs "),
    })
}

/// What the change is worth over the horizon, in both readings of freed engineers.
pub(super) fn worth(told: &Told) -> Option<Finding> {
    let (case, place) = told
        .recommended_case()
        .filter(|(case, _)| case.kind != OptionKind::Build && case.against == BUILD_NAME)?;
    let freed = case.engineers_freed.filter(|freed| *freed > 0.0)?;
    let from = format!("{place}/npv");
    let said = if told.judgement.self_built {
        let people = if freed == 1.0 {
            "the freed engineer’s"
        } else {
            "the freed engineers’"
        };
        Phrase::new(format!("Over {} the change ", told.years()))
            .then(gain_or_loss(told, case.npv?, &from))
            .text(format!(" if {people} cost stops."))
    } else {
        let people = if freed == 1.0 {
            "the engineer’s"
        } else {
            "those engineers’"
        };
        Phrase::new(format!("Over {} it ", told.years()))
            .then(gain_or_loss(told, case.npv?, &from))
            .text(format!(" more than building if {people} cost is saved."))
    };
    let said = match redeployed(told, case, &place) {
        Some(other) => said.text(" ").then(other),
        None => said,
    };
    Some(finding("worth", said, [from]))
}

/// `is worth $2.35M`, or `costs $2.35M`.
fn gain_or_loss(told: &Told, value: f64, from: &str) -> Phrase {
    let start = if value < 0.0 { "costs " } else { "is worth " };
    Phrase::new(start).then(told.money(value.abs(), from))
}

/// What it is worth where the freed engineers do the work that is listed.
fn redeployed(told: &Told, case: &Case, place: &str) -> Option<Phrase> {
    let value = case.npv_redeployed?;
    let names: Vec<&str> = case
        .opportunities
        .iter()
        .filter_map(|filled| told.decision.opportunities.get(filled.index))
        .map(|opportunity| opportunity.name.as_str())
        .collect();
    let from = format!("{place}/npv_redeployed");
    let up_to = case.opportunity_is_gross == Some(true) && value > 0.0;
    let said = if value < 0.0 {
        Phrase::new("It costs ")
    } else {
        Phrase::new("It is worth ")
    };
    let said = said
        .text(if up_to { "up to " } else { "" })
        .then(told.money(value.abs(), &from));
    Some(match names.is_empty() {
        true => said.text(" if they do other work instead."),
        false => said
            .text(" if they do other work instead: ")
            .then(say::names(names, "and"))
            .text("."),
    })
}

/// What the recommended option brings and costs, where there is nothing to replace.
pub(super) fn net(told: &Told) -> Option<Finding> {
    let (case, place) = told.recommended_case()?;
    if case.against != NOTHING_NAME {
        return None;
    }
    let (benefits, costs, npv) = (case.pv_benefits?, case.pv_costs?, case.npv?);
    let name = told.option_name(case.kind, case.alternative);
    let said = Phrase::default()
        .name(name)
        .text(" costs ")
        .then(told.money(costs, &format!("{place}/pv_costs")))
        .text(format!(" over {} in today’s money", told.years()));
    let said = if benefits > 0.0 {
        let left = if npv < 0.0 {
            ", which leaves a loss of "
        } else {
            ", which leaves a gain of "
        };
        said.text(" and brings ")
            .then(told.money(benefits, &format!("{place}/pv_benefits")))
            .text(left)
            .then(told.money(npv.abs(), &format!("{place}/npv")))
            .text(".")
    } else {
        said.text(". No benefit is stated in money.")
    };
    Some(finding("net-value", said, [format!("{place}/npv")]))
}

/// What moving from one alternative to another is worth, where the baseline is an alternative.
pub(super) fn moving(told: &Told) -> Option<Finding> {
    let (case, place) = told.recommended_case()?;
    if [BUILD_NAME, NOTHING_NAME].contains(&case.against.as_str()) {
        return None;
    }
    let from = format!("{place}/npv");
    let said = Phrase::new("Moving from ")
        .name(&case.against)
        .text(" to ")
        .then(told.spoken(case.kind, case.alternative))
        .text(" ")
        .then(gain_or_loss(told, case.npv?, &from))
        .text(format!(" over {}.", told.years()));
    Some(finding("moving", said, [from]))
}

/// What the built thing costs and earns a year.
pub(super) fn value(told: &Told) -> Option<Finding> {
    let (cost, cost_from) = told.running_cost(BUILD)?;
    let start = if told.judgement.self_built {
        "What we built costs "
    } else {
        "Building it would cost "
    };
    let said = Phrase::new(start)
        .then(told.money(cost, &cost_from))
        .text(" a year");
    let value = told
        .decision
        .build
        .as_ref()
        .and_then(|b| b.annual_value.as_ref());
    let said = match value {
        Some(value) => said
            .text(if told.judgement.self_built {
                " and earns "
            } else {
                " and earn "
            })
            .then(told.money(value.likely, "/build/annual_value"))
            .text("."),
        None => said.text(". What it earns is not stated."),
    };
    let said = match told.judgement.answers[3] {
        crate::evaluate::output::Answer::StrongYes => {
            said.text(" Neither doing nothing nor anything we could buy is worth more.")
        }
        _ => said,
    };
    Some(finding("built-value", said, [cost_from]))
}
