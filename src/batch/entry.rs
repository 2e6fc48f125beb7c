//! What a run keeps of one decision: enough for the portfolio, the register and the comparison
//! with the next run, and nothing that has to be evaluated again.

use super::manifest::FileRecord;
use super::word::{self, recorded};
use crate::decision::{Date, Decision, Metric, Status, Today};
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

/// A figure that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// Saved a year.
    AnnualSaving,
    /// Net present value, freed people released.
    Npv,
    /// Net present value, freed people redeployed.
    NpvRedeployed,
    /// Return on investment, as a share.
    Roi,
    /// Payback in months.
    PaybackMonths,
    /// Engineers freed.
    EngineersFreed,
    /// What the freed engineers would earn in a full year.
    OpportunityAnnual,
    /// Money asked for.
    Ask,
}

impl Key {
    /// Every figure, in the order in which people read them.
    pub const ALL: [Key; 8] = [
        Key::AnnualSaving,
        Key::Npv,
        Key::NpvRedeployed,
        Key::Roi,
        Key::PaybackMonths,
        Key::EngineersFreed,
        Key::OpportunityAnnual,
        Key::Ask,
    ];

    /// Its key in `register.json`.
    pub fn name(self) -> &'static str {
        match self {
            Key::AnnualSaving => "annual_saving",
            Key::Npv => "npv",
            Key::NpvRedeployed => "npv_redeployed",
            Key::Roi => "roi",
            Key::PaybackMonths => "payback_months",
            Key::EngineersFreed => "engineers_freed",
            Key::OpportunityAnnual => "opportunity_annual",
            Key::Ask => "ask",
        }
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Key::AnnualSaving => "Saved a year",
            Key::Npv => "Net present value, people released",
            Key::NpvRedeployed => "Net present value, people redeployed",
            Key::Roi => "Return on investment",
            Key::PaybackMonths => "Payback",
            Key::EngineersFreed => "Engineers freed",
            Key::OpportunityAnnual => "Other use of those engineers, a year",
            Key::Ask => "Money asked for",
        }
    }

    /// Whether it is an amount of money.
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Key::AnnualSaving | Key::Npv | Key::NpvRedeployed | Key::OpportunityAnnual | Key::Ask
        )
    }
}

/// The figures of a decision; what does not exist is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Saved a year.
    pub annual_saving: Option<f64>,
    /// Net present value, freed people released.
    pub npv: Option<f64>,
    /// The same, freed people redeployed. Never added to the other.
    pub npv_redeployed: Option<f64>,
    /// Return on investment, as a share.
    pub roi: Option<f64>,
    /// Payback in months.
    pub payback_months: Option<f64>,
    /// Engineers freed.
    pub engineers_freed: Option<f64>,
    /// What the freed engineers would earn in a full year.
    pub opportunity_annual: Option<f64>,
    /// Whether that is gross.
    pub opportunity_is_gross: Option<bool>,
    /// Money asked for.
    pub ask: Option<f64>,
    /// The most that any option is worth against the baseline, whatever the answer: what is at
    /// stake while there is none.
    pub at_stake: Option<f64>,
}

impl Figures {
    /// One of them.
    pub fn get(&self, key: Key) -> Option<f64> {
        match key {
            Key::AnnualSaving => self.annual_saving,
            Key::Npv => self.npv,
            Key::NpvRedeployed => self.npv_redeployed,
            Key::Roi => self.roi,
            Key::PaybackMonths => self.payback_months,
            Key::EngineersFreed => self.engineers_freed,
            Key::OpportunityAnnual => self.opportunity_annual,
            Key::Ask => self.ask,
        }
    }
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

/// A measure of success.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: Option<String>,
    /// What is to be reached.
    pub target: Option<f64>,
    /// Whether the target is a least value, not a most.
    pub at_least: bool,
    /// Whether missing it decides.
    pub decisive: bool,
    /// By when.
    #[serde(with = "word::some_day")]
    pub due: Option<Date>,
    /// What was measured.
    pub actual: Option<f64>,
}

/// How a measure stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Measured, and the target is reached.
    Met,
    /// Measured short of the target, and the day has passed.
    Missed,
    /// Not measured, and the day has passed.
    Overdue,
    /// Anything else.
    Open,
}

impl Measure {
    fn of(metric: &Metric) -> Measure {
        Measure {
            name: metric.name.clone(),
            unit: metric.unit.clone(),
            target: metric.target.and_then(recorded),
            at_least: metric.at_least,
            decisive: metric.decisive,
            due: metric.due,
            actual: metric.actual.and_then(recorded),
        }
    }

    /// How it stands on a day. On the due date itself the deadline has not passed.
    pub fn outcome(&self, on: Date) -> Outcome {
        let past = self.due.is_some_and(|due| due < on);
        match (self.actual, self.target) {
            (Some(actual), Some(target)) => {
                let reached = if self.at_least {
                    actual >= target
                } else {
                    actual <= target
                };
                match (reached, past) {
                    (true, _) => Outcome::Met,
                    (false, true) => Outcome::Missed,
                    (false, false) => Outcome::Open,
                }
            }
            _ if past => Outcome::Overdue,
            _ => Outcome::Open,
        }
    }
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
