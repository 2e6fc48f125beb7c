//! Everything that a sentence about a decision may draw on.

use super::judge::{Chosen, Judgement};
use super::output::Verdict;
use super::say;
use super::subject::Subject;
use crate::decision::Decision;
use crate::display::Currency;
use crate::finance::{Case, Finance, OptionFlows, OptionKind};
use crate::phrase::Phrase;
use crate::policy::Policy;

/// Below this an amount is written in full: `$945,000`, not `$0.95M`.
const IN_FULL_BELOW: f64 = 999_500.0;

/// A judged decision with its words and its money.
pub(super) struct Told<'a> {
    /// The decision, words included.
    pub decision: &'a Decision,
    /// The decision as it was judged.
    pub subject: &'a Subject,
    /// The policy.
    pub policy: &'a Policy,
    /// What the verdict rests on.
    pub judgement: &'a Judgement,
    /// The verdict.
    pub verdict: Verdict,
    /// The money in full.
    pub finance: &'a Finance,
    /// What building would have to earn a year for Q4 to support it; the inner `None` where nothing
    /// would do; the outer one where the question does not arise.
    pub break_even: Option<Option<f64>>,
}

impl Told<'_> {
    /// An amount as a figure, compact.
    pub fn money(&self, amount: f64, from: &str) -> Phrase {
        Phrase::default().figure(self.amount(amount), amount, from)
    }

    /// An amount as text, to three significant digits: `$180,000`, `$1.32M`.
    pub fn amount(&self, amount: f64) -> String {
        match self.currency() {
            Some(currency) if amount.abs() < IN_FULL_BELOW => {
                say::house().money_in_full(say::three_digits(amount), currency)
            }
            Some(currency) => say::house().money(amount, currency),
            None => say::house().count(amount),
        }
    }

    fn currency(&self) -> Option<Currency> {
        self.decision
            .currency
            .as_deref()
            .and_then(Currency::from_code)
    }

    /// The horizon: `3 years`.
    pub fn years(&self) -> String {
        say::house().years(f64::from(self.finance.horizon_years))
    }

    /// The name by which an option is called everywhere.
    pub fn option_name(&self, kind: OptionKind, alternative: Option<usize>) -> String {
        let mut options = self.finance.options.iter();
        let named = options.find(|option| option.kind == kind && option.alternative == alternative);
        match (named, alternative) {
            (Some(option), _) => option.name.clone(),
            (None, Some(at)) if kind == OptionKind::Hybrid => {
                crate::finance::hybrid_name(&self.decision.alternatives[at].name)
            }
            (None, Some(at)) => self.decision.alternatives[at].name.clone(),
            (None, None) if kind == OptionKind::Nothing => "Nothing".into(),
            (None, None) => "Build".into(),
        }
    }

    /// The name of an option as the subject of a sentence in the singular.
    pub fn spoken(&self, kind: OptionKind, alternative: Option<usize>) -> Phrase {
        match (kind, alternative) {
            (OptionKind::Hybrid, Some(at)) => Phrase::default()
                .name(&self.decision.alternatives[at].name)
                .text(" with our part on top"),
            (OptionKind::Nothing, _) => "Doing nothing".into(),
            (OptionKind::Build, _) => "Building".into(),
            _ => Phrase::default().name(self.option_name(kind, alternative)),
        }
    }

    /// The name of the alternative on which the recommended option rests.
    pub fn alternative(&self) -> Option<&str> {
        let at = self.judgement.chosen?.alternative?;
        Some(&self.decision.alternatives[at].name)
    }

    /// The case of an option against the baseline, with its pointer.
    pub fn case(&self, chosen: Chosen) -> Option<(&Case, String)> {
        let mut cases = self.finance.cases.iter().enumerate();
        let (at, case) = cases
            .find(|(_, case)| case.kind == chosen.kind && case.alternative == chosen.alternative)?;
        Some((case, format!("/finance/cases/{at}")))
    }

    /// The case of the recommended option.
    pub fn recommended_case(&self) -> Option<(&Case, String)> {
        self.case(self.judgement.chosen?)
    }

    /// The running cost in year 1 of an option, with its pointer.
    pub fn running_cost(&self, chosen: Chosen) -> Option<(f64, String)> {
        let (at, option) = self.option(chosen)?;
        Some((
            option.running_cost?,
            format!("/finance/options/{at}/running_cost"),
        ))
    }

    /// The names of the components that set the firm apart.
    pub fn apart(&self) -> Vec<&str> {
        let apart = |component: &&crate::decision::Component| {
            super::questions::apart::sets_apart(component) == Some(true)
        };
        self.decision
            .components
            .iter()
            .filter(apart)
            .map(|c| c.name.as_str())
            .collect()
    }

    /// The engineers that an option takes, with its pointer.
    pub fn engineers(&self, chosen: Chosen) -> Option<(f64, String)> {
        let (at, option) = self.option(chosen)?;
        Some((
            option.engineers?,
            format!("/finance/options/{at}/engineers"),
        ))
    }

    /// An option with its cash flows, by its place among the options.
    fn option(&self, chosen: Chosen) -> Option<(usize, &OptionFlows)> {
        let mut options = self.finance.options.iter().enumerate();
        options.find(|(_, o)| o.kind == chosen.kind && o.alternative == chosen.alternative)
    }

    /// What is decided about, in a word for sentences: what runs today, or what would be built.
    pub fn built_thing(&self) -> &'static str {
        if self.judgement.self_built {
            "what we built"
        } else {
            "what we would build"
        }
    }
}
