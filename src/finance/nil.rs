//! What a sum needed, was not given, and counts as nil: listed, so that nobody mistakes an
//! unknown cost for one that does not arise.

use super::OptionKind;
use super::model::Model;
use super::stream::Stream;
use crate::decision::{Alternative, Build, Decision};

/// Collects places in the order of the format, each once.
#[derive(Default)]
struct Places(Vec<String>);

impl Places {
    fn unless(&mut self, given: bool, place: impl Into<String>) {
        let place = place.into();
        if !given && !self.0.contains(&place) {
            self.0.push(place);
        }
    }
}

/// JSON pointers of the amounts that count as nil, given the options that have figures.
pub(super) fn amounts<S: Stream>(decision: &Decision, model: &Model<S>) -> Vec<String> {
    let mut nil = Places::default();
    for (option, alternative) in priced(decision, model) {
        match (option, alternative) {
            (OptionKind::Build, _) => {
                if let Some(build) = &decision.build {
                    building(build, model.pays_people(0), &mut nil);
                }
            }
            (OptionKind::Buy, Some((at, bought))) => buying(at, bought, &mut nil),
            _ => {}
        }
    }
    let keeps = priced(decision, model).any(|(kind, _)| kind == OptionKind::Hybrid);
    if let (Some(build), true) = (&decision.build, keeps) {
        nil.unless(build.annual_value.is_some(), "/build/annual_value");
    }
    if model.options[model.baseline].unknown.is_none() {
        leaving(decision, model, &mut nil);
    }
    nil.0
}

fn building(build: &Build, pays_people: bool, nil: &mut Places) {
    nil.unless(build.one_off.is_some(), "/build/one_off");
    // People's cost can only be missing where lines stand for it: else there are no figures.
    let people = match build.engineers {
        Some(_) => "/money/cost_per_engineer",
        None => "/build/annual_people_cost",
    };
    nil.unless(pays_people, people);
    nil.unless(build.annual_other.is_some(), "/build/annual_other");
    nil.unless(build.annual_value.is_some(), "/build/annual_value");
}

fn buying(at: usize, bought: &Alternative, nil: &mut Places) {
    let priced = bought.annual_cost.is_some() || bought.per_seat.is_some();
    nil.unless(
        bought.one_off.is_some(),
        format!("/alternatives/{at}/one_off"),
    );
    nil.unless(priced, format!("/alternatives/{at}/annual_cost"));
    nil.unless(
        bought.exit_cost.is_some(),
        format!("/alternatives/{at}/exit_cost"),
    );
}

/// What every option set against the baseline may have to pay.
fn leaving<S: Stream>(decision: &Decision, model: &Model<S>, nil: &mut Places) {
    let base = &model.options[model.baseline];
    let others = model.options.iter().enumerate();
    let mut others =
        others.filter(|(at, option)| *at != model.baseline && option.unknown.is_none());
    if others.next().is_none() || base.kind != OptionKind::Build {
        return;
    }
    let Some(build) = &decision.build else {
        return;
    };
    nil.unless(build.exit_cost.is_some(), "/build/exit_cost");
    let employs = build
        .engineers
        .as_ref()
        .is_none_or(|engineers| engineers.likely > 0.0);
    nil.unless(
        decision.money.release_cost.is_some() || !employs,
        "/money/release_cost",
    );
    for (at, opportunity) in decision.opportunities.iter().enumerate() {
        nil.unless(
            opportunity.annual_value.is_some() || model.opportunities.ranked.is_empty() || !employs,
            format!("/opportunities/{at}/annual_value"),
        );
    }
}

/// JSON pointers of the growth rates and overlaps that count as none.
pub(super) fn rates<S: Stream>(decision: &Decision, model: &Model<S>) -> Vec<String> {
    let mut none = Places::default();
    let pays_people = (0..model.options.len())
        .any(|at| model.options[at].unknown.is_none() && model.pays_people(at));
    none.unless(
        decision.money.wage_growth.is_some() || !pays_people,
        "/money/wage_growth",
    );
    let base = &model.options[model.baseline];
    let runs = base.unknown.is_none() && !base.items.is_empty();
    for (kind, alternative) in priced(decision, model) {
        let (OptionKind::Buy, Some((at, bought))) = (kind, alternative) else {
            continue;
        };
        let place = |field: &str| format!("/alternatives/{at}/{field}");
        let by_seat = bought.per_seat.is_some();
        let by_price = by_seat || bought.annual_cost.is_some();
        none.unless(
            bought.price_escalator.is_some() || !by_price,
            place("price_escalator"),
        );
        none.unless(
            bought.seat_growth.is_some() || !by_seat,
            place("seat_growth"),
        );
        let is_baseline = base.alternative == Some(at);
        none.unless(
            bought.overlap_months.is_some() || is_baseline || !runs,
            place("overlap_months"),
        );
    }
    none.0
}

/// The options that have figures, with the alternative they rest on.
fn priced<'d, S: Stream>(
    decision: &'d Decision,
    model: &'d Model<S>,
) -> impl Iterator<Item = (OptionKind, Option<(usize, &'d Alternative)>)> {
    let options = model
        .options
        .iter()
        .filter(|option| option.unknown.is_none());
    options.map(|option| {
        let at = option.alternative;
        (
            option.kind,
            at.and_then(|at| Some((at, decision.alternatives.get(at)?))),
        )
    })
}
