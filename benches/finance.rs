//! What the money model costs: the numbers of a verdict, the whole of the money, and the draws of
//! a simulation. `cargo bench --bench finance`

use boardbrief::decision::{Decision, Source};
use boardbrief::finance::{Terms, assess, outlook};

/// The decision in a file of the tests.
fn decision(text: &str) -> Decision {
    Decision::from_source(&Source::new("decision.json", text))
        .expect("a decision of the tests is valid")
}

fn main() {
    divan::main();
}

const PORTAL: &str = include_str!("../tests/finance/developer-portal.json");
const RANGES: &str = include_str!("../tests/finance/ranges.json");

/// The developer portal with three estimates, as a decision with ranges usually has.
fn portal_with_ranges() -> Decision {
    let mut decision = decision(PORTAL);
    let spread = |figure: &mut Option<boardbrief::decision::Figure>| {
        if let Some(figure) = figure {
            figure.range = Some((figure.likely * 0.8, figure.likely * 1.3));
        }
    };
    spread(&mut decision.money.cost_per_engineer);
    spread(&mut decision.alternatives[0].annual_cost);
    spread(&mut decision.opportunities[0].annual_value);
    decision
}

/// What the flip search computes thousands of times: aimed at well under a microsecond.
#[divan::bench]
fn outlook_of_the_developer_portal(bencher: divan::Bencher) {
    let (decision, terms) = (decision(PORTAL), Terms::default());
    bencher.bench(|| outlook(divan::black_box(&decision), &terms));
}

/// No figure has a range, so nothing is drawn.
#[divan::bench]
fn assess_without_ranges(bencher: divan::Bencher) {
    let (decision, terms) = (decision(PORTAL), Terms::default());
    bencher.bench(|| assess(divan::black_box(&decision), &terms));
}

/// 10,000 draws of three estimates for three cases: to stay under 5 ms on one core.
#[divan::bench]
fn assess_with_three_estimates(bencher: divan::Bencher) {
    let (decision, terms) = (portal_with_ranges(), Terms::default());
    bencher.bench(|| assess(divan::black_box(&decision), &terms));
}

/// 10,000 draws of eleven estimates for seven cases over five years.
#[divan::bench]
fn assess_with_eleven_estimates(bencher: divan::Bencher) {
    let (decision, terms) = (decision(RANGES), Terms::default());
    bencher.bench(|| assess(divan::black_box(&decision), &terms));
}
