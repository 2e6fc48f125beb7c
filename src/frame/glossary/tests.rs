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
