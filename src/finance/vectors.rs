//! The money model against numbers that were not made by it: cash flows put to independent
//! libraries (`tests/finance/vectors.py`), and random decisions reckoned year by year from the
//! format's page by another program (`tests/finance/reference.py`).

use super::published::decision;
use super::stream::{Calendar, Stream};
use super::{Case, Irr, Terms, assess, irr, npv};
use serde_json::Value as Json;

const VECTORS: &str = include_str!("../../tests/finance/vectors.csv");
const REFERENCE: &str = include_str!("../../tests/finance/reference.jsonl");

/// Present values to a billionth of the largest flow, rates of return to a millionth.
#[test]
fn random_cash_flows_agree_with_independent_libraries() {
    let (mut flows_seen, mut rates_seen) = (0, 0);
    for line in VECTORS.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |cell: &str| cell.parse::<f64>().expect("vectors hold numbers");
        let flows: Vec<f64> = cells[3].split(' ').map(number).collect();
        let largest = flows
            .iter()
            .fold(0.0_f64, |most, flow| most.max(flow.abs()));
        let (rate, expected) = (number(cells[0]), number(cells[1]));
        let calendar = Calendar::new(flows.len() - 1, rate);
        for found in [npv(&flows, rate), f64::of(&calendar, |year| flows[year])] {
            assert!(
                (found - expected).abs() <= 1e-9 * largest,
                "{found}: {line}"
            );
        }
        flows_seen += 1;
        if !cells[2].is_empty() {
            let expected = number(cells[2]);
            match irr(&flows) {
                Irr::Rate(found) if (found - expected).abs() <= 1e-6 => rates_seen += 1,
                other => panic!("{other:?}: {line}"),
            }
        }
    }
    assert_eq!((flows_seen, rates_seen), (2_000, 1_169));
}

/// Every case of every decision, to a billionth.
#[test]
fn random_decisions_agree_with_another_program() {
    let terms = Terms::default();
    let mut seen = 0;
    for line in REFERENCE.lines() {
        let reference: Json = serde_json::from_str(line).expect("the reference is JSON");
        let finance = assess(&decision(&reference["decision"].to_string()), &terms);
        let expected = reference["cases"].as_array().expect("a list of cases");
        assert_eq!(finance.cases.len(), expected.len());
        for (case, expected) in finance.cases.iter().zip(expected) {
            same(case, expected);
            seen += 1;
        }
    }
    assert!(seen > 900, "{seen}");
}

#[track_caller]
fn same(case: &Case, expected: &Json) {
    assert_eq!(Some(case.option.as_str()), expected["option"].as_str());
    assert_eq!(Some(case.against.as_str()), expected["against"].as_str());
    for (key, found) in [
        ("npv", case.npv),
        ("roi", case.roi),
        ("annual_saving", case.annual_saving),
        ("engineers_freed", case.engineers_freed),
        ("npv_redeployed", case.npv_redeployed),
    ] {
        let wanted = expected[key].as_f64();
        let near = match (found, wanted) {
            (Some(found), Some(wanted)) => (found - wanted).abs() <= 1e-9 * wanted.abs().max(1e6),
            (found, wanted) => found == wanted,
        };
        assert!(
            near,
            "{key}: {found:?} is not {wanted:?}\n{case:#?}\n{expected}"
        );
    }
    if case.npv_redeployed.is_some() {
        let (found, wanted) = (
            case.opportunity_annual,
            expected["opportunity_annual"].as_f64(),
        );
        let (Some(found), Some(wanted)) = (found, wanted) else {
            panic!("no yearly opportunity in {expected}");
        };
        assert!(
            (found - wanted).abs() <= 1e-9 * wanted.max(1e6),
            "{expected}"
        );
    }
}
