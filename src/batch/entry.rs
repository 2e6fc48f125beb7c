//! What a run keeps of one decision: enough for the portfolio, the register and the comparison
//! with the next run, and nothing that has to be evaluated again.

use super::figures::Figures;
use super::manifest::FileRecord;
use super::measure::Measure;
use super::word::{self, recorded};
use crate::decision::{Date, Decision, Status, Today};
use crate::evaluate::{ConfidenceLevel, Evaluation, Verdict};
use crate::finance::{Case, OptionKind};
use serde::{Deserialize, Serialize};

/// Open questions kept of a decision; the rest stand in its own documents.
const MOST_QUESTIONS: usize = 3;

/// A decision of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The file it was read from, as it was named; the line too, where a file holds several.
    pub source: String,
    /// How far it has come.
    #[serde(with = "word::status")]
    pub status: Status,
    /// The date it speaks from.
    #[serde(with = "word::day")]
    pub as_of: Date,
    /// The organisation that decides.
    pub organisation: Option<String>,
    /// The organisation's engineers.
    pub headcount: Option<f64>,
    /// Its category in the market catalogue.
    pub category: Option<String>,
    /// Whether the catalogue sells that category as a commodity.
    pub is_commodity: bool,
    /// The currency of its money.
    pub currency: Option<String>,
    /// The day by which an answer is needed: of the ask, or else of the meeting.
    #[serde(with = "word::some_day")]
    pub due: Option<Date>,
    /// The answer.
    pub verdict: Verdict,
    /// The option that the answer recommends, as the money model names it.
    pub recommended: Option<String>,
    /// The alternative that the recommended option rests on.
    pub alternative: Option<String>,
    /// How sure the answer is.
    pub confidence: ConfidenceLevel,
    /// How many of the five questions building fails.
    pub questions_failed: usize,
    /// What the figures rest on.
    pub basis: Basis,
    /// The recommended option's figures against the baseline.
    pub figures: Figures,
    /// What we built ourselves and run today, where that is so.
    pub running: Option<Running>,
    /// What the freed engineers would do instead.
    pub opportunities: Vec<Taken>,
    /// How success is measured.
    pub measures: Vec<Measure>,
    /// Whether a rule that ends the work is committed to.
    pub exit_committed: Option<bool>,
    /// The open questions that could change the answer, most decisive first.
    pub open_questions: Vec<Question>,
    /// The warnings of its first page.
    pub warnings: Vec<String>,
    /// SHA-256 of the decision as text.
    pub content: String,
    /// What the documents were made from besides the decision; a key of the manifest's `made_by`.
    pub made_by: String,
    /// Whether it replaced a paper that had been approved.
    pub replaced_approval: bool,
    /// The files of the decision, by path below the folder of the run.
    pub files: Vec<FileRecord>,
}

/// What the figures of a decision rest on. Figures on another basis are not comparable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Basis {
    /// Years.
    pub horizon_years: u32,
    /// Discount rate a year.
    pub discount_rate: f64,
    /// The option that the recommended one is set against.
    pub against: Option<String>,
}

/// What we built ourselves and run today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Running {
    /// Engineers on it.
    pub engineers: Option<f64>,
    /// Its running cost a year.
    pub cost: Option<f64>,
}

/// An opportunity that freed engineers would take up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// The id under which other decisions may name it too.
    pub id: Option<String>,
    /// Its name.
    pub name: String,
    /// Share of it that this decision's engineers earn.
    pub share: f64,
    /// What they would earn in a full year.
    pub annual: f64,
    /// Engineers given to it.
    pub engineers: f64,
}

/// An open question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The question, as one can ask it of a person.
    pub asks: String,
    /// JSON pointer of the field that would hold the answer.
    pub field: String,
    /// The verdicts that some answer would give.
    pub could_give: Vec<Verdict>,
}

impl Entry {
    /// What is kept of a decision that was evaluated; files are added once they are written.
    pub fn new(
        decision: &Decision,
        evaluation: &Evaluation,
        is_commodity: bool,
        source: &str,
        content: &str,
        made_by: &str,
    ) -> Entry {
        let case = recommended_case(evaluation);
        Entry {
            id: decision.id.clone(),
            title: decision.title.clone(),
            source: source.to_string(),
            status: decision.status,
            as_of: decision.as_of,
            organisation: decision.organisation.name.clone(),
            headcount: decision.organisation.engineers.and_then(recorded),
            category: decision.category.clone(),
            is_commodity,
            currency: decision.currency.clone(),
            due: decision.ask.by.or(decision.meeting.date),
            verdict: evaluation.verdict,
            recommended: evaluation.recommended_option.clone(),
            alternative: alternative(decision, evaluation),
            confidence: evaluation.confidence.level,
            questions_failed: evaluation.questions_failed,
            basis: Basis {
                horizon_years: evaluation.finance.horizon_years,
                discount_rate: recorded(evaluation.finance.discount_rate).unwrap_or_default(),
                against: case.map(|case| case.against.clone()),
            },
            figures: figures(decision, evaluation, case),
            running: running(decision, evaluation),
            opportunities: taken(decision, case),
            measures: decision.success.metrics.iter().map(Measure::of).collect(),
            exit_committed: decision.success.exit_rule.committed,
            open_questions: questions(evaluation),
            warnings: evaluation
                .warnings
                .iter()
                .map(|warning| warning.text.to_string())
                .collect(),
            content: content.to_string(),
            made_by: made_by.to_string(),
            replaced_approval: false,
            files: Vec::new(),
        }
    }

    /// Whether it still counts: a decision that another has replaced does not.
    pub fn counts(&self) -> bool {
        self.status != Status::Superseded
    }
}

fn recommended_case(evaluation: &Evaluation) -> Option<&Case> {
    let option = evaluation.recommended_option.as_deref()?;
    let cases = &evaluation.finance.cases;
    cases.iter().find(|case| case.option == option)
}

fn alternative(decision: &Decision, evaluation: &Evaluation) -> Option<String> {
    let name = evaluation.recommended_option.as_deref()?;
    let options = &evaluation.finance.options;
    let at = options
        .iter()
        .find(|option| option.name == name)?
        .alternative?;
    Some(decision.alternatives.get(at)?.name.clone())
}

fn figures(decision: &Decision, evaluation: &Evaluation, case: Option<&Case>) -> Figures {
    let of = |figure: fn(&Case) -> Option<f64>| case.and_then(figure).and_then(recorded);
    let cases = evaluation.finance.cases.iter();
    let at_stake = cases
        .filter_map(|case| case.npv)
        .fold(None, |most: Option<f64>, npv| {
            Some(most.map_or(npv, |most| most.max(npv)))
        });
    Figures {
        annual_saving: of(|case| case.annual_saving),
        npv: of(|case| case.npv),
        npv_redeployed: of(|case| case.npv_redeployed),
        roi: of(|case| case.roi),
        payback_months: of(|case| case.payback_months),
        engineers_freed: of(|case| case.engineers_freed),
        opportunity_annual: of(|case| case.opportunity_annual),
        opportunity_is_gross: case.and_then(|case| case.opportunity_is_gross),
        ask: decision
            .ask
            .money
            .as_ref()
            .and_then(|money| recorded(money.likely)),
        at_stake: at_stake.and_then(recorded),
    }
}

fn running(decision: &Decision, evaluation: &Evaluation) -> Option<Running> {
    if decision.situation.today != Some(Today::SelfBuilt) {
        return None;
    }
    let mut options = evaluation.finance.options.iter();
    let built = options.find(|option| option.kind == OptionKind::Build);
    Some(Running {
        engineers: built.and_then(|option| option.engineers).and_then(recorded),
        cost: built
            .and_then(|option| option.running_cost)
            .and_then(recorded),
    })
}

fn taken(decision: &Decision, case: Option<&Case>) -> Vec<Taken> {
    let filled = case.into_iter().flat_map(|case| &case.opportunities);
    filled
        .filter_map(|filled| {
            let opportunity = decision.opportunities.get(filled.index)?;
            Some(Taken {
                id: opportunity.id.clone(),
                name: opportunity.name.clone(),
                share: recorded(filled.share)?,
                annual: recorded(filled.annual)?,
                engineers: recorded(filled.engineers)?,
            })
        })
        .collect()
}

fn questions(evaluation: &Evaluation) -> Vec<Question> {
    let open = evaluation.open_questions.iter();
    open.filter(|question| !question.could_give.is_empty())
        .take(MOST_QUESTIONS)
        .map(|question| Question {
            asks: question.asks.to_string(),
            field: question.field.clone(),
            could_give: question.could_give.clone(),
        })
        .collect()
}
