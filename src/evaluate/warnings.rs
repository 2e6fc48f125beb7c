//! What page one must warn of, and what else is worth saying: each finding with a stable id.

use super::output::{Answer, Finding, Stage, Verdict};
use super::questions::measures;
use super::say;
use super::told::Told;
use super::{ai, stage, vanity};

use crate::market::Market;
use crate::phrase::Phrase;
use crate::policy::Threshold;

/// The warnings of page one.
pub(super) fn warnings(told: &Told) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(miss_without_rule(told));
    found.extend(open_destination(told));
    found.extend(loses_in_one_reading(told));
    found.extend(dearer(told));
    found.extend(overridden(told));
    found.extend(long_horizon(told));
    found
}

/// A decisive metric was missed, and no rule that ends the work is committed to.
fn miss_without_rule(told: &Told) -> Option<Finding> {
    let missed = told
        .judgement
        .missed
        .filter(|_| !told.judgement.committed)?;
    let text =
        measures::missed_target(told, missed).text(" Nobody has committed to a rule that ends it.");
    Some(finding(
        "miss-without-rule",
        text,
        [
            format!("/success/metrics/{missed}"),
            "/success/exit_rule".into(),
        ],
    ))
}

/// The work stops, and where to move is not known.
fn open_destination(told: &Told) -> Option<Finding> {
    let open = told.verdict == Verdict::StopAndMigrate && told.judgement.chosen.is_none();
    open.then(|| {
        let text = "No alternative is known to be proven and to fit, so where to move is open.";
        finding("destination-open", text, ["/alternatives".to_string()])
    })
}

/// The recommended option loses money in one of the two readings of freed engineers.
fn loses_in_one_reading(told: &Told) -> Option<Finding> {
    let (case, place) = told.recommended_case()?;
    let name = told.option_name(case.kind, case.alternative);
    let said = |value: f64, field: &str, when: &str| {
        let text = Phrase::default()
            .name(name.clone())
            .text(" loses ")
            .then(told.money(-value, &format!("{place}/{field}")))
            .text(format!(" over {} if {when}.", told.years()));
        finding("loses-in-one-reading", text, [format!("{place}/{field}")])
    };
    match (case.npv?, case.npv_redeployed) {
        (npv, Some(other)) if npv < 0.0 && other >= 0.0 => Some(said(
            npv,
            "npv",
            "the freed engineers earn nothing elsewhere and their cost stops",
        )),
        (npv, Some(other)) if npv >= 0.0 && other < 0.0 => Some(said(
            other,
            "npv_redeployed",
            "the freed engineers stay and do the work that is listed",
        )),
        // With one reading only, a loss is a loss; the verdict may still rest on it.
        (npv, None) if npv < 0.0 && case.pv_benefits.is_some_and(|b| b > 0.0) => {
            let text = Phrase::default()
                .name(name.clone())
                .text(" costs ")
                .then(told.money(-npv, &format!("{place}/npv")))
                .text(format!(" more than it saves over {}.", told.years()));
            Some(finding("loses-money", text, [format!("{place}/npv")]))
        }
        (npv, Some(other)) if npv < 0.0 && other < 0.0 => {
            let text = Phrase::default()
                .name(name.clone())
                .text(" loses money however the freed engineers are counted: ")
                .then(told.money(-npv, &format!("{place}/npv")))
                .text(" or ")
                .then(told.money(-other, &format!("{place}/npv_redeployed")))
                .text(format!(" over {}.", told.years()));
            Some(finding("loses-money", text, [format!("{place}/npv")]))
        }
        _ => None,
    }
}

/// Building is recommended although something that could be bought is worth more.
fn dearer(told: &Told) -> Option<Finding> {
    if told.verdict != Verdict::Build || told.judgement.answers[3] != Answer::No {
        return None;
    }
    let cases = told.judgement.outlook.against_build.iter().enumerate();
    let qualifies = |at: usize| told.judgement.standings[at].qualifies == Some(true);
    let (at, case, npv) = cases
        .filter(|(_, case)| case.alternative.is_some_and(qualifies))
        .filter_map(|(at, case)| Some((at, case, case.npv.filter(|npv| *npv > 0.0)?)))
        .max_by(|a, b| a.2.total_cmp(&b.2))?;
    let from = format!("/against_build/{at}/npv");
    let text = told
        .spoken(case.kind, case.alternative)
        .text(" is worth ")
        .then(told.money(npv, &from))
        .text(format!(
            " more than building over {} if the engineers' cost stops.",
            told.years()
        ));
    Some(finding("dearer-than-buying", text, [from]))
}

/// The decision uses a horizon or rate of its own.
fn overridden(told: &Told) -> Vec<Finding> {
    let money = &told.decision.money;
    let mut found = Vec::new();
    if let Some(years) = money
        .horizon_years
        .filter(|y| *y != told.policy.value(Threshold::HorizonYears))
    {
        let text = Phrase::new("This decision looks ahead ")
            .figure(say::house().years(years), years, "/money/horizon_years")
            .text("; our policy is ")
            .then(say::policy(told, Threshold::HorizonYears))
            .text(".");
        found.push(finding(
            "horizon-overridden",
            text,
            ["/money/horizon_years".to_string()],
        ));
    }
    if let Some(rate) = money
        .discount_rate
        .filter(|r| *r != told.policy.value(Threshold::DiscountRate))
    {
        let text = Phrase::new("This decision discounts at ")
            .then(say::share(rate, "/money/discount_rate"))
            .text(" a year; our policy is ")
            .then(say::policy(told, Threshold::DiscountRate))
            .text(".");
        found.push(finding(
            "rate-overridden",
            text,
            ["/money/discount_rate".to_string()],
        ));
    }
    found
}

fn long_horizon(told: &Told) -> Option<Finding> {
    let longest = told.policy.value(Threshold::HorizonWarningYears);
    let years = f64::from(told.finance.horizon_years);
    (years > longest).then(|| {
        let text = Phrase::new("Figures beyond ")
            .then(say::policy(told, Threshold::HorizonWarningYears))
            .text(" years are guesses; this decision looks ahead ")
            .figure(say::house().years(years), years, "/finance/horizon_years")
            .text(".");
        finding("long-horizon", text, ["/finance/horizon_years".to_string()])
    })
}

/// Everything else worth saying.
pub(super) fn findings(told: &Told, market: &Market) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(stage_default(told));
    found.extend(runway(told));
    found.extend(built_part(told));
    found.extend(market_forces(told));
    found.extend(ai::finding(told));
    found.extend(not_assessed(told, market));
    found.extend(sunk(told));
    found.extend(vanity::findings(told));
    found
}

/// What companies of this size usually do, and whether the verdict departs from it.
fn stage_default(told: &Told) -> Option<Finding> {
    let stage = told.judgement.stage?;
    let from = "/organisation/engineers";
    let engineers = told.decision.organisation.engineers?;
    let (what, usually) = match stage {
        Stage::StartUp => ("a start-up", "buy everything and look for customers"),
        Stage::ScaleUp => (
            "a scale-up",
            "buy the foundation and build what sets them apart on top",
        ),
        Stage::Enterprise => (
            "an enterprise",
            "build selectively, once they have proved that they can",
        ),
    };
    let text = Phrase::new("With ")
        .then(say::engineers(engineers, from))
        .text(format!(" we are {what}. Such companies usually {usually}."));
    let text = match told.verdict {
        Verdict::DoNotProceed | Verdict::NotReady => text,
        verdict if stage::default(stage).contains(&verdict) => {
            text.text(" This answer does the same.")
        }
        verdict => text.text(" ").then(departs(told, stage, verdict)),
    };
    Some(finding("stage-default", text, [from.to_string()]))
}

/// Why a verdict departs from what is usual.
fn departs(told: &Told, stage: Stage, verdict: Verdict) -> Phrase {
    match (verdict, stage) {
        (Verdict::StopAndMigrate, _) => "This answer follows from a missed target instead.".into(),
        (Verdict::Build, _) => match super::verdict::by_questions(told.judgement) {
            true => "This answer is to build, because all five questions support it.",
            false => "This answer is to build, because an exception is granted.",
        }.into(),
        (Verdict::Hybrid, _) => Phrase::new("This answer also keeps what sets us apart: ")
            .then(say::names(told.apart(), "and"))
            .text("."),
        (_, Stage::ScaleUp) => "This answer is to buy only, because nothing is shown to set us apart, or keeping it would not pay.".into(),
        _ => "This answer is to buy, because an alternative covers the need.".into(),
    }
}

/// What the recommended option does to the months that a start-up's money lasts.
fn runway(told: &Told) -> Option<Finding> {
    let runway = told.finance.runway.as_ref()?;
    if told.judgement.stage != Some(Stage::StartUp) {
        return None;
    }
    let months = |months: f64, from: String| {
        Phrase::default().figure(say::house().months(months), months, from)
    };
    let stated = "/organisation/runway_months".to_string();
    let said = Phrase::new("Our money lasts ").then(months(runway.months, stated.clone()));
    let with = told.recommended_case().and_then(|(case, _)| {
        let mut options = runway.options.iter().enumerate();
        let (at, option) = options.find(|(_, option)| option.option == case.option)?;
        Some((case, at, option.months?))
    });
    let said = match with {
        Some((case, at, lasts)) => said
            .text(". With ")
            .name(told.option_name(case.kind, case.alternative))
            .text(" it lasts ")
            .then(months(
                lasts,
                format!("/finance/runway/options/{at}/months"),
            ))
            .text("."),
        None => said.text("."),
    };
    Some(finding("runway", said, [stated]))
}

/// With a hybrid, the question of upkeep is about the built part alone.
fn built_part(told: &Told) -> Option<Finding> {
    (told.verdict == Verdict::Hybrid).then(|| {
        let text = Phrase::new("The question of upkeep now concerns only the part that we build: ")
            .then(say::names(told.apart(), "and"))
            .text(".");
        finding("upkeep-of-built-part", text, ["/maintenance".to_string()])
    })
}

fn market_forces(told: &Told) -> Option<Finding> {
    let text = match told.decision.market_forces_vendors? {
        true => "Other customers make vendors build this anyway.",
        false => "No other customer makes vendors build this.",
    };
    Some(finding(
        "market-forces",
        text,
        ["/market_forces_vendors".to_string()],
    ))
}

/// Names alternatives of the market where the decision lists none.
fn not_assessed(told: &Told, market: &Market) -> Option<Finding> {
    let category = market.category(told.decision.category.as_deref()?)?;
    if !told.decision.alternatives.is_empty() {
        return None;
    }
    let sold = Phrase::new(say::capital(&category.name))
        .text(format!(" have been sold since {}. ", category.since));
    let text = sold.text("These were not assessed: ").then(say::names(
        category.alternatives.iter().map(String::as_str),
        "and",
    ));
    let text = match category.as_of {
        Some(day) => text.text(format!(" (known on {}).", say::date(day))),
        None => text.text("."),
    };
    Some(finding(
        "not-assessed",
        text,
        ["/category".to_string(), "/alternatives".to_string()],
    ))
}

/// Money already spent is shown and excluded.
fn sunk(told: &Told) -> Option<Finding> {
    let spent = told.decision.situation.spent.as_ref()?;
    let text = told
        .money(spent.likely, "/situation/spent")
        .text(" is spent whichever way we decide. It is not counted in any option.");
    Some(finding("sunk-cost", text, ["/situation/spent".to_string()]))
}

/// A finding.
pub(super) fn finding(
    id: &'static str,
    text: impl Into<Phrase>,
    from: impl IntoIterator<Item = String>,
) -> Finding {
    Finding {
        id,
        text: text.into(),
        from: from.into_iter().collect(),
    }
}
