//! A run that is killed or interrupted goes on where it was, and ends as if it never had been.

use super::{Quarter, ends, said};
use std::time::Duration;

const DECISIONS: [&str; 4] = [
    "payments",
    "portal-exit",
    "email-delivery",
    "authentication",
];
const MORE: [&str; 4] = ["--format", "md", "--jobs", "2"];

#[test]
fn a_run_that_is_killed_ends_the_same_when_it_is_run_again() {
    let quarter = Quarter::new("killed", &DECISIONS);
    ends(&quarter.batch("whole", &MORE), 0);
    let whole = quarter.tree("whole");
    for (number, wait) in [40, 400, 900, 1500].into_iter().enumerate() {
        let out = format!("out-{number}");
        let mut arguments = vec!["batch", "in", "--out", &out];
        arguments.extend(MORE);
        let mut child = quarter
            .command(&arguments)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(wait));
        // Signal 9 where there are signals; it may have ended before.
        let _ = child.kill();
        child.wait().expect("it has ended");
        if quarter.path(&out).exists() {
            for (name, hash) in quarter.tree(&out) {
                let working = name.starts_with(".boardbrief");
                assert!(working || whole.get(&name) == Some(&hash), "{name} is torn");
            }
        }
        ends(&quarter.batch(&out, &MORE), 0);
        assert_eq!(quarter.tree(&out), whole, "killed after {wait} ms");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_ends_cleanly_and_goes_on() {
    let quarter = Quarter::new("interrupted", &DECISIONS);
    let mut arguments = vec!["batch", "in", "--out", "out"];
    arguments.extend(MORE);
    let child = quarter
        .command(&arguments)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    // The folder is there once the run listens.
    for _ in 0..200 {
        if quarter.path("out/.boardbrief/run/log.ndjson").exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let status = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    let output = child.wait_with_output().expect("it has ended");
    assert!(
        status.is_ok_and(|status| status.success()),
        "it was interrupted"
    );
    ends(&output, 3);
    assert!(said(&output).contains("Interrupted, "), "{}", said(&output));
    assert!(said(&output).contains("The same command goes on from here.\n"));
    assert!(!quarter.path("out/manifest.json").exists());
    let again = quarter.batch("out", &MORE);
    ends(&again, 0);
    assert!(!quarter.path("out/.boardbrief").exists());
}

#[test]
fn two_runs_do_not_write_to_one_folder() {
    let quarter = Quarter::new("held", &["portal-exit"]);
    std::fs::create_dir_all(quarter.path("out/.boardbrief/run")).expect("a folder");
    let held = std::fs::File::create(quarter.path("out/.boardbrief/run/held")).expect("a file");
    held.lock().expect("a lock");
    let output = quarter.batch("out", &["--format", "md"]);
    ends(&output, 3);
    let told = super::told(&output);
    assert!(told.contains("another run is writing to out"), "{told}");
}
