//! Which fields would fill a slot that is empty.

use super::Ledger;
use crate::finance::OptionKind;
use crate::frame::slot::Slot;

impl Ledger<'_> {
    /// JSON pointers of the fields of the decision that a slot needs and that are not given.
    pub fn wants(&self, slot: Slot) -> Vec<String> {
        let fields = self.rests_on(slot);
        let missing = fields.iter().filter(|field| !self.is_given(field));
        missing.cloned().collect()
    }

    /// Whether a field that a slot rests on is given, so that it is something else that is missing.
    fn is_given(&self, field: &str) -> bool {
        let decision = self.decision;
        let build = decision.build.as_ref();
        let alternative = self.alternative().map(|(_, alternative)| alternative);
        match field {
            "/components" => decision
                .components
                .iter()
                .any(|part| part.matters_to_customers.is_some()),
            "/opportunities" => !decision.opportunities.is_empty(),
            "/requirements" => !decision.requirements.is_empty(),
            "/alternatives" => self.alternative.is_some(),
            "/exceptions/unique_requirements" => {
                !decision.exceptions.unique_requirements.is_empty()
            }
            "/build/engineers" => build.is_some_and(|build| build.engineers.is_some()),
            "/build/annual_people_cost" => {
                build.is_some_and(|build| build.annual_people_cost.is_some())
            }
            "/maintenance/engineers_needed" => decision.maintenance.engineers_needed.is_some(),
            "/success/metrics" => self.metric().is_some(),
            "/success/metrics/0/due" => self
                .metric()
                .is_some_and(|(_, metric)| metric.due.is_some()),
            "/money/cost_per_engineer" => decision.money.cost_per_engineer.is_some(),
            _ if field.ends_with("/engineers") => {
                alternative.is_some_and(|one| one.engineers.is_some())
            }
            _ if field.ends_with("/annual_cost") => {
                alternative.is_some_and(|one| one.annual_cost.is_some() || one.per_seat.is_some())
            }
            _ => false,
        }
    }

    /// JSON pointers of the fields of the decision that a slot rests on.
    pub fn rests_on(&self, slot: Slot) -> Vec<String> {
        let fixed: &[&str] = match slot {
            Slot::Plan => &["/alternatives"],
            Slot::Own => &["/components"],
            Slot::Work | Slot::Earn => &["/opportunities"],
            Slot::Organisation => &["/organisation/name"],
            Slot::Metric | Slot::Target => &["/success/metrics"],
            Slot::Need | Slot::Answered | Slot::Unanswered => &["/exceptions/unique_requirements"],
            Slot::Lacking => &["/requirements"],
            Slot::AiNeeded | Slot::AiVendor | Slot::AiMissing => &["/ai"],
            Slot::OwnCost | Slot::StayPv => &["/build/annual_people_cost"],
            Slot::FreedCost => &["/money/cost_per_engineer"],
            Slot::Horizon => &["/money/horizon_years"],
            Slot::Spent => &["/situation/spent"],
            Slot::Team => &["/build/engineers"],
            Slot::Planned => &["/maintenance/engineers_planned"],
            Slot::Needed => &["/maintenance/engineers_needed"],
            Slot::Adoption => &["/organisation/platform/voluntary_adoption"],
            Slot::Actual => &["/success/metrics/0/actual"],
            Slot::Due => &["/success/metrics/0/due"],
            Slot::OwnLive => &["/build/live_on"],
            Slot::ExitWeeks => &["/facts/exit_weeks"],
            Slot::ExitCost => &["/facts/exit_cost"],
            Slot::Upkeep => &["/facts/upkeep_hours_a_month"],
            Slot::Incidents => &["/facts/incidents_a_year"],
            Slot::Affected => &["/facts/customers_affected"],
            Slot::HourDown => &["/facts/hour_down_cost"],
            Slot::Integration => &["/facts/integration_cost"],
            Slot::Retired => &["/facts/tools_retired"],
            Slot::Delay => &["/facts/month_of_delay_cost"],
            Slot::AiSpend => &["/facts/ai_spend_a_year"],
            Slot::Vendor => &["/alternatives"],
            Slot::Cost
            | Slot::Saving
            | Slot::Freed
            | Slot::MovePv
            | Slot::Subscription
            | Slot::Kept
            | Slot::Fit
            | Slot::Live
            | Slot::Notice
            | Slot::Evidence => &[],
        };
        if !fixed.is_empty() {
            return fixed.iter().map(|field| (*field).to_owned()).collect();
        }
        let at = self.alternative.unwrap_or(0);
        let people = self
            .option
            .is_some_and(|(_, option)| option.kind == OptionKind::Hybrid);
        if people && matches!(slot, Slot::Cost | Slot::MovePv | Slot::Saving | Slot::Freed) {
            return vec![
                format!("/alternatives/{at}/annual_cost"),
                format!("/alternatives/{at}/engineers"),
                "/money/cost_per_engineer".into(),
            ];
        }
        let field = match slot {
            Slot::Freed => return vec!["/build/engineers".into()],
            Slot::Saving => return vec!["/build/annual_people_cost".into()],
            Slot::Kept => "engineers",
            Slot::Fit => "fit",
            Slot::Live => "live_on",
            Slot::Notice => "diligence/notice_months",
            Slot::Evidence => "diligence/security_evidence",
            _ => "annual_cost",
        };
        vec![format!("/alternatives/{at}/{field}")]
    }
}
