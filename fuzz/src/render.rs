//! A variation of a decision through to its PDF: refused with reasons, or printed, and then the PDF
//! agrees with the decision it carries.

use std::sync::LazyLock;

use boardbrief::decision::{Decision, Source};
use boardbrief::frame::RuleBook;
use boardbrief::pipeline::{Formats, Pipeline};
use boardbrief::policy::Policy;
use boardbrief::report::model::DocumentKind;
use boardbrief::verify::{Verification, verify};

use super::live::live;
use super::variation::{self, Bytes};

/// Everything as it is without an organisation's own.
pub static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
    Pipeline::new(Policy::built_in(), RuleBook::built_in().clone()).expect("a pipeline")
});

/// The first byte says which document, and whether it is verified; the rest is the decision.
pub fn run(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let how = bytes.byte();
    let text = variation::decision(&mut bytes).to_string();
    let source = Source::new("case.json", text);
    let Ok(node) = source.parse() else {
        panic!("JSON that was written is read: {}", source.text());
    };
    let Ok(decision) = Decision::from_node(&node) else {
        return;
    };
    if !PIPELINE.unprintable(&node).is_empty() {
        return;
    }
    let kind = match how % 3 {
        0 => DocumentKind::Brief,
        1 => DocumentKind::Memo,
        _ => DocumentKind::Note,
    };
    let formats = Formats {
        markdown: true,
        pdf: true,
    };
    let evaluation = PIPELINE.evaluate(&decision);
    let made = PIPELINE.documents(&source, &decision, &evaluation, kind, formats);
    let made = made.unwrap_or_else(|fault| panic!("{fault}: {}", source.text()));
    let (markdown, pdf) = (made.markdown.expect("text"), made.pdf.expect("a PDF"));
    // A memo links to its own sections.
    let mut acts = live(&markdown);
    acts.retain(|found| !found.starts_with("link #"));
    assert_eq!(acts, Vec::<String>::new(), "{markdown}");
    if how >= 192 {
        let found = verify(
            &PIPELINE,
            &pdf,
            Some(("decision.json", source.text().as_bytes())),
        );
        assert!(matches!(found, Verification::Agrees { .. }), "{found:?}");
    }
}
