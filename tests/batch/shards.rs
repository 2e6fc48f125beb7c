//! Shards of a run, put together, are the run.

use super::{Quarter, ends, said, told, write};

const DECISIONS: [&str; 3] = ["payments", "portal-exit", "email-delivery"];
const MD: [&str; 2] = ["--format", "md"];

fn shard(quarter: &Quarter, out: &str, shard: &str) -> std::process::Output {
    quarter.batch(out, &[&MD[..], &["--shard", shard]].concat())
}

#[test]
fn shards_put_together_are_the_run_byte_for_byte() {
    let quarter = Quarter::new("shards", &DECISIONS);
    write(&quarter.path("in/broken.json"), "{");
    ends(&quarter.batch("whole", &MD), 1);
    // In any order, and one of them twice.
    let mut statuses = Vec::new();
    for name in ["2/3", "0/3", "2/3", "1/3"] {
        statuses.push(shard(&quarter, "out", name).status.code());
    }
    // The broken file belongs to one shard, whose status says so.
    let refused = statuses.iter().filter(|status| **status == Some(1)).count();
    assert!((1..=2).contains(&refused), "{statuses:?}");
    ends(&quarter.run(&["merge", "out", "--expect", "3"]), 1);
    let mut merged = quarter.tree("out");
    merged.retain(|name, _| !name.starts_with("shards/"));
    assert_eq!(merged, quarter.tree("whole"));
    // Again: nothing is left to write.
    let again = quarter.run(&["merge", "out", "--expect", "3"]);
    assert!(!said(&again).contains("Written"), "{}", said(&again));
}

#[test]
fn what_is_missing_or_damaged_is_named() {
    let quarter = Quarter::new("missing", &DECISIONS);
    ends(&shard(&quarter, "out", "1/4"), 0);
    let output = quarter.run(&["merge", "out", "--expect", "4"]);
    ends(&output, 3);
    assert!(
        told(&output).starts_with("error: 3 of 4 shards are missing from out: 0/4, 2/4, 3/4\n"),
        "{}",
        told(&output)
    );
    assert!(!quarter.path("out/manifest.json").exists());
    for name in ["0/4", "2/4", "3/4"] {
        ends(&shard(&quarter, "out", name), 0);
    }
    write(&quarter.path("out/payments.md"), "somebody was here\n");
    let output = quarter.run(&["merge", "out", "--expect", "4"]);
    ends(&output, 3);
    assert!(
        told(&output).starts_with("error: out/payments.md is missing or not as shard "),
        "{}",
        told(&output)
    );
    write(&quarter.path("house.toml"), "fit = 0.75\n");
    let output = quarter.run(&["merge", "out", "--expect", "4", "--policy", "house.toml"]);
    ends(&output, 3);
    assert!(
        told(&output).contains("was made with another policy"),
        "{}",
        told(&output)
    );
}
