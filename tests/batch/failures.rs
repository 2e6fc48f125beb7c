//! Whatever goes wrong with one decision, or with the disk, stays where it is and is told.

use super::{Quarter, ends, said, told, write};

#[test]
fn failures_come_first_and_never_stop_the_others() {
    let quarter = Quarter::new("failures", &["portal-exit", "payments"]);
    std::fs::copy(
        quarter.path("in/payments.json"),
        quarter.path("in/twin.json"),
    )
    .expect("copied");
    write(&quarter.path("in/broken.yaml"), "id: [\n");
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 1);
    assert!(
        said(&output).starts_with(
            "Failed: 3 decisions\n  \
             refused in/broken.yaml: "
        ),
        "{}",
        said(&output)
    );
    for file in ["payments", "twin"] {
        let line = format!(
            "  refused in/{file}.json: in/payments.json and in/twin.json have the same id `payments`\n"
        );
        assert!(said(&output).contains(&line), "{}", said(&output));
    }
    assert!(said(&output).contains("Rendered: 1 decision\n"));
    let page = quarter.text("out/portfolio.md");
    assert!(
        page.contains("3 files could not be used and are in no figure of this paper."),
        "{page}"
    );
    let register = quarter.text("out/register.csv");
    assert_eq!(register.lines().count(), 5, "{register}");
}

#[test]
fn a_fault_of_their_own_template_is_theirs() {
    let quarter = Quarter::new("own-template", &["portal-exit"]);
    std::fs::create_dir_all(quarter.path("ours/markdown")).expect("made");
    write(&quarter.path("ours/markdown/report.md"), "{{ nothing }}\n");
    let output = quarter.batch("out", &["--format", "md", "--templates", "ours"]);
    ends(&output, 1);
    assert!(
        said(&output).starts_with(
            "Failed: 1 decision\n  refused in/portal-exit.json: in/portal-exit.json cannot be printed: "
        ),
        "{}",
        said(&output)
    );
    assert!(
        told(&output).contains("help: mend the template it names"),
        "{}",
        told(&output)
    );
}

#[test]
fn fail_fast_stops_and_writes_no_manifest() {
    let quarter = Quarter::new("fail-fast", &["portal-exit"]);
    write(&quarter.path("in/broken.json"), "{");
    let output = quarter.batch("out", &["--fail-fast", "--format", "md"]);
    ends(&output, 1);
    assert!(!quarter.path("out/manifest.json").exists());
    assert!(!quarter.path("out/portal-exit.md").exists());
}

#[test]
fn what_cannot_be_read_leaves_the_run_incomplete() {
    let quarter = Quarter::new("unreadable", &["portal-exit"]);
    let output = quarter.run(&[
        "batch",
        "in",
        "gone.json",
        "no/*.json",
        "--out",
        "out",
        "--format",
        "md",
    ]);
    ends(&output, 3);
    assert!(said(&output).contains("  unreadable gone.json: gone.json cannot be read"));
    assert!(said(&output).contains("  unreadable no/*.json: no/*.json matches no file"));
    assert!(quarter.path("out/portal-exit.md").exists());
}

#[test]
fn a_name_that_no_font_has_does_not_keep_the_portfolio_from_being_printed() {
    let quarter = Quarter::new("fonts", &["portal-exit"]);
    write(&quarter.path("in/\u{6c7a}\u{5b9a}.json"), "{");
    ends(&quarter.batch("out", &[]), 1);
    assert!(quarter.path("out/portfolio.pdf").exists());
    let page = quarter.text("out/portfolio.md");
    assert!(page.contains("`in/??.json`: refused."), "{page}");
}

#[test]
fn a_target_that_cannot_be_written_is_told() {
    let quarter = Quarter::new("unwritable", &["portal-exit"]);
    write(&quarter.path("file"), "in the way");
    let output = quarter.batch("file/out", &["--format", "md"]);
    ends(&output, 3);
    assert!(
        told(&output).contains("file/out cannot be written"),
        "{}",
        told(&output)
    );
    // A folder where a document should be: that one fails, and the rest is done.
    std::fs::create_dir_all(quarter.path("out/portal-exit.md/x")).expect("a folder");
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 3);
    assert!(
        said(&output).contains("unwritable in/portal-exit.json"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_decision_that_is_refused_is_not_told_as_gone() {
    let quarter = Quarter::new("not-gone", &["payments", "portal-exit", "email-delivery"]);
    ends(&quarter.batch("q3", &["--format", "md"]), 0);
    write(&quarter.path("in/payments.json"), "{");
    quarter.change("email-delivery", |decision| decision["title"] = 5.into());
    ends(
        &quarter.batch("q4", &["--format", "md", "--previous", "q3"]),
        1,
    );
    let register = quarter.json("q4/register.json");
    assert_eq!(register["moved"]["gone"], serde_json::json!([]));
    std::fs::remove_file(quarter.path("in/payments.json")).expect("it was there");
    ends(
        &quarter.batch("q4", &["--format", "md", "--previous", "q3"]),
        1,
    );
    let register = quarter.json("q4/register.json");
    assert_eq!(register["moved"]["gone"][0]["id"], "payments");
}

#[test]
fn a_file_that_no_run_wrote_is_left_alone() {
    let quarter = Quarter::new("hand-made", &["payments", "portal-exit"]);
    std::fs::create_dir_all(quarter.path("out")).expect("a folder");
    write(&quarter.path("out/payments.md"), "Minutes of the meeting\n");
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 3);
    assert!(
        said(&output).contains(
            "  unwritable in/payments.json: out/payments.md is already there, and no run wrote it\n"
        ),
        "{}",
        said(&output)
    );
    assert_eq!(quarter.text("out/payments.md"), "Minutes of the meeting\n");
    assert!(quarter.path("out/portal-exit.md").exists());
    std::fs::remove_file(quarter.path("out/payments.md")).expect("it was there");
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    // The portfolio is a file like any other.
    let quarter = Quarter::new("hand-made-portfolio", &["portal-exit"]);
    std::fs::create_dir_all(quarter.path("out")).expect("a folder");
    write(&quarter.path("out/portfolio.md"), "Ours\n");
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 3);
    assert_eq!(quarter.text("out/portfolio.md"), "Ours\n");
    assert!(!quarter.path("out/manifest.json").exists());
}

#[test]
fn decisions_are_not_read_from_where_their_copies_go() {
    let quarter = Quarter::new("copies", &["portal-exit"]);
    std::fs::rename(quarter.path("in"), quarter.path("decisions")).expect("renamed");
    let before = quarter.tree(".");
    let output = quarter.run(&["batch", "decisions", "--out", ".", "--format", "md"]);
    ends(&output, 2);
    assert!(
        told(&output).contains("is in the folder where the run keeps its copies"),
        "{}",
        told(&output)
    );
    assert_eq!(quarter.tree("."), before);
}

#[test]
fn wrong_usage_is_told_before_anything_is_done() {
    let quarter = Quarter::new("usage", &[]);
    for wrong in [
        vec!["batch", "in", "--out", "out", "--shard", "4/4"],
        vec!["batch", "in", "--out", "out", "--shard", "1"],
        vec!["batch", "in", "--out", "out", "--jobs", "0"],
        vec!["batch", "in", "--out", "out", "--as-of", "2026-13-01"],
        vec!["batch", "in", "--out", "in", "--previous", "in"],
        vec!["batch", "--out", "out"],
        vec!["merge", "out", "--expect", "0"],
        vec!["merge", "out"],
    ] {
        ends(&quarter.run(&wrong), 2);
    }
    assert!(!quarter.path("out").exists());
}

#[test]
fn ids_that_are_names_of_ours_are_set_apart() {
    let quarter = Quarter::new("names", &["portal-exit"]);
    quarter.change("portal-exit", |decision| {
        decision["id"] = "portfolio".into();
        decision["title"] = "=HYPERLINK(\"http://example.com\")".into();
    });
    ends(&quarter.batch("out", &["--format", "md"]), 0);
    assert!(
        quarter
            .text("out/portfolio.md")
            .contains("(<\\_portfolio.md>)")
    );
    assert!(
        quarter
            .text("out/_portfolio.md")
            .starts_with("# =HYPERLINK")
    );
    let register = quarter.text("out/register.csv");
    assert!(
        register.contains("\r\nportfolio,\"'=HYPERLINK("),
        "{register}"
    );
}
