//! The leaves of the format: text, numbers, yes and no, dates, and words of a closed set.

use super::read::{Definitions, Path, Read, Reader, Visit, listed, nearest, shorten};
use super::source::{Node, Value};
use super::unit::Unit;
use crate::diagnostics::Rule;
use crate::display::ALL_CURRENCIES;
use serde_json::{Value as Json, json};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

/// A day of the calendar.
pub type Date = time::Date;

/// The only way a date is written: ISO 8601, `2026-02-01`.
const ISO_DAY: &[BorrowedFormatItem] = format_description!("[year]-[month]-[day]");

/// The largest whole number below which every whole number has a float of its own (2^53).
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

impl Read for String {
    fn read(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Self> {
        let (Value::Text(text) | Value::Word(text)) = &node.value else {
            reader.wrong_type(node, "text", "put it in quotes");
            return None;
        };
        if let Some((rule, message, hint)) = super::text::fault(text, unit) {
            reader.fault(rule, node, message, hint);
            return None;
        }
        if let Some((rule, message, hint)) = super::checks::of_text(text, unit) {
            reader.fault(rule, node, message, hint);
            return None;
        }
        if unit == Unit::Name && text.trim().is_empty() {
            reader.fault(
                Rule::EmptyText,
                node,
                "the text is blank",
                "say what it is, or remove the entry",
            );
            return None;
        }
        Some(text.clone())
    }

    fn stand_in() -> Self {
        String::new()
    }

    fn schema(unit: Unit, _: &mut Definitions) -> Json {
        match unit {
            Unit::Name => {
                json!({ "type": "string", "pattern": "\\S", "maxLength": unit.longest_text() })
            }
            Unit::Id => {
                json!({ "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "maxLength": 80 })
            }
            Unit::Currency => {
                let codes: Vec<&str> = ALL_CURRENCIES.iter().map(|currency| currency.0).collect();
                json!({ "type": "string", "enum": codes, "examples": ["USD"] })
            }
            Unit::Markdown => {
                json!({ "type": "string", "contentMediaType": "text/markdown", "maxLength": unit.longest_text() })
            }
            _ => json!({ "type": "string", "maxLength": unit.longest_text() }),
        }
    }
}

impl Read for bool {
    fn read(node: &Node, _: Unit, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            Value::Bool(value) => Some(*value),
            Value::Word(word) if matches!(word.as_str(), "true" | "True" | "TRUE") => Some(true),
            Value::Word(word) if matches!(word.as_str(), "false" | "False" | "FALSE") => {
                Some(false)
            }
            _ => {
                reader.wrong_type(
                    node,
                    "`true` or `false`",
                    "leave it out, or write `null`, where it is not known",
                );
                None
            }
        }
    }

    fn stand_in() -> Self {
        false
    }

    fn schema(_: Unit, _: &mut Definitions) -> Json {
        json!({ "type": "boolean" })
    }

    fn walk(&mut self, _: Unit, path: &mut Path, visit: &mut dyn Visit) {
        visit.flag(path, self);
    }

    fn walk_option(slot: &mut Option<Self>, _: Unit, path: &mut Path, visit: &mut dyn Visit) {
        visit.yes_no(path, slot);
    }
}

impl Read for f64 {
    // Year 0 and the years of the longest horizon.
    const MOST: usize = 11;

    fn read(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Self> {
        read_number(node, unit, reader)
    }

    fn stand_in() -> Self {
        0.0
    }

    fn schema(unit: Unit, _: &mut Definitions) -> Json {
        number_schema(unit)
    }

    fn walk(&mut self, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        let mut slot = Some(*self);
        visit.number(path, unit, &mut slot);
        if let Some(value) = slot {
            *self = value;
        }
    }

    fn walk_option(slot: &mut Option<Self>, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        visit.number(path, unit, slot);
    }
}

impl Read for Date {
    fn read(node: &Node, _: Unit, reader: &mut Reader) -> Option<Self> {
        let (Value::Text(text) | Value::Word(text)) = &node.value else {
            reader.wrong_type(node, "a date", "write the day as `YYYY-MM-DD`, in quotes");
            return None;
        };
        // The years that a decision can speak of; also keeps a year at four digits.
        match Date::parse(text, ISO_DAY) {
            Ok(date) if (1900..=2200).contains(&date.year()) => Some(date),
            _ => {
                reader.fault(
                    Rule::BadDate,
                    node,
                    format!("`{}` is not a day between 1900 and 2200", shorten(text)),
                    "write the day as `YYYY-MM-DD`, such as `2026-02-01`",
                );
                None
            }
        }
    }

    fn stand_in() -> Self {
        Date::MIN
    }

    fn schema(_: Unit, _: &mut Definitions) -> Json {
        json!({ "type": "string", "format": "date", "pattern": "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$|^2200-[0-9]{2}-[0-9]{2}$", "examples": ["2026-02-01"] })
    }
}

/// A finite number in the range of its unit.
pub fn read_number(node: &Node, unit: Unit, reader: &mut Reader) -> Option<f64> {
    let (Value::Number(text) | Value::Word(text)) = &node.value else {
        let hint = match &node.value {
            Value::Text(text) if text.parse::<f64>().is_ok() => "remove the quotes",
            _ => "write a plain number, without separators, units or signs of currency",
        };
        reader.wrong_type(node, unit.words(), hint);
        return None;
    };
    // Only digits, one point and an exponent: `inf`, `nan`, `0x10` and `1_000` are no numbers here.
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    let Some(value) = text.parse::<f64>().ok().filter(|_| plain) else {
        reader.wrong_type(
            node,
            unit.words(),
            "write a plain number, without separators, units or signs of currency",
        );
        return None;
    };
    let whole = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !value.is_finite() || (whole && value.abs() >= LARGEST_EXACT) {
        reader.fault(
            Rule::NotExact,
            node,
            format!("{} cannot be held exactly", shorten(text)),
            "write a number that the decision can mean",
        );
        return None;
    }
    in_range(value, unit, node, reader)
}

fn in_range(value: f64, unit: Unit, node: &Node, reader: &mut Reader) -> Option<f64> {
    let (low, high) = unit.range();
    if value < low || value > high || (unit.is_whole() && value.fract() != 0.0) {
        let hint = if unit == Unit::Share && value > 1.0 && value <= 100.0 {
            format!("write {} for {value} %", value / 100.0)
        } else if unit == Unit::Growth && value > 1.0 && value <= 50.0 {
            format!("write {} for {value} % a year", value / 100.0)
        } else {
            unit.wanted()
        };
        reader.fault(
            Rule::OutOfRange,
            node,
            format!("{value} is out of range"),
            hint,
        );
        return None;
    }
    // A negative zero would print as `-0`.
    Some(value + 0.0)
}

/// The schema of a number of a unit.
pub fn number_schema(unit: Unit) -> Json {
    let (low, high) = unit.range();
    let kind = if unit.is_whole() { "integer" } else { "number" };
    match unit {
        Unit::Plain | Unit::Markdown | Unit::Name | Unit::Id | Unit::Currency => {
            json!({ "type": "number", "minimum": low, "maximum": high })
        }
        unit => json!({
            "type": kind, "minimum": low, "maximum": high,
            "$comment": unit.words(), "examples": [unit.example()],
        }),
    }
}

/// One word of a closed set, as its index.
pub fn read_choice(
    node: &Node,
    words: &'static [&'static str],
    reader: &mut Reader,
) -> Option<usize> {
    let (Value::Text(text) | Value::Word(text)) = &node.value else {
        reader.wrong_type(node, "a word", &format!("write one of {}", listed(words)));
        return None;
    };
    let found = words.iter().position(|word| word == text);
    if found.is_none() {
        let hint = match nearest(text, words) {
            Some(word) => format!(
                "did you mean `{word}`? The words here are {}",
                listed(words)
            ),
            None => format!("write one of {}", listed(words)),
        };
        reader.fault(
            Rule::BadChoice,
            node,
            format!("`{}` means nothing here", shorten(text)),
            hint,
        );
    }
    found
}
