//! The Markdown writer: every value is escaped so that it reads as itself and nothing else.
//!
//! Text is escaped no more than it needs, because Markdown is also read as it is written. What only
//! means something at the start of a line is escaped by the filters that know where lines start.
//! No-break spaces become spaces: whoever displays Markdown breaks its lines, and a plain space can
//! be searched for.

use std::io::{self, Write};

use tera::{Kwargs, State, StringInput, Tera, Value};

use super::{TemplateFault, Templates, url};

/// The end of a line within a paragraph.
const HARD_BREAK: &str = "\\\n";

/// Stands for a dollar sign until [`finish`]; no text holds it, because control characters become
/// spaces.
const DOLLAR: char = '\u{1}';

/// The Tera instance of the format.
pub(super) fn tera(templates: &Templates) -> Result<Tera, TemplateFault> {
    let mut tera = Tera::new();
    tera.autoescape_on([".md"]);
    tera.set_escape_fn(escape);
    tera.register_filter("number", |value: &Value, _: Kwargs, _: &State| {
        // A whole number needs no decimals, whatever it was counted in.
        let number = value.to_string();
        Value::safe_string(number.strip_suffix(".0").unwrap_or(&number))
    });
    tera.register_filter("safe_url", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&url::safe(text))
    });
    tera.register_filter("code_span", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&code_span(text))
    });
    tera.register_filter("code_block", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&code_block(text))
    });
    tera.register_filter("in_diagram", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&in_diagram(text))
    });
    tera.register_filter("heading_anchor", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&heading_anchor(text))
    });
    tera.register_filter("heading_marks", |level: usize, _: Kwargs, _: &State| {
        Value::safe_string(&"#".repeat(level))
    });
    tera.register_function("hard_break", |_: Kwargs, _: &State| {
        Value::safe_string(HARD_BREAK)
    });
    reshaping(&mut tera, "at_line_start", |text, _| {
        Ok(each_line(text, line_start))
    });
    reshaping(&mut tera, "in_heading", |text, _| Ok(in_heading(text)));
    reshaping(&mut tera, "in_cell", |text, _| Ok(in_cell(text)));
    reshaping(&mut tera, "quoted", |text, _| {
        Ok(each_line(text.trim(), |line| {
            format!("> {line}").trim_end().to_owned()
        }))
    });
    reshaping(&mut tera, "indented", |text, options| {
        let width = " ".repeat(options.must_get("width")?);
        Ok(
            each_line(text, |line| format!("{width}{line}").trim_end().to_owned())
                .trim_start()
                .to_owned(),
        )
    });
    reshaping(&mut tera, "as_label", |text, _| Ok(as_label(text)));
    reshaping(&mut tera, "emphasis", |text, options| {
        Ok(emphasis(text, options.must_get::<&str>("mark")?))
    });
    tera.add_raw_templates(templates.of("markdown"))
        .map_err(TemplateFault::new)?;
    Ok(tera)
}

/// Registers a filter that reshapes what has been written; what has not been is escaped first.
fn reshaping(
    tera: &mut Tera,
    name: &'static str,
    reshape: impl Fn(&str, &Kwargs) -> tera::TeraResult<String> + Send + Sync + 'static,
) {
    tera.register_filter(
        name,
        move |text: StringInput, options: Kwargs, state: &State| -> tera::TeraResult<Value> {
            let written = text.rendered(state)?;
            Ok(Value::safe_string(&reshape(&written, &options)?))
        },
    );
}

/// Escapes text for the middle of a line.
fn escape(text: &str, output: &mut dyn Write) -> io::Result<()> {
    let mut before = ' ';
    // What is left out stands between nothing: the characters around it are neighbours.
    let mut characters = text.chars().filter(|c| !is_invisible(*c)).peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        let shown = match character {
            '$' => DOLLAR,
            space if is_space(space) => ' ',
            other => other,
        };
        let means_something = match shown {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '^' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '&' => is_entity(characters.clone()),
            _ => false,
        };
        if means_something {
            output.write_all(b"\\")?;
        }
        write!(output, "{shown}")?;
        before = shown;
    }
    Ok(())
}

/// Writes the dollar signs, once it is known what each stands after. Some readers set what stands
/// between two as mathematics; but none lets it end right after a space, so that amounts in running
/// text can stay as they are, and only a sign that follows something else is escaped.
pub(super) fn finish(written: &str) -> String {
    let mut text = String::with_capacity(written.len() + 16);
    let mut before = ' ';
    for character in written.chars() {
        if character == DOLLAR {
            text.push_str(if before.is_whitespace() { "$" } else { "\\$" });
        } else {
            text.push(character);
        }
        before = character;
    }
    text
}

/// Whether what follows an ampersand makes it an entity: letters and digits up to a semicolon.
fn is_entity(mut after: impl Iterator<Item = char>) -> bool {
    after.find(|character| !(character.is_ascii_alphanumeric() || *character == '#')) == Some(';')
}

/// Whether a character is shown as a space: spaces of any kind, and what controls a terminal.
fn is_space(character: char) -> bool {
    character.is_control() || character.is_whitespace()
}

/// Whether a character changes text without being seen: direction marks, joiners, tags.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Applies `change` to every line.
fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(change).collect::<Vec<_>>().join("\n")
}

/// Escapes what would make a line a list item, a heading, a quotation, a definition or a rule.
fn line_start(line: &str) -> String {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    match rest.bytes().next() {
        Some(b'#' | b'>' | b'+' | b'-' | b'=' | b':') if digits == 0 => format!("\\{line}"),
        Some(b'.' | b')') if digits > 0 => format!("{number}\\{rest}"),
        _ => line.to_owned(),
    }
}

/// Escapes number signs at the end of a heading, which would be taken for its closing marks.
fn in_heading(text: &str) -> String {
    let text = text.replace(HARD_BREAK, " ");
    match text.trim_end().strip_suffix('#') {
        Some(start) => format!("{start}\\#"),
        None => text,
    }
}

/// Keeps text within the cell of a table.
fn in_cell(text: &str) -> String {
    let line = text.replace(HARD_BREAK, " ").replace('\n', " ");
    let mut cell = String::with_capacity(line.len());
    let mut escaped = false;
    for character in line.chars() {
        if character == '|' && !escaped {
            cell.push('\\');
        }
        escaped = character == '\\' && !escaped;
        cell.push(character);
    }
    cell
}

/// A label before what it names: with a colon, unless it ends a sentence itself.
fn as_label(text: &str) -> String {
    let ends_itself = text.ends_with(['.', ':', '?', '!', '…']);
    format!("{text}{}", if ends_itself { "" } else { ":" })
}

/// Sets marks of emphasis around text, inside the spaces at its ends, where they would not count.
fn emphasis(text: &str, mark: &str) -> String {
    let core = text.trim();
    if core.is_empty() {
        return text.to_owned();
    }
    let start = &text[..text.len() - text.trim_start().len()];
    let end = &text[text.trim_end().len()..];
    format!("{start}{mark}{core}{mark}{end}")
}

/// The longest run of backticks in a text.
fn longest_fence(text: &str) -> usize {
    let runs = text.split(|character| character != '`').map(str::len);
    runs.max().unwrap_or(0)
}

/// Text as a code span, whatever backticks it holds.
fn code_span(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if is_space(c) { ' ' } else { c })
        .collect();
    let fence = "`".repeat(longest_fence(&text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as a fenced block of code, whatever backticks it holds.
fn code_block(text: &str) -> String {
    let fence = "`".repeat((longest_fence(text) + 1).max(3));
    let text = text.replace(DOLLAR, " ");
    format!("{fence}\n{}\n{fence}", text.trim_end_matches('\n'))
}

/// The anchor that readers of Markdown give a heading: its words in small letters, joined by hyphens,
/// without marks.
fn heading_anchor(text: &str) -> String {
    let kept = text.chars().filter_map(|mark| match mark {
        space if is_space(space) => Some('-'),
        mark if mark.is_alphanumeric() || matches!(mark, '-' | '_') => Some(mark),
        _ => None,
    });
    kept.flat_map(char::to_lowercase).collect()
}

/// Text within a diagram that is drawn from text. Nothing is left in it that ends a quotation, a line
/// or the block of code, opens a directive or a tag, or closes an entity: such marks become those that
/// look most like them.
fn in_diagram(text: &str) -> String {
    let marks = text.chars().filter(|mark| !is_invisible(*mark));
    marks
        .map(|mark| match mark {
            '"' | '`' => '\'',
            '{' => '(',
            '}' => ')',
            '<' => '‹',
            '>' => '›',
            ';' => ',',
            '\\' => '/',
            space if is_space(space) => ' ',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests;
