//! A PDF agrees with the decision it carries until a byte of it changes.

use super::{KINDS, Outcome, PIPELINE, RENDERER, outcome, report};
use crate::support::{Folder, boardbrief, root};
use boardbrief::decision::Source;
use boardbrief::frame::RuleBook;
use boardbrief::house::House;
use boardbrief::pipeline::{Formats, Pipeline};
use boardbrief::policy::Policy;
use boardbrief::render::{AttachmentNote, Templates};
use boardbrief::report::model::DocumentKind;
use boardbrief::typeset::Typesetter;
use boardbrief::verify::{Verification, verify};
use std::sync::LazyLock;

fn source(changed: (&str, &str)) -> Source {
    let path = root().join("reports/payments/decision.json");
    let text = std::fs::read_to_string(path).expect("the decision is there");
    assert!(changed.0.is_empty() || text.contains(changed.0));
    Source::new("payments.json", text.replace(changed.0, changed.1))
}

fn made(source: &Source, kind: DocumentKind) -> Vec<u8> {
    let Outcome::Read(read) = outcome(source) else {
        panic!("the decision is legal");
    };
    let formats = Formats {
        markdown: false,
        pdf: true,
    };
    let documents = PIPELINE.documents(source, &read.0, &read.1, kind, formats);
    documents.expect("a document").pdf.expect("a PDF")
}

/// The brief of a decision, as it was made.
static BRIEF: LazyLock<Vec<u8>> = LazyLock::new(|| made(&source(("", "")), KINDS[0]));

#[test]
fn every_document_agrees_with_its_decision() {
    for kind in KINDS {
        let pdf = made(&source(("", "")), kind);
        if kind == DocumentKind::Note {
            let Verification::CannotTell { because, .. } = verify(&PIPELINE, &pdf) else {
                panic!("a note carries nothing to compare it with");
            };
            assert!(because.starts_with("a note to the team carries no decision"));
            continue;
        }
        let expected = Verification::Agrees {
            id: "payments".to_string(),
            document: kind.key(),
            hash: PIPELINE.hash(&source(("", ""))),
        };
        assert_eq!(verify(&PIPELINE, &pdf), expected);
    }
}

#[test]
fn a_changed_byte_is_found_wherever_it_is() {
    let step = BRIEF.len() / 40;
    for at in (0..BRIEF.len())
        .step_by(step.max(1))
        .chain([BRIEF.len() - 1])
    {
        let mut changed = BRIEF.clone();
        changed[at] ^= 1;
        let found = verify(&PIPELINE, &changed);
        assert!(!matches!(found, Verification::Agrees { .. }), "byte {at}");
    }
    let longer = [BRIEF.as_slice(), b"\n% more"].concat();
    let Verification::Differs { differences } = verify(&PIPELINE, &longer) else {
        panic!("bytes were added");
    };
    assert_eq!(differences[0].place, "the end of the file");
    assert_eq!(differences[0].found, "7 bytes were added");
}

/// The pages of one decision, with another one attached.
fn mixed(pages: &Source, attached: &Source) -> Vec<u8> {
    let Outcome::Read(read) = outcome(pages) else {
        panic!("the decision is legal");
    };
    let report = report(pages, &read, KINDS[0]);
    let note = AttachmentNote {
        name: "payments.json".to_string(),
        mime: "application/json".to_string(),
        description: "The decision that this document was made from".to_string(),
    };
    let main = RENDERER.typst(&report, Some(&note)).expect("a template");
    let typesetter = Typesetter::new(&Templates::default(), &House::built_in());
    let pdf = typesetter.pdf("payments.brief", main, Some(attached.text().as_bytes()));
    pdf.expect("a PDF")
}

#[test]
fn changed_words_are_named_with_their_page() {
    let (before, after) = (
        source(("", "")),
        source(("Executive team", "Supervisory team")),
    );
    assert_ne!(
        before.text(),
        after.text(),
        "the test changes a word of the decision"
    );
    let Verification::Differs { differences } = verify(&PIPELINE, &mixed(&after, &before)) else {
        panic!("the pages are of another decision");
    };
    let first = &differences[0];
    assert_eq!(first.place, "page 1");
    let told = |text: &str, word: &str| text.contains(word);
    assert!(
        differences
            .iter()
            .any(|one| told(&one.found, "Supervisory") && told(&one.expected, "Executive")),
        "{differences:#?}"
    );
    // The footer no longer fits the decision either.
    let hash = PIPELINE.hash(&before);
    assert!(
        differences.iter().any(|one| told(&one.expected, &hash)),
        "{differences:#?}"
    );
}

#[test]
fn what_another_policy_made_cannot_be_told() {
    let policy = Source::new("house.toml", "fit = 0.75\n");
    let policy = Policy::from_toml(&policy).expect("a policy");
    let house = Pipeline::new(policy, RuleBook::built_in().clone()).expect("a pipeline");
    let Verification::CannotTell { because, .. } = verify(&house, &BRIEF) else {
        panic!("the policy is another");
    };
    assert!(because.contains(&house.identity()) && because.contains(&PIPELINE.identity()));
    for nothing in [b"".as_slice(), b"%PDF-1.7", b"{}"] {
        assert!(matches!(
            verify(&PIPELINE, nothing),
            Verification::CannotTell { .. }
        ));
    }
}

#[test]
fn the_command_says_so_in_words_and_as_json() {
    let folder = Folder::new("verify");
    let path = folder.path().join("payments.pdf");
    std::fs::write(&path, &*BRIEF).expect("the PDF is written");
    let agrees = boardbrief(&["verify".as_ref(), path.as_os_str()]);
    assert_eq!(agrees.status.code(), Some(0));
    let told = String::from_utf8_lossy(&agrees.stdout).into_owned();
    assert!(
        told.contains("agrees with the decision payments that it carries (brief, "),
        "{told}"
    );
    std::fs::write(&path, [BRIEF.as_slice(), b" "].concat()).expect("the PDF is written");
    let differs = boardbrief(&["verify".as_ref(), "--json".as_ref(), path.as_os_str()]);
    assert_eq!(differs.status.code(), Some(1));
    let told: serde_json::Value = serde_json::from_slice(&differs.stdout).expect("JSON");
    assert_eq!(told["result"], "differs");
    assert_eq!(told["differences"][0]["place"], "the end of the file");
    let nothing = boardbrief(&["verify", "Cargo.toml"]);
    assert_eq!(nothing.status.code(), Some(3));
}
