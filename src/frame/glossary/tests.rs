//! Terms are found by their letters, explained once, and never within another word.

use crate::frame::RuleBook;
use crate::phrase::Phrase;

fn explained(text: &str) -> String {
    RuleBook::built_in().glossary().pass().explain(text)
}

#[test]
fn the_first_use_is_explained_and_the_term_stays() {
    assert_eq!(
        explained("SSO is needed. SSO is late."),
        "SSO (one company sign-in for all tools) is needed. SSO is late."
    );
}

#[test]
fn acronyms_and_names_need_their_capitals() {
    assert_eq!(
        explained("the sso of the backstage crew"),
        "the sso of the backstage crew"
    );
    assert!(explained("our IdP").contains("confirms who a user is"));
    assert!(explained("our IDP").contains("shared internal tools"));
    assert!(explained("Self-hosted tools").starts_with("Self-hosted (run by our own staff)"));
}

#[test]
fn the_longest_term_wins_and_plurals_count() {
    assert!(explained("an API gateway").contains("API gateway (single controlled entrance"));
    assert!(explained("two golden paths").contains("golden paths (ready-made"));
    assert_eq!(explained("SSOme"), "SSOme");
}

#[test]
fn what_a_board_knows_or_was_told_is_left_alone() {
    assert_eq!(
        explained("The vendor runs the database."),
        "The vendor runs the database."
    );
    assert_eq!(explained("SSO (single sign-on)"), "SSO (single sign-on)");
}

#[test]
fn agents_are_a_term_only_where_ai_is_talked_about() {
    assert_eq!(
        explained("Our sales agents travel."),
        "Our sales agents travel."
    );
    assert!(explained("AI and its agents").contains("agents (software that carries out tasks"));
}

#[test]
fn a_pass_remembers_and_leaves_figures_alone() {
    let mut pass = RuleBook::built_in().glossary().pass();
    let phrase = Phrase::new("RBAC costs ")
        .figure("$5k", 5e3, "/x")
        .text(" and RBAC");
    let said = pass.explain_phrase(&phrase).to_string();
    assert_eq!(
        said,
        "RBAC (permissions granted by job role) costs $5k and RBAC"
    );
    assert!(pass.unexplained("RBAC").is_empty());
    let left = pass.unexplained("ABAC, plugins and again a plugin");
    let terms: Vec<&str> = left.iter().map(|one| one.term.as_str()).collect();
    assert_eq!(terms, ["ABAC", "plugin"]);
}

#[test]
fn several_are_explained_in_the_plural() {
    assert_eq!(
        explained("Two plugins broke."),
        "Two plugins (add-ons that give a product extra functions) broke."
    );
    assert_eq!(
        explained("A plugin broke."),
        "A plugin (add-on that gives a product an extra function) broke."
    );
    let glossary = RuleBook::built_in().glossary();
    let listed = glossary.pass().unexplained("Deployments of Golden paths");
    let terms: Vec<&str> = listed.iter().map(|one| one.term.as_str()).collect();
    assert_eq!(terms, ["deployment", "golden path"]);
    assert!(listed[1].said_as.starts_with("ready-made, approved way"));
}

#[test]
fn words_of_other_trades_are_left_alone() {
    for text in [
        "Before we commit money, the runner-up is, for instance, cheaper.",
        "Three shipping containers and the sales pipeline.",
        "Redundancy costs and trade secrets of the head of operations.",
        "A non-production server.",
    ] {
        assert_eq!(explained(text), text);
    }
}

#[test]
fn what_is_said_to_a_board_is_short_and_plain() {
    for term in &RuleBook::built_in().glossary().terms {
        for said in std::iter::once(&term.said_as).chain(&term.said_of_several) {
            let words = said.split_whitespace().count();
            assert!(words <= 11, "{}: {words} words", term.term);
            assert!(!said.ends_with('.') && !said.contains(['(', ';']), "{said}");
            assert!(!said.contains('\''), "{said}");
            assert_ne!(said.to_lowercase(), term.term.to_lowercase(), "{said}");
        }
    }
}
