//! A real decision taken to extremes: many long names, one year and ten, and nothing known at all.
//! Nothing leaves the page, and no word covers another.

use boardbrief::decision::{Decision, Source};
use boardbrief::frame::RuleBook;
use boardbrief::pipeline::{Formats, Pipeline};
use boardbrief::policy::Policy;
use serde_json::{Value, json};

use super::keeps_both_standards;
use crate::document::{layout, structure};
use crate::reports::DOCUMENTS;
use crate::support::root;

const LONG: &str = "Donaudampfschifffahrtselektrizitaetenhaupt";

fn real() -> Value {
    let path = root().join("reports/portal-vendors/decision.json");
    let text = std::fs::read_to_string(path).expect("the decision is there");
    serde_json::from_str(&text).expect("it is JSON")
}

/// Ten alternatives, twenty measures, and names of 42 letters everywhere, over some years.
fn crowded(years: u8) -> Value {
    let mut decision = real();
    decision["title"] = json!(format!(
        "A title that never comes to an end because its author wished to say everything, {LONG} included"
    ));
    decision["money"]["horizon_years"] = json!(years);
    let mut one = decision["alternatives"][0].clone();
    let alternatives = (0..10).map(|nth| {
        one["name"] = match nth % 3 {
            0 => json!(format!("{LONG} {nth}")),
            _ => json!(format!("A vendor with quite a long name, plan {nth}")),
        };
        one["incumbent"] = Value::Null;
        one.clone()
    });
    decision["alternatives"] = alternatives.collect();
    let metrics = (0..20).map(|nth| {
        json!({ "name": format!("Measure {nth} of {LONG}"), "kind": "leading", "unit": "days",
            "target": 30, "due": format!("2027-03-{:02}", nth + 1), "owner": LONG })
    });
    decision["success"]["metrics"] = metrics.collect();
    let arguments =
        (0..12).map(|nth| json!({ "text": format!("We need {nth} more {LONG}."), "by": LONG }));
    decision["arguments"] = arguments.collect();
    let risks = (0..12).map(|nth| {
        json!({ "risk": format!("Risk {nth} of {LONG}"), "likelihood": "high", "impact": "medium",
            "owner": LONG, "mitigation": format!("A cap in the contract and {LONG}") })
    });
    decision["risks"] = risks.collect();
    decision
}

#[test]
fn every_document_of_an_extreme_decision_stays_on_its_pages() {
    let mut short = real();
    short["money"]["horizon_years"] = json!(1);
    let unknown = json!({ "id": "x", "title": "Nothing is known", "as_of": "2026-02-01" });
    let all = [
        ("crowded", crowded(3)),
        ("ten-years", crowded(10)),
        ("one-year", short),
        ("unknown", unknown),
    ];
    let pipeline = Pipeline::new(Policy::built_in(), RuleBook::built_in().clone())
        .expect("our templates parse");
    for (name, decision) in all {
        let source = Source::new("decision.json", decision.to_string());
        let decision = Decision::from_source(&source).expect("the decision is legal");
        let evaluation = pipeline.evaluate(&decision);
        for (kind, suffix) in DOCUMENTS {
            let name = format!("extreme-{name}{suffix}.pdf");
            let formats = Formats {
                markdown: false,
                pdf: true,
            };
            let made = pipeline.documents(&source, &decision, &evaluation, kind, formats);
            let pdf = made.expect("it can be printed").pdf.expect("a PDF");
            keeps_both_standards(&pdf, &name);
            layout::stays_on_the_page(&pdf, &name);
            layout::covers_nothing(&pdf, &name);
            structure::is_read_in_order(&pdf, &name);
            structure::heads_its_tables(&pdf, &name);
        }
    }
}
