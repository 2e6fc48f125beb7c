//! How dates, the words of closed sets and figures stand in a manifest, so that what is read back
//! is exactly what was written.

use crate::decision::{Date, Status};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

/// The only way a date is written.
const ISO_DAY: &[BorrowedFormatItem] = format_description!("[year]-[month]-[day]");

/// The date that a text stands for.
pub fn date_of(text: &str) -> Option<Date> {
    Date::parse(text, ISO_DAY).ok()
}

/// A date as data is written.
pub fn iso(date: Date) -> String {
    crate::display::Conventions::default().date_iso(date)
}

/// A date as its ISO text.
pub mod day {
    use super::*;

    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        iso(*date).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let text = String::deserialize(from)?;
        date_of(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is no date")))
    }
}

/// A date that may not be known.
pub mod some_day {
    use super::*;

    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(iso).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| {
            date_of(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is no date")))
        })
        .transpose()
    }
}

/// A status as its word.
pub mod status {
    use super::*;

    pub fn serialize<S: Serializer>(status: &Status, serializer: S) -> Result<S::Ok, S::Error> {
        status.word().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Status, D::Error> {
        let text = String::deserialize(from)?;
        let at = Status::WORDS.iter().position(|word| *word == text);
        at.map(|at| Status::ALL[at])
            .ok_or_else(|| D::Error::custom(format!("`{text}` is no status")))
    }
}

/// A figure as it is recorded: to 15 significant digits, which is more than any figure of ours
/// carries and few enough that text and number convert into each other without loss.
pub fn recorded(figure: f64) -> Option<f64> {
    let rounded: f64 = format!("{figure:.14e}").parse().ok()?;
    rounded.is_finite().then_some(rounded + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        let day = time::macros::date!(2026 - 02 - 01);
        assert_eq!(date_of(&iso(day)), Some(day));
        assert_eq!(date_of("2026-2-1"), None);
    }

    proptest! {
        #[test]
        fn a_recorded_figure_survives_being_written_and_read(figure in -1e15..1e15_f64) {
            let kept = recorded(figure).unwrap();
            let text = serde_json::to_string(&kept).unwrap();
            let read: f64 = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(read.to_bits(), kept.to_bits());
            prop_assert!((kept - figure).abs() <= figure.abs() * 1e-14);
        }
    }

    #[test]
    fn nothing_odd_is_recorded() {
        assert_eq!(recorded(f64::NAN), None);
        assert_eq!(recorded(f64::INFINITY), None);
        assert_eq!(recorded(-0.0).map(f64::to_bits), Some(0.0_f64.to_bits()));
    }
}
