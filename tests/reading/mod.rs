//! Reading decision files: both syntaxes say the same, words stay words, limits hold.

use crate::support::{boardbrief, root};
use boardbrief::decision::{Decision, Source};
use boardbrief::diagnostics::Rule;

fn read(name: &str, text: &str) -> Result<Decision, Vec<Rule>> {
    Decision::from_source(&Source::new(name, text))
        .map_err(|faults| faults.iter().map(|fault| fault.rule).collect())
}

/// A decision with one more line or field of YAML.
fn yaml(more: &str) -> String {
    format!("id: portal\ntitle: Portal\nas_of: 2026-02-01\ncurrency: USD\n{more}")
}

#[test]
fn the_same_decision_in_json_and_yaml_is_the_same() {
    // JSON is YAML (1.2), so each worked decision can be read as either.
    for entry in std::fs::read_dir(root().join("reports")).expect("the reports are there") {
        let path = entry.expect("an entry").path().join("decision.json");
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        assert_eq!(
            read("d.json", &text),
            read("d.yaml", &text),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_starter_is_a_legal_decision_and_is_never_written_twice() {
    let folder = crate::support::Folder::new("starter");
    let path = folder.path().join("Our Portal.yaml");
    let name = path.to_string_lossy().into_owned();
    assert_eq!(boardbrief(&["init", &name]).status.code(), Some(0));
    let written = std::fs::read_to_string(&path).expect("the starter was written");
    let decision = read("d.yaml", &written).expect("the starter is legal");
    assert_eq!(decision.id, "our-portal");
    let again = boardbrief(&["init", &name]);
    assert_eq!(again.status.code(), Some(3));
    assert_eq!(
        std::fs::read_to_string(&path).expect("it is still there"),
        written
    );
}

#[test]
fn an_unquoted_word_means_what_its_field_says() {
    let decision = read(
        "d.yaml",
        &yaml("organisation: { name: no }\nalternatives: [{ name: 1.0, proven: true }]\n"),
    )
    .expect("legal");
    assert_eq!(decision.organisation.name.as_deref(), Some("no"));
    assert_eq!(decision.alternatives[0].name, "1.0");
    assert_eq!(
        read("d.yaml", &yaml("market_forces_vendors: no\n")),
        Err(vec![Rule::WrongType])
    );
    assert_eq!(
        read("d.yaml", &yaml("market_forces_vendors: ~\n")).map(|d| d.market_forces_vendors),
        Ok(None)
    );
    assert_eq!(
        read("d.yaml", &yaml("ask: { money: 1_000 }\n")),
        Err(vec![Rule::WrongType])
    );
    assert_eq!(
        read("d.yaml", &yaml("ask: { money: .inf }\n")),
        Err(vec![Rule::WrongType])
    );
}

#[test]
fn what_multiplies_or_nests_without_end_is_refused() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let above = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{above}]\n"));
    }
    assert_eq!(read("d.yaml", &yaml(&bomb)), Err(vec![Rule::TooLarge]));
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(
        read("d.yaml", &yaml(&format!("notes: {deep}\n"))),
        Err(vec![Rule::TooLarge])
    );
    let deep_json = format!("{{\"id\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read("d.json", &deep_json), Err(vec![Rule::TooLarge]));
    let deep_json = format!("{{\"id\": {}{}}}", "[".repeat(100), "]".repeat(100));
    assert_eq!(read("d.json", &deep_json), Err(vec![Rule::TooLarge]));
}

#[test]
fn a_range_holds_its_likely_value_and_has_two_ends() {
    let figure = |text: &str| {
        read("d.yaml", &yaml(&format!("ask: {{ money: {text} }}\n"))).map(|d| d.ask.money)
    };
    let money = figure("{ low: 1, likely: 2, high: 3, source: Finance }")
        .expect("legal")
        .expect("given");
    assert_eq!((money.likely, money.range), (2.0, Some((1.0, 3.0))));
    assert_eq!(
        figure("{ value: 2 }")
            .expect("legal")
            .expect("given")
            .likely,
        2.0
    );
    assert_eq!(
        figure("{ low: 3, likely: 2, high: 4 }"),
        Err(vec![Rule::Range])
    );
    assert_eq!(figure("{ low: 1, likely: 2 }"), Err(vec![Rule::Incomplete]));
    assert_eq!(
        figure("{ low: 1, value: 2, high: 3 }"),
        Err(vec![Rule::Conflict])
    );
    assert_eq!(figure("{ source: Finance }"), Err(vec![Rule::MissingField]));
}

#[test]
fn null_is_not_known_and_never_false_or_nil() {
    let decision = read("d.json", r#"{"id":"p","title":"P","as_of":"2026-02-01","market_forces_vendors":null,"organisation":null}"#)
        .expect("legal");
    assert_eq!(decision.market_forces_vendors, None);
    assert_eq!(decision.organisation.engineers, None);
}

#[test]
fn every_rule_is_explained_and_its_id_is_its_own() {
    let mut ids: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        for text in [rule.what(), rule.why(), rule.example()] {
            assert!(
                text.ends_with('.') && text.len() > 15,
                "{}: {text}",
                rule.id()
            );
        }
    }
}
