//! The JSON Schema (2020-12) of the decision file, generated from the types.

use super::model::Decision;
use super::read::{Definitions, Read};
use super::unit::Unit;
use serde_json::{Value, json};

/// The schema, ready to print.
pub fn json_schema() -> Value {
    let mut definitions = Definitions::new();
    Decision::schema(Unit::Plain, &mut definitions);
    let mut root = definitions.remove("Decision").unwrap_or(Value::Null);
    root["properties"]["$schema"] =
        json!({ "type": "string", "description": "Allowed, and ignored." });
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "boardbrief decision",
    });
    if let (Some(schema), Value::Object(root)) = (schema.as_object_mut(), root) {
        schema.extend(root);
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    schema
}
