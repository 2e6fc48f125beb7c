//! `loses-in-one-reading` and `loses-money`: the recommended option costs more than it brings when
//! freed engineers are counted in one way, or in both. A finance director will find it; page one
//! says it first.
//!
//! Example: a purchase pays only if the freed engineers' cost really stops.

use super::finding;
use crate::evaluate::output::Finding;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// The recommended option loses money in one of the two readings of freed engineers.
pub(super) fn loses_in_one_reading(told: &Told) -> Option<Finding> {
    let (case, place) = told.recommended_case()?;
    let name = told.option_name(case.kind, case.alternative);
    let said = |value: f64, field: &str, when: &str| {
        let text = Phrase::default()
            .name(name.clone())
            .text(" loses ")
            .then(told.money(-value, &format!("{place}/{field}")))
            .text(format!(" over {} if {when}.", told.years()));
        finding("loses-in-one-reading", text, [format!("{place}/{field}")])
    };
    match (case.npv?, case.npv_redeployed) {
        (npv, Some(other)) if npv < 0.0 && other >= 0.0 => Some(said(
            npv,
            "npv",
            "the freed engineers earn nothing elsewhere and their cost stops",
        )),
        (npv, Some(other)) if npv >= 0.0 && other < 0.0 => Some(said(
            other,
            "npv_redeployed",
            "the freed engineers stay and do the work that is listed",
        )),
        // With one reading only, a loss is a loss; the verdict may still rest on it.
        (npv, None) if npv < 0.0 && case.pv_benefits.is_some_and(|b| b > 0.0) => {
            let text = Phrase::default()
                .name(name.clone())
                .text(" costs ")
                .then(told.money(-npv, &format!("{place}/npv")))
                .text(format!(" more than it saves over {}.", told.years()));
            Some(finding("loses-money", text, [format!("{place}/npv")]))
        }
        (npv, Some(other)) if npv < 0.0 && other < 0.0 => {
            let text = Phrase::default()
                .name(name.clone())
                .text(" loses money however the freed engineers are counted: ")
                .then(told.money(-npv, &format!("{place}/npv")))
                .text(" or ")
                .then(told.money(-other, &format!("{place}/npv_redeployed")))
                .text(format!(" over {}.", told.years()));
            Some(finding("loses-money", text, [format!("{place}/npv")]))
        }
        _ => None,
    }
}
