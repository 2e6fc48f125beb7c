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
