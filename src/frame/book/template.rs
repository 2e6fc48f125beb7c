//! A statement as a writer puts it down: words with slots for names and figures, and with choices
//! between words that depend on the decision.

use crate::frame::guard;
use crate::frame::slot::{Condition, Slot};

/// A piece of a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A name or a figure of the decision.
    Slot(Slot),
    /// Words that depend on the decision: `[runs:costs|would cost]`.
    Choice {
        /// What they depend on.
        on: Condition,
        /// Said where it holds.
        then: String,
        /// Said where it does not.
        otherwise: String,
    },
    /// The wording is meant only for decisions of which this holds, or does not: `[runs]`,
    /// `[not runs]`.
    Only {
        /// What has to hold.
        on: Condition,
        /// Whether it has to hold, or must not.
        holds: bool,
    },
}

/// A wording of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// `intent.audience.course`, with the side where it is narrowed, and the place in its list.
    pub id: String,
    /// Words and slots, in order.
    pub pieces: Vec<Piece>,
}

/// Names or figures that each statement carries, so that none is a slogan.
const LEAST_SLOTS: usize = 2;
/// Longest statement, in words, slots counted as three: it is to be read aloud.
const LONGEST: usize = 60;

impl Template {
    /// The template that a text stands for, or why it is none.
    pub fn parse(id: String, text: &str) -> Result<Template, String> {
        let template = Template::read(id, text)?;
        template.check()?;
        Ok(template)
    }

    /// The same without a look at what it says, for the book that the program carries, which a
    /// test checks.
    pub(super) fn read(id: String, text: &str) -> Result<Template, String> {
        Ok(Template {
            id,
            pieces: pieces(text)?,
        })
    }

    /// No figure of its own, no claim, enough names and figures, and not too long to be read aloud.
    fn check(&self) -> Result<(), String> {
        let mut words = String::new();
        let mut slots: Vec<Slot> = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => words.push_str(text),
                Piece::Choice {
                    then, otherwise, ..
                } => {
                    // Read both ways, with nothing joined that is not joined on the page.
                    words.push_str(&format!("{then} {otherwise}"));
                }
                Piece::Only { .. } => {}
                Piece::Slot(slot) => {
                    words.push_str(" x x x ");
                    if !slots.contains(slot) {
                        slots.push(*slot);
                    }
                }
            }
        }
        if let Some(word) = guard::number_in(&words) {
            return Err(format!(
                "“{word}” is a figure of its own; a figure enters only as a slot"
            ));
        }
        if let Some(word) = guard::claim_in(&words) {
            return Err(format!(
                "“{word}” claims more than a decision can show; say what the figures say"
            ));
        }
        if slots.len() < LEAST_SLOTS {
            return Err(format!(
                "{} names or figures of the decision; write at least {LEAST_SLOTS}",
                slots.len()
            ));
        }
        let length = words.split_whitespace().count();
        if length > LONGEST {
            return Err(format!("{length} words; write at most {LONGEST}"));
        }
        Ok(())
    }

    /// The slots, in the order in which they are met.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Slot(slot) => Some(*slot),
            _ => None,
        })
    }
}

/// The pieces of a text.
fn pieces(text: &str) -> Result<Vec<Piece>, String> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}', '[', ']']) {
        if open > 0 {
            out.push(Piece::Text(rest[..open].to_owned()));
        }
        let inner = |close: char| match rest[open..].find(close) {
            Some(length) => Ok(&rest[open + 1..open + length]),
            None => Err(format!("a `{}` without its `{close}`", &rest[open..=open])),
        };
        let (inner, piece) = match &rest[open..=open] {
            "{" => (inner('}')?, slot(inner('}')?)?),
            "[" => (inner(']')?, choice(inner(']')?)?),
            "}" => return Err("a `}` without its `{`".into()),
            _ => return Err("a `]` without its `[`".into()),
        };
        out.push(piece);
        rest = &rest[open + inner.len() + 2..];
    }
    if !rest.is_empty() {
        out.push(Piece::Text(rest.to_owned()));
    }
    Ok(out)
}

fn slot(name: &str) -> Result<Piece, String> {
    Slot::from_word(name).map(Piece::Slot).ok_or_else(|| {
        let near = Slot::nearest(name);
        format!("`{{{name}}}` is no slot; did you mean `{{{near}}}`?")
    })
}

/// `runs:costs|would cost`, `runs` or `not runs`.
fn choice(text: &str) -> Result<Piece, String> {
    let unknown = |word: &str| {
        format!(
            "`{word}` is no condition; write runs, stops, hybrid, ahead, in_time, counted, staffed or a slot, as in `[runs:costs|would cost]`"
        )
    };
    let Some((word, words)) = text.split_once(':') else {
        let (word, holds) = match text.strip_prefix("not ") {
            Some(word) => (word, false),
            None => (text, true),
        };
        let on = Condition::of_wording(word).ok_or_else(|| unknown(word))?;
        return Ok(Piece::Only { on, holds });
    };
    let (then, otherwise) = words.split_once('|').unwrap_or((words, ""));
    Ok(Piece::Choice {
        on: Condition::of_choice(word).ok_or_else(|| unknown(word))?,
        then: then.to_owned(),
        otherwise: otherwise.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        Template::parse("t".into(), text).unwrap_err()
    }

    #[test]
    fn what_a_template_may_not_say() {
        assert_eq!(
            fault("{vendor} frees {freed} and 3 more."),
            "“3” is a figure of its own; a figure enters only as a slot"
        );
        assert_eq!(
            fault("{vendor} frees six of {team}."),
            "“six” is a figure of its own; a figure enters only as a slot"
        );
        assert_eq!(
            fault("{vendor} is guaranteed to free {freed}."),
            "“guaranteed” claims more than a decision can show; say what the figures say"
        );
        assert_eq!(
            fault("We buy {vendor}."),
            "1 names or figures of the decision; write at least 2"
        );
        assert_eq!(
            fault("{vendr} frees {freed}."),
            "`{vendr}` is no slot; did you mean `{vendor}`?"
        );
        assert_eq!(
            fault("{vendor frees {freed}."),
            "`{vendor frees {freed}` is no slot; did you mean `{engineer_cost}`?".replace(
                "engineer_cost",
                Slot::nearest("vendor frees {freed").as_str()
            )
        );
        assert_eq!(fault("vendor} frees {freed}."), "a `}` without its `{`");
        assert_eq!(
            fault("{vendor} [runs:frees|would free {freed}."),
            "a `[` without its `]`"
        );
        assert_eq!(
            fault("{vendor} [rnus:frees|would free] {freed}."),
            "`rnus` is no condition; write runs, stops, hybrid, ahead, in_time, counted, staffed or a slot, as in `[runs:costs|would cost]`"
        );
        assert_eq!(
            fault("{vendor} [runs:frees|would free all] {freed}."),
            "“all” claims more than a decision can show; say what the figures say"
        );
    }

    #[test]
    fn words_that_depend_on_the_decision() {
        let text = "[not runs]{vendor} [freed:are|is] {freed}.";
        let template = Template::parse("t".into(), text).expect("a template");
        assert_eq!(
            template.pieces,
            [
                Piece::Only {
                    on: Condition::Runs,
                    holds: false
                },
                Piece::Slot(Slot::Vendor),
                Piece::Text(" ".into()),
                Piece::Choice {
                    on: Condition::Many(Slot::Freed),
                    then: "are".into(),
                    otherwise: "is".into()
                },
                Piece::Text(" ".into()),
                Piece::Slot(Slot::Freed),
                Piece::Text(".".into()),
            ]
        );
    }
}
