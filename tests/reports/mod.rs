//! The worked decisions in `reports/`: every document of each is rebuilt and compared byte for byte,
//! and held to what every brief promises.

mod checklist;
mod language;
mod left_out;

use crate::document::{agreement, diagrams, layout, pdf, structure};
use crate::support::{compare, root};
use boardbrief::decision::{Decision, Source as Text};
use boardbrief::evaluate::Evaluation;
use boardbrief::frame::RuleBook;
use boardbrief::pipeline::{Formats, Pipeline};
use boardbrief::policy::{NOTE_FIELDS, Policy};
use boardbrief::render::{Renderer, Templates};
use boardbrief::report::model::{DocumentKind, Inline, Report, Source};
use boardbrief::report::room::{BRIEF, MEMO, Room};
use page_validation::ValidationProfile;
use std::path::PathBuf;
use std::sync::OnceLock;

/// A worked decision with all that is made from it.
pub struct Worked {
    /// The folder it stands in.
    pub folder: PathBuf,
    /// Its text.
    pub source: Text,
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

/// Every room that a document can be fitted to.
const ROOMS: [Room; 10] = [
    BRIEF[0], BRIEF[1], BRIEF[2], BRIEF[3], BRIEF[4], BRIEF[5], BRIEF[6], MEMO[0], MEMO[1], MEMO[2],
];

/// A pipeline with the policy compiled in.
pub fn pipeline() -> Pipeline {
    Pipeline::new(Policy::built_in(), RuleBook::built_in().clone())
        .expect("the templates compiled in parse")
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
            let source = Text::new("decision.json", text);
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
    /// One of its documents, with room for everything.
    pub fn report(&self, pipeline: &Pipeline, kind: DocumentKind) -> Report {
        let room = boardbrief::report::room::MEMO[0];
        pipeline.report(&self.source, &self.decision, &self.evaluation, kind, room)
    }
}

/// A document of a worked decision in both formats.
struct Made {
    worked: Worked,
    kind: DocumentKind,
    name: String,
    markdown: String,
    pdf: Vec<u8>,
}

/// Every document of every worked decision, made once for all tests.
fn made() -> &'static [Made] {
    static MADE: OnceLock<Vec<Made>> = OnceLock::new();
    MADE.get_or_init(|| {
        let pipeline = pipeline();
        let formats = Formats {
            markdown: true,
            pdf: true,
        };
        let mut made = Vec::new();
        for (kind, suffix) in DOCUMENTS {
            for worked in worked(&pipeline) {
                let name = format!("{}{suffix}", worked.decision.id);
                let documents = pipeline
                    .documents(
                        &worked.source,
                        &worked.decision,
                        &worked.evaluation,
                        kind,
                        formats,
                    )
                    .unwrap_or_else(|fault| panic!("{name}: {fault}"));
                made.push(Made {
                    worked,
                    kind,
                    name,
                    markdown: documents.markdown.expect("Markdown was asked for"),
                    pdf: documents.pdf.expect("a PDF was asked for"),
                });
            }
        }
        made
    })
}

#[test]
fn every_document_is_rebuilt_byte_for_byte() {
    for document in made() {
        let path = |ending| {
            document
                .worked
                .folder
                .join(format!("{}.{ending}", document.name))
        };
        compare(&path("md"), document.markdown.as_bytes());
        compare(&path("pdf"), &document.pdf);
    }
}

#[test]
fn every_document_keeps_both_standards() {
    for document in made() {
        for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
            assert_eq!(
                pdf::findings(&document.pdf, profile),
                Vec::<String>::new(),
                "{}",
                document.name
            );
        }
    }
}

/// The report that was fitted to the pages: the one whose Markdown was written.
fn fitted(
    pipeline: &Pipeline,
    renderer: &Renderer,
    worked: &Worked,
    kind: DocumentKind,
    markdown: &str,
) -> Report {
    let Worked {
        source,
        decision,
        evaluation,
        ..
    } = worked;
    ROOMS
        .iter()
        .map(|room| pipeline.report(source, decision, evaluation, kind, *room))
        .find(|report| {
            renderer
                .markdown(report)
                .is_ok_and(|text| text == *markdown)
        })
        .unwrap_or_else(|| panic!("{}: no room gives this Markdown", decision.id))
}

#[test]
fn every_document_tells_what_it_is() {
    let pipeline = pipeline();
    let renderer = Renderer::new(&Templates::default()).expect("the templates compiled in parse");
    let (mut tables, mut links) = (0, 0);
    for document in made() {
        let Made { pdf, name, .. } = document;
        let report = fitted(
            &pipeline,
            &renderer,
            &document.worked,
            document.kind,
            &document.markdown,
        );
        structure::tells_what_it_is(pdf, &report, name);
        structure::is_read_in_order(pdf, name);
        tables += structure::heads_its_tables(pdf, name);
        links += structure::leads_somewhere(pdf, name);
    }
    // One in every memo at least, to its figures.
    assert!(links >= 17, "{links}");
    assert!(tables > 150, "{tables}");
}

#[test]
fn every_document_stays_on_its_pages() {
    for Made { pdf, name, .. } in made() {
        layout::stays_on_the_page(pdf, &format!("{name}.pdf"));
        layout::covers_nothing(pdf, &format!("{name}.pdf"));
    }
}

#[test]
fn markdown_and_pdf_say_the_same() {
    let pipeline = pipeline();
    let renderer = Renderer::new(&Templates::default()).expect("the templates compiled in parse");
    let mut compared = 0;
    for Made {
        worked,
        kind,
        name,
        markdown,
        pdf,
    } in made()
    {
        let Some(page) = agreement::pdf_text(pdf, &format!("{name}.pdf")) else {
            println!("skipped: pdftotext is not installed");
            return;
        };
        let report = fitted(&pipeline, &renderer, worked, *kind, markdown);
        let page = agreement::closed(&without_margins(&page, &report));
        let text = agreement::closed(&agreement::markdown_text(markdown));
        let mut read = 0;
        for passage in agreement::without_exhibits(&report).passages() {
            let wanted = agreement::closed(&passage);
            let at = page[read..].find(&wanted);
            let at =
                at.unwrap_or_else(|| panic!("{name}: {passage:?} is not on the page in its turn"));
            read += at + wanted.len();
            assert!(
                text.contains(&wanted),
                "{name}: {passage:?} is not in the Markdown"
            );
            compared += 1;
        }
    }
    assert!(compared > 2_000, "{compared}");
}

#[test]
fn every_diagram_can_be_drawn() {
    let drawn = made()
        .iter()
        .map(|document| diagrams::hold_to_the_grammar(&document.markdown, &document.name));
    assert!(drawn.sum::<usize>() > 30);
}

#[test]
fn every_figure_stands_where_it_says_it_came_from() {
    let pipeline = pipeline();
    let mut found = 0;
    for worked in worked(&pipeline) {
        let evaluation = serde_json::json!(worked.evaluation);
        let decision = worked
            .source
            .parse()
            .expect("a worked decision is well-formed");
        for (kind, suffix) in DOCUMENTS {
            for figure in worked.report(&pipeline, kind).figures() {
                let at = &figure.from.pointer;
                let there = match figure.from.source {
                    Source::Decision => decision.get(at).is_some(),
                    Source::Evaluation => {
                        evaluation.pointer(at).is_some_and(|value| !value.is_null())
                    }
                    Source::Policy => evaluation["policy"].pointer(at).is_some(),
                    // A paper about one decision cites no register.
                    Source::Register => false,
                };
                assert!(there, "{}{suffix}: {figure:?}", worked.decision.id);
                found += 1;
            }
        }
    }
    assert!(found > 2_000, "{found}");
}

/// The places in its decision that a note gives words or figures from; each of them must be one.
fn given_in_the_note(pipeline: &Pipeline, worked: &Worked) -> Vec<String> {
    let report = worked.report(pipeline, DocumentKind::Note);
    let id = &worked.decision.id;
    assert_eq!(report.loose_digits(), Vec::<String>::new(), "{id}");
    let mut places = Vec::new();
    report.each_prose(&mut |prose| {
        prose.each_inline(&mut |inline| {
            let from = match inline {
                Inline::Number(figure) => &figure.from,
                Inline::Given { from, .. } | Inline::Quoted { from, .. } => from,
                _ => return,
            };
            assert_eq!(from.source, Source::Decision, "{id}: {inline:?}");
            places.push(from.pointer.clone());
        });
    });
    places
}

#[test]
fn a_note_shows_a_team_only_what_a_team_may_see() {
    let pipeline = pipeline();
    let team = &pipeline.policy().team;
    let mut seen = Vec::new();
    for worked in worked(&pipeline) {
        for place in given_in_the_note(&pipeline, &worked) {
            assert!(team.sees(&place), "{}: {place}", worked.decision.id);
            seen.push(place);
        }
    }
    for field in NOTE_FIELDS {
        let shown = seen.iter().any(|place| matches(field, place));
        assert!(shown, "no note shows {field}, so that nothing tests it");
    }
}

/// Whether a place is one of a field.
fn matches(field: &str, place: &str) -> bool {
    let team = format!("[team]\nshows = [\"{field}\"]");
    let policy = Policy::from_toml(&Text::new("policy.toml", team)).expect("a policy");
    policy.team.sees(place)
}

#[test]
fn what_a_policy_takes_out_is_in_no_note() {
    for hidden in NOTE_FIELDS {
        let kept: Vec<String> = NOTE_FIELDS
            .iter()
            .filter(|field| *field != hidden)
            .map(|field| format!("{field:?}"))
            .collect();
        let text = format!("[team]\nshows = [{}]", kept.join(", "));
        let policy = Policy::from_toml(&Text::new("policy.toml", text)).expect("a policy");
        let pipeline =
            Pipeline::new(policy, RuleBook::built_in().clone()).expect("our templates parse");
        for worked in worked(&pipeline) {
            let places = given_in_the_note(&pipeline, &worked);
            let shown = places
                .iter()
                .find(|place| !pipeline.policy().team.sees(place));
            assert_eq!(shown, None, "{} without {hidden}", worked.decision.id);
        }
    }
}

#[test]
fn a_note_carries_no_decision() {
    for document in made() {
        let attached = document
            .pdf
            .windows(13)
            .any(|bytes| bytes == b"/EmbeddedFile");
        assert_eq!(
            attached,
            document.kind != DocumentKind::Note,
            "{}",
            document.name
        );
    }
}

/// The text of a page without what stands in its margins, which parts a passage that runs on.
fn without_margins(page: &str, report: &Report) -> String {
    let head = report.meta.kind.label();
    let status = boardbrief::report::model::status_label(report.meta.status).to_uppercase();
    let margin = |line: &str| {
        let line = line.trim_start_matches('\u{c}');
        let foot = line.starts_with(&report.meta.id) && line.contains(" / ");
        foot || (line.starts_with(head) && line.ends_with(&status))
    };
    page.lines()
        .filter(|line| !margin(line))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn no_report_has_a_fault() {
    let pipeline = pipeline();
    for worked in worked(&pipeline) {
        for (kind, suffix) in DOCUMENTS {
            let faults = worked.report(&pipeline, kind).faults();
            assert!(
                faults.is_empty(),
                "{}{suffix}: {faults:?}",
                worked.decision.id
            );
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
