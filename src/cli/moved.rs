//! What `evaluate --set` moves, as the first thing that is said.

use crate::evaluate::{Evaluation, compare};
use crate::pipeline::Pipeline;
use serde_json::Value;

/// Lines shown: the headline figures of each case, and every answer.
const KEYS: [&str; 9] = [
    "answer",
    "granted",
    "npv",
    "npv_redeployed",
    "roi",
    "payback_months",
    "annual_saving",
    "engineers_freed",
    "chance_better",
];

/// The changes that were tried, and what they move.
pub fn text(
    pipeline: &Pipeline,
    currency: Option<&str>,
    sets: &[String],
    before: &Evaluation,
    after: &Evaluation,
) -> String {
    let comparison = compare(before, after);
    let mut out = format!("Tried: {}\n", sets.join(", "));
    match comparison.verdict {
        Some([old, new]) => out.push_str(&format!(
            "The answer changes from {} to {}.\n",
            word(old),
            word(new)
        )),
        None => out.push_str(&format!("The answer stays: {}.\n", word(after.verdict))),
    }
    let moved = comparison.moved.iter().filter(|moved| {
        moved
            .at
            .rsplit('/')
            .next()
            .is_some_and(|key| KEYS.contains(&key))
    });
    for moved in moved {
        let key = moved.at.rsplit('/').next().unwrap_or_default();
        let show = |value: &Value| shown(pipeline, currency, key, value);
        out.push_str(&format!(
            "  {} {}: {} -> {}\n",
            moved.what,
            name(key),
            show(&moved.before),
            show(&moved.after)
        ));
    }
    out.push('\n');
    out
}

fn word(verdict: crate::evaluate::Verdict) -> String {
    crate::report::words::verdict_label(verdict).to_lowercase()
}

/// What a key is called.
fn name(key: &str) -> &str {
    match key {
        "npv" => "net present value, people released",
        "npv_redeployed" => "net present value, people redeployed",
        "roi" => "return on investment",
        "payback_months" => "payback",
        "annual_saving" => "saved a year",
        "engineers_freed" => "engineers freed",
        "chance_better" => "chance to do better",
        key => key,
    }
}

fn shown(pipeline: &Pipeline, currency: Option<&str>, key: &str, value: &Value) -> String {
    let house = pipeline.conventions();
    match (value, key) {
        (Value::Null, _) => "none".to_string(),
        (Value::Bool(yes), _) => if *yes { "yes" } else { "no" }.to_string(),
        (Value::String(word), _) => word.replace('-', " "),
        (value, key) => {
            let number = value.as_f64().unwrap_or(f64::NAN);
            match (key, currency.and_then(crate::display::Currency::from_code)) {
                ("npv" | "npv_redeployed" | "annual_saving", Some(currency)) => {
                    house.money_in_full(number, currency)
                }
                ("roi", _) => house.percent(number),
                ("chance_better", _) => house.chance(number),
                ("payback_months", _) => house.months(number),
                _ => house.number_up_to(number, 1),
            }
        }
    }
}
