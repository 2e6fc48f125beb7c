//! The commands as their user runs them.

use crate::support::{Folder, boardbrief, root};
use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let output = boardbrief(arguments);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("standard output is JSON")
}

/// Whether a figure is the published one, to the cent.
#[track_caller]
fn cents(found: &Value, published: f64) {
    let found = found.as_f64().expect("a number");
    assert!(
        (found - published).abs() < 0.005,
        "{found} is not {published}"
    );
}

#[test]
fn the_developer_portal_comes_to_its_published_figures() {
    // The figures are those of the decision format's own page.
    let found = json(&[
        "evaluate",
        "reports/developer-portal/decision.json",
        "--json",
    ]);
    assert_eq!(found["verdict"], "hybrid");
    assert_eq!(found["recommended_option"], "Managed Backstage and our own");
    assert_eq!(found["stage"], "scale-up");
    let answers: Vec<&str> = found["questions"]
        .as_array()
        .expect("questions")
        .iter()
        .filter_map(|q| q["answer"].as_str())
        .collect();
    assert_eq!(answers[..4], ["partial", "no", "no", "no"]);
    let case = |name: &str| {
        let cases = found["finance"]["cases"].as_array().expect("cases");
        cases
            .iter()
            .find(|case| case["option"] == name)
            .expect("the case")
            .clone()
    };
    let published = [
        (
            "Managed Backstage",
            [1_320_000.0, 3_282_644.63, 8.0, 4_000_000.0, 9_499_774.61],
            7.333,
        ),
        (
            "Managed Backstage and our own",
            [945_000.0, 2_350_075.13, 6.0, 3_000_000.0, 7_012_922.61],
            1.703,
        ),
    ];
    for (name, figures, roi) in published {
        let case = case(name);
        let keys = [
            "annual_saving",
            "npv",
            "engineers_freed",
            "opportunity_annual",
            "npv_redeployed",
        ];
        for (key, figure) in keys.into_iter().zip(figures) {
            cents(&case[key], figure);
        }
        assert!((case["roi"].as_f64().expect("a number") - roi).abs() < 0.0005);
        cents(&case["payback_months"], 0.0);
        assert!(case["irr"].is_null() && case["irr_reason"].is_string());
        assert_eq!(case["opportunity_is_gross"], true);
    }
}

#[test]
fn the_other_two_come_to_theirs() {
    let exit = json(&["evaluate", "reports/portal-exit/decision.json", "--json"]);
    assert_eq!(exit["verdict"], "stop-and-migrate");
    // SalesLoft TEI study (Forrester): NPV 5,496,170; ROI 329 %; payback below six months.
    let tei = json(&["evaluate", "tests/finance/published-tei.json", "--json"]);
    let case = &tei["finance"]["cases"][0];
    assert!((case["npv"].as_f64().expect("a number") - 5_496_170.0).abs() <= 1.0);
    assert!((case["roi"].as_f64().expect("a number") - 3.287).abs() < 0.0005);
    assert!((case["payback_months"].as_f64().expect("a number") - 0.68).abs() < 0.005);
    assert!(case["irr"].is_null());
    assert!(
        case["irr_reason"]
            .as_str()
            .is_some_and(|why| why.contains("1,912"))
    );
}

#[test]
fn every_key_of_the_contract_is_there() {
    let found = json(&["evaluate", "reports/portal-vendors/decision.json", "--json"]);
    for key in [
        "id",
        "verdict",
        "recommended_option",
        "runner_up",
        "stage",
        "questions",
        "exceptions",
        "finance",
        "flip_points",
        "open_questions",
        "confidence",
    ] {
        assert!(found.get(key).is_some(), "{key}");
    }
    assert_eq!(found["questions"].as_array().map(Vec::len), Some(5));
    assert_eq!(found["exceptions"].as_array().map(Vec::len), Some(3));
    for case in found["finance"]["cases"].as_array().expect("cases") {
        for key in [
            "option",
            "kind",
            "against",
            "npv",
            "roi",
            "roi_reason",
            "payback_months",
            "payback_reason",
            "irr",
            "irr_reason",
            "annual_saving",
            "engineers_freed",
            "opportunity_annual",
            "opportunity_is_gross",
            "npv_redeployed",
            "mean",
            "p10",
            "p50",
            "p90",
            "chance_better",
            "chance_reason",
        ] {
            assert!(case.get(key).is_some(), "{key}");
        }
    }
    let framed = json(&["frame", "reports/developer-portal/decision.json", "--json"]);
    assert_eq!(framed["audience"], "board");
    for argument in framed["arguments"].as_array().expect("arguments") {
        for key in [
            "text",
            "by",
            "intent",
            "pinned",
            "candidates",
            "reframed",
            "statement",
            "rule",
            "figures",
            "missing",
            "asks",
            "jargon",
        ] {
            assert!(argument.get(key).is_some(), "{key}");
        }
    }
}

#[test]
fn a_change_is_tried_without_touching_the_file() {
    let file = "reports/developer-portal/decision.json";
    let before = std::fs::read(root().join(file)).expect("the decision is there");
    let output = boardbrief(&["evaluate", file, "--set", "/alternatives/0/fit=0.5"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.starts_with("Tried: /alternatives/0/fit=0.5\nThe answer changes from "),
        "{text}"
    );
    assert_eq!(
        std::fs::read(root().join(file)).expect("it is still there"),
        before
    );
    let refused = boardbrief(&["evaluate", file, "--set", "/alternatives/0/fit=85"]);
    assert_eq!(refused.status.code(), Some(1));
    let usage = boardbrief(&["evaluate", file, "--set", "fit"]);
    assert_eq!(usage.status.code(), Some(2));
}

#[test]
fn a_refused_decision_leaves_no_file_behind() {
    let folder = Folder::new("refused");
    let out = folder.path().to_string_lossy().into_owned();
    for case in [
        "broken-json.json",
        "unknown-field.json",
        "duplicate-key.json",
        "text-for-number.json",
        "three-faults.json",
    ] {
        let output = boardbrief(&["render", &format!("tests/check/{case}"), "--out", &out]);
        assert_eq!(output.status.code(), Some(1), "{case}");
        assert!(output.stdout.is_empty(), "{case}");
        assert_eq!(
            std::fs::read_dir(folder.path())
                .expect("the folder")
                .count(),
            0,
            "{case}"
        );
    }
}

#[test]
fn a_brief_is_written_the_same_twice_and_others_go_on_past_a_refused_one() {
    let folder = Folder::new("twice");
    let out = folder.path().to_string_lossy().into_owned();
    let files = [
        "tests/check/unknown-field.json",
        "reports/start-up-cms/decision.json",
    ];
    let run = || boardbrief(&["render", files[0], files[1], "--out", &out]);
    let first = run();
    assert_eq!(first.status.code(), Some(1));
    let told = String::from_utf8_lossy(&first.stdout).into_owned();
    let names: Vec<&str> = told
        .lines()
        .filter_map(|line| line.rsplit('/').next())
        .collect();
    assert_eq!(names, ["start-up-cms.md", "start-up-cms.pdf"]);
    let read = || {
        ["md", "pdf"].map(|ending| {
            std::fs::read(folder.path().join(format!("start-up-cms.{ending}"))).expect("written")
        })
    };
    let written = read();
    run();
    assert_eq!(read(), written);
    assert_eq!(
        std::fs::read_dir(folder.path())
            .expect("the folder")
            .count(),
        2,
        "nothing temporary is left"
    );
}

#[test]
fn what_our_fonts_cannot_show_is_refused_with_its_place() {
    let folder = Folder::new("glyphs");
    let file = folder.path().join("portal.json");
    std::fs::write(
        &file,
        r#"{"id":"p","title":"Portal 门户","as_of":"2026-02-01"}"#,
    )
    .expect("written");
    let out = folder.path().join("out").to_string_lossy().into_owned();
    let output = boardbrief(&["render", &file.to_string_lossy(), "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("error[no-glyph]") && told.contains("(/title)") && told.contains("U+95E8"),
        "{told}"
    );
}
