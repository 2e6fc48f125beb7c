//! The part of the rule book that says something: wordings for each intent, audience, course and
//! side, and the question that is asked where their figures are missing.

use super::fault::Reading;
use super::recognise;
use super::template::Template;
use crate::decision::Intent;
use crate::frame::slot::Slot;
use crate::frame::stance::{Audience, Course, Stance};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Wordings as written: by course, and by the side where they are narrowed.
type Wordings = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

/// What is said about an intent, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IntentEntry {
    asks: Option<Spanned<String>>,
    answered_by: Option<Vec<Spanned<String>>>,
    red_flag: Option<bool>,
    #[serde(default)]
    board: Wordings,
    #[serde(default)]
    executive: Wordings,
    #[serde(default)]
    engineers: Wordings,
}

/// What a list of wordings is for.
type Key = (Intent, Audience, Course, Option<Stance>);

/// What is said about arguments.
#[derive(Debug, Clone, Default)]
pub struct Statements {
    asks: BTreeMap<Intent, String>,
    answered_by: BTreeMap<Intent, Vec<Slot>>,
    red_flags: BTreeMap<Intent, bool>,
    wordings: BTreeMap<Key, Vec<Template>>,
}

impl Statements {
    /// The question where no wording has its figures.
    pub fn asks(&self, intent: Intent) -> Option<&str> {
        self.asks.get(&intent).map(String::as_str)
    }

    /// The slots that the answer to the question would fill.
    pub fn answered_by(&self, intent: Intent) -> &[Slot] {
        self.answered_by.get(&intent).map_or(&[], Vec::as_slice)
    }

    /// Whether an argument of this intent is a red flag, which becomes a risk.
    pub fn is_red_flag(&self, intent: Intent) -> bool {
        self.red_flags.get(&intent).copied().unwrap_or(false)
    }

    /// The wordings that fit, the narrower list before the wider.
    pub fn wordings(
        &self,
        intent: Intent,
        audience: Audience,
        course: Course,
        stance: Stance,
    ) -> impl Iterator<Item = &Template> {
        let list = |side| {
            self.wordings
                .get(&(intent, audience, course, side))
                .into_iter()
                .flatten()
        };
        list(Some(stance)).chain(list(None))
    }

    /// Every wording.
    pub fn all(&self) -> impl Iterator<Item = &Template> {
        self.wordings.values().flatten()
    }

    /// Takes in a section, over what was there.
    pub(super) fn take(
        &mut self,
        name: &Spanned<String>,
        entry: &IntentEntry,
        reading: &mut Reading,
    ) {
        let Some(intent) =
            recognise::intent(name.get_ref()).filter(|intent| *intent != Intent::None)
        else {
            let message = format!("`{}` is no intent to say something about", name.get_ref());
            reading.fault(name.span().start, Some("intent"), message);
            return;
        };
        if let Some(asks) = &entry.asks {
            if asks.get_ref().trim().is_empty() {
                reading.fault(
                    asks.span().start,
                    Some(name.get_ref()),
                    "`asks` is empty; write the question",
                );
            }
            self.asks.insert(intent, asks.get_ref().clone());
        }
        if let Some(words) = &entry.answered_by {
            self.take_answers(intent, words, reading);
        }
        if let Some(red_flag) = entry.red_flag {
            self.red_flags.insert(intent, red_flag);
        }
        for (audience, wordings) in [
            (Audience::Board, &entry.board),
            (Audience::Executive, &entry.executive),
            (Audience::Engineers, &entry.engineers),
        ] {
            for (key, texts) in wordings {
                self.take_list(intent, audience, key, texts, reading);
            }
        }
    }

    fn take_answers(&mut self, intent: Intent, words: &[Spanned<String>], reading: &mut Reading) {
        let mut slots = Vec::with_capacity(words.len());
        for word in words {
            let at = word.span().start;
            match Slot::from_word(word.get_ref()) {
                Some(slot) => slots.push(slot),
                None => {
                    let (word, near) = (word.get_ref(), Slot::nearest(word.get_ref()));
                    let message =
                        format!("`{word}` in `answered_by` is no slot; did you mean `{near}`?");
                    reading.fault(at, Some(intent.word()), message);
                }
            }
        }
        self.answered_by.insert(intent, slots);
    }

    fn take_list(
        &mut self,
        intent: Intent,
        audience: Audience,
        key: &Spanned<String>,
        texts: &[Spanned<String>],
        reading: &mut Reading,
    ) {
        let name = format!("{}.{}.{}", intent.word(), audience.word(), key.get_ref());
        let Some((course, side)) = course_and_side(key.get_ref()) else {
            let message = format!(
                "`{}` is no course; write move, stay, open or halt, and perhaps a side, as in \"move.building\"",
                key.get_ref()
            );
            reading.fault(key.span().start, Some(&name), message);
            return;
        };
        let mut list = Vec::with_capacity(texts.len());
        for (at, text) in texts.iter().enumerate() {
            let id = format!("{name}.{}", at + 1);
            let read = if reading.trusted {
                Template::read
            } else {
                Template::parse
            };
            match read(id.clone(), text.get_ref()) {
                Ok(template) => list.push(template),
                Err(message) => reading.fault(text.span().start, Some(&id), message),
            }
        }
        self.wordings.insert((intent, audience, course, side), list);
    }
}

/// What a key such as `move` or `move.building` stands for.
fn course_and_side(key: &str) -> Option<(Course, Option<Stance>)> {
    let (course, side) = match key.split_once('.') {
        Some((course, side)) => (course, Some(Stance::from_word(side)?)),
        None => (key, None),
    };
    let course = Course::ALL
        .into_iter()
        .find(|known| known.word() == course)?;
    Some((course, side))
}
