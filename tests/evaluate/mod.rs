//! The evaluator over case files: each `tests/evaluate/cases/NAME.json` has its whole evaluation
//! beside it.

mod told;

use crate::support::{compare, root};
use boardbrief::decision::{Decision, Source};
use boardbrief::evaluate::evaluate;
use boardbrief::market::Market;
use boardbrief::policy::Policy;

fn read(path: &std::path::Path) -> Decision {
    let text = std::fs::read_to_string(path).expect("the case is there");
    let source = Source::new(path.to_string_lossy(), text);
    Decision::from_source(&source).unwrap_or_else(|faults| panic!("{}: {faults:?}", path.display()))
}

#[test]
fn show() {
    for id in std::env::var("SHOW").unwrap_or_default().split(',') {
        let path = root().join(format!("reports/{id}/decision.json"));
        if !path.exists() {
            continue;
        }
        println!(
            "==== {id}\n{}",
            told::told(&evaluate(
                &read(&path),
                &Policy::built_in(),
                &Market::built_in()
            ))
        );
    }
    let _ = compare;
}
