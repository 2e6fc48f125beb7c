//! The money model against numbers that others published: the format's own worked examples and a
//! total economic impact study.

use super::{Case, Finance, OptionKind, Terms, assess, outlook};
use crate::decision::{Decision, FreedPeople, Source};

const DEVELOPER_PORTAL: &str = include_str!("../../tests/finance/developer-portal.json");
const PORTAL_EXIT: &str = include_str!("../../tests/finance/portal-exit.json");
const PUBLISHED_TEI: &str = include_str!("../../tests/finance/published-tei.json");

/// The decision that a JSON text holds.
#[track_caller]
pub(super) fn decision(text: &str) -> Decision {
    let source = Source::new("decision.json", text);
    match Decision::from_source(&source) {
        Ok(decision) => decision,
        Err(faults) => panic!("{faults:#?}"),
    }
}

/// The decision about the developer portal.
pub(super) fn developer_portal() -> Decision {
    decision(DEVELOPER_PORTAL)
}

fn money(text: &str) -> Finance {
    assess(&decision(text), &Terms::default())
}

#[track_caller]
fn is(found: Option<f64>, published: f64, within: f64) {
    let found = found.expect("the figure exists");
    assert!(
        (found - published).abs() <= within,
        "{found} is not {published}"
    );
}

fn case(finance: &Finance, kind: OptionKind) -> &Case {
    let found = finance.cases.iter().find(|case| case.kind == kind);
    found.expect("the case exists")
}

/// "What the money fields mean", decision format: the developer portal, bought.
#[test]
fn developer_portal_bought() {
    let finance = money(DEVELOPER_PORTAL);
    let bought = case(&finance, OptionKind::Buy);
    is(bought.annual_saving, 1_320_000.0, 0.0);
    is(bought.npv, 3_282_644.63, 0.005);
    is(bought.roi, 7.333, 0.0005);
    is(bought.engineers_freed, 8.0, 0.0);
    is(bought.opportunity_annual, 4_000_000.0, 0.0);
    assert_eq!(bought.opportunity_is_gross, Some(true));
    is(bought.npv_redeployed, 9_499_774.61, 0.005);
    is(bought.payback_months, 0.0, 0.0);
    assert_eq!(bought.irr, None);
    assert_eq!(
        bought.irr_reason.as_deref(),
        Some("there is no outlay to earn a return on")
    );
}

/// "What the money fields mean", decision format: the developer portal, hybrid.
#[test]
fn developer_portal_hybrid() {
    let finance = money(DEVELOPER_PORTAL);
    let hybrid = case(&finance, OptionKind::Hybrid);
    assert_eq!(hybrid.option, "Managed Backstage and our own");
    is(hybrid.annual_saving, 945_000.0, 0.0);
    is(hybrid.npv, 2_350_075.13, 0.005);
    is(hybrid.roi, 1.703, 0.0005);
    is(hybrid.engineers_freed, 6.0, 0.0);
    is(hybrid.opportunity_annual, 3_000_000.0, 0.0);
    is(hybrid.npv_redeployed, 7_012_922.61, 0.005);
    is(hybrid.payback_months, 0.0, 0.0);
    assert_eq!(hybrid.irr, None);
    assert_eq!(finance.headline, FreedPeople::Redeployed);
    assert_eq!(hybrid.reading, FreedPeople::Redeployed);
}

/// The output example of the decision format.
#[test]
fn developer_portal_options() {
    let finance = money(DEVELOPER_PORTAL);
    let names: Vec<&str> = finance.options.iter().map(|o| o.name.as_str()).collect();
    let expected = [
        "Build",
        "Managed Backstage",
        "Managed Backstage and our own",
        "Nothing",
    ];
    assert_eq!(names, expected);
    let build = &finance.options[0];
    assert_eq!(build.costs, Some(vec![0.0, 1.5e6, 1.5e6, 1.5e6]));
    assert_eq!(build.benefits, Some(vec![0.0; 4]));
    is(build.pv_costs, 3_730_277.99, 0.005);
    is(build.pv_benefits, 0.0, 0.0);
    assert_eq!(
        finance.assumed_nil,
        [
            "/build/one_off",
            "/build/annual_other",
            "/build/annual_value",
            "/alternatives/0/one_off",
            "/alternatives/0/exit_cost",
            "/build/exit_cost",
            "/money/release_cost",
        ]
    );
    assert_eq!(
        finance.assumed_none,
        [
            "/money/wage_growth",
            "/alternatives/0/price_escalator",
            "/alternatives/0/overlap_months",
        ]
    );
}

/// The risk-adjusted table of a Total Economic Impact study (SalesLoft, Forrester): net present
/// value 5,496,170, return 329 %, payback in less than six months.
#[test]
fn total_economic_impact() {
    let finance = money(PUBLISHED_TEI);
    let bought = case(&finance, OptionKind::Buy);
    assert_eq!(bought.against, "Nothing");
    is(bought.npv, 5_496_170.0, 1.0);
    is(bought.roi, 3.287, 0.0005);
    is(bought.payback_months, 0.68, 0.005);
    assert_eq!(bought.irr, None);
    assert_eq!(
        bought.irr_reason.as_deref(),
        Some("1,912% is beyond 1,000% a year and not meaningful")
    );
}

/// Forrester's explanation of the Total Economic Impact method: initial cost, yearly cost and
/// yearly revenue over three years at 10 % give return and payback.
#[test]
fn total_economic_impact_examples() {
    for (initial, cost, revenue, roi, payback) in [
        (10_000, 5_000, 15_000, 0.66, 12.0),
        (250_000, 150_000, 300_000, 0.20, 20.0),
    ] {
        let text = format!(
            r#"{{ "id": "example", "title": "Example", "as_of": "2026-01-01", "currency": "USD",
                "alternatives": [{{ "name": "It", "lines": [
                  {{ "name": "Costs", "kind": "cost", "amounts": [{initial}, {cost}, {cost}, {cost}] }},
                  {{ "name": "Revenue", "kind": "benefit", "amounts": [0, {revenue}, {revenue}, {revenue}] }}
                ] }}] }}"#
        );
        let finance = money(&text);
        let bought = case(&finance, OptionKind::Buy);
        is(bought.roi, roi, 0.005);
        is(bought.payback_months, payback, 1e-9);
    }
}

/// Nothing is priced here, so no figure is made up and each says why.
#[test]
fn portal_exit_has_reasons_and_no_figures() {
    let finance = money(PORTAL_EXIT);
    assert_eq!(finance.baseline, "Nothing");
    assert_eq!(finance.assumed_nil, Vec::<String>::new());
    for case in &finance.cases {
        assert_eq!(case.npv, None);
        assert_eq!(
            case.npv_reason.as_deref(),
            Some("no price and no cash flows are given")
        );
        assert!(case.npv_redeployed_reason.is_some() && case.roi_reason.is_some());
    }
}

/// The numbers of a verdict are those of the table.
#[test]
fn outlook_and_cases_agree() {
    for text in [DEVELOPER_PORTAL, PORTAL_EXIT, PUBLISHED_TEI] {
        let decision = decision(text);
        let finance = assess(&decision, &Terms::default());
        let outlook = outlook(&decision, &Terms::default());
        assert_eq!(outlook.cases.len(), finance.cases.len());
        for (value, case) in outlook.cases.iter().zip(&finance.cases) {
            assert_eq!(
                (value.npv, value.npv_redeployed),
                (case.npv, case.npv_redeployed)
            );
        }
        assert_eq!(outlook.build_costed, !outlook.against_build.is_empty());
    }
}
