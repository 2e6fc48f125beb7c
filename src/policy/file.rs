//! Reads a policy file: every fault is collected and placed, as with decision files.

use super::entry::{Entry, vanity, words};
use super::{NOTE_FIELDS, Policy, Statement, Team, Threshold, Vanity, Words, team};
use crate::decision::Source;
use crate::decision::Unit;
use crate::decision::read::{listed, nearest, shorten};
use crate::diagnostics::{Diagnostic, Rule};
use std::collections::BTreeMap;
use toml::Spanned;

type Table = BTreeMap<Spanned<String>, Spanned<Entry>>;

const FIELDS: &[&str] = &["value", "says", "reason", "origin"];
const LIST_FIELDS: &[&str] = &["words", "reason", "origin"];
const TEAM_FIELDS: &[&str] = &["shows", "reason", "origin"];
const LISTS: &[&str] = &["postponing", "excuses", "vanity", "team"];

/// The policy that is compiled in. Its text is part of the program, so a fault in it is a fault of
/// the program, found by the first test that runs.
pub(super) fn built_in(text: &str) -> Policy {
    let statements = Threshold::ALL.iter().map(|&threshold| Statement {
        threshold,
        key: threshold.key(),
        value: threshold.range().0,
        says: String::new(),
        reason: String::new(),
        origin: String::new(),
        built_in: 0.0,
        changed: false,
        decision: None,
    });
    let empty = Policy {
        values: vec![0.0; Threshold::ALL.len()],
        statements: statements.collect(),
        postponing: Words::default(),
        excuses: Words::default(),
        vanity: Vec::new(),
        team: Team::default(),
    };
    let mut policy = overridden(&empty, &Source::new("policy.toml", text))
        .expect("the compiled-in policy is well-formed; a test reads it");
    for statement in &mut policy.statements {
        statement.built_in = statement.value;
        statement.changed = false;
    }
    policy
}

/// A policy with the values of a file in place of its own.
pub(super) fn overridden(base: &Policy, source: &Source) -> Result<Policy, Vec<Diagnostic>> {
    let table: Table = toml::from_str(source.text()).map_err(|fault| vec![syntax(&fault)])?;
    let mut reading = Reading {
        text: source.text(),
        policy: base.clone(),
        faults: Vec::new(),
    };
    for (key, entry) in &table {
        reading.entry(key, entry);
    }
    if reading.faults.is_empty() {
        reading.contradictions(&table);
    }
    reading
        .faults
        .sort_by_key(|fault| fault.span.as_ref().map_or(0, |span| span.start));
    if reading.faults.is_empty() {
        Ok(reading.policy)
    } else {
        Err(reading.faults)
    }
}

/// The fault of a text that is not TOML.
pub(crate) fn syntax(fault: &toml::de::Error) -> Diagnostic {
    let message = fault.message().trim().replace('\n', ", ");
    Diagnostic::new(Rule::Syntax, "", message)
        .at(fault.span().unwrap_or(0..0))
        .hint("the file is TOML: `key = value`, with `[key]` before a group of fields")
}

struct Reading<'a> {
    text: &'a str,
    policy: Policy,
    faults: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn entry(&mut self, key: &Spanned<String>, entry: &Spanned<Entry>) {
        let name = key.get_ref().as_str();
        let threshold = Threshold::ALL.iter().find(|t| t.key() == name);
        match (threshold, entry.get_ref()) {
            (Some(&threshold), Entry::Plain(value)) => {
                self.value(threshold, value, entry.span(), &format!("/{name}"));
            }
            (Some(&threshold), Entry::Fields(fields)) => self.fields(threshold, fields),
            (None, Entry::Fields(fields)) if matches!(name, "postponing" | "excuses") => {
                self.list(name, fields);
            }
            (None, Entry::Fields(fields)) if name == "team" => self.team(fields),
            (None, Entry::Plain(toml::Value::Array(items))) if name == "vanity" => {
                self.vanity(items, entry.span());
            }
            (None, _) if LISTS.contains(&name) => {
                let hint = "write it as in the built-in policy";
                self.fault(
                    Rule::WrongType,
                    entry.span(),
                    format!("/{name}"),
                    "this is not a list of words",
                    hint,
                );
            }
            (None, _) => {
                let known: Vec<&str> = Threshold::ALL
                    .iter()
                    .map(|t| t.key())
                    .chain(LISTS.iter().copied())
                    .collect();
                let hint = match nearest(name, &known) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the values are {}", listed(&known)),
                };
                let message = format!("`{}` is not a value of the policy", shorten(name));
                self.fault(
                    Rule::UnknownField,
                    key.span(),
                    format!("/{name}"),
                    message,
                    hint,
                );
            }
        }
    }

    fn fields(
        &mut self,
        threshold: Threshold,
        fields: &BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    ) {
        let at = format!("/{}", threshold.key());
        for (key, value) in fields {
            let name = key.get_ref().as_str();
            let place = format!("{at}/{name}");
            match (name, value.get_ref()) {
                ("value", number) => self.value(threshold, number, value.span(), &place),
                ("says" | "reason" | "origin", toml::Value::String(text)) => {
                    let statement = &mut self.policy.statements[threshold as usize];
                    match name {
                        "says" => statement.says.clone_from(text),
                        "reason" => statement.reason.clone_from(text),
                        _ => statement.origin.clone_from(text),
                    }
                }
                ("says" | "reason" | "origin", _) => {
                    self.fault(
                        Rule::WrongType,
                        value.span(),
                        place,
                        "expected text",
                        "put it in quotes",
                    );
                }
                _ => self.unknown(key, FIELDS, place),
            }
        }
    }

    fn value(
        &mut self,
        threshold: Threshold,
        value: &toml::Value,
        span: std::ops::Range<usize>,
        at: &str,
    ) {
        let number = match value {
            toml::Value::Integer(number) => *number as f64,
            toml::Value::Float(number) => *number,
            other => {
                let found = match other {
                    toml::Value::String(_) => "text",
                    toml::Value::Boolean(_) => "yes or no",
                    _ => "something else",
                };
                let message = format!("expected a number, found {found}");
                return self.fault(
                    Rule::WrongType,
                    span,
                    at,
                    message,
                    format!("write {}", threshold.unit().words()),
                );
            }
        };
        let (low, high) = threshold.range();
        let whole = matches!(threshold.unit(), Unit::Horizon | Unit::Count);
        if !(low..=high).contains(&number) || (whole && number.fract() != 0.0) {
            let hint = if threshold.unit() == Unit::Share && number > 1.0 && number <= 100.0 {
                format!("write {} for {number} %", number / 100.0)
            } else {
                format!(
                    "write {}, between {low} and {high}",
                    threshold.unit().words()
                )
            };
            return self.fault(
                Rule::OutOfRange,
                span,
                at,
                format!("{number} is out of range"),
                hint,
            );
        }
        self.policy.values[threshold as usize] = number;
        let statement = &mut self.policy.statements[threshold as usize];
        statement.value = number;
        statement.changed = true;
    }

    fn list(&mut self, name: &str, fields: &BTreeMap<Spanned<String>, Spanned<toml::Value>>) {
        for (key, value) in fields {
            let field = key.get_ref().as_str();
            let place = format!("/{name}/{field}");
            match field {
                "words" => match words(value.get_ref()) {
                    Some(words) if name == "postponing" => self.policy.postponing = words,
                    Some(words) => self.policy.excuses = words,
                    None => self.fault(
                        Rule::WrongType,
                        value.span(),
                        place,
                        "expected a list of texts",
                        "write `[\"one\", \"two\"]`",
                    ),
                },
                "reason" | "origin" => {}
                _ => self.unknown(key, LIST_FIELDS, place),
            }
        }
    }

    fn vanity(&mut self, items: &[toml::Value], span: std::ops::Range<usize>) {
        let read: Option<Vec<Vanity>> = items.iter().map(vanity).collect();
        match read {
            Some(read) => self.policy.vanity = read,
            None => self.fault(
                Rule::WrongType,
                span,
                "/vanity",
                "a measure is not written as `words`, `says`, `because` and `ask`",
                "write each as in the built-in policy",
            ),
        }
    }

    /// What a note to the team shows.
    fn team(&mut self, fields: &BTreeMap<Spanned<String>, Spanned<toml::Value>>) {
        for (key, value) in fields {
            match key.get_ref().as_str() {
                "shows" => self.shows(value),
                "reason" | "origin" => {}
                name => self.unknown(key, TEAM_FIELDS, format!("/team/{name}")),
            }
        }
    }

    fn shows(&mut self, value: &Spanned<toml::Value>) {
        let at = "/team/shows";
        let items = value.get_ref().as_array().map(Vec::as_slice);
        let mut shows = Vec::new();
        for item in items.unwrap_or_default() {
            let Some(name) = item.as_str() else { continue };
            if let Some(field) = team::field(name) {
                shows.push(field);
                continue;
            }
            // The text of the list tells where in it the name stands.
            let list = self.text.get(value.span()).unwrap_or_default();
            let start = value.span().start;
            let span = match list.find(name) {
                // The quotation mark before it counts, too.
                Some(found) if found > 0 => start + found - 1..start + found + name.len() + 1,
                _ => value.span(),
            };
            let hint = match nearest(name, NOTE_FIELDS) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the fields here are {}", listed(NOTE_FIELDS)),
            };
            let message = format!("`{}` is nothing that a note can show", shorten(name));
            self.fault(Rule::UnknownField, span, at, message, hint);
        }
        if items.is_none_or(|items| !items.iter().all(toml::Value::is_str)) {
            self.fault(
                Rule::WrongType,
                value.span(),
                at,
                "expected a list of texts",
                "write `[\"one\", \"two\"]`",
            );
        }
        self.policy.team = Team { shows };
    }

    /// Values that only make sense in one order.
    fn contradictions(&mut self, table: &Table) {
        let pairs = [
            (Threshold::ScaleUp, Threshold::Enterprise, true),
            (Threshold::AdoptionEarned, Threshold::AdoptionProven, false),
            (Threshold::DoubtsForMedium, Threshold::DoubtsForLow, true),
        ];
        for (low, high, strictly) in pairs {
            let (a, b) = (self.policy.value(low), self.policy.value(high));
            if a < b || (!strictly && a == b) {
                continue;
            }
            let given = table
                .iter()
                .find(|(key, _)| [low.key(), high.key()].contains(&key.get_ref().as_str()));
            let span = given.map_or(0..0, |(key, _)| key.span());
            let message = format!("`{}` ({a}) is not below `{}` ({b})", low.key(), high.key());
            self.fault(
                Rule::Range,
                span,
                format!("/{}", low.key()),
                message,
                "change the other value as well",
            );
        }
    }

    fn unknown(&mut self, key: &Spanned<String>, known: &[&str], place: String) {
        let name = key.get_ref();
        let hint = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the fields here are {}", listed(known)),
        };
        let message = format!("`{}` is not a field here", shorten(name));
        self.fault(Rule::UnknownField, key.span(), place, message, hint);
    }

    fn fault(
        &mut self,
        rule: Rule,
        span: std::ops::Range<usize>,
        at: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.faults
            .push(Diagnostic::new(rule, at, message).at(span).hint(hint));
    }
}
