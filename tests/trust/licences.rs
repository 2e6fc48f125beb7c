//! The licences of everything that is built in, listed in `LICENCES.md` and held to the list of those
//! that may be (`deny.toml`); and the check against advisories, which tells clean, found and not
//! checked apart.

use crate::support::{Folder, compare, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Output};

/// The packages of the lock file for Linux, as cargo tells of them without the network; nothing where
/// it cannot, as where dependencies were never fetched.
fn metadata() -> Option<Value> {
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root())
        .output()
        .ok()?;
    told.status
        .success()
        .then(|| serde_json::from_slice(&told.stdout).expect("JSON"))
}

/// Ids of the packages that the program is made from: what it depends on, and what builds that.
fn in_program(metadata: &Value) -> BTreeSet<&str> {
    let nodes = metadata["resolve"]["nodes"].as_array().expect("nodes");
    let by_id: BTreeMap<&str, &Value> = nodes
        .iter()
        .map(|node| (node["id"].as_str().expect("an id"), node))
        .collect();
    let mut open = vec![metadata["resolve"]["root"].as_str().expect("a root")];
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !found.insert(id) {
            continue;
        }
        for dependency in by_id[id]["deps"].as_array().expect("dependencies") {
            let kinds = dependency["dep_kinds"].as_array().expect("kinds");
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                open.push(dependency["pkg"].as_str().expect("an id"));
            }
        }
    }
    found
}

/// Whether an SPDX expression can be kept with these licences alone. `/` is an old way to write `OR`.
fn is_allowed(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (kept, rest) = either(&words, allowed);
    assert!(rest.is_empty(), "{expression} is no licence expression");
    kept
}

fn either<'w>(words: &'w [&'w str], allowed: &BTreeSet<&str>) -> (bool, &'w [&'w str]) {
    let (mut kept, mut rest) = both(words, allowed);
    while let ["OR", more @ ..] = rest {
        let (other, after) = both(more, allowed);
        (kept, rest) = (kept || other, after);
    }
    (kept, rest)
}

fn both<'w>(words: &'w [&'w str], allowed: &BTreeSet<&str>) -> (bool, &'w [&'w str]) {
    let (mut kept, mut rest) = one(words, allowed);
    while let ["AND", more @ ..] = rest {
        let (other, after) = one(more, allowed);
        (kept, rest) = (kept && other, after);
    }
    (kept, rest)
}

fn one<'w>(words: &'w [&'w str], allowed: &BTreeSet<&str>) -> (bool, &'w [&'w str]) {
    match words {
        ["(", inner @ ..] => {
            let (kept, rest) = either(inner, allowed);
            (
                kept,
                rest.strip_prefix(&[")"]).expect("a closing parenthesis"),
            )
        }
        [licence, "WITH", exception, rest @ ..] => {
            let whole = format!("{licence} WITH {exception}");
            (allowed.contains(whole.as_str()), rest)
        }
        [licence, rest @ ..] => (allowed.contains(licence), rest),
        [] => panic!("an expression that ends early"),
    }
}

#[test]
fn every_dependency_has_a_licence_that_may_be_combined_and_is_listed() {
    let rules = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    let rules: toml::Table = toml::from_str(&rules).expect("TOML");
    let allow = rules["licenses"]["allow"].as_array().expect("a list");
    let allowed: BTreeSet<&str> = allow.iter().filter_map(toml::Value::as_str).collect();
    for (expression, kept) in [
        ("MIT OR GPL-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR MIT) AND Unicode-3.0", true),
        ("GPL-3.0/AGPL-3.0", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), kept, "{expression}");
    }
    let Some(metadata) = metadata() else {
        println!("not checked: cargo cannot tell of the dependencies without a network");
        return;
    };
    let program = in_program(&metadata);
    let (mut inside, mut beside, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for package in metadata["packages"].as_array().expect("packages") {
        let text = |name: &str| package[name].as_str().unwrap_or_default();
        if package["source"].is_null() {
            continue;
        }
        let (name, version, licence) = (text("name"), text("version"), text("license"));
        if !is_allowed(licence, &allowed) {
            refused.push(format!("{name} {version}: {licence:?}"));
        }
        let row = format!("| {name} | {version} | {licence} |\n");
        match program.contains(text("id")) {
            true => inside.push(row),
            false => beside.push(row),
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
    assert!(inside.len() > 200, "only {}", inside.len());
    inside.sort();
    beside.sort();
    let head = "| Crate | Version | Licence |\n|---|---|---|\n";
    let list = format!(
        "# Licences\n\n\
         boardbrief is under the MIT licence ([LICENSE](LICENSE)); the fonts compiled in are under the SIL\n\
         Open Font License 1.1 ([fonts](fonts)), as are those that tests use. What it is built from, on\n\
         Linux, by `Cargo.lock`; each crate's source holds the text of its licence, and `cargo vendor`\n\
         fetches them all. Where two licences are offered, either may be chosen. A test keeps this list.\n\n\
         ## In the program, or needed to build it\n\n{head}{}\n\
         ## For tests alone\n\n{head}{}",
        inside.concat(),
        beside.concat()
    );
    compare(&root().join("LICENCES.md"), list.as_bytes());
}

fn advisories(arguments: &[&str]) -> Option<Output> {
    let script = root().join("tools/dependencies/advisories.py");
    let told = Command::new("python3")
        .arg(script)
        .args(arguments)
        .output()
        .ok()?;
    // Before 3.11 the language reads no TOML, and the script says that it could not check.
    (!String::from_utf8_lossy(&told.stderr).contains("older than")).then_some(told)
}

#[test]
fn clean_found_and_not_checked_are_told_apart() {
    let folder = Folder::new("advisories");
    let lock = folder.path().join("Cargo.lock");
    let status = |name: &str, version: &str| {
        let source = "registry+https://github.com/rust-lang/crates.io-index";
        let text =
            format!("[[package]]\nname = {name:?}\nversion = {version:?}\nsource = {source:?}\n");
        std::fs::write(&lock, text).expect("written");
        let told = advisories(&["--lock", &lock.display().to_string()])?;
        Some((
            told.status.code(),
            String::from_utf8_lossy(&told.stdout).into_owned(),
        ))
    };
    // RUSTSEC-2020-0071 of `time`: affected from 0.1.0, mended in 0.2.23, and 0.2.0 to 0.2.6 never were.
    for (version, expected) in [
        ("0.1.43", 1),
        ("0.2.6", 0),
        ("0.2.22", 1),
        ("0.2.23", 0),
        ("0.3.47", 0),
    ] {
        let Some((code, told)) = status("time", version) else {
            println!("not checked: there is no python3");
            return;
        };
        assert_eq!(code, Some(expected), "{version}: {told}");
        assert_eq!(told.contains("RUSTSEC-2020-0071"), expected == 1, "{told}");
    }
    assert_eq!(
        status("no-such-crate", "1.0.0").and_then(|told| told.0),
        Some(0)
    );
    std::fs::write(&lock, "[[package").expect("written");
    let told = advisories(&["--lock", &lock.display().to_string()]).expect("python3 was there");
    assert_eq!(told.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&told.stderr).starts_with("could not check: "));
}
