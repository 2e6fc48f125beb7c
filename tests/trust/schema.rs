//! The JSON Schema and our own reader agree on what is legal: an editor that checks by the one does
//! not accept what the other refuses, nor complain of what it takes.

use super::full::{self, places};
use crate::support::root;
use boardbrief::decision::{Decision, Source, json_schema};
use boardbrief::diagnostics::Rule;
use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::{Value, json};

struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn new() -> Checker {
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.set_default_draft(Draft::V2020_12);
        // A date is a day of the calendar; editors check the format as well.
        compiler.enable_format_assertions();
        compiler
            .add_resource("decision.json", json_schema())
            .expect("a resource");
        let index = compiler
            .compile("decision.json", &mut schemas)
            .expect("a schema of 2020-12");
        Checker { schemas, index }
    }

    fn accepts(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }
}

/// What our reader says: legal, or the rules that are broken.
fn read(value: &Value) -> Result<(), Vec<Rule>> {
    Decision::from_source(&Source::new("d.json", value.to_string()))
        .map(|_| ())
        .map_err(|faults| faults.iter().map(|fault| fault.rule).collect())
}

/// Rules between fields and about what words mean, which a schema of one field cannot state.
const BEYOND: [Rule; 10] = [
    Rule::Unprintable,
    Rule::Range,
    Rule::Conflict,
    Rule::Incomplete,
    Rule::Reference,
    Rule::SameName,
    Rule::CurrencyMissing,
    Rule::Length,
    Rule::NotExact,
    Rule::DuplicateKey,
];

#[test]
fn both_accept_every_worked_decision_and_the_one_with_every_field() {
    let checker = Checker::new();
    let mut decisions = vec![full::decision("Text")];
    for entry in std::fs::read_dir(root().join("reports")).expect("the reports") {
        let path = entry.expect("an entry").path().join("decision.json");
        if let Ok(text) = std::fs::read_to_string(path) {
            decisions.push(serde_json::from_str(&text).expect("JSON"));
        }
    }
    assert!(decisions.len() > 10);
    for decision in decisions {
        assert_eq!(read(&decision), Ok(()));
        assert!(checker.accepts(&decision), "{}", decision["id"]);
    }
}

#[test]
fn both_say_the_same_of_every_value_in_every_place() {
    let checker = Checker::new();
    let whole = full::decision("Text");
    let mut all = Vec::new();
    places(&whole, "", &mut |place, _| all.push(place.to_string()));
    let long = "x".repeat(30_000);
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0.5),
        json!(86),
        json!(1e16),
        json!(""),
        json!("  "),
        json!("text"),
        json!("cto"),
        json!("2026-02-31"),
        json!("2026-02-28"),
        json!("1899-12-31"),
        json!("2201-01-01"),
        json!("XYZ"),
        json!(vec![Value::Null; 201]),
        json!(long),
        json!([]),
        json!({}),
        json!({ "value": 0.5 }),
        json!({ "unknown": 1 }),
    ];
    let (mut agreed, mut refused, mut differ) = (0, 0, Vec::new());
    for place in all.iter().skip(1) {
        for value in &values {
            let mut changed = whole.clone();
            *changed.pointer_mut(place).expect("the place") = value.clone();
            let (ours, theirs) = (read(&changed), checker.accepts(&changed));
            let is_beyond = |rules: &Vec<Rule>| rules.iter().any(|rule| BEYOND.contains(rule));
            let told = value.to_string();
            let told = &told[..told.len().min(40)];
            match &ours {
                Ok(()) if !theirs => differ.push(format!("the schema refuses {told} at {place}")),
                Ok(()) => {}
                Err(rules) if is_beyond(rules) => {}
                Err(rules) if theirs => {
                    differ.push(format!("the schema takes {told} at {place}: {rules:?}"));
                }
                Err(_) => {}
            }
            agreed += 1;
            refused += usize::from(ours.is_err());
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
    assert!(
        agreed > 4_000 && refused > 2_000,
        "{agreed} values, {refused} refused"
    );
}

#[test]
fn every_field_has_a_title_and_a_description_and_every_number_an_example() {
    let schema = json_schema();
    let mut records = vec![&schema];
    records.extend(schema["$defs"].as_object().expect("definitions").values());
    let mut fields = 0;
    for record in records {
        for (name, field) in record["properties"].as_object().expect("properties") {
            if name == "$schema" {
                continue;
            }
            fields += 1;
            for part in ["title", "description"] {
                let text = field[part].as_str().unwrap_or_default();
                assert!(text.len() > 1, "{name} has no {part}");
            }
        }
    }
    assert!(fields > 150, "{fields} fields");
}
