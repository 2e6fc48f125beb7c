//! Every number of the finance can be named, and every step can be worked out again by hand.

use super::{Derivation, How, derive, figures, recomputed};
use crate::decision::Decision;
use crate::finance::published::{decision, developer_portal};
use crate::finance::{Finance, Terms, assess};
use serde_json::Value as Json;

const RANGES: &str = include_str!("../../../tests/finance/ranges.json");
const TEI: &str = include_str!("../../../tests/finance/published-tei.json");

fn decisions() -> Vec<(Decision, Finance)> {
    let all = [developer_portal(), decision(RANGES), decision(TEI)];
    let assessed = all.into_iter().map(|decision| {
        let finance = assess(&decision, &Terms::default());
        (decision, finance)
    });
    assessed.collect()
}

/// Every number below a JSON value, with its pointer.
fn numbers(json: &Json, pointer: &str, found: &mut Vec<(String, f64)>) {
    match json {
        Json::Number(number) => {
            found.extend(number.as_f64().map(|value| (pointer.to_string(), value)));
        }
        Json::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                numbers(item, &format!("{pointer}/{at}"), found);
            }
        }
        Json::Object(fields) => {
            for (name, field) in fields {
                numbers(field, &format!("{pointer}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Numbers that point at something else and say nothing by themselves.
fn is_index(pointer: &str) -> bool {
    pointer.ends_with("/alternative") || pointer.ends_with("/index")
}

#[track_caller]
fn is_near(found: f64, wanted: f64, what: &str) {
    let near = (found - wanted).abs() <= 1e-9 * (1.0 + wanted.abs());
    assert!(near, "{what}: {found} is not {wanted}");
}

#[test]
fn every_number_of_the_finance_can_be_named() {
    for (decision, finance) in decisions() {
        let json = serde_json::to_value(&finance).expect("the finance is JSON");
        let mut all = Vec::new();
        numbers(&json, "/finance", &mut all);
        assert!(all.len() > 40);
        for (pointer, value) in all.iter().filter(|(pointer, _)| !is_index(pointer)) {
            let found = derive(&decision, &finance, pointer)
                .unwrap_or_else(|| panic!("{pointer} cannot be named"));
            assert_eq!(found.figure.as_ref(), Some(pointer));
            is_near(found.value.unwrap_or(f64::NAN), *value, pointer);
        }
    }
}

fn each(derivation: &Derivation, see: &mut impl FnMut(&Derivation)) {
    see(derivation);
    for operand in &derivation.operands {
        each(operand, see);
    }
}

#[test]
fn every_step_can_be_worked_out_again_and_ends_at_inputs() {
    let mut steps = 0;
    for (decision, finance) in decisions() {
        let all = figures(&decision, &finance);
        for named in all.iter().filter_map(|found| found.figure.as_deref()) {
            let tree = derive(&decision, &finance, named).expect("listed figures can be named");
            each(&tree, &mut |step| {
                let words = format!("{named}: {}", step.label);
                assert!(
                    !step.label.is_empty() && !step.shown.contains("NaN"),
                    "{words}"
                );
                if let (Some(value), Some(again)) =
                    (step.value, recomputed(step.how, &step.operands))
                {
                    is_near(again, value, &words);
                    steps += 1;
                }
                if step.operands.is_empty() && step.value.is_some_and(|value| value != 0.0) {
                    let ends = matches!(step.how, How::Given | How::Default | How::Method);
                    assert!(ends, "{words} ends without an input");
                }
                assert_eq!(step.how == How::Given, step.origin.is_some(), "{words}");
            });
        }
    }
    assert!(steps > 2_000, "{steps}");
}

#[test]
fn inputs_tell_where_they_came_from() {
    let (decision, finance) = &decisions()[1];
    let seat = derive(decision, finance, "/alternatives/0/per_seat").expect("it is given");
    assert_eq!(
        seat.to_string(),
        "per seat: €600.00\n  (/alternatives/0/per_seat; source: Offer of 12 January; as of 2026-01-12)\n"
    );
    // An alternative's own source speaks for those of its figures that have none.
    let exit = derive(decision, finance, "/alternatives/0/exit_cost").expect("it is given");
    let origin = exit.origin.expect("an input has an origin");
    assert_eq!(origin.source.as_deref(), Some("Vendor"));
    assert_eq!(derive(decision, finance, "/alternatives/9/exit_cost"), None);
    assert_eq!(derive(decision, finance, "/finance/cases/0/nonsense"), None);
}

#[test]
fn a_saving_is_told_down_to_its_inputs() {
    let (decision, finance) = &decisions()[0];
    let saving = derive(decision, finance, "/finance/cases/1/annual_saving").expect("it exists");
    assert_eq!(
        saving.to_string(),
        include_str!("../../../tests/finance/saving.txt")
    );
}
