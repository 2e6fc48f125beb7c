//! The verdict and what it rests on, without a word of text: what the full evaluation, the flip
//! search and the open questions all compute, so that they cannot disagree.

use super::exceptions::{excellence, property, unique};
use super::output::{Answer, Stage, Verdict};
use super::questions::alternatives::{self, Standing};
use super::questions::{apart, measures, upkeep, worth};
use super::subject::Subject;
use super::{choose, gaps, stage, verdict};
use crate::finance::{OptionKind, Outlook, Terms};
use crate::policy::{Policy, Threshold};

/// Judges decisions by one policy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judge<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The policy's terms of money.
    pub terms: Terms,
}

/// An option as the verdict names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    /// What it is.
    pub kind: OptionKind,
    /// The alternative it rests on.
    pub alternative: Option<usize>,
}

/// A verdict and what it rests on.
#[derive(Debug, Clone)]
pub(super) struct Judgement {
    /// The company's stage.
    pub stage: Option<Stage>,
    /// How many components are known to set the firm apart.
    pub apart: usize,
    /// How each alternative stands.
    pub standings: Vec<Standing>,
    /// The answers to Q1 to Q5.
    pub answers: [Answer; 5],
    /// Which of E1 to E3 are claimed.
    pub claimed: [bool; 3],
    /// Which of E1 to E3 are granted.
    pub granted: [bool; 3],
    /// Whether something self-built runs.
    pub self_built: bool,
    /// The first decisive metric missed past its due date.
    pub missed: Option<usize>,
    /// Whether an exit rule is committed to.
    pub committed: bool,
    /// Whether voluntary adoption is known to be below what earns the right to build.
    pub adoption_below: bool,
    /// The money.
    pub outlook: Outlook,
    /// The qualifying alternative that stands for all when buying, unless each is known to lose.
    pub buy: Option<usize>,
    /// The same for the hybrid.
    pub hybrid: Option<usize>,
    /// The first row of the verdict table that holds; without one, the open questions decide.
    pub row: Option<Verdict>,
    /// The option that the row recommends.
    pub chosen: Option<Chosen>,
}

impl<'p> Judge<'p> {
    /// A judge who goes by a policy.
    pub fn new(policy: &'p Policy) -> Judge<'p> {
        let terms = Terms {
            horizon_years: policy.value(Threshold::HorizonYears) as u32,
            discount_rate: policy.value(Threshold::DiscountRate),
        };
        Judge { policy, terms }
    }

    /// Judges a decision.
    pub fn judge(&self, subject: &Subject) -> Judgement {
        self.judge_at(
            subject,
            crate::finance::outlook(&subject.decision, &self.terms),
        )
    }

    /// Judges a decision whose money is known already.
    pub fn judge_at(&self, subject: &Subject, outlook: Outlook) -> Judgement {
        let decision = &subject.decision;
        let policy = self.policy;
        let standings = alternatives::standings(decision, policy);
        let stage = stage::of(decision, policy);
        let (q1, apart) = apart::answer(decision);
        let missed = measures::missed(decision);
        let mut judgement = Judgement {
            stage,
            apart,
            answers: [
                q1,
                upkeep::answer(subject, policy),
                alternatives::answer(&standings),
                worth::answer(&outlook, &standings),
                measures::answer(decision),
            ],
            standings,
            claimed: [
                unique::claimed(decision),
                property::claimed(decision),
                excellence::claimed(decision, policy),
            ],
            granted: [
                unique::granted(subject),
                property::granted(subject),
                excellence::granted(decision, policy),
            ],
            self_built: decision.situation.today == Some(crate::decision::Today::SelfBuilt),
            missed,
            committed: decision.success.exit_rule.committed == Some(true),
            adoption_below: excellence::below(decision, policy),
            outlook,
            buy: None,
            hybrid: None,
            row: None,
            chosen: None,
        };
        judgement.buy = choose::best(decision, &judgement, OptionKind::Buy);
        judgement.hybrid = choose::best(decision, &judgement, OptionKind::Hybrid);
        judgement.row = verdict::first_row(&judgement);
        judgement.chosen = judgement
            .row
            .and_then(|row| choose::recommended(decision, &judgement, row));
        judgement
    }

    /// The verdict of a judgement. Where no row of the table holds, the answers that are still
    /// open are tried: if some would give a verdict, the decision is not ready; else it fails.
    pub fn verdict(&self, subject: &Subject, judgement: &Judgement) -> Verdict {
        judgement.row.unwrap_or_else(|| {
            if gaps::could_be_decided(self, subject) {
                Verdict::NotReady
            } else {
                Verdict::DoNotProceed
            }
        })
    }
}

impl Judgement {
    /// How many of the five questions building fails: every answer that is not a strong yes.
    pub fn failed(&self) -> usize {
        let passed = |answer: &&Answer| **answer == Answer::StrongYes;
        self.answers.len() - self.answers.iter().filter(passed).count()
    }

    /// The recommended option's net present values, released and redeployed, against the baseline.
    pub fn case_values(&self) -> [Option<f64>; 2] {
        let Some(chosen) = self.chosen else {
            return [None, None];
        };
        let mut cases = self.outlook.cases.iter();
        let case = cases.find(|c| c.kind == chosen.kind && c.alternative == chosen.alternative);
        case.map_or([None, None], |case| [case.npv, case.npv_redeployed])
    }
}
