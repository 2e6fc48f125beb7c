//! What `evaluate --json` and `frame --json` print: what was found, the number of the form it is
//! printed in, and how every figure follows from others. `docs/output.md` describes each key.

use crate::decision::Decision;
use crate::evaluate::Evaluation;
use crate::finance::derive::{Derivation, derive, figures};
use crate::frame::Framing;
use serde::Serialize;

/// The number of the form. Keys are added under the same number; where one had to be renamed or its
/// meaning changed, the number would go up.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Evaluated<'a> {
    format: u32,
    boardbrief: &'static str,
    #[serde(flatten)]
    evaluation: &'a Evaluation,
    derivations: Vec<Derivation>,
}

#[derive(Serialize)]
struct Framed<'a> {
    format: u32,
    boardbrief: &'static str,
    id: &'a str,
    #[serde(flatten)]
    framing: &'a Framing,
}

/// The output of `evaluate --json`.
pub fn evaluated(decision: &Decision, evaluation: &Evaluation) -> String {
    let whole = Evaluated {
        format: FORMAT,
        boardbrief: env!("CARGO_PKG_VERSION"),
        evaluation,
        derivations: derivations(decision, evaluation),
    };
    format!("{:#}\n", serde_json::json!(whole))
}

/// The output of `frame --json`.
pub fn framed(decision: &Decision, framing: &Framing) -> String {
    let whole = Framed {
        format: FORMAT,
        boardbrief: env!("CARGO_PKG_VERSION"),
        id: &decision.id,
        framing,
    };
    format!("{:#}\n", serde_json::json!(whole))
}

/// Every figure of the money with the one step that leads to it.
fn derivations(decision: &Decision, evaluation: &Evaluation) -> Vec<Derivation> {
    let all = figures(decision, &evaluation.finance);
    let named = all.into_iter().filter_map(|one| one.figure);
    named
        .filter_map(|name| derive(decision, &evaluation.finance, &name))
        .map(|mut whole| {
            whole.operands.iter_mut().for_each(until_named);
            whole
        })
        .collect()
}

/// Leaves out how an operand was worked out that can be looked up by its own name.
fn until_named(operand: &mut Derivation) {
    match operand.figure {
        Some(_) => operand.operands.clear(),
        None => operand.operands.iter_mut().for_each(until_named),
    }
}
