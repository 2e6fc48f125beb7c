//! The whole of framing: every intent, audience, side and verdict; what a page may not say.
//!
//! `tests/frame/sheet.md` holds every statement and question for thirteen decisions, whichever
//! wording of a list is chosen, to be read through after any change of wording.

mod changes;

use super::say::answer;
use super::*;
use crate::decision::{Argument, Decision, Intent, Source};
use crate::display::Conventions;
use crate::evaluate::{Evaluation, Verdict, evaluate};
use crate::market::Market;
use crate::policy::Policy;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const DECISIONS: &[&str] = &[
    // Something of our own runs today.
    "hybrid", "buy", "build", "stop", "open", "nothing", // Nothing does, or something bought.
    "fresh", "small", "new", "again", "idle", // Nowhere to go, and hardly anything stated.
    "stranded", "bare",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frame")
}

fn read(path: &Path) -> Decision {
    let text = std::fs::read_to_string(path).expect("a decision");
    let source = Source::new(path.to_string_lossy(), text);
    Decision::from_source(&source).unwrap_or_else(|faults| panic!("{path:?}: {faults:?}"))
}

fn judged(decision: &Decision) -> Evaluation {
    evaluate(decision, &Policy::built_in(), &Market::built_in())
}

fn cases() -> Vec<(&'static str, Decision, Evaluation)> {
    DECISIONS
        .iter()
        .map(|name| {
            let decision = read(&folder().join(format!("{name}.json")));
            let evaluation = judged(&decision);
            (*name, decision, evaluation)
        })
        .collect()
}

fn intents() -> impl Iterator<Item = Intent> {
    Intent::ALL
        .iter()
        .copied()
        .filter(|intent| *intent != Intent::None)
}

/// An argument of an intent that takes a side, before anything is said about it.
fn argument(intent: Intent, stance: Stance) -> Framed {
    Framed {
        text: String::new(),
        by: None,
        intent,
        pinned: true,
        candidates: Vec::new(),
        stance,
        reframed: false,
        statement: None,
        rule: None,
        wording: None,
        figures: Vec::new(),
        missing: Vec::new(),
        asks: None,
        answered_with: None,
        jargon: Vec::new(),
    }
}

/// What is said about an intent to an audience, with nothing said before.
fn alone(intent: Intent, audience: Audience, stance: Stance, ledger: &Ledger) -> Framed {
    let book = RuleBook::built_in();
    answer(
        argument(intent, stance),
        ledger,
        book,
        audience,
        &mut BTreeSet::new(),
    )
}

/// Every combination of intent, audience and side.
fn combinations() -> impl Iterator<Item = (Intent, Audience, Stance)> {
    intents().flat_map(|intent| {
        Audience::ALL.into_iter().flat_map(move |audience| {
            Stance::ALL
                .into_iter()
                .map(move |stance| (intent, audience, stance))
        })
    })
}

#[test]
fn every_combination_has_a_statement_or_a_question() {
    for (name, decision, mut evaluation) in cases() {
        let own = evaluation.verdict;
        for verdict in [
            Verdict::StopAndMigrate,
            Verdict::Build,
            Verdict::Hybrid,
            Verdict::Buy,
            Verdict::DoNotProceed,
            Verdict::NotReady,
        ] {
            evaluation.verdict = verdict;
            let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
            for (intent, audience, stance) in combinations() {
                let framed = alone(intent, audience, stance, &ledger);
                let place = format!("{name} {verdict:?} {intent:?} {audience:?} {stance:?}");
                assert_eq!(framed.reframed, framed.statement.is_some(), "{place}");
                if framed.reframed {
                    assert!(framed.receipts().len() >= 2, "{place}");
                    assert!(
                        framed.asks.is_none() && framed.missing.is_empty(),
                        "{place}"
                    );
                } else {
                    assert!(framed.asks.is_some_and(|asks| !asks.is_empty()), "{place}");
                    // Under another verdict than its own, a decision may give every field there is.
                    assert!(!framed.missing.is_empty() || verdict != own, "{place}");
                }
            }
        }
    }
}

#[test]
fn what_is_said_to_be_missing_is_not_given() {
    for (name, decision, evaluation) in cases() {
        let path = folder().join(format!("{name}.json"));
        let text = std::fs::read_to_string(path).expect("a decision");
        let given: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
        for (intent, audience, stance) in combinations() {
            for field in alone(intent, audience, stance, &ledger).missing {
                let there = given.pointer(&field).filter(|value| {
                    !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
                });
                assert_eq!(there, None, "{name} {intent:?} {field}");
            }
        }
    }
}

#[test]
fn the_sheet_of_all_statements() {
    let mut sheet = String::from(
        "# Every statement and question\n\nOne line a wording: audience, sides, what is said.\n",
    );
    for (name, decision, evaluation) in cases() {
        let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
        let option = evaluation
            .recommended_option
            .as_deref()
            .unwrap_or("nothing");
        let _ = writeln!(
            sheet,
            "\n# {name}: {:?}, recommending {option}",
            evaluation.verdict
        );
        for intent in intents() {
            let _ = writeln!(sheet, "\n## {}\n", intent.word());
            for audience in Audience::ALL {
                let mut seen: Vec<(String, Vec<&str>)> = Vec::new();
                for stance in Stance::ALL {
                    for said in in_turn(intent, audience, stance, &ledger) {
                        match seen.iter_mut().find(|(known, _)| *known == said) {
                            Some((_, sides)) => sides.push(stance.word()),
                            None => seen.push((said, vec![stance.word()])),
                        }
                    }
                }
                for (said, sides) in seen {
                    let sides = if sides.len() == Stance::ALL.len() {
                        String::new()
                    } else {
                        format!(" ({})", sides.join(", "))
                    };
                    let _ = writeln!(sheet, "- {}{sides}: {said}", audience.word());
                }
            }
        }
    }
    compare(&folder().join("sheet.md"), &sheet.replace('\u{a0}', " "));
}

/// Everything that is said where arguments of an intent follow each other, or what is asked.
fn in_turn(intent: Intent, audience: Audience, stance: Stance, ledger: &Ledger) -> Vec<String> {
    let mut used = BTreeSet::new();
    let mut out = Vec::new();
    loop {
        let book = RuleBook::built_in();
        let framed = answer(argument(intent, stance), ledger, book, audience, &mut used);
        match framed.statement {
            Some(statement) => out.push(statement.to_string()),
            None if out.is_empty() => {
                let asks = framed.asks.unwrap_or_default();
                return vec![format!("asks: {asks} ({})", framed.missing.join(", "))];
            }
            None => return out,
        }
    }
}

/// Where they were not, a pattern would be parsed at every start; what it begins with stays right.
#[test]
fn the_beginnings_of_our_patterns_are_reckoned_beforehand() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/rulebook/beginnings.tsv");
    compare(&path, &RuleBook::built_in().beginnings());
}

/// As in `tests/support`: compares with a file, or writes it where `UPDATE_EXPECTED` is set.
fn compare(path: &Path, found: &str) {
    // A test may read the environment: it decides what the test does, never what the program does.
    #[allow(clippy::disallowed_methods)]
    if std::env::var("UPDATE_EXPECTED").is_ok() {
        std::fs::write(path, found).expect("the sheet can be written");
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    let differs = expected.lines().zip(found.lines()).find(|(a, b)| a != b);
    assert!(
        expected == found,
        "{path:?} differs, first at {differs:?}; run with UPDATE_EXPECTED=1 and read it"
    );
}

#[test]
fn a_brief_never_repeats_itself() {
    let book = RuleBook::built_in();
    for (name, mut decision, _) in cases() {
        decision.arguments = intents()
            .flat_map(|intent| {
                (0..6).map(move |at| Argument {
                    text: format!("Argument {at}"),
                    by: None,
                    about: Some(intent),
                })
            })
            .collect();
        let evaluation = judged(&decision);
        for audience in Audience::ALL {
            let framing = frame(
                &decision,
                &evaluation,
                book,
                audience,
                Conventions::default(),
                &[],
            );
            let mut said = BTreeSet::new();
            for framed in &framing.arguments {
                match &framed.statement {
                    Some(statement) => {
                        assert!(said.insert(statement.to_string()), "{name}: {statement}")
                    }
                    None => assert!(
                        framed.answered_with.is_some() || framed.asks.is_some(),
                        "{name} {:?}",
                        framed.intent
                    ),
                }
            }
        }
    }
}

#[test]
fn the_worked_decision_says_what_it_must() {
    let path = folder().join("hybrid.json");
    let mut decision = read(&path);
    decision.arguments = vec![
        Argument {
            text: "We need Backstage for developer productivity.".into(),
            by: Some("Platform team".into()),
            about: None,
        },
        Argument {
            text: "We're not capable of maintaining Backstage.".into(),
            by: None,
            about: None,
        },
    ];
    let evaluation = judged(&decision);
    let said = |audience: Audience, at: usize| {
        let framing = frame(
            &decision,
            &evaluation,
            RuleBook::built_in(),
            audience,
            Conventions::default(),
            &[],
        );
        framing.arguments[at]
            .statement
            .as_ref()
            .map(|one| one.to_string().replace('\u{a0}', " "))
            .unwrap_or_default()
    };
    assert_eq!(
        said(Audience::Board, 0),
        "We would invest $555,000 a year in Managed Backstage with our part on top, which frees 6 engineers who cost $1.13M a year. Their work on customer features could bring in up to $3M a year (gross) instead."
    );
    assert!(said(Audience::Board, 1).starts_with("There is a skills risk"));
    assert!(said(Audience::Engineers, 1).starts_with("You are too valuable"));
}

#[test]
fn figures_can_be_traced() {
    let decision = read(&folder().join("hybrid.json"));
    let evaluation = judged(&decision);
    let given = serde_json::to_value(&evaluation).expect("an evaluation");
    let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
    for (intent, audience, stance) in combinations() {
        for figure in alone(intent, audience, stance, &ledger).figures {
            if figure.how.is_none()
                && let Some(value) = given.pointer(&figure.from)
            {
                assert_eq!(value.as_f64(), Some(figure.value), "{figure:?}");
            }
        }
    }
}

#[test]
fn a_red_flag_becomes_a_risk() {
    let mut decision = read(&folder().join("hybrid.json"));
    decision.arguments = vec![Argument {
        text: "Two engineers can maintain it.".into(),
        by: None,
        about: None,
    }];
    let evaluation = judged(&decision);
    let framing = frame(
        &decision,
        &evaluation,
        RuleBook::built_in(),
        Audience::Board,
        Conventions::default(),
        &[],
    );
    assert_eq!(framing.red_flags.len(), 1);
    let said = framing.arguments[0]
        .statement
        .as_ref()
        .expect("a statement")
        .to_string();
    assert!(said.starts_with("This is a risk"), "{said}");
}

#[test]
fn a_claim_in_a_name_is_shown_as_its_authors_words() {
    let mut decision = read(&folder().join("buy.json"));
    decision.alternatives[0].name = "Roadie saves $5M a year, guaranteed.".into();
    decision.opportunities[0].name = "Features; all customers will pay twice".into();
    let evaluation = judged(&decision);
    let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
    let framed = alone(
        Intent::ToolRequest,
        Audience::Executive,
        Stance::Neither,
        &ledger,
    );
    let said = framed.statement.expect("a statement").to_string();
    assert_eq!(
        said.replace('\u{a0}', " "),
        "“Roadie saves $5M a year, guaranteed” gives us back 8 engineers for “features; all customers will pay twice”. The whole cost is $180,000 a year, people included."
    );
}

#[test]
fn an_argument_is_answered_on_the_need_that_it_names() {
    let mut decision = read(&folder().join("hybrid.json"));
    let needs = &mut decision.exceptions.unique_requirements;
    needs[2].vendor_answer = Some(crate::decision::VendorAnswer::None);
    decision.arguments = [
        "We need SOC 2.",
        "Audit trail: nobody has it.",
        "Data residency!",
    ]
    .map(|text| Argument {
        text: text.into(),
        by: None,
        about: Some(Intent::ComplianceSecurity),
    })
    .to_vec();
    let evaluation = judged(&decision);
    let framing = frame(
        &decision,
        &evaluation,
        RuleBook::built_in(),
        Audience::Board,
        Conventions::default(),
        &[],
    );
    let said: Vec<String> = framing
        .arguments
        .iter()
        .map(|one| {
            one.statement
                .as_ref()
                .map_or(String::new(), ToString::to_string)
        })
        .collect();
    assert!(said[0].contains("this need: SOC 2."), "{said:?}");
    assert!(said[1].contains("this need: audit trails."), "{said:?}");
    // Nobody answers the third, so the answers to the others are not offered in its place.
    assert!(!said[2].contains("vendors meet"), "{said:?}");
}

#[test]
fn pinning_none_leaves_the_words_alone() {
    let mut decision = read(&folder().join("hybrid.json"));
    decision.arguments = vec![Argument {
        text: "Their format is proprietary and ties us to them.".into(),
        by: None,
        about: Some(Intent::None),
    }];
    let evaluation = judged(&decision);
    let framing = frame(
        &decision,
        &evaluation,
        RuleBook::built_in(),
        Audience::Board,
        Conventions::default(),
        &[],
    );
    let framed = &framing.arguments[0];
    assert!(framed.pinned && !framed.reframed && framed.asks.is_none() && framed.rule.is_none());
}

#[test]
fn our_own_statements_are_plain() {
    let pass = RuleBook::built_in().glossary().pass();
    for (name, decision, evaluation) in cases() {
        let ledger = Ledger::new(&decision, &evaluation, Conventions::default());
        let said: BTreeSet<String> = combinations()
            .flat_map(|(intent, audience, stance)| in_turn(intent, audience, stance, &ledger))
            .filter(|said| !said.starts_with("asks: "))
            .collect();
        let said: Vec<String> = said.into_iter().collect();
        let found = language::report(&said.join("\n"), pass.clone());
        if found.words > 0 {
            assert!(
                found.mean_sentence <= language::MOST_WORDS_ON_AVERAGE,
                "{name}: {}",
                found.mean_sentence
            );
            assert_eq!(found.too_long, Vec::<String>::new(), "{name}");
            assert!(
                found.reading_ease >= Some(language::LEAST_READING_EASE),
                "{name}: {:?}",
                found.reading_ease
            );
        }
    }
}
