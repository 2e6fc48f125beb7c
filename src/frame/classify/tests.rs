//! Recognition: what is recognised, what is left alone, and that it is the same each time.

use super::*;
use crate::frame::RuleBook;

fn intent(text: &str) -> Intent {
    RuleBook::built_in().classify(text).intent
}

#[test]
fn the_arguments_of_the_worked_decision() {
    for (text, expected) in [
        (
            "We need Backstage for developer productivity.",
            Intent::ToolRequest,
        ),
        (
            "We need custom plugins for our workflows.",
            Intent::Customization,
        ),
        (
            "Managed solutions don't have all our features.",
            Intent::FeatureGap,
        ),
        (
            "We're not capable of maintaining Backstage.",
            Intent::Capability,
        ),
        (
            "Our portal has 99.9% uptime and 40 plugins.",
            Intent::VanityMetric,
        ),
        (
            "We have already put eighteen months into this; stopping now would waste it.",
            Intent::SunkCost,
        ),
        (
            "Two engineers can maintain it.",
            Intent::UpkeepUnderestimate,
        ),
        ("We'll figure it out as we go.", Intent::UpkeepUnderestimate),
    ] {
        assert_eq!(intent(text), expected, "{text}");
    }
}

/// A red flag that reads like small talk: the encoder would leave it alone.
#[test]
fn a_rule_that_decides_is_not_outvoted() {
    for text in [
        "We'll sort out who owns it later.",
        "We'll cross that bridge when we get to it.",
        "Nobody has been named for year three.",
        "It only takes two engineers part time to keep it going.",
    ] {
        let found = RuleBook::built_in().classify(text);
        assert_eq!(found.intent, Intent::UpkeepUnderestimate, "{text}");
        assert_eq!(found.candidates.len(), 1, "{text}");
        assert_eq!(found.candidates[0].score, 1.0, "{text}");
    }
    assert_eq!(
        intent("We couldn't figure it out, so we asked."),
        Intent::None
    );
}

#[test]
fn what_is_no_argument_is_left_alone() {
    for text in [
        "We will use PostgreSQL as our primary database.",
        "Accepted",
        "See the linked ticket for details.",
        "Which vendors have a data centre in Canada?",
        "Our people should work on what brings in revenue.",
        "It comes to about $250 a month for 14,000 users and $500 for 28,000.",
        "Authors must say whether AI wrote the change.",
        "",
        "…",
        "漢字",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "Wir müssen die Plattform selbst betreiben, sonst verlieren wir die Kontrolle.",
    ] {
        assert_eq!(intent(text), Intent::None, "{text}");
    }
}

#[test]
fn a_rule_is_named_or_the_words_are() {
    let book = RuleBook::built_in();
    assert_eq!(
        book.classify("Their format is proprietary and ties us to them.")
            .rule
            .as_deref(),
        Some("lock-in")
    );
    assert_eq!(book.classify("Accepted").rule, None);
}

#[test]
fn quotes_and_length_make_no_difference() {
    assert_eq!(
        intent("We’re not capable of maintaining Backstage."),
        Intent::Capability
    );
    let long = "é".repeat(10_000);
    assert_eq!(intent(&long), Intent::None);
}
