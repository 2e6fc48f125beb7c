//! The AI factor: four needs of a platform that serves AI agents, and what each option leaves
//! uncovered. A reason that moves confidence, never the verdict.

use super::output::{AiCoverage, Finding, Verdict};
use super::say;
use super::told::Told;
use crate::decision::{AiNeed, Decision};
use crate::phrase::Phrase;

/// Which option is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// What is built.
    Build,
    /// What is bought.
    Buy,
}

impl Side {
    /// The side that a verdict recommends, where it recommends one.
    pub fn of(verdict: Verdict) -> Option<Side> {
        match verdict {
            Verdict::Build => Some(Side::Build),
            Verdict::Hybrid | Verdict::Buy | Verdict::StopAndMigrate => Some(Side::Buy),
            Verdict::DoNotProceed | Verdict::NotReady => None,
        }
    }

    /// Whether the side covers a need.
    pub fn covers(self, need: &AiNeed) -> Option<bool> {
        match self {
            Side::Build => need.build,
            Side::Buy => need.buy,
        }
    }

    /// The field that says so.
    pub fn field(self) -> &'static str {
        match self {
            Side::Build => "build",
            Side::Buy => "buy",
        }
    }
}

/// A need, with the words for it.
pub(super) struct Need<'d> {
    /// The field under `/ai`.
    pub field: &'static str,
    /// What it is, in the middle of a sentence.
    pub says: &'static str,
    /// Whether it is needed, and who covers it.
    pub need: &'d AiNeed,
}

/// The four needs.
pub(super) fn needs(decision: &Decision) -> [Need<'_>; 4] {
    let ai = &decision.ai;
    let need = |field, says, need| Need { field, says, need };
    [
        need(
            "agent_identity",
            "who an AI agent is and what it may do",
            &ai.agent_identity,
        ),
        need(
            "model_quotas",
            "limits on what AI models cost",
            &ai.model_quotas,
        ),
        need(
            "prompt_routing",
            "which AI model answers what",
            &ai.prompt_routing,
        ),
        need(
            "audit_trail",
            "a record of changes that AI made",
            &ai.audit_trail,
        ),
    ]
}

/// How many needs a side is known to leave uncovered.
pub(super) fn uncovered(decision: &Decision, side: Side) -> usize {
    let open =
        |need: &&Need| need.need.needed == Some(true) && side.covers(need.need) == Some(false);
    needs(decision).iter().filter(open).count()
}

/// The coverage table; empty where nothing is said about AI.
pub(super) fn coverage(decision: &Decision) -> Vec<AiCoverage> {
    let needs = needs(decision);
    let silent =
        |n: &Need| n.need.needed.is_none() && n.need.build.is_none() && n.need.buy.is_none();
    if needs.iter().all(silent) {
        return Vec::new();
    }
    needs
        .iter()
        .map(|n| AiCoverage {
            need: n.field,
            says: say::capital(n.says),
            needed: n.need.needed,
            build: n.need.build,
            buy: n.need.buy,
        })
        .collect()
}

/// What each side leaves uncovered, in a sentence.
pub(super) fn finding(told: &Told) -> Option<Finding> {
    let needed = needs(told.decision)
        .iter()
        .filter(|n| n.need.needed == Some(true))
        .count();
    if needed == 0 {
        return None;
    }
    let [build, buy] = [Side::Build, Side::Buy].map(|side| uncovered(told.decision, side));
    let left = |count: usize| match count {
        0 => Phrase::new("none"),
        count => say::number(count as f64, "/ai"),
    };
    let start = match needed {
        1 => Phrase::new("One need for AI agents is stated."),
        _ => say::number_at_start(needed as f64, "/ai").text(" needs for AI agents are stated."),
    };
    let text = start
        .text(" Building is known to leave ")
        .then(left(build))
        .text(" uncovered, buying ")
        .then(left(buy))
        .text(".");
    Some(Finding {
        id: "ai-coverage",
        text,
        from: vec!["/ai".into()],
    })
}
