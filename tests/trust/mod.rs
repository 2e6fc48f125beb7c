//! What holds whatever a file holds: it is printed readably or refused with its place, in bounded
//! time and room; nothing in it is executed; nothing outside the output folder is touched.

mod fonts;
mod full;
mod fuzzed;
mod hostile;
mod licences;
mod names;
mod output;
mod payloads;
mod register;
mod schema;
mod sealed;
mod start;
mod texts;
mod verify;
mod warnings;

use boardbrief::decision::{Decision, Source};
use boardbrief::diagnostics::{self, Diagnostic};
use boardbrief::evaluate::Evaluation;
use boardbrief::frame::RuleBook;
use boardbrief::pipeline::Pipeline;
use boardbrief::policy::Policy;
use boardbrief::render::{Renderer, Templates};
use boardbrief::report::model::{DocumentKind, Report};
use boardbrief::report::room::BRIEF;
use std::sync::LazyLock;

/// The documents of a decision.
const KINDS: [DocumentKind; 3] = [DocumentKind::Brief, DocumentKind::Memo, DocumentKind::Note];

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
    Pipeline::new(Policy::built_in(), RuleBook::built_in().clone()).expect("a pipeline")
});

static RENDERER: LazyLock<Renderer> =
    LazyLock::new(|| Renderer::new(&Templates::default()).expect("templates"));

/// What comes of a text that is taken for a decision.
enum Outcome {
    /// The decision was refused, for reasons.
    Refused(Vec<Diagnostic>),
    /// It was read and evaluated.
    Read(Box<(Decision, Evaluation)>),
}

/// Reads, checks and evaluates a text.
fn outcome(source: &Source) -> Outcome {
    let read = source.parse().and_then(|node| {
        let decision = Decision::from_node(&node)?;
        match PIPELINE.unprintable(&node) {
            holes if holes.is_empty() => Ok(decision),
            holes => Err(holes),
        }
    });
    match read {
        Ok(decision) => {
            let evaluation = PIPELINE.evaluate(&decision);
            Outcome::Read(Box::new((decision, evaluation)))
        }
        Err(faults) => Outcome::Refused(faults),
    }
}

/// A document as a report, at its shortest.
fn report(source: &Source, read: &(Decision, Evaluation), kind: DocumentKind) -> Report {
    let room = BRIEF[BRIEF.len() - 1];
    PIPELINE.report(source, &read.0, &read.1, kind, room)
}

/// Holds that a refusal says what is wrong, where, and what to do, in every form.
fn is_told(name: &str, faults: &[Diagnostic], source: &Source) {
    assert!(!faults.is_empty(), "{name}: refused without a reason");
    for fault in faults {
        assert!(fault.hint.is_some(), "{name}: {fault:?} has no hint");
        let whole_file = source
            .text()
            .trim_start_matches('\u{feff}')
            .trim()
            .is_empty();
        assert!(
            fault.span.is_some() || whole_file,
            "{name}: {fault:?} has no place"
        );
        assert!(
            fault.message.len() < 400,
            "{name}: {} is no message",
            fault.message
        );
    }
    // Drawing must not fail on any of them; a thousand say as much as all.
    for fault in faults.iter().take(1000) {
        let drawn = diagnostics::draw(fault, source);
        assert!(drawn.contains(fault.rule.id()), "{name}: {drawn}");
        let hidden = |text: &str| {
            text.chars()
                .any(|c| c != '\n' && boardbrief::decision::unprintable(c))
        };
        assert!(
            !hidden(&drawn),
            "{name}: hidden characters reach the terminal: {drawn:?}"
        );
        let line = diagnostics::one_line(fault, source);
        assert!(!line.contains('\n') && !hidden(&line), "{name}: {line:?}");
        assert!(
            diagnostics::as_json(fault, source)["id"].is_string(),
            "{name}"
        );
    }
}
