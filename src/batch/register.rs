//! The register: every decision of a run with its figures, as a table for spreadsheets and as JSON.
//!
//! **No cell of the table is a live formula.** A spreadsheet runs what begins with `=`, `+`, `-` or
//! `@`; words of an author that do are given an apostrophe, which it shows as text.

use super::entry::Entry;
use super::figures::Key;
use super::manifest::{Manifest, Refused};
use super::previous::{Cause, Comparison};
use super::totals;
use super::word::iso;
use serde::Serialize;
use serde_json::{Value, json};

/// The columns of the table before the figures.
const WORDS: [&str; 14] = [
    "id",
    "title",
    "status",
    "as_of",
    "due",
    "organisation",
    "headcount",
    "category",
    "verdict",
    "recommended",
    "confidence",
    "questions_failed",
    "changed_after_approval",
    "currency",
];

/// The columns after them.
const REST: [&str; 5] = [
    "opportunity_is_gross",
    "at_stake",
    "first_open_question",
    "source",
    "document",
];

/// The table, as RFC 4180 has it: commas, quotation marks where they are needed, CRLF.
pub fn csv(manifest: &Manifest) -> String {
    let figures = Key::ALL.iter().map(|key| key.name());
    let head: Vec<&str> = WORDS.into_iter().chain(figures).chain(REST).collect();
    let mut text = head.join(",") + "\r\n";
    for entry in &manifest.decisions {
        let changed = manifest.changed_after_approval.contains(&entry.id);
        text.push_str(&row(entry, changed).join(","));
        text.push_str("\r\n");
    }
    for refused in &manifest.refused {
        text.push_str(&missing(refused).join(","));
        text.push_str("\r\n");
    }
    text
}

fn row(entry: &Entry, changed: bool) -> Vec<String> {
    let some = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let word = |value: &dyn erased::Word| cell(&value.word());
    let mut cells = vec![
        cell(&entry.id),
        cell(&entry.title),
        cell(entry.status.word()),
        iso(entry.as_of),
        entry.due.map(iso).unwrap_or_default(),
        some(&entry.organisation),
        number(entry.headcount),
        some(&entry.category),
        word(&entry.verdict),
        some(&entry.recommended),
        word(&entry.confidence),
        entry.questions_failed.to_string(),
        changed.to_string(),
        some(&entry.currency),
    ];
    cells.extend(Key::ALL.iter().map(|key| number(entry.figures.get(*key))));
    let gross = entry.figures.opportunity_is_gross;
    let question = entry.open_questions.first();
    let document = entry.files.first();
    cells.extend([
        gross.map(|gross| gross.to_string()).unwrap_or_default(),
        number(entry.figures.at_stake),
        cell(question.map_or("", |question| &question.asks)),
        cell(&entry.source),
        cell(document.map_or("", |file| &file.path)),
    ]);
    cells
}

/// A file that could not be used has a row as well, so that nothing is missing without a trace.
fn missing(refused: &Refused) -> Vec<String> {
    let width = WORDS.len() + Key::ALL.len() + REST.len();
    let mut cells = vec![String::new(); width];
    cells[0] = cell(refused.id.as_deref().unwrap_or_default());
    let why = if refused.unreadable {
        "unreadable"
    } else {
        "refused"
    };
    cells[2] = why.to_string();
    cells[width - 2] = cell(&refused.source);
    cells
}

/// How words of closed sets are written: as in JSON.
mod erased {
    pub trait Word {
        fn word(&self) -> String;
    }

    impl<T: serde::Serialize> Word for T {
        fn word(&self) -> String {
            let value = serde_json::to_value(self).unwrap_or_default();
            value.as_str().unwrap_or_default().to_string()
        }
    }
}

/// A number for a program: no grouping, a point, no sign but a minus.
fn number(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Text in a cell: on one line, never a formula, in quotation marks where it needs them.
fn cell(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let starts_formula = line.trim_start().starts_with([
        '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]);
    let line = if starts_formula {
        format!("'{line}")
    } else {
        line
    };
    if line.contains([',', '"', ';']) {
        format!("\"{}\"", line.replace('"', "\"\""))
    } else {
        line
    }
}

/// The register for programs: the sums, what could not be used, what moved, and every decision,
/// one a line. It is put together line by line, for thousands of decisions as one value would take
/// more memory than rendering them.
pub fn json(manifest: &Manifest, moved: Option<&Comparison>) -> String {
    let counting: Vec<&Entry> = manifest.decisions.iter().filter(|e| e.counts()).collect();
    let head = [
        ("as_of", json!(manifest.as_of.map(iso))),
        ("totals", sums(&counting)),
        ("refused", value_of(&manifest.refused)),
        ("moved", moved.map(movement).unwrap_or_default()),
    ];
    let mut text = String::from("{\n");
    for (key, value) in head {
        text.push_str(&format!("\"{key}\": {value:#},\n"));
    }
    text.push_str("\"decisions\": [");
    for (at, entry) in manifest.decisions.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        text.push_str(&format!("{comma}\n{}", decision(entry, manifest)));
    }
    text.push_str("\n]}\n");
    text
}

fn decision(entry: &Entry, manifest: &Manifest) -> Value {
    let mut value = value_of(entry);
    if let Value::Object(fields) = &mut value {
        let figures = fields.shift_remove("figures");
        if let Some(Value::Object(figures)) = figures {
            fields.extend(figures);
        }
        for inner in ["content", "made_by"] {
            fields.shift_remove(inner);
        }
        let changed = manifest.changed_after_approval.contains(&entry.id);
        fields.insert("changed_after_approval".to_string(), changed.into());
    }
    value
}

fn value_of<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn sums(counting: &[&Entry]) -> Value {
    let currencies: Vec<Value> = totals::by_currency(counting)
        .iter()
        .map(|group| {
            let total = |key| group.total(key).and_then(super::word::recorded);
            json!({
                "currency": group.code,
                "decisions": group.entries.len(),
                "annual_saving": total(Key::AnnualSaving),
                "npv": total(Key::Npv),
                "ask": total(Key::Ask),
            })
        })
        .collect();
    let opportunities: Vec<Value> = totals::opportunities(counting)
        .iter()
        .map(|one| {
            json!({
                "name": one.name,
                "currency": one.code,
                "decisions": one.entries.iter().map(|entry| &entry.id).collect::<Vec<_>>(),
                "engineers": super::word::recorded(one.engineers),
                "annual_counted_once": super::word::recorded(one.annual),
                "valued_differently": one.differs,
            })
        })
        .collect();
    let people: Vec<Value> = totals::people(counting)
        .iter()
        .map(|people| {
            json!({
                "organisation": people.organisation,
                "engineers_freed": super::word::recorded(people.freed),
                "headcount": people.headcount,
            })
        })
        .collect();
    json!({
        "decisions": counting.len(),
        "by_currency": currencies,
        "opportunities": opportunities,
        "people": people,
    })
}

fn movement(moved: &Comparison) -> Value {
    let verdicts: Vec<Value> = moved
        .verdicts
        .iter()
        .map(|change| {
            json!({
                "id": change.id,
                "was": change.verdicts[0],
                "is": change.verdicts[1],
                "because": because(&change.cause),
            })
        })
        .collect();
    let figures: Vec<Value> = moved
        .figures
        .iter()
        .map(|change| {
            let kept = |value: Option<f64>| value.and_then(super::word::recorded);
            json!({
                "id": change.id,
                "figure": change.key.name(),
                "was": change.before,
                "is": change.after,
                "absolute": kept(change.absolute()),
                "relative": kept(change.relative()),
                "because": because(&change.cause),
            })
        })
        .collect();
    let apart: Vec<Value> = moved
        .not_comparable
        .iter()
        .map(|apart| {
            let keys: Vec<&str> = apart.keys.iter().map(|key| key.name()).collect();
            json!({ "id": apart.id, "figures": keys, "because": apart.why })
        })
        .collect();
    let targets = |targets: &[super::previous::Target]| {
        targets
            .iter()
            .map(|target| json!({ "id": target.id, "measure": target.measure }))
            .collect::<Vec<Value>>()
    };
    json!({
        "since": moved.since.map(iso),
        "new": moved.new,
        "gone": moved.gone.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect::<Vec<_>>(),
        "verdicts": verdicts,
        "figures": figures,
        "below_bound": moved.below_bound,
        "bound": moved.bound,
        "not_comparable": apart,
        "targets_met": targets(&moved.met),
        "targets_missed": targets(&moved.missed),
        "not_compared": moved.not_compared,
    })
}

fn because(cause: &Cause) -> Value {
    match cause {
        Cause::Input(name) => json!({ "input": name }),
        Cause::Together(names) => json!({ "together": names }),
        Cause::Basis(what) => json!({ "basis": what }),
        Cause::NotKept => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_live_formula() {
        for (text, shown) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
            ("\t=1", "' =1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("a\nb", "a b"),
        ] {
            assert_eq!(cell(text), shown, "{text}");
        }
        assert_eq!(number(Some(-1.5)), "-1.5");
        assert_eq!(number(None), "");
    }
}
