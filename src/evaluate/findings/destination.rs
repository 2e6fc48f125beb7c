//! `destination-open`: the work stops, and no alternative is known to be proven and to fit. A board
//! that stops something asks at once what comes in its place.

use super::finding;
use crate::evaluate::output::{Finding, Verdict};
use crate::evaluate::told::Told;

/// The work stops, and where to move is not known.
pub(super) fn open_destination(told: &Told) -> Option<Finding> {
    let open = told.verdict == Verdict::StopAndMigrate && told.judgement.chosen.is_none();
    open.then(|| {
        let text = "No alternative is known to be proven and to fit, so where to move is open.";
        finding("destination-open", text, ["/alternatives".to_string()])
    })
}
