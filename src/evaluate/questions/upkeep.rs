//! Q2: can we maintain it for three to five years? Four stresses, three green flags, three red ones.
//!
//! *No* where a stress is known not to be survived, or a red flag is up; *strong yes* where all
//! stresses are survived and all green flags are up; *partial* where only green flags are missing.

use crate::decision::{Decision, Sponsor};
use crate::evaluate::limit;
use crate::evaluate::output::{Answer, Evidence};
use crate::evaluate::say;
use crate::evaluate::subject::Subject;
use crate::evaluate::told::Told;
use crate::phrase::Phrase;
use crate::policy::{Policy, Threshold};

/// The answer.
pub(in crate::evaluate) fn answer(subject: &Subject, policy: &Policy) -> Answer {
    let decision = &subject.decision;
    let survived = stresses(decision).map(|stress| stress.survived);
    let red = understaffed(decision, policy) || weak_sponsor(decision) || subject.written.no_plan;
    if red || survived.contains(&Some(false)) {
        Answer::No
    } else if survived.contains(&None) {
        Answer::Unknown
    } else if green_flags(decision) == [Some(true); 3] {
        Answer::StrongYes
    } else {
        Answer::Partial
    }
}

/// A stress that a built thing must survive.
pub(in crate::evaluate) struct Stress {
    /// Whether it is survived.
    pub survived: Option<bool>,
    /// The field that says so.
    pub field: &'static str,
    /// What happens, after *would not survive*.
    pub what: &'static str,
}

/// The four stresses.
pub(in crate::evaluate) fn stresses(decision: &Decision) -> [Stress; 4] {
    let survives = &decision.maintenance.survives;
    let stress = |survived, field, what| Stress {
        survived,
        field,
        what,
    };
    [
        stress(
            survives.key_people_leave,
            "/maintenance/survives/key_people_leave",
            "key people leaving",
        ),
        stress(
            survives.priorities_shift,
            "/maintenance/survives/priorities_shift",
            "priorities shifting",
        ),
        stress(
            survives.technology_moves_on,
            "/maintenance/survives/technology_moves_on",
            "the technology moving on",
        ),
        stress(
            survives.team_reassigned,
            "/maintenance/survives/team_reassigned",
            "its team being reassigned",
        ),
    ]
}

/// Whether fewer engineers are planned than the policy's share of those needed.
pub(in crate::evaluate) fn understaffed(decision: &Decision, policy: &Policy) -> bool {
    let maintenance = &decision.maintenance;
    match (
        &maintenance.engineers_planned,
        &maintenance.engineers_needed,
    ) {
        (Some(planned), Some(needed)) => limit::is_below(
            planned.likely,
            policy.value(Threshold::Understaffed) * needed.likely,
        ),
        _ => false,
    }
}

/// Whether the sponsor is known to be below executive level.
fn weak_sponsor(decision: &Decision) -> bool {
    matches!(
        decision.maintenance.executive_sponsor,
        Some(Sponsor::Director | Sponsor::None)
    )
}

/// An organisation with career paths, a budget for several years, an executive sponsor.
fn green_flags(decision: &Decision) -> [Option<bool>; 3] {
    let platform = &decision.organisation.platform;
    let organisation = match (platform.dedicated_organisation, platform.career_paths) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    };
    let sponsor = decision
        .maintenance
        .executive_sponsor
        .map(|s| matches!(s, Sponsor::Cto | Sponsor::Vp));
    [
        organisation,
        decision.maintenance.multi_year_budget,
        sponsor,
    ]
}

/// Red flags, stresses not survived, what is not known, then what speaks for building.
pub(in crate::evaluate) fn evidence(told: &Told) -> Vec<Evidence> {
    let mut evidence = red_flags(told);
    let stresses = stresses(told.decision);
    let mut of = |wanted: Option<bool>, start: &str, end: &str| {
        for stress in stresses.iter().filter(|s| s.survived == wanted) {
            evidence.push(Evidence::new(
                format!("{start} {}{end}", stress.what),
                stress.field,
            ));
        }
    };
    of(Some(false), "It would not survive", ".");
    of(None, "It is not known whether it would survive", ".");
    of(Some(true), "It would survive", ".");
    evidence.extend(flags(told.decision));
    evidence
}

fn red_flags(told: &Told) -> Vec<Evidence> {
    let maintenance = &told.decision.maintenance;
    let mut red = Vec::new();
    if let (true, Some(planned), Some(needed)) = (
        understaffed(told.decision, told.policy),
        &maintenance.engineers_planned,
        &maintenance.engineers_needed,
    ) {
        let said = say::planned_and_needed(planned.likely, needed.likely);
        red.push(Evidence::new(said, "/maintenance/engineers_planned"));
    }
    if told.subject.written.no_plan {
        let plan = maintenance.plan.as_deref().unwrap_or_default();
        let said = match plan.trim() {
            "" => Phrase::new("The plan is blank."),
            words => Phrase::new("The plan puts it off: ")
                .then(say::quoted(words))
                .text("."),
        };
        red.push(Evidence::new(said, "/maintenance/plan"));
    }
    let sponsor = match maintenance.executive_sponsor {
        Some(Sponsor::Director) => Some("Its sponsor is a director, below executive level."),
        Some(Sponsor::None) => Some("No executive stands behind it."),
        _ => None,
    };
    red.extend(sponsor.map(|said| Evidence::new(said, "/maintenance/executive_sponsor")));
    red
}

fn flags(decision: &Decision) -> Vec<Evidence> {
    let platform = &decision.organisation.platform;
    let say = |value: Option<bool>, field: &'static str, said: [&'static str; 3]| {
        let said = match value {
            Some(true) => said[0],
            Some(false) => said[1],
            None => said[2],
        };
        Evidence::new(said, field)
    };
    let mut flags = vec![
        say(
            platform.dedicated_organisation,
            "/organisation/platform/dedicated_organisation",
            [
                "A team of its own builds and runs it.",
                "No team of its own builds and runs it.",
                "It is not known whether it has a team of its own.",
            ],
        ),
        say(
            platform.career_paths,
            "/organisation/platform/career_paths",
            [
                "Its people have a career in it.",
                "Its people have no career in it.",
                "It is not known whether its people have a career in it.",
            ],
        ),
        say(
            decision.maintenance.multi_year_budget,
            "/maintenance/multi_year_budget",
            [
                "Its budget covers several years.",
                "Its budget does not cover several years.",
                "It is not known whether its budget covers several years.",
            ],
        ),
    ];
    let sponsor = match decision.maintenance.executive_sponsor {
        Some(Sponsor::Cto) => Some("The chief technology officer stands behind it."),
        Some(Sponsor::Vp) => Some("A vice president stands behind it."),
        None => Some("It is not known whether an executive stands behind it."),
        Some(_) => None,
    };
    flags.extend(sponsor.map(|said| Evidence::new(said, "/maintenance/executive_sponsor")));
    flags
}
