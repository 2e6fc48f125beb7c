//! From a [`Node`] tree to typed values: every type of the format reads itself, describes itself
//! for the schema, and shows its leaves to whoever wants to change one.
//!
//! A record is declared once, with [`record!`](crate::decision::record!): the declaration is the
//! type, its reader (unknown fields and duplicates refused, every fault collected), its part of
//! the JSON Schema and its walk. What a person reads in the documentation, an editor completes
//! and the evaluator varies is therefore one and the same list.

use super::source::{Field, Node, Value};
use super::unit::Unit;
use crate::diagnostics::{Diagnostic, Rule};
use serde_json::{Map, Value as Json, json};

/// The definitions of a schema, by type name.
pub type Definitions = Map<String, Json>;

/// A type of the decision format.
pub trait Read: Sized {
    /// The most entries that a list of this type may have: far more than a board could read, and
    /// few enough that the search for what would change the answer stays a matter of seconds.
    const MOST: usize = 200;

    /// The value of a node; `None` where it cannot be read, with the reasons told to `reader`.
    fn read(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Self>;

    /// What an absent field stands for; `None` where the field is required.
    fn absent() -> Option<Self> {
        None
    }

    /// A value that stands in for one that could not be read, so that the rest of the file is
    /// still checked. A decision with one is never handed out.
    fn stand_in() -> Self;

    /// The JSON Schema of the type.
    fn schema(unit: Unit, definitions: &mut Definitions) -> Json;

    /// Shows every leaf that an evaluation may vary.
    fn walk(&mut self, _unit: Unit, _path: &mut Path, _visit: &mut dyn Visit) {}

    /// Shows the leaves of a value that may be absent.
    fn walk_option(slot: &mut Option<Self>, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        if let Some(value) = slot {
            value.walk(unit, path, visit);
        }
    }
}

/// Looks at, and may change, the leaves of a decision.
pub trait Visit {
    /// A question answered with yes, no or not known.
    fn yes_no(&mut self, path: &Path, slot: &mut Option<bool>);
    /// A yes or no that is always known.
    fn flag(&mut self, path: &Path, slot: &mut bool);
    /// A figure, or the place of one that is not known.
    fn figure(&mut self, path: &Path, unit: Unit, slot: &mut Option<super::Figure>);
    /// A number without source, or the place of one that is not known.
    fn number(&mut self, path: &Path, unit: Unit, slot: &mut Option<f64>);
    /// One word of a closed set, or the place of one that is not known.
    fn choice(&mut self, path: &Path, slot: &mut dyn Choose);
}

/// A slot that holds one word of a closed set, or nothing.
pub trait Choose {
    /// The words it may hold.
    fn words(&self) -> &'static [&'static str];
    /// The word it holds, as an index.
    fn current(&self) -> Option<usize>;
    /// Holds another word from now on.
    fn set(&mut self, word: Option<usize>);
}

/// A place in a decision while it is walked.
#[derive(Debug, Clone, Default)]
pub struct Path(Vec<Step>);

#[derive(Debug, Clone, Copy)]
enum Step {
    Name(&'static str),
    Index(usize),
}

impl Path {
    /// Goes into a field, does something, and comes back.
    pub fn field<T>(&mut self, name: &'static str, then: impl FnOnce(&mut Path) -> T) -> T {
        self.0.push(Step::Name(name));
        let value = then(self);
        self.0.pop();
        value
    }

    /// Goes into an entry of a list, does something, and comes back.
    pub fn index<T>(&mut self, index: usize, then: impl FnOnce(&mut Path) -> T) -> T {
        self.0.push(Step::Index(index));
        let value = then(self);
        self.0.pop();
        value
    }

    /// The place as a JSON pointer.
    pub fn pointer(&self) -> String {
        self.0.iter().fold(String::new(), |mut out, step| {
            out.push('/');
            match step {
                Step::Name(name) => out.push_str(name),
                Step::Index(index) => out.push_str(&index.to_string()),
            }
            out
        })
    }
}

/// Unknown fields of an object that are still told one by one.
const MOST_UNKNOWN: usize = 20;

/// Collects the faults of a file while it is read.
#[derive(Debug, Default)]
pub struct Reader {
    /// Everything wrong so far.
    pub faults: Vec<Diagnostic>,
    path: Vec<String>,
}

impl Reader {
    /// The place being read, as a JSON pointer.
    pub fn pointer(&self) -> String {
        self.path.iter().fold(String::new(), |mut out, part| {
            out.push('/');
            out.push_str(&part.replace('~', "~0").replace('/', "~1"));
            out
        })
    }

    /// A new fault at the place being read.
    pub fn fault(
        &mut self,
        rule: Rule,
        node: &Node,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let fault = Diagnostic::new(rule, self.pointer(), message).at(node.span.clone());
        self.faults.push(fault.hint(hint));
    }

    /// Reads something one step further down.
    pub fn within<T>(&mut self, part: impl Into<String>, then: impl FnOnce(&mut Reader) -> T) -> T {
        self.path.push(part.into());
        let value = then(self);
        self.path.pop();
        value
    }

    /// The fields of an object, with duplicates and unknown names refused.
    pub fn fields<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<Vec<&'n Field>> {
        let Value::Map(fields) = &node.value else {
            self.wrong_type(node, "an object", "write its fields inside `{ }`");
            return None;
        };
        // A few unknown fields are mistakes, each worth a hint; a flood of them is another file.
        let most = 2 * known.len() + MOST_UNKNOWN;
        if fields.len() > most {
            let message = format!(
                "the object has {} fields; at most {} are known here",
                fields.len(),
                known.len()
            );
            let hint = format!("the fields here are {}", listed(known));
            self.fault(Rule::TooLarge, node, message, hint);
            return None;
        }
        let mut first: Vec<&Field> = Vec::with_capacity(fields.len());
        for field in fields {
            if let Some(earlier) = first.iter().find(|f| f.key == field.key) {
                let fault = Diagnostic::new(
                    Rule::DuplicateKey,
                    self.within(&field.key, |r| r.pointer()),
                    format!("`{}` is given twice", field.key),
                );
                self.faults.push(
                    fault
                        .at(field.key_span.clone())
                        .related(earlier.key_span.clone(), "it was given here first")
                        .hint("keep one of the two"),
                );
            } else if known.contains(&field.key.as_str()) {
                first.push(field);
            } else if !(self.path.is_empty() && field.key == "$schema") {
                self.unknown(field, known);
            }
        }
        Some(first)
    }

    fn unknown(&mut self, field: &Field, known: &[&str]) {
        let fault = Diagnostic::new(
            Rule::UnknownField,
            self.within(&field.key, |r| r.pointer()),
            format!("`{}` is not a field here", shorten(&field.key)),
        );
        let hint = match nearest(&field.key, known) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("the fields here are {}", listed(known)),
        };
        self.faults
            .push(fault.at(field.key_span.clone()).hint(hint));
    }

    /// Tells that a required field is not there.
    pub fn missing(&mut self, node: &Node, name: &str, unit: Unit) {
        let fault = Diagnostic::new(
            Rule::MissingField,
            self.within(name, |r| r.pointer()),
            format!("`{name}` is required and not given"),
        );
        let wanted = match unit {
            Unit::Plain | Unit::Name => String::new(),
            unit => format!(": {}", unit.words()),
        };
        self.faults.push(
            fault
                .at(node.span.clone())
                .hint(format!("add `{name}`{wanted}")),
        );
    }

    /// Tells that a value has another type than its field.
    pub fn wrong_type(&mut self, node: &Node, wanted: &str, hint: &str) {
        let found = match &node.value {
            Value::Null => "nothing".to_string(),
            Value::Bool(value) => format!("`{value}`"),
            Value::Number(text) => format!("the number {}", shorten(text)),
            Value::Text(text) | Value::Word(text) => format!("the text `{}`", shorten(text)),
            Value::List(_) => "a list".to_string(),
            Value::Map(_) => "an object".to_string(),
        };
        self.fault(
            Rule::WrongType,
            node,
            format!("expected {wanted}, found {found}"),
            hint,
        );
    }
}

/// A text short enough to stand in a message.
pub fn shorten(text: &str) -> String {
    let mut short: String = text
        .chars()
        .take(40)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}

/// The known word nearest to a misspelt one, if any is near.
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word: String = word
        .to_lowercase()
        .replace('-', "_")
        .chars()
        .take(60)
        .collect();
    known
        .iter()
        .map(|name| {
            (
                strsim::damerau_levenshtein(&word, &name.replace('-', "_")),
                *name,
            )
        })
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min()
        .map(|(_, name)| name)
}

/// Words as a list in a message.
pub fn listed(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Null => Some(None),
            _ => T::read(node, unit, reader).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn stand_in() -> Self {
        None
    }

    fn schema(unit: Unit, definitions: &mut Definitions) -> Json {
        nullable(T::schema(unit, definitions))
    }

    fn walk(&mut self, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        T::walk_option(self, unit, path, visit);
    }
}

/// A schema that also accepts `null`, for `null` and absent mean the same.
pub fn nullable(schema: Json) -> Json {
    match schema {
        Json::Object(mut object) if object.get("type").is_some_and(Json::is_string) => {
            let kind = object["type"].clone();
            object["type"] = json!([kind, "null"]);
            if let Some(Json::Array(words)) = object.get_mut("enum") {
                words.push(Json::Null);
            }
            Json::Object(object)
        }
        other => json!({ "anyOf": [other, { "type": "null" }] }),
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Self> {
        let Value::List(items) = &node.value else {
            reader.wrong_type(
                node,
                "a list",
                "write it inside `[ ]`, also where it has one entry",
            );
            return None;
        };
        if items.len() > T::MOST {
            reader.fault(
                Rule::TooLarge,
                node,
                format!(
                    "the list has {} entries; at most {} are read",
                    items.len(),
                    T::MOST
                ),
                "keep those that bear on the decision",
            );
            return None;
        }
        let read = items.iter().enumerate().map(|(index, item)| {
            reader
                .within(index.to_string(), |r| T::read(item, unit, r))
                .unwrap_or_else(T::stand_in)
        });
        Some(read.collect())
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn stand_in() -> Self {
        Vec::new()
    }

    fn schema(unit: Unit, definitions: &mut Definitions) -> Json {
        json!({ "type": "array", "maxItems": T::MOST, "items": T::schema(unit, definitions) })
    }

    fn walk(&mut self, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        for (index, item) in self.iter_mut().enumerate() {
            path.index(index, |path| item.walk(unit, path, visit));
        }
    }
}

/// Declares a record of the format; see the module's documentation.
///
/// A record that is listed may say how many of it a list may have: `Name at most 30`. A field is
/// `name: Type as Unit = default`; unit and default may be left out. A field whose
/// type has no meaning for *absent* and that has no default is required.
#[macro_export]
#[doc(hidden)]
macro_rules! record {
    ($(#[doc = $about:literal])* $name:ident $(at most $most:literal)? {
        $($(#[doc = $doc:literal])* $field:ident : $type:ty $(as $unit:ident)? $(= $default:expr)?,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[doc = $doc])* pub $field: $type,)* }

        impl $crate::decision::read::Read for $name {
            $(const MOST: usize = $most;)?

            fn read(
                node: &$crate::decision::source::Node,
                _unit: $crate::decision::unit::Unit,
                reader: &mut $crate::decision::read::Reader,
            ) -> Option<Self> {
                let fields = reader.fields(node, &[$(stringify!($field)),*])?;
                $(let $field: $type = $crate::decision::read::field(
                    node,
                    &fields,
                    stringify!($field),
                    $crate::record!(@unit $($unit)?),
                    $crate::record!(@absent $type, $($default)?),
                    reader,
                );)*
                Some($name { $($field,)* })
            }

            fn stand_in() -> Self {
                $name { $($field: $crate::decision::read::Read::stand_in(),)* }
            }

            fn absent() -> Option<Self> {
                Some($name { $($field: $crate::record!(@absent $type, $($default)?)?,)* })
            }

            fn schema(
                _unit: $crate::decision::unit::Unit,
                definitions: &mut $crate::decision::read::Definitions,
            ) -> serde_json::Value {
                if !definitions.contains_key(stringify!($name)) {
                    definitions.insert(stringify!($name).to_string(), serde_json::Value::Null);
                    let mut shape = $crate::decision::read::Shape::new(concat!($($about),*));
                    $({
                        let unit = $crate::record!(@unit $($unit)?);
                        let part = <$type as $crate::decision::read::Read>::schema(unit, definitions);
                        let absent: Option<$type> = $crate::record!(@absent $type, $($default)?);
                        shape.add(stringify!($field), part, concat!($($doc),*), absent.is_none());
                    })*
                    definitions.insert(stringify!($name).to_string(), shape.finish());
                }
                serde_json::json!({ "$ref": concat!("#/$defs/", stringify!($name)) })
            }

            fn walk(
                &mut self,
                _unit: $crate::decision::unit::Unit,
                path: &mut $crate::decision::read::Path,
                visit: &mut dyn $crate::decision::read::Visit,
            ) {
                $(path.field(stringify!($field), |path| {
                    $crate::decision::read::Read::walk(
                        &mut self.$field, $crate::record!(@unit $($unit)?), path, visit,
                    )
                });)*
            }
        }
    };
    (@unit) => { $crate::decision::unit::Unit::Plain };
    (@unit $unit:ident) => { $crate::decision::unit::Unit::$unit };
    (@absent $type:ty,) => { <$type as $crate::decision::read::Read>::absent() };
    (@absent $type:ty, $default:expr) => { Some($default) };
}

/// Reads one field of a record, or what its absence stands for; a value that cannot be read is
/// told, and stood in for.
pub fn field<T: Read>(
    node: &Node,
    fields: &[&Field],
    name: &str,
    unit: Unit,
    absent: Option<T>,
    reader: &mut Reader,
) -> T {
    let given = fields
        .iter()
        .find(|f| f.key == name && f.node.value != Value::Null);
    match (given, absent) {
        (Some(field), _) => {
            let read = reader.within(name, |r| T::read(&field.node, unit, r));
            read.unwrap_or_else(T::stand_in)
        }
        (None, Some(absent)) => absent,
        (None, None) => {
            reader.missing(node, name, unit);
            T::stand_in()
        }
    }
}

/// The schema of a record while it is put together.
#[derive(Debug)]
pub struct Shape {
    about: String,
    properties: Map<String, Json>,
    required: Vec<String>,
}

impl Shape {
    /// A record with the given description.
    pub fn new(about: &str) -> Shape {
        Shape {
            about: about.trim().to_string(),
            properties: Map::new(),
            required: Vec::new(),
        }
    }

    /// Adds a property.
    pub fn add(&mut self, name: &str, part: Json, doc: &str, required: bool) {
        let mut part = match part {
            Json::Object(part) if !required && part.contains_key("$ref") => {
                json!({ "anyOf": [part, { "type": "null" }] })
            }
            part if !required && part.get("anyOf").is_none() && part["type"].is_string() => {
                nullable(part)
            }
            part => part,
        };
        part["title"] = json!(title(name));
        part["description"] = json!(doc.trim());
        self.properties.insert(name.to_string(), part);
        if required {
            self.required.push(name.to_string());
        }
    }

    /// The finished schema.
    pub fn finish(self) -> Json {
        json!({
            "type": "object",
            "description": self.about,
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

/// A field's name as a title: `annual_cost` becomes `Annual cost`.
fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut chars = words.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Declares a closed set of words; the evaluator may try each of them where none is known.
#[macro_export]
#[doc(hidden)]
macro_rules! choice {
    ($(#[doc = $about:literal])* $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $word:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name { $($(#[doc = $doc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every value, in the order of the format.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// The words of the values, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word that a file uses for it.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }
        }

        impl $crate::decision::read::Choose for Option<$name> {
            fn words(&self) -> &'static [&'static str] {
                $name::WORDS
            }
            fn current(&self) -> Option<usize> {
                self.map(|value| value as usize)
            }
            fn set(&mut self, word: Option<usize>) {
                *self = word.and_then(|word| $name::ALL.get(word).copied());
            }
        }

        impl $crate::decision::read::Read for $name {
            fn read(
                node: &$crate::decision::source::Node,
                _unit: $crate::decision::unit::Unit,
                reader: &mut $crate::decision::read::Reader,
            ) -> Option<Self> {
                $crate::decision::leaf::read_choice(node, $name::WORDS, reader).map(|at| $name::ALL[at])
            }
            fn stand_in() -> Self {
                $name::ALL[0]
            }
            fn schema(
                _unit: $crate::decision::unit::Unit,
                _definitions: &mut $crate::decision::read::Definitions,
            ) -> serde_json::Value {
                serde_json::json!({ "type": "string", "enum": $name::WORDS })
            }
            fn walk_option(
                slot: &mut Option<Self>,
                _unit: $crate::decision::unit::Unit,
                path: &mut $crate::decision::read::Path,
                visit: &mut dyn $crate::decision::read::Visit,
            ) {
                visit.choice(path, slot);
            }
        }
    };
}

pub use crate::{choice, record};
