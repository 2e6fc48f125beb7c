//! What evaluating costs, flip points included, for every worked decision; the bound is 3 ms each.
//! `cargo bench --bench evaluate`

use boardbrief::decision::{Decision, Source};
use boardbrief::evaluate::evaluate;
use boardbrief::market::Market;
use boardbrief::policy::Policy;

fn main() {
    divan::main();
}

/// The worked decisions, by name, with the published table that has no worked report.
const DECISIONS: &[&str] = &[
    "reports/authentication",
    "reports/developer-portal",
    "reports/financial-services-portal",
    "reports/platform-at-scale",
    "reports/portal-exit",
    "reports/portal-second-life",
    "reports/portal-vendors",
    "reports/start-up-cms",
];

fn decision(folder: &str) -> Decision {
    let path = format!("{}/{folder}/decision.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the decision is there");
    Decision::from_source(&Source::new(path, text)).expect("the decision is valid")
}

/// The whole evaluation of one decision.
#[divan::bench(args = DECISIONS)]
fn whole(bencher: divan::Bencher, folder: &str) {
    let (decision, policy, market) = (decision(folder), Policy::built_in(), Market::built_in());
    bencher.bench_local(|| evaluate(divan::black_box(&decision), &policy, &market));
}
