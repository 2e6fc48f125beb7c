//! The evaluator over case files.
//!
//! Each `cases/NAME.json` is a decision with its whole evaluation beside it. Each
//! `branches/NAME.json` is a case with some values set; `branches.told` holds, for each, the
//! verdict and every answer on one line, so that a branch that moves shows as one line.

mod policy;
mod set;
mod told;
mod truth;

use crate::support::{compare, root};
use boardbrief::decision::{Decision, Source};
use boardbrief::evaluate::{Evaluation, evaluate};
use boardbrief::market::Market;
use boardbrief::policy::Policy;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A decision as a JSON value.
fn value(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("the decision is there");
    serde_json::from_str(&text).expect("the decision is JSON")
}

/// The decision that a value stands for.
fn decision(value: &Value) -> Decision {
    let source = Source::new("decision.json", value.to_string());
    Decision::from_source(&source).unwrap_or_else(|faults| panic!("{faults:?}\n{value:#}"))
}

/// The evaluation of a value by the built-in policy.
fn evaluated(value: &Value) -> Evaluation {
    evaluate(&decision(value), &Policy::built_in(), &Market::built_in())
}

/// The JSON files of a folder of `tests/evaluate`, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/evaluate").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    files
}

/// Every decision that promises are tested on: the cases and the worked decisions.
fn decisions() -> Vec<(PathBuf, Value)> {
    let mut paths = files("cases");
    let worked = std::fs::read_dir(root().join("reports")).expect("the worked decisions are there");
    paths.extend(
        worked
            .map(|entry| entry.expect("a folder").path().join("decision.json"))
            .filter(|path| path.is_file()),
    );
    paths.sort();
    paths
        .into_iter()
        .map(|path| (path.clone(), value(&path)))
        .collect()
}

fn name(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

#[test]
fn every_case_is_evaluated_as_a_whole() {
    let cases = files("cases");
    assert!(cases.len() >= 13, "cases went missing");
    for case in cases {
        let found = told::told(&evaluated(&value(&case)));
        compare(&case.with_extension("told"), found.as_bytes());
    }
}

#[test]
fn every_branch_and_boundary_gives_its_answer() {
    let cases = files("branches");
    assert!(cases.len() >= 60, "branches went missing");
    let mut found = String::new();
    for case in cases {
        let branch = value(&case);
        let base = branch["base"].as_str().expect("a base");
        let mut changed = value(&root().join(format!("tests/evaluate/cases/{base}.json")));
        for (place, to) in branch["set"].as_object().expect("values to set") {
            set::set(&mut changed, place, to.clone());
        }
        found += &format!("{:<34} {}\n", name(&case), told::line(&evaluated(&changed)));
    }
    compare(
        &root().join("tests/evaluate/branches.told"),
        found.as_bytes(),
    );
}
