//! How a decision is begun: the starter, a category of the market, the five questions. And what
//! the command line says of itself.

use crate::support::{Folder, boardbrief, root};
use boardbrief::decision::{Decision, Source};
use boardbrief::market::Market;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn decision(path: &Path) -> Decision {
    let text = std::fs::read_to_string(path).expect("the decision was written");
    let read = Decision::from_source(&Source::new("d.yaml", text));
    read.unwrap_or_else(|faults| panic!("{}: {faults:#?}", path.display()))
}

/// Runs the program with something to read.
fn answered(arguments: &[&std::ffi::OsStr], answers: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_boardbrief"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("an input");
    input
        .write_all(answers.as_bytes())
        .expect("answers are read");
    drop(input);
    child.wait_with_output().expect("the program ends")
}

#[test]
fn every_category_gives_a_legal_decision_with_its_alternatives() {
    let folder = Folder::new("start-category");
    for key in Market::built_in().keys() {
        let path = folder.path().join(format!("{key}.yaml"));
        let arguments = [
            "init".as_ref(),
            path.as_os_str(),
            "--category".as_ref(),
            key.as_ref(),
        ];
        assert_eq!(boardbrief(&arguments).status.code(), Some(0), "{key}");
        let decision = decision(&path);
        assert_eq!(decision.category.as_deref(), Some(key));
        let names: Vec<&str> = decision
            .alternatives
            .iter()
            .map(|a| a.name.as_str())
            .collect();
        assert_eq!(
            names,
            Market::built_in()
                .category(key)
                .expect("known")
                .alternatives
        );
        // Nothing is invented: the catalogue knows neither fit nor price.
        assert!(
            decision
                .alternatives
                .iter()
                .all(|a| a.fit.is_none() && a.annual_cost.is_none())
        );
    }
    let wrong = boardbrief(&["init", "x.yaml", "--category", "develper-portal"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("did you mean `developer-portal`?"));
    assert!(!root().join("x.yaml").exists());
}

#[test]
fn the_five_questions_are_written_down_as_they_were_answered() {
    let folder = Folder::new("start-ask");
    let path = folder.path().join("search.yaml");
    let answers = "Search: \"build\" or buy\n1 Feb 2026\n2026-02-01\neuro\neur\n\
                   Ranking\ny\nperhaps\nyes\n\n\
                   n\n\ny\nn\n?\n\
                   Algolia\ny\n85 %\n60,000\n\n\
                   4\n150000\nOnboarding\n900000\n\
                   Found at first try\n0.8\n2026-12-31\nVP Product\ny\n";
    let asked = answered(
        &["init".as_ref(), path.as_os_str(), "--ask".as_ref()],
        answers,
    );
    let told = String::from_utf8_lossy(&asked.stderr).into_owned();
    assert_eq!(asked.status.code(), Some(0), "{told}");
    assert!(
        told.contains("Write the day as YYYY-MM-DD") && told.contains("Answer y or n"),
        "{told}"
    );
    let decision = decision(&path);
    assert_eq!(decision.title, "Search: \"build\" or buy");
    assert_eq!(decision.as_of.to_string(), "2026-02-01");
    assert_eq!(decision.currency.as_deref(), Some("EUR"));
    assert_eq!(decision.components[0].hard_to_replicate, Some(true));
    assert_eq!(decision.components[0].matters_to_customers, Some(true));
    let survives = &decision.maintenance.survives;
    assert_eq!(survives.key_people_leave, Some(false));
    assert_eq!(survives.priorities_shift, None);
    assert_eq!(survives.technology_moves_on, Some(true));
    let offer = &decision.alternatives[0];
    assert_eq!(offer.fit.as_ref().map(|fit| fit.likely), Some(0.85));
    assert_eq!(
        offer.annual_cost.as_ref().map(|cost| cost.likely),
        Some(60_000.0)
    );
    assert!(
        offer
            .annual_cost
            .as_ref()
            .is_some_and(|cost| cost.is_assumption())
    );
    assert_eq!(decision.opportunities[0].name, "Onboarding");
    let metric = &decision.success.metrics[0];
    assert_eq!(
        (metric.target, metric.owner.as_deref()),
        (Some(0.8), Some("VP Product"))
    );
    assert_eq!(decision.success.exit_rule.committed, Some(true));
}

#[test]
fn a_file_that_is_there_is_kept_and_no_question_is_asked_in_vain() {
    let folder = Folder::new("start-kept");
    let path = folder.path().join("kept.yaml");
    std::fs::write(&path, "mine").expect("a file");
    for way in [&["--ask"][..], &["--category", "payments"], &[]] {
        let mut arguments = vec!["init".as_ref(), path.as_os_str()];
        arguments.extend(way.iter().map(AsRef::<std::ffi::OsStr>::as_ref));
        let told = answered(&arguments, "");
        assert_eq!(told.status.code(), Some(3));
        assert!(!String::from_utf8_lossy(&told.stderr).contains("What is to be decided"));
    }
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), "mine");
    // Answers that end early leave nothing behind.
    let other = folder.path().join("other.yaml");
    let told = answered(
        &["init".as_ref(), other.as_os_str(), "--ask".as_ref()],
        "A title\n",
    );
    assert_eq!(told.status.code(), Some(3));
    assert!(!other.exists());
}

#[test]
fn an_editor_finds_the_schema_that_the_first_line_names() {
    let folder = Folder::new("start-schema");
    let path = folder.path().join("d.yaml");
    assert_eq!(
        boardbrief(&["init".as_ref(), path.as_os_str()])
            .status
            .code(),
        Some(0)
    );
    let text = std::fs::read_to_string(&path).expect("written");
    let named = text
        .lines()
        .next()
        .and_then(|line| line.split_once("$schema=./"));
    let (_, schema) = named.expect("the line of the YAML language server");
    let beside = std::fs::read(folder.path().join(schema)).expect("the schema is there");
    assert_eq!(beside, boardbrief(&["schema"]).stdout);
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let help = String::from_utf8(boardbrief(&["--help"]).stdout).expect("text");
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .filter(|word| help.contains(&format!("\n  {word} ")))
        .collect();
    assert!(commands.len() >= 10, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = boardbrief(&["completions", shell]);
        assert_eq!(script.status.code(), Some(0));
        let script = String::from_utf8(script.stdout).expect("text");
        for command in &commands {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
    }
    let folder = Folder::new("start-manual");
    let pages = boardbrief(&[
        "manual".as_ref(),
        "--out".as_ref(),
        folder.path().as_os_str(),
    ]);
    assert_eq!(pages.status.code(), Some(0));
    for command in commands.iter().filter(|command| **command != "help") {
        let page = folder.path().join(format!("boardbrief-{command}.1"));
        let page =
            std::fs::read_to_string(&page).unwrap_or_else(|_| panic!("no page on {command}"));
        assert!(page.contains(".SH SYNOPSIS"), "{command}");
        let help = String::from_utf8(boardbrief(&[command, "--help"]).stdout).expect("text");
        assert!(help.contains("Usage: boardbrief"), "{command}");
    }
}

#[test]
fn what_is_said_into_a_pipe_has_no_colours_and_a_closed_pipe_is_quiet() {
    let told = boardbrief(&["check", "tests/check/three-faults.json"]);
    assert!(!told.stderr.contains(&0x1b));
    let shell = "\"$0\" schema | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}";
    let closed = Command::new("bash")
        .args(["-c", shell, env!("CARGO_BIN_EXE_boardbrief")])
        .output()
        .expect("a shell");
    assert_eq!(closed.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&closed.stderr), "");
}

/// What the program says on a terminal of its own, made by `script`; nothing where there is none.
fn on_a_terminal(environment: &[(&str, &str)]) -> Option<String> {
    let command = format!(
        "{} check tests/check/three-faults.json",
        env!("CARGO_BIN_EXE_boardbrief")
    );
    let mut script = Command::new("script");
    script
        .args(["-qec", &command, "/dev/null"])
        .current_dir(root());
    script.env_remove("NO_COLOR").env("TERM", "xterm-256color");
    let told = script.envs(environment.iter().copied()).output().ok()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    told.contains("error").then_some(told)
}

#[test]
fn a_terminal_is_told_in_colour_unless_its_user_objects() {
    let Some(told) = on_a_terminal(&[]) else {
        println!("not checked: there is no `script` to make a terminal with");
        return;
    };
    assert!(
        told.contains("\u{1b}[1;31m") && told.contains("\u{1b}[0m"),
        "{told:?}"
    );
    // Colours aside, a terminal is told what a pipe is.
    let piped = boardbrief(&["check", "tests/check/three-faults.json"]);
    let piped = String::from_utf8_lossy(&piped.stderr).into_owned();
    let plain = |text: &str| {
        let parts = text.split('\u{1b}');
        let parts = parts.map(|part| match part.strip_prefix('[') {
            Some(code) => code.split_once('m').map_or("", |(_, rest)| rest),
            None => part,
        });
        parts.collect::<String>().replace('\r', "")
    };
    assert_eq!(plain(&told), piped);
    for objection in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let told = on_a_terminal(&[objection]).expect("there was a terminal");
        assert!(!told.contains('\u{1b}'), "{objection:?}: {told:?}");
    }
    // An empty NO_COLOR is none, as no-color.org has it.
    let told = on_a_terminal(&[("NO_COLOR", "")]).expect("there was a terminal");
    assert!(told.contains('\u{1b}'));
}

#[test]
fn a_saved_decision_is_rendered_again() {
    let folder = Folder::new("watch");
    let (path, out) = (folder.path().join("d.json"), folder.path().join("out"));
    let write = |title: &str| {
        let text = format!(r#"{{"id":"watched","title":{title},"as_of":"2026-02-01"}}"#);
        std::fs::write(&path, text).expect("saved");
    };
    write("\"First\"");
    let child = Command::new(env!("CARGO_BIN_EXE_boardbrief"))
        .args([
            "watch".as_ref(),
            path.as_os_str(),
            "--out".as_ref(),
            out.as_os_str(),
        ])
        .args(["--format", "md", "--times", "3"])
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program runs");
    let rendered = out.join("watched.md");
    let shows = |title: &str| {
        for _ in 0..600 {
            std::thread::sleep(std::time::Duration::from_millis(50));
            if std::fs::read_to_string(&rendered).is_ok_and(|text| text.contains(title)) {
                return true;
            }
        }
        false
    };
    assert!(shows("First"));
    write("\"Second\"");
    assert!(shows("Second"));
    // What is wrong is told, and the document of the last legal decision stays.
    write("2");
    let ended = child.wait_with_output().expect("it ends");
    let told = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(
        told.contains("error[wrong-type]") && told.contains("waiting for the next change"),
        "{told}"
    );
    assert!(
        std::fs::read_to_string(&rendered)
            .expect("it is there")
            .contains("Second")
    );
}
