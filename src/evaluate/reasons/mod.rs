//! The reasons for the verdict: three or four, weightiest first, which a board reads before
//! anything else. A reason whose figures are missing is not given.

mod money;
mod obstacles;
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
            money::moving,
            substance::apart,
            substance::alternative,
            substance::upkeep,
        ],
        V::Buy => &[
            money::cost,
            money::worth,
            money::net,
            money::moving,
            substance::alternative,
            substance::nothing_apart,
            obstacles::own_part_does_not_pay,
            substance::upkeep,
        ],
        V::DoNotProceed => &[
            obstacles::not_build,
            obstacles::not_buy,
            obstacles::no_answer,
        ],
        V::NotReady => &[obstacles::not_build, obstacles::not_buy],
    };
    let mut reasons: Vec<Finding> = given.iter().filter_map(|reason| reason(told)).collect();
    if told.verdict == V::NotReady {
        reasons.extend(obstacles::asked(open));
    }
    reasons.truncate(MOST);
    reasons
}
