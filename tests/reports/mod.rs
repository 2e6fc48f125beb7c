//! The worked decisions in `reports/`: every document of each is rebuilt and compared byte for byte,
//! and held to what every brief promises.

use crate::support::{compare, root};
use boardbrief::decision::{Decision, Source};
use boardbrief::evaluate::Evaluation;
use boardbrief::pipeline::{Formats, Pipeline};
use boardbrief::policy::Policy;
use boardbrief::report::model::{DocumentKind, Report};
use std::path::PathBuf;

/// A worked decision with all that is made from it.
pub struct Worked {
    /// The folder it stands in.
    pub folder: PathBuf,
    /// Its text.
    pub source: Source,
    /// The decision.
    pub decision: Decision,
    /// What was found about it.
    pub evaluation: Evaluation,
}

/// The documents of a decision, with what their files are called after the id.
pub const DOCUMENTS: [(DocumentKind, &str); 3] = [
    (DocumentKind::Brief, ""),
    (DocumentKind::Memo, ".memo"),
    (DocumentKind::Note, ".note"),
];

/// A pipeline with the policy compiled in.
pub fn pipeline() -> Pipeline {
    Pipeline::new(Policy::built_in()).expect("the templates compiled in parse")
}

/// Every worked decision, in order of its id.
pub fn worked(pipeline: &Pipeline) -> Vec<Worked> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root().join("reports"))
        .expect("the reports are there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.join("decision.json").exists())
        .collect();
    folders.sort();
    assert!(folders.len() >= 12, "worked decisions went missing");
    folders
        .into_iter()
        .map(|folder| {
            let path = folder.join("decision.json");
            let text = std::fs::read_to_string(&path).expect("the decision can be read");
            let source = Source::new("decision.json", text);
            let decision = Decision::from_source(&source).expect("a worked decision is legal");
            let evaluation = pipeline.evaluate(&decision);
            Worked {
                folder,
                source,
                decision,
                evaluation,
            }
        })
        .collect()
}

impl Worked {
    /// One of its documents.
    pub fn report(&self, pipeline: &Pipeline, kind: DocumentKind) -> Report {
        pipeline.report(&self.source, &self.decision, &self.evaluation, kind)
    }
}

#[test]
fn every_document_is_rebuilt_byte_for_byte() {
    let pipeline = pipeline();
    for worked in worked(&pipeline) {
        for (kind, suffix) in DOCUMENTS {
            let report = worked.report(&pipeline, kind);
            let faults = report.faults();
            assert!(
                faults.is_empty(),
                "{}{suffix}: {faults:?}",
                worked.decision.id
            );
            let formats = Formats {
                markdown: true,
                pdf: true,
            };
            let made = pipeline
                .print(&worked.source, &report, formats)
                .unwrap_or_else(|fault| panic!("{}{suffix}: {fault}", worked.decision.id));
            let path = |ending| {
                worked
                    .folder
                    .join(format!("{}{suffix}.{ending}", worked.decision.id))
            };
            compare(
                &path("md"),
                made.markdown.expect("Markdown was asked for").as_bytes(),
            );
            compare(&path("pdf"), &made.pdf.expect("a PDF was asked for"));
        }
    }
}

#[test]
fn a_folder_is_named_after_its_decision() {
    for worked in worked(&pipeline()) {
        let name = worked
            .folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert_eq!(name, worked.decision.id);
    }
}
