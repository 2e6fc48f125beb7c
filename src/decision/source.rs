//! Source text and places in it: a file's name, its bytes as text, and the values in it, each
//! with the bytes it was read from.

use super::{json, text, yaml};
use crate::diagnostics::{Diagnostic, Rule};
use std::ops::Range;

/// Largest decision file, in bytes.
pub const MAX_BYTES: usize = 8 << 20;
/// Deepest nesting of lists and objects. The format itself needs six.
pub const MAX_DEPTH: usize = 64;
/// Most values in a file, aliases followed.
pub const MAX_VALUES: usize = 1_000_000;

/// The two ways in which a decision file may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Strict JSON (RFC 8259).
    Json,
    /// YAML 1.2, without tags and merge keys.
    Yaml,
}

impl Syntax {
    /// The syntax that a file name stands for: `.yaml` and `.yml` are YAML, all else is JSON.
    pub fn of(name: &str) -> Syntax {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with(".yaml") || lower.ends_with(".yml") {
            Syntax::Yaml
        } else {
            Syntax::Json
        }
    }
}

/// A decision file as text, with the value in it once it has been read.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    syntax: Syntax,
    line_starts: Vec<usize>,
}

impl Source {
    /// A source of the given name; its syntax follows from the name's ending.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let (name, text) = (name.into(), text.into());
        let syntax = Syntax::of(&name);
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Source {
            name,
            text,
            syntax,
            line_starts,
        }
    }

    /// A source from bytes; refused where they are too many or not UTF-8.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Source, Vec<Diagnostic>> {
        if bytes.len() > MAX_BYTES {
            return Err(vec![
                Diagnostic::new(
                    Rule::TooLarge,
                    "",
                    format!(
                        "the file has {} bytes; at most {MAX_BYTES} are read",
                        bytes.len()
                    ),
                )
                .hint("move long material out of the decision file"),
            ]);
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Source::new(name, text)),
            Err(fault) => Err(vec![
                Diagnostic::new(
                    Rule::Unreadable,
                    "",
                    format!(
                        "the file is not UTF-8 text: byte {} is not part of a character",
                        fault.utf8_error().valid_up_to()
                    ),
                )
                .hint("save the file as UTF-8"),
            ]),
        }
    }

    /// The name as given, usually a path.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the text is written.
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// Line and column of a byte, both from 1, columns in characters.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let column = self.text[self.line_starts[line - 1]..byte].chars().count() + 1;
        (line, column)
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, line: usize) -> &str {
        let start = self.line_starts[line - 1];
        let end = self
            .line_starts
            .get(line)
            .copied()
            .unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// The value that the text holds, or everything that keeps it from being one.
    pub fn parse(&self) -> Result<Node, Vec<Diagnostic>> {
        let mut node = match self.syntax {
            Syntax::Json => json::parse(&self.text),
            Syntax::Yaml => yaml::parse(&self.text),
        }?;
        text::compose(&mut node);
        Ok(node)
    }
}

/// A value and the bytes of the source it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Range<usize>,
}

/// A value as both syntaxes can write it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, or nothing at all in YAML.
    Null,
    /// `true` or `false`, in JSON.
    Bool(bool),
    /// A number, in JSON, as it is written.
    Number(String),
    /// Text in quotes.
    Text(String),
    /// An unquoted YAML word. What it means depends on the field: `no` is a word where text
    /// belongs, and `2026-02-01` a date where a date belongs.
    Word(String),
    /// A list.
    List(Vec<Node>),
    /// An object, its fields in the order of the file.
    Map(Vec<Field>),
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name.
    pub key: String,
    /// Where the name stands.
    pub key_span: Range<usize>,
    /// Its value.
    pub node: Node,
}

impl Node {
    /// The value at a JSON pointer (RFC 6901), if there is one.
    pub fn get(&self, pointer: &str) -> Option<&Node> {
        segments(pointer).try_fold(self, |node, segment| match &node.value {
            Value::Map(fields) => fields.iter().find(|f| f.key == segment).map(|f| &f.node),
            Value::List(items) => items.get(segment.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The bytes of the value at a pointer, or of the nearest place above it that exists.
    pub fn span_near(&self, pointer: &str) -> Range<usize> {
        let mut at = pointer;
        loop {
            if let Some(node) = self.get(at) {
                return node.span.clone();
            }
            match at.rfind('/') {
                Some(cut) => at = &at[..cut],
                None => return self.span.clone(),
            }
        }
    }
}

/// The parts of a JSON pointer, unescaped.
pub fn segments(pointer: &str) -> impl Iterator<Item = String> + '_ {
    pointer
        .split('/')
        .skip(1)
        .map(|part| part.replace("~1", "/").replace("~0", "~"))
}
