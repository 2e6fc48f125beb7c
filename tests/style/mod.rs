//! An organisation's own style and templates: what is refused, and what every document keeps.

mod extremes;
mod templates;

use boardbrief::decision::Source;
use boardbrief::frame::RuleBook;
use boardbrief::house::House;
use boardbrief::pipeline::{Documents, Formats, Pipeline};
use boardbrief::policy::Policy;
use boardbrief::render::Templates;
use boardbrief::report::model::DocumentKind;
use page_validation::ValidationProfile;

use crate::document::pdf;
use crate::reports::{DOCUMENTS, Worked, worked};
use crate::support::{Folder, boardbrief, compare, root};

const BOTH: Formats = Formats {
    markdown: true,
    pdf: true,
};

/// A pipeline in the style of a file in `tests/style/house`.
fn styled(name: &str) -> Pipeline {
    let folder = root().join("tests/style/house");
    let text = std::fs::read_to_string(folder.join(name)).expect("the style is there");
    let fetch =
        |path: &str| std::fs::read(folder.join(path)).map_err(|fault| format!("{path}: {fault}"));
    let house = House::from_toml(&Source::new(name, text), &fetch).expect("the style is legal");
    let book = RuleBook::built_in().clone();
    Pipeline::styled(Policy::built_in(), book, Templates::default(), house)
        .expect("our templates parse")
}

fn documents(pipeline: &Pipeline, worked: &Worked, kind: DocumentKind) -> Documents {
    let Worked {
        source,
        decision,
        evaluation,
        ..
    } = worked;
    pipeline
        .documents(source, decision, evaluation, kind, BOTH)
        .unwrap_or_else(|fault| panic!("{}: {fault}", decision.id))
}

/// Holds a PDF to both standards.
fn keeps_both_standards(bytes: &[u8], name: &str) {
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        assert_eq!(
            pdf::findings(bytes, profile),
            Vec::<String>::new(),
            "{name}, {profile:?}"
        );
    }
}

#[test]
fn every_fault_of_a_style_is_told_with_its_place() {
    for name in [
        "contrast", "files", "logo", "missing", "names", "no-toml", "too-pale",
    ] {
        let style = format!("tests/style/faults/{name}.toml");
        let decision = "reports/authentication/decision.json";
        let out = Folder::new("style-faults");
        let out = out.path().to_string_lossy().into_owned();
        let arguments = ["render", decision, "--out", &out, "--style", &style];
        let output = boardbrief(&arguments);
        assert_eq!(output.status.code(), Some(1), "{name}");
        compare(&root().join(format!("{style}.told")), &output.stderr);
    }
}

#[test]
fn documents_keep_both_standards_in_every_style() {
    let styles = ["american.toml", "comma.toml", "typeface.toml"];
    let pipelines = styles.map(|style| (style, styled(style)));
    for (at, worked) in worked(&pipelines[0].1).iter().enumerate() {
        // Each document in one of the styles, in turn: all in all would take three times as long and
        // find nothing more.
        for (nth, (kind, suffix)) in DOCUMENTS.into_iter().enumerate() {
            let (style, pipeline) = &pipelines[(at + nth) % styles.len()];
            let made = documents(pipeline, worked, kind);
            let name = format!("{}{suffix} in {style}", worked.decision.id);
            keeps_both_standards(&made.pdf.expect("a PDF was asked for"), &name);
        }
    }
}

/// The memo of a worked decision in a style, in Markdown, without its escapes.
fn memo(style: &str) -> String {
    let pipeline = styled(style);
    let all = worked(&pipeline);
    let portal = all
        .into_iter()
        .find(|it| it.decision.id == "developer-portal");
    let portal = portal.expect("the worked decision is there");
    let made = documents(&pipeline, &portal, DocumentKind::Memo);
    let text = made.markdown.expect("Markdown was asked for");
    text.replace('\\', "")
}

#[test]
fn every_figure_follows_the_conventions() {
    let comma = memo("comma.toml");
    for shown in ["$2,35M", "$945.000", "1.380", "733,3%", "1 February 2026"] {
        assert!(comma.contains(shown), "{shown}");
    }
    for not_shown in ["$2.35M", "$945,000", "1,380", "733.3%"] {
        assert!(!comma.contains(not_shown), "{not_shown}");
    }
    // What was said keeps its words.
    assert!(comma.contains("99.9%"));
    let american = memo("american.toml");
    for shown in ["February 1, 2026", "February 18, 2026", "Dec 31, 2026"] {
        assert!(american.contains(shown), "{shown}");
    }
    assert!(!american.contains("18 February 2026"));
}

#[test]
fn paper_language_and_logo_reach_the_page() {
    let pipeline = styled("american.toml");
    let all = worked(&pipeline);
    let made = documents(&pipeline, &all[0], DocumentKind::Brief);
    let bytes = made.pdf.expect("a PDF was asked for");
    let holds = |what: &[u8]| bytes.windows(what.len()).any(|part| part == what);
    assert!(holds(b"/MediaBox[0 0 612 792]"), "the paper is US Letter");
    assert!(holds(b"/Lang(en-US)"), "the language is American English");
    assert!(holds(b"/Alt(Example Ltd)"), "the logo is said in words");
}

#[test]
fn a_document_says_which_style_it_was_made_in() {
    let ours = Pipeline::new(Policy::built_in(), RuleBook::built_in().clone()).expect("it parses");
    let theirs = styled("comma.toml");
    let source = Source::new("decision.json", "{}");
    assert_ne!(ours.hash(&source), theirs.hash(&source));
    let changed: Vec<&str> = ours
        .parts()
        .into_iter()
        .zip(theirs.parts())
        .filter(|(one, other)| one != other)
        .map(|(one, _)| one.0)
        .collect();
    assert_eq!(changed, ["style"]);
}
