//! Lists what is not known in a decision, what most decisions turn on first.

use super::{Gap, What};
use crate::decision::{Decision, VendorAnswer};
use crate::evaluate::ai::{self, Side};
use crate::evaluate::questions::{measures, upkeep};
use crate::evaluate::subject::{Subject, is_stated};

/// Everything that is not known and that a verdict, or its confidence, may turn on. `side` is what
/// the verdict recommends, for what only bears on confidence.
pub(in crate::evaluate) fn all(subject: &Subject, side: Option<Side>) -> Vec<Gap> {
    let mut list = List(Vec::with_capacity(32));
    let decision = &subject.decision;
    list.alternatives(decision);
    list.components(decision);
    list.money(decision);
    list.add(decision.situation.today.is_none(), What::Today, || {
        "/situation/today".into()
    });
    list.measures(decision);
    list.upkeep(decision);
    list.exceptions(subject);
    list.add(
        decision.market_forces_vendors.is_none(),
        What::MarketForces,
        || "/market_forces_vendors".into(),
    );
    if let Some(side) = side {
        for (at, need) in ai::needs(decision).iter().enumerate() {
            let unknown = need.need.needed == Some(true) && side.covers(need.need).is_none();
            list.add(unknown, What::Ai(at), || {
                format!("/ai/{}/{}", need.field, side.field())
            });
        }
    }
    list.0
}

struct List(Vec<Gap>);

impl List {
    fn add(&mut self, is_open: bool, what: What, field: impl FnOnce() -> String) {
        if is_open {
            self.0.push(Gap {
                field: field(),
                what,
            });
        }
    }

    fn alternatives(&mut self, decision: &Decision) {
        self.add(decision.alternatives.is_empty(), What::Alternatives, || {
            "/alternatives".into()
        });
        for (at, alternative) in decision.alternatives.iter().enumerate() {
            let place = |field: &str| format!("/alternatives/{at}/{field}");
            let unassessed = alternative.fit.is_none()
                && (alternative.meets.is_none() || decision.requirements.is_empty());
            let free = alternative.annual_cost.is_none()
                && alternative.per_seat.is_none()
                && alternative.lines.is_empty();
            self.add(alternative.proven.is_none(), What::Proven(at), || {
                place("proven")
            });
            self.add(unassessed, What::Fit(at), || place("fit"));
            self.add(free, What::Price(at), || place("annual_cost"));
            self.add(
                alternative.engineers.is_none(),
                What::OwnEngineers(at),
                || place("engineers"),
            );
        }
    }

    fn components(&mut self, decision: &Decision) {
        self.add(decision.components.is_empty(), What::Components, || {
            "/components".into()
        });
        for (at, component) in decision.components.iter().enumerate() {
            self.add(
                component.hard_to_replicate.is_none(),
                What::Replicate(at),
                || format!("/components/{at}/hard_to_replicate"),
            );
            self.add(
                component.matters_to_customers.is_none(),
                What::Matters(at),
                || format!("/components/{at}/matters_to_customers"),
            );
        }
    }

    fn money(&mut self, decision: &Decision) {
        match &decision.build {
            None => self.add(true, What::Build, || "/build".into()),
            Some(build) => {
                let no_people = build.annual_people_cost.is_none() && build.engineers.is_none();
                self.add(
                    no_people && build.lines.is_empty(),
                    What::BuildPeople,
                    || "/build/annual_people_cost".into(),
                );
                self.add(build.annual_value.is_none(), What::BuildValue, || {
                    "/build/annual_value".into()
                });
            }
        }
        let by_the_head = decision
            .build
            .as_ref()
            .is_some_and(|b| b.annual_people_cost.is_none() && b.engineers.is_some())
            || decision.alternatives.iter().any(|a| a.engineers.is_some());
        self.add(
            by_the_head && decision.money.cost_per_engineer.is_none(),
            What::EngineerCost,
            || "/money/cost_per_engineer".into(),
        );
        self.add(
            decision.opportunities.is_empty(),
            What::Opportunities,
            || "/opportunities".into(),
        );
        for (at, opportunity) in decision.opportunities.iter().enumerate() {
            self.add(
                opportunity.annual_value.is_none(),
                What::OpportunityValue(at),
                || format!("/opportunities/{at}/annual_value"),
            );
        }
    }

    fn measures(&mut self, decision: &Decision) {
        let success = &decision.success;
        self.add(success.metrics.is_empty(), What::Metrics, || {
            "/success/metrics".into()
        });
        for (at, metric) in success.metrics.iter().enumerate() {
            let place = |field: &str| format!("/success/metrics/{at}/{field}");
            let unmeasured = metric.actual.is_none()
                && metric.decisive
                && measures::is_past_due(metric, decision);
            self.add(unmeasured, What::Actual(at), || place("actual"));
            self.add(metric.target.is_none(), What::Target(at), || {
                place("target")
            });
            self.add(metric.due.is_none(), What::Due(at), || place("due"));
            self.add(!is_stated(metric.owner.as_deref()), What::Owner(at), || {
                place("owner")
            });
        }
        self.add(
            success.exit_rule.committed.is_none(),
            What::Committed,
            || "/success/exit_rule/committed".into(),
        );
    }

    fn upkeep(&mut self, decision: &Decision) {
        for (at, stress) in upkeep::stresses(decision).iter().enumerate() {
            self.add(stress.survived.is_none(), What::Survives(at), || {
                stress.field.into()
            });
        }
        let maintenance = &decision.maintenance;
        let (planned, needed) = (
            maintenance.engineers_planned.is_some(),
            maintenance.engineers_needed.is_some(),
        );
        self.add(!planned && needed, What::Planned, || {
            "/maintenance/engineers_planned".into()
        });
        self.add(planned && !needed, What::Needed, || {
            "/maintenance/engineers_needed".into()
        });
        self.add(
            maintenance.multi_year_budget.is_none(),
            What::Budget,
            || "/maintenance/multi_year_budget".into(),
        );
        self.add(
            maintenance.executive_sponsor.is_none(),
            What::Sponsor,
            || "/maintenance/executive_sponsor".into(),
        );
        let platform = &decision.organisation.platform;
        let place = |field: &str| format!("/organisation/platform/{field}");
        self.add(
            platform.dedicated_organisation.is_none(),
            What::Dedicated,
            || place("dedicated_organisation"),
        );
        self.add(platform.career_paths.is_none(), What::CareerPaths, || {
            place("career_paths")
        });
        self.add(
            decision.organisation.engineers.is_none(),
            What::Engineers,
            || "/organisation/engineers".into(),
        );
        self.add(
            platform.adoption_is_voluntary.is_none(),
            What::Voluntary,
            || place("adoption_is_voluntary"),
        );
        self.add(
            platform.voluntary_adoption.is_none(),
            What::Adoption,
            || place("voluntary_adoption"),
        );
    }

    /// Only what is claimed is asked about: nobody is prompted to claim more.
    fn exceptions(&mut self, subject: &Subject) {
        let exceptions = &subject.decision.exceptions;
        for (at, need) in exceptions.unique_requirements.iter().enumerate() {
            let place = |field: &str| format!("/exceptions/unique_requirements/{at}/{field}");
            let could_stand = need
                .vendor_answer
                .is_none_or(|answer| answer == VendorAnswer::None);
            self.add(need.vendor_answer.is_none(), What::VendorAnswer(at), || {
                place("vendor_answer")
            });
            self.add(
                could_stand && need.vendors_asked.is_empty(),
                What::VendorsAsked(at),
                || place("vendors_asked"),
            );
            self.add(
                could_stand && !subject.written.reasons[at],
                What::Why(at),
                || place("why"),
            );
        }
        let property = &exceptions.strategic_ip;
        let written = &subject.written;
        let place = |field: &str| format!("/exceptions/strategic_ip/{field}");
        let half_claimed = property.claimed.is_none() && (written.moat || written.moat_evidence);
        let claimed = property.claimed == Some(true) || half_claimed;
        self.add(half_claimed, What::PropertyClaimed, || place("claimed"));
        self.add(claimed && !written.moat, What::Moat, || place("moat"));
        self.add(
            claimed && !written.moat_evidence,
            What::MoatEvidence,
            || place("evidence"),
        );
        self.add(subject.written.plan_is_absent, What::Plan, || {
            "/maintenance/plan".into()
        });
    }
}
