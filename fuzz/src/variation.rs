//! Bytes as a variation of a decision: which one to begin with, and what to put where. Most stay
//! legal, so that fuzzing reaches the pages and not only the reader.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::full;

/// Decisions to begin with: every field filled, and the fullest worked ones.
static BASES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let worked = [
        include_str!("../../reports/developer-portal/decision.json"),
        include_str!("../../reports/financial-services-portal/decision.json"),
        include_str!("../../reports/portal-exit/decision.json"),
        include_str!("../../reports/platform-at-scale/decision.json"),
    ];
    let read = worked.map(|text| serde_json::from_str(text).expect("a worked decision"));
    [vec![full::decision("Text")], read.into()].concat()
});

/// Texts that say something to a program that reads them.
const TEXTS: [&str; 16] = [
    "",
    " ",
    "*a* _b_ `c` [d](https://e)",
    "# a\n\n- b\n  1. c\n\n> d",
    "|a|b|\n|-|:-:|\n|1|2|",
    "```\ncode\n```",
    "&#x1F600; &lt;b&gt; &nbsp;",
    "<script>alert(1)</script>",
    "#read(\"/etc/passwd\") $x$ \\",
    "{{ meta.title }} {% raw %}",
    "e\u{301} \u{202e}x\u{202c} \u{200b}",
    "日本 🚀 עב",
    "We want to build it ourselves, for no vendor has SOC 2.",
    "a\u{a0}b\u{2011}c\u{ad}d",
    "1. a\n2. b\n---\n+ c",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
];

const NUMBERS: [f64; 16] = [
    0.0, 1.0, 2.0, 3.0, 0.5, 0.05, 0.999, 1e-9, 10.0, 45.0, 1e3, 1e6, 1e9, 1e12, 9e14, 0.1,
];

/// The bytes not yet used; past their end all are 0.
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// All of them.
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    /// Two bytes as a number below `end`.
    fn below(&mut self, end: usize) -> usize {
        let wide = usize::from(self.byte()) << 8 | usize::from(self.byte());
        wide % end.max(1)
    }

    /// A text with its length before it.
    fn text(&mut self) -> String {
        let length = usize::from(self.byte()).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}

/// The decision that some bytes stand for.
pub fn decision(bytes: &mut Bytes) -> Value {
    let mut whole = BASES[usize::from(bytes.byte()) % BASES.len()].clone();
    while !bytes.0.is_empty() {
        let mut places = Vec::new();
        full::places(&whole, "", &mut |place, _| places.push(place.to_owned()));
        let place = &places[bytes.below(places.len())];
        let value = whole.pointer_mut(place).expect("a place of it");
        *value = changed(value, bytes);
    }
    whole
}

/// Something that may stand where a value stands.
fn changed(value: &Value, bytes: &mut Bytes) -> Value {
    let how = bytes.byte();
    if how == 0 {
        return Value::Null;
    }
    match value {
        Value::String(_) if how < 128 => json!(bytes.text()),
        Value::String(_) => json!(TEXTS[usize::from(how) % TEXTS.len()]),
        Value::Number(_) if how < 64 => json!({
            "likely": NUMBERS[usize::from(how) % NUMBERS.len()],
            "low": NUMBERS[bytes.below(NUMBERS.len())],
            "high": NUMBERS[bytes.below(NUMBERS.len())],
            "source": bytes.text(),
        }),
        Value::Number(_) if how < 160 => json!(NUMBERS[usize::from(how) % NUMBERS.len()]),
        Value::Number(_) => json!(bytes.below(1 << 16) as f64 / f64::from(how)),
        Value::Bool(truth) => json!(!truth),
        Value::Null => json!(how % 2 == 0),
        Value::Array(items) if how < 128 => {
            let times = usize::from(how) % 12;
            json!(
                items
                    .iter()
                    .cycle()
                    .take(items.len() * times)
                    .collect::<Vec<_>>()
            )
        }
        Value::Array(_) | Value::Object(_) if how < 192 => Value::Null,
        whole => whole.clone(),
    }
}
