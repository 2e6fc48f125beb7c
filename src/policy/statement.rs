//! What a brief says about a value of the policy: the value used, why, and whether it was changed.

use super::Threshold;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// A value of the policy as a brief states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    /// Which value.
    #[serde(skip)]
    pub threshold: Threshold,
    /// Its key in a policy file.
    #[serde(skip)]
    pub key: &'static str,
    /// The value by which the decision was judged.
    pub value: f64,
    /// What the value is.
    pub says: String,
    /// Why it is what it is.
    pub reason: String,
    /// Where it came from.
    pub origin: String,
    /// The value that is compiled in.
    pub built_in: f64,
    /// Whether an organisation's policy file set it.
    pub changed: bool,
    /// The value that the decision uses instead, where it may (horizon and rate only).
    pub decision: Option<f64>,
}

/// The statements of a brief; serialised as an object, by key.
#[derive(Debug, Clone, PartialEq)]
pub struct Statements(pub Vec<Statement>);

impl Serialize for Statements {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for statement in &self.0 {
            map.serialize_entry(statement.key, statement)?;
        }
        map.end()
    }
}
