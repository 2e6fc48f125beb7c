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
             a file of it was missing or had been changed: portal-exit\n  \
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
fn what_somebody_wrote_over_a_document_is_noticed_and_mended() {
    let quarter = Quarter::new("by-hand", &["payments", "portal-exit"]);
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let first = quarter.tree("out");
    for file in ["payments.md", "portfolio.md", "decisions/payments.json"] {
        let path = format!("out/{file}");
        // As many bytes as before.
        let text = quarter.text(&path).replacen('0', "1", 1);
        write(&quarter.path(&path), &text);
        assert_ne!(quarter.tree("out"), first, "{file}");
        ends(&quarter.batch("out", &["--format", "md"]), 0);
        assert_eq!(quarter.tree("out"), first, "{file}");
    }
}

#[cfg(unix)]
#[test]
fn an_older_file_moved_over_a_document_is_noticed() {
    let quarter = Quarter::new("moved-over", &["portal-exit"]);
    write(&quarter.path("old.md"), "x");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let first = quarter.tree("out");
    let length = quarter.text("out/portal-exit.md").len();
    let old = std::fs::File::options()
        .write(true)
        .open(quarter.path("old.md"))
        .expect("it is there");
    old.set_len(length as u64).expect("it can grow");
    old.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .expect("it can be as old as that");
    std::fs::rename(quarter.path("old.md"), quarter.path("out/portal-exit.md")).expect("moved");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    assert_eq!(quarter.tree("out"), first);
}

#[test]
fn what_former_runs_left_is_told_and_may_be_written_again() {
    let quarter = Quarter::new("left-over", &["payments", "portal-exit"]);
    ends(&quarter.batch("out", &["--format", "md,pdf"]), 0);
    std::fs::rename(
        quarter.path("in/payments.json"),
        quarter.path("payments.json"),
    )
    .expect("moved");
    let fewer = quarter.batch("out", &["--format", "md"]);
    ends(&fewer, 0);
    let told = "Left there by former runs, and no part of this one: decisions/payments.json, \
        payments.md, payments.pdf, portfolio.pdf\n";
    assert!(said(&fewer).ends_with(told), "{}", said(&fewer));
    let again = quarter.batch("out", &["--format", "md"]);
    assert!(said(&again).ends_with(told), "{}", said(&again));
    std::fs::rename(
        quarter.path("payments.json"),
        quarter.path("in/payments.json"),
    )
    .expect("moved back");
    quarter.change("payments", |decision| {
        decision["build"]["engineers"] = 7.into();
    });
    let all = quarter.batch("out", &["--format", "md,pdf"]);
    ends(&all, 0);
    assert!(!said(&all).contains("Left there"), "{}", said(&all));
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
        // The pattern also names the hidden file, which is no decision; that is all that fails.
        assert!(
            said(&output).starts_with("Failed: 1 decision\n"),
            "{}",
            said(&output)
        );
        assert!(said(&output).contains(expected), "{}", said(&output));
    }
}
