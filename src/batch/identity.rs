//! What documents are made from besides their decision, part by part, so that a rerun knows which
//! of them changed and can say so.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The parts, each with a short hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Identity(BTreeMap<String, String>);

impl Identity {
    /// An identity of parts by name, each a version or a hash.
    pub fn new<N: Into<String>>(parts: impl IntoIterator<Item = (N, String)>) -> Identity {
        Identity(
            parts
                .into_iter()
                .map(|(name, value)| (name.into(), value))
                .collect(),
        )
    }

    /// A short key for the whole.
    pub fn key(&self) -> String {
        let text: String = self
            .0
            .iter()
            .map(|(name, value)| format!("{name}={value}\n"))
            .collect();
        sha256(text.as_bytes())[..12].to_string()
    }

    /// One part.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The names of the parts that differ from another identity's.
    pub fn differs_in<'a>(&'a self, other: &'a Identity) -> Vec<&'a str> {
        let names = self
            .0
            .keys()
            .chain(other.0.keys().filter(|name| !self.0.contains_key(*name)));
        names
            .filter(|name| self.0.get(*name) != other.0.get(*name))
            .map(String::as_str)
            .collect()
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_knows_which_part_changed() {
        let of = |fonts: &str| {
            Identity::new([("fonts", fonts.to_string()), ("policy", "1".to_string())])
        };
        assert_eq!(of("a").differs_in(&of("a")), Vec::<&str>::new());
        assert_eq!(of("a").differs_in(&of("b")), ["fonts"]);
        let without = Identity::new([("policy", "1".to_string())]);
        assert_eq!(without.differs_in(&of("a")), ["fonts"]);
        assert_ne!(of("a").key(), of("b").key());
    }
}
