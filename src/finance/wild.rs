//! Wild but legal decisions: whatever the format accepts gives sensible figures or a reason.

use super::published::decision;
use super::stream::LONGEST;
use super::{Finance, Terms, assess, npv, outlook};
use crate::decision::{Figure, FreedPeople, Opportunity};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

/// An amount from nothing to the largest that is legal, stated, estimated or not known.
fn amount() -> impl Strategy<Value = Json> {
    let sizes = || select(vec![0.0, 0.01, 1.0, 950.5, 187_500.0, 4e6, 1e12, 1e15]);
    prop_oneof![
        2 => Just(Json::Null),
        3 => sizes().prop_map(|value| json!(value)),
        1 => [sizes(), sizes(), sizes()].prop_map(|mut three| {
            three.sort_by(f64::total_cmp);
            json!({ "low": three[0], "likely": three[1], "high": three[2] })
        }),
    ]
}

fn number(values: &'static [f64]) -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        select(values).prop_map(|value| json!(value))
    ]
}

const PEOPLE: &[f64] = &[0.0, 0.25, 1.0, 8.0, 1e6];
const SHARES: &[f64] = &[0.0, 0.2, 1.0];
const GROWTH: &[f64] = &[-0.5, 0.0, 0.03, 1.0];

fn ramp() -> impl Strategy<Value = Json> {
    prop::collection::vec(select(SHARES), 0..4).prop_map(|ramp| json!(ramp))
}

fn lines(years: usize) -> impl Strategy<Value = Json> {
    let amounts = prop::collection::vec(select(vec![0.0, 7.5, 3e5, 1e12]), years + 1);
    let line = (amounts, select(vec!["cost", "benefit"]), select(SHARES)).prop_map(
        |(amounts, kind, risk)| json!({ "name": "L", "kind": kind, "amounts": amounts, "risk": risk }),
    );
    prop::collection::vec(line, 0..3).prop_map(|lines| json!(lines))
}

fn build(years: usize) -> impl Strategy<Value = Json> {
    let figures = [amount(), amount(), amount(), amount(), amount()];
    (number(PEOPLE), figures, ramp(), lines(years)).prop_map(
        |(engineers, [people, one_off, other, value, exit], ramp, lines)| {
            json!({ "engineers": engineers, "annual_people_cost": people, "one_off": one_off,
                "annual_other": other, "annual_value": value, "exit_cost": exit, "ramp": ramp,
                "lines": lines })
        },
    )
}

fn alternative(years: usize) -> impl Strategy<Value = Json> {
    let figures = [amount(), amount(), amount()];
    let months = number(&[0.0, 4.0, 12.0]);
    (
        figures,
        number(PEOPLE),
        months,
        number(GROWTH),
        any::<bool>(),
        lines(years),
    )
        .prop_map(
            |([price, one_off, exit], engineers, overlap, growth, by_seat, lines)| {
                let mut one = json!({ "name": "Vendor", "one_off": one_off, "exit_cost": exit,
                "engineers": engineers, "overlap_months": overlap, "price_escalator": growth,
                "lines": lines });
                if by_seat && !price.is_null() {
                    one["per_seat"] = price;
                    one["seats"] = json!(300);
                    one["seat_growth"] = growth.clone();
                } else {
                    one["annual_cost"] = price;
                }
                one
            },
        )
}

fn opportunity() -> impl Strategy<Value = Json> {
    (
        amount(),
        number(PEOPLE),
        number(SHARES),
        number(SHARES),
        ramp(),
    )
        .prop_map(|(value, engineers, margin, likelihood, ramp)| {
            json!({ "name": "O", "annual_value": value, "engineers": engineers, "margin": margin,
                "likelihood": likelihood, "ramp": ramp })
        })
}

fn wild() -> impl Strategy<Value = Json> {
    (1..=LONGEST).prop_flat_map(|years| {
        let money = (
            number(&[0.0, 0.1, 1.0]),
            number(GROWTH),
            [amount(), amount()],
            select(vec![Json::Null, json!("nothing"), json!("released"), json!("redeployed")]),
        );
        let opportunities = prop::collection::vec(opportunity(), 0..4);
        (build(years), alternative(years), money, opportunities, any::<bool>(), number(&[0.0, 9.0, 60.0]))
            .prop_map(move |(build, alternative, money, opportunities, builds, runway)| {
                let (rate, wages, [engineer, release], word) = money;
                let mut all = json!({
                    "id": "wild", "title": "Wild", "as_of": "2026-01-01", "currency": "JPY",
                    "organisation": { "engineers": 30, "runway_months": runway },
                    "components": [{ "name": "It", "hard_to_replicate": true, "matters_to_customers": true }],
                    "alternatives": [alternative], "opportunities": opportunities,
                    "money": { "horizon_years": years, "discount_rate": rate, "wage_growth": wages,
                        "cost_per_engineer": engineer, "release_cost": release }
                });
                match word.as_str() {
                    Some("nothing") => all["money"]["baseline"] = word,
                    Some(_) => all["money"]["freed_people"] = word,
                    None => {}
                }
                if builds {
                    all["build"] = build;
                }
                all
            })
    })
}

/// Every number is one, and none is a negative nil.
#[track_caller]
fn is_clean(json: &Json) {
    match json {
        Json::Number(number) => {
            let value = number.as_f64().expect("numbers are finite");
            assert!(value.is_finite() && !(value == 0.0 && value.is_sign_negative()));
        }
        Json::Array(items) => items.iter().for_each(is_clean),
        Json::Object(fields) => fields.values().for_each(is_clean),
        _ => {}
    }
}

/// A figure exists, or its reason does; never both, never neither.
#[track_caller]
fn has_reason(figure: Option<f64>, reason: &Option<String>) {
    assert!(
        figure.is_some() != reason.is_some(),
        "{figure:?} {reason:?}"
    );
    assert!(reason.as_ref().is_none_or(|reason| !reason.is_empty()));
}

#[track_caller]
fn is_near(found: f64, wanted: f64, largest: f64) {
    assert!(
        (found - wanted).abs() <= 1e-9 * largest.max(1.0),
        "{found} is not {wanted}"
    );
}

/// What holds of any finance.
fn holds(finance: &Finance) {
    // A number that is none would become `null` in JSON; the comparison shows it.
    let json = serde_json::to_value(finance).expect("the finance is JSON");
    is_clean(&json);
    for option in &finance.options {
        assert_eq!(option.costs.is_some(), option.reason.is_none());
        let (Some(costs), Some(benefits)) = (&option.costs, &option.benefits) else {
            continue;
        };
        for (year, (cost, benefit)) in costs.iter().zip(benefits).enumerate() {
            let of = |benefits: bool| -> f64 {
                let lines = option.lines.iter().filter(|line| line.benefit == benefits);
                lines.map(|line| line.amounts[year]).sum()
            };
            is_near(of(false), *cost, *cost);
            is_near(of(true), *benefit, *benefit);
        }
        let pv: f64 = costs.iter().sum();
        is_near(
            option.pv_costs.unwrap_or(f64::NAN),
            npv(costs, finance.discount_rate),
            pv,
        );
    }
    for case in &finance.cases {
        has_reason(case.npv, &case.npv_reason);
        has_reason(case.roi, &case.roi_reason);
        has_reason(case.payback_months, &case.payback_reason);
        has_reason(
            case.discounted_payback_months,
            &case.discounted_payback_reason,
        );
        has_reason(case.irr, &case.irr_reason);
        has_reason(case.annual_saving, &case.annual_saving_reason);
        has_reason(case.engineers_freed, &case.engineers_freed_reason);
        has_reason(case.opportunity_annual, &case.opportunity_reason);
        has_reason(case.npv_redeployed, &case.npv_redeployed_reason);
        has_reason(case.chance_better, &case.chance_reason);
        assert_eq!(case.mean.is_some(), case.chance_better.is_some());
        // Large amounts on both sides take with them what is lost in their rounding.
        let sides = finance
            .options
            .iter()
            .filter(|option| option.name == case.option || option.name == case.against);
        let amounts = sides
            .flat_map(|side| [side.total_cost, side.pv_benefits])
            .flatten();
        let largest: f64 = amounts.chain(case.opportunity_annual).map(f64::abs).sum();
        for (worth, flows) in [
            (case.npv, &case.flows),
            (case.npv_redeployed, &case.flows_redeployed),
        ] {
            assert_eq!(worth.is_some(), flows.is_some());
            if let (Some(worth), Some(flows)) = (worth, flows) {
                is_near(
                    npv(flows, finance.discount_rate),
                    worth,
                    largest + worth.abs(),
                );
            }
        }
        if let (Some(p10), Some(p50), Some(p90)) = (case.p10, case.p50, case.p90) {
            assert!(p10 <= p50 && p50 <= p90);
            let drawn: usize = case.histogram.iter().map(|bin| bin.count).sum();
            assert_eq!(drawn, super::DRAWS);
            assert!(case.histogram.len() <= 24);
        }
        assert!(case.tornado.iter().all(|bar| bar.swing > 0.0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_legal_decision_has_figures_or_reasons(json in wild()) {
        let decision = decision(&json.to_string());
        let finance = assess(&decision, &Terms::default());
        holds(&finance);
        let outlook = outlook(&decision, &Terms::default());
        for (value, case) in outlook.cases.iter().zip(&finance.cases) {
            prop_assert_eq!(value.npv, case.npv);
            prop_assert_eq!(value.npv_redeployed, case.npv_redeployed);
        }
    }
}

fn with(fields: Json) -> Finance {
    let mut all =
        json!({ "id": "wild", "title": "Wild", "as_of": "2026-01-01", "currency": "USD" });
    for (name, field) in fields.as_object().expect("fields") {
        all[name] = field.clone();
    }
    let finance = assess(&decision(&all.to_string()), &Terms::default());
    holds(&finance);
    finance
}

#[test]
fn nobody_freed_means_no_redeployment() {
    let finance = with(json!({
        "money": { "cost_per_engineer": 1e5 },
        "build": { "engineers": 0, "annual_other": 5e4 },
        "alternatives": [{ "name": "It", "annual_cost": 2e4 }],
        "opportunities": [{ "name": "New", "annual_value": 1e6 }]
    }));
    let bought = &finance.cases[0];
    assert_eq!(bought.engineers_freed, Some(0.0));
    assert_eq!(bought.annual_saving, Some(30_000.0));
    assert_eq!(
        (bought.opportunity_annual, bought.npv_redeployed),
        (None, None)
    );
    assert_eq!(
        bought.npv_redeployed_reason.as_deref(),
        Some("nobody is freed")
    );
    assert_eq!(bought.reading, FreedPeople::Released);
}

#[test]
fn a_hundred_thousand_opportunities_are_filled_best_first() {
    let mut many = decision(
        r#"{ "id": "many", "title": "Many", "as_of": "2026-01-01", "currency": "USD",
            "build": { "engineers": 8,
              "annual_people_cost": { "low": 1e6, "likely": 1.5e6, "high": 2e6 } },
            "alternatives": [{ "name": "It", "annual_cost": 18e4 }],
            "opportunities": [{ "name": "One", "annual_value": 0, "engineers": 3 }] }"#,
    );
    let one = many.opportunities.remove(0);
    many.opportunities = (0..100_000)
        .map(|at| Opportunity {
            annual_value: Some(Figure::exactly(f64::from(at))),
            ..one.clone()
        })
        .collect();
    let finance = assess(&many, &Terms::default());
    holds(&finance);
    let bought = &finance.cases[0];
    let taken = bought.opportunities.iter().map(|o| (o.index, o.engineers));
    let taken: Vec<(usize, f64)> = taken.collect();
    assert_eq!(taken, [(99_999, 3.0), (99_998, 3.0), (99_997, 2.0)]);
    let earned = 99_999.0 + 99_998.0 + 99_997.0 * 2.0 / 3.0;
    is_near(bought.opportunity_annual.unwrap_or(0.0), earned, earned);
    assert!(bought.chance_better.is_some());
}

#[test]
fn costs_alone_and_benefits_alone_have_reasons() {
    let line = |kind| json!({ "name": "It", "lines": [{ "name": "L", "kind": kind, "amounts": [10, 5, 5, 5] }] });
    let costs = with(json!({ "alternatives": [line("cost")] }));
    assert_eq!(
        costs.cases[0].irr_reason.as_deref(),
        Some("nothing comes back")
    );
    assert_eq!(costs.cases[0].roi, Some(-1.0));
    assert_eq!(
        costs.cases[0].payback_reason.as_deref(),
        Some("it does not pay back within 3\u{a0}years")
    );
    let benefits = with(json!({ "alternatives": [line("benefit")] }));
    assert_eq!(benefits.cases[0].payback_months, Some(0.0));
    assert!(benefits.cases[0].roi_reason.is_some() && benefits.cases[0].irr_reason.is_some());
}
