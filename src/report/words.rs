//! From what the evaluation says to what a document shows: sentences keep their figures, figures
//! keep the place they came from.

use super::model::{Figure, Origin, Prose};
use super::room::Room;
use crate::decision::Decision;
use crate::display::{Conventions, Currency};
use crate::evaluate::{Evaluation, Verdict};
use crate::finance::{Case, OptionFlows};
use crate::frame::Framing;
use crate::phrase::{Part, Phrase};
use crate::policy::Team;

/// What every section is written from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The decision as its author gave it.
    pub decision: &'a Decision,
    /// What was found about it.
    pub evaluation: &'a Evaluation,
    /// What was argued, and what it comes to, for the readers of the document.
    pub framing: &'a Framing,
    /// How the organisation writes figures and dates.
    pub house: Conventions,
    /// How much of each list there is room for.
    pub room: Room,
    /// What a note to the team may show.
    pub team: &'a Team,
}

impl<'a> Subject<'a> {
    /// The currency of the decision. Without one no money is given, so nothing prints it.
    pub fn currency(&self) -> Option<Currency> {
        self.decision
            .currency
            .as_deref()
            .and_then(Currency::from_code)
    }

    /// An amount in prose: `$555,000`, `$1.32M`.
    pub fn money(&self, amount: f64, from: Origin) -> Figure {
        let shown = match self.currency() {
            Some(currency) => self.house.money_in_prose(amount, currency),
            None => self.house.number(amount, 0),
        };
        Figure::new(shown, from)
    }

    /// The case of an option, with its place in the evaluation.
    pub fn case(&self, option: &str) -> Option<(&'a Case, String)> {
        let cases = &self.evaluation.finance.cases;
        let at = cases.iter().position(|case| case.option == option)?;
        Some((&cases[at], format!("/finance/cases/{at}")))
    }

    /// The case of the recommended option, where it is not the baseline itself.
    pub fn recommended_case(&self) -> Option<(&'a Case, String)> {
        self.case(self.evaluation.recommended_option.as_deref()?)
    }

    /// The options whose figures are known, each with its place in the evaluation.
    pub fn known_options(&self) -> impl Iterator<Item = (&'a OptionFlows, String)> + use<'a> {
        let options = self.evaluation.finance.options.iter().enumerate();
        options
            .filter(|(_, option)| option.costs.is_some())
            .map(|(at, option)| (option, format!("/finance/options/{at}")))
    }

    /// The alternative that an option rests on, by name, with its place in the decision.
    pub fn alternative_name(&self, alternative: Option<usize>) -> Option<Prose> {
        let at = alternative?;
        let name = &self.decision.alternatives.get(at)?.name;
        Some(Prose::new().given(name, Origin::decision(format!("/alternatives/{at}/name"))))
    }

    /// The alternative that the recommended option rests on.
    pub fn recommended_alternative(&self) -> Option<Prose> {
        let name = self.evaluation.recommended_option.as_deref()?;
        let option = self
            .evaluation
            .finance
            .options
            .iter()
            .find(|option| option.name == name)?;
        self.alternative_name(option.alternative)
    }

    /// Whether something self-built runs today.
    pub fn runs_our_own(&self) -> bool {
        self.decision.situation.today == Some(crate::decision::Today::SelfBuilt)
    }

    /// What an option is called inside a sentence, as something that one does.
    pub fn option_deed(&self, option: &OptionFlows) -> Prose {
        use crate::finance::OptionKind::{Build, Nothing};
        match option.kind {
            Build if self.runs_our_own() => "keeping our own".into(),
            Build => "building our own".into(),
            Nothing if self.runs_our_own() => "doing without".into(),
            Nothing => "doing nothing".into(),
            _ => self.option_name(option),
        }
    }

    /// What an option is called in a sentence or a table: our words for ours, the author's for theirs.
    pub fn option_name(&self, option: &OptionFlows) -> Prose {
        use crate::finance::OptionKind::{Build, Buy, Hybrid, Nothing};
        let alternative = self
            .alternative_name(option.alternative)
            .unwrap_or_default();
        match option.kind {
            Build if self.runs_our_own() => Prose::from("Keep our own"),
            Build => Prose::from("Build our own"),
            // To a board, doing nothing would mean that ours goes on; this option ends it.
            Nothing if self.runs_our_own() => Prose::from("Do without"),
            Nothing => Prose::from("Do nothing"),
            Buy => alternative,
            Hybrid => alternative.text(" and our own"),
        }
    }
}

/// What a list says of the entries it has no room for.
pub fn further(room: Room, shown: usize, all: usize, what: &str) -> Option<Prose> {
    (all > shown).then(|| Prose::from(format!("Further {what} stand in {}.", room.rest())))
}

/// A sentence of the evaluation, as a document carries it.
pub fn prose(phrase: &Phrase) -> Prose {
    phrase
        .parts()
        .iter()
        .fold(Prose::new(), |prose, part| match part {
            Part::Text(text) => prose.text(text),
            Part::Name(text) => prose.given(text, Origin::decision("")),
            Part::Figure { shown, from, .. } => prose.figure(Figure::new(shown, origin(from))),
        })
}

/// The data that a pointer of the evaluation points into: its own keys, or else the decision's.
pub fn origin(pointer: &str) -> Origin {
    const OWN: &[&str] = &[
        "against_build",
        "ai_coverage",
        "build_break_even",
        "capabilities",
        "confidence",
        "exceptions",
        "findings",
        "finance",
        "flip_points",
        "open_questions",
        "questions",
        "questions_failed",
        "reasons",
        "runner_up",
        "stage",
        "verdict",
        "warnings",
    ];
    let first = pointer.split('/').nth(1).unwrap_or_default();
    match first {
        "policy" => Origin::policy(pointer.trim_start_matches("/policy")),
        // Both have exceptions: the evaluation lists them, the decision names its parts.
        "exceptions"
            if !pointer
                .trim_start_matches("/exceptions/")
                .starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Origin::decision(pointer)
        }
        first if OWN.contains(&first) => Origin::evaluation(pointer),
        _ => Origin::decision(pointer),
    }
}

/// A verdict in a word or two, as a label.
pub fn verdict_label(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::StopAndMigrate => "Stop and migrate",
        Verdict::Build => "Build",
        Verdict::Hybrid => "Buy the commodity, build what sets us apart",
        Verdict::Buy => "Buy",
        Verdict::DoNotProceed => "Do not proceed",
        Verdict::NotReady => "Not ready to decide",
    }
}
