//! What `evaluate --json` and `frame --json` print is what `docs/output.md` says: every key, with its
//! type; and every figure of the money has a derivation that ends in the decision.

use super::full;
use crate::support::{Folder, boardbrief, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The documented keys of a command with their types, in its part of the page.
fn documented(command: &str) -> BTreeMap<String, String> {
    let page = std::fs::read_to_string(root().join("docs/output.md")).expect("the page");
    let part = page
        .split("\n## ")
        .find(|part| part.starts_with(&format!("`boardbrief {command}")))
        .expect("a part on the command");
    let rows = part.lines().filter(|line| line.starts_with("| `/"));
    rows.map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        (cells[1].trim_matches('`').to_owned(), cells[2].to_owned())
    })
    .collect()
}

/// A decision that argues and states no figure, so that what a statement would need is asked for.
const BARE: &str = r#"{"id": "bare", "title": "Bare", "as_of": "2026-01-01",
    "components": [{"name": "Portal"}], "arguments": [{"text": "It costs too much", "about": "cost"}]}"#;

/// Decisions that between them fill every key: the worked ones, those of the tests, the full one, and
/// one that states no figure.
fn decisions(folder: &Path) -> Vec<PathBuf> {
    let full = folder.join("full.json");
    std::fs::write(&full, full::decision("Text").to_string()).expect("written");
    let bare = folder.join("bare.json");
    std::fs::write(&bare, BARE).expect("written");
    let mut found = vec![full, bare];
    for place in ["reports", "tests/finance", "tests/frame"] {
        for entry in std::fs::read_dir(root().join(place)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let path = if path.is_dir() {
                path.join("decision.json")
            } else {
                path
            };
            let known = path
                .extension()
                .is_some_and(|ending| ending == "json" || ending == "yaml");
            if known && path.is_file() {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn output(command: &str, path: &Path) -> Option<Value> {
    let told = boardbrief(&[command.as_ref(), path.as_os_str(), "--json".as_ref()]);
    let shown = || String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(matches!(told.status.code(), Some(0 | 1)), "{}", shown());
    told.status
        .success()
        .then(|| serde_json::from_slice(&told.stdout).expect("JSON"))
}

/// A place as the page names it: entries of lists and of objects by name are `*`, and an operand is
/// described where its derivation is.
fn named(place: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in place.split('/').skip(1) {
        let of_policy = parts == ["policy"];
        let is_entry = of_policy || part.bytes().all(|byte| byte.is_ascii_digit());
        parts.push(if is_entry { "*" } else { part });
        if parts.ends_with(&["operands", "*"]) {
            parts.truncate(2);
        }
    }
    parts.iter().map(|part| format!("/{part}")).collect()
}

/// Whether a value is of the type that the page gives.
fn is_of(value: &Value, kind: &str) -> bool {
    let known = match kind.split([' ', ',']).next().unwrap_or_default() {
        "text" | "word" | "pointer" | "date" => value.is_string(),
        "yes" => value.is_boolean(),
        "object" => value.is_object(),
        "list" => value.is_array(),
        "value" => value.is_number() || value.is_string() || value.is_boolean(),
        "money" | "share" | "number" | "count" | "months" | "years" | "people" | "index" => {
            value.is_number()
        }
        other => panic!("{other} is no type"),
    };
    known || (value.is_null() && kind.contains("null"))
}

fn holds_what_the_page_says(command: &str) -> Vec<(PathBuf, Value)> {
    let folder = Folder::new(&format!("output-{command}"));
    let rows = documented(command);
    assert!(rows.len() > 20, "{} keys", rows.len());
    let mut seen = BTreeSet::new();
    let mut wrong = BTreeSet::new();
    let mut all = Vec::new();
    for path in decisions(folder.path()) {
        let Some(whole) = output(command, &path) else {
            continue;
        };
        full::places(&whole, "", &mut |place, value| {
            let name = named(place);
            match rows.get(&name) {
                Some(kind) if !is_of(value, kind) => {
                    wrong.insert(format!("{name} is {kind}, not {value:.40}"));
                }
                None if !value.is_object() && !value.is_array() => {
                    wrong.insert(format!("{name} is not on the page"));
                }
                _ => {}
            }
            if name == "/derivations/*" && place.contains("/operands/") {
                seen.insert("/derivations/*/operands/*".to_owned());
            }
            seen.insert(name);
        });
        all.push((path, whole));
    }
    let unseen: Vec<&String> = rows.keys().filter(|name| !seen.contains(*name)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(unseen.is_empty(), "no decision has {unseen:#?}");
    all
}

#[test]
fn an_evaluation_is_what_the_page_says_and_every_figure_is_derived() {
    for (path, whole) in holds_what_the_page_says("evaluate") {
        let name = path.display();
        let derivations = whole["derivations"].as_array().expect("a list");
        let by_figure: BTreeMap<&str, &Value> = derivations
            .iter()
            .filter_map(|one| Some((one["figure"].as_str()?, one)))
            .collect();
        // The same value in both places.
        for (figure, one) in &by_figure {
            if let Some(value) = whole.pointer(figure) {
                assert_eq!(value, &one["value"], "{name}: {figure}");
            }
        }
        for list in ["options", "cases"] {
            for (at, entry) in whole["finance"][list]
                .as_array()
                .expect("a list")
                .iter()
                .enumerate()
            {
                for (key, value) in entry.as_object().expect("an object") {
                    let place = format!("/finance/{list}/{at}/{key}");
                    let derived = by_figure.contains_key(place.as_str()) || key == "alternative";
                    assert!(
                        !value.is_number() || derived,
                        "{name}: {place} has no derivation"
                    );
                }
            }
        }
    }
}

#[test]
fn a_framing_is_what_the_page_says() {
    holds_what_the_page_says("frame");
}
