//! `runway`: what the recommended option does to the months that a start-up's money lasts.
//!
//! Example: a start-up with 18 months left spends them on a tool that it could have bought.

use super::finding;
use crate::evaluate::output::{Finding, Stage};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// What the recommended option does to the months that a start-up's money lasts.
pub(super) fn runway(told: &Told) -> Option<Finding> {
    let runway = told.finance.runway.as_ref()?;
    if told.judgement.stage != Some(Stage::StartUp) {
        return None;
    }
    let months = |months: f64, from: String| {
        Phrase::default().figure(say::house().months(months), months, from)
    };
    let stated = "/organisation/runway_months".to_string();
    let said = Phrase::new("Our money lasts ").then(months(runway.months, stated.clone()));
    let with = told.recommended_case().and_then(|(case, _)| {
        let mut options = runway.options.iter().enumerate();
        let (at, option) = options.find(|(_, option)| option.option == case.option)?;
        Some((case, at, option.months?))
    });
    let said = match with {
        Some((case, at, lasts)) => said
            .text("; with ")
            .name(told.option_name(case.kind, case.alternative))
            .text(", ")
            .then(months(
                lasts,
                format!("/finance/runway/options/{at}/months"),
            ))
            .text("."),
        None => said.text("."),
    };
    Some(finding("runway", said, [stated]))
}
