//! Simulation, tornado and break-even against what can be known exactly.

use super::contenders::in_range;
use super::model::Model;
use super::published::{decision, developer_portal};
use super::simulate::DRAWS;
use super::tornado::Reach;
use super::{Finance, Terms, Triangular, assess};
use crate::decision::{Decision, FreedPeople};
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

const RANGES: &str = include_str!("../../tests/finance/ranges.json");

fn assessed(decision: &Decision) -> Finance {
    assess(decision, &Terms::default())
}

/// One estimated price against doing nothing, over one year at no discount: what the option is
/// worth is the price, negative, so every figure of its distribution is known.
fn one_estimate([low, likely, high]: [f64; 3]) -> Finance {
    assessed(&decision(&format!(
        r#"{{ "id": "one", "title": "One estimate", "as_of": "2026-01-01", "currency": "USD",
            "money": {{ "horizon_years": 1, "discount_rate": 0 }},
            "alternatives": [{{ "name": "It",
              "annual_cost": {{ "low": {low}, "likely": {likely}, "high": {high} }} }}] }}"#
    )))
}

/// Height of the triangular density.
fn density([low, likely, high]: [f64; 3], at: f64) -> f64 {
    let span = high - low;
    if at < likely {
        2.0 * (at - low) / (span * (likely - low))
    } else {
        2.0 * (high - at) / (span * (high - likely))
    }
}

#[test]
fn simulated_quantiles_are_within_three_standard_errors() {
    // The first is the published example: quantiles 16.325, 25.505 and 39.046, mean 26.667.
    for estimate in [
        [10.0, 20.0, 50.0],
        [0.0, 1.0, 100.0],
        [5.0, 90.0, 91.0],
        [150e3, 180e3, 220e3],
        [1e9, 2e9, 3e9],
        [0.0, 0.5, 1.0],
    ] {
        let finance = one_estimate(estimate);
        let case = &finance.cases[0];
        let [low, likely, high] = estimate;
        let exact = Triangular::new(low, likely, high);
        for (found, share) in [(case.p10, 0.1), (case.p50, 0.5), (case.p90, 0.9)] {
            // The tenth percentile of what it is worth is the ninetieth of what it costs.
            let expected = exact.quantile(1.0 - share);
            let error = (share * (1.0 - share) / DRAWS as f64).sqrt() / density(estimate, expected);
            let found = -found.expect("it is simulated");
            assert!(
                (found - expected).abs() <= 3.0 * error,
                "{found} is not {expected} ± {error}"
            );
        }
        let variance =
            (low * low + likely * likely + high * high - low * likely - low * high - likely * high)
                / 18.0;
        let mean = -case.mean.expect("it is simulated");
        let error = (variance / DRAWS as f64).sqrt();
        assert!((mean - (low + likely + high) / 3.0).abs() <= 3.0 * error);
        assert_eq!(case.chance_better, Some(0.0));
    }
}

/// The same price against a line of benefit: the chance to gain is the share of prices below it.
#[test]
fn the_chance_to_gain_is_the_share_below_break_even() {
    let finance = assessed(&decision(
        r#"{ "id": "one", "title": "One estimate", "as_of": "2026-01-01", "currency": "USD",
            "money": { "horizon_years": 1, "discount_rate": 0 },
            "alternatives": [{ "name": "It",
              "annual_cost": { "low": 10, "likely": 20, "high": 50 },
              "lines": [{ "name": "Gain", "kind": "benefit", "amounts": [0, 20] }] }] }"#,
    ));
    let found = finance.cases[0].chance_better.expect("it is simulated");
    let error = (0.25 * 0.75 / DRAWS as f64).sqrt();
    assert!((found - 0.25).abs() <= 3.0 * error, "{found}");
    // No bin mixes gain and loss, so those above nil are the draws that gain.
    let bins = &finance.cases[0].histogram;
    let above: usize = bins
        .iter()
        .filter(|bin| bin.low >= 0.0)
        .map(|bin| bin.count)
        .sum();
    assert_eq!(above as f64 / DRAWS as f64, found);
}

#[test]
fn the_same_decision_has_the_same_draws_on_every_thread() {
    let alone = assessed(&decision(RANGES));
    let simulation = alone.simulation.as_ref().expect("it has ranges");
    assert_eq!(simulation.draws, DRAWS);
    let beside: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(|| assessed(&decision(RANGES))))
        .collect();
    for other in beside {
        assert_eq!(other.join().expect("no panic"), alone);
    }
    // Words do not move the draws; numbers do.
    let mut reworded = decision(RANGES);
    reworded.title = "Other words".into();
    assert_eq!(assessed(&reworded), alone);
    let mut recounted = decision(RANGES);
    recounted.organisation.engineers = Some(41.0);
    assert_ne!(assessed(&recounted).simulation, alone.simulation);
}

#[test]
fn without_ranges_nothing_is_drawn() {
    let finance = assessed(&developer_portal());
    assert_eq!(finance.simulation, None);
    for case in &finance.cases {
        assert_eq!(case.chance_reason.as_deref(), Some("no figure has a range"));
        assert!(case.histogram.is_empty() && case.mean.is_none());
    }
    let ranges = assessed(&decision(RANGES));
    assert!(ranges.cases.iter().any(|case| case.chance_better.is_some()));
}

/// Opportunities that no draw can reach are left out of a simulation; that changes no result.
#[test]
fn opportunities_out_of_reach_do_not_matter() {
    let mut chance = Pcg64Mcg::seed_from_u64(1);
    let mut number = |most: u64| (chance.next_u64() % most) as f64;
    for _ in 0..40 {
        let opportunities: Vec<String> = (0..30)
            .map(|at| {
                let (likely, spread) = (number(1_000) + 100.0, number(90));
                let engineers = match number(3) {
                    0.0 => String::new(),
                    _ => format!(r#", "engineers": {}"#, number(30)),
                };
                format!(
                    r#"{{ "name": "{at}", "annual_value": {{ "low": {}, "likely": {likely}, "high": {} }} {engineers} }}"#,
                    likely - spread,
                    likely + spread
                )
            })
            .collect();
        let decision = decision(&format!(
            r#"{{ "id": "many", "title": "Many", "as_of": "2026-01-01", "currency": "USD",
                "build": {{ "engineers": {{ "low": 4, "likely": 6, "high": 9 }}, "annual_people_cost": 900 }},
                "opportunities": [{}] }}"#,
            opportunities.join(",")
        ));
        let all = Model::<f64>::new(&decision, &Terms::default());
        assert_eq!(
            Reach::of(&all).tornado(1, FreedPeople::Redeployed),
            Reach::of_all(&all).tornado(1, FreedPeople::Redeployed)
        );
        let mut few = all.clone();
        few.keep_contenders(in_range, false);
        assert!(few.opportunities.ranked.len() < all.opportunities.ranked.len());
        let mut points = [all.likely(), few.likely()];
        for _ in 0..50 {
            for (at, input) in all.inputs.iter().enumerate() {
                let (low, high) = in_range(input);
                let value = low + (high - low) * number(1_001) / 1_000.0;
                points.iter_mut().for_each(|point| point.values[at] = value);
            }
            let [wide, narrow] = &mut points;
            wide.rank(&all.opportunities);
            narrow.rank(&few.opportunities);
            let run = |model: &Model<f64>, point| {
                let base = model.totals(model.baseline, &wide.values);
                model
                    .case(1, model.baseline, &base, point)
                    .and_then(|run| run.redeployed)
            };
            let (wide_run, narrow_run) = (run(&all, wide), run(&few, narrow));
            let (wide_run, narrow_run) = (
                wide_run.expect("it is freed"),
                narrow_run.expect("it is freed"),
            );
            assert!(
                (wide_run - narrow_run).abs() < 1e-6,
                "{wide_run} {narrow_run}"
            );
        }
    }
}

/// Each of three can become the best if it alone moves by a fifth; a fourth cannot.
#[test]
fn an_opportunity_not_taken_up_has_a_bar_if_it_could_be() {
    let values = [100, 90, 85, 80].map(|value| {
        format!(r#"{{ "name": "{value}", "annual_value": {value}, "engineers": 16 }}"#)
    });
    let finance = assessed(&decision(&format!(
        r#"{{ "id": "four", "title": "Four", "as_of": "2026-01-01", "currency": "USD",
            "money": {{ "horizon_years": 1, "discount_rate": 0 }},
            "build": {{ "engineers": 8, "annual_people_cost": 900 }},
            "opportunities": [{}] }}"#,
        values.join(",")
    )));
    let bars = finance.cases[0].tornado.iter();
    let bars = bars.filter(|bar| bar.field.starts_with("/opportunities"));
    let found: Vec<(&str, f64)> = bars.map(|bar| (bar.field.as_str(), bar.swing)).collect();
    // Half of each, against the best of the others: 120 − 90, 108 − 100 and 102 − 100; 96 stays
    // below 100.
    assert_eq!(
        found,
        [
            ("/opportunities/0/annual_value", 15.0),
            ("/opportunities/1/annual_value", 4.0),
            ("/opportunities/2/annual_value", 1.0),
        ]
    );
}

#[test]
fn a_tornado_is_sorted_and_says_what_it_assumed() {
    let finance = assessed(&developer_portal());
    let bars = &finance.cases[0].tornado;
    let fields: Vec<&str> = bars.iter().map(|bar| bar.field.as_str()).collect();
    // Redeployed, people cost the same on both sides, and only the best opportunity is taken up.
    assert_eq!(
        fields,
        [
            "/opportunities/0/annual_value",
            "/alternatives/0/annual_cost"
        ]
    );
    assert!(
        bars.iter()
            .all(|bar| bar.assumed_range && !bar.crosses_zero)
    );
    let price = &bars[1];
    assert_eq!((price.low, price.high), (144_000.0, 216_000.0));
    // 36,000 either way, three years at 10 %: 2.486852.
    assert!((price.swing - 72_000.0 * 2.486_851_990_984).abs() < 0.01);

    let finance = assessed(&decision(RANGES));
    for case in &finance.cases {
        assert!(
            case.tornado
                .is_sorted_by(|one, next| one.swing >= next.swing)
        );
    }
    let bars = &finance.cases[0].tornado;
    let seats = bars.iter().find(|bar| bar.field == "/alternatives/0/seats");
    let seats = seats.expect("seats move the result");
    let exact = Triangular::new(150.0, 200.0, 320.0);
    assert!(!seats.assumed_range);
    assert_eq!(
        (seats.low, seats.high),
        (exact.quantile(0.1), exact.quantile(0.9))
    );
}

/// At the break-even point the case is worth nothing.
#[test]
fn break_even_points_break_even() {
    let portal = developer_portal();
    let finance = assessed(&portal);
    let released = finance.cases[0]
        .break_even
        .as_ref()
        .expect("it has figures");
    // Against 1.5 million a year, a price of 1.5 million.
    assert!((released.price.expect("a price") - 1_500_000.0).abs() < 1e-3);
    assert!((released.build_value.expect("a value") - 1_320_000.0).abs() < 1e-3);
    assert_eq!(
        released.seats_reason.as_deref(),
        Some("it is not priced by the seat")
    );

    let ranges = decision(RANGES);
    let finance = assessed(&ranges);
    let at = finance.cases[0]
        .break_even
        .as_ref()
        .expect("it has figures");
    let worth = |change: &dyn Fn(&mut Decision)| {
        let mut changed = ranges.clone();
        change(&mut changed);
        assessed(&changed).cases[0].npv.expect("it has figures")
    };
    let exactly = |value: Option<f64>| crate::decision::Figure::exactly(value.expect("it exists"));
    for left in [
        worth(&|d| d.alternatives[0].per_seat = Some(exactly(at.price))),
        worth(&|d| d.alternatives[0].seats = Some(exactly(at.seats))),
        worth(&|d| {
            d.build
                .iter_mut()
                .for_each(|b| b.annual_value = Some(exactly(at.build_value)))
        }),
    ] {
        assert!(left.abs() < 1e-3, "{left}");
    }
    let hybrid = finance
        .cases
        .iter()
        .find(|case| case.option.ends_with("our own"));
    let hybrid = hybrid
        .and_then(|case| case.break_even.as_ref())
        .expect("a hybrid");
    assert_eq!(
        hybrid.build_value_reason.as_deref(),
        Some("what building earns counts on both sides alike")
    );
}
