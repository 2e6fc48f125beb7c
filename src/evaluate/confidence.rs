//! How sure an answer is: doubts are counted, and the policy says from how many on confidence is
//! medium or low. A decision that is not ready never has more than low confidence.
//!
//! Doubts are answers that are not known, figures without source, assumed or old, money that
//! cannot be reckoned, needs of AI agents that the recommended option leaves open, and a market
//! that speaks against the verdict. A market that speaks for it takes one doubt away.

use super::ai::{self, Side};
use super::judge::Judgement;
use super::output::{Answer, Confidence, ConfidenceLevel, Verdict};
use super::provenance::Figures;
use super::say;
use super::subject::Subject;
use super::told::Told;
use crate::decision::Decision;
use crate::phrase::Phrase;
use crate::policy::{Policy, Threshold};

/// What casts doubt on a verdict whatever the open answers turn out to be.
pub(super) struct Doubts {
    figures: Figures,
    thresholds: [f64; 2],
    verdict: Verdict,
}

impl Doubts {
    /// The doubts that a decision's figures give cause for.
    pub fn new(decision: &Decision, policy: &Policy, verdict: Verdict) -> Doubts {
        Doubts {
            figures: Figures::of(decision, policy),
            thresholds: [
                policy.value(Threshold::DoubtsForMedium),
                policy.value(Threshold::DoubtsForLow),
            ],
            verdict,
        }
    }

    /// What the verdict recommends.
    pub fn side(&self) -> Option<Side> {
        Side::of(self.verdict)
    }

    /// The level of confidence in a verdict.
    pub fn level(
        &self,
        judgement: &Judgement,
        subject: &Subject,
        verdict: Verdict,
    ) -> ConfidenceLevel {
        if verdict == Verdict::NotReady {
            return ConfidenceLevel::Low;
        }
        let unknown = judgement
            .answers
            .iter()
            .filter(|a| **a == Answer::Unknown)
            .count();
        let figures = [
            &self.figures.unsourced,
            &self.figures.assumed,
            &self.figures.old,
        ];
        let figures = figures.iter().filter(|list| !list.is_empty()).count()
            + usize::from(self.figures.mostly_unsupported());
        let mut doubts = unknown + figures + usize::from(unreckoned(judgement));
        if let Some(side) = Side::of(verdict) {
            doubts += usize::from(ai::uncovered(&subject.decision, side) > 0);
            match subject.decision.market_forces_vendors {
                Some(forced) if forced == (side == Side::Buy) => doubts = doubts.saturating_sub(1),
                Some(_) => doubts += 1,
                None => {}
            }
        }
        let doubts = doubts as f64;
        match self.thresholds {
            [_, low] if doubts >= low => ConfidenceLevel::Low,
            [medium, _] if doubts >= medium => ConfidenceLevel::Medium,
            _ => ConfidenceLevel::High,
        }
    }
}

/// Whether the recommended option has a case whose money cannot be reckoned. Where the cost of
/// building is not known either, that is one doubt and not two.
fn unreckoned(judgement: &Judgement) -> bool {
    judgement.outlook.build_costed
        && judgement.chosen.is_some_and(|chosen| {
            let mut cases = judgement.outlook.cases.iter();
            let case = cases.find(|c| c.kind == chosen.kind && c.alternative == chosen.alternative);
            case.is_some_and(|case| case.npv.is_none())
        })
}

/// The confidence of a verdict, with its reasons.
pub(super) fn confidence(told: &Told, doubts: &Doubts) -> Confidence {
    let level = doubts.level(told.judgement, told.subject, told.verdict);
    let mut because = Vec::new();
    because.extend(unknown_answers(told.judgement));
    if unreckoned(told.judgement) {
        because.push(Phrase::new(
            "The money of the recommended option cannot be reckoned from what is given.",
        ));
    }
    let figures = &doubts.figures;
    because.extend(share_of(
        &figures.unsourced,
        figures.all,
        "has no source",
        "have no source",
    ));
    because.extend(share_of(
        &figures.assumed,
        figures.all,
        "is an assumption",
        "are assumptions",
    ));
    let age = say::policy(told, Threshold::SourceAgeMonths);
    because.extend(
        share_of(&figures.old, figures.all, "is old", "are old").map(|said| {
            said.text(" More than ")
                .then(age)
                .text(" months count as old.")
        }),
    );
    because.extend(ai_gap(told));
    because.extend(market(told));
    if because.is_empty() {
        because.push(Phrase::new(
            "Every answer is known, and every figure it rests on has a recent source.",
        ));
    }
    Confidence { level, because }
}

fn unknown_answers(judgement: &Judgement) -> Option<Phrase> {
    const ASKS: [&str; 5] = [
        "what sets us apart",
        "whether we could maintain it",
        "whether an alternative fits",
        "what building costs",
        "how success is measured",
    ];
    let unknown: Vec<&str> = judgement
        .answers
        .iter()
        .zip(ASKS)
        .filter(|(answer, _)| **answer == Answer::Unknown)
        .map(|(_, asks)| asks)
        .collect();
    (!unknown.is_empty()).then(|| {
        Phrase::new(format!(
            "It is not fully known {}.",
            say::words(&unknown, "or")
        ))
    })
}

fn share_of(places: &[String], all: usize, one: &str, many: &str) -> Option<Phrase> {
    let first = places.first()?;
    let count = places.len();
    let rest = if count == 1 { one } else { many };
    if count == all && all > 1 {
        return Some(Phrase::new(match many {
            "have no source" => "No figure that the answer rests on has a source.",
            "are assumptions" => "Every figure that the answer rests on is an assumption.",
            _ => "Every figure that the answer rests on is old.",
        }));
    }
    Some(say::number_at_start(count as f64, first).text(format!(
        " of the {} figures that the answer rests on {rest}.",
        say::count(all as f64)
    )))
}

fn ai_gap(told: &Told) -> Option<Phrase> {
    let side = Side::of(told.verdict)?;
    let open: Vec<&str> = ai::needs(told.decision)
        .iter()
        .filter(|n| n.need.needed == Some(true) && side.covers(n.need) == Some(false))
        .map(|n| n.says)
        .collect();
    (!open.is_empty()).then(|| {
        Phrase::new(format!(
            "The recommended option does not cover {}.",
            say::words(&open, "or")
        ))
    })
}

fn market(told: &Told) -> Option<Phrase> {
    let side = Side::of(told.verdict)?;
    Some(Phrase::new(
        match (told.decision.market_forces_vendors?, side) {
            (true, Side::Buy) => {
                "Other customers make vendors build this anyway, which supports the answer."
            }
            (false, Side::Build) => {
                "No other customer makes vendors build this, which supports the answer."
            }
            (true, Side::Build) => {
                "Other customers make vendors build this anyway, which speaks against building it."
            }
            (false, Side::Buy) => {
                "No other customer makes vendors build this, which speaks against buying it."
            }
        },
    ))
}
