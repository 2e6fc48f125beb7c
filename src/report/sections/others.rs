//! Why not the others: the runner-up, building, doing nothing and every other option; and the
//! smallest changes that would change the answer.

use crate::evaluate::{FlipPoint, Verdict};
use crate::finance::OptionKind;
use crate::report::model::{Block, Figure, Origin, Prose};
use crate::report::words::{Subject, prose, verdict_label};

/// Why each other answer lost: the next best first, then our own, doing nothing, and the other
/// alternatives.
pub fn why_not(subject: &Subject) -> Vec<Block> {
    let evaluation = subject.evaluation;
    let mut items = Vec::new();
    items.extend(evaluation.runner_up.as_ref().map(|runner| {
        Prose::new()
            .strong(verdict_label(runner.verdict))
            .text(". ")
            .prose(prose(&runner.reason))
    }));
    items.extend(building(subject));
    items.extend(nothing(subject));
    items.extend(rivals(subject));
    if items.is_empty() {
        return Vec::new();
    }
    items.truncate(subject.room.others.max(3));
    vec![
        Block::heading(2, "others", "Why not the others"),
        Block::list(false, items),
    ]
}

/// Why not our own, where something else is decided and the runner-up has not said it.
fn building(subject: &Subject) -> Option<Prose> {
    let decided = match subject.evaluation.verdict {
        Verdict::Buy | Verdict::Hybrid | Verdict::StopAndMigrate => true,
        Verdict::Build | Verdict::DoNotProceed | Verdict::NotReady => false,
    };
    let runner = subject.evaluation.runner_up.as_ref();
    if !decided || runner.is_some_and(|runner| runner.verdict == Verdict::Build) {
        return None;
    }
    let name = match subject.runs_our_own() {
        true => "Keep our own",
        false => "Build our own",
    };
    let said = Prose::new()
        .strong(name)
        .text(". ")
        .prose(super::questions::support(subject))
        .text(".");
    Some(match loss(subject) {
        Some(loss) => said.text(" ").prose(loss),
        None => said,
    })
}

/// Why not the other alternatives, each beside the one that is recommended: whether it is proven, how
/// much of the need it covers, and what it costs a year.
fn rivals(subject: &Subject) -> Vec<Prose> {
    let options = &subject.evaluation.finance.options;
    let name = subject.evaluation.recommended_option.as_deref();
    let recommended = options
        .iter()
        .find(|option| Some(option.name.as_str()) == name);
    let Some(chosen) = recommended.and_then(|option| option.alternative) else {
        return Vec::new();
    };
    (0..subject.decision.alternatives.len())
        .filter(|at| *at != chosen)
        .filter_map(|at| rival(subject, at, chosen))
        .collect()
}

fn rival(subject: &Subject, at: usize, chosen: usize) -> Option<Prose> {
    let name = subject.alternative_name(Some(at))?;
    let winner = subject.alternative_name(Some(chosen))?;
    let proven = match subject.decision.alternatives[at].proven {
        Some(true) => None,
        Some(false) => Some(Prose::from("it is not proven")),
        None => Some(Prose::from("it is not known whether it is proven")),
    };
    let beside = |verb: &str, what: &str, own: Option<Figure>, other: Option<Figure>| {
        let said = Prose::from(verb).figure(own?).text(what);
        Some(match other {
            Some(other) => said
                .text(", and ")
                .prose(winner.clone())
                .text(" ")
                .figure(other),
            None => said,
        })
    };
    let (fit, cost) = (|at| fit(subject, at), |at| yearly_cost(subject, at));
    let parts: Vec<Prose> = [
        proven,
        beside("it covers ", " of what we need", fit(at), fit(chosen)),
        beside("it costs ", " a year", cost(at), cost(chosen)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (first, rest) = parts.split_first()?;
    let said = Prose::new()
        .strong(name)
        .text(". ")
        .prose(super::answer::upper_first(first.clone()));
    Some(
        rest.iter()
            .fold(said, |said, part| said.text("; ").prose(part.clone()))
            .text("."),
    )
}

/// How much of the need an alternative covers.
fn fit(subject: &Subject, at: usize) -> Option<Figure> {
    let fit = subject.decision.alternatives[at].fit.as_ref()?;
    let shown = subject.house.percent(fit.likely);
    Some(Figure::decision(shown, format!("/alternatives/{at}/fit")))
}

/// What an alternative costs a year, bought alone.
fn yearly_cost(subject: &Subject, at: usize) -> Option<Figure> {
    let mut options = subject.evaluation.finance.options.iter().enumerate();
    let (place, option) = options
        .find(|(_, option)| option.kind == OptionKind::Buy && option.alternative == Some(at))?;
    let from = Origin::evaluation(format!("/finance/options/{place}/running_cost"));
    Some(subject.money(option.running_cost?, from))
}

/// What building is worth less than the recommended option, where it is the baseline.
fn loss(subject: &Subject) -> Option<Prose> {
    let (case, at) = subject.recommended_case()?;
    let options = &subject.evaluation.finance.options;
    let baseline = options.iter().find(|option| option.name == case.against)?;
    let npv = case.npv.filter(|npv| *npv > 0.0)?;
    (baseline.kind == OptionKind::Build).then(|| {
        let amount = subject.money(npv, Origin::evaluation(format!("{at}/npv")));
        Prose::from("It is worth ")
            .figure(amount)
            .text(" less in today’s money.")
    })
}

/// Why not nothing at all, where something is recommended.
fn nothing(subject: &Subject) -> Option<Prose> {
    if matches!(
        subject.evaluation.verdict,
        Verdict::DoNotProceed | Verdict::NotReady
    ) {
        return None;
    }
    let options = &subject.evaluation.finance.options;
    let option = options
        .iter()
        .find(|option| option.kind == OptionKind::Nothing)?;
    let unmet = match subject.runs_our_own() {
        true => ". Ours would be switched off and the need left unmet.",
        false => ". The need would stay unmet.",
    };
    let name = subject.option_name(option);
    let said = Prose::new().strong(name).text(unmet);
    Some(match price_of_the_need(subject) {
        Some(price) => said.text(" ").prose(price),
        None => said,
    })
}

/// What doing nothing is worth beside the recommended option, both against the same baseline.
fn price_of_the_need(subject: &Subject) -> Option<Prose> {
    let cases = &subject.evaluation.finance.cases;
    let at = cases
        .iter()
        .position(|case| case.kind == OptionKind::Nothing)?;
    let spared = cases[at].npv?;
    let place = format!("/finance/cases/{at}/npv");
    let against = super::answer::against(subject, &cases[at]);
    let Some((case, own)) = subject.recommended_case() else {
        // The baseline itself is recommended.
        let amount = subject.money(spared.abs(), Origin::evaluation(place));
        let than = match spared < 0.0 {
            true => " less than ",
            false => " more than ",
        };
        return Some(
            Prose::from("That is worth ")
                .figure(amount)
                .text(than)
                .prose(against)
                .text("."),
        );
    };
    let worth = case.npv?;
    let money = |amount: f64, place: String| subject.money(amount, Origin::evaluation(place));
    let said = Prose::from("Against ")
        .prose(against)
        .text(", that is worth ")
        .figure(money(spared, place))
        .text(" and the recommendation ")
        .figure(money(worth, format!("{own}/npv")));
    Some(said.text(match spared > worth {
        true => ": the difference is the price of meeting the need.",
        false => ".",
    }))
}

/// What would change our mind: what may turn out otherwise, nearest first. What we choose ourselves
/// (which measure decides, from which side, where its target lies) is not news that could come in.
pub fn flips(subject: &Subject) -> Vec<Block> {
    let points = subject.evaluation.flip_points.iter();
    let items: Vec<Prose> = points
        .filter(|flip| flip.flips_at.is_some() && may_turn_out(flip))
        .take(subject.room.flips)
        .map(|flip| prose(&flip.because))
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "flips", "What would change our mind"),
        Block::list(false, items),
    ]
}

/// The largest change of an input, as a share of its value, that is worth a board's attention.
const MOST_CHANGE: f64 = 9.0;

/// Whether an input is something to be found out, not something that the decision itself sets.
fn may_turn_out(flip: &FlipPoint) -> bool {
    let field = flip.field.as_str();
    let last = field.rsplit('/').next().unwrap_or_default();
    let chosen = field.starts_with("/success/metrics/")
        && matches!(last, "target" | "at_least" | "decisive" | "baseline");
    // Beyond ten times today's value a figure is no longer the same thing.
    let far = flip.change.is_some_and(|change| change.abs() > MOST_CHANGE);
    let known = matches!(
        field,
        "/situation/today"
            | "/money/horizon_years"
            | "/ask/budgeted"
            | "/success/exit_rule/committed"
    );
    !chosen && !known && !far
}
