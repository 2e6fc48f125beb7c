//! The five questions, asked one by one. An empty answer is "not known"; an answer that cannot be
//! read is asked for again.

use super::outline::{Measure, Offer, Outline, Part};
use crate::decision::{Date, Decision, Source};
use crate::display::Currency;
use std::io::{self, BufRead, Write};

/// Asks, and fills the outline with the answers.
pub fn ask(
    outline: &mut Outline,
    answers: &mut dyn BufRead,
    prompts: &mut dyn Write,
) -> io::Result<()> {
    let mut talk = Talk { answers, prompts };
    talk.say(
        "Empty answers are fine: what is not known stays open, and the brief will ask for it.",
    )?;
    if let Some(title) = talk.text("What is to be decided?")? {
        outline.title = title;
    }
    if let Some(day) = talk.read("On which day does the brief speak (YYYY-MM-DD)?", day)? {
        outline.as_of = day;
    }
    if let Some(code) = talk.read("In which currency (USD, EUR, …)?", currency)? {
        outline.currency = code;
    }
    talk.say("\n1. Does it set us apart?")?;
    talk.apart(&mut outline.parts)?;
    talk.say("\n2. Can we maintain it for three to five years? Does it survive that")?;
    let stresses = [
        "key people leave?",
        "priorities shift?",
        "the technology moves on?",
        "the team is reassigned?",
    ];
    for (answer, stress) in outline.lasts.iter_mut().zip(stresses) {
        *answer = talk.yes_no(stress)?;
    }
    outline.lasts[4] = talk.yes_no("Is there a budget for several years?")?;
    talk.say("\n3. Is there a proven alternative that fits 80 %?")?;
    talk.bought(&mut outline.offers)?;
    talk.say("\n4. Are these engineers worth most here?")?;
    outline.engineers = talk.read("How many engineers would build and run it?", amount)?;
    outline.cost_per_engineer = talk.read("What does one cost a year, all in?", amount)?;
    if let Some(name) = talk.text("What would they do instead?")? {
        let value = talk.read("What is that worth a year?", amount)?;
        outline.instead = Some((name, value));
    }
    talk.say("\n5. Can we measure success, and will we stop?")?;
    if let Some(name) = talk.text("What is measured?")? {
        outline.measure = Some(Measure {
            name,
            target: talk.read("Which value is to be reached?", amount)?,
            due: talk.read("By which day (YYYY-MM-DD)?", day)?,
            owner: talk.text("Who answers for it?")?,
        });
    }
    outline.will_stop = talk.yes_no("Have those who decide committed to stop if it is missed?")?;
    Ok(())
}

struct Talk<'a> {
    answers: &'a mut dyn BufRead,
    prompts: &'a mut dyn Write,
}

impl Talk<'_> {
    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.prompts, "{text}")
    }

    /// An answer that `read` understands; asked again until it does, or is empty.
    fn read<T>(
        &mut self,
        question: &str,
        read: impl Fn(&str) -> Result<T, &'static str>,
    ) -> io::Result<Option<T>> {
        loop {
            write!(self.prompts, "{question} ")?;
            self.prompts.flush()?;
            let mut line = String::new();
            if self.answers.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            match line.trim() {
                "" | "?" => return Ok(None),
                answer => match read(answer) {
                    Ok(value) => return Ok(Some(value)),
                    Err(why) => self.say(why)?,
                },
            }
        }
    }

    fn text(&mut self, question: &str) -> io::Result<Option<String>> {
        self.read(question, words)
    }

    fn yes_no(&mut self, question: &str) -> io::Result<Option<bool>> {
        self.read(&format!("  {question} [y, n]"), |answer| {
            match answer.to_lowercase().as_str() {
                "y" | "yes" => Ok(true),
                "n" | "no" => Ok(false),
                _ => Err("  Answer y or n, or nothing where it is not known."),
            }
        })
    }

    fn apart(&mut self, parts: &mut Vec<Part>) -> io::Result<()> {
        for part in parts.iter_mut() {
            self.say(&part.name.clone())?;
            self.answer_part(part)?;
        }
        while let Some(name) = self.text("Name a part of it (empty: no more).")? {
            let mut part = Part {
                name,
                ..Part::default()
            };
            self.answer_part(&mut part)?;
            parts.push(part);
        }
        Ok(())
    }

    fn answer_part(&mut self, part: &mut Part) -> io::Result<()> {
        part.hard_to_replicate = self.yes_no("Would a competitor find it hard to replicate?")?;
        part.matters_to_customers = self.yes_no("Does it matter to customers?")?;
        Ok(())
    }

    fn bought(&mut self, offers: &mut Vec<Offer>) -> io::Result<()> {
        for offer in offers.iter_mut() {
            self.say(&offer.name.clone())?;
            self.answer_offer(offer)?;
        }
        while let Some(name) = self.text("Name something that could be bought (empty: no more).")? {
            let mut offer = Offer {
                name,
                ..Offer::default()
            };
            self.answer_offer(&mut offer)?;
            offers.push(offer);
        }
        Ok(())
    }

    fn answer_offer(&mut self, offer: &mut Offer) -> io::Result<()> {
        offer.proven = self.yes_no("Is it proven at our scale?")?;
        offer.fit = self.read("  What share of the need does it cover, in %?", percent)?;
        offer.annual_cost = self.read("  What does it cost a year?", amount)?;
        Ok(())
    }
}

/// Text that a decision may hold, told by the reader of decisions itself.
fn words(answer: &str) -> Result<String, &'static str> {
    let tried = serde_json::json!({ "id": "x", "title": answer, "as_of": "2026-01-31" });
    match Decision::from_source(&Source::new("answer.json", tried.to_string())) {
        Ok(decision) => Ok(decision.title),
        Err(_) => Err("  Write a name or a short sentence, without hidden characters."),
    }
}

fn day(answer: &str) -> Result<String, &'static str> {
    let iso = time::macros::format_description!("[year]-[month]-[day]");
    match Date::parse(answer, iso) {
        Ok(day) if (1900..=2200).contains(&day.year()) => Ok(answer.to_string()),
        _ => Err("  Write the day as YYYY-MM-DD, such as 2026-02-01."),
    }
}

fn currency(answer: &str) -> Result<String, &'static str> {
    let code = answer.to_uppercase();
    match Currency::from_code(&code) {
        Some(_) => Ok(code),
        None => Err("  Write an ISO 4217 code of three letters, such as USD."),
    }
}

/// A number of at least nil that the format can hold; separators of thousands are dropped.
fn amount(answer: &str) -> Result<f64, &'static str> {
    let plain: String = answer
        .chars()
        .filter(|c| !matches!(c, ',' | '_' | ' ' | '\''))
        .collect();
    match plain.parse::<f64>() {
        Ok(value) if (0.0..=1e12).contains(&value) => Ok(value + 0.0),
        _ => Err("  Write a plain number, such as 180000."),
    }
}

fn percent(answer: &str) -> Result<f64, &'static str> {
    match answer.trim_end_matches(['%', ' ']).parse::<f64>() {
        Ok(value) if (0.0..=100.0).contains(&value) => Ok(value / 100.0),
        _ => Err("  Write a number from 0 to 100."),
    }
}
