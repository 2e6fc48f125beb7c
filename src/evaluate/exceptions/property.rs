//! E2: the platform is strategic property. Granted where it is claimed, and what keeps others from
//! having it is stated together with evidence for that.

use crate::decision::Decision;
use crate::evaluate::output::Evidence;
use crate::evaluate::say;
use crate::evaluate::subject::{Subject, is_stated};
use crate::evaluate::told::Told;
use crate::phrase::Phrase;

/// Whether it is claimed.
pub(in crate::evaluate) fn claimed(decision: &Decision) -> bool {
    decision.exceptions.strategic_ip.claimed == Some(true)
}

/// Whether the claim is stated and evidenced.
pub(in crate::evaluate) fn granted(subject: &Subject) -> bool {
    claimed(&subject.decision) && subject.written.moat && subject.written.moat_evidence
}

/// The reason for granting or refusing, and what the claim rests on.
pub(in crate::evaluate) fn said(told: &Told) -> (Phrase, Vec<Evidence>) {
    let property = &told.decision.exceptions.strategic_ip;
    let (moat, proof) = (
        is_stated(property.moat.as_deref()),
        is_stated(property.evidence.as_deref()),
    );
    let reason = match (claimed(told.decision), moat, proof) {
        (false, ..) => "Nobody claims that the platform is strategic property.",
        (true, true, true) => "What keeps others from having it is stated, with evidence.",
        (true, true, false) => {
            "It is said what keeps others from having it, but there is no evidence for it."
        }
        (true, false, true) => "It is not said what keeps others from having it.",
        (true, false, false) => {
            "It is claimed, but nothing is said of what keeps others from having it."
        }
    };
    let mut evidence = Vec::new();
    if claimed(told.decision) {
        for (text, start, from) in [
            (
                &property.moat,
                "What keeps others from having it: ",
                "/exceptions/strategic_ip/moat",
            ),
            (
                &property.evidence,
                "Evidence: ",
                "/exceptions/strategic_ip/evidence",
            ),
        ] {
            if is_stated(text.as_deref()) {
                let words = say::quoted(text.as_deref().unwrap_or_default());
                evidence.push(Evidence::new(
                    Phrase::new(start).then(words).text("."),
                    from,
                ));
            }
        }
    }
    (reason.into(), evidence)
}
