//! What files are called, and which machine of several does which decision.
//!
//! An id is small letters, digits and hyphens, so names cannot clash where case is ignored, and no
//! path can lead out of the folder. A few ids are names of ours, or of devices on Windows; their
//! files begin with an underscore, which no id does.

use super::identity::sha256;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The portfolio, without its ending.
pub const PORTFOLIO: &str = "portfolio";
/// The register as a table.
pub const REGISTER_CSV: &str = "register.csv";
/// The register for programs.
pub const REGISTER_JSON: &str = "register.json";
/// The manifest.
pub const MANIFEST: &str = "manifest.json";
/// The folder of the decisions as they were judged.
pub const DECISIONS: &str = "decisions";
/// The folder of the shards' manifests.
pub const SHARDS: &str = "shards";
/// The folder in which a run works until it is whole.
pub const WORK: &str = ".boardbrief";

/// Longest id whose files every file system can hold, with room for endings.
const LONGEST: usize = 120;

/// The stem of a decision's files.
pub fn stem(id: &str) -> String {
    if is_reserved(id) {
        format!("_{id}")
    } else {
        id.to_string()
    }
}

/// Whether an id is a slug: what the format asks for, held here once more because files are named
/// by it.
pub fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= LONGEST
        && !id.starts_with('-')
        && !id.ends_with('-')
        && id
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn is_reserved(id: &str) -> bool {
    let device = |prefix: &str| {
        id.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    matches!(
        id,
        "portfolio" | "register" | "manifest" | "con" | "prn" | "aux" | "nul"
    ) || device("com")
        || device("lpt")
}

/// Which of how many shards: `0/4` is the first of four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 0.
    pub index: u32,
    /// Of how many.
    pub count: u32,
}

/// More shards than this are a slip of the pen.
const MOST_SHARDS: u32 = 100_000;

impl Shard {
    /// Whether a decision, or a file that holds none, belongs to this shard: by hash of its id, or
    /// of its name, and so the same on every machine.
    pub fn holds(self, name: &str) -> bool {
        let start = u64::from_str_radix(&sha256(name.as_bytes())[..15], 16).unwrap_or_default();
        start % u64::from(self.count) == u64::from(self.index)
    }

    /// The name of its manifest below the folder of the shards.
    pub fn manifest(self) -> String {
        format!("{}-of-{}.json", self.index, self.count)
    }

    /// The shard that a manifest's name stands for.
    pub fn of_manifest(name: &str) -> Option<Shard> {
        let (index, count) = name.strip_suffix(".json")?.split_once("-of-")?;
        format!("{index}/{count}").parse().ok()
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}/{}", self.index, self.count)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Shard, String> {
        let told = || format!("`{text}` is not I/N; write 0/4 for the first of four shards");
        let (index, count) = text.split_once('/').ok_or_else(told)?;
        let number = |part: &str| {
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            digits
                .then(|| part.parse::<u32>().ok())
                .flatten()
                .ok_or_else(told)
        };
        let (index, count) = (number(index)?, number(count)?);
        match count {
            0 => Err("there is no shard of 0; N is the number of shards".to_string()),
            count if count > MOST_SHARDS => {
                Err(format!("at most {MOST_SHARDS} shards are possible"))
            }
            count if index >= count => Err(format!(
                "shard {index} of {count} does not exist; I counts from 0, so the last is {}/{count}",
                count - 1
            )),
            count => Ok(Shard { index, count }),
        }
    }
}

impl Serialize for Shard {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Shard {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Shard, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_taken_are_set_apart() {
        assert_eq!(stem("payments"), "payments");
        assert_eq!(stem("portfolio"), "_portfolio");
        assert_eq!(stem("con"), "_con");
        assert_eq!(stem("com1"), "_com1");
        assert_eq!(stem("com10"), "com10");
        assert_eq!(stem("contract"), "contract");
    }

    #[test]
    fn only_slugs_name_files() {
        for id in ["a", "developer-portal", "2026"] {
            assert!(is_slug(id), "{id}");
        }
        for id in ["", "../a", "a/b", "A", "a.b", "-a", "a-", "a b", "ä"] {
            assert!(!is_slug(id), "{id}");
        }
        assert!(!is_slug(&"a".repeat(121)));
    }

    #[test]
    fn every_name_belongs_to_exactly_one_shard() {
        for count in [1, 2, 3, 7] {
            let shards: Vec<Shard> = (0..count).map(|index| Shard { index, count }).collect();
            for n in 0..200 {
                let name = format!("decision-{n}");
                let holders = shards.iter().filter(|shard| shard.holds(&name)).count();
                assert_eq!(holders, 1, "{name} of {count}");
            }
        }
    }

    #[test]
    fn a_shard_that_does_not_exist_is_told() {
        assert_eq!("3/4".parse(), Ok(Shard { index: 3, count: 4 }));
        for wrong in ["4/4", "5/4", "0/0", "-1/4", "1", "a/b", "1/4/2", "+1/4", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
        assert_eq!(
            Shard::of_manifest("3-of-4.json"),
            Some(Shard { index: 3, count: 4 })
        );
        assert_eq!(Shard::of_manifest("4-of-4.json"), None);
    }
}
