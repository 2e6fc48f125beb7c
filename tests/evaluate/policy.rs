//! What a policy, a market catalogue and a change of one value do to an evaluation.

use super::{decision, evaluated, root, set, value};
use boardbrief::decision::Source;
use boardbrief::evaluate::{Verdict, compare, evaluate};
use boardbrief::market::Market;
use boardbrief::policy::Policy;
use serde_json::{Value, json};

fn case(name: &str) -> Value {
    value(&root().join(format!("tests/evaluate/cases/{name}.json")))
}

#[test]
fn an_organisation_judges_by_its_own_standard() {
    let hybrid = decision(&case("hybrid"));
    let source = Source::new(
        "house.toml",
        "[fit]\nvalue = 0.95\nreason = \"We ask for more.\"\n",
    );
    let strict = Policy::from_toml(&source).expect("the policy is well-formed");
    let by_house = evaluate(&hybrid, &strict, &Market::built_in());
    assert_eq!(by_house.verdict, Verdict::DoNotProceed);
    let json = serde_json::to_value(&by_house).expect("an evaluation serialises");
    assert_eq!(json["policy"]["fit"]["value"], 0.95);
    assert_eq!(json["policy"]["fit"]["built_in"], 0.8);
    assert_eq!(json["policy"]["fit"]["changed"], true);
    assert_eq!(json["policy"]["fit"]["reason"], "We ask for more.");
    assert_eq!(json["policy"]["scale_up"]["changed"], false);
}

#[test]
fn only_horizon_and_rate_may_be_set_by_a_decision() {
    let json =
        serde_json::to_value(evaluated(&case("several-alternatives"))).expect("it serialises");
    let own: Vec<(&str, &Value)> = json["policy"]
        .as_object()
        .expect("the policy by key")
        .iter()
        .filter(|(_, statement)| !statement["decision"].is_null())
        .map(|(key, statement)| (key.as_str(), &statement["decision"]))
        .collect();
    assert_eq!(
        own,
        [
            ("horizon_years", &json!(7.0)),
            ("discount_rate", &json!(0.06))
        ]
    );
}

#[test]
fn a_catalogue_of_our_own_names_what_was_not_assessed() {
    let text = "[developer-portal]\nname = \"portals\"\ncommodity = \"a catalogue\"\nalternatives = [\"Alpha\", \"Beta\"]\nsince = 2020\n";
    let market = Market::from_toml(&Source::new("market.toml", text)).expect("it is well-formed");
    let found = evaluate(&decision(&case("not-ready")), &Policy::built_in(), &market);
    let finding = found
        .findings
        .iter()
        .find(|f| f.id == "not-assessed")
        .expect("it is found");
    assert_eq!(
        finding.text.to_string(),
        "Portals have been sold since 2020. These were not assessed: Alpha and Beta."
    );
}

#[test]
fn a_change_of_one_value_shows_what_it_moves() {
    let before = case("hybrid");
    let mut after = before.clone();
    set::set(&mut after, "/alternatives/0/proven", json!(false));
    let moved = compare(&evaluated(&before), &evaluated(&after));
    assert_eq!(
        moved.verdict,
        Some([Verdict::Hybrid, Verdict::DoNotProceed])
    );
    let lines: Vec<String> = moved
        .moved
        .iter()
        .map(|m| format!("{} {}: {} to {}", m.at, m.what, m.before, m.after))
        .collect();
    assert_eq!(
        lines,
        [
            "/verdict : \"hybrid\" to \"do-not-proceed\"",
            "/recommended_option : \"Vendor and our own\" to null",
            "/questions/2/answer Q3: \"no\" to \"strong-yes\"",
            // The rival that would earn the same as building is gone.
            "/build_break_even : null to 900000.0",
        ]
    );
    let same = compare(&evaluated(&before), &evaluated(&before));
    assert!(same.verdict.is_none() && same.moved.is_empty());
}

#[test]
fn a_changed_price_moves_the_figures_of_its_own_options() {
    let before = case("hybrid");
    let mut after = before.clone();
    set::set(&mut after, "/alternatives/0/annual_cost", json!(210_000));
    let moved = compare(&evaluated(&before), &evaluated(&after)).moved;
    let saving: Vec<(&str, &Value, &Value)> = moved
        .iter()
        .filter(|m| m.at.ends_with("/annual_saving"))
        .map(|m| (m.what.as_str(), &m.before, &m.after))
        .collect();
    assert_eq!(
        saving,
        [
            ("Vendor", &json!(700_000.0), &json!(690_000.0)),
            ("Vendor and our own", &json!(400_000.0), &json!(390_000.0)),
        ]
    );
    assert!(
        moved
            .iter()
            .all(|m| m.what != "Build" && m.what != "Nothing"),
        "{moved:?}"
    );
}
