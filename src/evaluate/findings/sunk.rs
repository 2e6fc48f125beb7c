//! `sunk-cost`: money already spent is shown, and excluded from every option. What is spent is
//! spent whichever way the decision goes.

use super::finding;
use crate::evaluate::output::Finding;
use crate::evaluate::told::Told;

/// Money already spent is shown and excluded.
pub(super) fn sunk(told: &Told) -> Option<Finding> {
    let spent = told.decision.situation.spent.as_ref()?;
    let text = told
        .money(spent.likely, "/situation/spent")
        .text(" is spent whichever way we decide. It is not counted in any option.");
    Some(finding("sunk-cost", text, ["/situation/spent".to_string()]))
}
