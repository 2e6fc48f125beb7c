//! Any bytes as a decision file: read and evaluated, or refused with reasons that can be told.

use boardbrief::decision::weak::{Known, warnings};
use boardbrief::decision::{Decision, Node, Source, unprintable};
use boardbrief::diagnostics::{self, Diagnostic};
use boardbrief::frame::Audience;

use super::render::PIPELINE;

/// Reads the bytes as JSON where they start like it, else as YAML.
pub fn run(data: &[u8]) {
    let start = data.iter().find(|byte| !byte.is_ascii_whitespace());
    let name = match start {
        Some(b'{' | b'[' | b'"') | None => "case.json",
        _ => "case.yaml",
    };
    let source = match Source::from_bytes(name, data.to_vec()) {
        Ok(source) => source,
        Err(faults) => return told(&faults, &Source::new(name, "")),
    };
    let read = source
        .parse()
        .and_then(|node| Ok((Decision::from_node(&node)?, node)));
    match read {
        Err(faults) => told(&faults, &source),
        Ok((decision, node)) => {
            told_if_any(&PIPELINE.unprintable(&node), &source);
            evaluated(&decision, &node, &source);
        }
    }
}

/// A legal decision is evaluated, framed and found weak or not, without a figure that is no number.
fn evaluated(decision: &Decision, node: &Node, source: &Source) {
    let evaluation = PIPELINE.evaluate(decision);
    let framing = PIPELINE.frame(decision, &evaluation, Audience::Board, &[]);
    let known = Known {
        decision,
        node,
        policy: PIPELINE.policy(),
        framing: &framing,
    };
    told_if_any(&warnings(&known), source);
    let summary = PIPELINE.summary(decision, &evaluation).expect("a template");
    for no_number in ["NaN", "inf ", "-0 "] {
        // A word of the author’s own may look like one.
        assert!(
            !summary.contains(no_number) || source.text().contains(no_number.trim()),
            "{no_number} in {summary}"
        );
    }
}

fn told_if_any(faults: &[Diagnostic], source: &Source) {
    if !faults.is_empty() {
        told(faults, source);
    }
}

/// Every fault has a hint and, unless the file is empty, a place; and can be drawn in every form
/// without a hidden character.
fn told(faults: &[Diagnostic], source: &Source) {
    assert!(!faults.is_empty(), "refused without a reason");
    let hidden = |text: &str| text.chars().any(|c| c != '\n' && unprintable(c));
    for fault in faults.iter().take(100) {
        assert!(fault.hint.is_some(), "{fault:?} has no hint");
        assert!(fault.message.len() < 400, "{} is no message", fault.message);
        let drawn = diagnostics::draw(fault, source);
        assert!(!hidden(&drawn), "hidden characters in {drawn:?}");
        let line = diagnostics::one_line(fault, source);
        assert!(!line.contains('\n') && !hidden(&line), "{line:?}");
        assert!(diagnostics::as_json(fault, source)["id"].is_string());
    }
}
