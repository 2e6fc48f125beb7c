//! The three exceptions that can still justify building, one a file: the test that a board would
//! apply, and what each claim comes to.

pub(super) mod excellence;
pub(super) mod property;
pub(super) mod unique;

use super::output::{Exception, ExceptionId};
use super::told::Told;

/// The three exceptions.
pub(super) fn all(told: &Told) -> Vec<Exception> {
    let said = [
        unique::said(told),
        property::said(told),
        excellence::said(told),
    ];
    let ids = [ExceptionId::E1, ExceptionId::E2, ExceptionId::E3];
    let (claimed, granted) = (told.judgement.claimed, told.judgement.granted);
    ids.into_iter()
        .zip(said)
        .enumerate()
        .map(|(at, (id, (reason, evidence)))| Exception {
            id,
            claimed: claimed[at],
            granted: granted[at],
            reason,
            evidence,
        })
        .collect()
}
