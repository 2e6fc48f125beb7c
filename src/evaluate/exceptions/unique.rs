//! E1: a truly unique requirement. Granted where no vendor that was asked has an answer to a need,
//! the vendors are named, and the reason is a sentence one could tell a board.
//!
//! This is where excuses hide, so each need gets the same test: which kind of answer do vendors
//! have? SOC 2 is certified, audit trails are built in, data residency is regional hosting, and
//! custom reports go through an interface.

use crate::decision::{Decision, UniqueRequirement, VendorAnswer};
use crate::evaluate::output::Evidence;
use crate::evaluate::say;
use crate::evaluate::subject::{Subject, is_stated};
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// Whether a need is claimed to be unique.
pub(in crate::evaluate) fn claimed(decision: &Decision) -> bool {
    !decision.exceptions.unique_requirements.is_empty()
}

/// Whether at least one need stands the test.
pub(in crate::evaluate) fn granted(subject: &Subject) -> bool {
    let needs = subject.decision.exceptions.unique_requirements.iter();
    needs
        .zip(&subject.written.reasons)
        .any(|(need, told)| stands(need, *told))
}

/// Whether a need stands the test, given whether its reason could be told to a board.
fn stands(need: &UniqueRequirement, can_be_told: bool) -> bool {
    need.vendor_answer == Some(VendorAnswer::None) && !need.vendors_asked.is_empty() && can_be_told
}

/// The reason for granting or refusing, and the answer found for each need.
pub(in crate::evaluate) fn said(told: &Told) -> (Phrase, Vec<Evidence>) {
    let needs = &told.decision.exceptions.unique_requirements;
    let reasons = &told.subject.written.reasons;
    let stand: Vec<&str> = needs
        .iter()
        .zip(reasons)
        .filter(|(need, told)| stands(need, **told))
        .map(|(need, _)| need.need.as_str())
        .collect();
    let all = needs.len() as f64;
    let reason = if needs.is_empty() {
        Phrase::new("No need is claimed that vendors could not meet.")
    } else if !stand.is_empty() {
        Phrase::new(if stand.len() == 1 {
            "No vendor that was asked can meet this: "
        } else {
            "No vendor that was asked can meet these: "
        })
        .then(say::names(stand, "and"))
        .text(".")
    } else if needs.len() == 1 {
        Phrase::new("The need that is claimed does not stand the test.")
    } else {
        Phrase::new("None of the ")
            .then(say::number(all, "/exceptions/unique_requirements"))
            .text(" needs that are claimed stands the test.")
    };
    let evidence = needs
        .iter()
        .zip(reasons)
        .enumerate()
        .map(|(at, (item, told))| {
            Evidence::new(
                need(item, *told),
                format!("/exceptions/unique_requirements/{at}"),
            )
        });
    (reason, evidence.collect())
}

fn need(need: &UniqueRequirement, can_be_told: bool) -> Phrase {
    let name = Phrase::default().name(&need.need);
    let source = say::remark(
        need.source
            .as_deref()
            .map(|s| format!("Source: {s}"))
            .as_deref(),
    );
    let asked = || say::names(need.vendors_asked.iter().map(String::as_str), "and");
    let said = match need.vendor_answer {
        Some(VendorAnswer::Certified) => name.text(": vendors hold the certificate."),
        Some(VendorAnswer::BuiltIn) => name.text(": vendors have it built in."),
        Some(VendorAnswer::RegionalHosting) => {
            name.text(": vendors host in the region that is asked for.")
        }
        Some(VendorAnswer::Integration) => {
            name.text(": it can be connected to what vendors offer.")
        }
        None => name.text(": it is not known how vendors answer it."),
        Some(VendorAnswer::None) if need.vendors_asked.is_empty() => name
            .text(": no vendor is said to meet it, but it is not said which vendors were asked."),
        Some(VendorAnswer::None) if !can_be_told && !is_stated(need.why.as_deref()) => name
            .text(": ")
            .then(asked())
            .text(" cannot meet it, but no reason is given."),
        Some(VendorAnswer::None) if !can_be_told => name
            .text(": ")
            .then(asked())
            .text(" cannot meet it, but the reason would not convince a board: ")
            .then(say::quoted(need.why.as_deref().unwrap_or_default()))
            .text("."),
        Some(VendorAnswer::None) => name
            .text(": ")
            .then(asked())
            .text(" cannot meet it.")
            .then(say::remark(need.why.as_deref())),
    };
    said.then(source)
}
