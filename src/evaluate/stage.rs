//! The company's stage, by its number of engineers, and the default that goes with it
//! (framework, section 3). A prior and a reason; it never overrules evidence.

use super::limit;
use super::output::{Stage, Verdict};
use crate::decision::Decision;
use crate::policy::{Policy, Threshold};

/// The stage; `None` where the number of engineers is not known.
pub(super) fn of(decision: &Decision, policy: &Policy) -> Option<Stage> {
    let engineers = decision.organisation.engineers?;
    Some(
        if limit::is_below(engineers, policy.value(Threshold::ScaleUp)) {
            Stage::StartUp
        } else if limit::is_below(engineers, policy.value(Threshold::Enterprise)) {
            Stage::ScaleUp
        } else {
            Stage::Enterprise
        },
    )
}

/// The verdicts that go with a stage's default.
pub(super) fn default(stage: Stage) -> &'static [Verdict] {
    match stage {
        Stage::StartUp => &[Verdict::Buy],
        Stage::ScaleUp => &[Verdict::Hybrid],
        Stage::Enterprise => &[Verdict::Build, Verdict::Hybrid],
    }
}
