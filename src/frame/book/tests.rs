//! The rule book that the program carries, and what is wrong with others.

use super::*;

fn faults(file: &str, text: &str) -> Vec<String> {
    RuleBook::load(&[(file.to_owned(), text.to_owned())])
        .err()
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn every_rule_and_wording_of_ours_passes_its_checks() {
    for (file, text) in BUILT_IN {
        assert_eq!(faults(file, text), Vec::<String>::new());
    }
}

#[test]
fn each_rule_has_its_examples() {
    for rule in RuleBook::built_in().rules() {
        assert!(rule.yes.len() >= 3 && rule.no.len() >= 3, "{}", rule.id);
    }
}

const RULE: &str = r#"
[[rule]]
id = "mainframe"
intent = "capability"
weight = 4
pattern = '''\bmainframe\b'''
yes = ["The mainframe needs people.", "Our mainframe", "a mainframe job"]
no = ["Our main frame of mind", "x", "y"]
"#;

#[test]
fn an_organisation_adds_to_the_book() {
    let book = RuleBook::load(&[("ours.toml".into(), RULE.into())]).expect("a rule book");
    let found = book.classify("There is nobody left for the mainframe.");
    assert_eq!(found.intent, Intent::Capability);
    assert!(book.rules().len() > 30);
}

#[test]
fn an_organisation_overrides_what_is_said() {
    let text = "[intent.cost.board]\nmove = [\"We would pay {cost} for {plan}.\"]\n";
    let book = RuleBook::load(&[("ours.toml".into(), text.into())]).expect("a rule book");
    let ours = RuleBook::built_in().statements().all().count();
    assert!(book.statements().all().count() < ours);
}

#[test]
fn an_organisation_adds_terms() {
    let book = RuleBook::load(&[(
        "terms.tsv".into(),
        "term\texpansion\tboard\nFLUX\t\tour billing run\n".into(),
    )]);
    let book = book.expect("a rule book");
    assert_eq!(
        book.glossary().pass().explain("FLUX is late"),
        "FLUX (our billing run) is late"
    );
}

#[test]
fn faults_name_file_line_and_rule() {
    assert_eq!(
        faults("ours.toml", &RULE.replace("capability", "capabilty")),
        [
            "ours.toml:4: `mainframe`: `capabilty` is no intent; write one of tool_request, customization, feature_gap, ownership_control, compliance_security, lock_in, cost, upkeep_underestimate, ops_burden, capability, sunk_cost, scale_reliability, ai_governance, time_to_market, vanity_metric, integration, none"
        ]
    );
    assert_eq!(
        faults("ours.toml", &RULE.replace("weight = 4", "weight = 9")),
        ["ours.toml:5: `mainframe`: weight 9 is out of range; write 0.5 to 4"]
    );
    assert_eq!(
        faults(
            "ours.toml",
            &RULE.replace(r"\bmainframe\b", r"\bmainframe(")
        ),
        ["ours.toml:6: `mainframe`: the pattern is no regular expression: error: unclosed group"]
    );
    assert_eq!(
        faults("ours.toml", &RULE.replace("Our mainframe", "Our host")),
        ["ours.toml:7: `mainframe`: does not match its own example “Our host”"]
    );
    assert_eq!(
        faults("ours.toml", &RULE.replace(", \"y\"]", "]")),
        ["ours.toml:3: `mainframe`: 2 examples under `no`; write at least 3"]
    );
    assert_eq!(
        faults("ours.toml", &format!("{RULE}{RULE}")),
        ["ours.toml:11: `mainframe`: this id is used twice"]
    );
}

#[test]
fn statements_are_checked_too() {
    assert_eq!(
        faults(
            "s.toml",
            "[intent.cost.board]\nmove = [\n  \"We save 5 on {plan} and {cost}.\",\n]\n"
        ),
        [
            "s.toml:3: `cost.board.move.1`: “5” is a figure of its own; a figure enters only as a slot"
        ]
    );
    assert_eq!(
        faults("s.toml", "[intent.cost.board]\nmoved = []\n"),
        [
            "s.toml:2: `cost.board.moved`: `moved` is no course; write move, stay, open or halt, and perhaps a side, as in \"move.building\""
        ]
    );
    assert_eq!(
        faults("s.toml", "[intent.price]\nasks = \"What?\"\n"),
        ["s.toml:1: `intent`: `price` is no intent to say something about"]
    );
    assert_eq!(
        faults(
            "s.toml",
            "[intent.cost]\nanswered_by = [\"cost\",\n  \"teem\"]\n"
        ),
        ["s.toml:3: `cost`: `teem` in `answered_by` is no slot; did you mean `team`?"]
    );
    assert_eq!(faults("s.toml", "[intent.cost.bord]\nmove = []\n").len(), 1);
    assert_eq!(
        faults("t.tsv", "term\texpansion\tboard\nFLUX\n"),
        ["t.tsv:2: `FLUX`: write term, expansion and board wording, parted by tabs"]
    );
}
