//! YAML 1.2 into a [`Node`] tree, as a person writes it: no tags, no merge keys, one document,
//! anchors bounded. Unquoted words keep their spelling; the field decides what they mean.

use super::source::{Field, MAX_DEPTH, MAX_VALUES, Node, Value};
use crate::diagnostics::{Diagnostic, Rule};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::HashMap;
use std::ops::Range;

/// The value of a YAML text.
pub fn parse(text: &str) -> Result<Node, Vec<Diagnostic>> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut loader = Loader {
        events: Parser::new_from_str(body),
        bytes: Bytes::new(text, body),
        anchors: HashMap::new(),
        values: 0,
    };
    loader.document().map_err(|fault| vec![*fault])
}

/// A fault ends the reading of a YAML file: after one, the structure of the rest is a guess.
/// Boxed, for a diagnostic is much larger than what is returned when all is well.
type Loaded<T> = Result<T, Box<Diagnostic>>;

struct Loader<'t> {
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
    bytes: Bytes,
    anchors: HashMap<usize, (Node, usize)>,
    values: usize,
}

impl<'t> Loader<'t> {
    fn next(&mut self) -> Loaded<(Event<'t>, Range<usize>)> {
        match self.events.next_event() {
            Some(Ok((event, span))) => Ok((event, self.bytes.range(span))),
            Some(Err(fault)) => {
                let at = self.bytes.byte(fault.marker().index());
                Err(Box::new(
                    Diagnostic::new(Rule::Syntax, "", fault.info().to_string())
                        .at(at..at)
                        .hint(
                            "check the indentation and the quotes of this line and the one above",
                        ),
                ))
            }
            None => Ok((Event::StreamEnd, 0..0)),
        }
    }

    fn document(&mut self) -> Loaded<Node> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart
                | Event::DocumentStart(_)
                | Event::DocumentEnd
                | Event::Nothing => {}
                Event::StreamEnd => break,
                _ if root.is_some() => {
                    return Err(refuse(
                        span,
                        "the file holds more than one document",
                        "write each decision to a file of its own",
                    ));
                }
                event => root = Some(self.node(event, span, 0)?),
            }
        }
        root.ok_or_else(|| {
            Box::new(
                Diagnostic::new(Rule::Syntax, "", "the file is empty")
                    .hint("`boardbrief init` writes a decision to start from"),
            )
        })
    }

    fn node(&mut self, event: Event<'t>, span: Range<usize>, depth: usize) -> Loaded<Node> {
        if depth > MAX_DEPTH {
            return Err(Box::new(super::too_deep(span)));
        }
        self.count(1, &span)?;
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                no_tag(tag.is_some(), &span)?;
                let node = Node {
                    value: scalar(&text, style),
                    span,
                };
                self.remember(anchor, &node, 1);
                Ok(node)
            }
            Event::SequenceStart(anchor, tag) => {
                no_tag(tag.is_some(), &span)?;
                let before = self.values;
                let node = self.list(span, depth)?;
                self.remember(anchor, &node, self.values - before + 1);
                Ok(node)
            }
            Event::MappingStart(anchor, tag) => {
                no_tag(tag.is_some(), &span)?;
                let before = self.values;
                let node = self.map(span, depth)?;
                self.remember(anchor, &node, self.values - before + 1);
                Ok(node)
            }
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(refuse(
                        span,
                        "an alias stands inside the value it names",
                        "write the value out",
                    ));
                };
                self.count(size, &span)?;
                Ok(Node {
                    value: node.value,
                    span,
                })
            }
            _ => Err(refuse(span, "a value was expected here", "write a value")),
        }
    }

    fn list(&mut self, start: Range<usize>, depth: usize) -> Loaded<Node> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                return Ok(Node {
                    value: Value::List(items),
                    span: start.start..span.end.max(start.end),
                });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, start: Range<usize>, depth: usize) -> Loaded<Node> {
        let mut fields: Vec<Field> = Vec::new();
        loop {
            let (event, key_span) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    let end = fields.last().map_or(start.end, |f| f.node.span.end);
                    return Ok(Node {
                        value: Value::Map(fields),
                        span: start.start..end,
                    });
                }
                Event::Scalar(key, _, _, tag) => {
                    no_tag(tag.is_some(), &key_span)?;
                    key.to_string()
                }
                _ => {
                    return Err(refuse(
                        key_span,
                        "a field's name is not a word",
                        "write `name: value`",
                    ));
                }
            };
            if key == "<<" {
                return Err(refuse(
                    key_span,
                    "merge keys are not read",
                    "write the fields out",
                ));
            }
            let (event, span) = self.next()?;
            let node = self.node(event, span, depth + 1)?;
            fields.push(Field {
                key,
                key_span,
                node,
            });
        }
    }

    fn remember(&mut self, anchor: usize, node: &Node, size: usize) {
        // The parser numbers anchors from 1; 0 means that the value has none.
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
    }

    fn count(&mut self, values: usize, span: &Range<usize>) -> Loaded<()> {
        self.values += values;
        if self.values > MAX_VALUES {
            return Err(Box::new(
                Diagnostic::new(
                    Rule::TooLarge,
                    "",
                    format!("the file holds more than {MAX_VALUES} values, aliases followed"),
                )
                .at(span.clone())
                .hint("write repeated values out only where they are needed"),
            ));
        }
        Ok(())
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    match (style, text) {
        (ScalarStyle::Plain, "" | "~" | "null" | "Null" | "NULL") => Value::Null,
        (ScalarStyle::Plain, word) => Value::Word(word.to_string()),
        (_, text) => Value::Text(text.to_string()),
    }
}

fn no_tag(tagged: bool, span: &Range<usize>) -> Loaded<()> {
    if tagged {
        return Err(refuse(
            span.clone(),
            "tags are not read",
            "remove the tag; the field decides the type",
        ));
    }
    Ok(())
}

fn refuse(span: Range<usize>, message: &str, hint: &str) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::new(Rule::YamlFeature, "", message)
            .at(span)
            .hint(hint),
    )
}

/// The parser counts characters; places in the source are bytes.
struct Bytes {
    skipped: usize,
    /// Byte of each character, empty where the text is ASCII and both are the same.
    starts: Vec<usize>,
    len: usize,
}

impl Bytes {
    fn new(text: &str, body: &str) -> Bytes {
        let starts = if body.is_ascii() {
            Vec::new()
        } else {
            body.char_indices().map(|(at, _)| at).collect()
        };
        Bytes {
            skipped: text.len() - body.len(),
            starts,
            len: body.len(),
        }
    }

    fn byte(&self, index: usize) -> usize {
        let at = if self.starts.is_empty() {
            index.min(self.len)
        } else {
            self.starts.get(index).copied().unwrap_or(self.len)
        };
        at + self.skipped
    }

    fn range(&self, span: Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
