//! What moved between two evaluations of one decision: for trying a change in the meeting, and for
//! seeing what a new version of a file changes.

use super::output::{Evaluation, Verdict};
use serde::Serialize;
use serde_json::Value;

/// What moved between two evaluations.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The verdict before and after, where it changed.
    pub verdict: Option<[Verdict; 2]>,
    /// Everything that moved, in the order of the evaluation.
    pub moved: Vec<Moved>,
}

/// A value of an evaluation that moved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// JSON pointer into the evaluation.
    pub at: String,
    /// What it is, for people: the question, the option or the exception it belongs to.
    pub what: String,
    /// The value before; `null` where there was none.
    pub before: Value,
    /// The value after; `null` where there is none.
    pub after: Value,
}

/// Parts of an evaluation that answer a question or state a figure. Sentences, flip points and
/// open questions follow from them and are left out.
const WATCHED: [&str; 8] = [
    "/verdict",
    "/recommended_option",
    "/stage",
    "/questions",
    "/exceptions",
    "/finance",
    "/confidence/level",
    "/build_break_even",
];

/// What moved.
pub fn compare(before: &Evaluation, after: &Evaluation) -> Comparison {
    let value = |evaluation: &Evaluation| serde_json::to_value(evaluation).unwrap_or(Value::Null);
    let (old, new) = (value(before), value(after));
    let mut moved = Vec::new();
    for at in WATCHED {
        let part = |value: &Value| value.pointer(at).cloned().unwrap_or(Value::Null);
        walk(at, "", &part(&old), &part(&new), &mut moved);
    }
    let verdict = (before.verdict != after.verdict).then_some([before.verdict, after.verdict]);
    Comparison { verdict, moved }
}

/// Adds what differs between two values. Entries of lists are matched by their name, so that an
/// option that is added does not move those behind it.
fn walk(at: &str, what: &str, old: &Value, new: &Value, moved: &mut Vec<Moved>) {
    match (old, new) {
        _ if old == new => {}
        (Value::Object(old), Value::Object(new)) => {
            let keys = old
                .keys()
                .chain(new.keys().filter(|key| !old.contains_key(*key)));
            for key in keys.filter(|key| !is_words(key)) {
                let part = |map: &serde_json::Map<String, Value>| {
                    map.get(key).cloned().unwrap_or(Value::Null)
                };
                walk(&format!("{at}/{key}"), what, &part(old), &part(new), moved);
            }
        }
        (Value::Array(old), Value::Array(new))
            if old.iter().chain(new).any(|item| name(item).is_some()) =>
        {
            for (index, item) in new.iter().enumerate() {
                let twin = old
                    .iter()
                    .find(|other| same(other, item))
                    .unwrap_or(&Value::Null);
                let named = name(item).unwrap_or_default();
                match twin {
                    Value::Null => push(
                        &format!("{at}/{index}"),
                        &named,
                        &Value::Null,
                        &named.clone().into(),
                        moved,
                    ),
                    twin => walk(&format!("{at}/{index}"), &named, twin, item, moved),
                }
            }
            for item in old
                .iter()
                .filter(|item| !new.iter().any(|other| same(item, other)))
            {
                let named = name(item).unwrap_or_default();
                push(at, &named, &named.clone().into(), &Value::Null, moved);
            }
        }
        (old, new) => push(at, what, old, new, moved),
    }
}

fn push(at: &str, what: &str, before: &Value, after: &Value, moved: &mut Vec<Moved>) {
    moved.push(Moved {
        at: at.to_string(),
        what: what.to_string(),
        before: before.clone(),
        after: after.clone(),
    });
}

/// Keys that hold sentences or places, or break a figure down.
fn is_words(key: &str) -> bool {
    matches!(
        key,
        "evidence" | "reason" | "lines" | "opportunities" | "from" | "assumed_nil" | "assumed_none"
    ) || key.ends_with("_reason")
}

/// What an entry of a list is called.
fn name(item: &Value) -> Option<String> {
    let part = |key: &str| item.get(key).and_then(Value::as_str);
    part("option")
        .or(part("name"))
        .or(part("id"))
        .map(str::to_string)
}

fn same(a: &Value, b: &Value) -> bool {
    let kind = |item: &Value| item.get("kind").cloned();
    name(a) == name(b) && kind(a) == kind(b)
}
