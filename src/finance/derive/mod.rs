//! How a figure was worked out: a tree of formulas and operands down to the inputs, each with its
//! place, its source and its date.
//!
//! A figure is named by its JSON pointer: into the evaluation (`/finance/cases/0/npv`) or into the
//! decision (`/alternatives/0/annual_cost`). A list of amounts by year, named as a whole, stands
//! for their sum.

mod case;
mod given;
mod option;
mod redeployed;
mod text;
mod uncertain;
mod whole;

#[cfg(test)]
mod tests;

use super::Finance;
use super::model::Model;
use super::stream::{Calendar, Flows};
use super::terms::Terms;
use crate::decision::Decision;
use crate::display::{Conventions, Currency};
use serde::Serialize;

/// A figure and how it was worked out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Derivation {
    /// JSON pointer by which the figure can be named; `null` for a step in between.
    pub figure: Option<String>,
    /// What it is.
    pub label: String,
    /// Its value; `null` where it does not exist.
    pub value: Option<f64>,
    /// Its value as shown to people.
    pub shown: String,
    /// How it follows from the operands.
    pub how: How,
    /// The same in words.
    pub formula: String,
    /// Why it has no value, or where an input came from.
    pub note: Option<String>,
    /// Where an input came from.
    pub origin: Option<Origin>,
    /// What it was worked out from.
    pub operands: Vec<Derivation>,
    #[serde(skip)]
    measure: Measure,
}

/// How a figure follows from its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It stands in the decision.
    Given,
    /// It is not given, and the policy or the format says what it is then.
    Default,
    /// It is not given and counts as nil.
    Nil,
    /// All operands added up.
    Sum,
    /// The first operand less all others.
    Difference,
    /// All operands multiplied.
    Product,
    /// The first operand divided by the second.
    Quotient,
    /// The operands but the last, one for each year from year 0 on, discounted at the last.
    PresentValue,
    /// By a method that the formula names.
    Method,
}

/// Where an input came from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Origin {
    /// JSON pointer into the decision.
    pub place: String,
    /// Where it came from; `"assumption"` is shown as one.
    pub source: Option<String>,
    /// The day on which it was true, as `YYYY-MM-DD`.
    pub as_of: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Lowest and highest value, where it is an estimate.
    pub range: Option<(f64, f64)>,
}

/// What a value measures, which says how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Money,
    Percent,
    Ratio,
    Months,
    Years,
    Engineers,
    Number,
}

/// How a figure was worked out; `None` where nothing of that name exists.
pub fn derive(decision: &Decision, finance: &Finance, figure: &str) -> Option<Derivation> {
    Explainer::new(decision, finance).figure(figure)
}

/// The figures that `derive` is most often asked for, with name and value; every other number of
/// the finance and of the decision can be named too.
pub fn figures(decision: &Decision, finance: &Finance) -> Vec<Derivation> {
    let explainer = Explainer::new(decision, finance);
    let mut pointers: Vec<String> = Vec::new();
    for at in 0..finance.options.len() {
        let fields = [
            "pv_costs",
            "pv_benefits",
            "total_cost",
            "running_cost",
            "engineers",
        ];
        pointers.extend(fields.map(|field| format!("/finance/options/{at}/{field}")));
    }
    for at in 0..finance.cases.len() {
        pointers.extend(case::FIELDS.map(|field| format!("/finance/cases/{at}/{field}")));
    }
    pointers.extend(explainer.inputs.figures.iter().cloned());
    let found = pointers
        .iter()
        .filter_map(|pointer| explainer.figure(pointer));
    found
        .filter(|found| found.value.is_some())
        .map(|found| Derivation {
            operands: Vec::new(),
            ..found
        })
        .collect()
}

struct Explainer<'d> {
    decision: &'d Decision,
    finance: &'d Finance,
    calendar: Calendar,
    model: Model<Flows>,
    inputs: given::Inputs,
    house: Conventions,
    currency: Option<Currency>,
}

impl<'d> Explainer<'d> {
    fn new(decision: &'d Decision, finance: &'d Finance) -> Explainer<'d> {
        let terms = Terms {
            horizon_years: finance.horizon_years,
            discount_rate: finance.discount_rate,
        };
        let model = Model::<Flows>::new(decision, &terms);
        Explainer {
            decision,
            finance,
            calendar: model.calendar,
            model,
            inputs: given::Inputs::of(decision),
            house: Conventions::default(),
            currency: decision.currency.as_deref().and_then(Currency::from_code),
        }
    }

    fn figure(&self, pointer: &str) -> Option<Derivation> {
        let parts: Vec<&str> = pointer.split('/').skip(1).collect();
        let found = match parts.as_slice() {
            ["finance", "options", at, rest @ ..] => self.option_figure(at.parse().ok()?, rest),
            ["finance", "cases", at, rest @ ..] => self.case_figure(at.parse().ok()?, rest),
            ["finance", rest @ ..] => self.whole_figure(rest),
            _ => self.given(pointer),
        };
        found.map(|found| Derivation {
            figure: Some(pointer.to_string()),
            ..found
        })
    }

    /// A figure worked out from operands, its value taken from where it is shown.
    fn node(
        &self,
        label: impl Into<String>,
        measure: Measure,
        value: Option<f64>,
        how: How,
        operands: Vec<Derivation>,
    ) -> Derivation {
        let label = label.into();
        Derivation {
            figure: None,
            shown: self.shown(measure, value),
            formula: formula(how, &operands),
            note: None,
            origin: None,
            label,
            value: value.map(|value| value + 0.0),
            how,
            operands,
            measure,
        }
    }

    /// A step in between, whose value follows from its operands.
    fn step(
        &self,
        label: impl Into<String>,
        measure: Measure,
        how: How,
        operands: Vec<Derivation>,
    ) -> Derivation {
        let value = recomputed(how, &operands);
        self.node(label, measure, value, how, operands)
    }

    fn shown(&self, measure: Measure, value: Option<f64>) -> String {
        let Some(value) = value else {
            return crate::display::NO_FIGURE.to_string();
        };
        match (measure, self.currency) {
            (Measure::Money, Some(currency)) => self.house.money_exact(value, currency),
            (Measure::Money, None) => self.house.number(value, 2),
            (Measure::Percent, _) => self.house.percent(value),
            (Measure::Ratio, _) => self.house.ratio(value),
            (Measure::Months, _) => self.house.months(value),
            (Measure::Years, _) => self.house.years(value),
            (Measure::Engineers, _) => self.house.engineers(value),
            (Measure::Number, _) => self.house.number_up_to(value, 4),
        }
    }
}

impl Derivation {
    fn named(self, pointer: impl Into<String>) -> Derivation {
        Derivation {
            figure: Some(pointer.into()),
            ..self
        }
    }

    fn because(self, note: Option<String>) -> Derivation {
        Derivation {
            note: note.or(self.note),
            ..self
        }
    }

    fn by(self, formula: impl Into<String>) -> Derivation {
        Derivation {
            formula: formula.into(),
            ..self
        }
    }
}

/// What the operands come to; `None` where one has no value, or where a method of its own is
/// needed.
pub(super) fn recomputed(how: How, operands: &[Derivation]) -> Option<f64> {
    let values: Vec<f64> = operands
        .iter()
        .map(|one| one.value)
        .collect::<Option<_>>()?;
    match how {
        How::Sum => Some(values.iter().sum()),
        How::Product => Some(values.iter().product()),
        How::Difference => {
            let (first, rest) = values.split_first()?;
            Some(first - rest.iter().sum::<f64>())
        }
        How::Quotient => match values[..] {
            [above, below] if below != 0.0 => Some(above / below),
            _ => None,
        },
        How::PresentValue => {
            let (rate, flows) = values.split_last()?;
            Some(super::npv(flows, *rate))
        }
        How::Nil => Some(0.0),
        How::Given | How::Default | How::Method => None,
    }
}

/// More operands than this are named together, not one by one.
const NAMED_OPERANDS: usize = 4;

fn formula(how: How, operands: &[Derivation]) -> String {
    let sign = match how {
        How::Given => return "given".into(),
        How::Default => return "not given".into(),
        How::Nil => return "not given; counts as nil".into(),
        How::PresentValue => {
            return "amounts by year, discounted at the rate from year 1 on".into();
        }
        How::Method => return String::new(),
        How::Sum => " + ",
        How::Difference => " − ",
        How::Product => " × ",
        How::Quotient => " ÷ ",
    };
    match operands.len() {
        0 => "nothing".into(),
        1 => operands[0].label.clone(),
        count if count > NAMED_OPERANDS && how == How::Sum => "the sum of the following".into(),
        _ => {
            let labels: Vec<&str> = operands.iter().map(|one| one.label.as_str()).collect();
            labels.join(sign)
        }
    }
}
