//! The policy: every value by which a decision is judged, each with its reason and origin.
//!
//! The values are data (`templates/policy.toml`), compiled in and overridable by key, so that an
//! organisation can judge by its own standard and every brief can state the standard it used.

mod entry;
mod file;
mod statement;
mod team;
mod words;

pub(crate) use file::syntax as syntax_fault;
pub use statement::{Statement, Statements};
pub use team::{NOTE_FIELDS, Team};
pub use words::{Vanity, Words};

use crate::decision::{Source, Unit};
use crate::diagnostics::Diagnostic;
use std::sync::LazyLock;

/// The text of the built-in policy.
pub const BUILT_IN: &str = include_str!("../../templates/policy.toml");

macro_rules! thresholds {
    ($($(#[doc = $doc:literal])* $name:ident = $key:literal, $unit:ident, $range:expr;)*) => {
        /// A value of the policy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Threshold { $($(#[doc = $doc])* $name,)* }

        impl Threshold {
            /// Every value, in the order in which a brief states them.
            pub const ALL: &'static [Threshold] = &[$(Threshold::$name),*];

            /// The key under which a policy file holds it.
            pub fn key(self) -> &'static str {
                match self { $(Threshold::$name => $key),* }
            }

            /// What it measures.
            pub fn unit(self) -> Unit {
                match self { $(Threshold::$name => Unit::$unit),* }
            }

            /// Smallest and largest value that makes sense.
            pub fn range(self) -> (f64, f64) {
                match self { $(Threshold::$name => $range),* }
            }
        }
    };
}

thresholds! {
    /// Share of the need that an alternative must cover.
    Fit = "fit", Share, (0.0, 1.0);
    /// Voluntary adoption above which a platform team has proved itself.
    AdoptionProven = "adoption_proven", Share, (0.0, 1.0);
    /// Voluntary adoption below which building is not earned.
    AdoptionEarned = "adoption_earned", Share, (0.0, 1.0);
    /// Engineers from which a company is a scale-up.
    ScaleUp = "scale_up", People, (1.0, 1e6);
    /// Engineers from which a company is an enterprise.
    Enterprise = "enterprise", People, (1.0, 1e6);
    /// Years over which options are compared where the decision does not say.
    HorizonYears = "horizon_years", Horizon, (1.0, 10.0);
    /// Longest horizon that needs no warning, in years.
    HorizonWarningYears = "horizon_warning_years", Horizon, (1.0, 10.0);
    /// Discount rate a year where the decision does not say.
    DiscountRate = "discount_rate", Share, (0.0, 1.0);
    /// Months after which a source counts as old.
    SourceAgeMonths = "source_age_months", Months, (0.0, 600.0);
    /// Share of the engineers needed below which a plan is understaffed.
    Understaffed = "understaffed", Share, (0.0, 1.0);
    /// Share of the target within which a miss is called narrow.
    NarrowMiss = "narrow_miss", Share, (0.0, 1.0);
    /// Fewest words of a reason that can be told to a board.
    ReasonWords = "reason_words", Count, (1.0, 100.0);
    /// Doubts from which confidence is medium.
    DoubtsForMedium = "doubts_for_medium", Count, (1.0, 100.0);
    /// Doubts from which confidence is low.
    DoubtsForLow = "doubts_for_low", Count, (1.0, 100.0);
    /// Share of a figure's former value below which a movement is left out of a portfolio.
    Movement = "movement", Share, (0.0, 1.0);
}

/// The values by which decisions are judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    values: Vec<f64>,
    statements: Vec<Statement>,
    /// Words that put planning off.
    pub postponing: Words,
    /// Words on which a wish rests.
    pub excuses: Words,
    /// Measures that show activity, not value.
    pub vanity: Vec<Vanity>,
    /// What a note to the team shows.
    pub team: Team,
}

/// The built-in policy, read once: its text is compiled in, and a test reads it.
static READ: LazyLock<Policy> = LazyLock::new(|| file::built_in(BUILT_IN));

impl Policy {
    /// The policy that is compiled in.
    pub fn built_in() -> Policy {
        READ.clone()
    }

    /// The built-in policy with the values that an organisation's TOML file changes, or
    /// everything that is wrong with the file, placed in it.
    pub fn from_toml(source: &Source) -> Result<Policy, Vec<Diagnostic>> {
        file::overridden(&READ, source)
    }

    /// A value.
    pub fn value(&self, threshold: Threshold) -> f64 {
        self.values[threshold as usize]
    }

    /// What a brief says about each value.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// The horizon of a decision in whole years: its own, or the policy's.
    pub fn horizon(&self, decision: &crate::decision::Decision) -> u32 {
        let years = decision.money.horizon_years;
        years
            .unwrap_or_else(|| self.value(Threshold::HorizonYears))
            .clamp(1.0, 10.0) as u32
    }

    /// The discount rate of a decision: its own, or the policy's.
    pub fn rate(&self, decision: &crate::decision::Decision) -> f64 {
        let rate = decision.money.discount_rate;
        rate.unwrap_or_else(|| self.value(Threshold::DiscountRate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_policy_states_every_value_with_its_reason() {
        let policy = Policy::built_in();
        assert_eq!(policy.statements().len(), Threshold::ALL.len());
        for statement in policy.statements() {
            let (low, high) = statement.threshold.range();
            assert!((low..=high).contains(&statement.value), "{}", statement.key);
            assert!(!statement.says.is_empty() && !statement.origin.is_empty());
            assert!(statement.reason.ends_with('.'), "{}", statement.reason);
            assert_eq!(statement.built_in, statement.value);
            assert!(!statement.changed);
        }
        assert_eq!(policy.value(Threshold::Fit), 0.8);
        assert_eq!(policy.value(Threshold::Enterprise), 200.0);
        assert_eq!(policy.vanity.len(), 4);
        assert_eq!(policy.team.shows, NOTE_FIELDS);
    }

    #[test]
    fn an_organisation_changes_values_by_key() {
        let text =
            "fit = 0.75\n[discount_rate]\nvalue = 0.08\nreason = \"Our capital costs 8%.\"\n";
        let policy = Policy::from_toml(&Source::new("house.toml", text)).unwrap();
        assert_eq!(policy.value(Threshold::Fit), 0.75);
        let changed: Vec<(&str, f64, &str)> = policy
            .statements()
            .iter()
            .filter(|s| s.changed)
            .map(|s| (s.key, s.built_in, s.reason.as_str()))
            .collect();
        let fit = "Covering the last fifth of a need costs more than it is worth unless it sets us apart.";
        assert_eq!(
            changed,
            [
                ("fit", 0.8, fit),
                ("discount_rate", 0.1, "Our capital costs 8%.")
            ]
        );
    }

    #[test]
    fn every_fault_of_a_policy_file_has_its_line() {
        let text = "fitt = 0.75\n[fit]\nvalue = 75\n[enterprise]\nvalue = \"many\"\nwhy = \"x\"\n[scale_up]\nvalue = 50\n";
        let source = Source::new("house.toml", text);
        let faults = Policy::from_toml(&source).unwrap_err();
        let shown: Vec<String> = faults
            .iter()
            .map(|fault| crate::diagnostics::one_line(fault, &source))
            .collect();
        assert_eq!(
            shown,
            [
                "house.toml:1:1 /fitt: error[unknown-field]: `fitt` is not a value of the policy; did you mean `fit`?",
                "house.toml:3:9 /fit/value: error[out-of-range]: 75 is out of range; write 0.75 for 75 %",
                "house.toml:5:9 /enterprise/value: error[wrong-type]: expected a number, found text; write a number of people",
                "house.toml:6:1 /enterprise/why: error[unknown-field]: `why` is not a field here; the fields here are `value`, `says`, `reason`, `origin`",
            ]
        );
        let syntax = Policy::from_toml(&Source::new("p.toml", "fit = \n")).unwrap_err();
        assert_eq!(syntax.len(), 1);
        assert!(syntax[0].span.is_some());
    }

    #[test]
    fn what_a_team_sees_is_changed_and_checked() {
        let text =
            "[team]\nshows = [\"/components/*/name\"]\nreason = \"Names go by word of mouth.\"\n";
        let policy = Policy::from_toml(&Source::new("house.toml", text)).unwrap();
        assert_eq!(policy.team.shows, ["/components/*/name"]);
        let text =
            "[team]\nshows = [\n  \"/meeting/date\",\n  \"/ask/money\",\n  3,\n]\nhides = []\n";
        let source = Source::new("house.toml", text);
        let faults = Policy::from_toml(&source).unwrap_err();
        let shown: Vec<String> = faults
            .iter()
            .map(|fault| crate::diagnostics::one_line(fault, &source))
            .collect();
        let fields = "`/alternatives/*/name`, `/components/*/name`, `/meeting/author`, `/meeting/body`, `/meeting/date`, `/meeting/sponsor`, `/milestones/*/name`, `/milestones/*/on`, `/opportunities/*/name`";
        assert_eq!(
            shown,
            [
                "house.toml:2:9 /team/shows: error[wrong-type]: expected a list of texts; write `[\"one\", \"two\"]`".to_string(),
                format!("house.toml:4:3 /team/shows: error[unknown-field]: `/ask/money` is nothing that a note can show; the fields here are {fields}"),
                "house.toml:7:1 /team/hides: error[unknown-field]: `hides` is not a field here; the fields here are `shows`, `reason`, `origin`".to_string(),
            ]
        );
    }

    #[test]
    fn thresholds_that_contradict_each_other_are_refused() {
        let source = Source::new("p.toml", "scale_up = 300\n");
        let faults = Policy::from_toml(&source).unwrap_err();
        assert_eq!(
            faults[0].message,
            "`scale_up` (300) is not below `enterprise` (200)"
        );
    }
}
