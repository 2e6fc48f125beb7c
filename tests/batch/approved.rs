//! Approved papers stand until somebody asks for them to be replaced.

use super::{Quarter, ends, said, write};

fn approved(name: &str) -> Quarter {
    let quarter = Quarter::new(name, &["portal-exit"]);
    quarter.change("portal-exit", |decision| {
        decision["status"] = "approved".into();
        decision["approval"] = serde_json::json!({ "by": "The board", "on": "2025-07-10" });
    });
    quarter
}

fn raise_spending(quarter: &Quarter) {
    quarter.change("portal-exit", |decision| {
        decision["build"]["engineers"] = 9.into();
    });
}

#[test]
fn an_approved_paper_is_not_rendered_again_by_another_policy() {
    let quarter = approved("frozen");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let before = quarter.tree("out");
    write(&quarter.path("house.toml"), "fit = 0.75\n");
    let output = quarter.batch("out", &["--format", "md", "--policy", "house.toml"]);
    ends(&output, 0);
    assert!(
        said(&output).contains("Rendered: 0 decisions\nApproved, left as they were: 1 decision\n"),
        "{}",
        said(&output)
    );
    assert_eq!(
        quarter.tree("out")["portal-exit.md"],
        before["portal-exit.md"]
    );
}

#[test]
fn a_change_after_approval_is_on_page_one_and_replaces_nothing_unasked() {
    let quarter = approved("changed");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let before = quarter.tree("out");
    raise_spending(&quarter);
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 0);
    assert!(
        said(&output).contains("not replaced without --supersede: portal-exit\n"),
        "{}",
        said(&output)
    );
    let after = quarter.tree("out");
    assert_eq!(after["portal-exit.md"], before["portal-exit.md"]);
    let page = quarter.text("out/portfolio.md");
    assert!(
        page.contains("**Warning:** 1 decision changed after approval. The approved paper stands"),
        "{page}"
    );
    let again = quarter.batch("out", &["--format", "md"]);
    assert!(!said(&again).contains("Written"), "{}", said(&again));

    let output = quarter.batch("out", &["--format", "md", "--supersede"]);
    ends(&output, 0);
    assert!(
        said(&output).contains("  it replaces the approved paper: portal-exit\n"),
        "{}",
        said(&output)
    );
    assert_ne!(
        quarter.tree("out")["portal-exit.md"],
        before["portal-exit.md"]
    );
    let page = quarter.text("out/portfolio.md");
    assert!(
        page.contains("a new paper replaces the approved one"),
        "{page}"
    );
}

#[test]
fn the_next_quarter_takes_an_approved_paper_over_as_it_was() {
    let quarter = approved("taken-over");
    ends(&quarter.batch("q3", &["--format", "md"]), 0);
    write(&quarter.path("house.toml"), "fit = 0.75\n");
    raise_spending(&quarter);
    let more = [
        "--format",
        "md",
        "--policy",
        "house.toml",
        "--previous",
        "q3",
    ];
    let output = quarter.batch("q4", &more);
    ends(&output, 0);
    let (then, now) = (quarter.tree("q3"), quarter.tree("q4"));
    for file in ["portal-exit.md", "decisions/portal-exit.json"] {
        assert_eq!(then[file], now[file], "{file}");
    }
    let page = quarter.text("q4/portfolio.md");
    assert!(page.contains("1 decision changed after approval"), "{page}");
    assert!(page.contains("Nothing: the same decisions"), "{page}");
}

#[test]
fn an_approved_paper_that_was_tampered_with_is_made_again_only_as_it_was() {
    let quarter = approved("tampered");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let before = quarter.tree("out");
    let tamper = || {
        let text = quarter.text("out/portal-exit.md").replacen("8", "9", 1);
        write(&quarter.path("out/portal-exit.md"), &text);
    };
    tamper();
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    assert_eq!(quarter.tree("out"), before);
    // By another policy, or with another decision, it would be another paper.
    tamper();
    let tampered = quarter.tree("out");
    write(&quarter.path("house.toml"), "fit = 0.75\n");
    let output = quarter.batch("out", &["--format", "md", "--policy", "house.toml"]);
    ends(&output, 1);
    assert!(
        said(&output).contains(
            "the approved paper of `portal-exit` is missing or is not as it was recorded"
        ),
        "{}",
        said(&output)
    );
    assert_eq!(
        quarter.tree("out")["portal-exit.md"],
        tampered["portal-exit.md"]
    );
    raise_spending(&quarter);
    ends(&quarter.batch("out", &["--format", "md"]), 1);
    assert_eq!(
        quarter.tree("out")["portal-exit.md"],
        tampered["portal-exit.md"]
    );
    ends(&quarter.batch("out", &["--format", "md", "--supersede"]), 0);
}

#[test]
fn an_approved_paper_stands_through_a_run_that_could_not_use_its_decision() {
    let quarter = approved("stands");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    let before = quarter.tree("out");
    let sound = quarter.text("in/portal-exit.json");
    write(&quarter.path("in/portal-exit.json"), "{");
    ends(&quarter.batch("out", &["--format", "md"]), 1);
    write(&quarter.path("in/portal-exit.json"), &sound);
    raise_spending(&quarter);
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 0);
    assert!(
        said(&output).contains("not replaced without --supersede: portal-exit\n"),
        "{}",
        said(&output)
    );
    assert_eq!(
        quarter.tree("out")["portal-exit.md"],
        before["portal-exit.md"]
    );
    assert!(
        !quarter
            .text("out/manifest.json")
            .contains("approved_before")
    );
}
