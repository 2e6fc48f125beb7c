//! Draws diagnostics: for people with the source line underlined, as one line, or as JSON.

use super::Diagnostic;
use crate::decision::{Source, unprintable};
use serde_json::{Value, json};
use std::fmt::Write;

/// Longest stretch of a source line that is shown, in characters.
const WIDTH: usize = 100;

/// The diagnostic as people read it: message, place, the source line underlined, the hint.
pub fn draw(diagnostic: &Diagnostic, source: &Source) -> String {
    let mut out = format!(
        "{}[{}]: {}\n",
        diagnostic.severity().word(),
        diagnostic.rule.id(),
        diagnostic.message
    );
    match &diagnostic.span {
        Some(span) => excerpt(&mut out, source, span.clone(), &diagnostic.path),
        None => {
            let _ = writeln!(out, "  --> {}", place(diagnostic, source));
        }
    }
    for (span, why) in &diagnostic.related {
        let (line, column) = source.line_column(span.start);
        let _ = writeln!(out, "  note: {why} ({}:{line}:{column})", source.name());
    }
    if let Some(hint) = &diagnostic.hint {
        let _ = writeln!(out, "  help: {hint}");
    }
    visible(&out)
}

/// The text with a mark for every character that a terminal would obey instead of showing: a
/// message about a hidden character must not carry it on. Each stays one character wide.
fn visible(text: &str) -> String {
    let shown = |c: char| {
        if c != '\n' && unprintable(c) {
            '\u{fffd}'
        } else {
            c
        }
    };
    text.chars().map(shown).collect()
}

/// The diagnostic on one line: `file:line:column: error[id]: message (hint)`.
pub fn one_line(diagnostic: &Diagnostic, source: &Source) -> String {
    let hint = match &diagnostic.hint {
        Some(hint) => format!("; {hint}"),
        None => String::new(),
    };
    let line = format!(
        "{}: {}[{}]: {}{hint}",
        place(diagnostic, source),
        diagnostic.severity().word(),
        diagnostic.rule.id(),
        diagnostic.message
    );
    visible(&line.replace(['\n', '\r'], " "))
}

/// The diagnostic for machines.
pub fn as_json(diagnostic: &Diagnostic, source: &Source) -> Value {
    let at = |start: usize| {
        let (line, column) = source.line_column(start);
        json!({ "line": line, "column": column })
    };
    let place = diagnostic.span.as_ref().map(|span| at(span.start));
    json!({
        "id": diagnostic.rule.id(),
        "severity": diagnostic.severity().word(),
        "message": diagnostic.message,
        "file": source.name(),
        "line": place.as_ref().map(|p| p["line"].clone()),
        "column": place.as_ref().map(|p| p["column"].clone()),
        "path": diagnostic.path,
        "hint": diagnostic.hint,
        "related": diagnostic.related.iter().map(|(span, why)| {
            let mut place = at(span.start);
            place["why"] = json!(why);
            place
        }).collect::<Vec<_>>(),
    })
}

fn place(diagnostic: &Diagnostic, source: &Source) -> String {
    let mut out = source.name().to_string();
    if let Some(span) = &diagnostic.span {
        let (line, column) = source.line_column(span.start);
        let _ = write!(out, ":{line}:{column}");
    }
    if !diagnostic.path.is_empty() {
        let _ = write!(out, " {}", diagnostic.path);
    }
    out
}

fn excerpt(out: &mut String, source: &Source, span: std::ops::Range<usize>, path: &str) {
    let (line, column) = source.line_column(span.start);
    let gutter = line.to_string().len();
    let at = if path.is_empty() {
        String::new()
    } else {
        format!("  ({path})")
    };
    let _ = writeln!(
        out,
        "{:gutter$}--> {}:{line}:{column}{at}",
        "",
        source.name()
    );
    let shown: Vec<char> = source.line(line).chars().collect();
    // A very long line is shown around the fault, so that the underline stays under it.
    let from = (column - 1).saturating_sub(WIDTH / 2).min(shown.len());
    let to = (from + WIDTH).min(shown.len());
    let text: String = shown[from..to]
        .iter()
        .map(|c| if c.is_control() { ' ' } else { *c })
        .collect();
    let _ = writeln!(out, "{line} | {text}");
    let wanted = source.text()[span.start..span.end.min(source.text().len())]
        .split('\n')
        .next()
        .map_or(0, |s| s.chars().count());
    let under = wanted.clamp(1, (to + 1).saturating_sub(column).max(1));
    let _ = writeln!(
        out,
        "{:gutter$} | {:indent$}{}",
        "",
        "",
        "^".repeat(under),
        indent = column - 1 - from
    );
}
