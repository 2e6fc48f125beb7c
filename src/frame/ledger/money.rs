//! Money: what options cost a year and over the horizon, what is saved, freed and earned.

use super::{Fill, Ledger};
use crate::decision::Figure;
use crate::finance::{BUILD_NAME, OptionFlows};
use crate::frame::slot::Slot;

impl Ledger<'_> {
    pub(super) fn money(&self, slot: Slot) -> Option<Fill> {
        match slot {
            Slot::Cost => self.cost(),
            Slot::Subscription => self.subscription(),
            Slot::OwnCost => {
                let (at, own) = self.own?;
                self.a_year(first_year(own)?, format!("/finance/options/{at}/costs/1"))
            }
            Slot::Saving => {
                // Set against anything but our own, it would be no saving over our own.
                let (at, case) = self.case.filter(|(_, case)| case.against == BUILD_NAME)?;
                self.a_year(
                    case.annual_saving?,
                    format!("/finance/cases/{at}/annual_saving"),
                )
            }
            Slot::StayPv => self.over_horizon(self.own?),
            Slot::MovePv => self.over_horizon(self.option?),
            Slot::FreedCost => self.freed_cost(),
            Slot::Earn => self.earn(),
            Slot::Spent => self.amount(
                self.decision.situation.spent.as_ref()?,
                "/situation/spent",
                "",
            ),
            Slot::ExitCost => self.exit_cost(),
            Slot::HourDown => self.amount(
                self.decision.facts.hour_down_cost.as_ref()?,
                "/facts/hour_down_cost",
                "",
            ),
            Slot::Integration => self.amount(
                self.decision.facts.integration_cost.as_ref()?,
                "/facts/integration_cost",
                "",
            ),
            Slot::Delay => self.amount(
                self.decision.facts.month_of_delay_cost.as_ref()?,
                "/facts/month_of_delay_cost",
                "",
            ),
            Slot::AiSpend => self.amount(
                self.decision.facts.ai_spend_a_year.as_ref()?,
                "/facts/ai_spend_a_year",
                " a year",
            ),
            _ => None,
        }
    }

    /// An amount above nil, as money, with its period.
    fn shown(&self, value: f64, period: &str) -> Option<String> {
        (value > 0.0).then(|| {
            Some(format!(
                "{}{period}",
                self.house.money_in_prose(value, self.currency?)
            ))
        })?
    }

    fn amount(&self, figure: &Figure, from: &str, period: &str) -> Option<Fill> {
        Some(Fill::figure(
            self.shown(figure.likely, period)?,
            figure.likely,
            from,
        ))
    }

    fn a_year(&self, value: f64, from: String) -> Option<Fill> {
        Some(Fill::figure(self.shown(value, " a year")?, value, from))
    }

    fn over_horizon(&self, (at, option): (usize, &OptionFlows)) -> Option<Fill> {
        let value = option.pv_costs?;
        let period = format!(
            " over {}",
            self.house
                .years(f64::from(self.evaluation.finance.horizon_years))
        );
        Some(Fill::figure(
            self.shown(value, &period)?,
            value,
            format!("/finance/options/{at}/pv_costs"),
        ))
    }

    /// Running cost of what is recommended, the overlap with what it replaces left aside.
    fn cost(&self) -> Option<Fill> {
        let (at, option) = self.option?;
        let overlap = option
            .alternative
            .and_then(|at| self.decision.alternatives.get(at)?.overlap_months)
            .is_some_and(|months| months > 0.0);
        if !overlap {
            return self.a_year(
                first_year(option)?,
                format!("/finance/options/{at}/costs/1"),
            );
        }
        let (at_case, case) = self.case?;
        let baseline = self
            .evaluation
            .finance
            .options
            .iter()
            .find(|option| option.name == case.against)?;
        let value = first_year(baseline)? - case.annual_saving?;
        let fill = self.a_year(value, format!("/finance/cases/{at_case}/annual_saving"))?;
        Some(fill.reckoned("the running cost of what it replaces less the annual saving"))
    }

    fn subscription(&self) -> Option<Fill> {
        let (at, alternative) = self.alternative()?;
        if let Some(figure) = &alternative.annual_cost {
            return self.amount(
                figure,
                &format!("/alternatives/{at}/annual_cost"),
                " a year",
            );
        }
        let (price, seats) = (alternative.per_seat.as_ref()?, alternative.seats.as_ref()?);
        let fill = self.a_year(
            price.likely * seats.likely,
            format!("/alternatives/{at}/per_seat"),
        )?;
        Some(fill.reckoned("the price of a seat × seats"))
    }

    /// What the freed engineers cost: their number × the cost of an engineer.
    fn freed_cost(&self) -> Option<Fill> {
        let (_, case) = self.case?;
        let freed = case.engineers_freed?;
        let (each, from) = match (&self.decision.money.cost_per_engineer, &self.decision.build) {
            (Some(each), _) => (each.likely, "/money/cost_per_engineer"),
            (None, Some(build)) => {
                let (cost, team) = (
                    build.annual_people_cost.as_ref()?,
                    build.engineers.as_ref()?,
                );
                (cost.likely / team.likely, "/build/annual_people_cost")
            }
            (None, None) => return None,
        };
        let fill = self.a_year(freed * each, from.to_owned())?;
        let each = self.house.money_in_prose(each, self.currency?);
        Some(fill.reckoned(format!("{} × {each} a year", self.house.engineers(freed))))
    }

    /// What freed engineers could earn: gross, and `up to`, where it is revenue or has no margin.
    fn earn(&self) -> Option<Fill> {
        let (at, case) = self.case?;
        let value = case.opportunity_annual?;
        let shown = self.shown(value, " a year")?;
        let shown = match case.opportunity_is_gross {
            Some(false) => shown,
            _ => format!("up to {shown} (gross)"),
        };
        Some(Fill::figure(
            shown,
            value,
            format!("/finance/cases/{at}/opportunity_annual"),
        ))
    }

    fn exit_cost(&self) -> Option<Fill> {
        if let Some((at, alternative)) = self.alternative()
            && let Some(figure) = &alternative.exit_cost
        {
            return self.amount(figure, &format!("/alternatives/{at}/exit_cost"), "");
        }
        self.amount(
            self.decision.facts.exit_cost.as_ref()?,
            "/facts/exit_cost",
            "",
        )
    }
}

/// Running cost in year 1.
fn first_year(option: &OptionFlows) -> Option<f64> {
    option.costs.as_ref()?.get(1).copied()
}
