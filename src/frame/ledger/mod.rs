//! What a statement may draw on: the names and figures of one decision and its evaluation, each
//! with the place it came from. Nothing here is made up: a slot that cannot be filled is `None`,
//! and says which fields would fill it.

mod figures;
mod money;
mod names;
mod sentence;
mod wants;

use crate::decision::{Alternative, Decision, Today};
use crate::display::{Conventions, Currency};
use crate::evaluate::{Evaluation, Verdict};
use crate::finance::{Case, OptionFlows, OptionKind};
use crate::frame::slot::{Condition, Slot};
use crate::frame::stance::Course;

pub use sentence::in_sentence;

/// What fills a slot.
#[derive(Debug, Clone, PartialEq)]
pub enum Fill {
    /// A name or the author's words, with the place they came from.
    Name {
        /// As shown in a sentence.
        text: String,
        /// JSON pointer into the decision.
        from: String,
        /// Whether it is a list of more than one name.
        many: bool,
    },
    /// A figure.
    Figure {
        /// As shown, with unit and period.
        shown: String,
        /// Its value; a date as the number `YYYYMMDD`.
        value: f64,
        /// JSON pointer into the evaluation or, where it is an input, into the decision.
        from: String,
        /// How it follows from what stands there, where it does not stand there itself.
        how: Option<String>,
    },
}

impl Fill {
    fn figure(shown: impl Into<String>, value: f64, from: impl Into<String>) -> Fill {
        Fill::Figure {
            shown: shown.into(),
            value,
            from: from.into(),
            how: None,
        }
    }

    fn reckoned(self, how: impl Into<String>) -> Fill {
        match self {
            Fill::Figure {
                shown, value, from, ..
            } => Fill::Figure {
                shown,
                value,
                from,
                how: Some(how.into()),
            },
            name @ Fill::Name { .. } => name,
        }
    }
}

/// The names and figures of a decision.
pub struct Ledger<'a> {
    decision: &'a Decision,
    evaluation: &'a Evaluation,
    house: Conventions,
    currency: Option<Currency>,
    /// The option that is recommended, with its place.
    option: Option<(usize, &'a OptionFlows)>,
    /// Building, with its place.
    own: Option<(usize, &'a OptionFlows)>,
    /// The recommended option against the baseline, with its place.
    case: Option<(usize, &'a Case)>,
    /// The alternative in question, as an index.
    alternative: Option<usize>,
    /// The argument that is answered, in small letters; empty where none is in question.
    argument: String,
}

impl<'a> Ledger<'a> {
    /// The names and figures of a decision and its evaluation.
    pub fn new(
        decision: &'a Decision,
        evaluation: &'a Evaluation,
        house: Conventions,
    ) -> Ledger<'a> {
        let finance = &evaluation.finance;
        let recommended = evaluation.recommended_option.as_deref();
        let option = finance
            .options
            .iter()
            .enumerate()
            .find(|(_, option)| Some(option.name.as_str()) == recommended);
        let own = finance
            .options
            .iter()
            .enumerate()
            .find(|(_, option)| option.kind == OptionKind::Build);
        let case = finance
            .cases
            .iter()
            .enumerate()
            .find(|(_, case)| Some(case.option.as_str()) == recommended);
        let settled = option.and_then(|(_, option)| option.alternative);
        let destination_open = evaluation.verdict == Verdict::StopAndMigrate;
        let alternative = match settled {
            None if !destination_open => nearest(decision, evaluation),
            settled => settled,
        };
        Ledger {
            decision,
            evaluation,
            house,
            currency: decision.currency.as_deref().and_then(Currency::from_code),
            option,
            own,
            case,
            alternative,
            argument: String::new(),
        }
    }

    /// The same names and figures for one argument: a list of needs is that of the needs it names.
    pub fn about(&mut self, argument: &str) {
        self.argument = argument.to_lowercase();
    }

    /// What the verdict means for what is said.
    pub fn course(&self) -> Course {
        let nowhere =
            self.evaluation.verdict == Verdict::StopAndMigrate && self.alternative.is_none();
        if nowhere {
            Course::Halt
        } else {
            Course::of(self.evaluation.verdict)
        }
    }

    /// Whether a condition holds; `None` where the slot that it counts is empty.
    pub fn holds(&self, condition: Condition) -> Option<bool> {
        let verdict = self.evaluation.verdict;
        Some(match condition {
            Condition::Runs => self.runs_our_own(),
            Condition::Stops => verdict == Verdict::StopAndMigrate,
            Condition::Hybrid => self
                .option
                .is_some_and(|(_, option)| option.kind == OptionKind::Hybrid),
            Condition::Ahead => self.fill(Slot::Due).is_some(),
            Condition::InTime => self.in_time(),
            Condition::Counted => self.fit_is_counted(),
            Condition::Staffed => self.is_staffed(),
            Condition::Filled(slot) => self.fill(slot).is_some(),
            Condition::Many(slot) => match self.fill(slot)? {
                Fill::Name { many, .. } => many,
                Fill::Figure { shown, .. } => {
                    let count = shown.split(|c: char| c.is_whitespace()).next();
                    count != Some("1")
                }
            },
        })
    }

    /// Whether something of our own runs today.
    fn runs_our_own(&self) -> bool {
        self.decision.situation.today == Some(Today::SelfBuilt)
    }

    /// What fills a slot.
    pub fn fill(&self, slot: Slot) -> Option<Fill> {
        self.name(slot)
            .or_else(|| self.money(slot))
            .or_else(|| self.figure(slot))
            .filter(|fill| match fill {
                Fill::Name { text, .. } => !text.trim().is_empty(),
                Fill::Figure { value, .. } => value.is_finite(),
            })
    }

    /// The alternative in question, with its place.
    fn alternative(&self) -> Option<(usize, &'a Alternative)> {
        let at = self.alternative?;
        Some((at, self.decision.alternatives.get(at)?))
    }
}

/// Where nothing is recommended that could be bought: the alternative worth most, or the first.
fn nearest(decision: &Decision, evaluation: &Evaluation) -> Option<usize> {
    let bought = |case: &&Case| case.kind == OptionKind::Buy && case.npv.is_some();
    let worth = |case: &&Case| case.npv.unwrap_or(f64::NEG_INFINITY);
    let best = evaluation
        .finance
        .cases
        .iter()
        .filter(bought)
        .max_by(|a, b| worth(a).total_cmp(&worth(b)))
        .and_then(|case| case.alternative);
    best.or_else(|| (!decision.alternatives.is_empty()).then_some(0))
}
