//! Reasons why nothing is recommended, or less than might have been: what stands in the way.

use crate::evaluate::choose;
use crate::evaluate::findings::finding;
use crate::evaluate::output::{Finding, OpenQuestion, Verdict};
use crate::evaluate::runner_up::{self, Lack};
use crate::evaluate::say;
use crate::evaluate::told::Told;
use crate::finance::OptionKind;
use crate::phrase::Phrase;

/// What stands in the way of building.
pub(super) fn not_build(told: &Told) -> Option<Finding> {
    let lacks = runner_up::lacks(told.judgement, Verdict::Build);
    let failed = told.judgement.failed();
    let weightiest = runner_up::weightiest(&lacks);
    let said = match failed {
        0 => Phrase::new("Building fails because ").text(weightiest),
        1 => Phrase::new("Building fails on one of the five questions: ").text(weightiest),
        5 => Phrase::new("None of the five questions supports building: ").text(weightiest),
        _ => Phrase::new("Building fails on ")
            .then(say::number(failed as f64, "/questions_failed"))
            .text(" of the five questions: ")
            .text(weightiest),
    };
    Some(finding(
        "build-lacks",
        said.text("."),
        ["/questions_failed".to_string()],
    ))
}

/// What stands in the way of buying.
pub(super) fn not_buy(told: &Told) -> Option<Finding> {
    let lacks = runner_up::lacks(told.judgement, Verdict::Buy);
    let said = match loss(told, OptionKind::Buy).filter(|_| lacks.contains(&Lack::Money)) {
        Some((loss, at, from)) => {
            let name = &told.decision.alternatives[at].name;
            let said = Phrase::new("Buying fails because ")
                .name(name)
                .text(" would lose ");
            let said = said
                .then(told.money(loss, &from))
                .text(" against building over ");
            said.text(told.years()).text(other_work(told))
        }
        None => Phrase::new("Buying fails because ").text(runner_up::weightiest(&lacks)),
    };
    Some(finding(
        "buy-lacks",
        said.text("."),
        ["/alternatives".to_string()],
    ))
}

/// What sets us apart is given up, because keeping it would not pay.
pub(super) fn own_part_does_not_pay(told: &Told) -> Option<Finding> {
    if told.judgement.apart == 0 || told.judgement.hybrid.is_some() {
        return None;
    }
    let (loss, _, from) = loss(told, OptionKind::Hybrid)?;
    let said = Phrase::new("Keeping our own part would not pay: the two together would lose ")
        .then(told.money(loss, &from))
        .text(format!(
            " against building over {}{}.",
            told.years(),
            other_work(told)
        ));
    Some(finding("own-part-does-not-pay", said, [from]))
}

/// The smallest loss against building of an option of a kind, engineers' cost stopping, with the
/// alternative and the place of the figure.
fn loss(told: &Told, kind: OptionKind) -> Option<(f64, usize, String)> {
    let at = choose::best_of_all(told.decision, told.judgement, kind)?;
    let mut cases = told.judgement.outlook.against_build.iter().enumerate();
    let (place, case) = cases.find(|(_, c)| c.kind == kind && c.alternative == Some(at))?;
    let npv = case.npv.filter(|npv| *npv < 0.0)?;
    Some((-npv, at, format!("/against_build/{place}/npv")))
}

/// That it makes no difference what freed engineers do, where that was reckoned.
fn other_work(told: &Told) -> &'static str {
    match told.decision.opportunities.is_empty() {
        true => "",
        false => ", and other work for the engineers would not make up for it",
    }
}

/// No answer that is still open would change it.
pub(super) fn no_answer(_: &Told) -> Option<Finding> {
    let said = "No answer that is still open would change this.";
    Some(finding(
        "no-open-answer",
        said,
        ["/open_questions".to_string()],
    ))
}

/// The questions that decide it.
pub(super) fn asked(open: &[OpenQuestion]) -> Vec<Finding> {
    let decisive = open
        .iter()
        .filter(|question| !question.could_give.is_empty());
    let starts = ["We need to know: ", "We also need to know: "];
    decisive
        .zip(starts)
        .map(|(question, start)| {
            let said = Phrase::new(start).then(question.asks.clone());
            finding("to-find-out", said, [question.field.clone()])
        })
        .collect()
}
