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
use std::path::Path;
use std::process::{Command, Stdio};
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
        let decision = source(("", ""));
        let pdf = made(&decision, kind);
        let given =
            (kind == DocumentKind::Note).then(|| ("payments.json", decision.text().as_bytes()));
        if kind == DocumentKind::Note {
            let Verification::CannotTell { because, .. } = verify(&PIPELINE, &pdf, None) else {
                panic!("a note carries nothing to compare it with");
            };
            assert!(because.starts_with("a note to the team carries no decision"));
        }
        let expected = Verification::Agrees {
            id: "payments".to_string(),
            document: kind.key(),
            hash: PIPELINE.hash(&source(("", ""))),
        };
        assert_eq!(verify(&PIPELINE, &pdf, given), expected);
    }
}

#[test]
fn a_changed_byte_is_found_wherever_it_is() {
    let step = BRIEF.len() / 40;
    let spread = (0..BRIEF.len()).step_by(step.max(1));
    // And what the file says of its maker, in each of the places where it does.
    let maker = [
        "made-with-",
        "boardbrief 0",
        "/EmbeddedFile",
        "/Subject",
        "startxref",
    ];
    let of_maker = maker.iter().flat_map(|words| places(&BRIEF, words));
    for at in spread.chain(of_maker).chain([BRIEF.len() - 1]) {
        let mut changed = BRIEF.clone();
        changed[at] ^= 1;
        let found = verify(&PIPELINE, &changed, None);
        assert!(
            matches!(found, Verification::Differs { .. }),
            "byte {at}: {found:?}"
        );
    }
    // Nor does it help to change what it says of its maker everywhere, and to its own length.
    for (from, to) in [
        (
            format!("made-with-{}", PIPELINE.identity()),
            "made-with-0123456789ab".to_string(),
        ),
        ("boardbrief 0.".to_string(), "boardbrief 9.".to_string()),
    ] {
        let mut changed = BRIEF.clone();
        for at in places(&BRIEF, &from) {
            changed[at..at + to.len()].copy_from_slice(to.as_bytes());
        }
        let found = verify(&PIPELINE, &changed);
        assert!(
            matches!(found, Verification::Differs { .. }),
            "{to}: {found:?}"
        );
    }
    let longer = [BRIEF.as_slice(), b"\n% more"].concat();
    let Verification::Differs { differences } = verify(&PIPELINE, &longer, None) else {
        panic!("bytes were added");
    };
    assert_eq!(differences[0].place, "the end of the file");
    assert_eq!(differences[0].found, "7 bytes were added");
}

/// Where words stand in a file.
fn places(file: &[u8], words: &str) -> Vec<usize> {
    let starts = 0..file.len() - words.len();
    let found: Vec<usize> = starts
        .filter(|at| file[*at..].starts_with(words.as_bytes()))
        .collect();
    assert!(!found.is_empty(), "the file does not hold {words}");
    found
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
    let Verification::Differs { differences } = verify(&PIPELINE, &mixed(&after, &before), None)
    else {
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
    let Verification::CannotTell { because, .. } = verify(&house, &BRIEF, None) else {
        panic!("the policy is another");
    };
    assert!(because.contains(&house.identity()) && because.contains(&PIPELINE.identity()));
    for nothing in [b"".as_slice(), b"%PDF-1.7", b"{}"] {
        assert!(matches!(
            verify(&PIPELINE, nothing, None),
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
        told.contains("agrees with the decision payments (brief, "),
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

#[test]
fn a_run_agrees_with_its_manifest_which_carries_a_signature() {
    let folder = Folder::new("verify-run");
    let out = folder.path().join("out");
    let arguments = [
        "batch".as_ref(),
        "reports/payments/decision.json".as_ref(),
        "--out".as_ref(),
        out.as_os_str(),
    ];
    assert_eq!(boardbrief(&arguments).status.code(), Some(0));
    let manifest = out.join("manifest.json");
    let check = || boardbrief(&["verify".as_ref(), manifest.as_os_str()]);
    let agrees = check();
    assert_eq!(agrees.status.code(), Some(0));
    let told = String::from_utf8_lossy(&agrees.stdout).into_owned();
    assert!(
        told.contains("agrees with the 7 files that it records"),
        "{told}"
    );
    match signed(folder.path(), &manifest) {
        None => println!("the signature was not checked: there is no ssh-keygen"),
        Some(verified) => {
            assert!(verified(), "the signature of the manifest");
            // Another run into the same folder leaves the signature where it is, and the manifest.
            assert_eq!(boardbrief(&arguments).status.code(), Some(0));
            assert!(verified(), "the signature after nothing changed");
            let text = std::fs::read_to_string(&manifest).expect("a manifest");
            std::fs::write(&manifest, text.replacen("payments", "payment5", 1)).expect("changed");
            assert!(!verified(), "the signature of a changed manifest");
            std::fs::write(&manifest, text).expect("restored");
        }
    }
    std::fs::write(out.join("register.csv"), "id\n").expect("changed");
    std::fs::remove_file(out.join("payments.md")).expect("removed");
    let differs = check();
    assert_eq!(differs.status.code(), Some(1));
    let told = String::from_utf8_lossy(&differs.stdout).into_owned();
    for part in ["register.csv: other bytes", "payments.md: it is not there"] {
        assert!(told.contains(part), "{told}");
    }
}

/// Signs a file with `ssh-keygen`, as deploy/README.md says, and gives what verifies it; nothing where
/// there is no such program.
fn signed<'a>(folder: &'a Path, file: &'a Path) -> Option<impl Fn() -> bool + 'a> {
    let keygen = |arguments: &[&std::ffi::OsStr], input: Stdio| {
        let mut command = Command::new("ssh-keygen");
        command.args(arguments).stdin(input).output().ok()
    };
    let (key, signers) = (folder.join("board"), folder.join("signers"));
    let made = ["-q", "-t", "ed25519", "-N", "", "-C", "board", "-f"].map(AsRef::as_ref);
    keygen(&[&made[..], &[key.as_os_str()]].concat(), Stdio::null())?;
    let public = std::fs::read_to_string(folder.join("board.pub")).expect("a key");
    let trusted = format!("board@example.com namespaces=\"boardbrief\" {public}");
    std::fs::write(&signers, trusted).expect("written");
    let sign = ["-Y", "sign", "-n", "boardbrief", "-f"].map(AsRef::as_ref);
    let sign = [&sign[..], &[key.as_os_str(), file.as_os_str()]].concat();
    assert!(keygen(&sign, Stdio::null())?.status.success());
    let signature = file.with_extension("json.sig");
    Some(move || {
        let verify = [
            "-Y",
            "verify",
            "-n",
            "boardbrief",
            "-I",
            "board@example.com",
            "-f",
        ];
        let verify = verify.map(AsRef::as_ref);
        let files = [signers.as_os_str(), "-s".as_ref(), signature.as_os_str()];
        let input = std::fs::File::open(file).expect("the manifest");
        keygen(&[&verify[..], &files].concat(), input.into())
            .is_some_and(|told| told.status.success())
    })
}
