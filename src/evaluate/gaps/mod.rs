//! What is not known: every place in a decision that holds no answer and could hold one, and the
//! answers that may be tried there. One list serves the open questions, and the choice between
//! *do not proceed* and *not ready to decide*.

mod ask;
mod fill;
mod list;
mod open;

pub(super) use list::all;
pub(super) use open::questions;

use super::judge::Judge;
use super::subject::Subject;

/// A place that holds no answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gap {
    /// The field that would hold the answer, as a JSON pointer.
    pub field: String,
    /// What is not known.
    pub what: What,
}

/// What is not known; a number is the index of an entry in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Whether an alternative is proven.
    Proven(usize),
    /// How much of the need it covers.
    Fit(usize),
    /// What it costs.
    Price(usize),
    /// How many engineers keep building on top of it.
    OwnEngineers(usize),
    /// Which alternatives there are.
    Alternatives,
    /// Whether a component is hard to replicate.
    Replicate(usize),
    /// Whether it matters to customers.
    Matters(usize),
    /// Which components there are.
    Components,
    /// What building costs, nothing being known of it.
    Build,
    /// What the people cost who build.
    BuildPeople,
    /// What an engineer costs.
    EngineerCost,
    /// What the built thing earns.
    BuildValue,
    /// What freed engineers could do instead.
    Opportunities,
    /// What an opportunity is worth.
    OpportunityValue(usize),
    /// What serves the need today.
    Today,
    /// Which metrics there are.
    Metrics,
    /// A metric's target.
    Target(usize),
    /// A metric's deadline.
    Due(usize),
    /// Who answers for a metric.
    Owner(usize),
    /// What was measured, the deadline having passed.
    Actual(usize),
    /// Whether the exit rule is committed to.
    Committed,
    /// Whether a stress is survived.
    Survives(usize),
    /// How many engineers are planned.
    Planned,
    /// How many engineers are needed.
    Needed,
    /// What the plan is.
    Plan,
    /// Whether there is a budget for several years.
    Budget,
    /// Who stands behind it.
    Sponsor,
    /// Whether there is an organisation of its own.
    Dedicated,
    /// Whether its people have career paths.
    CareerPaths,
    /// How many engineers the organisation has.
    Engineers,
    /// Whether adoption is voluntary.
    Voluntary,
    /// How many choose what was built.
    Adoption,
    /// How vendors answer a need.
    VendorAnswer(usize),
    /// Which vendors were asked.
    VendorsAsked(usize),
    /// Why no vendor can meet it.
    Why(usize),
    /// Whether strategic property is claimed.
    PropertyClaimed,
    /// What keeps others from having it.
    Moat,
    /// The evidence for that.
    MoatEvidence,
    /// Whether the market forces vendors.
    MarketForces,
    /// Whether the recommended option covers a need of AI.
    Ai(usize),
}

impl What {
    /// The alternative that it is about.
    fn alternative(self) -> Option<usize> {
        match self {
            What::Proven(at) | What::Fit(at) | What::Price(at) | What::OwnEngineers(at) => Some(at),
            _ => None,
        }
    }

    /// The question, counted from 0, whose answer is not known as long as this is not.
    fn question(self) -> Option<usize> {
        match self {
            What::Components | What::Replicate(_) | What::Matters(_) => Some(0),
            What::Survives(_) => Some(1),
            What::Alternatives | What::Proven(_) | What::Fit(_) => Some(2),
            What::Build | What::BuildPeople | What::EngineerCost => Some(3),
            What::Metrics | What::Committed => Some(4),
            _ => None,
        }
    }
}

/// What an answer is tried for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toward {
    /// The answer that speaks for building.
    Build,
    /// The one that speaks for buying with our own on top.
    Hybrid,
    /// The one that speaks for buying.
    Buy,
    /// The one that speaks for ending what runs.
    Stop,
}

impl Toward {
    /// Every direction in which answers are tried.
    pub const ALL: [Toward; 4] = [Toward::Build, Toward::Hybrid, Toward::Buy, Toward::Stop];
}

/// Whether some answers to what is not known would give a verdict. The answers that speak for a
/// verdict never speak against it together, so trying them all at once is enough.
pub(super) fn could_be_decided(judge: &Judge, subject: &Subject) -> bool {
    let gaps = all(subject, None);
    !gaps.is_empty()
        && Toward::ALL.into_iter().any(|toward| {
            let filled = filled(subject, gaps.iter(), toward);
            judge.judge(&filled).row.is_some()
        })
}

/// A decision with answers in some of its gaps.
fn filled<'g>(subject: &Subject, gaps: impl Iterator<Item = &'g Gap>, toward: Toward) -> Subject {
    let mut filled = subject.clone();
    for gap in gaps {
        gap.fill(&mut filled, toward);
    }
    filled
}
