//! The parts of a policy file: an entry with the places of its fields, and lists of words.

use super::{Vanity, Words};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use toml::Spanned;

/// A value of a policy file, with places kept down to the fields of an entry.
#[derive(Debug)]
pub(super) enum Entry {
    Fields(BTreeMap<Spanned<String>, Spanned<toml::Value>>),
    Plain(toml::Value),
}

// Written out because an untagged enum would read its value twice and lose the places.
impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry;

    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("a number, or fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
        Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Entry::Fields)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Entry, A::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(items)).map(Entry::Plain)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Entry, E> {
        Ok(Entry::Plain(toml::Value::Integer(number)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Entry, E> {
        Ok(Entry::Plain(toml::Value::Float(number)))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Entry, E> {
        Ok(Entry::Plain(toml::Value::Boolean(value)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Entry, E> {
        Ok(Entry::Plain(toml::Value::String(text.to_string())))
    }
}

/// A list of texts, in small letters.
pub(super) fn words(value: &toml::Value) -> Option<Words> {
    let items = value.as_array()?.iter();
    let read: Option<Vec<String>> = items
        .map(|item| Some(item.as_str()?.to_lowercase()))
        .collect();
    Some(Words(read?))
}

/// A vanity measure.
pub(super) fn vanity(item: &toml::Value) -> Option<Vanity> {
    let text = |name: &str| Some(item.get(name)?.as_str()?.to_string());
    Some(Vanity {
        words: words(item.get("words")?)?,
        counts: item.get("counts").map_or(Some(Words::default()), words)?,
        says: text("says")?,
        alone: item
            .get("alone")
            .and_then(toml::Value::as_bool)
            .unwrap_or(false),
        because: text("because")?,
        ask: text("ask")?,
    })
}
