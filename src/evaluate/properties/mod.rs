//! Promises of the verdict, held over made-up decisions, ten thousand for each.

mod generate;

use super::judge::{Chosen, Judge};
use super::leaves::{self, Held};
use super::output::Verdict;
use super::subject::Subject;
use crate::decision::Decision;
use crate::market::Market;
use crate::policy::Policy;
use generate::Bytes;
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> = LazyLock::new(Policy::built_in);

fn judged(decision: &Decision) -> (Verdict, Option<Chosen>) {
    let judge = Judge::new(&POLICY);
    let subject = Subject::new(decision, &POLICY);
    let judgement = judge.judge(&subject);
    (judge.verdict(&subject, &judgement), judgement.chosen)
}

/// How kind a verdict is to building; `None` for those that are not about it.
fn kindness(verdict: Verdict) -> Option<u8> {
    match verdict {
        Verdict::Buy => Some(0),
        Verdict::Hybrid => Some(1),
        Verdict::Build => Some(2),
        _ => None,
    }
}

/// The input that speaks more for building than the one given, where there is one. Money is left
/// out, but for what is built: a dearer alternative speaks against buying it with our own on top
/// sooner than against buying it alone, so by the table it may turn *hybrid* into *buy*.
fn kinder(field: &str, held: Option<Held>, by: usize) -> Option<Held> {
    let is = |end: &str| field.ends_with(end);
    let yes = |value: bool| (held != Some(Held::YesNo(value))).then_some(Held::YesNo(value));
    let more = |times: f64| match held {
        Some(Held::Number(value, unit)) => {
            let (low, high) = unit.range();
            Some(Held::Number((value * times).clamp(low, high), unit))
        }
        _ => None,
    };
    let times = [1.01, 1.3, 4.0, 100.0][by % 4];
    match field {
        _ if is("/hard_to_replicate") || is("/matters_to_customers") => yes(true),
        _ if field.starts_with("/maintenance/survives/") || is("/multi_year_budget") => yes(true),
        _ if is("/dedicated_organisation")
            || is("/career_paths")
            || is("/adoption_is_voluntary") =>
        {
            yes(true)
        }
        _ if is("/claimed") || is("/committed") => yes(true),
        _ if is("/proven") => yes(false),
        "/maintenance/executive_sponsor" => match held {
            Some(Held::Word(word, words)) if word > 0 => Some(Held::Word(0, words)),
            _ => None,
        },
        _ if is("/vendor_answer") => match held {
            Some(Held::Word(word, words)) if word + 1 < words.len() => {
                Some(Held::Word(words.len() - 1, words))
            }
            _ => None,
        },
        "/organisation/engineers" | "/organisation/platform/voluntary_adoption" => more(times),
        "/maintenance/engineers_planned" | "/build/annual_value" => more(times),
        "/maintenance/engineers_needed" => more(1.0 / times),
        _ if is("/fit") => more(1.0 / times),
        _ => None,
    }
}

/// Fields that make an alternative dearer when they grow.
fn is_price(field: &str) -> bool {
    const PRICES: [&str; 6] = [
        "/annual_cost",
        "/per_seat",
        "/seats",
        "/one_off",
        "/exit_cost",
        "/price_escalator",
    ];
    field.starts_with("/alternatives/") && PRICES.iter().any(|end| field.ends_with(end))
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..260)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        // Most made-up decisions are not ready; the count is of those that a promise is about.
        max_global_rejects: 1_000_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// Among *buy*, *hybrid* and *build*, more evidence for building never moves a verdict towards
    /// *buy*. Where two alternatives are listed, evidence against one lets the other stand for
    /// both, with its own money; that is another decision, so it is left out.
    #[test]
    fn more_evidence_for_building_never_moves_towards_buying(bytes in bytes(), by in 0usize..4) {
        let mut decision = generate::decision(&mut Bytes(&bytes));
        let before = judged(&decision).0;
        prop_assume!(kindness(before).is_some());
        for leaf in leaves::all(&mut decision).into_iter().skip(by).step_by(4) {
            let single = !leaf.field.starts_with("/alternatives/") || decision.alternatives.len() == 1;
            let Some(better) = kinder(&leaf.field, leaf.held, by).filter(|_| single) else { continue };
            let mut changed = decision.clone();
            leaves::set(&mut changed, leaf.at, better);
            let after = judged(&changed).0;
            if let (Some(before), Some(after)) = (kindness(before), kindness(after)) {
                prop_assert!(after >= before, "{} to {better:?}: {before} to {after}", leaf.field);
            }
        }
    }

    /// An alternative that costs more never becomes more recommended.
    #[test]
    fn a_dearer_alternative_is_never_more_recommended(bytes in bytes(), times in 1.0..50.0_f64) {
        let mut decision = generate::decision(&mut Bytes(&bytes));
        let before = judged(&decision).1.and_then(|chosen| chosen.alternative);
        for leaf in leaves::all(&mut decision).iter().filter(|leaf| is_price(&leaf.field)) {
            let Some(Held::Number(value, unit)) = leaf.held else { continue };
            let at: usize = leaf.field.split('/').nth(2).and_then(|at| at.parse().ok()).unwrap_or_default();
            let mut changed = decision.clone();
            let dearer = (value * times).clamp(unit.range().0, unit.range().1);
            leaves::set(&mut changed, leaf.at, Held::Number(dearer, unit));
            let after = judged(&changed).1.and_then(|chosen| chosen.alternative);
            prop_assert!(after != Some(at) || before == Some(at), "{} from {value} to {dearer}", leaf.field);
        }
    }

    /// Leaving a yes or no blank never gives a verdict kinder to building than the kinder of its
    /// two answers.
    #[test]
    fn a_blank_is_never_kinder_than_its_answers(bytes in bytes()) {
        let mut decision = generate::decision(&mut Bytes(&bytes));
        let before = judged(&decision).0;
        let kind = |verdict| kindness(verdict).unwrap_or(0);
        let blanks: Vec<_> = leaves::all(&mut decision).into_iter().filter(|leaf| leaf.held.is_none()).collect();
        for leaf in blanks {
            let answers = [true, false].map(|answer| {
                let mut answered = decision.clone();
                leaves::set(&mut answered, leaf.at, Held::YesNo(answer));
                // Only a yes or no takes the answer; any other blank stays as it was.
                (answered != decision).then(|| judged(&answered).0)
            });
            if let [Some(yes), Some(no)] = answers {
                prop_assert!(kind(before) <= kind(yes).max(kind(no)), "{}: {before:?}, {yes:?} or {no:?}", leaf.field);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Whatever the decision, it is evaluated, and every sentence ends and holds no odd number.
    #[test]
    fn every_decision_is_evaluated(bytes in bytes()) {
        let decision = generate::decision(&mut Bytes(&bytes));
        let evaluation = super::evaluate(&decision, &POLICY, &Market::built_in());
        let json = serde_json::to_string(&evaluation).expect("an evaluation serialises");
        for odd in ["NaN", "infinit", ":-0.0,", ":-0,", "n/a"] {
            prop_assert!(!json.contains(odd), "{odd}");
        }
        let sentences = evaluation.reasons.iter().chain(&evaluation.warnings).chain(&evaluation.findings);
        for finding in sentences {
            let text = finding.text.to_string();
            prop_assert!(text.ends_with(['.', '?', '\u{201d}']), "{}: {text}", finding.id);
        }
        prop_assert!(!evaluation.reasons.is_empty());
        prop_assert_eq!(evaluation.open_questions.is_empty() && evaluation.verdict == Verdict::NotReady, false);
    }
}
