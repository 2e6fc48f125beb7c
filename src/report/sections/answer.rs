//! The answer: the verdict in a sentence, the bottom line (what, how much, by when, how sure), and
//! the figures that carry it. The first thing a reader sees, and all that some will read.

use crate::decision::{FreedPeople, Purpose};
use crate::evaluate::{ConfidenceLevel, Verdict};
use crate::finance::{Case, OptionFlows};
use crate::report::model::{Answer, Block, CalloutKind, Figure, Origin, Prose, Tile};
use crate::report::words::{Subject, prose};

/// The panel with the answer, and the warnings that page one owes its reader.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let panel = Answer {
        label: "Recommendation".into(),
        verdict: verdict(subject),
        body: vec![Block::paragraph(bottom_line(subject))],
        tiles: tiles(subject),
    };
    let warnings = subject
        .evaluation
        .warnings
        .iter()
        .take(subject.room.warnings);
    let warnings =
        warnings.map(|warning| Block::callout(CalloutKind::Warning, prose(&warning.text)));
    std::iter::once(Block::Answer(panel))
        .chain(warnings)
        .collect()
}

/// The verdict as a sentence that names what to do.
pub fn verdict(subject: &Subject) -> Prose {
    verdict_naming(subject, subject.recommended_alternative())
}

/// The same with what is bought called as given.
pub fn verdict_naming(subject: &Subject, bought: Option<Prose>) -> Prose {
    match (subject.evaluation.verdict, bought) {
        (Verdict::StopAndMigrate, Some(name)) => Prose::from("Stop our own, and move to ")
            .prose(name)
            .text("."),
        (Verdict::StopAndMigrate, None) => "Stop our own. Where to move is still open.".into(),
        (Verdict::Build, _) if subject.runs_our_own() => "Keep building our own.".into(),
        (Verdict::Build, _) => "Build our own.".into(),
        (Verdict::Hybrid, Some(name)) => Prose::from("Buy ")
            .prose(name)
            .text(", and build only what sets us apart."),
        (Verdict::Hybrid, None) => "Buy the commodity, and build only what sets us apart.".into(),
        (Verdict::Buy, Some(name)) => Prose::from("Buy ").prose(name).text("."),
        (Verdict::Buy, None) => "Buy.".into(),
        (Verdict::DoNotProceed, _) => "Do not proceed.".into(),
        (Verdict::NotReady, _) => "This is not ready to decide.".into(),
    }
}

/// What, how much, by when, how sure: five short sentences at most.
fn bottom_line(subject: &Subject) -> Prose {
    let runway = super::findings::runway(subject);
    // The tile says how many are freed; where the line is long, it need not say so again.
    let freed = freed(subject).filter(|_| runway.is_none());
    let sentences = [
        ask(subject),
        worth(subject),
        freed,
        runway,
        missing(subject),
        Some(sure(subject)),
    ];
    let mut line = Prose::new();
    for sentence in sentences.into_iter().flatten() {
        if !line.is_empty() {
            line = line.text(" ");
        }
        line = line.prose(sentence);
    }
    line
}

/// How much and by when: the money, the people and the date that the meeting is asked for; where no
/// sum is asked for, what the recommended option costs, or that this is not known.
fn ask(subject: &Subject) -> Option<Prose> {
    let ask = &subject.decision.ask;
    let decides = subject.evaluation.verdict != Verdict::NotReady;
    let money = ask
        .money
        .as_ref()
        .map(|m| subject.money(m.likely, Origin::decision("/ask/money")));
    let people = ask
        .people
        .as_ref()
        .map(|p| Figure::decision(subject.house.people(p.likely), "/ask/people"));
    let asked = match (money, people) {
        (Some(money), Some(people)) => Some(
            Prose::from("We ask for ")
                .figure(money)
                .text(" and ")
                .figure(people),
        ),
        (Some(money), None) => Some(Prose::from("We ask for ").figure(money)),
        (None, Some(people)) => Some(Prose::from("We ask for ").figure(people)),
        (None, None) => decides.then(|| cost(subject)),
    };
    let sentence = match (asked, by_when(subject)) {
        (Some(asked), Some(when)) => asked.prose(when),
        (Some(asked), None) if decides => asked.text("; no date for the decision is stated"),
        (Some(asked), None) => asked,
        (None, _) => return postponed(subject),
    };
    if ask.money.is_none() {
        return Some(sentence.text("."));
    }
    Some(sentence.text(match ask.budgeted {
        Some(true) => "; it is in the budget.",
        Some(false) => "; it is not in the budget.",
        None => "; whether it is in the budget is not stated.",
    }))
}

/// By when an answer is wanted, of a decision that cannot be taken yet.
fn postponed(subject: &Subject) -> Option<Prose> {
    let shown =
        |date, place: &str| Prose::new().given(subject.house.date(date), Origin::decision(place));
    match (subject.decision.ask.by, subject.decision.meeting.date) {
        (Some(by), _) => Some(
            Prose::from("An answer is wanted by ")
                .prose(shown(by, "/ask/by"))
                .text("."),
        ),
        (None, Some(date)) => Some(
            Prose::from("The meeting of ")
                .prose(shown(date, "/meeting/date"))
                .text(" cannot decide it yet."),
        ),
        (None, None) => None,
    }
}

/// The date of the decision: the one asked for, else that of the meeting that is to decide.
fn by_when(subject: &Subject) -> Option<Prose> {
    let meeting = &subject.decision.meeting;
    let shown =
        |date, place: &str| Prose::new().given(subject.house.date(date), Origin::decision(place));
    if let Some(by) = subject.decision.ask.by {
        return Some(Prose::from(", with a decision by ").prose(shown(by, "/ask/by")));
    }
    let date = meeting
        .date
        .filter(|_| meeting.purpose != Some(Purpose::Information))?;
    Some(
        Prose::from("; the meeting of ")
            .prose(shown(date, "/meeting/date"))
            .text(" decides"),
    )
}

/// What the recommended option costs: at the start and a year.
fn cost(subject: &Subject) -> Prose {
    let Some((option, at)) = recommended_option(subject) else {
        return match subject.evaluation.verdict {
            Verdict::DoNotProceed => "We ask for nothing".into(),
            _ => "What it costs is not known".into(),
        };
    };
    let money =
        |amount: f64, key: &str| subject.money(amount, Origin::evaluation(format!("{at}/{key}")));
    let start = option
        .costs
        .as_ref()
        .and_then(|costs| costs.first().copied())
        .filter(|amount| *amount != 0.0);
    match (start, option.running_cost) {
        (Some(start), Some(running)) => Prose::from("It costs ")
            .figure(money(start, "costs/0"))
            .text(" at the start and ")
            .figure(money(running, "running_cost"))
            .text(" a year"),
        (None, Some(running)) => Prose::from("It costs ")
            .figure(money(running, "running_cost"))
            .text(" a year"),
        (Some(start), None) => Prose::from("It costs ").figure(money(start, "costs/0")),
        (None, None) => "What it costs is not known".into(),
    }
}

/// The recommended option with its place in the evaluation.
fn recommended_option<'a>(subject: &Subject<'a>) -> Option<(&'a OptionFlows, String)> {
    let name = subject.evaluation.recommended_option.as_deref()?;
    let mut options = subject.evaluation.finance.options.iter().enumerate();
    options
        .find(|(_, option)| option.name == name)
        .map(|(at, option)| (option, format!("/finance/options/{at}")))
}

/// What the recommended option is worth against the baseline, over the horizon.
fn worth(subject: &Subject) -> Option<Prose> {
    let (npv, at, against) = match subject.recommended_case() {
        Some((case, at)) => (case.npv?, at, against(subject, case)),
        None => {
            let (gain, at, option) = next_best(subject)?;
            (gain, at, Prose::from("the next best, ").prose(option))
        }
    };
    let years = f64::from(subject.evaluation.finance.horizon_years);
    let over = Figure::evaluation(subject.house.years(years), "/finance/horizon_years");
    let size = subject.money(npv.abs(), Origin::evaluation(format!("{at}/npv")));
    let more = if npv >= 0.0 {
        " more than "
    } else {
        " less than "
    };
    Some(
        Prose::from("Over ")
            .figure(over)
            .text(" it is worth ")
            .figure(size)
            .text(more)
            .prose(against)
            .text(", in today’s money."),
    )
}

/// Where the baseline itself is recommended: what it is worth more than the best of the others, the
/// place of that one's case, and what it is called.
fn next_best(subject: &Subject) -> Option<(f64, String, Prose)> {
    let finance = &subject.evaluation.finance;
    if subject.evaluation.recommended_option.as_deref() != Some(finance.baseline.as_str()) {
        return None;
    }
    let known = finance
        .cases
        .iter()
        .enumerate()
        .filter_map(|(at, case)| Some((at, case, case.npv?)));
    let (at, case, npv) = known.max_by(|one, other| one.2.total_cmp(&other.2))?;
    let option = finance
        .options
        .iter()
        .find(|option| option.name == case.option)?;
    Some((
        0.0 - npv,
        format!("/finance/cases/{at}"),
        subject.option_deed(option),
    ))
}

/// What a case is set against, in words that fit into a sentence.
pub fn against(subject: &Subject, case: &Case) -> Prose {
    let options = &subject.evaluation.finance.options;
    match options.iter().find(|option| option.name == case.against) {
        Some(option) => subject.option_deed(option),
        None => Prose::from(case.against.as_str()),
    }
}

/// Who is freed, and what they could earn instead; never added to the saving.
fn freed(subject: &Subject) -> Option<Prose> {
    let (case, at) = subject.recommended_case()?;
    let count = case.engineers_freed.filter(|count| *count > 0.0)?;
    let people = Figure::evaluation(
        subject.house.engineers(count),
        format!("{at}/engineers_freed"),
    );
    let sentence = match subject.runs_our_own() {
        true => Prose::from("It frees ").figure(people),
        false => Prose::from("It leaves ")
            .figure(people)
            .text(" free for other work"),
    };
    let Some(value) = case.opportunity_annual.filter(|value| *value > 0.0) else {
        return Some(sentence.text("."));
    };
    let value = subject.money(
        value,
        Origin::evaluation(format!("{at}/opportunity_annual")),
    );
    let gross = case.opportunity_is_gross == Some(true);
    Some(
        sentence
            .text(if gross {
                ", who could instead earn up to "
            } else {
                ", who could instead earn "
            })
            .figure(value)
            .text(if gross { " a year, gross." } else { " a year." }),
    )
}

/// For a decision that cannot be taken yet: how much is missing.
fn missing(subject: &Subject) -> Option<Prose> {
    let asked = subject.evaluation.open_questions.len();
    (subject.evaluation.verdict == Verdict::NotReady && asked > 0).then(|| {
        Prose::from("The questions that would settle it stand under “")
            .section(super::unknowns::ID, super::unknowns::HEADING)
            .text("”, the most decisive first.")
    })
}

/// How sure the answer is, and the first reason.
fn sure(subject: &Subject) -> Prose {
    let confidence = &subject.evaluation.confidence;
    let level = match confidence.level {
        ConfidenceLevel::High => "Our confidence is high",
        ConfidenceLevel::Medium => "Our confidence is medium",
        ConfidenceLevel::Low => "Our confidence is low",
    };
    match confidence.because.first() {
        Some(because) => Prose::from(level).text(". ").prose(prose(because)),
        None => Prose::from(level).text("."),
    }
}

/// The figures at a glance: what is saved, what it is worth, who is freed, when it has paid.
fn tiles(subject: &Subject) -> Vec<Tile> {
    let Some((case, at)) = subject.recommended_case() else {
        return baseline_tiles(subject);
    };
    let evaluation = |key: &str| Origin::evaluation(format!("{at}/{key}"));
    let mut tiles = Vec::new();
    if let Some(saving) = case.annual_saving {
        let label = if saving >= 0.0 {
            "Saved a year"
        } else {
            "Extra cost a year"
        };
        let amount = subject.money(saving.abs(), evaluation("annual_saving"));
        tiles.push(Tile::new(label, amount).note("running cost, year 1"));
    }
    let (redeployed, headline) = match subject.evaluation.finance.headline {
        FreedPeople::Redeployed => (true, case.npv_redeployed),
        FreedPeople::Released => (false, None),
    };
    if let Some(npv) = case.npv {
        let amount = subject.money(npv, evaluation("npv"));
        let tile = Tile::new("Net present value", amount);
        // Where nobody is freed, nobody's cost could stop.
        let freed = case.engineers_freed.is_some_and(|count| count > 0.0);
        tiles.push(match freed {
            true => tile.note("if the freed people’s cost stops"),
            false => tile,
        });
    }
    if let (true, Some(npv)) = (redeployed, headline) {
        let amount = subject.money(npv, evaluation("npv_redeployed"));
        let gross = case.opportunity_is_gross == Some(true);
        let label = if gross {
            "Or redeployed, up to"
        } else {
            "Or redeployed"
        };
        tiles.push(Tile::new(label, amount).note("instead of it, never on top"));
    }
    if let Some(count) = case.engineers_freed.filter(|count| *count > 0.0) {
        let figure = Figure::evaluation(
            subject.house.number_up_to(count, 1),
            format!("{at}/engineers_freed"),
        );
        tiles.push(Tile::new("Engineers freed", figure));
    }
    if let Some(payback) = payback(subject, case, &at) {
        tiles.push(Tile::new("Pays back", payback));
    }
    tiles
}

/// The figures of a recommended baseline: what it costs, and what it is worth more than the others.
fn baseline_tiles(subject: &Subject) -> Vec<Tile> {
    let Some((gain, at, option)) = next_best(subject) else {
        return Vec::new();
    };
    let finance = &subject.evaluation.finance;
    let place = finance
        .options
        .iter()
        .position(|option| option.name == finance.baseline);
    let cost = place.and_then(|at| Some((at, finance.options[at].running_cost?)));
    let cost = cost.map(|(at, cost)| {
        let from = Origin::evaluation(format!("/finance/options/{at}/running_cost"));
        Tile::new("Costs a year", subject.money(cost, from)).note("running cost, year 1")
    });
    let gain = subject.money(gain, Origin::evaluation(format!("{at}/npv")));
    let worth = Tile::new("Net present value", gain).note(Prose::from("against ").prose(option));
    cost.into_iter().chain([worth]).collect()
}

/// The payback of a case in a word or a figure.
pub fn payback(subject: &Subject, case: &Case, at: &str) -> Option<Prose> {
    let months = case.payback_months?;
    let from = format!("{at}/payback_months");
    let shown = if months == 0.0 {
        "at once".to_string()
    } else {
        subject.house.months(months)
    };
    Some(Figure::evaluation(shown, from).into())
}

/// A sentence that begins with a capital, where it begins with our own words.
pub fn upper_first(sentence: Prose) -> Prose {
    use crate::report::model::Inline;
    let mut pieces = sentence.0;
    if let Some(Inline::Text(text)) = pieces.first_mut() {
        let mut letters = text.chars();
        if let Some(first) = letters.next() {
            *text = first.to_uppercase().chain(letters).collect();
        }
    }
    Prose(pieces)
}
