//! What is told of files that are wrong: each `tests/check/NAME` has its whole output beside it.

use crate::support::{boardbrief, compare, root};

#[test]
fn every_fault_is_told_with_its_place_and_a_hint() {
    let folder = root().join("tests/check");
    let mut cases: Vec<_> = std::fs::read_dir(&folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("a case").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "json" || ending == "yaml")
        })
        .collect();
    cases.sort();
    assert!(cases.len() >= 12, "cases went missing");
    for case in cases {
        let name = case
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let output = boardbrief(&["check", &format!("tests/check/{name}")]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(
            output.stdout.is_empty(),
            "{name}: nothing is printed for a refused decision"
        );
        compare(&folder.join(format!("{name}.told")), &output.stderr);
    }
}

#[test]
fn a_missing_file_is_an_incomplete_run() {
    let output = boardbrief(&[
        "check",
        "tests/check/nowhere.json",
        "reports/payments/decision.json",
    ]);
    assert_eq!(output.status.code(), Some(3));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("tests/check/nowhere.json cannot be read: no such file"),
        "{told}"
    );
    // The other file was still checked.
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "reports/payments/decision.json: payments is complete and legal\n"
    );
}

#[test]
fn wrong_usage_has_its_own_status() {
    assert_eq!(boardbrief(&["check"]).status.code(), Some(2));
    assert_eq!(boardbrief(&["chekc", "x.json"]).status.code(), Some(2));
}

#[test]
fn faults_are_told_as_lines_and_as_json() {
    let file = "tests/check/three-faults.json";
    let short = boardbrief(&["check", "--format", "short", file]);
    let lines: Vec<String> = String::from_utf8_lossy(&short.stderr)
        .lines()
        .map(str::to_string)
        .collect();
    assert_eq!(
        lines,
        [
            "tests/check/three-faults.json:2:9 /id: error[bad-id]: `Portal 2026` is not a slug; write `portal-2026`",
            "tests/check/three-faults.json:4:12 /as_of: error[bad-date]: `1/2/2026` is not a day between 1900 and 2200; write the day as `YYYY-MM-DD`, such as `2026-02-01`",
            "tests/check/three-faults.json:6:45 /alternatives/0/fit: error[out-of-range]: 85 is out of range; write 0.85 for 85 %",
        ]
    );
    let json = boardbrief(&["check", "--format", "json", file]);
    let told: Vec<serde_json::Value> = String::from_utf8_lossy(&json.stderr)
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    assert_eq!(told.len(), 3);
    assert_eq!(told[2]["id"], "out-of-range");
    assert_eq!(told[2]["line"], 6);
    assert_eq!(told[2]["path"], "/alternatives/0/fit");
}
