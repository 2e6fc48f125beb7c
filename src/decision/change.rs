//! One value of a decision changed, to try what that moves.

use super::source::{Field, Node, Value, segments};

impl Node {
    /// Sets the value at a JSON pointer. Objects on the way are made where they are missing, and
    /// a list grows by one where the index is its length or `-`; anything else is told.
    pub fn set(&mut self, pointer: &str, value: Value) -> Result<(), String> {
        if !pointer.starts_with('/') {
            return Err(format!(
                "`{pointer}` is not a path; it starts with `/`, such as `/build/engineers`"
            ));
        }
        let mut node = self;
        for segment in segments(pointer) {
            node = node
                .step(&segment)
                .map_err(|why| format!("`{pointer}`: {why}"))?;
        }
        node.value = value;
        Ok(())
    }

    fn step(&mut self, segment: &str) -> Result<&mut Node, String> {
        let span = self.span.clone();
        let new = || Node {
            value: Value::Null,
            span: span.clone(),
        };
        if self.value == Value::Null {
            self.value = Value::Map(Vec::new());
        }
        match &mut self.value {
            Value::Map(fields) => {
                let at = match fields.iter().position(|field| field.key == segment) {
                    Some(at) => at,
                    None => {
                        fields.push(Field {
                            key: segment.to_string(),
                            key_span: span.clone(),
                            node: new(),
                        });
                        fields.len() - 1
                    }
                };
                Ok(&mut fields[at].node)
            }
            Value::List(items) => {
                let count = items.len();
                let index = if segment == "-" {
                    Ok(count)
                } else {
                    segment.parse::<usize>()
                };
                match index {
                    Ok(index) if index < count => Ok(&mut items[index]),
                    Ok(index) if index == count => {
                        items.push(new());
                        Ok(&mut items[count])
                    }
                    _ => Err(format!(
                        "the list has {count} entries, counted from 0, and `{segment}` is none of them"
                    )),
                }
            }
            _ => Err(format!(
                "there is nothing below the value that `{segment}` is looked for in"
            )),
        }
    }
}

/// The value that a text on the command line stands for: JSON where it is JSON, else a word whose
/// field decides what it means.
pub fn value_of(text: &str) -> Value {
    match super::json::parse(text) {
        Ok(node) => node.value,
        Err(_) => Value::Word(text.to_string()),
    }
}
