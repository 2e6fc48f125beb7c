//! The Typst writer: every value is a string literal unless it is a number and says so.

use std::io::{self, Write};

use tera::{Kwargs, State, Tera, Value};

use super::{TemplateFault, Templates, url};

/// The Tera instance of the format.
pub(super) fn tera(templates: &Templates) -> Result<Tera, TemplateFault> {
    let mut tera = Tera::new();
    tera.autoescape_on([".typ"]);
    tera.set_escape_fn(literal);
    tera.register_filter("number", number);
    tera.register_filter("lines", lines);
    tera.register_filter("safe_url", |text: &str, _: Kwargs, _: &State| {
        url::safe(text)
    });
    tera.add_raw_templates(templates.of("typst"))
        .map_err(TemplateFault::new)?;
    Ok(tera)
}

/// Letters in a row after which a line may end: no European word in a brief is longer, but an
/// identifier can be, and would run out of its column.
const LONGEST_RUN: usize = 18;

/// Writes text as a Typst string literal, quotation marks included. Control characters become
/// spaces; an apostrophe between letters becomes the typographic one; a run of letters that no
/// column holds gets soft hyphens, which show only where a line ends.
fn literal(text: &str, output: &mut dyn Write) -> io::Result<()> {
    output.write_all(b"\"")?;
    let mut before = ' ';
    let mut run = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        match character {
            '\\' => output.write_all(b"\\\\")?,
            '"' => output.write_all(b"\\\"")?,
            '\'' if before.is_alphabetic() && after.is_alphabetic() => {
                output.write_all("’".as_bytes())?;
            }
            control if control.is_control() => output.write_all(b" ")?,
            plain => write!(output, "{plain}")?,
        }
        before = character;
        run = if is_spelt(character) || character == '_' {
            run + 1
        } else {
            0
        };
        if run == LONGEST_RUN && is_spelt(after) {
            output.write_all("\u{ad}".as_bytes())?;
            run = 0;
        }
    }
    output.write_all(b"\"")
}

/// Whether a character belongs to a script that may be divided with a hyphen: Latin, Greek, Cyrillic.
/// Others break between any letters, or never.
fn is_spelt(character: char) -> bool {
    let of_these = matches!(character, '\0'..='\u{52f}' | '\u{1d00}'..='\u{1fff}');
    of_these && character.is_alphanumeric()
}

/// Writes a number or a truth value as Typst code.
fn number(value: &Value, _: Kwargs, _: &State) -> tera::TeraResult<Value> {
    let code = if let Some(truth) = value.as_bool() {
        truth.to_string()
    } else if let Some(whole) = value.as_i128() {
        whole.to_string()
    } else if let Some(float) = value.as_f64().filter(|float| float.is_finite()) {
        format!("{float:?}")
    } else {
        return Err(tera::Error::message(format!("{value} is no number")));
    };
    Ok(Value::safe_string(&code))
}

/// The lines of a text whose line ends matter.
fn lines(text: &str, _: Kwargs, _: &State) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut output = Vec::new();
        literal(text, &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn text_is_a_literal_whatever_it_holds() {
        assert_eq!(written("plain"), r#""plain""#);
        assert_eq!(written(r#"a "b" \ c"#), r#""a \"b\" \\ c""#);
        assert_eq!(
            written("$5m #read(\"x\")\n\tnext\u{7}"),
            r##""$5m #read(\"x\")  next ""##
        );
        assert_eq!(written("We'll 'quote' 5'"), "\"We’ll 'quote' 5'\"");
        assert_eq!(written(r"\"), r#""\\""#);
        assert_eq!(
            written("unpronounceableidentifier misunderstandings"),
            "\"unpronounceableide\u{ad}ntifier misunderstandings\""
        );
    }
}
