//! A decision with every field of the format filled, made from the schema, so that a field that is
//! added is filled as well.

use boardbrief::decision::json_schema;
use serde_json::{Map, Value, json};

/// Every field filled; every free text is `text`.
pub fn decision(text: &str) -> Value {
    let schema = json_schema();
    let mut whole = of(&schema, &schema, text);
    whole["money"]["baseline"] = json!("build");
    whole["as_of"] = json!("2026-02-01");
    whole["currency"] = json!("USD");
    whole
}

/// Every place in a value, outermost first.
pub fn places(value: &Value, place: &str, visit: &mut dyn FnMut(&str, &Value)) {
    visit(place, value);
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{place}/{name}"), visit);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, &format!("{place}/{at}"), visit);
            }
        }
        _ => {}
    }
}

/// What a schema describes, with as much in it as it allows.
fn of(schema: &Value, root: &Value, text: &str) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        let definition = root.pointer(name.trim_start_matches('#'));
        return of(definition.expect("a definition"), root, text);
    }
    if let Some(ways) = schema["anyOf"].as_array() {
        let fullest = ways.iter().rfind(|way| way["type"] != "null");
        if schema.get("properties").is_none() {
            return of(fullest.expect("a way to write it"), root, text);
        }
    }
    if let Some(words) = schema["enum"].as_array() {
        return words[0].clone();
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => &kinds[0],
        kind => kind,
    };
    match kind.as_str().expect("a type") {
        "object" => object(schema, root, text),
        "array" => json!([of(&schema["items"], root, text)]),
        "string" if schema["format"] == "date" => json!("2026-01-15"),
        "string" => match schema["pattern"].as_str() {
            Some(pattern) if pattern.contains("a-z") => json!("every-field"),
            _ => json!(text),
        },
        "boolean" => json!(true),
        _ => schema["examples"].get(0).cloned().unwrap_or(json!(1)),
    }
}

fn object(schema: &Value, root: &Value, text: &str) -> Value {
    let properties = schema["properties"].as_object().expect("properties");
    let mut fields = Map::new();
    for (name, part) in properties {
        // What says the same in two ways is said in one.
        let twice = matches!(
            name.as_str(),
            "$schema" | "value" | "fit" | "per_seat" | "seats"
        );
        if !twice {
            fields.insert(name.clone(), of(part, root, text));
        }
    }
    if let Some(amounts) = fields.get_mut("amounts") {
        *amounts = json!([1000, 1000, 1000, 1000]);
    }
    Value::Object(fields)
}
