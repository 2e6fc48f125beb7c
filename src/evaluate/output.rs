//! What an evaluation says: the keys of `evaluate --json`. Keys are added, never renamed.

use crate::finance::{Finance, OptionKind};
use crate::phrase::Phrase;
use crate::policy::Statements;
use serde::{Deserialize, Serialize};

/// Everything that is said about a decision. Serialised, it is the output of `evaluate --json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// The decision's id.
    pub id: String,
    /// The answer.
    pub verdict: Verdict,
    /// The option that the answer recommends, where it recommends one.
    pub recommended_option: Option<String>,
    /// The verdict that came next, and why it lost.
    pub runner_up: Option<RunnerUp>,
    /// The company's stage; `null` where the number of engineers is not known.
    pub stage: Option<Stage>,
    /// The five questions, in order.
    pub questions: Vec<Question>,
    /// How many of the five questions building fails: every answer that is not a strong yes.
    pub questions_failed: usize,
    /// The three exceptions, in order.
    pub exceptions: Vec<Exception>,
    /// The money.
    pub finance: Finance,
    /// Every option but building, set against building whatever the baseline is; empty where the
    /// cost of building is not known.
    pub against_build: Vec<AgainstBuild>,
    /// What building would have to earn a year to be worth most; `null` where its value is stated,
    /// its cost is not, it is worth most already, or nothing that it could earn would do.
    pub build_break_even: Option<f64>,
    /// The smallest changes that would change the answer, nearest first.
    pub flip_points: Vec<FlipPoint>,
    /// The smallest changes that would recommend another option under the same verdict, nearest
    /// first: another vendor, say. Inputs that cannot are left out.
    pub switch_points: Vec<FlipPoint>,
    /// What is not known and could matter, most decisive first.
    pub open_questions: Vec<OpenQuestion>,
    /// How sure the answer is.
    pub confidence: Confidence,
    /// What page one must warn of.
    pub warnings: Vec<Finding>,
    /// Everything else worth saying: stage default, market forcing, the AI factor, vanity measures.
    pub findings: Vec<Finding>,
    /// The reasons for the answer, weightiest first.
    pub reasons: Vec<Finding>,
    /// The two capabilities, judged apart: evidence for one is no evidence for the other.
    pub capabilities: Vec<Capability>,
    /// Which needs of AI agents each option covers; empty where nothing is said about AI.
    pub ai_coverage: Vec<AiCoverage>,
    /// The policy by which the decision was judged, by key.
    pub policy: Statements,
}

/// An option set against building.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgainstBuild {
    /// The option.
    pub option: String,
    /// What it is.
    pub kind: OptionKind,
    /// Net present value against building, freed engineers read as released.
    pub npv: Option<f64>,
    /// The same, freed engineers read as redeployed.
    pub npv_redeployed: Option<f64>,
}

/// One of the two capabilities that are judged apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Capability {
    /// `experiences` that people choose, or `upkeep` of commodity infrastructure.
    pub id: &'static str,
    /// Whether it is shown; `null` where that is not known.
    pub shown: Option<bool>,
    /// What shows it, or what is missing.
    pub text: Phrase,
    /// JSON pointers of what it rests on.
    pub from: Vec<String>,
}

/// A need of AI agents, and who covers it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AiCoverage {
    /// The field under `/ai`.
    pub need: &'static str,
    /// What it is.
    pub says: String,
    /// Whether it is needed.
    pub needed: Option<bool>,
    /// Whether the built option covers it.
    pub build: Option<bool>,
    /// Whether the bought option covers it.
    pub buy: Option<bool>,
}

/// The answers a brief can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Stop what runs, and move to an alternative where one qualifies.
    StopAndMigrate,
    /// Build it.
    Build,
    /// Buy the commodity, build what sets us apart.
    Hybrid,
    /// Buy it.
    Buy,
    /// Do none of it.
    DoNotProceed,
    /// Not enough is known.
    NotReady,
}

/// A company's stage, by its number of engineers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Fewer than the policy's scale-up bound.
    StartUp,
    /// From the scale-up bound to below the enterprise bound.
    ScaleUp,
    /// From the enterprise bound on.
    Enterprise,
}

/// How a question is answered; always: does this support building?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It supports building.
    StrongYes,
    /// In part.
    Partial,
    /// It does not.
    No,
    /// Not known, which is never a yes.
    Unknown,
}

/// The five questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum QuestionId {
    /// Does it set us apart?
    Q1,
    /// Can we maintain it for three to five years?
    Q2,
    /// Is there no proven alternative that fits?
    Q3,
    /// Are these engineers worth most here?
    Q4,
    /// Can we measure success, and will we stop?
    Q5,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// Which one.
    pub id: QuestionId,
    /// The answer.
    pub answer: Answer,
    /// What the answer rests on, weightiest first.
    pub evidence: Vec<Evidence>,
}

/// A piece of evidence and where it came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// A sentence.
    pub text: Phrase,
    /// JSON pointer into the decision, or into the evaluation for a computed figure.
    pub from: String,
}

impl Evidence {
    /// A piece of evidence from a place.
    pub fn new(text: impl Into<Phrase>, from: impl Into<String>) -> Evidence {
        Evidence {
            text: text.into(),
            from: from.into(),
        }
    }
}

/// The three exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum ExceptionId {
    /// A truly unique requirement.
    E1,
    /// The platform is strategic property.
    E2,
    /// Proven excellence in platform work.
    E3,
}

/// An exception, claimed or not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exception {
    /// Which one.
    pub id: ExceptionId,
    /// Whether it is claimed.
    pub claimed: bool,
    /// Whether it is granted; an unclaimed one never is.
    pub granted: bool,
    /// Why.
    pub reason: Phrase,
    /// What each claimed need or condition comes to.
    pub evidence: Vec<Evidence>,
}

/// The verdict that came next.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RunnerUp {
    /// The verdict.
    pub verdict: Verdict,
    /// Why it lost.
    pub reason: Phrase,
}

/// The smallest change of one input that changes the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlipPoint {
    /// JSON pointer of the input.
    pub field: String,
    /// Its value now.
    pub now: serde_json::Value,
    /// The value at which the answer changes; `null` where no value of this input changes it.
    pub flips_at: Option<serde_json::Value>,
    /// The change as a share of the value now, where both are numbers and the value is not nil.
    pub change: Option<f64>,
    /// What changes there; `null` where nothing does.
    pub changes: Option<Changes>,
    /// The verdict from there on; the same as now where only the sign of the money changes.
    pub verdict: Verdict,
    /// What changes, in a sentence.
    pub because: Phrase,
}

/// What changes at a flip point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Changes {
    /// The verdict.
    Verdict,
    /// The sign of the recommended option's `npv`.
    Npv,
    /// The sign of its `npv_redeployed`.
    NpvRedeployed,
    /// The recommended option, the verdict staying the same.
    Option,
}

/// Something that is not known and could matter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenQuestion {
    /// JSON pointer of the field that would hold the answer.
    pub field: String,
    /// The question, as one can ask it of a person.
    pub asks: Phrase,
    /// The verdicts that some answer would give, the present one left out.
    pub could_give: Vec<Verdict>,
}

/// How sure an answer is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Confidence {
    /// High, medium or low.
    pub level: ConfidenceLevel,
    /// Why.
    pub because: Vec<Phrase>,
}

/// Three levels of confidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConfidenceLevel {
    /// Little is known.
    Low,
    /// Some of it rests on what is not known.
    Medium,
    /// It rests on what is known and sourced.
    High,
}

/// Something the evaluation found, by the rule that found it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Stable id of the rule.
    pub id: &'static str,
    /// A sentence.
    pub text: Phrase,
    /// JSON pointers of what it rests on.
    pub from: Vec<String>,
}
