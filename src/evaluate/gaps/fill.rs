//! The answers that may be tried where nothing is known: the one that speaks most for a verdict,
//! since what lies between can do no more.

use super::{Gap, Toward, What};
use crate::decision::read::Read;
use crate::decision::{
    Alternative, Build, Component, Figure, Metric, Opportunity, Sponsor, Today, VendorAnswer,
};
use crate::evaluate::subject::Subject;

/// More than any decision is about, and small enough to be reckoned with exactly.
const A_FORTUNE: f64 = 1e12;
/// More engineers than any company has.
const A_CROWD: f64 = 1e6;

impl Gap {
    /// Puts in the answer that speaks most for a verdict; `false` where none does.
    pub fn fill(&self, subject: &mut Subject, toward: Toward) -> bool {
        let building = toward == Toward::Build;
        let keeping = matches!(toward, Toward::Build | Toward::Hybrid);
        let decision = &mut subject.decision;
        let figure = |yes: f64, no: f64| Some(Figure::exactly(if building { yes } else { no }));
        match self.what {
            What::Proven(at) => decision.alternatives[at].proven = Some(!building),
            What::Fit(at) => {
                decision.alternatives[at].meets = None;
                decision.alternatives[at].fit = figure(0.0, 1.0);
            }
            What::Price(at) => decision.alternatives[at].annual_cost = figure(A_FORTUNE, 0.0),
            What::OwnEngineers(at) => decision.alternatives[at].engineers = figure(A_CROWD, 0.0),
            What::Alternatives => decision.alternatives.push(alternative(!building)),
            What::Replicate(at) => decision.components[at].hard_to_replicate = Some(keeping),
            What::Matters(at) => decision.components[at].matters_to_customers = Some(keeping),
            What::Components => decision.components.push(Component {
                name: String::new(),
                hard_to_replicate: Some(keeping),
                matters_to_customers: Some(keeping),
                evidence: None,
            }),
            What::Build => decision.build = build(building),
            What::BuildPeople | What::BuildValue => return self.fill_build(subject, building),
            What::EngineerCost => decision.money.cost_per_engineer = figure(0.0, 1e5),
            What::Opportunities if building => return false,
            What::Opportunities => decision.opportunities.push(opportunity()),
            What::OpportunityValue(at) => {
                decision.opportunities[at].annual_value = figure(0.0, A_FORTUNE)
            }
            What::Today => {
                let runs = toward == Toward::Stop;
                decision.situation.today = Some(if runs {
                    Today::SelfBuilt
                } else {
                    Today::Nothing
                });
            }
            What::Survives(at) => {
                let survives = &mut decision.maintenance.survives;
                let slots = [
                    &mut survives.key_people_leave,
                    &mut survives.priorities_shift,
                    &mut survives.technology_moves_on,
                    &mut survives.team_reassigned,
                ];
                if let Some(slot) = slots.into_iter().nth(at) {
                    *slot = Some(building);
                }
            }
            What::Planned => decision.maintenance.engineers_planned = figure(A_CROWD, 0.0),
            What::Needed => decision.maintenance.engineers_needed = figure(0.0, A_CROWD),
            What::Plan => subject.written.no_plan = !building,
            What::Budget => decision.maintenance.multi_year_budget = Some(building),
            What::Sponsor => {
                decision.maintenance.executive_sponsor = Some(if building {
                    Sponsor::Cto
                } else {
                    Sponsor::None
                });
            }
            What::Dedicated => {
                decision.organisation.platform.dedicated_organisation = Some(building)
            }
            What::CareerPaths => decision.organisation.platform.career_paths = Some(building),
            What::Engineers => {
                decision.organisation.engineers = Some(if building { A_CROWD } else { 1.0 })
            }
            What::Voluntary => {
                decision.organisation.platform.adoption_is_voluntary = Some(building)
            }
            What::Adoption => decision.organisation.platform.voluntary_adoption = figure(1.0, 0.0),
            What::Metrics
            | What::Target(_)
            | What::Due(_)
            | What::Owner(_)
            | What::Actual(_)
            | What::Committed => {
                return self.fill_measure(subject, toward);
            }
            What::VendorAnswer(at) => {
                let answer = if building {
                    VendorAnswer::None
                } else {
                    VendorAnswer::Certified
                };
                decision.exceptions.unique_requirements[at].vendor_answer = Some(answer);
            }
            What::VendorsAsked(_) | What::Why(_) | What::Moat | What::MoatEvidence if !building => {
                return false;
            }
            What::VendorsAsked(at) => decision.exceptions.unique_requirements[at]
                .vendors_asked
                .push("-".into()),
            What::Why(at) => subject.written.reasons[at] = true,
            What::PropertyClaimed => decision.exceptions.strategic_ip.claimed = Some(building),
            What::Moat => subject.written.moat = true,
            What::MoatEvidence => subject.written.moat_evidence = true,
            What::MarketForces => decision.market_forces_vendors = Some(!building),
            What::Ai(at) => {
                let ai = &mut decision.ai;
                let needs = [
                    &mut ai.agent_identity,
                    &mut ai.model_quotas,
                    &mut ai.prompt_routing,
                    &mut ai.audit_trail,
                ];
                if let Some(need) = needs.into_iter().nth(at) {
                    need.build = need.build.or(Some(building));
                    need.buy = need.buy.or(Some(!building));
                }
            }
        }
        true
    }

    fn fill_build(&self, subject: &mut Subject, building: bool) -> bool {
        let Some(build) = &mut subject.decision.build else {
            return false;
        };
        let (much, little) = (Some(Figure::exactly(A_FORTUNE)), Some(Figure::exactly(0.0)));
        if self.what == What::BuildValue {
            build.annual_value = if building { much } else { little };
        } else {
            build.annual_people_cost = if building { little } else { much };
        }
        true
    }

    fn fill_measure(&self, subject: &mut Subject, toward: Toward) -> bool {
        let as_of = subject.decision.as_of;
        let success = &mut subject.decision.success;
        let (building, stopping) = (toward == Toward::Build, toward == Toward::Stop);
        if self.what == What::Committed {
            success.exit_rule.committed = Some(building || stopping);
            return true;
        }
        let at = match self.what {
            What::Target(at) | What::Due(at) | What::Owner(at) | What::Actual(at) => at,
            _ if building => {
                success.metrics.push(metric(as_of));
                return true;
            }
            _ => return false,
        };
        let metric = &mut success.metrics[at];
        // A value on the wrong side of what it is held against.
        let short = if metric.at_least { 1.0 } else { -1.0 };
        match self.what {
            What::Target(_) if stopping => {
                metric.target = Some(metric.actual.unwrap_or(0.0) + short)
            }
            What::Target(_) => metric.target = Some(metric.actual.unwrap_or(0.0)),
            What::Due(_) if stopping => metric.due = as_of.previous_day(),
            What::Due(_) => metric.due = Some(as_of),
            What::Actual(_) if stopping => {
                metric.actual = Some(metric.target.unwrap_or(0.0) - short)
            }
            What::Actual(_) => metric.actual = Some(metric.target.unwrap_or(0.0)),
            _ if building => metric.owner = Some("-".into()),
            _ => return false,
        }
        true
    }
}

/// An alternative that qualifies, or does not; its price is nil, so that it never fails by price.
fn alternative(qualifies: bool) -> Alternative {
    Alternative {
        name: String::new(),
        proven: Some(qualifies),
        fit: Some(Figure::exactly(if qualifies { 1.0 } else { 0.0 })),
        annual_cost: Some(Figure::exactly(0.0)),
        engineers: Some(Figure::exactly(0.0)),
        proven_because: None,
        meets: None,
        per_seat: None,
        seats: None,
        price_escalator: None,
        seat_growth: None,
        one_off: None,
        overlap_months: None,
        exit_cost: None,
        live_on: None,
        incumbent: None,
        diligence: crate::decision::Diligence {
            viability: None,
            term_months: None,
            notice_months: None,
            security_evidence: None,
            references: None,
        },
        source: None,
        as_of: None,
        lines: Vec::new(),
    }
}

/// Building that pays, or does not.
fn build(pays: bool) -> Option<Build> {
    let (cost, value) = if pays {
        (0.0, A_FORTUNE)
    } else {
        (A_FORTUNE, 0.0)
    };
    Some(Build {
        annual_people_cost: Some(Figure::exactly(cost)),
        annual_value: Some(Figure::exactly(value)),
        ..Build::absent()?
    })
}

/// Work that is worth more than anything else.
fn opportunity() -> Opportunity {
    Opportunity {
        name: String::new(),
        id: None,
        kind: crate::decision::OpportunityKind::Revenue,
        annual_value: Some(Figure::exactly(A_FORTUNE)),
        engineers: Some(1.0),
        margin: None,
        likelihood: None,
        ramp: Vec::new(),
    }
}

/// A metric with all that it takes, due today and so not overdue.
fn metric(as_of: crate::decision::Date) -> Metric {
    Metric {
        name: String::new(),
        kind: None,
        unit: None,
        baseline: None,
        target: Some(1.0),
        at_least: true,
        decisive: true,
        due: Some(as_of),
        actual: None,
        measured_on: None,
        owner: Some("-".into()),
    }
}
