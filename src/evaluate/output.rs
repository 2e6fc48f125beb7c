//! From a decision to its evaluation: five questions, three exceptions, the money, the verdict,
//! what would change it, and how sure it is. Evaluating cannot fail: what does not exist is a
//! value with a reason.

use crate::finance::Finance;
use crate::phrase::Phrase;
use serde::Serialize;

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
    /// The three exceptions, in order.
    pub exceptions: Vec<Exception>,
    /// The money.
    pub finance: Finance,
    /// The smallest changes that would change the answer, nearest first.
    pub flip_points: Vec<FlipPoint>,
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
}

/// The answers a brief can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
    /// The verdict from there on; the same as now where only the sign of the money changes.
    pub verdict: Verdict,
    /// What changes, in a sentence.
    pub because: Phrase,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
