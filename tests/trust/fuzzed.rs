//! Every input that once failed in fuzzing, and a few that begin it, run through the fuzz targets.

// The targets are a package of their own; here they are compiled and run without their driver.
#[path = "../../fuzz/src/lib.rs"]
mod targets;

use crate::support::root;

/// The kept inputs of a target, in the order of their names.
fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("fuzz/cases").join(target);
    let entries = std::fs::read_dir(&folder).expect("the cases are there");
    let mut cases: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.expect("a case").path();
            let bytes = std::fs::read(&path).expect("a case can be read");
            (path.display().to_string(), bytes)
        })
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "{target} has no case");
    cases
}

fn hold(target: &str, run: fn(&[u8])) {
    let mut failed = Vec::new();
    for (name, bytes) in kept(target) {
        if std::panic::catch_unwind(|| run(&bytes)).is_err() {
            failed.push(name);
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn kept_decision_files_are_read_or_refused() {
    hold("decision", targets::decision::run);
}

#[test]
fn kept_markdown_comes_out_as_words() {
    hold("markdown", targets::markdown::run);
}

#[test]
fn kept_texts_pass_every_filter_as_they_are() {
    hold("filters", targets::filters::run);
}

#[test]
fn kept_variations_render_and_verify() {
    hold("render", targets::render::run);
}
