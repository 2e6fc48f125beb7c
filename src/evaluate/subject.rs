//! A decision as it is judged: its facts without its words, so that it can be changed and judged
//! thousands of times, and what was found in the words, read once.

use crate::decision::{Decision, Figure};
use crate::policy::{Policy, Threshold};

/// A decision as it is judged.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    /// The facts; texts that no judgement depends on are left out.
    pub decision: Decision,
    /// What was found in the texts.
    pub written: Written,
}

/// What an author's texts come to.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// Whether the plan is none: blank, or put off until later.
    pub no_plan: bool,
    /// Whether nothing is said of a plan.
    pub plan_is_absent: bool,
    /// For each claimed need: whether its reason could be told to a board.
    pub reasons: Vec<bool>,
    /// Whether a moat is stated.
    pub moat: bool,
    /// Whether evidence for it is stated.
    pub moat_evidence: bool,
}

impl Subject {
    /// A decision ready to be judged.
    pub fn new(decision: &Decision, policy: &Policy) -> Subject {
        let needs = &decision.exceptions.unique_requirements;
        let property = &decision.exceptions.strategic_ip;
        Subject {
            decision: without_words(decision),
            written: Written {
                plan_is_absent: decision.maintenance.plan.is_none(),
                no_plan: decision
                    .maintenance
                    .plan
                    .as_deref()
                    .is_some_and(|plan| is_no_plan(plan, policy)),
                reasons: needs
                    .iter()
                    .map(|need| could_be_told(need.why.as_deref(), policy))
                    .collect(),
                moat: is_stated(property.moat.as_deref()),
                moat_evidence: is_stated(property.evidence.as_deref()),
            },
        }
    }
}

/// Whether a text says anything.
pub(super) fn is_stated(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Whether a plan is none: every clause of it is put off, or too short to be a plan.
pub(super) fn is_no_plan(plan: &str, policy: &Policy) -> bool {
    let clauses = plan
        .split(['.', ';', '!', '?', '\n'])
        .filter(|c| !c.trim().is_empty());
    let (mut some_put_off, mut says_something) = (false, false);
    for clause in clauses {
        if policy.postponing.found_in(clause) {
            some_put_off = true;
        } else if clause.split_whitespace().count() > SHORT_CLAUSE {
            says_something = true;
        }
    }
    plan.trim().is_empty() || (some_put_off && !says_something)
}

/// A clause of so many words, beside one that puts the planning off, adds no plan to it.
const SHORT_CLAUSE: usize = 3;

/// Whether a reason is a sentence that one could tell a board: long enough to be one, and not a
/// wish for something made our way.
pub(super) fn could_be_told(why: Option<&str>, policy: &Policy) -> bool {
    let why = why.unwrap_or_default();
    let words = why.split_whitespace().count();
    let fewest = policy.value(Threshold::ReasonWords) as usize;
    // A longer text gives grounds beside the wish; a short one is nothing but the wish.
    words >= fewest && !(words < 3 * fewest && policy.excuses.found_in(why))
}

/// A copy that is cheap to copy again: only the names that facts refer to each other by are kept.
fn without_words(decision: &Decision) -> Decision {
    let mut lean = decision.clone();
    for text in [&mut lean.title, &mut lean.id] {
        text.clear();
        text.shrink_to_fit();
    }
    lean.approval = None;
    lean.meeting = crate::decision::Meeting {
        body: None,
        date: None,
        purpose: None,
        sponsor: None,
        author: None,
    };
    lean.organisation.name = None;
    lean.situation.summary = None;
    lean.maintenance.plan = None;
    lean.notes = None;
    lean.category = None;
    lean.ask.resolution = None;
    lean.arguments = Vec::new();
    lean.milestones = Vec::new();
    for component in &mut lean.components {
        component.name = String::new();
        component.evidence = None;
    }
    for alternative in &mut lean.alternatives {
        alternative.proven_because = None;
        alternative.source = None;
        alternative.diligence.viability = None;
        alternative.diligence.security_evidence = None;
        alternative.diligence.references = None;
        alternative.lines.iter_mut().for_each(nameless);
    }
    lean.build
        .iter_mut()
        .flat_map(|build| &mut build.lines)
        .for_each(nameless);
    for opportunity in &mut lean.opportunities {
        opportunity.name = String::new();
    }
    for need in &mut lean.exceptions.unique_requirements {
        need.need = String::new();
        need.why = None;
        need.source = None;
    }
    lean.exceptions.strategic_ip.moat = None;
    lean.exceptions.strategic_ip.evidence = None;
    for metric in &mut lean.success.metrics {
        metric.name = String::new();
        metric.unit = None;
    }
    lean.success.exit_rule.rule = lean
        .success
        .exit_rule
        .rule
        .filter(|rule| !rule.trim().is_empty())
        .map(|_| "-".into());
    for risk in &mut lean.risks {
        risk.risk = String::new();
        risk.owner = None;
        risk.mitigation = None;
    }
    without_sources(&mut lean);
    lean
}

fn nameless(line: &mut crate::decision::Line) {
    line.name = String::new();
    line.risk_reason = None;
}

/// Takes source and owner off every figure: they bear on confidence, not on the verdict.
fn without_sources(decision: &mut Decision) {
    super::leaves::each_figure(decision, &mut |_, _, figure| {
        if let Some(figure) = figure {
            *figure = Figure {
                source: None,
                as_of: None,
                owner: None,
                ..std::mem::take(figure)
            };
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_that_is_put_off_is_none() {
        let policy = Policy::built_in();
        for plan in [
            "",
            "  \n",
            "We'll figure it out as we go",
            "TBD",
            "Later.",
            "To be decided. Soon.",
            "We\u{2019}ll work that out in due course.",
        ] {
            assert!(is_no_plan(plan, &policy), "{plan}");
        }
        for plan in [
            "Four engineers with a budget to 2028",
            "Two engineers run it for now. The third hire is to be decided.",
            "A later phase adds two engineers and an on-call rota. The rest stays as it is today.",
            "On call",
        ] {
            assert!(!is_no_plan(plan, &policy), "{plan}");
        }
    }

    #[test]
    fn a_reason_is_a_sentence_and_not_a_wish() {
        let policy = Policy::built_in();
        let told = |why| could_be_told(Some(why), &policy);
        assert!(!could_be_told(None, &policy));
        assert!(!told("Regulation"));
        assert!(!told("We need customisation of our workflows"));
        assert!(told(
            "The regulator asks for keys held on our own premises, and no vendor offers that."
        ));
    }
}
