//! `dearer-than-buying`: building is recommended by exception although something that could be
//! bought is worth more. The exception has a price, and a board should know it.

use super::finding;
use crate::evaluate::output::{Answer, Finding, Verdict};
use crate::evaluate::told::Told;

/// Building is recommended although something that could be bought is worth more.
pub(super) fn dearer(told: &Told) -> Option<Finding> {
    if told.verdict != Verdict::Build || told.judgement.answers[3] != Answer::No {
        return None;
    }
    let cases = told.judgement.outlook.against_build.iter().enumerate();
    let qualifies = |at: usize| told.judgement.standings[at].qualifies == Some(true);
    let (at, case, npv) = cases
        .filter(|(_, case)| case.alternative.is_some_and(qualifies))
        .filter_map(|(at, case)| Some((at, case, case.npv.filter(|npv| *npv > 0.0)?)))
        .max_by(|a, b| a.2.total_cmp(&b.2))?;
    let from = format!("/against_build/{at}/npv");
    let text = told
        .spoken(case.kind, case.alternative)
        .text(" is worth ")
        .then(told.money(npv, &from))
        .text(format!(
            " more than building over {} if the engineers’ cost stops.",
            told.years()
        ));
    Some(finding("dearer-than-buying", text, [from]))
}
