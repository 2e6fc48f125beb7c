//! A figure: a number alone, or a three-point estimate with where it came from.

use super::leaf::{Date, number_schema, read_number};
use super::read::{Definitions, Path, Read, Reader, Shape, Visit, field, nullable};
use super::source::{Node, Value};
use super::unit::Unit;
use crate::diagnostics::Rule;
use serde_json::{Value as Json, json};

/// A figure of a decision. The headline is always computed at `likely`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// The likely value.
    pub likely: f64,
    /// Lowest and highest value, where the figure is an estimate; `low ≤ likely ≤ high`.
    pub range: Option<(f64, f64)>,
    /// Where the figure came from; `"assumption"` is shown as one.
    pub source: Option<String>,
    /// The day on which it was true.
    pub as_of: Option<Date>,
    /// Who answers for it.
    pub owner: Option<String>,
}

impl Figure {
    /// A figure without range or source.
    pub fn exactly(likely: f64) -> Figure {
        Figure {
            likely,
            ..Figure::default()
        }
    }

    /// Whether its author calls it an assumption.
    pub fn is_assumption(&self) -> bool {
        self.source
            .as_deref()
            .is_some_and(|source| source.trim().eq_ignore_ascii_case("assumption"))
    }
}

/// The fields of a figure that is written as an object.
const FIELDS: &[&str] = &["likely", "value", "low", "high", "source", "as_of", "owner"];

impl Read for Figure {
    fn read(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Self> {
        match node.value {
            Value::Map(_) => read_object(node, unit, reader),
            _ => read_number(node, unit, reader).map(Figure::exactly),
        }
    }

    fn stand_in() -> Self {
        Figure::default()
    }

    fn schema(unit: Unit, definitions: &mut Definitions) -> Json {
        let number = number_schema(unit);
        let mut text = |examples: Json| {
            let mut text = String::schema(Unit::Plain, definitions);
            text["examples"] = examples;
            text
        };
        let (source, owner) = (
            text(json!(["Vendor quote 2026-09", "assumption"])),
            text(json!(["Finance"])),
        );
        let mut shape = Shape::new("A figure with its range and where it came from.");
        shape.add("likely", number.clone(), "The likely value.", false);
        shape.add(
            "value",
            number.clone(),
            "The same, where there is no range.",
            false,
        );
        shape.add(
            "low",
            number.clone(),
            "The lowest value it may have.",
            false,
        );
        shape.add(
            "high",
            number.clone(),
            "The highest value it may have.",
            false,
        );
        shape.add(
            "source",
            source,
            "Where it came from; `assumption` is shown as one.",
            false,
        );
        shape.add(
            "as_of",
            nullable(Date::schema(Unit::Plain, definitions)),
            "The day on which it was true.",
            false,
        );
        shape.add("owner", owner, "Who answers for it.", false);
        let mut object = shape.finish();
        // Given, and not null: a figure without a value is none.
        let given = |name: &str| json!({ "required": [name], "properties": { (name): { "type": "number" } } });
        object["anyOf"] = json!([given("likely"), given("value")]);
        object["dependentRequired"] =
            json!({ "low": ["high", "likely"], "high": ["low", "likely"] });
        json!({ "anyOf": [number, object] })
    }

    fn walk(&mut self, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        let mut slot = Some(self.clone());
        visit.figure(path, unit, &mut slot);
        if let Some(value) = slot {
            *self = value;
        }
    }

    fn walk_option(slot: &mut Option<Self>, unit: Unit, path: &mut Path, visit: &mut dyn Visit) {
        visit.figure(path, unit, slot);
    }
}

fn read_object(node: &Node, unit: Unit, reader: &mut Reader) -> Option<Figure> {
    let before = reader.faults.len();
    let fields = reader.fields(node, FIELDS)?;
    let [likely, value, low, high] = ["likely", "value", "low", "high"]
        .map(|name| field::<Option<f64>>(node, &fields, name, unit, Some(None), reader));
    let source = field::<Option<String>>(node, &fields, "source", Unit::Plain, Some(None), reader);
    let as_of = field::<Option<Date>>(node, &fields, "as_of", Unit::Plain, Some(None), reader);
    let owner = field::<Option<String>>(node, &fields, "owner", Unit::Plain, Some(None), reader);
    // Where a part could not be read, how the parts go together says nothing more.
    if reader.faults.len() > before {
        return None;
    }
    let (likely, range) = three_points(node, [likely, value, low, high], reader)?;
    Some(Figure {
        likely,
        range,
        source,
        as_of,
        owner,
    })
}

type Points = (f64, Option<(f64, f64)>);

fn three_points(node: &Node, given: [Option<f64>; 4], reader: &mut Reader) -> Option<Points> {
    match given {
        [Some(_), Some(_), ..] => {
            reader.fault(
                Rule::Conflict,
                node,
                "`likely` and `value` are both given",
                "keep `likely`",
            );
            None
        }
        [None, None, ..] => {
            reader.missing(node, "likely", Unit::Plain);
            None
        }
        [Some(likely), None, None, None] | [None, Some(likely), None, None] => Some((likely, None)),
        [None, Some(_), ..] => {
            reader.fault(
                Rule::Conflict,
                node,
                "`value` stands beside a range",
                "write `likely` where there is a `low` and a `high`",
            );
            None
        }
        [Some(likely), None, Some(low), Some(high)] => {
            if low <= likely && likely <= high {
                return Some((likely, Some((low, high))));
            }
            reader.fault(
                Rule::Range,
                node,
                format!("low {low}, likely {likely} and high {high} are not in order"),
                "write them so that low ≤ likely ≤ high",
            );
            None
        }
        [Some(_), None, ..] => {
            reader.fault(
                Rule::Incomplete,
                node,
                "a range has one end",
                "give `low` and `high`, or neither",
            );
            None
        }
    }
}
