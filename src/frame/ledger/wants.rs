//! Which fields would fill a slot that is empty.

use super::Ledger;
use crate::decision::{Alternative, Decision};
use crate::finance::OptionKind;
use crate::frame::slot::Slot;

impl Ledger<'_> {
    /// JSON pointers of the fields of the decision that a slot rests on and that are not given:
    /// none where every field is given and the figure still does not exist.
    pub fn wants(&self, slot: Slot) -> Vec<String> {
        let mut fields = self.rests_on(slot);
        fields.retain(|field| !self.is_given(field));
        fields
    }

    /// JSON pointers of the fields of the decision that a slot rests on.
    fn rests_on(&self, slot: Slot) -> Vec<String> {
        let alternative = |field: &str| match self.alternative {
            Some(at) => format!("/alternatives/{at}/{field}"),
            None => "/alternatives".to_owned(),
        };
        let metric = |field: &str| match self.metric() {
            Some((at, _)) => format!("/success/metrics/{at}/{field}"),
            None => "/success/metrics".to_owned(),
        };
        if let Some(field) = fixed(slot) {
            return vec![field.to_owned()];
        }
        let hybrid = self
            .option
            .is_some_and(|(_, option)| option.kind == OptionKind::Hybrid);
        match slot {
            Slot::Work | Slot::Earn => {
                let mut fields = self.rests_on(Slot::Freed);
                fields.push("/opportunities".into());
                fields
            }
            Slot::Freed if hybrid => vec!["/build/engineers".into(), alternative("engineers")],
            Slot::Freed => vec!["/build/engineers".into()],
            Slot::FreedCost => {
                let mut fields = self.rests_on(Slot::Freed);
                fields.push("/money/cost_per_engineer".into());
                fields
            }
            Slot::Cost | Slot::MovePv | Slot::Saving => {
                let mut fields = vec![alternative("annual_cost")];
                if hybrid {
                    fields.push(alternative("engineers"));
                    fields.push("/money/cost_per_engineer".into());
                }
                if slot == Slot::Saving {
                    fields.push("/build/annual_people_cost".into());
                }
                fields
            }
            Slot::Actual => vec![metric("actual")],
            Slot::Due => vec![metric("due")],
            Slot::Answered | Slot::Unanswered => {
                let needs = &self.decision.exceptions.unique_requirements;
                let open = needs.iter().position(|need| need.vendor_answer.is_none());
                let place = "/exceptions/unique_requirements";
                vec![open.map_or(place.into(), |at| format!("{place}/{at}/vendor_answer"))]
            }
            Slot::Lacking if self.decision.requirements.is_empty() => vec!["/requirements".into()],
            Slot::Lacking => vec![alternative("meets")],
            Slot::Kept if hybrid => vec![alternative("engineers")],
            Slot::Subscription => vec![alternative("annual_cost")],
            Slot::Fit => vec![alternative("fit")],
            Slot::Live => vec![alternative("live_on")],
            Slot::Notice => vec![alternative("diligence/notice_months")],
            Slot::Evidence => vec![alternative("diligence/security_evidence")],
            _ => Vec::new(),
        }
    }

    /// Whether a field that a slot rests on is given, so that it is something else that is missing.
    fn is_given(&self, field: &str) -> bool {
        let metrics = &self.decision.success.metrics;
        let at = |place: &str| -> Option<(usize, String)> {
            let (at, field) = field.strip_prefix(place)?.split_once('/')?;
            Some((at.parse().ok()?, field.to_owned()))
        };
        if let Some((at, field)) = at("/alternatives/") {
            let one = self.decision.alternatives.get(at);
            return one.is_some_and(|one| alternative_gives(one, &field));
        }
        if let Some((at, field)) = at("/success/metrics/") {
            let one = metrics.get(at);
            return one.is_some_and(|one| match field.as_str() {
                "due" => one.due.is_some(),
                _ => one.actual.is_some(),
            });
        }
        match field {
            // Where the destination is open, those that are listed lead nowhere.
            "/alternatives" => self.alternative.is_some(),
            _ => decision_gives(self.decision, field),
        }
    }
}

/// The field that a slot rests on, where it is the same in every decision.
fn fixed(slot: Slot) -> Option<&'static str> {
    Some(match slot {
        Slot::Vendor | Slot::Plan => "/alternatives",
        Slot::Own => "/components",
        Slot::Organisation => "/organisation/name",
        Slot::Metric | Slot::Target | Slot::AdoptionTarget | Slot::AdoptionDue => {
            "/success/metrics"
        }
        Slot::Need => "/exceptions/unique_requirements",
        Slot::AiNeeded | Slot::AiVendor | Slot::AiMissing => "/ai",
        Slot::OwnCost | Slot::StayPv => "/build/annual_people_cost",
        Slot::Horizon => "/money/horizon_years",
        Slot::Spent => "/situation/spent",
        Slot::Team => "/build/engineers",
        Slot::Planned => "/maintenance/engineers_planned",
        Slot::Needed => "/maintenance/engineers_needed",
        Slot::Adoption => "/organisation/platform/voluntary_adoption",
        Slot::OwnLive => "/build/live_on",
        Slot::ExitWeeks => "/facts/exit_weeks",
        Slot::ExitCost => "/facts/exit_cost",
        Slot::Upkeep => "/facts/upkeep_hours_a_month",
        Slot::Incidents => "/facts/incidents_a_year",
        Slot::Affected => "/facts/customers_affected",
        Slot::HourDown => "/facts/hour_down_cost",
        Slot::Integration => "/facts/integration_cost",
        Slot::Retired => "/facts/tools_retired",
        Slot::Delay => "/facts/month_of_delay_cost",
        Slot::AiSpend => "/facts/ai_spend_a_year",
        _ => return None,
    })
}

fn alternative_gives(one: &Alternative, field: &str) -> bool {
    match field {
        "annual_cost" => {
            one.annual_cost.is_some() || (one.per_seat.is_some() && one.seats.is_some())
        }
        "engineers" => one.engineers.is_some(),
        "meets" => one.meets.is_some(),
        "fit" => one.fit.is_some() || one.meets.is_some(),
        "live_on" => one.live_on.is_some(),
        "diligence/notice_months" => one.diligence.notice_months.is_some(),
        "diligence/security_evidence" => one.diligence.security_evidence.is_some(),
        _ => false,
    }
}

fn decision_gives(decision: &Decision, field: &str) -> bool {
    let build = decision.build.as_ref();
    let facts = &decision.facts;
    let team = build.is_some_and(|build| build.engineers.is_some());
    let people_cost = build.is_some_and(|build| build.annual_people_cost.is_some());
    let each = decision.money.cost_per_engineer.is_some();
    let ai = &decision.ai;
    match field {
        // A part that nobody judged is as good as none.
        "/components" => decision
            .components
            .iter()
            .any(|part| part.matters_to_customers.is_some()),
        "/opportunities" => !decision.opportunities.is_empty(),
        "/requirements" => !decision.requirements.is_empty(),
        "/exceptions/unique_requirements" => !decision.exceptions.unique_requirements.is_empty(),
        "/organisation/name" => decision.organisation.name.is_some(),
        "/organisation/platform/voluntary_adoption" => {
            decision.organisation.platform.voluntary_adoption.is_some()
        }
        "/success/metrics" => decision
            .success
            .metrics
            .iter()
            .any(|metric| metric.target.is_some()),
        "/ai" => [
            &ai.agent_identity,
            &ai.model_quotas,
            &ai.prompt_routing,
            &ai.audit_trail,
        ]
        .iter()
        .any(|need| need.needed.is_some()),
        "/build/annual_people_cost" => people_cost || (team && each),
        "/build/engineers" => team,
        "/build/live_on" => build.is_some_and(|build| build.live_on.is_some()),
        "/money/cost_per_engineer" => each || (people_cost && team),
        "/money/horizon_years" => true,
        "/situation/spent" => decision.situation.spent.is_some(),
        "/maintenance/engineers_planned" => decision.maintenance.engineers_planned.is_some(),
        "/maintenance/engineers_needed" => decision.maintenance.engineers_needed.is_some(),
        "/facts/exit_weeks" => facts.exit_weeks.is_some(),
        "/facts/exit_cost" => facts.exit_cost.is_some(),
        "/facts/upkeep_hours_a_month" => facts.upkeep_hours_a_month.is_some(),
        "/facts/incidents_a_year" => facts.incidents_a_year.is_some(),
        "/facts/customers_affected" => facts.customers_affected.is_some(),
        "/facts/hour_down_cost" => facts.hour_down_cost.is_some(),
        "/facts/integration_cost" => facts.integration_cost.is_some(),
        "/facts/tools_retired" => facts.tools_retired.is_some(),
        "/facts/month_of_delay_cost" => facts.month_of_delay_cost.is_some(),
        "/facts/ai_spend_a_year" => facts.ai_spend_a_year.is_some(),
        _ => false,
    }
}
