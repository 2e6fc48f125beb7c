//! Sets values in a decision by JSON pointer, as `evaluate --set` does.

use serde_json::{Value, json};

/// Puts a value at a pointer; objects on the way that are absent are made.
pub fn set(decision: &mut Value, pointer: &str, to: Value) {
    let mut at = decision;
    for part in pointer.split('/').skip(1) {
        at = match at {
            Value::Array(items) => &mut items[part.parse::<usize>().expect("an index")],
            Value::Object(fields) => fields.entry(part).or_insert_with(|| json!({})),
            Value::Null => {
                *at = json!({});
                at.as_object_mut()
                    .expect("just made")
                    .entry(part)
                    .or_insert_with(|| json!({}))
            }
            other => panic!("{pointer} leads into {other}"),
        };
    }
    *at = to;
}
