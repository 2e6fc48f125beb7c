//! The questions that directors ask of every such paper, answered from the decision, or with the
//! plain word that no evidence was supplied.

use crate::report::model::{Block, Figure, KeyValue, Origin, Prose};
use crate::report::words::{Subject, prose};

/// What stands where the decision says nothing.
const NOTHING: &str = "No evidence supplied.";

/// The questions with their answers.
pub fn blocks(subject: &Subject) -> Vec<Block> {
    let asked: [(&str, Option<Prose>); 9] = [
        (
            // To a board, doing nothing would mean that ours goes on.
            if subject.runs_our_own() {
                "What if we do without?"
            } else {
                "What if we do nothing?"
            },
            nothing(subject),
        ),
        ("Is the money in the budget?", budget(subject)),
        ("Who answers for it?", accountable(subject)),
        ("When is it live?", live(subject)),
        ("What does it cost to leave again?", leaving(subject)),
        (
            "Will the supplier be there in five years?",
            diligence(subject, "viability"),
        ),
        (
            "What shows that it is secure?",
            diligence(subject, "security_evidence"),
        ),
        ("What if the price rises?", price(subject)),
        ("How much of this is assumed?", assumed(subject)),
    ];
    let pairs = asked
        .into_iter()
        .map(|(question, answer)| KeyValue::new(question, answer.unwrap_or_else(|| NOTHING.into())))
        .collect();
    vec![
        Block::heading(2, "directors", "What directors will ask"),
        Block::KeyValues { pairs },
    ]
}

/// Doing nothing against the recommended option, where both are costed.
fn nothing(subject: &Subject) -> Option<Prose> {
    use crate::finance::OptionKind::Nothing;
    let finance = &subject.evaluation.finance;
    let at = finance.cases.iter().position(|case| case.kind == Nothing)?;
    let npv = finance.cases[at].npv?;
    let deed = if subject.runs_our_own() {
        "doing without"
    } else {
        "doing nothing"
    };
    let amount = subject.money(
        npv.abs(),
        Origin::evaluation(format!("/finance/cases/{at}/npv")),
    );
    let against = super::answer::against(subject, &finance.cases[at]);
    Some(
        Prose::from("Against ")
            .prose(against)
            .text(if npv < 0.0 {
                format!(", {deed} loses ")
            } else {
                format!(", {deed} is worth ")
            })
            .figure(amount)
            .text(" in today’s money, before whatever the need itself is worth."),
    )
}

fn budget(subject: &Subject) -> Option<Prose> {
    Some(match subject.decision.ask.budgeted? {
        true => "Yes.".into(),
        false => "No.".into(),
    })
}

fn accountable(subject: &Subject) -> Option<Prose> {
    let sponsor = subject.decision.meeting.sponsor.as_ref().map(|name| {
        Prose::new()
            .given(name, Origin::decision("/meeting/sponsor"))
            .text(" sponsors it")
    });
    let metrics = subject.decision.success.metrics.iter().enumerate();
    let owner = metrics
        .filter_map(|(at, metric)| metric.owner.as_ref().map(|owner| (at, owner)))
        .next()
        .map(|(at, owner)| {
            Prose::new()
                .given(
                    owner,
                    Origin::decision(format!("/success/metrics/{at}/owner")),
                )
                .text(" answers for the first measure")
        });
    match (sponsor, owner) {
        (Some(sponsor), Some(owner)) => Some(sponsor.text("; ").prose(owner).text(".")),
        (sponsor, owner) => sponsor.or(owner).map(|answer| answer.text(".")),
    }
}

/// The alternative that the recommended option rests on, as an index.
fn bought(subject: &Subject) -> Option<usize> {
    let name = subject.evaluation.recommended_option.as_deref()?;
    let options = &subject.evaluation.finance.options;
    options
        .iter()
        .find(|option| option.name == name)?
        .alternative
}

fn live(subject: &Subject) -> Option<Prose> {
    let (date, at) = match bought(subject) {
        Some(at) => (
            subject.decision.alternatives.get(at)?.live_on?,
            format!("/alternatives/{at}/live_on"),
        ),
        None => (
            subject.decision.build.as_ref()?.live_on?,
            "/build/live_on".to_string(),
        ),
    };
    Some(
        Prose::from("On ")
            .figure(Figure::decision(subject.house.date(date), at))
            .text("."),
    )
}

fn leaving(subject: &Subject) -> Option<Prose> {
    let at = bought(subject)?;
    let alternative = subject.decision.alternatives.get(at)?;
    let place = format!("/alternatives/{at}");
    let cost = alternative.exit_cost.as_ref().map(|cost| {
        Prose::from("Leaving costs ")
            .figure(subject.money(cost.likely, Origin::decision(format!("{place}/exit_cost"))))
    });
    let notice = alternative.diligence.notice_months.map(|months| {
        let from = format!("{place}/diligence/notice_months");
        Prose::from("notice is ").figure(Figure::decision(subject.house.months(months), from))
    });
    let term = alternative.diligence.term_months.map(|months| {
        let from = format!("{place}/diligence/term_months");
        Prose::from("the contract runs for ")
            .figure(Figure::decision(subject.house.months(months), from))
    });
    let parts: Vec<Prose> = [cost, notice, term].into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    let said = super::resolution::joined(parts).text(".");
    Some(super::answer::upper_first(said))
}

fn diligence(subject: &Subject, key: &str) -> Option<Prose> {
    let at = bought(subject)?;
    let known = &subject.decision.alternatives.get(at)?.diligence;
    let text = match key {
        "viability" => known.viability.as_ref()?,
        _ => known.security_evidence.as_ref()?,
    };
    let from = Origin::decision(format!("/alternatives/{at}/diligence/{key}"));
    Some(
        Prose::new()
            .given(text.trim_end_matches('.'), from)
            .text("."),
    )
}

/// The flip point of the price of what is bought.
fn price(subject: &Subject) -> Option<Prose> {
    let at = bought(subject)?;
    let fields = [
        format!("/alternatives/{at}/annual_cost"),
        format!("/alternatives/{at}/per_seat"),
    ];
    let flip = subject
        .evaluation
        .flip_points
        .iter()
        .find(|flip| fields.contains(&flip.field))?;
    Some(prose(&flip.because))
}

fn assumed(subject: &Subject) -> Option<Prose> {
    let figures = super::assumptions::figures(subject);
    if figures.is_empty() {
        return None;
    }
    let count = |test: &dyn Fn(&crate::decision::Figure) -> bool| {
        figures.iter().filter(|(_, _, figure)| test(figure)).count() as f64
    };
    let number = |count: f64| Figure::decision(subject.house.in_words(count), "");
    let bare = count(&|figure| figure.source.is_none());
    let assumed = count(&|figure| figure.is_assumption());
    let is_assumed = match assumed {
        1.0 => " is an assumption",
        _ => " are assumptions",
    };
    let has_none = match bare {
        1.0 => " has no source",
        _ => " have no source",
    };
    let all = figures.len() as f64;
    let of = Prose::from("Of ").figure(number(all)).text(match all {
        1.0 => " figure, ",
        _ => " figures, ",
    });
    let said = match (assumed > 0.0, bare > 0.0) {
        (true, true) => of
            .figure(number(assumed))
            .text(is_assumed)
            .text(" and ")
            .figure(number(bare))
            .text(has_none),
        (true, false) => of.figure(number(assumed)).text(is_assumed),
        (false, true) => of.figure(number(bare)).text(has_none),
        (false, false) => "Nothing: every figure has its source".into(),
    };
    Some(
        said.text(". All are listed under “")
            .section(super::assumptions::ID, super::assumptions::HEADING)
            .text("”."),
    )
}
