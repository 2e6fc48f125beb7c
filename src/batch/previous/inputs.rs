//! What an author changed between two versions of a decision, input by input, and each change made
//! alone, so that what it moves can be seen.

use crate::decision::source::{Node, Value};

/// One change of a decision file.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// JSON pointer of the input.
    pub pointer: String,
    /// Its value before; `null` where it was absent.
    before: Value,
    /// Its value after; `null` where it is absent.
    after: Value,
}

/// Fields that no figure and no verdict rests on.
const WORDS: [&str; 12] = [
    "/$schema",
    "/id",
    "/title",
    "/notes",
    "/status",
    "/approval",
    "/meeting",
    "/arguments",
    "/risks",
    "/milestones",
    "/organisation/name",
    "/situation/summary",
];

/// The changes from one version to the other. Entries of a list are matched where both versions
/// name the same ones in the same order; else the list changed as a whole.
pub fn edits(before: &Node, after: &Node) -> Vec<Edit> {
    let mut found = Vec::new();
    walk("", &before.value, &after.value, &mut found);
    found.retain(|edit| {
        let is_in = |field: &str| {
            edit.pointer
                .strip_prefix(field)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        !WORDS.into_iter().any(is_in)
    });
    found
}

impl Edit {
    /// A version before the change with the change alone made.
    pub fn made(&self, before: &Node) -> Option<Node> {
        self.set(before, &self.after)
    }

    /// A version after the change with the change alone taken back.
    pub fn taken_back(&self, after: &Node) -> Option<Node> {
        self.set(after, &self.before)
    }

    fn set(&self, node: &Node, value: &Value) -> Option<Node> {
        let mut node = node.clone();
        node.set(&self.pointer, value.clone()).ok()?;
        Some(node)
    }

    /// The field that people know: of a figure that is written as an object, the figure itself.
    pub fn field(&self, before: &Node, after: &Node) -> String {
        let Some((owner, last)) = self.pointer.rsplit_once('/') else {
            return self.pointer.clone();
        };
        let parts = ["likely", "value", "low", "high", "source", "as_of", "owner"];
        let is_figure = |node: &Node| {
            ["likely", "value"]
                .iter()
                .any(|part| node.get(&format!("{owner}/{part}")).is_some())
        };
        if parts.contains(&last) && (is_figure(before) || is_figure(after)) {
            owner.to_string()
        } else {
            self.pointer.clone()
        }
    }
}

fn walk(at: &str, before: &Value, after: &Value, found: &mut Vec<Edit>) {
    match (before, after) {
        _ if same(before, after) => {}
        (Value::Map(old), Value::Map(new)) => {
            let part = |fields: &[crate::decision::source::Field], key: &str| {
                let field = fields.iter().find(|field| field.key == key);
                field.map_or(Value::Null, |field| field.node.value.clone())
            };
            let added = new
                .iter()
                .filter(|field| !old.iter().any(|f| f.key == field.key));
            for field in old.iter().chain(added) {
                let key = field.key.replace('~', "~0").replace('/', "~1");
                let at = format!("{at}/{key}");
                walk(&at, &part(old, &field.key), &part(new, &field.key), found);
            }
        }
        (Value::List(old), Value::List(new))
            if names(old).is_some_and(|names_before| Some(names_before) == names(new)) =>
        {
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                walk(&format!("{at}/{index}"), &old.value, &new.value, found);
            }
        }
        _ => found.push(Edit {
            pointer: at.to_string(),
            before: before.clone(),
            after: after.clone(),
        }),
    }
}

/// The names of a list's entries; `None` where one has none.
fn names(items: &[Node]) -> Option<Vec<String>> {
    let name = |item: &Node| {
        ["/name", "/need", "/id"]
            .iter()
            .find_map(|key| match &item.get(key)?.value {
                Value::Text(name) | Value::Word(name) => Some(name.clone()),
                _ => None,
            })
    };
    items.iter().map(name).collect()
}

/// Whether two values say the same, however they are written.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Map(a), Value::Map(b)) => {
            let known = |fields: &[crate::decision::source::Field]| {
                let known = fields.iter().filter(|f| f.node.value != Value::Null);
                known.count()
            };
            known(a) == known(b)
                && a.iter().all(|field| {
                    let twin = b.iter().find(|other| other.key == field.key);
                    same(
                        &field.node.value,
                        twin.map_or(&Value::Null, |twin| &twin.node.value),
                    )
                })
        }
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(&a.value, &b.value))
        }
        (Value::Map(_) | Value::List(_), _) | (_, Value::Map(_) | Value::List(_)) => false,
        (a, b) => scalar(a) == scalar(b),
    }
}

/// A scalar as text: JSON and YAML write the same value in different ways.
fn scalar(value: &Value) -> String {
    match value {
        Value::Bool(yes) => yes.to_string(),
        Value::Number(text) | Value::Word(text) => match text.parse::<f64>() {
            Ok(number) => number.to_string(),
            Err(_) => text.clone(),
        },
        Value::Text(text) => text.clone(),
        Value::Null | Value::List(_) | Value::Map(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::Source;

    fn node(name: &str, text: &str) -> Node {
        Source::new(name, text).parse().unwrap()
    }

    fn pointers(before: &str, after: &str) -> Vec<String> {
        let found = edits(&node("a.json", before), &node("a.json", after));
        found.into_iter().map(|edit| edit.pointer).collect()
    }

    #[test]
    fn each_input_that_changed_is_found() {
        let before = r#"{"title": "A", "build": {"engineers": 8}, "alternatives": [{"name": "X", "fit": 0.8}]}"#;
        let after = r#"{"title": "B", "build": {"engineers": 6}, "alternatives": [{"name": "X", "fit": 0.9, "proven": true}]}"#;
        assert_eq!(
            pointers(before, after),
            [
                "/build/engineers",
                "/alternatives/0/fit",
                "/alternatives/0/proven"
            ]
        );
    }

    #[test]
    fn a_list_with_other_entries_changed_as_a_whole() {
        let before = r#"{"alternatives": [{"name": "X", "fit": 0.8}], "ramp": [0.5, 1]}"#;
        let after =
            r#"{"alternatives": [{"name": "Y"}, {"name": "X", "fit": 0.9}], "ramp": [0.5]}"#;
        assert_eq!(pointers(before, after), ["/alternatives", "/ramp"]);
    }

    #[test]
    fn the_same_value_written_differently_is_no_change() {
        let json = node(
            "a.json",
            r#"{"proven": true, "fit": 0.80, "name": "X", "gone": null}"#,
        );
        let yaml = node("a.yaml", "proven: true\nfit: 8e-1\nname: X\n");
        assert_eq!(edits(&json, &yaml), Vec::new());
    }

    #[test]
    fn a_change_is_made_and_taken_back() {
        let before = node("a.json", r#"{"build": {"engineers": {"likely": 8}}}"#);
        let after = node("a.json", r#"{"build": {"engineers": {"likely": 6}}}"#);
        let found = edits(&before, &after);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].field(&before, &after), "/build/engineers");
        assert_eq!(edits(&found[0].made(&before).unwrap(), &after), Vec::new());
        assert_eq!(
            edits(&before, &found[0].taken_back(&after).unwrap()),
            Vec::new()
        );
    }
}
