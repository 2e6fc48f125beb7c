//! Open questions as one would ask them of a person.

use super::{Gap, What};
use crate::evaluate::ai;
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::market::Market;
use crate::phrase::Phrase;

/// The question.
pub(super) fn question(told: &Told, gap: &Gap, market: &Market) -> Phrase {
    let decision = told.decision;
    let about = |before: &str, name: &str, after: &str| Phrase::new(before).name(name).text(after);
    let alternative = |at: usize| decision.alternatives[at].name.as_str();
    let component = |at: usize| decision.components[at].name.as_str();
    let metric = |at: usize| decision.success.metrics[at].name.as_str();
    let need = |at: usize| decision.exceptions.unique_requirements[at].need.as_str();
    match gap.what {
        What::Proven(at) => about("Who runs ", alternative(at), " at our scale, and for how long?"),
        What::Fit(at) => about("How much of what we need does ", alternative(at), " cover?"),
        What::Price(at) => about("What would ", alternative(at), " cost a year?"),
        What::OwnEngineers(at) => about(
            "How many engineers would keep building on top of ",
            alternative(at),
            "?",
        ),
        What::Alternatives => alternatives(told, market),
        What::Replicate(at) => about("Would a competitor find this hard to copy: ", component(at), "?"),
        What::Matters(at) => about("Would a customer notice or pay for this: ", component(at), "?"),
        What::Components => "Which parts does it consist of, and which of them set us apart?".into(),
        What::Build => "What does building it, or keeping what we have, cost a year in people and money?".into(),
        What::BuildPeople => "How many engineers does building take, and what do they cost a year?".into(),
        What::EngineerCost => "What does an engineer cost a year, everything included?".into(),
        What::BuildValue => "What would the thing we build earn a year?".into(),
        What::Opportunities => "What would these engineers work on instead, and what would that be worth a year?".into(),
        What::OpportunityValue(at) => about("What would this be worth a year: ", &decision.opportunities[at].name, "?"),
        What::Today => "What serves the need today: nothing, something we built, or something we bought?".into(),
        What::Metrics => "How will we know that it succeeded: which measure, which target, by when, and who answers for it?".into(),
        What::Target(at) => about("Which value must be reached: ", metric(at), "?"),
        What::Due(at) => about("By when must the target be reached: ", metric(at), "?"),
        What::Owner(at) => about("Who answers for it: ", metric(at), "?"),
        What::Actual(at) => about("What was measured when the deadline passed: ", metric(at), "?"),
        What::Committed => "Will those who decide commit to a rule that ends the work if it fails?".into(),
        What::Survives(at) => ask_stress(at).into(),
        What::Planned => "How many engineers are planned to keep it running?".into(),
        What::Needed => "How many engineers does it take to keep it running?".into(),
        What::Plan => "Who keeps it running in the third year, and with what plan?".into(),
        What::Budget => "Is there a budget for it beyond this year?".into(),
        What::Sponsor => "Which executive stands behind it?".into(),
        What::Dedicated => "Does it have a team of its own?".into(),
        What::CareerPaths => "Do the people who run it have a career in it?".into(),
        What::Engineers => "How many engineers do we have?".into(),
        What::Voluntary => "May our teams choose not to use it?".into(),
        What::Adoption => "Of the engineers who could use it, how many choose to?".into(),
        What::VendorAnswer(at) => about("What do vendors say when they are asked for this: ", need(at), "?"),
        What::VendorsAsked(at) => about("Which vendors were asked for this: ", need(at), "?"),
        What::Why(at) => about("Why can no vendor meet this, in a sentence a board would accept: ", need(at), "?"),
        What::PropertyClaimed => "Do we claim that the platform is strategic property?".into(),
        What::Moat => "What keeps others from having the same platform?".into(),
        What::MoatEvidence => "What shows that others could not have the same platform?".into(),
        What::MarketForces => "Would other customers make vendors build this anyway?".into(),
        What::Ai(at) => about(
            "Would ",
            &told.alternative().map_or_else(|| "what we build".to_string(), str::to_string),
            &format!(" cover {}?", ai::needs(decision)[at].says),
        ),
    }
}

fn ask_stress(at: usize) -> &'static str {
    match at {
        0 => "Would it go on if the key engineers left?",
        1 => "Would it still be funded if priorities shifted?",
        2 => "Could it follow if the technology moved on?",
        _ => "Would it go on if its team were given other work?",
    }
}

/// Asks for alternatives, naming those of the market that were not assessed.
fn alternatives(told: &Told, market: &Market) -> Phrase {
    let category = told
        .decision
        .category
        .as_deref()
        .and_then(|key| market.category(key));
    match category {
        Some(category) => Phrase::new("Has anybody assessed what can be bought, such as ")
            .then(say::names(
                category.alternatives.iter().map(String::as_str),
                "or",
            ))
            .text("?"),
        None => {
            "What could be bought instead, how much of the need would it cover, and at what price?"
                .into()
        }
    }
}
