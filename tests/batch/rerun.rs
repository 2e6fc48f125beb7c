//! What a run writes, and what a rerun leaves alone.

use super::{Quarter, ends, said, write};

#[test]
fn a_rerun_renders_what_changed_and_says_why() {
    let quarter = Quarter::new("rerun", &["payments", "portal-exit"]);
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let first = quarter.tree("out");
    let names: Vec<&str> = first.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "decisions/payments.json",
            "decisions/portal-exit.json",
            "manifest.json",
            "payments.md",
            "portal-exit.md",
            "portfolio.md",
            "register.csv",
            "register.json",
        ]
    );
    let again = quarter.batch("out", &["--format", "md"]);
    ends(&again, 0);
    assert!(
        said(&again).starts_with("Rendered: 0 decisions\nUnchanged: 2 decisions\n"),
        "{}",
        said(&again)
    );
    assert!(!said(&again).contains("Written"), "{}", said(&again));
    assert_eq!(quarter.tree("out"), first);

    quarter.change("payments", |decision| {
        decision["build"]["engineers"] = 7.into();
    });
    std::fs::remove_file(quarter.path("out/portal-exit.md")).expect("it was there");
    let changed = quarter.batch("out", &["--format", "md"]);
    ends(&changed, 0);
    assert!(
        said(&changed).starts_with(
            "Rendered: 2 decisions\n  \
             a file of it was missing or damaged: portal-exit\n  \
             its content changed: payments\n"
        ),
        "{}",
        said(&changed)
    );
    let now = quarter.tree("out");
    assert_ne!(now["payments.md"], first["payments.md"]);
    assert_ne!(now["portfolio.md"], first["portfolio.md"]);
    assert_eq!(now["portal-exit.md"], first["portal-exit.md"]);
}

#[test]
fn another_policy_and_another_document_are_reasons_of_their_own() {
    let quarter = Quarter::new("policy", &["portal-exit"]);
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    write(&quarter.path("house.toml"), "fit = 0.75\n");
    let own = ["--format", "md", "--policy", "house.toml", "--json"];
    let output = quarter.batch("out", &own);
    ends(&output, 0);
    let summary: serde_json::Value = serde_json::from_str(&said(&output)).expect("JSON");
    assert_eq!(
        summary["rendered"],
        serde_json::json!([{ "id": "portal-exit", "because": ["the policy changed"] }])
    );
    let more = [
        "--format",
        "md",
        "--policy",
        "house.toml",
        "--document",
        "note",
    ];
    let output = quarter.batch("out", &more);
    assert!(
        said(&output).contains("  not rendered in this form before: portal-exit\n"),
        "{}",
        said(&output)
    );
}

#[test]
fn threads_order_zone_and_language_change_no_byte() {
    let quarter = Quarter::new("bytes", &["payments", "portal-exit", "developer-portal"]);
    ends(&quarter.batch("one", &["--jobs", "1"]), 0);
    let other = quarter
        .command(&[
            "batch",
            "in/portal-exit.json",
            "in/payments.json",
            "in",
            "--out",
            "two",
            "--jobs",
            "2",
        ])
        .env("TZ", "Asia/Kathmandu")
        .env("LC_ALL", "tr_TR.UTF-8")
        .output()
        .expect("the program runs");
    ends(&other, 0);
    assert_eq!(quarter.tree("one"), quarter.tree("two"));
}

#[test]
fn lines_of_a_file_are_decisions_with_places_of_their_own() {
    let quarter = Quarter::new("lines", &["payments", "portal-exit"]);
    let one_line = |name: &str| {
        let value = quarter.json(&format!("in/{name}.json"));
        value.to_string()
    };
    let lines = format!(
        "{}\n\n{}\n{{\"id\": \"broken\", \"title\": 5}}\n",
        one_line("payments"),
        one_line("portal-exit")
    );
    write(&quarter.path("all.ndjson"), &lines);
    let output = quarter.run(&["batch", "all.ndjson", "--out", "out", "--format", "md"]);
    ends(&output, 1);
    assert!(
        said(&output).starts_with("Failed: 1 decision\n  refused all.ndjson:4: "),
        "{}",
        said(&output)
    );
    let told = super::told(&output);
    assert!(told.contains("all.ndjson:4:27"), "{told}");
    let manifest = quarter.json("out/manifest.json");
    assert_eq!(manifest["decisions"][0]["source"], "all.ndjson:1");
    assert_eq!(manifest["decisions"][1]["source"], "all.ndjson:3");
}

#[test]
fn patterns_and_folders_find_decisions_once_and_leave_results_alone() {
    let quarter = Quarter::new("find", &["payments", "portal-exit"]);
    std::fs::create_dir_all(quarter.path("in/deep/er")).expect("folders");
    std::fs::rename(
        quarter.path("in/payments.json"),
        quarter.path("in/deep/er/payments.json"),
    )
    .expect("moved");
    write(&quarter.path("in/.hidden.json"), "{");
    write(&quarter.path("in/notes.txt"), "not a decision");
    let arguments = [
        "batch",
        ".",
        "in/*.json",
        "in/**/*.json",
        "--out",
        "in/out",
        "--format",
        "md",
    ];
    for expected in ["Rendered: 2 decisions\n", "Rendered: 0 decisions\n"] {
        let output = quarter.run(&arguments[..]);
        // The pattern also names the hidden file, which is no decision.
        assert!(said(&output).contains(expected), "{}", said(&output));
    }
}
