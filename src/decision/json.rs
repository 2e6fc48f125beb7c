//! JSON into a [`Node`] tree: strict RFC 8259, with every field's place kept.

use super::source::{Field, MAX_DEPTH, Node, Value};
use crate::diagnostics::{Diagnostic, Rule};
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions};
use std::ops::Range;

/// Nothing beyond the standard is accepted: a file that other programs cannot read is no record.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The value of a JSON text.
pub fn parse(text: &str) -> Result<Node, Vec<Diagnostic>> {
    // A byte order mark is legal to ignore (RFC 8259, section 8.1), and editors on Windows add it.
    let skipped = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let body = &text[skipped..];
    let parsed = jsonc_parser::parse_to_ast(body, &CollectOptions::default(), &STRICT)
        .map_err(|fault| vec![syntax(fault.kind(), fault.range().start + skipped, text)])?;
    let Some(value) = parsed.value else {
        return Err(vec![
            Diagnostic::new(Rule::Syntax, "", "the file is empty")
                .hint("`boardbrief init` writes a decision to start from"),
        ]);
    };
    let mut faults = Vec::new();
    let node = convert(&value, skipped, 0, &mut faults);
    if faults.is_empty() {
        Ok(node)
    } else {
        Err(faults)
    }
}

fn syntax(kind: &ParseErrorKind, at: usize, text: &str) -> Diagnostic {
    let at = at.min(text.len());
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    let mut message = kind.to_string();
    if let Some(first) = message.get(..1) {
        message = first.to_lowercase() + &message[1..];
    }
    let diagnostic = Diagnostic::new(Rule::Syntax, "", message).at(at..end);
    match kind {
        ParseErrorKind::CommentsNotAllowed => {
            diagnostic.hint("JSON has no comments; a .yaml file may have them")
        }
        ParseErrorKind::TrailingCommasNotAllowed => {
            diagnostic.hint("remove the comma after the last entry")
        }
        ParseErrorKind::ExpectedComma => diagnostic.hint("put a comma between the two entries"),
        ParseErrorKind::UnterminatedObject => diagnostic.hint("close the object with `}`"),
        ParseErrorKind::UnterminatedArray => diagnostic.hint("close the list with `]`"),
        ParseErrorKind::SingleQuotedStringsNotAllowed => diagnostic.hint("use double quotes"),
        ParseErrorKind::NestingDepthExceeded => super::too_deep(at..end),
        _ => diagnostic.hint("the file is not well-formed JSON from here on"),
    }
}

fn convert(value: &ast::Value, skipped: usize, depth: usize, faults: &mut Vec<Diagnostic>) -> Node {
    let span = shift(value.range(), skipped);
    if depth > MAX_DEPTH {
        faults.push(super::too_deep(span.clone()));
        return Node {
            value: Value::Null,
            span,
        };
    }
    let value = match value {
        ast::Value::StringLit(text) => Value::Text(text.value.to_string()),
        ast::Value::NumberLit(number) => Value::Number(number.value.to_string()),
        ast::Value::BooleanLit(bool) => Value::Bool(bool.value),
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::Array(list) => Value::List(
            list.elements
                .iter()
                .map(|item| convert(item, skipped, depth + 1, faults))
                .collect(),
        ),
        ast::Value::Object(object) => Value::Map(
            object
                .properties
                .iter()
                .map(|property| Field {
                    key: property.name.clone().into_string(),
                    key_span: shift(property.name.range(), skipped),
                    node: convert(&property.value, skipped, depth + 1, faults),
                })
                .collect(),
        ),
    };
    Node { value, span }
}

fn shift(range: jsonc_parser::common::Range, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
