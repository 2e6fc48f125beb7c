//! Each weakness is found where it is, and not where it is not.

use super::{Known, warnings};
use crate::decision::{Decision, Source};
use crate::diagnostics::Severity;
use crate::frame::{Audience, RuleBook};
use crate::pipeline::Pipeline;
use crate::policy::Policy;

/// The ids and places of the warnings about a decision with some fields.
fn found(fields: &str) -> Vec<String> {
    let text = format!("id: x\ntitle: X\nas_of: 2026-02-01\ncurrency: USD\n{fields}");
    let source = Source::new("x.yaml", text);
    let node = source.parse().expect("legal");
    let decision = Decision::from_node(&node).expect("legal");
    let policy = Policy::built_in();
    let pipeline = Pipeline::new(policy.clone(), RuleBook::built_in().clone()).expect("a pipeline");
    let evaluation = pipeline.evaluate(&decision);
    let framing = pipeline.frame(&decision, &evaluation, Audience::Board, &[]);
    let found = warnings(&Known {
        decision: &decision,
        node: &node,
        policy: &policy,
        framing: &framing,
    });
    assert!(
        found
            .iter()
            .all(|one| one.severity() == Severity::Warning && one.hint.is_some())
    );
    found
        .iter()
        .map(|one| format!("{} {}", one.rule.id(), one.path))
        .collect()
}

#[test]
fn a_figure_without_a_source_or_with_an_old_one() {
    let one = |figure: &str| found(&format!("build: {{ annual_other: {figure} }}\n"));
    assert_eq!(one("10"), ["no-source /build/annual_other"]);
    assert_eq!(one("{ value: 10, source: Finance }"), [""; 0]);
    assert_eq!(one("{ value: 10, source: assumption }"), [""; 0]);
    assert_eq!(
        one("{ value: 10, source: Finance, as_of: 2024-12-31 }"),
        ["old-source /build/annual_other"]
    );
    assert_eq!(
        one("{ value: 10, source: Finance, as_of: 2025-02-01 }"),
        [""; 0]
    );
    // What is only shown needs none.
    assert_eq!(found("ask: { money: 10 }\n"), [""; 0]);
}

#[test]
fn a_threshold_met_by_a_hair() {
    let fit = |fit: &str| {
        found(&format!(
            "alternatives: [{{ name: A, source: Us, fit: {fit} }}]\n"
        ))
    };
    assert_eq!(fit("0.8"), ["by-a-hair /alternatives/0/fit"]);
    assert_eq!(fit("0.83"), ["by-a-hair /alternatives/0/fit"]);
    assert_eq!(fit("0.85"), [""; 0]);
    assert_eq!(fit("0.79"), [""; 0]);
    assert_eq!(fit("{ low: 0.7, likely: 0.81, high: 0.9 }"), [""; 0]);
    let adoption = |share: &str| {
        let share = format!("voluntary_adoption: {{ value: {share}, source: A }}");
        found(&format!(
            "organisation: {{ platform: {{ {share}, adoption_is_voluntary: true }} }}\n"
        ))
    };
    let warned = ["by-a-hair /organisation/platform/voluntary_adoption"];
    assert_eq!(adoption("0.62"), warned);
    assert_eq!(adoption("0.6"), [""; 0]);
    let metric = |rest: &str| {
        let all = "name: M, target: 10, due: 2026-01-01, owner: A";
        found(&format!("success: {{ metrics: [{{ {all}, {rest} }}] }}\n"))
    };
    assert_eq!(
        metric("actual: 10.2"),
        ["by-a-hair /success/metrics/0/actual"]
    );
    assert_eq!(metric("actual: 11"), [""; 0]);
    assert_eq!(
        metric("actual: 9.8, at_least: false"),
        ["by-a-hair /success/metrics/0/actual"]
    );
    assert_eq!(metric("actual: 8, at_least: false"), [""; 0]);
}

#[test]
fn sums_that_count_twice() {
    let line = |amount: &str| {
        let line =
            format!("{{ name: Fee, kind: cost, amounts: [0, {amount}, {amount}, {amount}] }}");
        let cost = "annual_cost: { value: 5, source: A }";
        found(&format!(
            "alternatives: [{{ name: A, {cost}, lines: [{line}] }}]\n"
        ))
    };
    assert_eq!(line("5"), ["counted-twice /alternatives/0/lines/0"]);
    assert_eq!(line("6"), [""; 0]);
    assert_eq!(
        found("opportunities: [{ name: A, id: a }, { name: B, id: a }, { name: b }]\n"),
        [
            "counted-twice /opportunities/1",
            "counted-twice /opportunities/2"
        ]
    );
    let spent = |sum: &str| {
        let build = "build: { one_off: { value: 7, source: A } }";
        found(&format!("situation: {{ spent: {sum} }}\n{build}\n"))
    };
    assert_eq!(spent("7"), ["counted-twice /build/one_off"]);
    assert_eq!(spent("8"), [""; 0]);
}

#[test]
fn revenue_taken_for_profit() {
    let one = |rest: &str| {
        let value = "annual_value: { value: 9, source: A }";
        found(&format!(
            "opportunities: [{{ name: A, {value}, {rest} }}]\n"
        ))
    };
    assert_eq!(one("kind: revenue"), ["revenue-as-profit /opportunities/0"]);
    assert_eq!(
        one("kind: revenue, margin: 1"),
        ["revenue-as-profit /opportunities/0"]
    );
    assert_eq!(one("kind: revenue, margin: 0.7"), [""; 0]);
    assert_eq!(one("kind: saving"), [""; 0]);
}

#[test]
fn adoption_that_nobody_chose() {
    let one = |rest: &str| {
        let share = "voluntary_adoption: { value: 0.7, source: A }";
        found(&format!(
            "organisation: {{ platform: {{ {share}{rest} }} }}\n"
        ))
    };
    let warned = ["adoption-not-voluntary /organisation/platform/voluntary_adoption"];
    assert_eq!(one(""), warned);
    assert_eq!(one(", adoption_is_voluntary: false"), warned);
    assert_eq!(one(", adoption_is_voluntary: true"), [""; 0]);
}

#[test]
fn targets_without_owner_deadline_or_result() {
    let one = |rest: &str| found(&format!("success: {{ metrics: [{{ name: M{rest} }}] }}\n"));
    let (owner, due) = (
        "no-owner /success/metrics/0",
        "no-deadline /success/metrics/0",
    );
    assert_eq!(one(", target: 3"), [owner, due]);
    assert_eq!(one(", target: 3, owner: \" \", due: 2027-01-01"), [owner]);
    assert_eq!(
        one(", target: 3, owner: A, due: 2026-01-31"),
        ["not-measured /success/metrics/0/due"]
    );
    assert_eq!(one(", target: 3, owner: A, due: 2026-02-01"), [""; 0]);
    assert_eq!(one(""), [""; 0]);
}

#[test]
fn arguments_left_alone() {
    let one = |argument: &str| found(&format!("arguments: [{argument}]\n"));
    assert_eq!(
        one("The canteen serves soup."),
        ["argument-left-alone /arguments/0"]
    );
    assert_eq!(
        one("{ text: The canteen serves soup., about: none }"),
        [""; 0]
    );
}
