//! Q4: are these engineers worth most here? Building is held against doing nothing and against
//! every option on an alternative that qualifies, in both readings of freed engineers.
//!
//! *No* where one of them is known to be worth more than building; *unknown* where building has no
//! cost to compare with.

use super::alternatives::Standing;
use crate::decision::Figure;
use crate::evaluate::judge::{Judge, Judgement};
use crate::evaluate::output::{Answer, Evidence};
use crate::evaluate::subject::Subject;
use crate::evaluate::told::Told;
use crate::finance::{CaseValue, OptionKind, Outlook};
use crate::phrase::Phrase;

/// The answer.
pub(in crate::evaluate) fn answer(outlook: &Outlook, standings: &[Standing]) -> Answer {
    if !outlook.build_costed {
        return Answer::Unknown;
    }
    let counts = |case: &&CaseValue| is_rival(case, standings);
    if outlook
        .against_build
        .iter()
        .filter(counts)
        .any(CaseValue::gains_in_a_reading)
    {
        Answer::No
    } else {
        Answer::StrongYes
    }
}

/// Whether an option is held against building: nothing, or one that rests on what qualifies.
fn is_rival(case: &CaseValue, standings: &[Standing]) -> bool {
    match case.alternative {
        None => case.kind == OptionKind::Nothing,
        Some(at) => standings.get(at).is_some_and(|s| s.qualifies == Some(true)),
    }
}

/// What building would have to earn a year for no rival to be worth more; the inner `None` where
/// nothing would do. The outer one where the question does not arise: its cost is not known, its
/// value is stated, or it is worth most already.
///
/// Net present values are straight lines in what building earns, so two points give each line.
pub(in crate::evaluate) fn break_even(
    subject: &Subject,
    judgement: &Judgement,
    judge: &Judge,
) -> Option<Option<f64>> {
    let build = subject.decision.build.as_ref()?;
    if build.annual_value.is_some() || judgement.answers[3] != Answer::No {
        return None;
    }
    let mut earning = subject.decision.clone();
    earning.build.as_mut()?.annual_value = Some(Figure::exactly(A_MILLION));
    let with_value = crate::finance::outlook(&earning, &judge.terms);
    let mut needed = 0.0_f64;
    let pairs = judgement
        .outlook
        .against_build
        .iter()
        .zip(&with_value.against_build);
    for (without, with) in pairs.filter(|(case, _)| is_rival(case, &judgement.standings)) {
        for (a, b) in [
            (without.npv, with.npv),
            (without.npv_redeployed, with.npv_redeployed),
        ] {
            let (Some(a), Some(b)) = (a, b) else { continue };
            let slope = (a - b) / A_MILLION;
            if a > 0.0 && slope <= 0.0 {
                return Some(None);
            }
            if a > 0.0 {
                needed = needed.max(a / slope);
            }
        }
    }
    Some(Some(needed))
}

/// The second point on each line.
const A_MILLION: f64 = 1e6;

/// What each rival is worth against building, the recommended one and then the best first, and what building would have to earn.
pub(in crate::evaluate) fn evidence(told: &Told) -> Vec<Evidence> {
    if !told.judgement.outlook.build_costed {
        return vec![Evidence::new(
            "The cost of building is not given, so no option can be held against it.",
            "/build",
        )];
    }
    let cases = &told.judgement.outlook.against_build;
    let mut rivals: Vec<(usize, &CaseValue)> = cases
        .iter()
        .enumerate()
        .filter(|(_, case)| is_rival(case, &told.judgement.standings) && case.npv.is_some())
        .collect();
    let best = |case: &CaseValue| {
        [case.npv, case.npv_redeployed]
            .into_iter()
            .flatten()
            .fold(f64::NEG_INFINITY, f64::max)
    };
    rivals.sort_by(|a, b| best(b.1).total_cmp(&best(a.1)));
    // The one that is recommended comes first: it is the one that a board is asked about.
    let recommended = |case: &CaseValue| {
        told.judgement
            .chosen
            .is_some_and(|c| c.kind == case.kind && c.alternative == case.alternative)
    };
    rivals.sort_by_key(|(_, case)| !recommended(case));
    let mut evidence: Vec<Evidence> = rivals
        .iter()
        .map(|(at, case)| rival(told, *at, case))
        .collect();
    evidence.extend(value(told));
    evidence
}

fn rival(told: &Told, at: usize, case: &CaseValue) -> Evidence {
    let from = format!("/against_build/{at}/npv");
    let worth = |value: f64, from: &str| {
        let shown = told.amount(value.abs());
        let (shown, compared) = match value {
            _ if shown == told.amount(0.0) => ("as much".to_string(), " as building"),
            value if value < 0.0 => (shown, " less than building"),
            _ => (shown, " more than building"),
        };
        Phrase::default().figure(shown, value, from).text(compared)
    };
    let npv = case.npv.unwrap_or_default();
    let said = told.spoken(case.kind, case.alternative).text(" is worth ");
    let said = said
        .then(worth(npv, &from))
        .text(format!(" over {}", told.years()));
    let said = match case.npv_redeployed {
        Some(value) => said
            .text(" if the engineers’ cost stops, and ")
            .then(worth(value, &format!("/against_build/{at}/npv_redeployed")))
            .text(" if they work on what is listed instead."),
        None => said.text("."),
    };
    Evidence::new(said, from)
}

/// What building is credited with, and what it would have to earn.
fn value(told: &Told) -> Option<Evidence> {
    let build = told.decision.build.as_ref()?;
    if let Some(value) = &build.annual_value {
        let from = "/build/annual_value";
        let said = Phrase::new("What is built earns ")
            .then(told.money(value.likely, from))
            .text(" a year.");
        return Some(Evidence::new(said, from));
    }
    let said =
        Phrase::new("Nothing is stated that building would earn, so it is credited with nothing.");
    let said = match told.break_even {
        Some(Some(value)) => said
            .text(" It would have to earn about ")
            .then(told.money(value, "/build_break_even"))
            .text(" a year to be worth most."),
        Some(None) => said.text(" No value would make it worth most, because keeping only our own part would earn the same."),
        None => said,
    };
    Some(Evidence::new(said, "/build/annual_value"))
}
