//! The reasons for the verdict: three or four, weightiest first, which a board reads before
//! anything else. A reason whose figures are missing is not given.

mod money;
mod substance;

use super::output::{Finding, OpenQuestion, Verdict};
use super::told::Told;
use super::verdict;

/// Most reasons that are given.
const MOST: usize = 4;

type Reason = fn(&Told) -> Option<Finding>;

/// The reasons, weightiest first.
pub(super) fn reasons(told: &Told, open: &[OpenQuestion]) -> Vec<Finding> {
    use Verdict as V;
    let given: &[Reason] = match told.verdict {
        V::StopAndMigrate => &[
            substance::missed,
            substance::alternative,
            substance::kept,
            money::cost,
            money::worth,
            substance::upkeep,
        ],
        V::Build if verdict::by_questions(told.judgement) => &[
            substance::apart,
            money::value,
            substance::no_alternative,
            substance::secured,
            substance::measured,
        ],
        V::Build => &[
            substance::exception,
            substance::apart,
            money::value,
            substance::secured,
            substance::measured,
        ],
        V::Hybrid => &[
            money::cost,
            money::worth,
            money::net,
            substance::apart,
            substance::alternative,
            substance::upkeep,
        ],
        V::Buy => &[
            money::cost,
            money::worth,
            money::net,
            substance::alternative,
            substance::nothing_apart,
            substance::upkeep,
        ],
        V::DoNotProceed => &[
            substance::not_build,
            substance::not_buy,
            substance::no_answer,
        ],
        V::NotReady => &[substance::not_build, substance::not_buy],
    };
    let mut reasons: Vec<Finding> = given.iter().filter_map(|reason| reason(told)).collect();
    if told.verdict == V::NotReady {
        reasons.extend(substance::asked(open));
    }
    reasons.truncate(MOST);
    reasons
}
